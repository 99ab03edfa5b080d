import { countsPiecesBack } from '../quantities/pieces-back.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import { type ColumnKind, isMoneyLike, kindOf } from './column-kinds.js';
import type { Values } from './equations.js';

/** A column of numbers: what its name says, whose figure it is, and its values in the rows looked at. */
export interface Figure {
  readonly column: ColumnSurvey;
  readonly kind: ColumnKind;
  /** `order`: the same on all rows of an order, or on its first row alone. */
  readonly per: 'line' | 'order';
  /** Whether it may as well be the other: few orders have several lines, and no sum tells. */
  readonly isPerOpen?: boolean;
  /** Row by row. */
  readonly values: Values;
  /** Order by order: the sum of its lines, or the order's own. */
  readonly byOrder: Values;
  /** Adds figures of the line up by order. */
  readonly sumOf: (values: Values) => Values;
}

/** The rows of each order, and the columns that only an order's first row fills. */
export interface Orders {
  /** Row numbers of the sample, order by order. */
  readonly rows: readonly (readonly number[])[];
  readonly fromFirstRow: readonly number[];
  /** The columns that say which line of an order a row is. */
  readonly numbering: readonly number[];
}

/** What the person called a column. */
const SAID: Readonly<Record<string, ColumnKind>> = {
  quantity: 'quantity',
  unitPrice: 'price',
  amount: 'amount',
  discount: 'discount',
  cost: 'cost',
  profit: 'profit',
};

/** All columns of numbers that may be quantities or money. */
export function figuresOf(
  sample: Sample,
  columns: readonly ColumnSurvey[],
  orders: Orders,
  map: ReadonlyMap<number, string>,
): Figure[] {
  return columns
    .filter(c => isMoneyLike(c) && (!isFlag(c) || countsPiecesBack(c, columns)))
    .map(column => {
      const named = countsPiecesBack(column, columns) ? 'piecesBack' : kindOf(column);
      const kind = SAID[map.get(column.index) ?? ''] ?? named;
      const values = sample.numbers(column);
      const per = perOrder(sample, column, kind, orders) ? 'order' : 'line';
      const sumOf = (of: Values) => byOrder(of, 'line', orders);
      return { column, kind, per, values, byOrder: byOrder(values, per, orders), sumOf };
    });
}

/** Whether a column says yes or no in numbers. */
const isFlag = (column: ColumnSurvey): boolean =>
  column.distinct.size <= 2 &&
  [...column.distinct].every(v => v === '0' || v === '1') &&
  FLAG.test(column.name);
const FLAG = /\b(refunded|returned|cancell?ed|is|has|test|paid|disputed|shipped|void(ed)?|gift)\b/;

/** Whether a figure is other than zero somewhere. */
export const isUsed = (f: Figure): boolean =>
  f.values.some(v => v !== undefined && v !== 0) || f.column.max > 0 || f.column.min < 0;

/** Adds a line's figures up by order, or takes the order's own. */
export function byOrder(values: Values, per: Figure['per'], { rows }: Orders): Values {
  return rows.map(ofOrder => {
    const known = ofOrder.map(i => values[i]).filter(v => v !== undefined);
    if (known.length === 0) return undefined;
    return per === 'order' ? known[0] : known.reduce((a, b) => a + b, 0);
  });
}

/** Names that say of themselves that they are of the line, or of the order. */
const OF_THE_LINE = /\b(line|item|ligne|linea|linha|position|zeile)/;
const OF_THE_ORDER = /\b(order|invoice|transaction|basket|cart|ticket|bestellung|commande|pedido|grand)\b/;
/** Kinds that stand once for an order more often than for each line. */
const OF_ORDERS: ReadonlySet<ColumnKind> = new Set([
  'total',
  'subtotal',
  'shipping',
  'tax',
  'tip',
  'fee',
  'refund',
  'paid',
]);
/** Kinds that are of the line, though all lines of an order may have the same. */
const OF_LINES: ReadonlySet<ColumnKind> = new Set(['quantity', 'price', 'cost', 'discountRate', 'taxRate']);
/** Orders of several lines that are needed before what they share is more than chance. */
const ENOUGH = 3;

/**
 * Whether the column holds the order's figure rather than the line's: the same on all rows of an order,
 * though the rows differ otherwise, or on its first row alone. One order of several lines is proof where the
 * column's name says `order`, two where it says that it is a total or what orders alone have; else it takes
 * three.
 */
function perOrder(sample: Sample, column: ColumnSurvey, kind: ColumnKind, orders: Orders): boolean {
  const several = orders.rows.filter(rows => rows.length > 1);
  if (several.length === 0) return false;
  if (orders.fromFirstRow.includes(column.index)) return true;
  if (OF_THE_LINE.test(column.name) && !OF_THE_ORDER.test(column.name)) return false;
  const texts = sample.texts(column);
  const shown = (rows: readonly number[]) => new Set(rows.map(i => texts[i]).filter(t => t !== ''));
  if (!several.every(rows => shown(rows).size <= 1)) return false;
  const isOfOrders = OF_ORDERS.has(kind);
  const isBlankBelow = several.every(
    rows => texts[rows[0] ?? 0] !== '' && rows.slice(1).every(i => texts[i] === ''),
  );
  if (isBlankBelow && (isOfOrders || several.length >= ENOUGH)) return true;
  // Two tickets of the same kind have the same price; that makes it no total.
  if (OF_LINES.has(kind) || (column.distinct.size === 1 && !OF_THE_ORDER.test(column.name))) return false;
  const proof = several.filter(rows => areDifferent(sample, rows, [column.index, ...orders.numbering]));
  const filled = proof.filter(rows => shown(rows).size === 1 && [...shown(rows)].some(t => Number(t) !== 0));
  const enough = OF_THE_ORDER.test(column.name) ? 1 : isOfOrders ? 2 : ENOUGH;
  return filled.length >= enough;
}

/** Whether the rows differ from each other in other columns than these. */
function areDifferent(sample: Sample, rows: readonly number[], but: readonly number[]): boolean {
  const texts = rows.map(i => (sample.rows[i] ?? []).filter((_, c) => !but.includes(c)).join('\n'));
  return new Set(texts).size === rows.length;
}
