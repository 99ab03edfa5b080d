import { afterAll, beforeAll, expect, it } from 'vitest';
import { laterOrders } from '../../seeds/demo-shop.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { openPlayground, type Playground } from '../../src/playground/playground.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blankPictures } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

const line = (order: string, number: number, product: string, quantity: number, price: string) => ({
  'Order ID': order,
  Line: number,
  'Order Date': '2026-03-29',
  'Customer ID': 'c6',
  'Customer Name': 'Vera Lind',
  'Product Name': product,
  Category: 'Drinks',
  Country: 'Italy',
  Quantity: quantity,
  'Unit Price': price,
  Amount: (quantity * Number(price)).toFixed(2),
  Status: 'Shipped',
});
/** 6.70 + 25.00 + 10.05 = 41.75, then 12.50: 54.25 in all. */
const ORDERS = [
  [line('W1', 1, 'Tea', 2, '3.35'), line('W1', 2, 'Coffee', 2, '12.50'), line('W1', 3, 'Tea', 3, '3.35')],
  [line('W2', 1, 'Coffee', 1, '12.50')],
];

let shop: TestShop;
let playground: Playground;
beforeAll(async () => {
  shop = await openCornerShop();
  const coming = [...ORDERS];
  playground = await openPlayground({ ...shop, charts: blankPictures, chartDeadlineMs: 120_000 }, 0, [], {
    nextOrder: () => coming.shift() ?? [],
  });
});
afterAll(async () => {
  await playground.close();
  await shop.close();
});
const at = (path: string) => new URL(path, playground.url);
const headers = () => ({ 'x-playground-key': at(playground.url).hash.slice(1) });
const placeOrder = () =>
  fetch(at('/order'), {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: '{}',
  });
const said = async (): Promise<string[]> => {
  const { posted }: { posted: Posted[] } = await (await fetch(at('/state'), { headers: headers() })).json();
  return posted.map(p => p.text).filter(text => text.startsWith('New order'));
};
const italy = async () =>
  (await shop.ask('sales by country')).rows.find(row => row.country === 'Italy')?.revenue;

it('shows an order that arrives, and the answer that changes with it', async () => {
  expect(await italy()).toBeUndefined();
  // Placed at the same time: one is read after the other.
  const answers = await Promise.all([placeOrder(), placeOrder()]);
  expect(answers.map(answer => answer.status)).toEqual([204, 204]);
  expect(await said()).toEqual([
    'New order W1, 41.75: Vera Lind in Italy bought 2 × Tea, 2 × Coffee, 1 more line. ' +
      'Shopkeeper has read it: ask again.',
    'New order W2, 12.50: Vera Lind in Italy bought 1 × Coffee. Shopkeeper has read it: ask again.',
  ]);
  expect(await italy()).toBe(54.25);
  expect((await shop.sources.list()).map(({ name, kind }) => [name, kind])).toEqual([
    ['web-shop', 'address'],
  ]);
});

it('places orders of the customers of the demo shop, the same ones on every run', () => {
  const day = dayFromIso('2026-03-30') ?? 0;
  const [one, other] = [laterOrders(), laterOrders()];
  const orders = [one(day), one(day)];
  expect([other(day), other(day)]).toEqual(orders);
  expect(orders.map(rows => rows[0]?.['Order ID'])).toEqual(['A-20001', 'A-20002']);
  expect(orders.flat().every(row => row['Order Date'] === '2026-03-30')).toBe(true);
});
