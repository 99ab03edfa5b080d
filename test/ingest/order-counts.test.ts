import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingestText } from '../../src/surfaces/cli/show/ingest.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/**
 * Two orders that count, one with a return of its own; one of returns only; one and a half that are
 * cancelled.
 */
const FILE = `Order ID,Order Date,Customer ID,Status,Quantity,Unit Price
1,2026-01-05,a,Shipped,2,10.00
1,2026-01-05,a,Shipped,-1,10.00
2,2026-01-06,b,Shipped,1,5.00
2,2026-01-06,b,Cancelled,1,7.00
3,2026-01-07,b,Shipped,-1,5.00
4,2026-01-08,c,Cancelled,1,9.00
4,2026-01-08,c,Cancelled,2,9.00
`;

describe('The orders that a load names', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ EXCLUDED_STATUSES: 'cancelled' });
  });
  afterEach(() => shop.close());

  const salesFigure = async (): Promise<unknown> => (await shop.figures('sales', 'value')).orders;

  it('are those that sales counts, with those that it leaves out beside them', async () => {
    const result = await shop.load('orders.csv', FILE);
    expect(result).toMatchObject({
      orders: 3,
      returnOrders: 1,
      excludedOrders: 1,
      excluded: 3,
      customers: 2,
    });
    expect(result.orders - result.returnOrders).toBe(2);
    expect(await salesFigure()).toBe(2);
    const text = ingestText(result);
    expect(text).toContain(': 2 orders of 2 customers');
    expect(text).toMatch(/1 more order has returns only/);
    expect(text).toMatch(/3 lines stored .* leaves out 1 order entirely/);
  });

  it('are the same if the content was loaded before', async () => {
    const { orders, returnOrders, excludedOrders, customers } = await shop.load('orders.csv', FILE);
    expect(await shop.load('copy.csv', FILE)).toMatchObject({
      loaded: false,
      orders,
      returnOrders,
      excludedOrders,
      customers,
    });
  });

  it('are not remarked upon where every order counts', async () => {
    const text = ingestText(await shop.load('orders.csv', FILE.split('\n').slice(0, 4).join('\n')));
    expect(text).toContain(': 2 orders of 2 customers');
    expect(text).not.toMatch(/returns only|entirely/);
  });

  it('say that customers are not named, rather than none, where the file names nobody', async () => {
    const result = await shop.load('orders.csv', 'Order ID,Date,Amount\n1,2026-03-02,4\n2,2026-03-05,6');
    expect(ingestText(result)).toContain('2 lines: 2 orders, customers not named, $10.00');
  });
});
