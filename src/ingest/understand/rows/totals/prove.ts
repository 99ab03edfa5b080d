import { type ColumnSurvey, DISTINCT_MOST } from '../../survey.js';
import { type Candidate, type Candidates, isOfDates, MOST_GROUPS } from './candidates.js';
import type { ProvenTotals } from './proven-totals.js';

/** A row that adds up others: how many, and whether all of its numbers do. */
interface Match {
  readonly lines: number;
  readonly agree: number;
  readonly differ: number;
}

/** How the rows of one shape do as totals. */
interface Showing {
  /** Rows with an amount. */
  readonly rows: number;
  /** Of those that add up others, by their numbers in the file. */
  readonly matches: ReadonlyMap<number, Match>;
}

/** The share of the rows of a shape that must add up others. */
const PROVEN = 0.9;
const OPEN = 0.5;
/** Evidence from which on it is no chance that rows add up others which might be sales. */
const ENOUGH = 3;
const ENOUGH_OF_WHOLE_NUMBERS = 5;
/** So many shapes are tried together, the sparsest of them; fewer if there are very many rows. */
const MOST_TOGETHER = 8;
const MOST_OF_MANY_ROWS = 4;
const MANY_ROWS = 2_000;

/** Finds the rows that add up others, by the shapes of rows; undefined if there are none. */
export function proveTotals(candidates: Candidates): ProvenTotals | undefined {
  const shapes = [...new Set(candidates.rows.map(r => r.shape))].filter(s => mayBeTotals(candidates, s));
  let best: Scored | undefined;
  for (const set of setsOf(shapes, candidates.rows.length))
    for (const measure of candidates.measures.keys()) {
      const proven = provenBy(candidates, set, measure);
      if (proven && (!best || proven.score > best.score)) best = proven;
    }
  return best;
}

type Scored = ProvenTotals & { readonly score: number };

/** Sets of shapes that may be totals together: of several levels, each lacks something else. */
function setsOf(shapes: readonly string[], rows: number): ReadonlySet<string>[] {
  const blanks = (shape: string) => shape.split('0').length;
  const sparse = [...shapes].sort((a, b) => blanks(b) - blanks(a));
  const together = sparse.slice(0, rows > MANY_ROWS ? MOST_OF_MANY_ROWS : MOST_TOGETHER);
  const others = sparse.slice(together.length).map(s => new Set([s]));
  const sets = Array.from(
    { length: 2 ** together.length - 1 },
    (_, i) => new Set(together.filter((_, s) => ((i + 1) >> s) % 2 === 1)),
  );
  return [...sets, ...others];
}

/** Whether rows of a shape have nothing that the sales lack: else they are heads of orders. */
function mayBeTotals({ rows, usual, end }: Candidates, shape: string): boolean {
  const own = rows.filter(r => r.shape === shape);
  if (own.length >= rows.length + end.lines - own.length) return false;
  const isUsual = new Set(usual.map(c => c.index));
  const labels = new Set(own.flatMap(r => [...r.texts.keys()].filter(c => !isUsual.has(c))));
  const isOfSales = (k: number) =>
    end.above[k] !== 0 || rows.some(r => r.shape !== shape && r.values[k] !== undefined);
  return labels.size <= 1 && own.every(r => r.values.every((v, k) => v === undefined || isOfSales(k)));
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 0.0051 + Math.abs(b) * 1e-9;

/** Where a total may begin or end: at other totals, and at the file's beginning and end. */
interface Boundary {
  readonly above: readonly number[];
  readonly lines: number;
  readonly place: number;
}

/** What rows of these shapes are, by the sums of one measure. */
function provenBy(candidates: Candidates, shapes: ReadonlySet<string>, measure: number): Scored | undefined {
  const column = candidates.measures[measure];
  const { rows, boundaries } = boundariesOf(candidates, shapes);
  const index = indexOf(boundaries, measure);
  const found = new Set<number>();
  let isOpen = false;
  for (const shape of shapes) {
    const own = rows.filter(r => r.row.shape === shape && (r.row.values[measure] ?? 0) !== 0);
    const matching = (isAbove: boolean): Showing['matches'] =>
      new Map(
        own.flatMap(({ row, at }) => {
          const match = matchOf(row, at, index, measure, isAbove) ?? matchOfGroup(row, candidates, measure);
          return match ? [[row.number, match] as const] : [];
        }),
      );
    const [below, above] = [matching(false), matching(true)];
    const matches = below.size >= above.size ? below : above;
    const verdict = verdictOf(candidates, shape, { rows: own.length, matches }, measure);
    if (!verdict) return undefined;
    isOpen ||= verdict === 'open';
    for (const number of matches.keys()) found.add(number);
  }
  const own = rows.map(r => r.row);
  const first = own.find(r => found.has(r.number));
  if (!column || !first) return undefined;
  const isNothing = (r: Candidate) => r.values.every(v => v === undefined || v === 0);
  const taken = own.filter(r => isOpen || found.has(r.number) || isNothing(r));
  return {
    rows: new Set(taken.map(r => r.number)),
    ...{ measure: column, isOpen },
    example: [...first.texts.values()].join(' '),
    // Rows of which it is sure count more than any number of doubtful ones.
    score: found.size + (column.moneyLike > 0 ? 0.5 : 0) - (isOpen ? candidates.rows.length + 1 : 0),
  };
}

/** The rows of some shapes, each with what the rows above it add up to that are of no such shape. */
function boundariesOf({ rows, end }: Candidates, shapes: ReadonlySet<string>) {
  const extra = end.above.map(() => 0);
  let lines = 0;
  const boundaries: Boundary[] = [{ above: extra.map(() => 0), lines: 0, place: 0 }];
  const own: { readonly row: Candidate; readonly at: Boundary }[] = [];
  for (const row of rows) {
    if (shapes.has(row.shape)) {
      const above = row.above.map((v, k) => v + (extra[k] ?? 0));
      const at = { above, lines: row.lines + lines, place: boundaries.length };
      boundaries.push(at);
      own.push({ row, at });
      continue;
    }
    for (const [k, v] of row.values.entries()) extra[k] = (extra[k] ?? 0) + (v ?? 0);
    lines++;
  }
  const above = end.above.map((v, k) => v + (extra[k] ?? 0));
  boundaries.push({ above, lines: end.lines + lines, place: boundaries.length });
  return { rows: own, boundaries };
}

const keyOf = (value: number): number => Math.round(value * 100);

function indexOf(boundaries: readonly Boundary[], measure: number): Map<number, Boundary[]> {
  const index = new Map<number, Boundary[]>();
  for (const boundary of boundaries) {
    const key = keyOf(boundary.above[measure] ?? 0);
    const there = index.get(key);
    if (there) there.push(boundary);
    else index.set(key, [boundary]);
  }
  return index;
}

/** The rows that a row adds up: those above it, or below, from it to another total. */
function matchOf(
  row: Candidate,
  at: Boundary,
  index: ReadonlyMap<number, readonly Boundary[]>,
  measure: number,
  isAbove: boolean,
): Match | undefined {
  const sign = isAbove ? 1 : -1;
  const wanted = (at.above[measure] ?? 0) + sign * (row.values[measure] ?? 0);
  const key = keyOf(wanted);
  const near = [key - 1, key, key + 1].flatMap(k => index.get(k) ?? []);
  const away = (b: Boundary) => sign * (b.lines - at.lines);
  const [nearest] = near
    .filter(b => away(b) > 0 && isNear(b.above[measure] ?? 0, wanted))
    .sort((a, b) => away(a) - away(b));
  if (!nearest) return undefined;
  const sums = nearest.above.map((v, k) => sign * (v - (at.above[k] ?? 0)));
  return { lines: away(nearest), ...agreement(row, sums, measure) };
}

/** The rows with a value that a row names: `North` or `North total`, wherever they stand. */
function matchOfGroup(row: Candidate, { groups }: Candidates, measure: number): Match | undefined {
  const value = row.values[measure] ?? 0;
  for (const text of row.texts.values()) {
    const words = text.split(/\s+/);
    const names = new Set([text, words.slice(1).join(' '), words.slice(0, -1).join(' '), ...words]);
    for (const of of groups.values())
      for (const name of names) {
        const group = of.get(name);
        if (group && group.lines > 1 && isNear(group.sums[measure] ?? 0, value))
          return { lines: group.lines, ...agreement(row, group.sums, measure) };
      }
  }
  return undefined;
}

/** How many of a row's other numbers are the sums of the same rows, and how many are not. */
function agreement({ values }: Candidate, sums: readonly number[], measure: number) {
  let agree = 0;
  let differ = 0;
  for (const [k, value] of values.entries()) {
    if (k === measure || value === undefined || value === 0) continue;
    if (isNear(sums[k] ?? 0, value)) agree++;
    else differ++;
  }
  return { agree, differ };
}

/** What the rows of a shape are, by how many of them add up others, and by how much is no chance. */
function verdictOf(
  { measures, usual, rows, groups }: Candidates,
  shape: string,
  { rows: count, matches }: Showing,
  measure: number,
): 'totals' | 'open' | undefined {
  const strong = [...matches.values()].filter(m => m.lines > 1);
  if (strong.length === 0 || matches.size < count * OPEN) return undefined;
  const column = measures[measure];
  const enough = !column || column.integers === column.numbers ? ENOUGH_OF_WHOLE_NUMBERS : ENOUGH;
  const evidence = strong.reduce((sum, m) => sum + Math.min(m.lines, 5) - 1 + 2 * m.agree, 0);
  const isProven = matches.size >= count * PROVEN;
  const isDated = !usual.some(isOfDates) || usual.some((c, i) => isOfDates(c) && shape[i] === '1');
  const isClean = strong.every(m => m.differ === 0);
  // A row without a date is no sale in any case.
  if (!isDated) return isProven && (isClean || evidence >= ENOUGH) ? 'totals' : undefined;
  const isNew = rows.every(r => r.shape !== shape || hasNewText(r, groups));
  const isWhole = matches.size === count;
  if (isProven && isWhole && evidence >= enough && (isClean || isNew)) return 'totals';
  // A sale without a phone number may come to as much as two others by chance: it has a number of its own.
  if (usual.some((c, i) => shape[i] === '1' && !measures.includes(c) && isNumberOfRows(c))) return undefined;
  return isNew && isClean && (isProven || strong.length > 2) ? 'open' : undefined;
}

/** Whether a column numbers the rows, as orders and receipts are: nearly all of its values stand once. */
const isNumberOfRows = (c: ColumnSurvey): boolean =>
  !isOfDates(c) &&
  c.distinct.size >= Math.min(c.filled * PROVEN, DISTINCT_MOST) &&
  [...c.distinct].every(value => /\d/.test(value));

/** Whether a row has no text at all, or one that no sale has in its column. */
function hasNewText({ texts }: Candidate, groups: Candidates['groups']): boolean {
  const words = [...texts].filter(([, text]) => /\p{L}/u.test(text));
  const isNew = (column: number, text: string) => {
    const known = groups.get(column);
    return known === undefined || (known.size < MOST_GROUPS && !known.has(text));
  };
  return words.length === 0 || words.some(([column, text]) => isNew(column, text));
}
