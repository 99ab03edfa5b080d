import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRows, writeDemoShop } from '../../seeds/demo-shop.js';
import { noteText } from '../../src/core/answer/notes.js';
import { scopeText } from '../../src/core/answer/scope.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { periodsBefore } from '../../src/digest/compose/periods.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import { digestDue } from '../../src/digest/delivery/schedule.js';
import { parseQuestion } from '../../src/language/parse/parse.js';
import type { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { optionsWith } from '../../src/segments/segmentation/options.js';
import { segmentsAsOf } from '../../src/segments/snapshots/as-of.js';
import { customersOf } from '../../src/segments/snapshots/snapshot.js';
import type { SlackContext } from '../../src/surfaces/slack/context.js';
import { digestJob } from '../../src/surfaces/slack/digest-poster.js';
import { blockTypes, startApp, textOf } from '../support/app.js';
import { expectDigestOf } from '../support/digest.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const END = dayFromIso('2026-11-21') as number;
const MONDAY = dayFromIso('2026-11-16') as number;
const WHEN = { cron: '0 9 * * 1', zone: 'UTC' };

describe('the weekly digest', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-11-22T09:00:00Z');
    await writeDemoShop(`${shop.folder}/demo.csv`, END);
    await shop.ingest(`${shop.folder}/demo.csv`);
  });
  afterAll(() => shop.close());

  it('is of the last whole week, Monday to Sunday, whatever day it is composed on', () => {
    for (const day of [MONDAY, MONDAY + 3, MONDAY + 6]) {
      const { period, before, yearBefore } = periodsBefore(day);
      expect([period, before, yearBefore].map(w => [isoOf(w.from), isoOf(w.to)])).toEqual([
        ['2026-11-09', '2026-11-15'],
        ['2026-11-02', '2026-11-08'],
        ['2025-11-10', '2025-11-16'],
      ]);
    }
  });

  it('agrees with the rows of the file', async () => {
    const { headline } = await composeDigest(shop.shop, MONDAY);
    const rows = demoRows(END).filter(
      r => String(r['Order Date']) >= '2026-11-09' && String(r['Order Date']) <= '2026-11-15',
    );
    const cents = rows.reduce((sum, r) => sum + Math.round(Number(r.Amount) * 100), 0);
    const orders = new Set(rows.map(r => r['Order ID'])).size;
    const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
    expect(headline.headline).toContain(`${money} from ${orders} orders (`);
  });

  it('counts the segments as they were on the two Sundays', async () => {
    const { headline, thread } = await composeDigest(shop.shop, MONDAY);
    const count = async (day: number) => {
      const snapshot = await shop.shop.read(view => segmentsAsOf(view, day));
      const customers = customersOf(snapshot);
      return snapshot.map.segments.map(s => customers.filter(c => c.segment === s).length);
    };
    const [before, after] = [await count(MONDAY - 8), await count(MONDAY - 1)];
    expect(headline.rows.map(r => r.customers)).toEqual(after);
    expect(headline.rows.map(r => r.change)).toEqual(after.map((n, i) => n - (before[i] as number)));
    const shifts = thread.find(part => part.title === 'Who moved');
    const moved = shifts?.rows.reduce((sum, r) => sum + Number(r.customers), 0);
    expect(moved).toBeGreaterThan(0);
  });

  it('moves whom the definitions move, worked out from the rows of the file', async () => {
    const lines = demoRows(END).map(r => ({
      order: String(r['Order ID']),
      customer: String(r['Customer ID']),
      day: dayFromIso(String(r['Order Date'])) as number,
      cents: Math.round(Number(r.Amount) * 100),
    }));
    for (const monday of [MONDAY, MONDAY - 14, MONDAY - 77, MONDAY - 350, MONDAY - 679])
      await expectDigestOf(shop.shop, lines, monday);
  });

  it('agrees with `segment shifts` of the same days, on several Mondays', async () => {
    for (const monday of [MONDAY, MONDAY - 7, MONDAY - 70, MONDAY - 364]) {
      const { periods, thread } = await composeDigest(shop.shop, monday);
      const { from, to } = periods.period;
      const { rows } = await shop.answer(`segment shifts since ${isoOf(from)} as-of:${isoOf(to)}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(thread.find(part => part.title === 'Who moved')?.rows).toEqual(rows);
    }
  });

  it('is of a day or a month as well, by another map and for a part of the shop', async () => {
    const { segmenting } = shop.shop;
    const segmentation = optionsWith([['map', 'eleven']], segmenting.segmentation, segmenting.maps);
    const asked = (await shop.shop.read(view => parseQuestion('sales country:Germany', view))).filters;
    const digest = await composeDigest(shop.shop, MONDAY, { grain: 'month', segmentation, filters: asked });
    expect(digest.headline.title).toBe('Oct 2026');
    expect(scopeText(digest.headline.scope)).toBe(
      'Segments as of Oct 31, 2026 · country is Germany · map:eleven',
    );
    const inGermany = await shop.answer('sales country:Germany 2026-10');
    const revenue = inGermany.rows.find(r => r.measure === 'revenue')?.value as number;
    expect(digest.headline.headline).toContain(
      new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(revenue),
    );
    const segments = await shop.answer('segment map:eleven as-of:2026-10-31 country:Germany');
    expect(digest.headline.rows.map(r => [r.segment, r.customers])).toEqual(
      segments.rows.map(r => [r.segment, r.customers]),
    );
    for (const followUp of digest.headline.followUps) await shop.ask(followUp.text);
    const day = await composeDigest(shop.shop, MONDAY, { grain: 'day' });
    expect(day.headline.title).toBe('Sun, Nov 15, 2026');
  });

  it('counts who is new and who comes back as the rows of the file have it', async () => {
    const { headline } = await composeDigest(shop.shop, MONDAY);
    const first = new Map<string, string>();
    for (const row of demoRows(END)) {
      const [who, day] = [String(row['Customer ID']), String(row['Order Date'])];
      if (day < (first.get(who) ?? '9')) first.set(who, day);
    }
    const people = (from: string, to: string) => {
      const active = new Set(
        demoRows(END)
          .filter(r => String(r['Order Date']) >= from && String(r['Order Date']) <= to)
          .map(r => String(r['Customer ID'])),
      );
      const fresh = [...active].filter(who => (first.get(who) as string) >= from).length;
      return fresh > 0
        ? `${fresh} new customer${fresh === 1 ? '' : 's'} and ${active.size - fresh} returning ones`
        : `${active.size} returning customers, none new`;
    };
    expect(headline.headline).toContain(people('2026-11-09', '2026-11-15'));
    expect(headline.observations[1]).toContain(people('2026-11-02', '2026-11-08'));
  });

  it('says which days miss their sales, and what else stood out', async () => {
    const own = await openTestShop({}, '2026-06-01T00:00:00Z');
    // One order a day for ten weeks, but none on Wednesday of the last; on its Friday twenty, three of them
    // cancelled.
    const monday = dayFromIso('2026-05-25') as number;
    const rows: string[] = [];
    for (let day = monday - 70; day < monday; day++) {
      if (isoOf(day) === '2026-05-20') continue;
      const many = isoOf(day) === '2026-05-22' ? 20 : 1;
      for (let i = 0; i < many; i++)
        rows.push(
          `${day}-${i},${isoOf(day)},c${day % 9},Tea,${many > 1 && i < 3 ? 'Cancelled' : 'Shipped'},10`,
        );
    }
    await own.load('days.csv', `Order ID,Order Date,Customer,Product,Status,Amount\n${rows.join('\n')}\n`);
    const { headline, thread } = await composeDigest(own.shop, monday);
    expect(headline.notes.map(noteText)).toEqual([
      'No sales on Wed, May 20, 2026, although this weekday nearly always has some: is a file missing?',
    ]);
    const stood = thread.find(part => part.title === 'What else stood out');
    const said = [stood?.headline, ...(stood?.observations ?? [])];
    // 25 orders in the week, three of them cancelled; none the week before.
    expect(said).toContain('3 orders worth $30.00 were cancelled, 12.0% of all; 0.0% the week before.');
    await own.close();
  });

  it('is posted with its thread, exactly once, though two fire at the same moment', async () => {
    const { workspace, app, close } = await startApp(shop, 'http');
    const job = digestJob(app.context, workspace.channel);
    expect((await Promise.all([postDigest(job, MONDAY), postDigest(job, MONDAY)])).sort()).toEqual([
      'already claimed',
      'posted',
    ]);
    expect(await postDigest(job, MONDAY + 1)).toBe('already claimed');
    const [headline, ...thread] = workspace.posted;
    expect(blockTypes(headline as never)).toContain('image');
    expect(textOf(headline as never)).toContain('Week of Nov 9 – Nov 15, 2026');
    expect(thread.length).toBeGreaterThanOrEqual(3);
    expect(thread.every(m => m.threadTs === headline?.ts)).toBe(true);
    await close();
  });

  it('gives its claim back when nothing could be posted, so that it can be tried again', async () => {
    const { workspace, app, close } = await startApp(shop, 'http');
    const job = digestJob(app.context, workspace.channel);
    const monday = MONDAY - 7;
    workspace.fail('chat.postMessage', { error: 'not_in_channel' });
    expect(await postDigest(job, monday)).toBe('failed');
    expect(await postDigest(job, monday)).toBe('already claimed');
    const later = { ...job, now: () => new Date(job.now().getTime() + 60_000) };
    expect(await postDigest(later, monday)).toBe('posted');
    await close();
  });

  /**
   * Looks at every minute of a span of time as a schedule does, in two Shopkeepers; when it tried, and whom
   * it told.
   */
  const looked = async (context: SlackContext, workspace: Workspace, name: string, minutes: number) => {
    const clock = { now: new Date('2026-11-16T09:00:00Z') };
    const outcomes: string[] = [];
    for (let minute = 0; minute <= minutes; minute++) {
      clock.now = new Date(Date.UTC(2026, 10, 16, 9, minute));
      for (const _ of ['one process', 'another']) {
        const job = digestJob(
          { ...context, now: () => clock.now },
          workspace.channel,
          [{ id: workspace.user, name: 'you' }],
          {
            name,
          },
        );
        const due = await digestDue({ job, when: WHEN, isDueSince: async () => true });
        if (due) outcomes.push(`${minute} ${await postDigest(job, due.asOf, due.note)}`);
      }
    }
    const told = workspace.posted.filter(p => p.channel === workspace.user).map(p => p.text);
    return { outcomes, told };
  };

  it('is tried by one of two processes for hours, then given up with one notification', async () => {
    const { workspace, app, close } = await startApp(shop, 'http');
    // Seven tries of four forms each.
    const refused = { error: 'ratelimited_for_good' };
    workspace.fail('chat.postMessage', ...Array.from({ length: 7 * 4 }, () => refused));
    const { outcomes, told } = await looked(app.context, workspace, 'gives up', 400);
    // After 1, 5, 15, 30, 60 and 120 minutes.
    expect(outcomes).toEqual([0, 1, 6, 21, 51, 111, 231].map(minute => `${minute} failed`));
    expect(told).toEqual([expect.stringContaining('I tried for several hours and gave up')]);
    await close();
  });

  it.each([
    // [faults of the first try, when it is posted, what is told at once where only a person can mend it]
    [
      [{ error: 'is_archived' }],
      1,
      'is_archived. The channel is archived: unarchive it, or choose another one',
    ],
    [[{ error: 'not_in_channel' }], 1, 'Invite me there: /invite @shopkeeper'],
    [[{ status: 429, error: 'ratelimited', headers: { 'retry-after': '61' } }], 2, undefined],
    [[{ error: 'internal_error' }], 11, undefined],
    [[{ error: 'oops', status: 500 }], 11, undefined],
    [[{ error: 'cut', closesAfterCall: true }], 11, undefined],
    [[{ status: 429, error: 'ratelimited', headers: { 'retry-after': '1' } }], 0, undefined],
  ] as const)('%j: posted once, after %d minutes', async (faults, minute, remedy) => {
    const { workspace, app, close } = await startApp(shop, 'http');
    workspace.fail('chat.postMessage', ...faults);
    const { outcomes, told } = await looked(app.context, workspace, JSON.stringify(faults), 30);
    expect(outcomes.at(-1)).toBe(`${minute} posted`);
    expect(outcomes).toHaveLength(minute === 0 ? 1 : 2);
    expect(workspace.posted.filter(p => p.channel === workspace.channel && p.threadTs === null)).toHaveLength(
      1,
    );
    expect(told).toEqual(remedy ? [expect.stringContaining(remedy)] : []);
    await close();
  });

  it('keeps its claim when Slack may have taken the message, so that it is never posted twice', async () => {
    const { app, workspace, close } = await startApp(shop, 'http');
    workspace.fail('chat.postMessage', { error: 'cut', closesAfterCall: true });
    expect(await postDigest(digestJob(app.context, workspace.channel), MONDAY - 14)).toBe('unknown');
    expect(await postDigest(digestJob(app.context, workspace.channel), MONDAY - 14)).toBe('already claimed');
    expect(workspace.posted).toHaveLength(1);
    await close();
  });

  it('posts what it can of the thread when a reply fails', async () => {
    const { app, workspace, close } = await startApp(shop, 'http');
    const job = digestJob(app.context, workspace.channel);
    let posts = 0;
    const failing = {
      ...job,
      post: (...args: Parameters<typeof job.post>) =>
        ++posts === 2 ? Promise.reject(new Error('timed out')) : job.post(...args),
    };
    expect(await postDigest(failing, MONDAY - 21)).toBe('posted in part');
    const messages = () => workspace.posted.filter(p => p.through === 'chat.postMessage');
    expect(messages()).toHaveLength(posts - 1);
    // The one that is missing comes when the lease has run out.
    expect(await postDigest(job, MONDAY - 21)).toBe('already claimed');
    const later = { ...job, now: () => new Date(job.now().getTime() + 11 * 60_000) };
    expect(await postDigest(later, MONDAY - 21)).toBe('posted');
    const parts = messages().map(p => (p.metadata as { event_payload: { part: number } }).event_payload.part);
    expect(parts.sort((x, y) => x - y)).toEqual(parts.map((_, i) => i));
    expect(await postDigest(later, MONDAY - 21)).toBe('already claimed');
    await close();
  });
});

describe('the demo shop', () => {
  it('is the same for the same day, and of the promised size', () => {
    const rows = demoRows(END);
    expect(demoRows(END)).toEqual(rows);
    const distinct = (column: string) => new Set(rows.map(r => r[column])).size;
    expect({
      lines: rows.length,
      orders: distinct('Order ID'),
      customers: distinct('Customer ID'),
      names: distinct('Customer Name'),
      countries: distinct('Country'),
      productLines: distinct('Product Line'),
    }).toEqual({ lines: 15_502, orders: 6_215, customers: 400, names: 400, countries: 20, productLines: 7 });
  });
});
