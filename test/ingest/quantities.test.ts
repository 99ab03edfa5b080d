import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quantityColumn } from '../../src/ingest/understand/quantities/quantity-column.js';
import { openTestShop, type TestShop } from '../support/shop.js';

describe('quantities with units', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());
  const load = (header: string, ...rows: string[]) => shop.load('q.csv', `${[header, ...rows].join('\n')}\n`);
  const quantity = async () => (await shop.figures('sales', 'value')).quantity;

  it('are pieces, however they are written', async () => {
    const result = await load(
      'Date,Product,Quantity,Price',
      '2026-01-05,Mug,2 pcs,30.00',
      '2026-01-06,Cup,x5,10.00',
      '2026-01-08,Cup,1 Stk.,10.00',
    );
    // 2 x 30 + 5 x 10 + 1 x 10
    expect(result).toMatchObject({ revenue: 12_000, refused: [] });
    expect(await quantity()).toBe(8);
  });

  it('of grams among kilograms are converted, which is said', async () => {
    const result = await load(
      'Date,Product,Quantity,Total',
      '2026-01-05,Tea,2.5 kg,30.00',
      '2026-01-06,Tea,500 g,6.00',
      '2026-01-08,Rice,1 kg,10.00',
    );
    expect(result.understood?.assumptions.join(' ')).toContain('converted to kg');
    expect(await quantity()).toBe(4);
  });

  it('that cannot be converted are added as they are, which is said', () => {
    const column = quantityColumn('Qty', ['2 kg', '3 pcs', '1 kg'], '.');
    expect(column?.read('3 pcs')).toEqual({ digits: 3, scale: 0 });
    expect(column?.unit).toBeUndefined();
    expect(column?.assumptions[0]).toContain('kg and pieces');
  });

  it('are no quantities where most have no unit that is known', () =>
    expect(quantityColumn('Size', ['2 blue', '3 pcs', 'large'], '.')).toBeUndefined());

  it('shows the row and value of an amount that is no number', async () => {
    await expect(
      load('Order ID,Date,Amount', '1,2026-01-05,10.00', '2,2026-01-06,on request', '3,2026-01-07,tbd'),
    ).rejects.toThrow('row 3 has "on request"');
  });
});
