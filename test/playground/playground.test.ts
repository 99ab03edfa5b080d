import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlayground, type Playground } from '../../src/playground/playground.js';
import { checkBlocks } from '../../src/playground/slack-stand-in/check-blocks.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blankPictures } from '../support/app.js';
import { CORNER_SHOP, openCornerShop, type TestShop } from '../support/shop.js';

describe('the playground', () => {
  let shop: TestShop;
  let playground: Playground;
  beforeAll(async () => {
    shop = await openCornerShop();
    playground = await openPlayground({ ...shop, chartDeadlineMs: 120_000 }, 0, ['/sales']);
  });
  afterAll(async () => {
    await playground.close();
    await shop.close();
  });
  const at = (path: string) => new URL(path, playground.url);
  const headers = () => ({ 'x-playground-key': at(playground.url).hash.slice(1) });
  const state = async (): Promise<{ posted: Posted[]; channels: { id: string; name: string }[] }> =>
    (await fetch(at('/state'), { headers: headers() })).json();
  const say = async (text: string, channel?: string) => {
    const response = await fetch(at('/say'), {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify({ text, channel }),
    });
    expect(response.status).toBe(204);
  };

  it('serves its page at an address with a key', async () => {
    expect(playground.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}$/);
    for (const path of ['/', '/page.js', '/page.css', '/logo.svg'])
      expect((await fetch(at(path))).status).toBe(200);
  });

  it('posts the digest first', async () => {
    expect((await state()).posted[0]?.text).toContain('Week of Mar 16 – Mar 22, 2026');
  });

  it('answers the same question in its second channel within the part that it is of', async () => {
    const { channels } = await state();
    expect(channels).toMatchObject([{ name: 'sales' }, { name: 'france', scope: 'country:France' }]);
    for (const { id } of channels) await say('/sales', id);
    // The whole shop, and France of it (test/data/README.md).
    const headlines = ['$203.10 from 8 orders', '$74.04 from 2 orders'];
    await expect
      .poll(async () => {
        const { posted } = await state();
        return channels.map(({ id }, i) =>
          posted.some(p => p.channel === id && p.text.includes(headlines[i] ?? '')),
        );
      })
      .toEqual([true, true]);
  });

  it('answers a slash command and a sentence, with an image the page can show', async () => {
    await say('/sales top-countries');
    await expect
      .poll(async () => (await state()).posted.some(p => p.text.includes('France leads')))
      .toBe(true);
    await say('what are our top products?');
    await expect
      .poll(async () => (await state()).posted.some(p => p.text.includes('products by revenue')))
      .toBe(true);
    const image = (await state()).posted
      .flatMap(p => p.blocks)
      .find(b => (b as { type: string }).type === 'image') as { slack_file: { id: string } };
    const file = await fetch(at(`/files/${image.slack_file.id}`), { headers: headers() });
    expect(file.headers.get('content-type')).toBe('image/png');
  });
});

describe('people on the page', () => {
  let shop: TestShop;
  let playground: Playground;
  beforeAll(async () => {
    shop = await openCornerShop();
    playground = await openPlayground({ ...shop, charts: blankPictures, chartDeadlineMs: 120_000 }, 0, []);
  });
  afterAll(async () => {
    await playground.close();
    await shop.close();
  });
  const at = (path: string) => new URL(path, playground.url);
  const headers = () => ({ 'x-playground-key': at(playground.url).hash.slice(1) });
  const post = (path: string, body: unknown) =>
    fetch(at(path), {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  type Person = { id: string; name: string; direct: string };
  const state = async (): Promise<{ people: Person[]; posted: Posted[] }> =>
    (await fetch(at('/state'), { headers: headers() })).json();

  it('are several, each with messages and a Home tab of their own', async () => {
    const { people } = await state();
    expect(people.map(person => person.name)).toEqual(['you', 'ana', 'ben']);
    const ana = people[1] as Person;
    await post('/say', { text: 'top countries', user: ana.id, channel: ana.direct });
    await expect
      .poll(async () => (await state()).posted.filter(p => p.channel === ana.direct).map(p => p.seenBy))
      .toEqual([ana.id, ana.id]);
    const home = await (await post('/home', { user: ana.id })).json();
    expect(JSON.stringify(home)).toContain('Customer segments');
  });

  it('can drop a file', async () => {
    const [you] = (await state()).people as [Person];
    const base64 = (await readFile(CORNER_SHOP)).toString('base64');
    await post('/drop', { name: 'more.csv', base64, user: you.id, channel: you.direct });
    await expect
      .poll(async () => (await state()).posted.some(p => p.text.includes('more.csv: 11 rows')))
      .toBe(true);
  });
});

describe('the stand-in for Slack rejects, like Slack', () => {
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
  it('accepts a valid message', () => expect(checkBlocks([section('hello'), table(2)])).toEqual([]));
});
