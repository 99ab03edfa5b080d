import type { WriteTransaction } from '../../store/engine/transaction.js';
import { forgottenCustomers } from '../../store/tables/forgotten-customers.js';
import { linesWithoutNumber } from '../../store/tables/unnumbered-lines.js';
import { ForgottenLines } from '../customers/forgotten-lines.js';
import type { Mapping } from '../understand/mapping.js';
import type { OrderLine } from './order-line.js';

/** Rows that are looked at before it is decided that two exports overlap. */
const LOOKED_AT = 5_000;
/** The share of a file's rows on days that are stored already which must be stored, too, for an overlap. */
const OVERLAP = 0.8;

/** What earlier files have on the days of a file. */
export interface KnownRows {
  /** Whether a row of the file is stored already; each stored row is so once. */
  readonly isEqual: (line: OrderLine) => boolean;
  /** Whether so many rows are equal that the files overlap, and equal rows are to count once. */
  readonly isOverlap: boolean;
  /** Days on which earlier files have rows. */
  readonly days: ReadonlySet<number>;
}

/**
 * Finds the rows of earlier files that stand in this file again, where neither has order numbers: exports
 * whose days overlap have the same rows on the days that they share. Two tills that sold the same have not.
 * @param read reads the file's first rows as lines
 * @returns undefined where earlier files have no rows from the file's first day on
 */
export async function knownRows(
  { trx, id }: { readonly trx: WriteTransaction; readonly id: number },
  { dimensions }: Mapping,
  read: (most: number) => Promise<readonly OrderLine[]>,
): Promise<KnownRows | undefined> {
  const forgotten = new ForgottenLines(await forgottenCustomers(trx));
  const first = await read(LOOKED_AT);
  if (first.length === 0) return undefined;
  const stored = await linesWithoutNumber(trx, id, Math.min(...first.map(l => l.day)));
  if (stored.length === 0) return undefined;
  const days = new Set(stored.map(l => l.day));
  const shared = first.filter(l => days.has(l.day));
  const counts = () => {
    const left = new Map<string, number>();
    for (const line of stored) left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) + 1);
    return left;
  };
  const product = dimensions.findIndex(d => d.key === 'product');
  const test = takeFrom(counts(), product, forgotten);
  const same = shared.filter(test);
  return {
    isEqual: takeFrom(counts(), product, forgotten),
    isOverlap: shared.length > 0 && same.length >= shared.length * OVERLAP,
    days,
  };
}

/** Takes equal rows out of those that are left, one for one. */
function takeFrom(
  left: Map<string, number>,
  product: number,
  forgotten: ForgottenLines,
): KnownRows['isEqual'] {
  return line => {
    const key = keyOf({
      ...line,
      customer: line.customer && forgotten.customer(line.customer).key,
      product: line.dimensions[product]?.value ?? null,
    });
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
}

const keyOf = (line: {
  readonly day: number;
  readonly quantity: number;
  readonly amount: number;
  readonly customer: string | null;
  readonly product: string | null;
}): string => [line.day, line.quantity, line.amount, line.customer ?? '', line.product ?? ''].join('\u001f');
