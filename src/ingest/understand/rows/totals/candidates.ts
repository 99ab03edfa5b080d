import type { Table } from '../../../read/table.js';
import { DateColumn } from '../../dates/date-column.js';
import { type ColumnSurvey, cellText, fitCells, numberIn, numberShare, type Survey } from '../../survey.js';

/** A row that lacks what most rows have, and has an amount: a total, or a sale of which less is known. */
export interface Candidate {
  /** The row's number in the file. */
  readonly number: number;
  /** Which of the usual columns it has: a `1` or a `0` for each. */
  readonly shape: string;
  /** Its numbers, one for each measure. */
  readonly values: readonly (number | undefined)[];
  /** What the full rows above it add up to, for each measure, and how many there are. */
  readonly above: number[];
  lines: number;
  /** Its texts, by column. */
  readonly texts: ReadonlyMap<number, string>;
}

/** What the full rows with one value in a column add up to. */
export interface GroupSum {
  readonly sums: number[];
  lines: number;
}

/** The rows of a file that may be totals, and what the others add up to. */
export interface Candidates {
  /** The columns that most rows fill. */
  readonly usual: readonly ColumnSurvey[];
  /** The columns of numbers that rows can add up. */
  readonly measures: readonly ColumnSurvey[];
  readonly rows: readonly Candidate[];
  /** What all full rows add up to. */
  readonly end: { readonly above: readonly number[]; readonly lines: number };
  /** The values of text columns in full rows, by column; not all if there are very many. */
  readonly groups: ReadonlyMap<number, ReadonlyMap<string, GroupSum>>;
}

/** A column is usual if this share of the rows fills it: in small orders, each second row may be a total. */
const USUAL = 0.45;
/** More rows of one shape are sales that lack something. */
const MOST_OF_SHAPE = 5_000;
/** Of a column with more values, not all are known. */
export const MOST_GROUPS = 400;
const MOST_MEASURES = 24;

/** The columns that most rows fill, if some rows lack one of them. */
export function usualColumns({ columns, rows }: Survey): readonly ColumnSurvey[] | undefined {
  const usual = columns.filter(c => c.filled >= rows * USUAL);
  const lacks = (c: ColumnSurvey) =>
    c.filled < rows || (isOfDates(c) && c.dates.read < c.filled) || (isNumeric(c) && c.unread.length > 0);
  return usual.some(lacks) ? usual : undefined;
}

const isNumeric = (c: ColumnSurvey): boolean => !isOfDates(c) && numberShare(c) >= USUAL;
export const isOfDates = (c: ColumnSurvey): boolean =>
  c.dates.read + c.dates.periods >= c.filled * USUAL && c.filled > 0 && (c.isCalledDate || c.dates.read > 0);

/** Columns whose numbers can be added: no dates, and no running numbers of rows. */
export function measuresOf(survey: Survey): readonly ColumnSurvey[] {
  const isRunning = (c: ColumnSurvey) => {
    const numbers = survey.first.flatMap(row => numberIn(row, c) ?? []).slice(0, 200);
    const steps = numbers.slice(1).filter((v, i) => v - (numbers[i] as number) === 1);
    return c.integers === c.numbers && numbers.length > 3 && steps.length > numbers.length * 0.6;
  };
  return survey.columns
    .filter(c => c.numbers > 0 && isNumeric(c) && c.leadingZeros === 0 && !isRunning(c))
    .slice(0, MOST_MEASURES);
}

/** Tells of each row of a table which of the usual columns it has. */
export class Shapes {
  readonly #dates: ReadonlySet<number>;
  readonly #numbers: ReadonlySet<number>;
  readonly #known = new Map<string, boolean>();

  constructor(readonly usual: readonly ColumnSurvey[]) {
    this.#dates = new Set(usual.filter(isOfDates).map(c => c.index));
    this.#numbers = new Set(usual.filter(isNumeric).map(c => c.index));
  }

  of(cells: readonly string[]): string {
    let shape = '';
    for (const c of this.usual) shape += this.#has(c, cellText(cells[c.index])) ? '1' : '0';
    return shape;
  }

  /** Whether a cell holds what its column holds, and not a text in place of a date or number. */
  #has({ index }: ColumnSurvey, text: string): boolean {
    if (text === '') return false;
    if (this.#numbers.has(index)) return /\d|^\W+$/.test(text);
    return !this.#dates.has(index) || !/^\W*\p{L}/u.test(text) || this.#isDate(text);
  }

  #isDate(text: string): boolean {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const column = new DateColumn();
    const isDate = column.see(text, () => undefined) || column.periods > 0;
    if (this.#known.size < MOST_OF_SHAPE) this.#known.set(text, isDate);
    return isDate;
  }
}

/** Reads rows one after another, and keeps those that may be totals. */
export class CandidateReader {
  readonly #shapes: Shapes;
  readonly #full: string;
  readonly #texts: readonly ColumnSurvey[];
  readonly #rows: Candidate[] = [];
  readonly #counts = new Map<string, number>();
  readonly #above: number[];
  readonly #groups: ReadonlyMap<number, Map<string, GroupSum>>;
  #lines = 0;

  constructor(
    survey: Survey,
    readonly usual: readonly ColumnSurvey[],
    readonly measures: readonly ColumnSurvey[],
  ) {
    this.#shapes = new Shapes(usual);
    this.#full = '1'.repeat(usual.length);
    this.#above = measures.map(() => 0);
    this.#texts = survey.columns.filter(c => !measures.includes(c) && c.filled > 0);
    this.#groups = new Map(this.#texts.map(c => [c.index, new Map<string, GroupSum>()]));
  }

  read(written: readonly string[], number: number, width: number): void {
    const cells = fitCells(written, width) ?? written;
    const values = this.measures.map(c => numberIn(cells, c));
    const shape = this.#shapes.of(cells);
    if (shape === this.#full || (this.#counts.get(shape) ?? 0) > MOST_OF_SHAPE) {
      this.#add(values);
      this.#group(cells, values);
      return;
    }
    if (values.every(v => v === undefined) || cells.filter(c => cellText(c) !== '').length < 2) return;
    const texts = new Map(
      this.#texts.flatMap(c => {
        const text = cellText(cells[c.index]).slice(0, 100);
        return text === '' ? [] : [[c.index, text] as const];
      }),
    );
    this.#rows.push({ number, shape, values, above: [...this.#above], lines: this.#lines, texts });
    const count = (this.#counts.get(shape) ?? 0) + 1;
    this.#counts.set(shape, count);
    if (count > MOST_OF_SHAPE) this.#takeAsLines(shape);
  }

  end(): Candidates {
    const { usual, measures } = this;
    const end = { above: [...this.#above], lines: this.#lines };
    return { usual, measures, rows: this.#rows, end, groups: this.#groups };
  }

  #add(values: Candidate['values']): void {
    for (let k = 0; k < values.length; k++) this.#above[k] = (this.#above[k] ?? 0) + (values[k] ?? 0);
    this.#lines++;
  }

  #group(cells: readonly string[], values: Candidate['values']): void {
    for (const [column, groups] of this.#groups) {
      const text = cellText(cells[column]).slice(0, 100);
      if (text === '') continue;
      let group = groups.get(text);
      if (!group) {
        if (groups.size >= MOST_GROUPS) continue;
        group = { sums: values.map(() => 0), lines: 0 };
        groups.set(text, group);
      }
      for (let k = 0; k < values.length; k++) group.sums[k] = (group.sums[k] ?? 0) + (values[k] ?? 0);
      group.lines++;
    }
  }

  /** Rows of a shape that so many have are sales, and count among those that others add up. */
  #takeAsLines(shape: string): void {
    const so = this.measures.map(() => 0);
    let lines = 0;
    const kept: Candidate[] = [];
    for (const row of this.#rows) {
      if (row.shape === shape) {
        for (const [k, v] of row.values.entries()) so[k] = (so[k] ?? 0) + (v ?? 0);
        lines++;
        continue;
      }
      for (let k = 0; k < so.length; k++) row.above[k] = (row.above[k] ?? 0) + (so[k] ?? 0);
      row.lines += lines;
      kept.push(row);
    }
    this.#rows.length = 0;
    this.#rows.push(...kept);
    for (let k = 0; k < so.length; k++) this.#above[k] = (this.#above[k] ?? 0) + (so[k] ?? 0);
    this.#lines += lines;
  }
}

/** Reads the whole table for rows that may be totals. */
export async function readCandidates(table: Table, reader: CandidateReader): Promise<Candidates> {
  for await (const batch of table.rows())
    for (const { cells, number } of batch) reader.read(cells, number, table.header.length);
  return reader.end();
}
