import { camel, wordsOf } from '../../../core/text/header-words.js';
import type { RolesNamed, Table, TableRow } from '../table.js';

/** A table among others: a file of several, or a sheet of a workbook. */
export interface NamedTable {
  readonly kind: 'file' | 'sheet';
  /** The file's or sheet's own. */
  readonly name: string;
  /** Its name in words without an ending, in the singular: `order item`. */
  readonly label: string;
  readonly table: Table;
  /** Its first rows below the header. */
  readonly sample: readonly (readonly string[])[];
  readonly bytes: number;
  /** The tables that it was made of, where they had the same columns. */
  readonly parts?: readonly NamedTable[];
}

/** Rows that are enough to see what a table is. */
export const SAMPLE_ROWS = 300;

/** The first rows of a table. */
export async function sampleOf(table: Table): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of table.rows()) {
    for (const { cells } of batch) if (rows.length < SAMPLE_ROWS) rows.push([...cells]);
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return rows;
}

/**
 * What tables are called in headers, from their names without what all of them share:
 * `olist_orders_dataset.csv`
 * and `olist_customers_dataset.csv` are `order` and `customer`.
 */
export function labelsOf(names: readonly string[]): string[] {
  const words = names.map(name => wordsOf(name.replace(/\.[a-z]{2,4}(\.gz)?$/i, '')).filter(isWord));
  const shared = (word: string | undefined) =>
    words.length > 1 && word !== undefined && words.every(w => w.length > 1 && w.includes(word));
  return words.map(all => {
    const own = all.filter(word => !shared(word));
    return (own.length > 0 ? own : all).map(singular).join(' ') || 'table';
  });
}

const isWord = (word: string): boolean => /\p{L}/u.test(word);

/** `categories` -> `category`, `orders` -> `order`; `address` stays. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** A header as one comparable text: `Order ID` and `order_id` are the same column. */
export const sameHeader = (header: string): string => camel(wordsOf(header)) || header.trim().toLowerCase();

/** Words that say no more than that a column is a key. */
export const KEY_WORDS = new Set(
  'id ids no nr num number numero key code codigo nummer uuid guid pk fk'.split(' '),
);

/** What a table's columns are by their names and its own: the `id` of customers is theirs, no order's. */
export function rolesIn({ table, label }: NamedTable, rolesNamed: RolesNamed): (string | undefined)[] {
  const { header } = table;
  const alone = rolesNamed(header);
  const ofTable = rolesNamed(header.map(name => `${label} ${name}`));
  return header.map((name, i) => {
    const isBareKey = wordsOf(name).every(word => KEY_WORDS.has(word));
    return isBareKey ? ofTable[i] : (alone[i] ?? ofTable[i]);
  });
}

/**
 * The cells of a row that has more than its header, where they fit once cells that begin with a space are
 * joined.
 */
export function fitted({ cells }: TableRow, width: number): readonly string[] | undefined {
  if (cells.length <= width) return cells;
  if (cells.slice(width).every(cell => cell.trim() === '')) return cells.slice(0, width);
  const joined: string[] = [];
  for (const cell of cells) {
    if (joined.length > 0 && cell.startsWith(' ')) joined[joined.length - 1] += `,${cell}`;
    else joined.push(cell);
  }
  return joined.length === width ? joined : undefined;
}
