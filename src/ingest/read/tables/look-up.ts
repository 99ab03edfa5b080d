import { IngestError } from '../../../core/errors.js';
import { parseDecimal, roundTo } from '../../../core/money/money.js';
import { StringTable } from '../workbook/string-table.js';
import type { Link } from './links.js';
import { fitted } from './named-table.js';
import { keyText } from './profile.js';

/** What all looked-up rows of a table may take in memory. */
const MOST_BYTES = 536_870_912;
const BLOCK = 1_048_576;
const BETWEEN = '\u0001';

/** The rows of a table by its key, kept in memory. */
export class LookUp {
  readonly #rows = new StringTable(BLOCK);
  readonly #blank: readonly string[];
  #lastKey = '';
  #lastCells: readonly string[];
  /** What the rows that nothing names add up to, in hundredths, by the money column. */
  unnamedMoney = 0;
  /** The key of the first of them. */
  unnamed = '';

  private constructor(
    private readonly link: Link,
    columns: readonly number[],
  ) {
    this.#blank = columns.map(() => '');
    this.#lastCells = this.#blank;
  }

  /**
   * Reads the one side of a link.
   * @param columns those that are kept
   * @throws IngestError where it is too large
   */
  static async of(link: Link, columns: readonly number[]): Promise<LookUp> {
    const lookUp = new LookUp(link, columns);
    const { table, name } = link.one.source;
    const width = table.header.length;
    let row = 0;
    for await (const batch of table.rows()) {
      for (const raw of batch) {
        const cells = fitted(raw, width) ?? raw.cells;
        if (link.named[row] === 0) lookUp.#addUnnamed(cells);
        lookUp.#rows.push(
          columns.map(column => (cells[column] ?? '').replaceAll(BETWEEN, ' ')).join(BETWEEN),
        );
        row++;
      }
      if (lookUp.#rows.bytes > MOST_BYTES) throw tooLarge(name);
    }
    return lookUp;
  }

  /** The kept cells of the row with this key; blank where there is none. */
  cells(written: string | undefined): readonly string[] {
    if (written === undefined || written === '') return this.#blank;
    // The lines of an order come together.
    if (written === this.#lastKey) return this.#lastCells;
    const row = this.link.one.keys.get(this.link.key)?.get(keyText(written));
    this.#lastKey = written;
    this.#lastCells = row === undefined ? this.#blank : (this.#rows.at(row) ?? '').split(BETWEEN);
    return this.#lastCells;
  }

  #addUnnamed(cells: readonly string[]): void {
    const { one, key } = this.link;
    this.unnamed ||= (cells[key] ?? '').trim();
    const money = parseDecimal(cells[one.evidence.moneyColumn ?? -1] ?? '');
    if (money) this.unnamedMoney += roundTo(money, 2);
  }
}

const tooLarge = (name: string): IngestError =>
  new IngestError(
    `${name} is too large to look up what the other file names: its rows take more than 512 MB.`,
    'Nothing was loaded. Join the files before, or export the columns that say something of a sale.',
  );
