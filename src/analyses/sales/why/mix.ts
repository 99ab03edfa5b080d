import type { IdSums } from '../../../store/scope/period-sums.js';

type Sums = Pick<IdSums, 'revenue' | 'quantity' | 'orders'>;

/** One value of a dimension in two periods. Money in minor units, units in thousandths. */
export interface ValueChange {
  readonly id: number;
  readonly before: number;
  readonly now: number;
  readonly unitsBefore: number;
  readonly unitsNow: number;
  readonly ordersBefore: number;
  readonly ordersNow: number;
  /** What more or fewer units of it add, and what their price adds; not rounded. */
  readonly byUnits: number;
  readonly byPrice: number;
}

/** The change by the values of a dimension. */
export interface MixChange {
  /** The largest change first. */
  readonly values: readonly ValueChange[];
  /**
   * The change of all units at the mean price of everything, what selling more of the more expensive or
   * cheaper values adds to that, and what the prices of the values add: together the change. Undefined
   * without units to tell them by.
   */
  readonly split?: { readonly volume: number; readonly mix: number; readonly prices: number };
}

/**
 * Splits the change by value: units times price in two parts, of which each has half of what both do
 * together. A value without units in one of the periods has no price in it, and its change is one of units.
 */
export function mixOf(was: Sums, is: Sums, hasUnits: boolean): MixChange {
  const values: ValueChange[] = [];
  const highest = Math.max(was.orders.length, is.orders.length);
  for (let id = 0; id < highest; id++) {
    const value = changeOf(was, is, id);
    if (value) values.push(value);
  }
  values.sort(bySize);
  const split = hasUnits ? splitOf(values) : undefined;
  return split ? { values, split } : { values };
}

const size = (v: ValueChange): number => Math.abs(v.now - v.before);

/** By figures alone, so that sums of fractions never depend on the order of a file's rows. */
const bySize = (a: ValueChange, b: ValueChange): number =>
  size(b) - size(a) || b.now - a.now || b.unitsNow - a.unitsNow || b.unitsBefore - a.unitsBefore;

function changeOf(was: Sums, is: Sums, id: number): ValueChange | undefined {
  const [before, now] = [was.revenue[id] ?? 0, is.revenue[id] ?? 0];
  const [unitsBefore, unitsNow] = [was.quantity[id] ?? 0, is.quantity[id] ?? 0];
  const [ordersBefore, ordersNow] = [was.orders[id] ?? 0, is.orders[id] ?? 0];
  if ([before, now, unitsBefore, unitsNow, ordersBefore, ordersNow].every(n => n === 0)) return undefined;
  const hasPrices = unitsBefore > 0 && unitsNow > 0;
  const byPrice = hasPrices ? ((now / unitsNow - before / unitsBefore) * (unitsBefore + unitsNow)) / 2 : 0;
  const byUnits = now - before - byPrice;
  return { id, before, now, unitsBefore, unitsNow, ordersBefore, ordersNow, byUnits, byPrice };
}

function splitOf(values: readonly ValueChange[]): MixChange['split'] {
  const sum = (of: (v: ValueChange) => number) => values.reduce((total, v) => total + of(v), 0);
  const [unitsBefore, unitsNow] = [sum(v => v.unitsBefore), sum(v => v.unitsNow)];
  if (unitsBefore <= 0 || unitsNow <= 0) return undefined;
  const [before, now] = [sum(v => v.before), sum(v => v.now)];
  const volume = ((unitsNow - unitsBefore) * (before / unitsBefore + now / unitsNow)) / 2;
  const prices = sum(v => v.byPrice);
  return { volume, prices, mix: now - before - volume - prices };
}

/**
 * How far the shares of the values moved, as the root of the sum of squares: where all moved alike, a
 * dimension explains nothing.
 */
export function explains({ values }: MixChange): number {
  const [before, now] = [
    values.reduce((total, v) => total + v.before, 0),
    values.reduce((total, v) => total + v.now, 0),
  ];
  if (before <= 0 || now <= 0 || values.length < 2) return 0;
  return Math.sqrt(values.reduce((sum, v) => sum + (v.now / now - v.before / before) ** 2, 0));
}
