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
  /** False where there are too many rows to compare. */
  readonly isCompared: boolean;
}

/**
 * Compares the rows of tables with the same columns, as often as each has them: a sheet "All" beside the
 * months holds theirs, and exports of overlapping weeks share some.
 */
export async function sharedRows(tables: readonly NamedTable[]): Promise<SharedRows> {
  const counted = await countRows(tables);
  if (!counted) return { within: new Map(), repeated: [], isCompared: false };
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
  return { within, repeated, isCompared: true };
}

interface Counted {
  /** By table, the number of each row, and what its content is known by. */
  readonly rows: readonly { readonly numbers: readonly number[]; readonly ids: readonly number[] }[];
  readonly different: number;
}

async function countRows(tables: readonly NamedTable[]): Promise<Counted | undefined> {
  const ids = new KeyTable();
  const header = widestHeader(tables);
  let [different, all] = [0, 0];
  const rows: { numbers: number[]; ids: number[] }[] = [];
  for (const { table } of tables) {
    const places = placesIn(header, table.header) ?? header.map((_, i) => i);
    const own = { numbers: [] as number[], ids: [] as number[] };
    for await (const batch of table.rows()) {
      all += batch.length;
      if (all > MOST_COMPARED || different * tables.length > MOST_COUNTS) return undefined;
      for (const row of batch) {
        const cells = fitted(row, table.header.length) ?? row.cells;
        const key = places.map(place => (cells[place] ?? '').trim()).join('\u0001');
        let id = ids.get(key);
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
  return { rows, different };
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
