import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';
import { startApp, type RunningApp } from '../support/app.js';

/** The real Bolt app over signed HTTP, against the stand-in workspace. */
describe('Slack over HTTP', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeAll(async () => {
    shop = await openTestShop();
    running = await startApp(shop, 'http');
  });
  afterAll(async () => {
    await running.close();
    await shop.close();
  });

  it('answers /sales top-countries in the channel with a table and an uploaded chart', async () => {
    const { workspace } = running;
    const next = workspace.nextPosted();
    expect(await workspace.command('/sales', 'top-countries')).toBe(200);
    const posted = await next;
    expect(posted).toMatchObject({ through: 'chat.postMessage', ephemeral: false, channel: workspace.channel });
    expect(posted.blocks.map(b => (b as { type: string }).type)).toEqual(['context', 'header', 'section', 'image', 'table', 'context', 'actions']);
  });
});
