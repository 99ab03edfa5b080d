import { type ColumnSurvey, cellText, numberIn, type Survey } from './survey.js';

/** Rows that lie together at the head of a file, by which orders of several lines are seen. */
const GROUPED_WITHIN = 2_000;

/** In a table as wide as this, a row with so few cells is a note: `3 record(s) downloaded`. */
const WIDE = 6;
const NOTE_CELLS = 2;

/** The rows that were looked at together, and what columns say in them; each is worked out once. */
export class Sample {
  readonly rows: readonly (readonly string[])[];
  /** Their numbers in the file. */
  readonly rowNumbers: readonly number[];
  readonly #numbers = new Map<number, readonly (number | undefined)[]>();
  readonly #texts = new Map<number, readonly string[]>();

  constructor(readonly survey: Survey) {
    const rows = survey.first.slice(0, GROUPED_WITHIN);
    // Notes below a table say nothing of its columns.
    const isNote = (row: readonly string[]) => row.filter(cell => cellText(cell) !== '').length <= NOTE_CELLS;
    const isKept = (row: readonly string[]) => survey.columns.length < WIDE || !isNote(row);
    this.rows = rows.filter(isKept);
    this.rowNumbers = survey.firstNumbers.filter((_, i) => isKept(rows[i] ?? []));
  }

  /** The numbers of a column, row by row. */
  numbers(column: ColumnSurvey): readonly (number | undefined)[] {
    let numbers = this.#numbers.get(column.index);
    if (!numbers) {
      const { quantities } = column;
      numbers = this.rows.map(row => {
        const read = quantities?.read(cellText(row[column.index]));
        return quantities ? read && Number(read.digits) / 10 ** read.scale : numberIn(row, column);
      });
      this.#numbers.set(column.index, numbers);
    }
    return numbers;
  }

  /** The texts of a column, row by row; empty where there is none. */
  texts(column: ColumnSurvey | number): readonly string[] {
    const index = typeof column === 'number' ? column : column.index;
    let texts = this.#texts.get(index);
    if (!texts) {
      texts = this.rows.map(row => cellText(row[index]));
      this.#texts.set(index, texts);
    }
    return texts;
  }

  /** Row numbers (from 0) by order: consecutive rows without a number belong to the order above them. */
  orders(key: (row: number) => string): number[][] {
    const orders = new Map<string, number[]>();
    for (let i = 0; i < this.rows.length; i++) {
      const order = key(i);
      if (order === '') continue;
      const rows = orders.get(order);
      if (rows) rows.push(i);
      else orders.set(order, [i]);
    }
    return [...orders.values()];
  }
}
