import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

/** A question that is answered when it is told to. */
function slowAsk(shop: TestShop) {
  const waiting: (() => void)[] = [];
  return {
    ask: async (text: string) => {
      await new Promise<void>(resolve => waiting.push(resolve));
      return shop.ask(text);
    },
    begun: () => waiting.length,
    release: () => {
      for (const go of waiting.splice(0)) go();
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

  it('waits for the replies under way', async () => {
    await start({ STOP_GRACE_SECONDS: '60' });
    const { workspace, app } = running;
    expect(await workspace.command('/sales', 'top-countries')).toBe(200);
    await expect.poll(slow.begun, { timeout: 20_000 }).toBe(1);
    const stopped = app.stop();
    slow.release();
    await stopped;
    expect(workspace.posted.map(p => p.ephemeral)).toEqual([false]);
    expect(textOf(workspace.posted[0] ?? expect.fail())).toContain('France leads with $74.04');
  });

  it('tells the askers of those that do not get done, each once, and posts nothing more', async () => {
    await start({ STOP_GRACE_SECONDS: '0' });
    const { workspace, app } = running;
    for (let i = 0; i < 12; i++) await workspace.command('/sales', `top-countries ${i + 1}`);
    await expect.poll(slow.begun, { timeout: 20_000 }).toBeGreaterThan(0);
    await app.stop();
    slow.release();
    expect(workspace.posted).toHaveLength(12);
    expect(workspace.posted.every(p => p.ephemeral && p.text.includes('I was restarted before'))).toBe(true);
    // Each is told what it was that they asked.
    const asked = workspace.posted.map(p => /top-countries \d+/.exec(p.text)?.[0]).sort();
    expect(new Set(asked).size).toBe(12);
    // What was under way comes to its end and is not posted: twice is as bad as never.
    await expect.poll(() => app.context.inFlight.count, { timeout: 20_000 }).toBe(0);
    expect(workspace.posted).toHaveLength(12);
  });
});
