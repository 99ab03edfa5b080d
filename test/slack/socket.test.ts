import { expect, it } from 'vitest';
import { blockTypes, startApp, textOf } from '../support/app.js';
import { openCornerShop } from '../support/shop.js';

it('answers a Socket Mode envelope with a message and its chart', async () => {
  const shop = await openCornerShop();
  const { workspace, close } = await startApp(shop, 'socket');
  try {
    const next = workspace.nextPosted();
    expect(await workspace.command('/sales', 'top-countries')).toBe(200);
    const posted = await next;
    expect(blockTypes(posted)).toContain('image');
    expect(textOf(posted)).toContain('France leads with $74.04');
    expect(workspace.calls).toContain('apps.connections.open');
  } finally {
    await close();
    await shop.close();
  }
});
