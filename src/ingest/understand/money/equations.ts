/** Values of a column, one for each row (or order); undefined where it has none. */
export type Values = readonly (number | undefined)[];

/** Another column's part in a sum. */
export interface Term<T> {
  readonly of: T;
  /** 1 where it is added, -1 where it is subtracted. */
  readonly sign: 1 | -1;
}

/** `target = base + terms`, and in how many of the rows looked at. */
export interface Equation<T> {
  readonly base: T;
  readonly terms: readonly Term<T>[];
  /** 0 to 1. */
  readonly share: number;
  readonly rows: number;
}

/** The share of rows in which an equation must hold: files have damaged rows. */
export const HOLDS = 0.95;
/** Rows that are looked at; an equation that is wrong shows within them. */
const ROWS = 200;
/** More columns at once would take long, and fit by chance. */
const MOST_TERMS = 8;

/** Whether two amounts are the same to a cent, or to what rounding several parts loses. */
export const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(0.0151, Math.abs(b) * 0.0001);

/** Whether two columns say the same in nearly all rows. */
export function areEqual(a: Values, b: Values): boolean {
  let both = 0;
  let same = 0;
  for (let i = 0; i < a.length && both < ROWS; i++) {
    const [x, y] = [a[i], b[i]];
    if (x === undefined || y === undefined) continue;
    both++;
    if (isClose(x, y)) same++;
  }
  return both > 0 && same >= both * HOLDS;
}

/** The products of two columns, row by row. */
export const productOf = (a: Values, b: Values): Values =>
  a.map((x, i) => {
    const y = b[i];
    return x === undefined || y === undefined ? undefined : x * y;
  });

/** The share of the rows in which `a x b = c`, and what those rows prove. */
export function productShare(
  a: Values,
  b: Values,
  c: Values,
): {
  readonly share: number;
  readonly rows: number /** Rows in which neither factor is one. */;
  readonly proofs: number;
} {
  let rows = 0;
  let agree = 0;
  let proofs = 0;
  for (let i = 0; i < c.length && rows < ROWS; i++) {
    const [x, y, z] = [a[i], b[i], c[i]];
    if (x === undefined || y === undefined || z === undefined) continue;
    rows++;
    if (!isClose(Math.abs(x * y), Math.abs(z))) continue;
    agree++;
    if (Math.abs(x) !== 1 && Math.abs(y) !== 1 && z !== 0) proofs++;
  }
  return { share: rows === 0 ? 0 : agree / rows, rows, proofs };
}

/**
 * Explains a column as the sum of another and some of these, each added or subtracted: `Total = Subtotal +
 * Shipping + Tax - Discount`. The explanation with the fewest terms that holds nearly everywhere; each
 * term is not zero somewhere, and the equation does not hold without it.
 */
export function explain<T>(
  target: Values,
  base: { readonly of: T; readonly values: Values },
  columns: readonly { readonly of: T; readonly values: Values }[],
): Equation<T> | undefined {
  const rows: number[] = [];
  for (let i = 0; i < target.length && rows.length < ROWS; i++)
    if (target[i] !== undefined && base.values[i] !== undefined) rows.push(i);
  if (rows.length < 2) return undefined;
  const rest = rows.map(i => (target[i] as number) - (base.values[i] as number));
  const useful = columns
    .map(c => ({ of: c.of, values: rows.map(i => c.values[i] ?? 0) }))
    .filter(c => c.values.some(v => v !== 0))
    .slice(0, MOST_TERMS);
  const sizes = rest.map((r, i) => Math.abs(r) + Math.abs(base.values[rows[i] as number] as number));
  let best: Equation<T> | undefined;
  const terms: Term<T>[] = [];
  const search = (from: number, left: readonly number[]) => {
    const share =
      left.filter((r, i) => Math.abs(r) <= Math.max(0.0151, (sizes[i] ?? 0) * 0.00011)).length / left.length;
    if (
      share >= HOLDS &&
      terms.length > 0 &&
      (!best ||
        terms.length < best.terms.length ||
        (terms.length === best.terms.length && share > best.share))
    )
      best = { base: base.of, terms: [...terms], share, rows: rows.length };
    if (share === 1 || (best && terms.length >= best.terms.length)) return;
    for (let c = from; c < useful.length; c++) {
      const { of, values } = useful[c] as { of: T; values: number[] };
      for (const sign of [1, -1] as const) {
        terms.push({ of, sign });
        search(
          c + 1,
          left.map((r, i) => r - sign * (values[i] ?? 0)),
        );
        terms.pop();
      }
    }
  };
  search(0, rest);
  return best;
}

/**
 * 1 where a column mostly has the sign of another (a return's discount is negative as well), -1 where the
 * other one.
 */
export function writtenSign(values: Values, like: Values): 1 | -1 {
  let same = 0;
  values.forEach((v, i) => {
    const other = like[i];
    if (v && other) same += Math.sign(v) === Math.sign(other) ? 1 : -1;
  });
  return same < 0 ? -1 : 1;
}
