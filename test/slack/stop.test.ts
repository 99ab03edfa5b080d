import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

/** Questions that are answered when `release` is called. */
function slowAsk(shop: TestShop) {
  const waiting: (() => void)[] = [];
  return {
    ask: async (text: string) => {
      await new Promise<void>(resolve => waiting.push(resolve));
      return shop.ask(text);
    },
    started: () => waiting.length,
    release: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

describe.each(['http', 'socket'] as const)('a stop in %s mode', mode => {
  let shop: TestShop;
  let running: RunningApp;
  let slow: ReturnType<typeof slowAsk>;
  const start = async (env: Readonly<Record<string, string>>) => {
    slow = slowAsk(shop);
    running = await startApp({ ...shop, ask: slow.ask }, mode, env);
  };
  beforeEach(async () => {
    shop = await openCornerShop();
  });
  afterEach(async () => {
    slow.release();
    await running.close();
    await shop.close();
  });

  it('waits for replies in progress', async () => {
    await start({ STOP_GRACE_SECONDS: '60' });
    const { workspace, app } = running;
    expect(await workspace.command('/sales', 'top-countries')).toBe(200);
    await expect.poll(slow.started, { timeout: 20_000 }).toBe(1);
    const stopped = app.stop();
    slow.release();
    await stopped;
    expect(workspace.posted.map(p => p.ephemeral)).toEqual([false]);
    expect(textOf(workspace.posted[0] ?? expect.fail())).toContain('France leads with $74.04');
  });

  it('notifies each asker of an unfinished reply once, and posts nothing more', async () => {
    await start({ STOP_GRACE_SECONDS: '0' });
    const { workspace, app } = running;
    for (let i = 0; i < 12; i++) await workspace.command('/sales', `top-countries ${i + 1}`);
    await expect.poll(slow.started, { timeout: 20_000 }).toBeGreaterThan(0);
    await app.stop();
    slow.release();
    expect(workspace.posted).toHaveLength(12);
    expect(workspace.posted.every(p => p.ephemeral && p.text.includes('I was restarted before'))).toBe(true);
    // Each notice names the question.
    const asked = workspace.posted.map(p => /top-countries \d+/.exec(p.text)?.[0]).sort();
    expect(new Set(asked).size).toBe(12);
    // The aborted replies finish without posting anything.
    await expect.poll(() => app.context.inFlight.count, { timeout: 20_000 }).toBe(0);
    expect(workspace.posted).toHaveLength(12);
  });
});
