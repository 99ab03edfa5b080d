import {
  type ColumnName,
  columnNames,
  isWide,
  type LineColumns,
  Lines,
  noteLineCount,
  type Scan,
  type WideColumn,
} from '../../columns/index.js';
import { memoizedPerTransaction } from '../../engine/memoize.js';
import type { Numbers } from '../../engine/number-encoding.js';
import type { Asking, Rows } from './asking.js';
import { chunksIn, inBatches, keptBy } from './where.js';

/** Chunks asked for at a time: some 500,000 lines. */
const AT_ONCE = 8;

/** Has the lines in scope sent here, some at a time, in the order in which they lie. */
export const scanOf = (asking: Asking): Scan =>
  async function* scan(scope, names) {
    const { reader, table } = asking;
    const known = await memoizedPerTransaction(reader, 'line columns', () => columnNames(table));
    const chunks = await chunksIn(reader, scope);
    const wanted = known.filter(name => names.includes(name));
    const columns = ['place', ...wanted].map(name => `\`${name}\``).join(', ');
    const read = (from: number) =>
      asking.ask(
        `select ${columns} from ${table.all} where ${inBatches(chunks.slice(from, from + AT_ONCE))}
         and ${keptBy(reader, scope)} order by place`,
      );
    let count = 0;
    let next = chunks.length > 0 ? read(0) : undefined;
    for (let i = 0; next; i += AT_ONCE) {
      const rows: Rows = await next;
      next = i + AT_ONCE < chunks.length ? read(i + AT_ONCE) : undefined;
      next?.catch(() => {});
      count += rows.count;
      if (rows.count > 0) yield new Lines(new Sent(rows, new Set(wanted)), rows.count, undefined);
    }
    noteLineCount(reader, scope, count);
  };

/** Columns of lines that were sent. */
class Sent implements LineColumns {
  readonly #columns = new Map<ColumnName, Numbers>();

  constructor(
    private readonly rows: Rows,
    private readonly known: ReadonlySet<ColumnName>,
  ) {}

  only(name: ColumnName): number | undefined {
    if (!this.known.has(name)) return 0;
    const numbers = this.column(name);
    for (let i = 1; i < numbers.length; i++) if (numbers[i] !== numbers[0]) return undefined;
    return numbers[0];
  }

  column(name: WideColumn): Float64Array;
  column(name: Exclude<ColumnName, WideColumn>): Int32Array;
  column(name: ColumnName): Numbers;
  column(name: ColumnName): Numbers {
    const numbers = this.#columns.get(name) ?? this.#numbers(name);
    this.#columns.set(name, numbers);
    return numbers;
  }

  /** A column that the table has not is all zero. */
  #numbers(name: ColumnName): Numbers {
    const { count } = this.rows;
    if (!this.known.has(name)) return isWide(name) ? new Float64Array(count) : new Int32Array(count);
    return isWide(name) ? this.rows.floats(name) : this.rows.ints(name);
  }
}
