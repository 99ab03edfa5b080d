import { afterEach, beforeEach, expect, it } from 'vitest';
import { blockTypes, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

let shop: TestShop;
let running: RunningApp;
beforeEach(async () => {
  shop = await openCornerShop();
  running = await startApp(shop, 'socket');
});
afterEach(async () => {
  await running.close();
  await shop.close();
});

it('answers a Socket Mode envelope with a message and its chart', async () => {
  const { workspace } = running;
  const next = workspace.nextPosted();
  expect(await workspace.command('/sales', 'top-countries')).toBe(200);
  const posted = await next;
  expect(blockTypes(posted)).toContain('image');
  expect(textOf(posted)).toContain('France leads with $74.04');
  expect(workspace.calls).toContain('apps.connections.open');
});
