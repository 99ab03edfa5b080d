import { IngestError } from '../../core/errors.js';
import { writePrivateFile } from '../../core/files/private-file.js';
import { csvText } from '../../core/text/csv.js';
import { ownCopy } from '../../store/engine/key-numbers.js';
import type { SourceFacts, Table } from '../read/table.js';
import type { LeftOut, Refusal } from './order-line.js';

/** Where the report about a file's refused rows goes: beside the file. */
export const refusalReportPath = (file: string): string => `${file}.refused.csv`;

/** Most rows of the report; a file with more, if they are too many, is refused before its end. */
const MOST_REPORTED = 20_000;
const SHOWN = 1_000;
const LONGEST_SHOWN = 200;

/** A refused row, and where it stands. */
export interface RefusedRow extends Refusal {
  /** The file or sheet, where several were loaded as one; `row` counts within it. */
  readonly table?: string;
}

/** The rows of one file that cannot be loaded, and whether they are too many. */
export class RefusedRows {
  readonly #rows: RefusedRow[] = [];
  readonly #repaired: RefusedRow[] = [];
  /** Rows that were loaded after a repair. */
  repaired = 0;

  constructor(
    private readonly facts: SourceFacts,
    private readonly rows: number,
    private readonly mostShare: number,
    /** In which of several files or sheets a row stands. */
    private readonly placeOf?: Table['placeOf'],
  ) {}

  /** Rows that cannot be loaded; the report names the first of them. */
  count = 0;

  /** The first of them. */
  get first(): readonly RefusedRow[] {
    return this.#rows.slice(0, SHOWN);
  }

  /** @throws IngestError if they are too many already, whatever the rest of the file has */
  async add(refusal: Refusal): Promise<void> {
    const placed = { ...refusal, value: excerpt(refusal.value), ...this.placeOf?.(refusal.row) };
    if (this.count < MOST_REPORTED) this.#rows.push(placed);
    this.count++;
    if (this.count >= MOST_REPORTED && this.#isTooMany) await this.decide();
  }

  /** Notes a row that is no sale, so that a person can check it. */
  addLeftOut({ row, column, value, what }: LeftOut): void {
    if (this.#repaired.length < MOST_REPORTED)
      this.#repaired.push({ row, column, value: excerpt(value), reason: `left out: ${what}` });
  }

  /** Notes a row that was loaded after a repair, so that a person can check it. */
  addRepaired(row: number, value: string): void {
    this.repaired++;
    if (this.#repaired.length < MOST_REPORTED)
      this.#repaired.push({
        row,
        column: '',
        value: excerpt(value),
        reason: 'loaded, with text after an unquoted comma joined to the cell before',
        ...this.placeOf?.(row),
      });
  }

  get #isTooMany(): boolean {
    return this.count > 0 && (this.count > this.rows * this.mostShare || this.count === this.rows);
  }

  /** @throws IngestError if more rows were refused than the shop allows */
  async decide(): Promise<void> {
    if (!this.#isTooMany) return;
    const report = (await this.report()) ?? 'no report: the folder cannot be written to';
    const first = this.#rows[0] as RefusedRow;
    const isCut = this.count >= MOST_REPORTED;
    throw new IngestError(
      `${this.facts.name}: ${this.count} of ${this.rows} rows cannot be read, more than the ` +
        `${Math.round(this.mostShare * 1000) / 10} % allowed. ` +
        `The first is row ${first.row}${first.table ? ` of ${first.table}` : ''}, ` +
        `${first.column || 'the row itself'}: "${first.value}" ` +
        `(${first.reason}).`,
      'Nothing was loaded. ' +
        `${isCut ? `The first ${this.count} refused rows are` : 'Every refused row is'} in ${report}. ` +
        'MAX_REFUSED_PERCENT changes what is allowed.',
    );
  }

  /** Writes row number, column, value and reason of every refused row. @returns the report's path, or null */
  async report(): Promise<string | null> {
    if (this.count + this.#repaired.length === 0) return null;
    const path = refusalReportPath(this.facts.path);
    const place = (r: RefusedRow) => (this.placeOf ? [r.table ?? '', r.row] : [r.row]);
    const rows = [...this.#rows, ...this.#repaired].map(r => [...place(r), r.column, r.value, r.reason]);
    const header = [...(this.placeOf ? ['file'] : []), 'row', 'column', 'value', 'reason'];
    const text = csvText([header, ...rows]);
    // A folder that cannot be written to must not lose the rows that could be loaded.
    return writePrivateFile(path, text).then(
      () => path,
      () => null,
    );
  }
}

/** A value as the report shows it: a copy, since a slice would keep all of the file's text in memory. */
const excerpt = (value: string): string =>
  ownCopy(value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}...` : value);
