/**
 * `npm run docs:pictures`: takes the pictures in docs/pictures anew, of the playground with the demo shop, in
 * Chromium. The shop and its clock are the same each time.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import type { Locator, Page } from 'playwright-core';
import { writeDemoShop } from '../../seeds/demo-shop.js';
import { movableClock } from '../../src/app/movable-clock.js';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { openPlayground } from '../../src/playground/playground.js';
import { openBrowser, openWindow } from '../support/browser.js';
import { smallPng } from './small-png.js';

/** A Thursday, so that the last whole week is some days ago. */
const NOW = '2026-11-26T10:00:00Z';
const PICTURES = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const MOST_BYTES = 80_000;
const WIDTH = 1000;
const PAGE_HEIGHT = 760;
/** High enough for every message: nothing is scrolled out of sight. */
const HEIGHT = 2_400;

const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-pictures-'));
const clock = movableClock(() => new Date(NOW));
const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'demo.sqlite')}` });
const shopkeeper = await openShopkeeper(config, pino({ level: 'warn' }), clock.now);
const file = join(folder, 'demo-shop.csv');
await writeDemoShop(file, shopkeeper.shop.today() - 1);
await shopkeeper.ingest(file);
const suggestions = ['/sales top-countries', '/segment', '/segment at-risk', '/digest now'];
const playground = await openPlayground({ ...shopkeeper, chartDeadlineMs: 120_000 }, 0, suggestions, {
  clock,
});
const browser = await openBrowser();
try {
  const { page } = await openWindow(browser, playground.url, WIDTH, HEIGHT);
  await takeAll(page);
} finally {
  await browser.close();
  await playground.close();
  await shopkeeper.close();
  await rm(folder, { recursive: true, force: true });
}

async function takeAll(page: Page): Promise<void> {
  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true });
  const post = (words: string) => page.locator('.post').filter({ hasText: words }).last();
  const say = async (words: string) => {
    const field = page.getByLabel('Message', { exact: true });
    await field.fill(words);
    await field.press('Enter');
  };

  const digest = post('Week of Nov 16 – Nov 22, 2026');
  await picturesIn(digest);
  await take('digest', digest.locator('.message').first());
  await button(/^Show \d+ replies/, digest).click();
  const details = digest.locator('.thread .message');
  await picturesIn(details.first());
  await take('digest-thread', details.first());

  await say('/sales top-countries');
  const answer = post('Germany leads');
  await picturesIn(answer);
  await take('answer', answer.locator('.message').first());
  await page.setViewportSize({ width: WIDTH, height: PAGE_HEIGHT });
  await answer.evaluate(element => element.scrollIntoView({ block: 'start' }));
  await takePage('slack-answer', page);
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await button('Period and filters …', answer).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Period').waitFor();
  await take('slack-scope', form);
  await button('Cancel', form).click();
  await button(/^Reply$/, answer).click();
  await answer.getByLabel('Reply').fill('and only Spain?');
  await answer.getByLabel('Reply').press('Enter');
  const reply = answer.locator('.thread .message').filter({ hasText: 'country is Spain' });
  await picturesIn(reply);
  await take('slack-thread', answer.locator('.thread'));

  await button('Shopkeeper: messages').click();
  await say('top customers 3');
  const customers = post('customers by revenue');
  await picturesIn(customers);
  await take('slack-cards', customers.locator('.message').last());
  await say('segment customer Léa Gruber');
  const profile = post('Léa Gruber').locator('.message');
  await profile.last().waitFor();
  await picturesIn(profile.last());
  await take('slack-profile', profile.last());
  await say('what is the weather');
  const refusal = post('Sales files say nothing');
  await button('Help with sales', refusal).waitFor();
  await take('slack-refusal', refusal.locator('.message').last());

  await page.getByLabel('Share a sales file').setInputFiles({
    name: 'november.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Order,Date,Customer,Product,Quantity,Price\nN1,2026-11-25,c1,Tea,2,3.50\n'),
  });
  const dropped = post('Nothing is loaded yet');
  await dropped.getByText('How november.csv is read').click();
  await dropped.getByText('Columns:').waitFor();
  await take('slack-file', dropped.locator('.message').first());

  await page.getByLabel('You are').selectOption({ label: 'ben (sales floor)' });
  await say('top customers');
  const refused = post('You may not see single customers');
  await refused.waitFor();
  await take('slack-access', refused.locator('.message').last());
  await page.getByLabel('You are').selectOption({ label: 'you (owner)' });

  await button('Shopkeeper: Home').click();
  await page.getByText('Administration').waitFor();
  await page.setViewportSize({ width: WIDTH, height: 955 });
  await takePage('slack-home', page);
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await button('Add a digest …').click();
  const digests = page.getByRole('dialog');
  await digests.getByLabel('Part of the shop, or segment map').fill('country:Nowhere');
  await button('Add it', digests).click();
  await digests.locator('.error').waitFor();
  await take('slack-form', digests);
}

/** Waits until pictures of a message are there. */
async function picturesIn(message: Locator): Promise<void> {
  await message.locator('img[src*="/files/"]').first().waitFor();
  await message.evaluate(async element => {
    const images = [...element.querySelectorAll('img')];
    await Promise.all(images.map(image => image.decode()));
  });
}

async function take(name: string, what: Locator): Promise<void> {
  await leave(what.page());
  await write(name, await what.screenshot());
}

async function takePage(name: string, page: Page): Promise<void> {
  await leave(page);
  await write(name, await page.screenshot());
}

/** Takes the pointer and the cursor away, whose marks are no part of a picture. */
async function leave(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}

async function write(name: string, png: Buffer): Promise<void> {
  const small = await smallPng(png);
  await writeFile(join(PICTURES, `${name}.png`), small);
  console.log(`${name}.png: ${Math.ceil(small.length / 1000)} kB`);
  if (small.length > MOST_BYTES) throw new Error(`${name}.png has more than ${MOST_BYTES} bytes.`);
}
