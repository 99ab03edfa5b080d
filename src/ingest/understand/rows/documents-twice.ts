import { IngestError } from '../../../core/errors.js';
import { isClose, type Values } from '../money/equations.js';
import type { Sample } from '../sample.js';
import { type ColumnSurvey, numberShare } from '../survey.js';
import { DOCUMENT_NAMES, type DocumentKind, documentOf, IN_TURN } from './document-kinds.js';
import type { RowRule } from './row-rules.js';
import { valueKey } from './value-key.js';

/** Columns with more kinds than this say something else. */
const MOST_KINDS = 12;
/** References that both documents must have, and the share of them that must come to the same. */
const ENOUGH = 3;
const AGREE = 0.8;
/** Where so many of the orders have an invoice, the invoices are the sales. */
const MOSTLY = 0.5;
/** Columns that are tried as references. */
const MOST_COLUMNS = 15;

/** What is the same sale again: first the document that counts, if both are in the list. */
const FOLLOWED_BY: readonly (readonly [DocumentKind, readonly DocumentKind[]])[] = [
  ['quote', ['invoice', 'order']],
  ['order', ['invoice']],
  ['deliveryNote', ['invoice', 'order']],
];

/** The rows of one kind of document. */
interface Document {
  readonly kind: DocumentKind;
  readonly keys: readonly string[];
  readonly rows: readonly number[];
}

/** Two kinds of document in which the same sales stand. */
interface Pair {
  readonly earlier: Document;
  readonly later: Document;
  /** The rows of each whose sale stands in the other too. */
  readonly shared: ReadonlySet<number>;
  /** How many references both have. */
  readonly references: number;
  /** The share of the earlier documents that have a later one. */
  readonly followed: number;
}

/**
 * Rows of a list of documents in which a sale stands as an order (a quote, a delivery note) and again as an
 * invoice: a reference that both have, in one column or in two, with the same customer and amount. Where most
 * orders have an invoice, the invoices are the sales and the orders are left out; else the orders are,
 * and the invoices of orders in the list are left out.
 * @param columns that may say the kind, or have the reference
 * @param amounts row by row
 * @param customer the column of the customer
 * @throws IngestError where the file is too long to tell sales that stand twice from others
 */
export function documentRules(
  sample: Sample,
  columns: readonly ColumnSurvey[],
  amounts: Values,
  customer: ColumnSurvey | undefined,
): RowRule[] {
  for (const column of columns) {
    const documents = documentsOf(sample, column);
    if (documents.length < 2) continue;
    const references = columns
      .filter(c => c !== column && c !== customer && isReference(sample, c, amounts))
      .slice(0, MOST_COLUMNS);
    const own = customer ? sample.texts(customer).map(valueKey) : undefined;
    const rules = FOLLOWED_BY.flatMap(([kind, others]) => {
      const earlier = documents.find(d => d.kind === kind);
      if (!earlier) return [];
      const pairs = others.flatMap(other => {
        const later = documents.find(d => d.kind === other);
        return (later && pairOf(sample, { earlier, later }, references, amounts, own)) ?? [];
      });
      return pairs[0] ? rulesOf(sample, column, pairs[0]) : [];
    });
    if (rules.length > 0) return rules;
  }
  return [];
}

/** The kinds of document that a column tells apart, in the order in which they are written. */
function documentsOf(sample: Sample, column: ColumnSurvey): Document[] {
  const keys = [...column.distinct].map(valueKey);
  if (keys.length < 2 || keys.length > MOST_KINDS || numberShare(column) > 0) return [];
  const texts = sample.texts(column).map(valueKey);
  return IN_TURN.flatMap((kind): Document[] => {
    const own = keys.filter(key => documentOf(key) === kind);
    const rows = texts.flatMap((text, i) => (own.includes(text) ? [i] : []));
    return rows.length > 0 ? [{ kind, keys: own, rows }] : [];
  });
}

/** Whether a column may have references: ids of many values, which are no dates and no money. */
function isReference(sample: Sample, column: ColumnSurvey, amounts: Values): boolean {
  const { distinct, dates, filled, moneyLike } = column;
  if (distinct.size < ENOUGH || dates.read > filled / 2 || moneyLike > 0) return false;
  if (numberShare(column) < 0.9) return [...distinct].some(value => /\d/.test(value));
  // Whole amounts are equal in both rows because they are amounts: one is always the same share of another.
  const shares = sample.numbers(column).flatMap((number, i) => {
    const amount = amounts[i];
    return number && amount ? [Math.round((number / amount) * 100)] : [];
  });
  return new Set(shares).size > Math.max(ENOUGH, shares.length * 0.1);
}

function pairOf(
  sample: Sample,
  { earlier, later }: Pick<Pair, 'earlier' | 'later'>,
  columns: readonly ColumnSurvey[],
  amounts: Values,
  customers: readonly string[] | undefined,
): Pair | undefined {
  let best: Pair | undefined;
  for (const of of columns) {
    const orders = byReference(sample, of, earlier.rows);
    // An invoice may name the order in a column of its own.
    for (const named of columns) {
      const invoices = byReference(sample, named, later.rows);
      const both = [...orders.keys()].filter(reference => invoices.has(reference));
      if (both.length < ENOUGH || both.length <= (best?.references ?? 0)) continue;
      const same = both.filter(reference => {
        const [a, b] = [orders.get(reference) ?? [], invoices.get(reference) ?? []];
        return isSameSale(a, b, amounts) && isSameCustomer(a, b, customers);
      });
      if (same.length < ENOUGH || same.length < both.length * AGREE) continue;
      const shared = both.flatMap(r => [...(orders.get(r) ?? []), ...(invoices.get(r) ?? [])]);
      best = {
        ...{ earlier, later, shared: new Set(shared), references: both.length },
        followed: both.length / orders.size,
      };
    }
  }
  return best;
}

function byReference(sample: Sample, column: ColumnSurvey, rows: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const texts = sample.texts(column);
  for (const row of rows) {
    const text = valueKey(texts[row] ?? '');
    if (text === '') continue;
    const own = found.get(text);
    if (own) own.push(row);
    else found.set(text, [row]);
  }
  return found;
}

/** Delivery notes often have no amounts. */
function isSameSale(a: readonly number[], b: readonly number[], amounts: Values): boolean {
  const sum = (rows: readonly number[]) => rows.reduce((total, i) => total + (amounts[i] ?? 0), 0);
  return sum(a) === 0 || sum(b) === 0 || isClose(sum(a), sum(b));
}

const isSameCustomer = (
  [a = 0]: readonly number[],
  [b = 0]: readonly number[],
  customers: readonly string[] | undefined,
): boolean => !customers || customers[a] === '' || customers[b] === '' || customers[a] === customers[b];

const mixedError = ({ header }: ColumnSurvey, what: string, other: string): IngestError =>
  new IngestError(
    `By "${header}" this list has ${other} and ${what}: some ${what} are of ${other} in the list, and some ` +
      'are sales of their own. In a file of this length they cannot be told apart.',
    `Save the ${other}, or the ${what}, as a file of their own and load that, or load the list year by year.`,
  );

/**
 * The rules of what is left out, those of sales that stand twice apart from the others.
 * @throws IngestError where the file is too long to tell them apart
 */
function rulesOf(sample: Sample, column: ColumnSurvey, pair: Pair): RowRule[] {
  const { earlier, later, shared, followed } = pair;
  // A delivery note is never what was sold.
  const isLater = followed >= MOSTLY || earlier.kind !== 'order';
  const [out, kept] = isLater ? [earlier, later] : [later, earlier];
  const [what, other] = [DOCUMENT_NAMES[out.kind], DOCUMENT_NAMES[kept.kind]];
  const rule = { column: column.index, values: new Set(out.keys), kind: 'notASale' } as const;
  const isWhole = sample.survey.first.length === sample.survey.rows;
  const twice: RowRule = { ...rule, what: `${what} that stand in the list as ${other} too` };
  // Rows beyond the sample are told by their kind alone, which would leave out invoices of other sales.
  if (!isWhole && !isLater && out.rows.some(i => !shared.has(i))) throw mixedError(column, what, other);
  if (!isWhole) return [twice];
  const rows = out.rows.filter(i => shared.has(i)).map(i => sample.rowNumbers[i] ?? 0);
  // What has no invoice was not sold yet; an invoice without an order was.
  const isOpen = isLater && kept.kind === 'invoice';
  return [
    { ...twice, rows: new Set(rows) },
    ...(isOpen ? [{ ...rule, what: `${what} without an invoice` }] : []),
  ];
}
