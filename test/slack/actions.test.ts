import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

const START = 20_000;

/** Sixty customers who order every ten to 26 days for 300 days; the first twelve stop after 180. */
const ROWS = Array.from({ length: 60 }, (_, c) => {
  const last = c < 12 ? 180 : 300;
  const country = c % 2 === 0 ? 'Spain' : 'France';
  const rows: string[] = [];
  for (let day = c % 7; day <= last; day += 10 + (c % 5) * 4)
    rows.push(`${c}-${day},${isoOf(START + day)},c${c},c${c}@example.com,${country},${100 + c}`);
  return rows;
}).flat();

describe('"Do this" in Slack', () => {
  let shop: TestShop;
  let running: RunningApp;
  const start = async (env: Parameters<typeof startApp>[2] = {}) => {
    await running?.close();
    running = await startApp({ ...shop, charts: blankPictures }, 'http', env);
  };
  beforeEach(async () => {
    shop = await shopOf(
      'Order ID,Order Date,Customer ID,Email,Country,Amount',
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

  it('is told to nobody else in a channel of a part of the shop, as it is of all customers', async () => {
    const path = join(shop.folder, 'access.yml');
    await start(({ user, channel }) => {
      const owner = `{ people: [${user}], may: [sales, customers, digests] }`;
      const place = "{ scope: 'country:Spain', customers: shared }";
      writeFileSync(path, `roles: { owner: ${owner} }\nchannels: { ${channel}: ${place} }\n`);
      return { ACCESS_FILE: path };
    });
    const { workspace } = running;
    // The plan of the whole shop, as the owner gets it in direct messages.
    const direct = await workspace.openDirectMessage(workspace.user);
    const plan = workspace.nextPosted(p => JSON.stringify(p.blocks).includes('start_0'));
    await workspace.command('/segment', 'actions', { channel: direct });
    const value = JSON.stringify((await plan).blocks).match(/"action_id":"start_0".*?"value":"([^"]+)"/)?.[1];
    const told = workspace.nextPosted(p => p.ephemeral);
    await workspace.press(await plan, 'start_0', value ?? '');
    expect(textOf(await told)).toContain('Action 1 is started');
    expect((await told).seenBy).toBe(workspace.user);
    await expect.poll(() => running.app.context.inFlight.count).toBe(0);
    const inChannel = workspace.posted.filter(p => p.channel === workspace.channel && p.seenBy === undefined);
    expect(inChannel.map(textOf).join()).not.toContain('Action');
  });
});
