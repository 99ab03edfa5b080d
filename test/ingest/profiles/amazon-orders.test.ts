import { describe, expect, it } from 'vitest';
import { useShop } from '../../support/profile-shop.js';

/** A tab-separated file, written with semicolons. */
const tabs = (text: string) => text.replaceAll(';', '\t');

const FILE =
  tabs(`amazon-order-id;purchase-date;order-status;sales-channel;sku;item-status;quantity;currency;item-price;item-tax;shipping-price;item-promotion-discount
111-0000001-0000001;2026-03-05T10:00:00+00:00;Shipped;Amazon.com;MUG;Shipped;2;USD;40.00;3.20;5.00;4.00
111-0000001-0000001;2026-03-05T10:00:00+00:00;Shipped;Amazon.com;TEA;Cancelled;1;USD;20.00;1.60;0.00;
111-0000002-0000002;2026-03-06T11:00:00+00:00;Shipped;Amazon.com;POT;Shipped;1;USD;30.00;2.40;0.00;
111-0000002-0000002;2026-03-06T11:00:00+00:00;Shipped;Amazon.com;POT;Shipped;1;USD;30.00;2.40;0.00;
111-0000003-0000003;2026-03-07T12:00:00+00:00;Pending;Amazon.com;TEA;Unshipped;1;;;;;
111-0000004-0000004;2026-03-07T13:00:00+00:00;Cancelled;Amazon.com;TEA;Cancelled;0;USD;;;;
`);

const GERMAN =
  tabs(`amazon-order-id;purchase-date;order-status;sales-channel;sku;item-status;quantity;currency;item-price;item-tax;shipping-price;item-promotion-discount
302-0000001-0000001;2026-03-05T10:00:00+00:00;Shipped;Amazon.de;MUG;Shipped;2;EUR;23.80;3.80;0.00;
302-0000002-0000002;2026-03-06T10:00:00+00:00;Shipped;Amazon.de;TEA;Shipped;1;EUR;10.70;0.70;0.00;
302-0000003-0000003;2026-03-07T10:00:00+00:00;Shipped;Amazon.de;POT;Shipped;1;EUR;35.70;5.70;0.00;
302-0000004-0000004;2026-03-07T10:00:00+00:00;Shipped;Non-Amazon;POT;Shipped;1;EUR;35.70;5.70;0.00;
302-0000005-0000005;2026-03-07T10:00:00+00:00;Shipped;Amazon.de;POT;Cancelled;1;EUR;;;;
`);

describe('Amazon all orders', () => {
  const shop = useShop();

  it('counts lines less promotions, without cancelled items and pending orders', async () => {
    const result = await shop.load(FILE, 'orders.txt');
    expect(result.profile).toBe('Amazon all orders');
    expect(result.currency).toBe('USD');
    // 40.00 - 4.00 + 30.00 + 30.00: the two equal lines are both real. Nobody knows the customers.
    expect(result.figures).toEqual({ revenue: 96, orders: 2, customers: 0, quantity: 4 });
    expect(await shop.by('product')).toEqual({ MUG: 36, POT: 60 });
    expect(result.leftOut).toEqual({ 'pending orders, whose price is not known yet': [1, 0] });
    expect(result.cancelled).toEqual([2, 20]);
    expect(result.parts).toMatchObject({ discount: 4 });
  });

  it('takes the tax out where prices include it', async () => {
    const result = await shop.load(GERMAN, 'orders.txt');
    expect(result.profile).toBe('Amazon all orders');
    // 20.00 + 10.00 + 30.00 without tax
    expect(result.figures).toMatchObject({ revenue: 60, orders: 3, quantity: 4 });
    expect(result.leftOut).toEqual({ 'shipments for other shops': [1, 35.7] });
    expect(result.assumptions.join(' ')).toContain('Prices include tax');
  });

  it('leaves the tax where its rates show that it is on top', async () => {
    const onTop = GERMAN.replace('\t3.80', '\t4.52')
      .replace('10.70\t0.70', '10.70\t2.03')
      .replaceAll('\t5.70', '\t6.78');
    const result = await shop.load(onTop, 'orders.txt');
    expect(result.figures.revenue).toBe(70.2);
  });

  it('reads quotes in names as they are', async () => {
    const names = FILE.split('\n').map((row, i) =>
      row === '' ? row : `${row}\t${i === 0 ? 'product-name' : '"Best" of 12" size'}`,
    );
    const result = await shop.load(names.join('\n'), 'orders.txt');
    expect(result.figures).toMatchObject({ revenue: 96, orders: 2 });
  });

  it('believes the column without tax, or nothing', async () => {
    const [head = '', ...rows] = GERMAN.trimEnd().split('\n');
    const withNet = (nets: string[]) =>
      `${[`${head}\tvat-exclusive-item-price`, ...rows.map((row, i) => `${row}\t${nets[i] ?? ''}`)].join('\n')}\n`;
    const proven = await shop.load(withNet(['20.00', '10.00', '30.00', '30.00']), 'orders.txt');
    expect(proven.figures.revenue).toBe(60);
    const wrong = await shop
      .load(withNet(['21.00', '11.00', '31.00', '31.00']), 'other.txt')
      .catch(() => undefined);
    expect(wrong?.profile).toBeUndefined();
  });
});
