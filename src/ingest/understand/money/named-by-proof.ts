import { provenUnit } from './discounts.js';
import { areEqual, productOf, type Values } from './equations.js';
import type { Figure } from './figures.js';

/** What must hold in so many rows that have a discount before columns without telling names are believed. */
const ENOUGH = 3;
/** As many suffice where quantity and discount are called so. */
const ENOUGH_NAMED = 2;
/** More would take long; a file of sales has fewer columns of numbers. */
const MOST = 16;

/** A price of one may be called net or gross as well: `Cena netto`. */
const MAY_BE_PRICE = new Set(['price', 'net', 'gross', 'amount', 'unknown']);
const MAY_BE_AMOUNT = new Set(['amount', 'net', 'total', 'subtotal', 'unknown', 'paid']);

/**
 * Names figures by what their values prove where their words do not: `How many x Each - Off = To pay` is
 * quantity, price, discount and amount, whatever they are called.
 */
export function namedByProof(figures: readonly Figure[]): readonly Figure[] {
  const lines = figures.filter(f => f.per === 'line' && f.values.some(v => v !== undefined)).slice(0, MOST);
  for (const quantity of lines.filter(f => f.kind === 'quantity' || (f.kind === 'unknown' && isCount(f)))) {
    for (const price of lines.filter(f => MAY_BE_PRICE.has(f.kind))) {
      if (price === quantity) continue;
      const gross = productOf(quantity.values, price.values);
      for (const amount of lines.filter(f => MAY_BE_AMOUNT.has(f.kind))) {
        if (amount === quantity || amount === price || areEqual(gross, amount.values)) continue;
        const discount = lines.find(
          f =>
            (f.kind === 'unknown' || f.kind === 'discount') &&
            ![quantity, price, amount].includes(f) &&
            f.values.filter(v => v !== undefined && v !== 0).length >=
              (quantity.kind === 'quantity' && f.kind === 'discount' ? ENOUGH_NAMED : ENOUGH) &&
            sizeOf(f) < sizeOf(amount) &&
            // What makes a sale more is a tax or a charge.
            sizeOf(amount) < sizeOfAll(gross) &&
            provenUnit(gross, amount.values, f, quantity.values) !== undefined,
        );
        if (discount) return renamed(figures, { quantity, price, amount, discount });
      }
    }
  }
  return figures;
}

/** What is left of a sale is more than what was taken off, in all. */
const sizeOf = ({ values }: Figure): number => sizeOfAll(values);
const sizeOfAll = (values: Values): number => values.reduce<number>((sum, v) => sum + Math.abs(v ?? 0), 0);

const isCount = ({ column }: Figure): boolean =>
  column.integers === column.numbers && column.leadingZeros === 0 && column.distinct.size > 1;

function renamed(
  figures: readonly Figure[],
  found: Readonly<Record<'quantity' | 'price' | 'amount' | 'discount', Figure>>,
): Figure[] {
  return figures.map(f => {
    if (f === found.quantity) return { ...f, kind: 'quantity' };
    if (f === found.price) return { ...f, kind: 'price' };
    if (f === found.amount) return { ...f, kind: f.kind === 'unknown' ? 'net' : f.kind };
    return f === found.discount ? { ...f, kind: 'discount' } : f;
  });
}
