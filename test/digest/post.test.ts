import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerOf } from '../../src/core/answer/answer.js';
import { type Day, dayFromIso } from '../../src/core/calendar/days.js';
import type { Digest } from '../../src/digest/compose/digest.js';
import { periodsBefore } from '../../src/digest/compose/periods.js';
import { notifyOfEnded } from '../../src/digest/delivery/failed-runs.js';
import type { DigestJob, Failure, Found } from '../../src/digest/delivery/job.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import { digestDue, scheduleDigests } from '../../src/digest/delivery/schedule.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const MONDAY = dayFromIso('2026-11-16') as Day;
const MINUTE = 60_000;

/** A digest of three replies, the second with a file. */
const digestOf = (asOf: Day, name = 'digest'): Digest => ({
  periods: periodsBefore(asOf),
  headline: answerOf({ question: 'digest', title: name, headline: 'One sentence.' }),
  thread: ['a', 'b', 'c'].map(title =>
    answerOf({
      question: 'digest',
      title: `${name} ${title}`,
      headline: title,
      ...(title === 'b' && { file: 'b.csv' }),
    }),
  ),
});

/** Failures of Slack and of processes, with a clock that is set by hand. */
describe('posting a digest', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop();
  });
  afterAll(() => shop.close());

  const clock = { now: Date.parse('2026-11-16T09:00:00Z') };
  const pass = (minutes: number) => {
    clock.now += minutes * MINUTE;
  };
  let channel: { part: number; title: string; headline?: string }[] = [];
  let told: Failure[] = [];
  let looks: { since: string; headline: string | undefined }[] = [];
  let count = 0;
  beforeEach(() => {
    clock.now = Date.parse('2026-11-16T09:00:00Z');
    [channel, told, looks] = [[], [], []];
    count++;
  });
  const found = (): Found => ({
    parts: new Map(channel.map(({ part }) => [part, `ts ${part}`])),
    files: new Set(channel.filter(m => m.title.endsWith(' b')).map(() => 'b.csv')),
  });
  const job = (own: Partial<DigestJob> = {}): DigestJob => ({
    shop: shop.shop,
    channel: 'C1',
    name: `job ${count}`,
    grain: 'week',
    compose: async asOf => digestOf(asOf),
    post: async (answer, { part }, _, beforeSend) => {
      await beforeSend();
      channel.push({ part, title: answer.title, headline: answer.headline });
      return `ts ${part}`;
    },
    find: async (_, since, headline) => {
      looks.push({ since: since.toISOString(), headline });
      return found();
    },
    notPosted: error => error === 'refused',
    needsPerson: error => error === 'archived',
    notify: async (_, failed) => {
      told.push(failed);
      return true;
    },
    log: shop.log,
    now: () => new Date(clock.now),
    ...own,
  });
  const failing = (parts: readonly number[], error: unknown) => {
    const { post } = job();
    return job({
      post: (answer, mark, ...rest) =>
        parts.includes(mark.part) ? Promise.reject(error) : post(answer, mark, ...rest),
    });
  };
  const parts = () => channel.map(m => m.part);

  it('stops if another process has taken it over', async () => {
    // It is composed so slowly that the lease expires.
    let go: (() => void) | undefined;
    const slow = job({
      compose: async asOf => {
        await new Promise<void>(resolve => {
          go = resolve;
        });
        return digestOf(asOf, 'slow');
      },
    });
    const first = postDigest(slow, MONDAY);
    await expect.poll(() => go).toBeDefined();
    pass(11);
    expect(await postDigest(job(), MONDAY)).toBe('posted');
    go?.();
    expect(await first).toBe('already claimed');
    expect(channel.map(m => m.title)).toEqual(['digest', 'digest a', 'digest b', 'digest c']);
    expect(await postDigest(job(), MONDAY)).toBe('already claimed');
  });

  it('stops within its thread as well', async () => {
    const { post } = job();
    const slow = job({
      post: async (answer, mark, ...rest) => {
        if (mark.part === 2) {
          pass(11);
          expect(await postDigest(job(), MONDAY)).toBe('posted');
        }
        return post(answer, mark, ...rest);
      },
    });
    expect(await postDigest(slow, MONDAY)).toBe('already claimed');
    expect(parts()).toEqual([0, 1, 2, 3]);
  });

  it('is not taken over while it goes on, though it takes long', async () => {
    const { post } = job();
    const slow = job({
      post: async (...args) => {
        const ts = await post(...args);
        pass(7);
        expect(await postDigest(job(), MONDAY)).toBe('already claimed');
        return ts;
      },
    });
    expect(await postDigest(slow, MONDAY)).toBe('posted');
    expect(parts()).toEqual([0, 1, 2, 3]);
  });

  it('continues the thread of a headline that the store knows, with the digest that was begun', async () => {
    expect(await postDigest(failing([2, 3], 'cut'), MONDAY)).toBe('posted in part');
    pass(60 * 30);
    const unreadable = job({ find: () => Promise.reject(new Error('away')) });
    expect(await postDigest(unreadable, MONDAY)).toBe('unknown');
    pass(60 * 30);
    const later = job({ compose: async asOf => digestOf(asOf, 'other') });
    expect(await postDigest(later, MONDAY)).toBe('posted');
    expect(looks).toEqual([{ since: '2026-11-16T08:00:00.000Z', headline: 'ts 0' }]);
    expect(channel.map(m => m.title)).toEqual(['digest', 'digest a', 'digest b', 'digest c']);
  });

  it('is looked for since it was begun first, however often it was taken over', async () => {
    expect(await postDigest(failing([0], 'cut'), MONDAY)).toBe('unknown');
    for (const minutes of [60, 60 * 25]) {
      pass(minutes);
      expect(await postDigest(failing([0], 'cut'), MONDAY)).toBe('unknown');
    }
    expect(looks.map(l => l.since)).toEqual(['2026-11-16T08:00:00.000Z', '2026-11-16T08:00:00.000Z']);
  });

  it('sends only what the channel lacks after an error that leaves open whether it was posted', async () => {
    const { post } = job();
    const taken = job({
      post: async (...args) => {
        await post(...args);
        throw new Error('cut');
      },
    });
    expect(await postDigest(taken, MONDAY)).toBe('unknown');
    pass(5);
    expect(await postDigest(job(), MONDAY)).toBe('already claimed');
    pass(6);
    expect(await postDigest(job(), MONDAY)).toBe('posted');
    expect(parts()).toEqual([0, 1, 2, 3]);
  });

  it('is given up after a bounded number of crashes, and notifies', async () => {
    let begun = 0;
    let hasBegun = () => {};
    const deadly = job({
      compose: () => {
        begun++;
        hasBegun();
        return new Promise<Digest>(() => {});
      },
    });
    for (let i = 0; i < 100; i++) {
      const isBegun = new Promise<void>(resolve => {
        hasBegun = resolve;
      });
      // Either it is composed, in which its process dies, or it is refused or given up.
      await Promise.race([postDigest(deadly, MONDAY), isBegun]);
      pass(30);
    }
    expect(told).toEqual([{ isGivenUp: true, what: 'digest' }]);
    expect(begun).toBe(7);
    expect(channel).toEqual([]);
  });

  it('names the details that it lacks in its thread when it is given up after crashes', async () => {
    const { post } = job();
    let hasBegun = () => {};
    // Each process dies of the second detail.
    const deadly = job({
      post: (answer, mark, ...rest) => {
        if (mark.part !== 2) return post(answer, mark, ...rest);
        hasBegun();
        return new Promise(() => {});
      },
    });
    for (let i = 0; i < 20; i++) {
      const isBegun = new Promise<void>(resolve => {
        hasBegun = resolve;
      });
      await Promise.race([postDigest(deadly, MONDAY), isBegun]);
      pass(30);
    }
    expect(channel.map(({ part, headline }) => [part, headline])).toEqual([
      [0, 'One sentence.'],
      [1, 'a'],
      [4, '2 details could not be posted and are missing: digest b and digest c.'],
    ]);
    expect(told).toEqual([{ isGivenUp: true, what: 'replies' }]);
  });
  const run = () => databaseOf(shop.shop.store)('digest_runs').where('key', 'like', `job ${count}:%`).first();

  it('notifies later if nobody could be reached when it was given up', async () => {
    let isAway = true;
    const away = () => ({
      ...failing([0], 'cut'),
      find: () => Promise.reject(new Error('away')),
      notify: async (_: unknown, failed: Failure) => {
        if (!isAway) told.push(failed);
        return !isAway;
      },
    });
    const outcomes: string[] = [];
    for (let minute = 0; minute < 60 * 20; minute += 5, pass(5)) {
      if (minute === 60 * 10) isAway = false;
      await notifyOfEnded(away(), MONDAY);
      const due = await digestDue({ job: away(), when: WHEN, isDueSince: async () => true });
      if (due) outcomes.push(`${minute}: ${await postDigest(away(), due.asOf, due.note)}`);
    }
    // Tried for some four hours, as what is surely refused; then only told, until somebody is.
    expect(outcomes.map(o => o.split(':')[1])).toEqual(Array(7).fill(' unknown'));
    expect(Number.parseInt(outcomes[6] as string, 10)).toBeGreaterThan(230);
    expect(told).toEqual([{ isGivenUp: true, what: 'digest' }]);
    // Also where the process dies while it tells.
    await databaseOf(shop.shop.store)('digest_runs')
      .where('key', 'like', `job ${count}:%`)
      .update({ told: false, retry_at: '2026-11-16T09:00:00.000Z' });
    void notifyOfEnded(job({ notify: () => new Promise(() => {}) }), MONDAY);
    await expect.poll(async () => (await run()).retry_at > '2026-11-16T10').toBe(true);
    await notifyOfEnded(job(), MONDAY);
    expect(told).toHaveLength(1);
    pass(31);
    await notifyOfEnded(job(), MONDAY);
    await notifyOfEnded(job(), MONDAY);
    expect(told).toHaveLength(2);
    expect(channel).toEqual([]);
  });

  it('gives replies up after as many attempts, and notifies once', async () => {
    for (let i = 0; i < 20; i++, pass(130)) await postDigest(failing([3], new Error('no')), MONDAY);
    // The last one names what is missing, in the thread.
    expect(channel.map(({ part, title }) => [part, title])).toEqual([
      [0, 'digest'],
      [1, 'digest a'],
      [2, 'digest b'],
      [4, 'Missing details'],
    ]);
    expect(told).toEqual([{ isGivenUp: true, what: 'replies' }]);
    expect(await run()).toMatchObject({ state: 'posted', problem: expect.stringContaining('digest c') });
  });

  it('notifies at once if only a person can help, and not again', async () => {
    for (let i = 0; i < 10; i++, pass(130)) await postDigest(failing([2], 'archived'), MONDAY);
    expect(told).toEqual([{ isGivenUp: false, what: 'replies' }]);
  });

  it('waits for as long as Slack asks', async () => {
    const asked = { ...failing([0], 'refused'), waitMs: () => 20 * MINUTE };
    expect(await postDigest(asked, MONDAY)).toBe('failed');
    pass(19);
    expect(await postDigest(job(), MONDAY)).toBe('already claimed');
    pass(1);
    expect(await postDigest(job(), MONDAY)).toBe('posted');
  });

  it('ends unfinished runs when the next one is due, and notifies', async () => {
    await postDigest(failing([2], new Error('no')), MONDAY);
    // Not while a process holds the lease, even though the next one is due.
    await notifyOfEnded(job(), MONDAY + 7);
    expect(told).toEqual([]);
    pass(60 * 24 * 7);
    await notifyOfEnded(job(), MONDAY + 7);
    await notifyOfEnded(job(), MONDAY + 7);
    expect(told).toEqual([{ isGivenUp: true, what: 'replies' }]);
    expect(await postDigest(job(), MONDAY + 7)).toBe('posted');
    pass(60);
    expect(await postDigest(job(), MONDAY)).toBe('already claimed');
    // The thread of the one that was ended says what it lacks.
    expect(parts()).toEqual([0, 1, 3, 4, 0, 1, 2, 3]);
    expect(channel[3]?.headline).toBe('1 detail could not be posted and is missing: digest b.');
  });

  it('tries replies separately, and notifies of their failure even after one of the headline', async () => {
    for (let i = 0; i < 6; i++, pass(130)) await postDigest(failing([0], 'archived'), MONDAY);
    expect(told).toEqual([{ isGivenUp: false, what: 'digest' }]);
    expect(await postDigest(failing([2], new Error('no')), MONDAY)).toBe('posted in part');
    pass(130);
    expect(await postDigest(job(), MONDAY)).toBe('posted');
    expect(parts()).toEqual([0, 1, 3, 2]);
    channel = [];
    await postDigest(failing([0], 'archived'), MONDAY + 7);
    for (let i = 0; i < 20; i++, pass(130)) await postDigest(failing([1], new Error('no')), MONDAY + 7);
    expect(told.slice(1)).toEqual([
      { isGivenUp: false, what: 'digest' },
      { isGivenUp: true, what: 'replies' },
    ]);
  });

  it('searches the channel again after a takeover, even if Slack refuses the second attempt', async () => {
    await postDigest(failing([0], new Error('cut')), MONDAY);
    pass(20);
    expect(await postDigest(failing([0], 'refused'), MONDAY)).toBe('unknown');
    // Only now the first message shows.
    channel.push({ part: 0, title: 'digest' });
    pass(20);
    expect(await postDigest(job(), MONDAY)).toBe('posted');
    expect(parts()).toEqual([0, 1, 2, 3]);
  });

  it('has certainly sent nothing if the store does not answer', async () => {
    const { post } = job();
    const away = job({
      post: (answer, mark, threadTs) =>
        post(answer, mark, threadTs, () => Promise.reject(new Error('not asked'))),
      notPosted: error => error instanceof Error && error.message === 'not asked',
    });
    expect(await postDigest(away, MONDAY)).toBe('failed');
    pass(1);
    expect(await postDigest(job(), MONDAY)).toBe('posted');
    expect(looks).toEqual([]);
  });

  it('attaches a missing file, and tries again if that fails', async () => {
    await postDigest(failing([3], new Error('no')), MONDAY);
    pass(20);
    const given: string[] = [];
    const noFiles = { find: async () => ({ parts: found().parts, files: new Set<string>() }) };
    const refused = { ...noFiles, attach: () => Promise.reject(new Error('storage')) };
    expect(await postDigest(job(refused), MONDAY)).toBe('posted in part');
    pass(20);
    const attach = async (answer: { file?: string }, ts: string) => {
      given.push(`${answer.file} ${ts}`);
    };
    expect(await postDigest(job({ ...noFiles, attach }), MONDAY)).toBe('posted');
    expect(given).toEqual(['b.csv ts 0']);
    expect(parts()).toEqual([0, 1, 2, 3]);
  });

  it('is taken over from a clock that was ahead', async () => {
    pass(60 * 24);
    void postDigest(job({ compose: () => new Promise<Digest>(() => {}) }), MONDAY);
    await expect.poll(run).toBeDefined();
    pass(-60 * 24);
    // Nobody knows when it was begun: it is left behind when a whole lease has passed from now on.
    expect(await digestDue({ job: job(), when: WHEN, isDueSince: async () => true })).toBeDefined();
    expect(await postDigest(job(), MONDAY)).toBe('already claimed');
    pass(9);
    expect(await postDigest(job(), MONDAY)).toBe('already claimed');
    pass(2);
    expect(await postDigest(job(), MONDAY)).toBe('posted');
    // It is of the week up to 15 November, and may have been posted at any time after.
    expect(looks.map(l => l.since)).toEqual(['2026-11-14T23:00:00.000Z']);
  });

  it('reports once that there is no data, even after a failure was notified', async () => {
    let reports = 0;
    const own = {
      compose: async (asOf: Day) => ({ ...digestOf(asOf), isWithoutData: true }),
      report: async () => {
        reports++;
        return true;
      },
      reportsTo: 'you',
    };
    expect(await postDigest({ ...failing([0], 'refused'), ...own, needsPerson: () => true }, MONDAY)).toBe(
      'failed',
    );
    pass(1);
    expect(await postDigest({ ...failing([2], new Error('no')), ...own }, MONDAY)).toBe('posted in part');
    pass(30);
    expect(await postDigest(job(own), MONDAY)).toBe('posted');
    expect({ reports, told: told.length }).toEqual({ reports: 1, told: 1 });
  });

  it('finishes what was begun despite a pause; posts nothing that is no longer wanted', async () => {
    await postDigest(failing([2], new Error('no')), MONDAY);
    pass(30);
    const scheduled = { job: job(), when: WHEN, isDueSince: async () => false };
    expect(await digestDue(scheduled)).toMatchObject({ asOf: MONDAY });
    const others = { job: job({ name: 'fresh' }), when: WHEN, isDueSince: async () => true };
    const schedule = scheduleDigests(
      async () => [
        { ...others, isDueSince: () => Promise.reject(new Error('a zone that is not there')) },
        { ...others, isWanted: async () => false },
        scheduled,
      ],
      shop.log,
    );
    await expect.poll(() => parts()).toEqual([0, 1, 3, 2]);
    await schedule.stop();
    expect(parts()).toEqual([0, 1, 3, 2]);
  });
});
const WHEN = { cron: '0 9 * * 1', zone: 'UTC' };
