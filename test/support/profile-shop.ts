import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { otherProfile } from './other-profile.js';
import { openTestShop, type TestShop } from './shop.js';

/** What came of a file, in major units of the currency. */
export interface Read {
  /** The known export that it was read as. */
  readonly profile: string | undefined;
  readonly currency: string;
  readonly figures: { revenue: number; orders: number; customers: number; quantity: number };
  /** Rows that are no sale, by what they are: how many, and what they would have come to. */
  readonly leftOut: Record<string, [number, number]>;
  /** Lines of orders that were called off: how many, and what they come to. */
  readonly cancelled: [number, number];
  /** What was taken off or kept beside: discounts, tax, shipping, tips, costs. */
  readonly parts: Record<string, number>;
  readonly assumptions: readonly string[];
}

/** A shop of its own for each test, to load known exports into. No other one may read the same file. */
export function useShop(env: Record<string, string> = {}) {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop(env, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());

  const load = async (content: string | Uint8Array, name = 'export.csv'): Promise<Read> => {
    const result = await shop.load(name, content);
    const profile = result.understood?.profile;
    if (profile !== undefined)
      expect(await otherProfile(join(shop.folder, name), profile), 'read by another profile').toBeUndefined();
    const sales = await shop.figures('sales', 'value');
    const major = (minor: number) => minor / 10 ** result.minorDigits;
    const of = (kind: string) => result.ledger.filter(e => e.kind === kind);
    const [cancelled] = of('cancelled');
    const beside = result.ledger.filter(e => ['discount', 'tax', 'shipping', 'tip', 'cost'].includes(e.kind));
    const figure = (measure: string) => Number(sales[measure] ?? 0);
    return {
      profile,
      currency: result.currency,
      figures: {
        revenue: figure('revenue'),
        orders: figure('orders'),
        customers: figure('customers'),
        quantity: figure('quantity'),
      },
      leftOut: Object.fromEntries(of('leftOut').map(e => [e.what, [e.rows, major(e.amount)]])),
      cancelled: cancelled ? [cancelled.rows, major(cancelled.amount)] : [0, 0],
      parts: Object.fromEntries(beside.map(e => [e.kind, major(e.amount)])),
      assumptions: result.understood?.assumptions ?? [],
    };
  };
  /** The known export that a file would be read as, whatever else it leaves open. */
  const profileOf = async (content: string | Uint8Array): Promise<string | undefined> => {
    const path = join(shop.folder, 'export.csv');
    await writeFile(path, content);
    return (await shop.understand(path, { isExplained: true })).profile;
  };
  /** Revenue by the values of a dimension. */
  const by = (dimension: string) => shop.figures(`sales by ${dimension}`, 'revenue');
  return { load, profileOf, by, figures: (text: string, column: string) => shop.figures(text, column) };
}
