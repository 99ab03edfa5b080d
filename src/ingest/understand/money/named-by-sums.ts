import { areEqual, type Equation, explain, type Values, writtenSign } from './equations.js';
import type { Figure } from './figures.js';
import { taxPlace } from './taxes.js';

const TARGETS: ReadonlySet<string> = new Set(['total', 'gross', 'paid', 'amount']);
const GOODS: ReadonlySet<string> = new Set(['net', 'amount', 'subtotal', 'gross', 'total']);
const BESIDE: ReadonlySet<string> = new Set(['discount', 'tax', 'shipping', 'tip', 'fee']);
/** More would take long; a file of sales has fewer columns of money without a telling name. */
const MOST_UNKNOWN = 4;
/** Orders in which a column must count before a sum with it is no chance. */
const ENOUGH = 3;

/**
 * Names figures by the sums that they stand in where their words do not: in `Total = Subtotal + Porto + Xyz`
 * the last is a tax if it has the rate of one, else a charge; what such a sum begins with are the goods.
 */
export function namedBySums(figures: readonly Figure[]): readonly Figure[] {
  const unknown = figures.filter(f => f.kind === 'unknown' && isMoney(f)).slice(0, MOST_UNKNOWN);
  if (unknown.length === 0) return figures;
  const known = figures.filter(f => BESIDE.has(f.kind));
  for (const target of figures.filter(f => TARGETS.has(f.kind))) {
    const sum =
      sumWith(
        target,
        figures.filter(f => GOODS.has(f.kind)),
        known,
        unknown,
      ) ??
      sumWith(
        target,
        unknown,
        known.filter(f => f.kind !== 'discount'),
        [],
      );
    if (sum) return renamed(figures, sum);
  }
  return figures.some(f => TOLD.has(f.kind)) ? figures : withSumOfUnknown(figures, unknown);
}

/** The values order by order; row by row in a file without a number of orders. */
const valuesOf = ({ byOrder, values }: Figure): Values => (byOrder.length > 0 ? byOrder : values);

const isTaxOf = (tax: Figure, goods: Figure): boolean =>
  taxPlace(valuesOf(tax), valuesOf(goods)) !== undefined;

/** Where one of these is there, a sum of columns without telling names is not what was sold. */
const TOLD: ReadonlySet<string> = new Set([...TARGETS, ...GOODS, 'price', 'quantity']);

/**
 * Where no name says what was sold, the column that is the sum of others is it: `Bill = Labour + Parts`. Not
 * where one of the others is a tax on the rest.
 */
function withSumOfUnknown(figures: readonly Figure[], unknown: readonly Figure[]): readonly Figure[] {
  for (const target of unknown) {
    for (const base of unknown) {
      const others = unknown.filter(f => f !== target && f !== base);
      const sum = explain(
        valuesOf(target),
        { of: base, values: valuesOf(base) },
        others.map(f => ({ of: f, values: valuesOf(f) })),
      );
      if (base === target || !sum || !isSensible(sum)) continue;
      if (sum.terms.some(t => isTaxOf(t.of, base) || isTaxOf(base, t.of))) continue;
      return figures.map(f => (f === target ? { ...f, kind: 'total' } : f));
    }
  }
  return figures;
}

const isMoney = ({ column, values }: Figure): boolean =>
  column.moneyLike >= column.tested.count * 0.3 && values.some(v => v !== undefined && v !== 0);

/** A target as one of the bases with some terms, if that says what a column without a telling name is. */
function sumWith(
  target: Figure,
  bases: readonly Figure[],
  known: readonly Figure[],
  unknown: readonly Figure[],
): Equation<Figure> | undefined {
  const of = (f: Figure) => ({ of: f, values: valuesOf(f) });
  for (const base of bases) {
    if (base === target || areEqual(valuesOf(base), valuesOf(target))) continue;
    const others = unknown.filter(f => f !== base && !areEqual(valuesOf(f), valuesOf(target)));
    const withKnown = explain(valuesOf(target), of(base), known.map(of));
    if (withKnown && base.kind !== 'unknown') return undefined;
    const sum =
      withKnown ??
      (others.length > 0 ? explain(valuesOf(target), of(base), [...known, ...others].map(of)) : undefined);
    if (sum && isSensible(sum)) return sum;
  }
  return undefined;
}

/** Discounts are taken off, all else comes on top; and what has no name counts often enough. */
const isSensible = ({ base, terms }: Equation<Figure>): boolean =>
  terms.every(({ of, sign }) => {
    const isOnTop = sign * writtenSign(valuesOf(of), valuesOf(base)) === 1;
    if (of.kind === 'unknown') return isOnTop && used(valuesOf(of)) >= ENOUGH;
    return of.kind === 'discount' ? !isOnTop : isOnTop;
  }) && used(valuesOf(base)) >= ENOUGH;

const used = (values: Values): number => values.filter(v => v !== undefined && v !== 0).length;

function renamed(figures: readonly Figure[], { base, terms }: Equation<Figure>): Figure[] {
  const goods = valuesOf(base).map((v, i) =>
    terms.reduce((a, t) => (t.of.kind === 'discount' ? a + t.sign * (valuesOf(t.of)[i] ?? 0) : a), v ?? 0),
  );
  return figures.map(f => {
    if (f.kind !== 'unknown') return f;
    if (f === base) return { ...f, kind: 'subtotal' };
    if (!terms.some(t => t.of === f)) return f;
    return { ...f, kind: taxPlace(valuesOf(f), goods) === false ? 'tax' : 'shipping' };
  });
}
