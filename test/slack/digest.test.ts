import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/posted.js';
import { type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

describe('/digest', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop({}, '2026-03-31T10:00:00Z');
    running = await startApp(shop, 'http');
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const asked = async (text: string, fits: (posted: readonly Posted[]) => boolean) => {
    await running.workspace.command('/digest', text);
    await expect.poll(() => fits(running.workspace.posted), { timeout: 20_000 }).toBe(true);
    return running.workspace.posted;
  };
  const told = (posted: readonly Posted[]) => posted.find(p => p.ephemeral);

  it('now: posts it to the channel with its thread', async () => {
    const posted = await asked('now', all => all.some(p => textOf(p).includes('The plan')));
    const [headline, ...thread] = posted;
    expect(textOf(headline as Posted)).toContain('Week of Mar 23 – Mar 29, 2026');
    // A9 alone: 6.70.
    expect(textOf(headline as Posted)).toContain('$6.70 from 1 order');
    expect(thread.every(p => p.threadTs === headline?.ts)).toBe(true);
  });

  it('now, of a month, for a country', async () => {
    const [headline] = await asked('now monthly country:Spain as-of:2026-04-01', all => all.length > 0);
    expect(textOf(headline as Posted)).toContain('Mar 2026');
    // A8 40.00 and A9 6.70.
    expect(textOf(headline as Posted)).toContain('$46.70 from 2 orders');
  });

  it('preview: sends it to the asker alone, and says so', async () => {
    const posted = await asked('preview', all => all.some(p => p.ephemeral));
    expect(told(posted)?.text).toContain('in your messages with me');
    const own = posted.filter(p => !p.ephemeral);
    expect(own.length).toBeGreaterThan(2);
    expect(own.every(p => p.channel === running.workspace.user)).toBe(true);
  });

  it.each([
    ['', 'preview'],
    ['help', 'preview'],
    ['dance', 'There is no `/digest dance`'],
    ['now fortnightly', '"fortnightly" cannot be said of a digest'],
    ['now map:twelve', 'There is no segment map "twelve"'],
    ['now country:Atlantis', 'No country is called "Atlantis"'],
  ])('%j is told to the asker: %j', async (text, said) => {
    const posted = await asked(text, all => all.length > 0);
    expect(posted).toHaveLength(1);
    expect(told(posted)?.text).toContain(said);
  });
});
