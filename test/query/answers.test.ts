import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShopkeeperError } from '../../src/core/errors.js';
import type { TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';

/** The 2nd of March 2026 is a Monday. B6 is a return alone; of B1 the cup came back. */
const ROWS = [
  'B1,2026-03-02,C1,France,Tea,2,40',
  'B1,2026-03-02,C1,France,Cup,-1,-15',
  'B2,2026-03-03,C2,Spain,Tea,1,20',
  'B3,2026-03-04,C1,France,Cup,4,60',
  'B4,2026-03-08,C3,Spain,Tea,1,20',
  'B5,2026-03-09,,Chile,Soap,3,30',
  'B6,2026-03-10,C2,Spain,Tea,-1,-20',
];

const refusal = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ShopkeeperError);
  return error instanceof Error ? error.message : '';
};

describe('queries', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await shopOf(
      'Order ID,Date,Customer ID,Country,Product,Quantity,Amount',
      ROWS,
      '2026-03-11T00:00:00Z',
    );
  });
  afterAll(() => shop.close());

  const rows = async (text: string) => (await shop.answer(text)).rows.map(row => Object.values(row));
  const value = async (text: string) => (await shop.answer(text)).rows[0]?.value;

  it('leave out an order, and no later one with it', async () => {
    expect(await value('measure:revenue -order:B2')).toBe(115);
    expect(await value('measure:orders -order:B1')).toBe(4);
  });

  it('show values beside all others together, each with its own ratio, also those without a value', async () => {
    expect(await rows('measure:revenue,customers,average-order by:country country:Spain show:rest')).toEqual([
      ['Spain', 20, 2, 10],
      ['All others', 115, 1, 38.33],
    ]);
    expect(await rows('measure:orders by:month,product product:Soap,Cup show:rest')).toEqual([
      ['2026-03', 'Cup', 1],
      ['2026-03', 'Soap', 1],
      ['2026-03', 'All others', 3],
    ]);
    expect(await refusal(shop.ask('measure:orders by:month country:Spain show:rest'))).toContain(
      'The rest is of',
    );
  });

  it('tell customers as a part of all of them', async () => {
    const { headline } = await shop.answer('measure:customers who(orders:>1) part-of:who');
    expect(headline).toContain('1 customer, 33.3% of 3 (all)');
  });

  it('leave out orders by their total, and keep the return that is no order', async () => {
    expect(await value('measure:revenue -order-total:>=30')).toBe(45);
    expect(await value('measure:lines -order-number:1')).toBe(3);
    expect(await value('measure:lines -buyers:new,returning')).toBe(2);
  });

  it('count customers by what they ordered, not by what came back of it', async () => {
    expect(await rows('measure:new-customers,orders-per-customer by:product')).toEqual([
      ['Tea', 3, 1],
      ['Cup', 0, 1],
      ['Soap', 0, null],
    ]);
  });

  it('keep and rank groups by measures that are not shown', async () => {
    expect(await rows('measure:orders by:country having:revenue:>30')).toEqual([['France', 2]]);
    expect(await rows('measure:orders by:country top:1 rank:units')).toEqual([['France', 2]]);
    expect(await rows('measure:revenue by:country bottom:1 rank:lines')).toEqual([['Chile', 30]]);
  });

  it('put groups with the same figure in the order of their names, first and last alike', async () => {
    expect(await rows('measure:return-lines by:country top:3')).toEqual([
      ['France', 1],
      ['Spain', 1],
      ['Chile', 0],
    ]);
    expect(await rows('measure:return-lines by:country bottom:3')).toEqual([
      ['Chile', 0],
      ['France', 1],
      ['Spain', 1],
    ]);
  });

  it('rank within weekdays in the order of the week, the last ones first if they are asked for', async () => {
    expect(await rows('measure:revenue by:weekday,product bottom:2 within:weekday')).toEqual([
      ['Monday', 'Cup', -15],
      ['Monday', 'Soap', 30],
      ['Tuesday', 'Tea', 0],
      ['Wednesday', 'Cup', 60],
      ['Sunday', 'Tea', 20],
    ]);
  });

  it('keep listed orders and customers by their figures', async () => {
    const keys = async (text: string) => (await rows(text)).map(([key]) => key);
    expect(await keys('list:orders having:units:>=3 bottom:9')).toEqual(['B5', 'B3']);
    expect(await keys('list:orders having:revenue:20..30')).toEqual(['B5', 'B1', 'B2', 'B4']);
    expect(await keys('list:customers having:inactive-days:>5')).toEqual(['C1', 'C2']);
    expect(await keys('list:customers top:2 rank:units')).toEqual(['C1', 'C3']);
  });

  it('are refused where a part would have no effect', async () => {
    const texts = [
      ['measure:revenue top:3', 'total is one figure'],
      ['measure:revenue having:orders:>1', 'total is one figure'],
      ['measure:revenue show:share', 'of groups'],
      ['measure:average-order by:country show:share', 'no share'],
      ['measure:revenue versus:2025', 'needs a period'],
      ['list:customers period:2026 versus:2025', 'list is of one period'],
      ['list:customers top:3 rank:lines', 'cannot be ranked by "lines"'],
      ['list:orders having:average-order:>3', 'cannot be kept by "average-order"'],
      ['measure:revenue by:country top:3 within:product', 'none of the fields'],
      ['measure:revenue by:country,nation', 'two different ones'],
      ['measure:revenue by:country top:3 rank:profits', 'no measure "profits"'],
      ['measure:revenue by:country having:profits:>3', 'no measure "profits"'],
    ];
    for (const [text = '', reason] of texts) expect(await refusal(shop.ask(text)), text).toContain(reason);
  });
});

describe('pages of lists', () => {
  let shop: TestShop;
  beforeAll(async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `B${i},2026-03-02,C${i % 20},Tea,${i + 1}`);
    shop = await shopOf('Order ID,Date,Customer ID,Product,Amount', rows, '2026-03-11T00:00:00Z');
  });
  afterAll(() => shop.close());

  it('say of what and by what they are, and which is the last', async () => {
    const note = async (text: string) => (await shop.answer(text)).notes.find(n => n.includes('Page'));
    expect(await note('list:orders')).toBe('Page 1 of 3: orders 1 to 15 of 40, by total.');
    expect(await note('list:customers bottom:20 rank:last-order')).toBeUndefined();
    expect(await note('list:customers page:9')).toBe(
      'There are 2 pages; this is the last. Page 2 of 2: customers 16 to 20 of 20, by what they spent.',
    );
  });
});

describe('a column of the data called as a field of ours', () => {
  it('is meant by filters as it is by groups', async () => {
    const shop = await shopOf('Order ID,Date,Customer ID,Segment,Product,Amount', [
      'B1,2026-03-02,C1,Consumer,Tea,40',
      'B2,2026-03-03,C2,Corporate,Cup,20',
      'B3,2026-03-04,C1,Consumer,Tea,5',
    ]);
    const { rows } = await shop.answer('measure:revenue by:segment segment:consumer');
    expect(rows).toEqual([{ segment: 'Consumer', revenue: 45 }]);
    await shop.close();
  });
});

describe('queries about customers of a shop that names none', () => {
  it('are refused by what is missing', async () => {
    const shop = await shopOf('Order ID,Date,Product,Amount', [
      'B1,2026-03-02,Tea,40',
      'B2,2026-03-03,Cup,20',
    ]);
    for (const text of ['list:customers', 'measure:revenue who(orders:>1)'])
      expect(await refusal(shop.ask(text)), text).toContain('the data names no customers');
    await shop.close();
  });
});
