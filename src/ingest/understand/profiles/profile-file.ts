import type { Orders } from '../money/figures.js';
import { headerNames } from '../role.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';

/**
 * A sum that may hold in a file: `total = plus - minus`, by header. Columns that the file lacks count as
 * 0.
 */
export interface Sum {
  readonly total: string;
  /** Headers, or products of two of them, `Quantity x Price`. */
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
  /**
   * `line`: in each row; `order`: lines of an order added up, and what the order has once. `line` unless
   * given.
   */
  readonly per?: 'line' | 'order';
  /** Headers that are the line's, even where all lines of each order happen to have one value. */
  readonly lines?: readonly string[];
}

/** What else headers are called, in older versions and in other languages. */
export type OtherNames = Readonly<Record<string, readonly string[]>>;

/** The rows in which a sum must hold: exports have edited orders. */
const ENOUGH = 0.95;

/** A file that may be a known export: its columns by header, and what sums hold in it. */
export class ProfileFile {
  readonly #byName: ReadonlyMap<string, ColumnSurvey>;

  constructor(
    readonly sample: Sample,
    readonly orders: Orders,
    otherNames?: OtherNames,
  ) {
    this.#byName = withOtherNames(columnsByName(sample.survey.columns), otherNames);
  }

  column(header: string): ColumnSurvey | undefined {
    return this.#byName.get(nameOf(header));
  }

  has(header: string): boolean {
    return this.column(header) !== undefined;
  }

  /** Whether a column has a number other than zero. */
  isUsed(header: string): boolean {
    const column = this.column(header);
    return column !== undefined && this.sample.numbers(column).some(v => v !== undefined && v !== 0);
  }

  /** Whether a sum holds in nearly all rows (or orders); true where there is none to test it by. */
  holds({ total, plus, minus = [], per = 'line', lines = [] }: Sum): boolean {
    const target = this.values(total, per);
    const of = (h: string) => this.values(h, per === 'order' && lines.includes(h) ? 'lines' : per);
    const terms = [...plus.map(h => [1, of(h)] as const), ...minus.map(h => [-1, of(h)] as const)];
    let rows = 0;
    let agree = 0;
    target.forEach((value, i) => {
      if (value === undefined || terms.every(([, values]) => values[i] === undefined)) return;
      rows++;
      const sum = terms.reduce((a, [sign, values]) => a + sign * (values[i] ?? 0), 0);
      if (Math.abs(sum - value) <= 0.0151) agree++;
    });
    return agree >= rows * ENOUGH;
  }

  /** Whether a column is between zero and another one in nearly all rows that have both. */
  isAtMost(part: string, whole: string): boolean {
    const [values, limits] = [this.values(part, 'line'), this.values(whole, 'line')];
    let rows = 0;
    let agree = 0;
    values.forEach((value, i) => {
      const limit = limits[i];
      if (value === undefined || limit === undefined) return;
      rows++;
      if (value >= 0 && value <= limit + 0.0051) agree++;
    });
    return agree >= rows * ENOUGH;
  }

  /**
   * A column's numbers by row or by order; of `A x B`, the products.
   * @param per `lines` for what an order's lines add up to, though they may all have one value
   */
  values(header: string, per: 'line' | 'order' | 'lines'): readonly (number | undefined)[] {
    const factors = header.split(' x ').map(h => {
      const column = this.column(h);
      return column ? this.sample.numbers(column) : this.sample.rows.map(() => undefined);
    });
    const values = this.sample.rows.map((_, i) =>
      factors.reduce<number | undefined>(
        (a, f) => (a === undefined || f[i] === undefined ? undefined : a * f[i]),
        1,
      ),
    );
    if (per === 'line') return values;
    const isOfTheLine = per === 'lines' || factors.length > 1;
    return this.orders.rows.map(rows => {
      const known = rows.map(i => values[i]).filter(v => v !== undefined);
      if (known.length === 0) return undefined;
      const isOnce = !isOfTheLine && new Set(known).size === 1;
      return isOnce && this.#isOfTheOrder(header) ? known[0] : known.reduce((a, b) => a + b, 0);
    });
  }

  /** Whether a column has one value for each order of several rows, or none below the first. */
  #isOfTheOrder(header: string): boolean {
    const column = this.column(header);
    if (!column) return false;
    const texts = this.sample.texts(column);
    const several = this.orders.rows.filter(rows => rows.length > 1);
    return several.every(rows => new Set(rows.map(i => texts[i]).filter(t => t !== '')).size <= 1);
  }
}

/**
 * A header as the words it is compared by, with those in brackets: `Subtotal (ex tax)` is not `(inc
 * tax)`.
 */
export const nameOf = (header: string): string => headerNames(header.replace(/[,()[\]]/g, ' '))[0] ?? '';

/**
 * The first column of each name that holds anything; an empty one where no other has it. A column also
 * goes by its name without what stands in brackets, where no other column is called that.
 */
export function columnsByName(columns: readonly ColumnSurvey[]): Map<string, ColumnSurvey> {
  const found = new Map<string, ColumnSurvey>();
  for (const column of columns) add(column, nameOf(column.header), found);
  const short = new Map<string, ColumnSurvey>();
  for (const column of columns) add(column, column.name, short);
  return new Map([...short, ...found]);
}

/** The columns by name, and by the headers that their names are other names of. */
export function withOtherNames(
  byName: ReadonlyMap<string, ColumnSurvey>,
  otherNames: OtherNames | undefined,
): ReadonlyMap<string, ColumnSurvey> {
  if (!otherNames) return byName;
  const all = new Map(byName);
  for (const [header, others] of Object.entries(otherNames))
    for (const other of others) {
      const column = byName.get(nameOf(other));
      if (column) add(column, nameOf(header), all);
    }
  return all;
}

function add(column: ColumnSurvey, name: string, names: Map<string, ColumnSurvey>): void {
  const before = names.get(name);
  if (!before || (before.filled === 0 && column.filled > 0)) names.set(name, column);
}
