import { parseDate } from '../../../core/calendar/written-dates.js';
import { KeyTable } from '../../../core/collections/key-table.js';
import { wordsOf } from '../../../core/text/header-words.js';
import type { RolesNamed } from '../table.js';
import { type Evidence, evidenceIn, firstDay } from './evidence.js';
import { fitted, KEY_WORDS, type NamedTable, rolesIn } from './named-table.js';

/** Most rows of a table that others look something up in. */
export const MOST_LOOKED_UP = 2_000_000;
/** Columns of a table that are tried as its key. */
const MOST_KEYS = 6;
/** A key is blank in no more than this share of rows: a line of totals has none. */
const MOST_BLANK = 0.05;
const LONGEST_KEY = 60;

/** What a table is, over all of its rows. */
export interface Profile {
  readonly source: NamedTable;
  readonly evidence: Evidence;
  readonly roles: readonly (string | undefined)[];
  readonly rows: number;
  /** Columns no value of which repeats, with the row of each value, counted from 0. */
  readonly keys: ReadonlyMap<number, KeyTable>;
  /** Of columns that could have been keys, a value that repeats. */
  readonly repeats: ReadonlyMap<number, string>;
  /** The day of each row, 0 where there is none. */
  readonly days: readonly number[];
  /** True where it has more rows than can be looked up: it has no keys then. */
  readonly isTooLong: boolean;
}

/** Reads a table once and finds its keys; as soon as it can have none, no further. */
export async function profileOf(source: NamedTable, rolesNamed: RolesNamed): Promise<Profile> {
  const { header } = source.table;
  const roles = rolesIn(source, rolesNamed);
  const evidence = evidenceIn(source, rolesNamed);
  const candidates = new Map(candidatesOf(header, evidence, source).map(i => [i, new Candidate()]));
  const repeats = new Map<number, string>();
  const days: number[] = [];
  let rows = 0;
  let isTooLong = false;
  for await (const batch of source.table.rows()) {
    for (const row of batch) {
      const cells = fitted(row, header.length) ?? row.cells;
      for (const [column, candidate] of candidates) {
        if (candidate.see(cells[column], rows, cells)) continue;
        repeats.set(column, (cells[column] ?? '').trim());
        candidates.delete(column);
      }
      if (evidence.dateColumn !== undefined) days.push(dayIn(cells[evidence.dateColumn]));
      rows++;
    }
    isTooLong = rows > MOST_LOOKED_UP;
    if (candidates.size === 0 || isTooLong) break;
  }
  const keys = new Map<number, KeyTable>();
  for (const [column, candidate] of isTooLong ? [] : candidates)
    if (rows > 0 && candidate.blank <= rows * MOST_BLANK) keys.set(column, candidate.values);
  return { source, evidence, roles, rows, keys, repeats, days, isTooLong };
}

/** The columns that may be a key, those first that are called so. */
function candidatesOf(header: readonly string[], { columns }: Evidence, { sample }: NamedTable): number[] {
  const called = header.map(isCalledKey);
  const most = (i: number) => sample.reduce((longest, row) => Math.max(longest, row[i]?.length ?? 0), 0);
  return header
    .map((_, i) => i)
    .filter(i => {
      const facts = columns[i];
      if (!facts || facts.filled < sample.length * (1 - 2 * MOST_BLANK) || facts.filled === 0) return false;
      return facts.dates < 0.5 && facts.money === 0 && most(i) <= LONGEST_KEY;
    })
    .sort((a, b) => Number(called[b]) - Number(called[a]) || a - b)
    .slice(0, MOST_KEYS);
}

/** Words of columns that are keys by what they are. */
const KEYS = new Set('sku ref reference email mail handle barcode ean gtin asin isbn'.split(' '));

/** Whether a header says that its column is a key. */
export const isCalledKey = (header: string): boolean =>
  wordsOf(header).some(word => KEY_WORDS.has(word) || KEYS.has(word));

/** A column whose values do not repeat so far. */
class Candidate {
  readonly values = new KeyTable();
  blank = 0;
  readonly #hashes: number[] = [];

  /** @returns false where the value was there before, with something else in the row */
  see(cell: string | undefined, row: number, cells: readonly string[]): boolean {
    const key = keyText(cell);
    if (key === '') {
      this.blank++;
      this.#hashes.push(0);
      return true;
    }
    const hash = hashOf(cells);
    this.#hashes.push(hash);
    const before = this.values.get(key);
    if (before !== undefined) return this.#hashes[before] === hash;
    this.values.add(key, row);
    return true;
  }
}

/**
 * What a key is compared by: `#1001 ` and `1001`, `ab-1` and `AB-1`, `17.0` and `17` are the same; so are
 * `0017`
 * and `17`, as programs drop zeros.
 */
export function keyText(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  let text = cell.trim();
  if (text.charCodeAt(0) === 35 || text.charCodeAt(0) === 39) text = text.slice(1);
  if (text.endsWith('.0')) text = text.slice(0, -2);
  if (text.charCodeAt(0) === 48 && text.length > 1 && /^\d+$/.test(text))
    text = text.replace(/^0+(?=\d)/, '');
  return NOTHING.has(text) ? '' : text.toLowerCase();
}

const NOTHING = new Set(['', 'NULL', 'null', '\\N', '#N/A', 'NaN', 'nan', 'None', '-', 'N/A', 'n/a']);

function hashOf(cells: readonly string[]): number {
  let hash = 7;
  for (const cell of cells) {
    for (let i = 0; i < cell.length; i++) hash = Math.imul(hash ^ cell.charCodeAt(i), 0x5bd1e995);
    hash = Math.imul(hash ^ (hash >>> 15), 31) | 0;
  }
  return hash;
}

/** The day that a cell says; 0 where it says none. */
export const dayIn = (cell: string | undefined): number => (cell ? (firstDay(parseDate(cell)) ?? 0) : 0);
