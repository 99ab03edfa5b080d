import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movableClock } from '../../src/app/movable-clock.js';
import { openPlayground, type Playground } from '../../src/playground/playground.js';
import { openBrowser, openWindow, type Window } from '../support/browser.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

/** The Sunday after the corner shop's last order. All figures are in test/data/README.md. */
const SUNDAY = '2026-03-29T10:00:00Z';

/** Two orders after the corner shop's: 2 x 3.35 and 1 x 12.50. */
const MORE_SALES = [
  'Order ID,Line,Order Date,Customer ID,Customer Name,Product Name,Category,Country,Quantity,Unit Price,Status',
  'B1,1,2026-03-28,c1,Ana Núñez,Tea,Drinks,Spain,2,3.35,Shipped',
  'B2,1,2026-03-29,c5,Eve & Co,Coffee,Drinks,Spain,1,12.50,Shipped',
].join('\n');

/** Another name for this machine, as a site would have it that rebinds its name. */
const REBOUND = 'rebound.example';

let shop: TestShop;
let playground: Playground;
let browser: Browser;
let opened: Window;
let page: Page;

beforeAll(async () => {
  const clock = movableClock(() => new Date(SUNDAY));
  const ready = async () => {
    shop = await openTestShop({}, clock.now);
    await shop.ingest(CORNER_SHOP);
    playground = await openPlayground({ ...shop, chartDeadlineMs: 120_000 }, 0, ['/sales'], { clock });
  };
  [browser] = await Promise.all([openBrowser(`--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`), ready()]);
  opened = await openWindow(browser, playground.url);
  page = opened.page;
});
afterAll(async () => {
  await browser?.close();
  await playground?.close();
  await shop?.close();
});

const button = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name, exact: true });
const text = (part: string, within: Page | Locator = page) => within.getByText(part).last();
const go = (place: '# sales' | '# france' | 'Shopkeeper: messages' | 'Shopkeeper: Home') =>
  button(place).click();
const become = (person: string) => page.getByLabel('You are').selectOption({ label: person });
const say = async (words: string) => {
  const field = page.getByLabel('Message', { exact: true });
  await field.fill(words);
  await field.press('Enter');
};
/** The last message of the conversation with these words, and its thread. */
const post = (words: string) => page.locator('.post').filter({ hasText: words }).last();
const cellsOf = (message: Locator) =>
  message
    .locator('.data-table')
    .first()
    .locator('tbody tr')
    .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent)));
const share = (name: string, content: string) =>
  page
    .getByLabel('Share a sales file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

describe('the playground in a browser', () => {
  it('shows the digest of the last whole week first', async () => {
    await text('Week of Mar 16 – Mar 22, 2026').waitFor();
    await text('Sun, Mar 29, 2026, 10:00').waitFor();
  });

  it('answers with a headline, a table and a picture', async () => {
    await say('/sales top-countries');
    const answer = post('France leads');
    await answer.getByText('$74.04').first().waitFor();
    expect(await cellsOf(answer)).toEqual([
      ['France', '$74.04', '36.5%', '2', '1', '$37.02'],
      ['Spain', '$73.90', '36.4%', '4', '2', '$18.48'],
      ['Germany', '$55.15', '27.2%', '2', '2', '$27.58'],
    ]);
    const picture = answer.getByRole('img', { name: /France/ });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(400);
  });

  it('sorts a table by a column', async () => {
    const answer = post('France leads');
    await button('Orders', answer).click();
    expect((await cellsOf(answer)).map(row => row[0])).toEqual(['Spain', 'France', 'Germany']);
  });

  it('answers a follow-up button in the thread, which opens', async () => {
    const answer = post('France leads');
    await button('Only France, over time', answer).click();
    await button(/^Show \d+ repl/, answer).click();
    await answer.locator('.thread').getByText('$50.00').first().waitFor();
    await answer.getByLabel('Reply').fill('and only Spain?');
    await answer.getByLabel('Reply').press('Enter');
    await answer.locator('.thread').getByText('country is Spain').first().waitFor();
  });

  it('offers other questions with a refusal, each with a button', async () => {
    await go('Shopkeeper: messages');
    await say('what is the weather');
    const refusal = post('Sales files say nothing about the weather');
    await button('Help with sales', refusal).waitFor();
    await button('sales', refusal).click();
    await button(/^Show \d+ repl/, refusal).click();
    await text('$203.10 from 8 orders', refusal).waitFor();
  });

  it('answers the same question in a channel of a part of the shop with that part', async () => {
    await go('# france');
    await text('Answers here are of country:France alone').waitFor();
    await say('/sales');
    // France alone: 74.04 of 203.10.
    await text('$74.04 from 2 orders').waitFor();
    await text('country France').waitFor();
    expect(await page.getByText('$203.10').count()).toBe(0);
    await go('Shopkeeper: messages');
  });

  it('refuses what a person may not see or do', async () => {
    await become('ben (sales floor)');
    await say('top customers');
    await text('You may not see single customers or orders here').waitFor();
    await share('more.csv', MORE_SALES);
    await text('You may not load').waitFor();
    expect(await page.getByText('$203.10').count()).toBe(0);
    await go('Shopkeeper: Home');
    await text('You get no digest yet').waitFor();
    expect(await page.getByText('Administration').count()).toBe(0);
  });

  it('has a Home tab of what a person may see', async () => {
    await become('you (owner)');
    await text('Administration').waitFor();
    await text('Data through Mar 28, 2026 (1 day ago)').waitFor();
    await text('$203.10 from 8 orders').waitFor();
    await text('refused: You may not see single customers or orders here').waitFor();
  });

  it('adds a digest by a form, which keeps what was filled in while a field is at fault', async () => {
    await button('Add a digest …').click();
    const form = page.getByRole('dialog', { name: 'Add a digest' });
    const part = form.getByLabel('Part of the shop, or segment map');
    await part.fill('country:Nowhere');
    await button('Add it', form).click();
    await text('Nowhere', form.locator('.error')).waitFor();
    expect(await part.inputValue()).toBe('country:Nowhere');
    await part.fill('country:Spain');
    await button('Add it', form).click();
    await text('next on Mon, Mar 30, 2026, 09:00 (UTC)', form).waitFor();
    await button('Close', form).click();
    await form.waitFor({ state: 'detached' });
  });

  it('shows how a dropped file is read, loads it, and takes it back', async () => {
    await go('Shopkeeper: messages');
    await share('more.csv', MORE_SALES);
    await text('more.csv: 2 rows').waitFor();
    await text('Nothing is loaded yet').waitFor();
    await page.getByText('How more.csv is read').click();
    await text('Unit Price: unit price (95% sure').waitFor();
    await button('Load it').click();
    await text('2 lines: 2 orders').waitFor();
    expect(await post('Loaded more.csv').textContent()).toContain('$19.20');
    const asked: string[] = [];
    page.once('dialog', dialog => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await button('Undo').click();
    await text('2 lines removed').waitFor();
    expect(asked).toEqual(['Take it back?\nAll that more.csv brought is removed from the shop.']);
  });

  it('posts the digests of next Monday when the clock is set to it', async () => {
    await button('Go to next Monday, 9:00').click();
    await text('Mon, Mar 30, 2026, 09:00').waitFor();
    // The one that was subscribed to above: of Spain, to the subscriber alone.
    await text('country is Spain', post('Week of Mar 23 – Mar 29, 2026')).waitFor();
    await go('# sales');
    const digest = post('Week of Mar 23 – Mar 29, 2026');
    await text('$6.70 from 1 order', digest).waitFor();
  });

  it.each([1280, 390])('scrolls to the side at no place, %i pixels wide', async width => {
    await page.setViewportSize({ width, height: 800 });
    const overhang = () =>
      page.evaluate(() => {
        const wide = [document.documentElement, ...document.querySelectorAll('.messages, .dialog-body')];
        return Math.max(...wide.map(element => element.scrollWidth - element.clientWidth));
      });
    await go('# sales');
    expect(await overhang()).toBe(0);
    await go('Shopkeeper: messages');
    expect(await overhang()).toBe(0);
    await go('Shopkeeper: Home');
    await button('Add a digest …').click();
    const form = page.getByRole('dialog', { name: 'Add a digest' });
    await form.getByLabel('Time zone').waitFor();
    expect(await overhang()).toBe(0);
    await button('Cancel', form).click();
    await form.waitFor({ state: 'detached' });
  });

  it('has nothing to complain of on the console', () => {
    expect(opened.complaints).toEqual([]);
  });
});

describe('other websites in the same browser', () => {
  let site: Server;
  let other: Page;
  beforeAll(async () => {
    site = createServer((_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Another site</title>');
    });
    await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve));
    other = await browser.newPage();
  });
  afterAll(() => new Promise(resolve => site.close(resolve)));

  it('can neither read from it nor write to it, though they know its key', async () => {
    const { origin, hash } = new URL(playground.url);
    await other.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const reached = (path: string, init: RequestInit) =>
      other.evaluate(([url, how]) => fetch(url, how).then(Boolean, () => false), [
        origin + path,
        init,
      ] as const);
    const state = `/state?key=${hash.slice(1)}`;
    expect(await reached('/', {})).toBe(false);
    expect(await reached(state, {})).toBe(false);
    expect(await reached(state, { mode: 'no-cors' })).toBe(false);
    const body = JSON.stringify({ text: 'written by another site' });
    const headers = { 'content-type': 'application/json', 'x-playground-key': hash.slice(1) };
    expect(await reached('/say', { method: 'POST', headers, body })).toBe(false);
    expect(await reached('/say', { method: 'POST', mode: 'no-cors', body })).toBe(false);
    // Messages arrive in the order in which they are written.
    await become('you (owner)');
    await go('Shopkeeper: messages');
    await say('sales help');
    await text('sales help').waitFor();
    expect(await page.getByText('written by another site').count()).toBe(0);
  });

  it('cannot reach it by a name of their own', async () => {
    const { port, hash } = new URL(playground.url);
    const response = await other.goto(`http://${REBOUND}:${port}/${hash}`);
    expect(response?.status()).toBe(421);
    expect(await other.textContent('body')).toBe(`This server answers at http://127.0.0.1:${port} only.`);
  });
});
