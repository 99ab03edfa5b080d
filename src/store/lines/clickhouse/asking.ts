import type { DayRange } from '../../../core/calendar/grain.js';
import type { GroupBy, LineScope, LinesTable } from '../../columns/index.js';
import type { Numbers } from '../../engine/number-encoding.js';
import type { StoreReader } from '../../engine/transaction.js';
import { keyOf } from './group-key.js';
import { chunksIn, linesIn } from './where.js';

/** Columns of an answer of ClickHouse, by their names. */
export class Rows {
  readonly count: number;

  constructor(private readonly columns: ReadonlyMap<string, Numbers>) {
    this.count = columns.values().next().value?.length ?? 0;
  }

  column(name: string): Numbers {
    return this.columns.get(name) ?? new Int32Array(this.count);
  }

  ints(name: string): Int32Array {
    const numbers = this.column(name);
    return numbers instanceof Int32Array ? numbers : Int32Array.from(numbers);
  }

  floats(name: string): Float64Array {
    const numbers = this.column(name);
    return numbers instanceof Float64Array ? numbers : Float64Array.from(numbers);
  }

  /** A number of the first row, as of an answer that has one. */
  first(name: string): number {
    return this.column(name)[0] ?? 0;
  }

  /** Numbers by id, of rows that have one each. */
  byId(id: string, name: string, into: Numbers): void {
    const [ids, numbers] = [this.column(id), this.column(name)];
    for (let i = 0; i < ids.length; i++) into[ids[i] as number] = numbers[i] as number;
  }
}

/** What is asked of the lines that one reader sees. */
export class Asking {
  constructor(
    readonly reader: StoreReader,
    readonly table: LinesTable,
  ) {}

  /** Whether there are any lines of the days that are asked for. */
  async hasLines(scope: Pick<LineScope, 'range'>): Promise<boolean> {
    return (await chunksIn(this.reader, scope)).length > 0;
  }

  /** @param more a further condition @param rest what follows the conditions */
  async select(what: string, scope: LineScope, rest = '', more = '1'): Promise<Rows> {
    const from = await linesIn(this.reader, this.table, scope);
    return this.ask(`select ${what} ${from} and ${more} ${rest}`);
  }

  async ask(sql: string): Promise<Rows> {
    return new Rows(await this.table.clickHouse.query(sql));
  }

  /** The SQL of the group of a line. */
  async keyOf(by: GroupBy, scope: LineScope): Promise<string> {
    return keyOf(by, await this.#days(scope));
  }

  async #days({ range }: LineScope): Promise<DayRange> {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { firstDay, lastDay } of await chunksIn(this.reader, range ? { range } : {})) {
      from = Math.min(from, firstDay);
      to = Math.max(to, lastDay);
    }
    return range ? { from: Math.max(from, range.from), to: Math.min(to, range.to) } : { from, to };
  }
}
