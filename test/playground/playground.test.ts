import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBlocks } from '../../src/playground/check-blocks.js';
import { openPlayground, type Playground } from '../../src/playground/playground.js';
import type { Posted } from '../../src/playground/posted.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

describe('the playground', () => {
  let shop: TestShop;
  let playground: Playground;
  beforeAll(async () => {
    shop = await openCornerShop();
    playground = await openPlayground(shop, 0, ['/sales']);
  });
  afterAll(async () => {
    await playground.close();
    await shop.close();
  });
  const state = async (): Promise<{ posted: Posted[] }> => (await fetch(`${playground.url}/state`)).json();
  const say = (text: string) =>
    fetch(`${playground.url}/say`, { method: 'POST', body: JSON.stringify({ text }) });

  it('binds to loopback only and serves its page', async () => {
    expect(playground.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    for (const path of ['/', '/page.js', '/page.css', '/logo.svg'])
      expect((await fetch(playground.url + path)).status).toBe(200);
  });

  it('begins with the digest', async () => {
    expect((await state()).posted[0]?.text).toContain('Week of Mar 16 – Mar 22, 2026');
  });

  it('has a slash command and a sentence answered by the app, with an image it can show', async () => {
    await say('/sales top-countries');
    await expect
      .poll(async () => (await state()).posted.some(p => p.text.includes('France leads')), {
        timeout: 10_000,
      })
      .toBe(true);
    await say('what are our top products?');
    await expect
      .poll(async () => (await state()).posted.some(p => p.text.includes('products by revenue')), {
        timeout: 10_000,
      })
      .toBe(true);
    const image = (await state()).posted
      .flatMap(p => p.blocks)
      .find(b => (b as { type: string }).type === 'image') as { slack_file: { id: string } };
    const file = await fetch(`${playground.url}/files/${image.slack_file.id}`);
    expect(file.headers.get('content-type')).toBe('image/png');
  });
});

describe('the stand-in for Slack rejects what Slack would', () => {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  const table = (rows: number, text = 'x') => ({
    type: 'table',
    column_settings: [],
    rows: Array.from({ length: rows }, () => [{ type: 'raw_text', text }]),
  });
  it.each([
    ['a header of 151 characters', [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]],
    ['51 blocks', Array(51).fill({ type: 'divider' })],
    ['a section of 3,001 characters', [section('x'.repeat(3_001))]],
    ['an empty section', [section('')]],
    ['an empty cell', [table(1, '')]],
    ['101 rows', [table(101)]],
    ['two tables', [table(1), table(1)]],
    ['a table of more than 10,000 characters', [table(100, 'x'.repeat(101))]],
    ['an image without alt text', [{ type: 'image', slack_file: { id: 'F1' } }]],
  ])('%s', (_, blocks) => expect(checkBlocks(blocks)).not.toEqual([]));
  it('and takes what Slack takes', () => expect(checkBlocks([section('hello'), table(2)])).toEqual([]));
});
