import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';
import { ASKED, ASKED_ABROAD, ASKED_IN_VAIN } from './asked-by-people.js';
import { IN_PLAINER_WORDS, NOTHING_ASKED } from './in-plainer-words.js';

describe('what people ask who do not know our grammar', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2005-06-10T10:00:00Z');
    await shop.load('toy.csv', toyShop());
  });
  afterAll(() => shop.close());

  it.each([...ASKED, ...ASKED_ABROAD, ...IN_PLAINER_WORDS])('%j becomes %j', async (text, question) => {
    expect((await shop.ask(text)).question).toBe(question);
  });

  it.each(ASKED_IN_VAIN)('%j is not answered, and it is said why: %s', async (text, message) => {
    await expect(shop.ask(text)).rejects.toMatchObject({ message: expect.stringContaining(message) });
  });

  it.each(NOTHING_ASKED)('%j asks nothing', async text => {
    await expect(shop.ask(text)).rejects.toThrow();
  });

  it('a first name that fits several customers is asked back with each of them', async () => {
    await expect(shop.ask('what did gifts buy')).rejects.toMatchObject({
      message: expect.stringContaining('"gifts" can be one of 3 customers'),
      suggestions: expect.arrayContaining(['by product La Rochelle Gifts']),
    });
  });

  it('one that fits a single customer is read as theirs, and that is said', async () => {
    const { notes } = await shop.answer('what did rovelli buy');
    expect(notes).toContain('"rovelli" was read as Rovelli Gifts.');
  });
});

describe('words that are values of a shop', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-04-01T10:00:00Z');
    const rows = [
      'Order ID,Order Date,Customer,Product,Brand,Status,Amount',
      '1,2026-03-02,Punters Ltd,Tickets,Hottest,Open,10.00',
      '2,2026-03-03,Lapsed Co,Boxes,Topline,Held,20.00',
      '3,2026-03-04,Lapsed Co,Bundle,Holidays,Outstanding,40.00',
      '4,2026-03-05,Ann Former,Receipts Book,Gainers,Contested,80.00',
    ];
    await shop.load('words.csv', rows.join('\n'));
  });
  afterAll(() => shop.close());

  it.each([
    ['tickets in march 2026', 'sales 2026-03 product:Tickets'],
    ['boxes by month', 'sales trend by month product:Boxes'],
    ['bundles', 'sales product:Bundle'],
    ['sales holidays 2026', 'sales 2026 brand:Holidays'],
    ['topline march 2026', 'sales 2026-03 brand:Topline'],
    ['gainers by month', 'sales trend by month brand:Gainers'],
    ['open orders', 'sales orders status:Open'],
    ['outstanding orders', 'sales orders status:Outstanding'],
    ['held orders', 'sales orders status:Held'],
    ['contested orders', 'sales orders status:Contested'],
    ['lapsed co', 'sales customer:"Lapsed Co"'],
    ['punters ltd sales', 'sales customer:"Punters Ltd"'],
  ])('%j stays one: %j', async (text, question) => {
    expect((await shop.ask(text)).question).toBe(question);
  });
});
