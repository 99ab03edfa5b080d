import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../../../../test/support/shop.js';
import { shopOf } from '../../../../test/support/shop-of.js';

const HEADER = 'Order ID,Order Date,Customer,Product,Category,Amount';

/** A line for each item of each basket. */
const baskets = (all: readonly (readonly string[])[]): string[] =>
  all.flatMap((items, i) =>
    items.map(item => `${i + 1},2026-01-${String(5 + i).padStart(2, '0')},C${i},${item},Food,${item.length}`),
  );

describe('sales together', () => {
  describe("of mlxtend's five baskets", () => {
    let shop: TestShop;
    beforeAll(async () => {
      shop = await shopOf(
        HEADER,
        baskets([
          ['Milk', 'Onion', 'Nutmeg', 'Kidney Beans', 'Eggs', 'Yogurt'],
          ['Dill', 'Onion', 'Nutmeg', 'Kidney Beans', 'Eggs', 'Yogurt'],
          ['Milk', 'Apple', 'Kidney Beans', 'Eggs'],
          ['Milk', 'Unicorn', 'Corn', 'Kidney Beans', 'Yogurt'],
          ['Corn', 'Onion', 'Onion', 'Kidney Beans', 'Ice cream', 'Eggs'],
        ]),
      );
    });
    afterAll(() => shop.close());

    it('has (Onion, Kidney Beans) -> Eggs with lift 1.25 and leverage .12', async () => {
      const { rows } = await shop.answer('sales together product:Onion,"Kidney Beans"');
      expect(rows.find(row => row.with === 'Eggs')).toEqual({
        with: 'Eggs',
        orders: 3,
        support: 0.6,
        confidence: 1,
        confidenceBack: 0.75,
        lift: 1.25,
        leverage: 0.12,
      });
    });

    it('counts an item once in an order', async () => {
      const { rows } = await shop.answer('sales together');
      const pair = rows.find(row => row.item === 'Onion' && row.with === 'Eggs');
      expect(pair).toMatchObject({ orders: 3, confidence: 1, lift: 1.25 });
    });

    it('says that five orders may be chance, and recommends nothing', async () => {
      const { notes, actions } = await shop.answer('sales together');
      expect(notes.join(' ')).toContain('With 5 orders, what goes together may be chance.');
      expect(actions).toEqual([]);
    });
  });

  it('has the figures of openretailscience', async () => {
    const shop = await shopOf(
      HEADER,
      baskets([
        ['Milk', 'Bread', 'Butter', 'Eggs'],
        ['Bread', 'Milk'],
        ['Butter', 'Eggs'],
        ['Beer', 'Diapers'],
        ['Bread'],
      ]),
    );
    const { rows } = await shop.answer('sales together 50');
    const figures = (a: string, b: string) => {
      const row = rows.find(r => [r.item, r.with].sort().join() === [a, b].sort().join());
      return [row?.support, row?.item === a ? row?.confidence : row?.confidenceBack, row?.lift];
    };
    expect(figures('Beer', 'Diapers')).toEqual([0.2, 1, 5]);
    expect(figures('Butter', 'Eggs')).toEqual([0.4, 1, 2.5]);
    expect(figures('Bread', 'Milk')).toEqual([0.4, 0.666667, 1.666667]);
    await shop.close();
  });

  describe('of sixty orders', () => {
    let shop: TestShop;
    beforeAll(async () => {
      // Pot and Lid in 20 orders together, never alone; Cup in all others, and in 5 of these.
      const orders = Array.from({ length: 60 }, (_, i) =>
        i < 20 ? ['Pot', 'Lid', ...(i < 5 ? ['Cup'] : [])] : ['Cup', ...(i < 30 ? ['Tea'] : [])],
      );
      const lines = orders.flatMap((items, i) =>
        items.map(
          item =>
            `${i},2026-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, '0')},C${i},${item},` +
            `${item === 'Tea' ? 'Drinks' : 'Kitchen'},${item.charCodeAt(0)}`,
        ),
      );
      shop = await shopOf(HEADER, [
        ...lines,
        '100,2026-03-20,C1,Tea,Drinks,-10',
        '100,2026-03-20,C1,Pot,Kitchen,-10',
      ]);
    });
    afterAll(() => shop.close());

    it('recommends what goes together by more than chance', async () => {
      const { headline, actions, notes } = await shop.answer('bought together');
      expect(headline).toBe('Lid and Pot go together most: in 20 orders, 3 times as often as by chance.');
      expect(actions).toEqual(['Offer Pot with Lid (in 100.0% of its orders, against 33.3% of all).']);
      expect(notes.join(' ')).toContain('In fewer than 3 orders together');
    });

    it.each([
      ['what goes with Pot', 'sales together product:Pot'],
      ['what do people buy with pot', 'sales together product:Pot'],
      ['products bought together', 'sales together by product'],
      ['frequently bought together in january 2026', 'sales together 2026-01'],
      ['basket analysis by category', 'sales together by category'],
    ])('understands "%s"', async (text, question) => {
      expect((await shop.answer(text)).question).toBe(question);
    });

    it('takes a value of what orders are made of as what others go with', async () => {
      const { rows } = await shop.answer('sales together product:Pot category:Kitchen');
      expect(rows.map(row => [row.with, row.orders, row.confidence])).toEqual([
        ['Lid', 20, 1],
        ['Cup', 5, 0.25],
      ]);
    });

    it('is by category if that is asked for, and draws few as a grid', async () => {
      const { rows, charts } = await shop.ask('sales together');
      expect(rows).toHaveLength(4);
      // Cup 45, Pot and Lid 20, Tea 10 of 60 orders; Pot and Tea in none together.
      expect(charts[0]).toMatchObject({
        kind: 'heatmap',
        middle: 1,
        rows: ['Cup', 'Lid', 'Pot', 'Tea'],
        values: [
          [null, expect.closeTo(1 / 3), expect.closeTo(1 / 3), expect.closeTo(4 / 3)],
          [expect.closeTo(1 / 3), null, 3, 0],
          [expect.closeTo(1 / 3), 3, null, 0],
          [expect.closeTo(4 / 3), 0, 0, null],
        ],
      });
      expect((await shop.answer('sales together by category')).rows).toMatchObject([
        { item: 'Drinks', with: 'Kitchen', orders: 10 },
      ]);
    });
  });

  it('draws pairs with both names in full, one under the other', async () => {
    const pair = ['Jumbo bag pink polkadot', 'Jumbo bag red retrospot'];
    const shop = await shopOf(HEADER, baskets(Array.from({ length: 6 }, () => pair)));
    const [chart] = (await shop.ask('sales together')).charts;
    expect(chart).toMatchObject({ kind: 'ranking', labels: [pair[0]], secondLabels: [`+ ${pair[1]}`] });
    await shop.close();
  });

  it('is the same whatever the order of the rows', async () => {
    const rows = baskets([
      ['B', 'A'],
      ['A', 'B', 'C'],
      ['C', 'D'],
      ['D', 'C'],
      ['E', 'A'],
    ]);
    const [one, other] = [await shopOf(HEADER, rows), await shopOf(HEADER, [...rows].reverse())];
    expect(await other.answer('sales together')).toEqual(await one.answer('sales together'));
    await one.close();
    await other.close();
  });

  it('says what is missing: products, orders of several, sales', async () => {
    const none = await shopOf('Order ID,Order Date,Amount', ['1,2026-01-01,10']);
    await expect(none.answer('sales together')).rejects.toThrow('name no products');
    await none.close();
    const single = await shopOf(HEADER, baskets([['Tea'], ['Cup']]));
    expect((await single.answer('sales together')).headline).toBe(
      'No order has two different products: nothing is bought together.',
    );
    expect((await single.answer('what goes with tea')).headline).toBe(
      'No order has two different products: nothing is bought together.',
    );
    await expect(single.answer('sales together by customer')).rejects.toThrow('not made of customers');
    await single.close();
    const returned = await shopOf(HEADER, ['1,2026-01-01,A,Tea,Food,-10', '1,2026-01-01,A,Cup,Food,-12']);
    expect((await returned.answer('sales together')).headline).toContain('Nothing was sold');
    await returned.close();
  });
});
