import type { ColumnSurvey } from '../survey.js';
import type { Candidate } from './candidates.js';
import { areEqual, HOLDS, type Values } from './equations.js';
import type { Figure } from './figures.js';
import type { MoneyPart } from './money.js';
import type { Priced } from './products.js';
import { isKnownRate } from './tax-rates.js';

/** Rates of value added tax and sales tax that are in force somewhere, in percent. */
const RATES = [
  2.1, 3, 4, 5, 5.5, 6, 7, 7.5, 7.7, 8, 8.1, 8.25, 8.875, 9, 9.5, 10, 12, 12.5, 13, 14, 15, 16, 17, 18, 19,
  20, 21, 22, 23, 24, 25, 25.5, 27,
];

/** Whether a column's name says that its amounts include tax. */
// A name is without what stands in brackets: "Unit price (incl. VAT)".
export const isWithTax = ({ name, header }: ColumnSurvey): boolean =>
  WITH_TAX.test(name) || WITH_TAX.test(header.toLowerCase());

/** The same, without `gross`, which may be before discounts. */
export const isSaidWithTax = ({ name, header }: ColumnSurvey): boolean =>
  [name, header.toLowerCase()].some(text => WITH_TAX.test(text.replace(/\bgross\b/g, '')));

const WITH_TAX = new RegExp(
  `\\b(incl|inc|including|inclusive|inkl|inklusive|inclusief|gross|brutto|bruto|bruttopreis|bruttobetrag|` +
    `bruttoumsatz|ttc|ivato|dahil)\\b`,
);

/**
 * The taxes that stand beside each other (GST and PST, one column for each rate), without those that say the
 * same again or add the others up.
 */
export function separateTaxes(taxes: readonly Figure[]): Figure[] {
  const different = taxes.filter(
    (f, i) => !taxes.slice(0, i).some(other => areEqual(sizes(other), sizes(f)) || f.per !== other.per),
  );
  const total = different.find(f => isSumOf(f, different));
  return total ? [total] : different;
}

const sizes = ({ values }: Figure): Values => values.map(v => (v === undefined ? 0 : Math.abs(v)));

/** Whether a column is what the others add up to. */
function isSumOf(total: Figure, all: readonly Figure[]): boolean {
  const others = all.filter(f => f !== total);
  if (others.length < 2) return false;
  const sums = total.values.map((_, i) => others.reduce((sum, f) => sum + (f.values[i] ?? 0), 0));
  return areEqual(
    sums,
    total.values.map(v => v ?? 0),
  );
}

/** Whether a tax is within its amount or on top of it, by the rates there are; undefined if neither fits. */
export function taxPlace(tax: Values, amount: Values): boolean | undefined {
  let rows = 0;
  let inside = 0;
  let outside = 0;
  for (let i = 0; i < tax.length; i++) {
    const [t, a] = [tax[i], amount[i]];
    if (t === undefined || a === undefined || t === 0 || Math.abs(a) < 1) continue;
    rows++;
    if (RATES.some(r => Math.abs((a * r) / (100 + r) - t) <= 0.0101)) inside++;
    if (RATES.some(r => Math.abs((a * r) / 100 - t) <= 0.0101)) outside++;
  }
  if (rows < 2) return undefined;
  const [isInside, isOutside] = [inside >= rows * HOLDS, outside >= rows * HOLDS];
  return isInside === isOutside ? undefined : isInside;
}

/** Whether a tax is within its amount at the rates there are, whatever else it may be. */
export function isTaxWithin(tax: Values, amount: Values): boolean {
  const rows = tax.flatMap((t, i) => (t && amount[i] ? [{ t, a: amount[i] }] : []));
  const fit = rows.filter(({ t, a }) => RATES.some(r => Math.abs((a * r) / (100 + r) - t) <= 0.0101));
  return rows.length > 0 && fit.length >= rows.length * HOLDS;
}

/** By how much amounts with tax are rounded: to a cent, larger ones to the smallest coin there is. */
const roundingOf = (amount: number): number =>
  Math.max(0.0101, Math.min(0.0251, Math.abs(amount) * 0.0012), Math.abs(amount) * 1e-4);

/** Few rates are in force in one shop. */
const MOST_RATES = 3;

/** Whether amounts are others with a tax on top, row by row, at few of the rates there are. */
export function isAtRates(net: Values, gross: Values): boolean {
  const pairs = net.flatMap((n, i) => (n && gross[i] ? [{ n, g: gross[i] }] : []));
  const at = (rate: number) =>
    pairs.filter(({ n, g }) => Math.abs(n * (1 + rate / 100) - g) <= roundingOf(g));
  const counts = RATES.map(rate => ({ rate, rows: new Set(at(rate)) })).sort(
    (a, b) => b.rows.size - a.rows.size,
  );
  const explained = new Set(counts.slice(0, MOST_RATES).flatMap(({ rows }) => [...rows]));
  const untaxed = pairs.filter(pair => pair.n === pair.g && !explained.has(pair)).length;
  return pairs.length >= 2 && explained.size > 0 && explained.size + untaxed >= pairs.length * HOLDS;
}

/** The tax in prices that say they include it, where the file has its rates and no amounts of it. */
export function taxByRate(
  best: Candidate,
  figures: readonly Figure[],
  priced: Priced | undefined,
): MoneyPart[] {
  const rate = figures.find(f => f.kind === 'taxRate' && f.column.max > 0);
  if (!rate || best.per !== 'line' || !isKnownRate(rate.column)) return [];
  const isOfPrice =
    best.figure === undefined || best.isPriceLessDiscount || priced?.equal.includes(best.figure);
  const names = [best.figure?.column, isOfPrice ? priced?.price.column : undefined];
  if (!names.some(column => column && isWithTax(column))) return [];
  return [{ what: 'tax', column: rate.column.index, per: 'line', unit: 'included', sign: 1, factor: -1 }];
}
