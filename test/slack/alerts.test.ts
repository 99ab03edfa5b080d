import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeGoals } from '../../src/app/goals.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import { digestDue } from '../../src/digest/delivery/schedule.js';
import { readDigestRequest } from '../../src/digest/subscriptions/request.js';
import { scheduledDigests } from '../../src/surfaces/slack/subscriptions.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

const FIRST = dayFromIso('2024-01-01') as number;
/** France has 100 and a bit each day, Spain 40; on Wednesday, Apr 10, Spain has 340. */
const ROWS = Array.from({ length: 120 }, (_, i) => {
  const day = isoOf(FIRST + i);
  const spain = day === '2024-04-10' ? 340 : 40;
  return [`F${i},${day},C${i % 9},France,${100 + ((i * 7919) % 13)}.00`, `S${i},${day},D,Spain,${spain}.00`];
}).flat();

describe('alerts', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeAll(async () => {
    shop = await shopOf('Order ID,Order Date,Customer,Country,Amount', ROWS, '2024-04-09T12:00:00Z');
    running = await startApp({ ...shop, charts: blankPictures }, 'http');
  });
  afterAll(async () => {
    await running.close();
    await shop.close();
  });
  beforeEach(() => {
    running.workspace.posted.length = 0;
  });
  const say = async (text: string) => {
    const { workspace } = running;
    await workspace.command('/digest', text);
    await expect.poll(() => workspace.posted.some(p => p.ephemeral)).toBe(true);
    return workspace.posted.splice(0).map(textOf).join('\n');
  };
  /** What comes of each subscription that is due, and the messages. */
  const look = async (now: string) => {
    const all = await scheduledDigests({ ...running.app.context, now: () => new Date(now) })();
    const outcomes: string[] = [];
    for (const scheduled of all) {
      const due = await digestDue(scheduled);
      if (due) outcomes.push(await postDigest(scheduled.job, due.asOf, due.note));
    }
    return { outcomes, said: running.workspace.posted.splice(0).map(textOf).join('\n') };
  };

  it('tell of a day that is out of line, with both values and the cause, once', async () => {
    const told = await say('tell 9:00 when a day is out of line by more than 10% and at least $200');
    expect(told).toContain('daily (only if a day is out of line by more than 10% and at least $200)');
    expect(told).toContain('next on Wed, Apr 10, 2024, 09:00 (UTC)');
    expect(await look('2024-04-10T09:00:00Z')).toEqual({ outcomes: ['withheld'], said: '' });
    const { outcomes, said } = await look('2024-04-11T09:00:00Z');
    expect(outcomes).toEqual(['posted']);
    expect(said).toContain('Out of line: Wed, Apr 10, 2024');
    // 13 x 7919 days are the same as none: day 100 has 100 + (100 x 7919) mod 13.
    const france = 100 + ((100 * 7919) % 13);
    expect(said).toContain(`$${france + 340}`);
    expect(said).toMatch(/instead of about \$14\d/);
    expect(said).toContain('most of all Spain');
    expect((await look('2024-04-11T09:01:00Z')).outcomes).toEqual([]);
    expect(await look('2024-04-12T09:00:00Z')).toEqual({ outcomes: ['withheld'], said: '' });
    await say('unsubscribe all');
  });

  it('keep the floor and the filters', async () => {
    const posted = async (request: string) => {
      await say(`subscribe 9:00 ${request}`);
      const { outcomes } = await look('2024-04-11T09:00:00Z');
      await say('unsubscribe all');
      return outcomes;
    };
    expect(await posted('when a day is out of line by at least $400')).toEqual(['withheld']);
    expect(await posted('country:France when a day is out of line')).toEqual(['withheld']);
    expect(await posted('country:Spain when a day is out of line by over 500%')).toEqual(['posted']);
  });

  it('tell of goals that are off pace, once a period', async () => {
    const by = { person: null, now: new Date() };
    await changeGoals(shop.shop, '9000 revenue in april 2024', by);
    await changeGoals(shop.shop, '100 revenue in april 2024 in Spain', by);
    expect(await say('alert monday 9:00 when a goal is off pace')).toContain(
      'weekly (only if a goal is off pace)',
    );
    const { outcomes, said } = await look('2024-04-15T09:00:00Z');
    expect(outcomes).toEqual(['posted']);
    expect(said).toContain('1 goal is off pace.');
    expect(said).toContain('by Apr 14, 2024');
    expect((await look('2024-04-15T10:00:00Z')).outcomes).toEqual([]);
    await changeGoals(shop.shop, 'remove 1', by);
    expect(await look('2024-04-22T09:00:00Z')).toEqual({ outcomes: ['withheld'], said: '' });
    await say('unsubscribe all');
  });

  it.each([
    ['a day is out of line', 'day', {}],
    ['any week is out of line by 10%', 'week', { share: 0.1 }],
    ['a month is out of line by at least $1,500', 'month', { amount: 1500 }],
    [
      'a day is out of line by more than 12.5 percent and by at least 2k',
      'day',
      { share: 0.125, amount: 2000 },
    ],
  ])('reads %j', async (text, grain, floor) => {
    const { alert } = await readDigestRequest(`when ${text}`, shop.shop);
    expect(alert).toEqual({ kind: 'out of line', grain, floor });
  });

  it.each([
    ['when a day is out of line by 10% and 20%', 'has two floors of the same kind'],
    ['weekly when a day is out of line', 'is about a day'],
    ['when a day is out of lines', 'cannot be understood'],
  ])('refuses %j', async (text, message) => {
    await expect(readDigestRequest(text, shop.shop)).rejects.toThrow(message);
  });
});
