import { KeyTable } from '../../../core/collections/key-table.js';
import { fitted, type NamedTable } from './named-table.js';
import { placesIn, widestHeader } from './stack.js';

/** Rows of all tables together that are compared with each other; their keys are kept in memory. */
const MOST_COMPARED = 2_000_000;
/** Different rows times tables: each pair has a count. */
const MOST_COUNTS = 40_000_000;

/** What tables with the same columns have in common. */
export interface SharedRows {
  /** Tables all of whose rows another has as well, by place, with the place of the other. */
  readonly within: ReadonlyMap<number, number>;
  /** By table, the numbers of rows that an earlier one has too; none in tables that are within another. */
  readonly repeated: readonly ReadonlySet<number>[];
  /** Orders of one day that stand in several tables, but for one that was cut where a table ends. */
  readonly orders: number;
  /** Rows that are those of an earlier table but for their numbers: another version of the same order. */
  readonly versions: number;
  /** False where there are too many rows to compare. */
  readonly isCompared: boolean;
}

/** Where tables with the same columns say which order a row is of, and of which day; -1 where they do not. */
export interface OrderColumns {
  readonly order: number;
  readonly date: number;
}

/**
 * Compares the rows of tables with the same columns, as often as each has them: a sheet "All" beside the
 * months holds theirs, and exports of overlapping weeks share some.
 */
export async function sharedRows(tables: readonly NamedTable[], columns: OrderColumns): Promise<SharedRows> {
  const counted = await countRows(tables, new SharedOrders(columns), new Versions(columns));
  if (!counted) return { within: new Map(), repeated: [], orders: 0, versions: 0, isCompared: false };
  const within = tablesWithin(counted);
  const most = new Int32Array(counted.different);
  const repeated = counted.rows.map((rows, i) => {
    const skipped = new Set<number>();
    if (within.has(i)) return skipped;
    const seen = new Map<number, number>();
    for (const [at, id] of rows.ids.entries()) {
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      if (times <= most[id]!) skipped.add(rows.numbers[at]!);
    }
    for (const [id, times] of seen) most[id] = Math.max(most[id]!, times);
    return skipped;
  });
  return { within, repeated, orders: counted.orders, versions: counted.versions, isCompared: true };
}

interface Counted {
  /** By table, the number of each row, and what its content is known by. */
  readonly rows: readonly { readonly numbers: readonly number[]; readonly ids: readonly number[] }[];
  readonly different: number;
  readonly orders: number;
  readonly versions: number;
}

/** Counts the orders that a later table has as well. */
class SharedOrders {
  count = 0;
  readonly #tables = new KeyTable();
  readonly #counted = new Set<string>();
  #first = '';

  constructor(private readonly columns: OrderColumns) {}

  see(cells: readonly string[], places: readonly number[], table: number, isFirst: boolean): void {
    const { order, date } = this.columns;
    const id = (cells[places[order] ?? -1] ?? '').trim();
    if (id === '' || date < 0) return;
    if (isFirst) this.#first = id;
    const key = `${id}\u0001${(cells[places[date] ?? -1] ?? '').trim()}`;
    const before = this.#tables.get(key);
    if (before === undefined) this.#tables.add(key, table);
    else if (before < table && id !== this.#first && !this.#counted.has(key)) {
      this.#counted.add(key);
      this.count++;
    }
  }
}

/** Counts rows that an earlier table has as well, but for their numbers. */
class Versions {
  count = 0;
  readonly #tables = new KeyTable();

  constructor(private readonly columns: OrderColumns) {}

  /** @param isNew whether no earlier row is the same */
  see(cells: readonly string[], table: number, isNew: boolean): void {
    const { order, date } = this.columns;
    if (order < 0 || date < 0 || cells[order] === '') return;
    const said = cells.map((cell, i) => (i === order || i === date || !A_FIGURE.test(cell) ? cell : ''));
    const key = said.join('\u0001');
    const before = this.#tables.get(key);
    if (before === undefined) this.#tables.add(key, table);
    else if (before < table && isNew) this.count++;
  }
}

const A_FIGURE = /^[-(]?\D{0,4}\d[\d.,' ]*\D{0,4}$/;

async function countRows(
  tables: readonly NamedTable[],
  orders: SharedOrders,
  versions: Versions,
): Promise<Counted | undefined> {
  const ids = new KeyTable();
  const header = widestHeader(tables);
  let [different, all] = [0, 0];
  const rows: { numbers: number[]; ids: number[] }[] = [];
  for (const [at, { table }] of tables.entries()) {
    const places = placesIn(header, table.header) ?? header.map((_, i) => i);
    const own = { numbers: [] as number[], ids: [] as number[] };
    for await (const batch of table.rows()) {
      all += batch.length;
      if (all > MOST_COMPARED || different * tables.length > MOST_COUNTS) return undefined;
      for (const row of batch) {
        const cells = fitted(row, table.header.length) ?? row.cells;
        orders.see(cells, places, at, own.ids.length === 0);
        const values = places.map(place => (cells[place] ?? '').trim());
        const key = values.join('\u0001');
        let id = ids.get(key);
        versions.see(values, at, id === undefined);
        if (id === undefined) {
          id = different++;
          ids.add(key, id);
        }
        own.numbers.push(row.number);
        own.ids.push(id);
      }
    }
    rows.push(own);
  }
  return { rows, different, orders: orders.count, versions: versions.count };
}

/** Of two tables with the very same rows, the later is within the earlier. */
function tablesWithin({ rows, different }: Counted): Map<number, number> {
  const counts = rows.map(own => {
    const times = new Int32Array(different);
    for (const id of own.ids) times[id] = times[id]! + 1;
    return times;
  });
  const within = new Map<number, number>();
  for (const [small, { ids: own }] of rows.entries()) {
    const outer = rows.findIndex(
      (other, i) =>
        i !== small &&
        !within.has(i) &&
        (other.ids.length > own.length || (other.ids.length === own.length && i < small)) &&
        own.length > 0 &&
        own.every(id => counts[small]![id]! <= counts[i]![id]!),
    );
    if (outer >= 0) within.set(small, outer);
  }
  return within;
}
