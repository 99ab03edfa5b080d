import { wordsOf } from '../../../core/text/header-words.js';
import { fitted, KEY_WORDS, singular } from './named-table.js';
import { dayIn, isCalledKey, keyText, type Profile } from './profile.js';

/** Rows of one table that name rows of another by its key. */
export interface Link {
  readonly many: Profile;
  readonly one: Profile;
  readonly column: number;
  readonly key: number;
  /** How alike the two headers are: 3 the same, 2 the same thing, 1 related, 0 not. */
  readonly likeness: number;
  /** Rows with a value in the column, and those of them that have a partner. */
  readonly filled: number;
  readonly matched: number;
  readonly rows: number;
  /** By row of the one side, whether a row names it. */
  readonly named: Uint8Array;
  readonly namedCount: number;
  /** A value without a partner. */
  readonly unmatched: string;
  /** Whether the two tables' dates are far apart in most rows, as those of different things are. */
  readonly isContradicted: boolean;
}

/** The share of values that must be found. */
export const ENOUGH_FOUND = 0.9;
/** Pairs of columns of two tables that are counted. */
const MOST_PAIRS = 3;

/** The links from one table to the others that their values prove, the best for each other table. */
export async function linksOf(many: Profile, others: readonly Profile[]): Promise<Link[]> {
  const pairs = others.flatMap(one => (one === many ? [] : likelyPairs(many, one)));
  if (pairs.length === 0) return [];
  const counts = pairs.map(pair => new Count(many, pair));
  const width = many.source.table.header.length;
  for await (const batch of many.source.table.rows()) {
    for (const row of batch) {
      const cells = fitted(row, width) ?? row.cells;
      for (const count of counts) count.see(cells);
    }
  }
  const best = new Map<Profile, Link>();
  for (const count of counts) {
    const link = count.link();
    if (!isProven(link)) continue;
    const other = best.get(link.one);
    if (!other || rank(link) > rank(other)) best.set(link.one, link);
  }
  return [...best.values()];
}

const rank = (link: Link): number => link.likeness + link.matched / Math.max(1, link.filled);

function isProven(link: Link): boolean {
  const { filled, matched, namedCount, one, likeness, key } = link;
  if (matched === 0 || link.isContradicted) return false;
  const isFound = matched >= filled * ENOUGH_FOUND;
  // Returned orders are a few of the orders: all that they name is there.
  const isPart = namedCount >= one.rows * ENOUGH_FOUND && likeness >= 2 && namedCount > 1;
  if (!isFound && !isPart) return false;
  if (likeness >= 2) return true;
  // Numbers from 1 on are contained in each other, whatever they number.
  if (isCounting(one, key)) return likeness === 1 && isFound && namedCount >= 3;
  return namedCount >= (likeness === 1 ? 3 : 5);
}

interface Pair {
  readonly one: Profile;
  readonly column: number;
  readonly key: number;
  readonly likeness: number;
}

/** Pairs of columns that may link two tables, by names and the first rows. */
function likelyPairs(many: Profile, one: Profile): Pair[] {
  const found: (Pair & { share: number })[] = [];
  for (const [column] of many.source.table.header.entries()) {
    const facts = many.evidence.columns[column];
    if (!facts || facts.filled === 0 || facts.dates >= 0.5 || facts.money > 0.1) continue;
    const values = [...new Set(many.source.sample.map(row => keyText(row[column])))].filter(v => v !== '');
    for (const [key, rows] of one.keys) {
      const likeness = likenessOf(many, column, one, key);
      const share = values.filter(value => rows.has(value)).length / Math.max(1, values.length);
      if (share === 0 && likeness < 3) continue;
      if (likeness < SAME && isNamedElsewhere(many, column, one, key)) continue;
      if (likeness < 2 && (share < 0.8 || (likeness === 0 && isCounting(one, key)))) continue;
      found.push({ one, column, key, likeness, share });
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness || b.share - a.share).slice(0, MOST_PAIRS);
}

/** Likeness of two headers that are the same. */
const SAME = 3;

/**
 * Whether a table has a column of the same name beside its key: `order_id` of payments is not their
 * `payment_id`.
 */
const isNamedElsewhere = (many: Profile, column: number, one: Profile, key: number): boolean =>
  one.source.table.header.some((_, i) => i !== key && likenessOf(many, column, one, i) === SAME);

/** Whether a key is hardly more than the numbers from 1 to the number of rows. */
function isCounting({ evidence, source }: Profile, key: number): boolean {
  if ((evidence.columns[key]?.numbers ?? 0) < 1) return false;
  const values = source.sample.map(row => Number(row[key])).filter(Number.isFinite);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most < 1_000_000 && most - least < values.length * 20 + 100;
}

/** How alike a column and another table's key are by their names. */
export function likenessOf(many: Profile, column: number, one: Profile, key: number): number {
  const [a, b] = [many.source.table.header[column]!, one.source.table.header[key]!];
  const [thingA, thingB] = [thingOf(a, many.source.label), thingOf(b, one.source.label)];
  if (thingA === thingB) return wordsOf(a).join() === wordsOf(b).join() && hasThing(b) ? 3 : 2;
  const [roleA, roleB] = [many.roles[column], one.roles[key]];
  if (roleA !== undefined && roleA === roleB && hasThing(b)) return 2;
  const [wordsA, wordsB] = [thingA.split(' '), thingB.split(' ')];
  return wordsB.every(word => wordsA.includes(word)) ? 1 : 0;
}

/**
 * The column of a table that names the same things as one of another table, and repeats: where it repeats
 * there as well, joining the two would multiply rows.
 */
export function sharedByMany(
  profile: Profile,
  other: Profile,
): { readonly column: number; readonly value: string } | undefined {
  for (const [column, value] of profile.repeats) {
    const role = profile.roles[column];
    if (!isCalledKey(profile.source.table.header[column] ?? '') && !KEY_ROLES.includes(role ?? '')) continue;
    for (const place of other.source.table.header.keys()) {
      if (likenessOf(other, place, profile, column) < 2) continue;
      const values = new Set(other.source.sample.map(row => keyText(row[place])));
      const own = profile.source.sample.map(row => keyText(row[column])).filter(v => v !== '');
      if (own.filter(v => values.has(v)).length >= own.length * 0.3) return { column, value };
    }
  }
  return undefined;
}

const KEY_ROLES = ['orderId', 'customerId', 'email', 'productId'];

const hasThing = (header: string): boolean => wordsOf(header).some(word => !KEY_WORDS.has(word));

/** What a key names: `order` for `order_id`, and for `id` of the table of orders. */
function thingOf(header: string, label: string): string {
  const words = wordsOf(header).map(singular);
  return words.filter(word => !KEY_WORDS.has(word)).join(' ') || label;
}

/** Days by which what belongs together may be apart: paid, sent or reviewed later. */
const MOST_DAYS_APART = 45;
const ENOUGH_DATES = 5;

/** Counts over all rows of the many side. */
class Count {
  #filled = 0;
  #matched = 0;
  #rows = 0;
  #namedCount = 0;
  #unmatched = '';
  #near = 0;
  #far = 0;
  readonly #named: Uint8Array;

  constructor(
    private readonly many: Profile,
    private readonly pair: Pair,
  ) {
    this.#named = new Uint8Array(pair.one.rows);
  }

  see(cells: readonly string[]): void {
    const { one, column, key } = this.pair;
    this.#rows++;
    const value = keyText(cells[column]);
    if (value === '') return;
    this.#filled++;
    const row = one.keys.get(key)?.get(value);
    if (row === undefined) {
      this.#unmatched ||= (cells[column] ?? '').trim();
      return;
    }
    this.#matched++;
    if (this.#named[row] === 0) {
      this.#named[row] = 1;
      this.#namedCount++;
      this.#compareDays(cells, row);
    }
  }

  #compareDays(cells: readonly string[], row: number): void {
    const { dateColumn } = this.many.evidence;
    const other = this.pair.one.days[row];
    if (dateColumn === undefined || !other || this.#near + this.#far > 2_000) return;
    const day = dayIn(cells[dateColumn]);
    if (day === 0) return;
    if (Math.abs(day - other) <= MOST_DAYS_APART) this.#near++;
    else this.#far++;
  }

  link(): Link {
    const { one, key } = this.pair;
    // A customer's birthday or first day is not the day of the sale.
    const isSameThing = one.evidence.isSales && this.many.evidence.isSales && one.roles[key] === 'orderId';
    return {
      ...this.pair,
      many: this.many,
      filled: this.#filled,
      matched: this.#matched,
      rows: this.#rows,
      named: this.#named,
      namedCount: this.#namedCount,
      unmatched: this.#unmatched,
      isContradicted:
        isSameThing && this.#near + this.#far >= ENOUGH_DATES && this.#far > (this.#near + this.#far) / 2,
    };
  }
}
