import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

describe('goals in Slack', () => {
  let shop: TestShop;
  let running: RunningApp;
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    await running?.close();
    running = await startApp({ ...shop, charts: blankPictures }, 'http', env);
  };
  beforeEach(async () => {
    shop = await openCornerShop({}, '2026-03-31T10:00:00Z');
    await start();
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const say = async (text: string) => {
    const { workspace } = running;
    workspace.posted.length = 0;
    await workspace.command('/digest', text);
    await expect.poll(() => workspace.posted.some(p => p.ephemeral)).toBe(true);
    return textOf(workspace.posted[0] as (typeof workspace.posted)[number]);
  };

  it('are set and removed, and are in the digest with their progress', async () => {
    // The data ends on Mar 28: 125.05 of 155 in 28 of 31 days, where an even pace has 140.
    expect(await say('goal 155 revenue in march 2026')).toContain(
      'Goal 1 is set. Revenue in Mar 2026: $125.05 of $155.00 by Mar 28, 2026, 80.7% reached with 90.3% of ' +
        'the days passed: $14.95 behind an even pace. It takes $9.98 a day for the 3 days left',
    );
    const monday = dayFromIso('2026-03-30') as number;
    const goals = async (asOf: number) =>
      (await composeDigest(shop.shop, asOf)).thread.find(part => part.title === 'Goals');
    expect(await goals(monday)).toMatchObject({
      headline: '1 goal: 1 off pace.',
      rows: [{ number: 1, target: 155, soFar: 125.05, neededPerDay: 9.98, state: 'off pace' }],
    });
    // As of the digest's own days, and only while they are the goal's.
    expect((await goals(monday - 21))?.rows).toMatchObject([{ soFar: 50 }]);
    expect(await goals(monday - 35)).toBeUndefined();
    expect(await say('goal remove 1')).toContain('Goal 1 is removed.');
    expect(await goals(monday)).toBeUndefined();
    expect(await say('goal 155 revenue')).toContain('By when? A goal needs a period.');
  });

  it('are set by those who manage digests', async () => {
    await start({ DIGEST_MANAGERS: 'U0ANNA' });
    expect(await say('goal 155 revenue in march 2026')).toContain(
      'Goals are set by <@U0ANNA>: please ask them.',
    );
    expect((await shop.answer('goals')).headline).toBe('No goals are set.');
  });
});
