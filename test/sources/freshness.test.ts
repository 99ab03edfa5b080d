import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { readDigestRequest } from '../../src/digest/subscriptions/request.js';
import { isSourceDue, type SourceJobs, scheduleSources, tellNews } from '../../src/sources/schedule.js';
import { readSchedule } from '../../src/sources/schedule-words.js';
import { sourceNamed } from '../../src/store/tables/sources.js';
import { runInProcess } from '../support/command-in-process.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const FILE = 'Order ID,Order Date,Customer ID,Product,Amount\n1,2026-03-20,c1,Tea,10.00\n';

let shop: TestShop;
let now: Date;
let folder: string;
beforeEach(async () => {
  now = new Date('2026-03-24T10:00:00Z');
  shop = await openTestShop({}, () => now);
  folder = join(shop.folder, 'exports');
  await mkdir(folder);
  await shop.load('a.csv', FILE);
  await shop.sources.add({ kind: 'folder', name: 'exports', settings: { path: folder } }, 'every hour');
});
afterEach(() => shop.close());

const notes = async (text: string) => (await shop.answer(text)).notes.filter(n => n.includes('source'));
const told: string[] = [];
const jobs = (): SourceJobs => ({
  store: shop.shop.store,
  now: () => now,
  log: pino({ level: 'silent' }),
  zone: 'UTC',
  run: shop.sources.run,
  digests: async () => [],
  tell: async text => told.push(text) > 0,
});

describe('a source that is behind', () => {
  const BEHIND =
    'The source exports is complete through Mar 23, 2026, and behind since: ' +
    `the folder FOLDER is not there.`;

  it('is said in answers, digests and doctor, and told once, until it is read', async () => {
    told.length = 0;
    await shop.sources.run('exports');
    expect(await notes('sales')).toEqual([]);
    await rm(folder, { recursive: true });
    now = new Date('2026-03-26T10:00:00Z');
    expect(await shop.sources.run('exports')).toMatchObject({ outcome: 'failed' });
    const text = BEHIND.replace('the folder FOLDER', `The folder ${folder}`);
    expect(await notes('sales')).toEqual([text]);
    expect(await notes('segment overview')).toEqual([text]);
    const request = await readDigestRequest('', shop.shop);
    const digest = await composeDigest(shop.shop, shop.shop.today(), request);
    expect(digest.headline.notes.map(noteText)).toContain(text);
    await tellNews(jobs());
    await tellNews(jobs());
    expect(told).toEqual([`${text} Make it, or add the source with another path.`]);
    const doctor = await runInProcess(['doctor'], { DATABASE_URL: shop.shop.store.url });
    expect(doctor.out + doctor.err).toContain(`The folder ${folder} is not there.`);
    await mkdir(folder);
    await shop.sources.run('exports');
    expect(await notes('sales')).toEqual([]);
  });

  it('is not behind when nothing was sold, and is when it is paused', async () => {
    await shop.sources.run('exports');
    now = new Date('2026-03-27T10:00:00Z');
    await shop.sources.pause('exports', true);
    expect(await notes('sales')).toEqual([
      'The source exports is complete through Mar 23, 2026, and behind since: it is paused.',
    ]);
    await shop.sources.pause('exports', false);
    await shop.sources.run('exports');
    expect(await notes('sales')).toEqual([]);
  });
});

describe('when a source is read', () => {
  it('is said in words', () => {
    expect(readSchedule('every 15 minutes', 'UTC').cron).toBe('*/15 * * * *');
    expect(readSchedule('hourly', 'UTC').cron).toBe('0 */1 * * *');
    expect(readSchedule('every 6 hours', 'UTC').cron).toBe('0 */6 * * *');
    expect(readSchedule('daily 6:00 Europe/Berlin', 'UTC')).toEqual({
      cron: '0 6 * * *',
      zone: 'Europe/Berlin',
    });
    expect(readSchedule('monday 7:00', 'UTC').cron).toBe('0 7 * * 1');
    expect(() => readSchedule('every 7 minutes', 'UTC')).toThrow('does not divide an hour evenly');
    expect(() => readSchedule('every 1 minute', 'UTC')).toThrow('too often');
    expect(() => readSchedule('often', 'UTC')).toThrow('no time to read a source at');
  });

  it('is by its schedule, after a failure later, and before a digest', async () => {
    const due = async (at: string, digests: { cron: string; zone: string }[] = []) => {
      const source = await sourceNamed(shop.shop.store, 'exports');
      return source ? isSourceDue(source, new Date(at), digests) : undefined;
    };
    expect(await due('2026-03-24T10:01:00Z')).toBe(true);
    now = new Date('2026-03-24T10:05:00Z');
    await shop.sources.run('exports');
    expect(await due('2026-03-24T10:59:00Z')).toBe(false);
    expect(await due('2026-03-24T11:00:00Z')).toBe(true);
    await rm(folder, { recursive: true });
    now = new Date('2026-03-24T11:00:00Z');
    await shop.sources.run('exports');
    expect(await due('2026-03-24T11:00:30Z')).toBe(false);
    expect(await due('2026-03-24T11:01:00Z')).toBe(true);
    await shop.sources.pause('exports', true);
    expect(await due('2026-03-24T13:00:00Z')).toBe(false);
  });

  it('is before a digest if it was long ago', async () => {
    await shop.sources.add({ kind: 'folder', name: 'daily', settings: { path: folder } }, 'daily 6:00');
    await shop.sources.run('daily');
    const source = await sourceNamed(shop.shop.store, 'daily');
    const monday = [{ cron: '0 9 * * 2', zone: 'UTC' }];
    expect(
      source && isSourceDue(source, new Date('2026-03-24T10:50:00Z'), [{ cron: '0 11 * * *', zone: 'UTC' }]),
    ).toBe(false);
    expect(
      source && isSourceDue(source, new Date('2026-03-24T12:51:00Z'), [{ cron: '0 13 * * *', zone: 'UTC' }]),
    ).toBe(true);
    expect(source && isSourceDue(source, new Date('2026-03-24T12:51:00Z'), monday)).toBe(false);
  });

  it('is polled for, and ends with the process', async () => {
    const ran: string[] = [];
    let isDone = () => {};
    const done = new Promise<void>(resolve => {
      isDone = resolve;
    });
    const schedule = scheduleSources({
      ...jobs(),
      run: async name => {
        ran.push(name);
        isDone();
        return { name, outcome: 'done' };
      },
    });
    await done;
    await schedule.stop();
    expect(ran).toEqual(['exports']);
  });
});
