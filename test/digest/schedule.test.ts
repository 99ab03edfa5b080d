import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer/answer.js';
import { noteText } from '../../src/core/answer/notes.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import type { DigestJob } from '../../src/digest/delivery/job.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import { digestDue, fromSettings } from '../../src/digest/delivery/schedule.js';
import { lastDue, nextDue, showMoment, usualGrain } from '../../src/digest/subscriptions/when.js';
import { readWhen } from '../../src/digest/subscriptions/when-words.js';
import { addSource, noteSource, removeSource } from '../../src/store/tables/sources.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
];
const HOUR = 3_600_000;

describe('when a digest is due', () => {
  it('is once on each day, also where the clocks change', () => {
    // Berlin: at 2:30 the clocks skip an hour on 29 March 2026 and repeat it on 25 October.
    const when = { cron: '30 2 * * *', zone: 'Europe/Berlin' };
    for (const [from, to, days] of [
      ['2026-03-27T12:00:00Z', '2026-04-01T12:00:00Z', 5],
      ['2026-10-23T12:00:00Z', '2026-10-28T12:00:00Z', 5],
    ] as const) {
      const seen = new Set<string>();
      for (let t = Date.parse(from); t <= Date.parse(to); t += HOUR / 4) {
        const due = lastDue(when, new Date(t));
        if (due && due > new Date(from)) seen.add(due.toISOString());
      }
      expect(seen.size).toBe(days);
    }
  });

  it('includes the moment itself, and the next comes after it', () => {
    const when = { cron: '0 9 * * 1', zone: 'Asia/Kolkata' };
    const monday = new Date('2026-11-16T03:30:00Z');
    expect(lastDue(when, monday)).toEqual(monday);
    expect(nextDue(when, monday)).toEqual(new Date('2026-11-23T03:30:00Z'));
    expect(showMoment(monday, 'Asia/Kolkata')).toBe('Mon, Nov 16, 2026, 09:00 (Asia/Kolkata)');
  });
});

describe('what a text says of when', () => {
  it.each([
    ['', '0 9 * * 1', 'UTC', ''],
    ['friday at 4:30pm Asia/Kolkata', '30 16 * * 5', 'Asia/Kolkata', ''],
    ['daily 12am europe/berlin', '0 0 * * *', 'Europe/Berlin', 'daily'],
    ['monthly at 8 Europe/Berlin country:Spain', '0 8 1 * *', 'Europe/Berlin', 'monthly country:Spain'],
    ['monthly on the 15', '0 9 1 * *', 'UTC', 'monthly 15'],
    ['every 2 weeks', '0 9 * * 1', 'UTC', '2 weeks'],
    ['monday 7', '0 7 * * 1', 'UTC', ''],
    ['product:"Set of 12, Friday 8:00" tue', '0 9 * * 2', 'UTC', 'product:"Set of 12, Friday 8:00"'],
    ['cron:"*/30 9 * * *" UTC map:eleven', '*/30 9 * * *', 'UTC', 'map:eleven'],
    ['every friday at noon', '0 12 * * 5', 'UTC', ''],
    ['each Monday, 09.00', '0 9 * * 1', 'UTC', ''],
    ['Mondays 4:30 p.m. (Europe/Berlin).', '30 16 * * 1', 'Europe/Berlin', ''],
    ['montag 9h Berlin', '0 9 * * 1', 'Europe/Berlin', ''],
    ['lundi 16h30 new york', '30 16 * * 1', 'America/New_York', ''],
    ['America/New York thurs', '0 9 * * 4', 'America/New_York', ''],
    ['miércoles a las 8 CET', '0 8 * * 3', 'CET', 'las'],
    ['every day at 7', '0 7 * * *', 'UTC', 'daily'],
    ['weekdays at 8', '0 8 * * 1-5', 'UTC', ''],
    ['first of the month 6am country:Spain', '0 6 1 * *', 'UTC', 'monthly country:Spain'],
    ['every month', '0 9 1 * *', 'UTC', 'monthly'],
    ['midnight sunday', '0 0 * * 0', 'UTC', ''],
    ['tue 12pm', '0 12 * * 2', 'UTC', ''],
    ['-product:"Friday Special","Set 8:00" 9:00', '0 9 * * 1', 'UTC', '-product:"Friday Special","Set 8:00"'],
    ['cron:“0 9 * * 1-5” Europe/Berlin', '0 9 * * 1-5', 'Europe/Berlin', ''],
    ["cron:'0 9 * * 1-5'", '0 9 * * 1-5', 'UTC', ''],
    ['cron:0 9 * * 1-5 weekly', '0 9 * * 1-5', 'UTC', 'weekly'],
    ['monday 9:00 –status:Cancelled', '0 9 * * 1', 'UTC', '-status:Cancelled'],
    ['monday customer:"Monday, 8:00 in Berlin"', '0 9 * * 1', 'UTC', 'customer:"Monday, 8:00 in Berlin"'],
    ['fortnightly', '0 9 * * 1', 'UTC', 'fortnightly'],
    ['monday 8:00 when fresh until 11:00', '0 8 * * 1', 'UTC', 'fresh:11:00'],
    ['monday 8am once the data is fresh, by 1pm', '0 8 * * 1', 'UTC', 'fresh:13:00'],
    [
      'daily 7:30 if fresh at 9 at the latest country:Spain',
      '30 7 * * *',
      'UTC',
      'daily fresh:9:00 country:Spain',
    ],
  ])('%j', (text, cron, zone, rest) => {
    const said = readWhen(text, 'UTC');
    expect({ ...said.when, rest: said.rest.trim().replace(/\s+/g, ' ') }).toEqual({ cron, zone, rest });
  });

  it.each([
    ['monday Europe/Berln', 'Did you mean Europe/Berlin?'],
    ['monday Mars/Olympus', 'For example: monday 9:00 Europe/Berlin'],
    ['monday 25:00', 'For example'],
    ['monday 13pm', 'For example'],
    ['tuesday and thursday', 'cron:"0 9 * * 2,4" weekly'],
    ['monthly on friday', 'For example: daily 9:00'],
    ['monday 9:00 BST', 'Name a city in yours'],
    ['monday 9:00 city:Berlin, Paris', 'A list has no spaces: city:Berlin,Paris'],
    ['9:00 city:Santo Domingo', 'needs quotes: city:"Santo Domingo"'],
    ['monday product:Set of 12', 'needs quotes: product:"Set of"'],
    ['monday 9:00 state:NH, ME', 'A list has no spaces'],
    ['monday 9:00 when fresh', 'monday 8:00 when fresh until 11:00'],
  ])('%j is refused with an example', (text, hint) => {
    expect(() => readWhen(text, 'UTC')).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(hint) }),
    );
  });

  it.each([
    ['0 9 * * 1', 'week'],
    ['0 9 * * 1-5', 'day'],
    ['0 9,17 * * *', 'day'],
    ['0 9 1 * *', 'month'],
    ['0 9 1 1 *', 'month'],
  ])('cron:"%s" is of a %s', (cron, grain) => {
    expect(usualGrain({ cron, zone: 'Europe/Berlin' }, new Date('2026-03-31T10:00:00Z'))).toBe(grain);
  });
});

describe('digests over a year', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  /** A job of two processes on one store that posts into a list; the clock is set by hand. */
  const jobs = (channel: string) => {
    const posted: { at: string; note: string | undefined }[] = [];
    const clock = { now: new Date('2026-01-01T00:00:00Z') };
    const job: DigestJob = {
      shop: shop.shop,
      channel,
      name: channel,
      grain: 'week',
      compose: asOf => composeDigest(shop.shop, asOf),
      log: shop.log,
      now: () => clock.now,
      notPosted: () => false,
      find: async () => ({ parts: new Map(), files: new Set() }),
      needsPerson: () => false,
      notify: async () => true,
      post: async (answer: Answer, { part }) => {
        if (part === 0)
          posted.push({
            at: clock.now.toISOString(),
            note: answer.notes.map(noteText).find(n => n.startsWith('Posted late')),
          });
        return '1.1';
      },
    };
    return { job, clock, posted };
  };

  // The zones concern the clock; on PostgreSQL one shows that its claims hold.
  const zones = process.env.TEST_STORE === 'postgres' ? ZONES.slice(0, 1) : ZONES;
  it.each(zones)('exactly one each week in %s, though two look every few hours', async zone => {
    const { job, clock, posted } = jobs(`C${zone}`);
    const when = { cron: '30 2 * * 1', zone };
    const startedAt = clock.now;
    const own = fromSettings(job, when);
    const mondays: string[] = [];
    for (let due = nextDue(when, startedAt); due && due < new Date('2027-01-01'); due = nextDue(when, due))
      mondays.push(due.toISOString());
    const looks = mondays.flatMap(at => [-5, 0, 0.1, 7, 60].map(hours => Date.parse(at) + hours * HOUR));
    for (const look of looks) {
      clock.now = new Date(look);
      const due = await Promise.all([digestDue(own), digestDue(own)]);
      await Promise.all(due.map(d => d && postDigest(job, d.asOf, d.note)));
    }
    expect(mondays).toHaveLength(52);
    expect(posted.map(p => p.at)).toEqual(mondays);
    expect(posted.every(p => p.note === undefined)).toBe(true);
  });

  it('posts only the last of several missed digests, late, with a note', async () => {
    const { job, clock, posted } = jobs('CMISSED');
    const when = { cron: '0 9 * * 1', zone: 'Europe/Berlin' };
    const look = async (at: string) => {
      clock.now = new Date(at);
      const due = await digestDue(fromSettings(job, when));
      if (due) await postDigest(job, due.asOf, due.note);
    };
    // A subscription to the same channel is not the settings' digest.
    clock.now = new Date('2026-03-30T09:00:00Z');
    await postDigest({ ...job, name: 'subscription 1' }, Math.floor(clock.now.getTime() / (24 * HOUR)));
    posted.length = 0;
    // Newly installed on a Wednesday: nothing is due until Monday.
    await look('2026-04-01T12:00:00Z');
    expect(posted).toHaveLength(0);
    await look('2026-04-06T07:00:00Z');
    expect(posted).toHaveLength(1);
    // Down from then on; back on the Tuesday three weeks later.
    await look('2026-04-28T10:00:00Z');
    await look('2026-04-28T10:10:00Z');
    expect(posted).toHaveLength(2);
    expect(posted[1]?.note).toBe(
      'Posted late: it was due Mon, Apr 27, 2026, 09:00 (Europe/Berlin), but I was not running or could not post.',
    );
    await look('2026-05-04T07:00:00Z');
    expect(posted).toHaveLength(3);
    expect(posted[2]?.note).toBeUndefined();
  });

  it('waits for fresh data up to a time, and then is posted with what is missing', async () => {
    const { job, clock } = jobs('CFRESH');
    const { store } = shop.shop;
    const when = { cron: '0 8 * * 1', zone: 'Europe/Berlin' };
    const waiting = { ...fromSettings(job, when), isDueSince: async () => true, freshUntil: 11 * 60 };
    const at = async (time: string) => {
      clock.now = new Date(`2026-05-11T${time}:00Z`);
      return digestDue(waiting);
    };
    const read = (freshThrough: string) => store.write(trx => noteSource(trx, 'web', { freshThrough }));
    const source = { name: 'web', kind: 'folder', settings: {}, schedule: 'every hour', cron: '0 * * * *' };
    const addedAt = '2026-05-01T00:00:00Z';
    await store.write(trx => addSource(trx, { ...source, zone: 'UTC', everyMinutes: 60, addedAt }));
    await read('2026-05-10T21:59:00.000Z');
    expect(await at('06:00')).toBeUndefined();
    expect(await at('08:59')).toBeUndefined();
    expect(await at('09:00')).toMatchObject({
      isStale: true,
      note: expect.stringContaining('11:00 (Europe/Berlin): the source web is complete through May 9, 2026.'),
    });
    await read('2026-05-10T22:00:00.000Z');
    expect(await at('08:59')).toEqual({ asOf: expect.any(Number) });
    await store.write(trx => removeSource(trx, 'web'));
  });
});
