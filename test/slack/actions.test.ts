import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

const START = 20_000;

/** Sixty customers who order every ten to 26 days for 300 days; the first twelve stop after 180. */
const ROWS = Array.from({ length: 60 }, (_, c) => {
  const last = c < 12 ? 180 : 300;
  const rows: string[] = [];
  for (let day = c % 7; day <= last; day += 10 + (c % 5) * 4)
    rows.push(`${c}-${day},${isoOf(START + day)},c${c},c${c}@example.com,${100 + c}`);
  return rows;
}).flat();

describe('"Do this" in Slack', () => {
  let shop: TestShop;
  let running: RunningApp;
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    await running?.close();
    running = await startApp({ ...shop, charts: blankPictures }, 'http', env);
  };
  beforeEach(async () => {
    shop = await shopOf(
      'Order ID,Order Date,Customer ID,Email,Amount',
      ROWS,
      `${isoOf(START + 301)}T10:00:00Z`,
    );
    await start();
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });

  /** Asks for the plan and presses its first "Do this". */
  const press = async () => {
    const { workspace } = running;
    const plan = workspace.nextPosted(p => JSON.stringify(p.blocks).includes('start_0'));
    await workspace.command('/segment', 'actions');
    const posted = await plan;
    const button = JSON.stringify(posted.blocks).match(/"action_id":"start_0".*?"value":"([^"]+)"/);
    expect(JSON.stringify(posted.blocks)).toContain('Do this: ');
    const told = workspace.nextPosted(p => p.ts !== posted.ts);
    await workspace.press(posted, 'start_0', button?.[1] ?? '');
    return { value: button?.[1] ?? '', told: textOf(await told) };
  };

  it('starts an action once, with a part that is left alone, and lists whom to write to', async () => {
    const { value, told } = await press();
    expect(told).toContain('Action 1 is started: ');
    expect(told).toContain('to be left alone, to compare with');
    expect((await shop.answer('segment outcomes')).rows).toMatchObject([{ number: 1, result: 'not over' }]);
    const { workspace } = running;
    const again = workspace.nextPosted(p => textOf(p).includes('goes on until'));
    await workspace.command('/digest', `action start ${value}`);
    expect(textOf(await again)).toContain('was started on');
    expect((await shop.answer('segment outcomes')).rows).toHaveLength(1);
    await running.app.context.audit.written();
    const removed = workspace.nextPosted(p => textOf(p).includes('is removed'));
    await workspace.command('/digest', 'action remove 1');
    await removed;
    expect((await shop.answer('segment outcomes')).headline).toBe('No action has been started.');
  });

  it('is for those who manage digests', async () => {
    await start({ DIGEST_MANAGERS: 'U0ANNA' });
    const { told } = await press();
    expect(told).toContain('Actions are started by <@U0ANNA>: please ask them.');
    expect((await shop.answer('segment outcomes')).rows).toEqual([]);
  });
});
