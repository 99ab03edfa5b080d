import type { Table, TableRow } from '../table.js';
import { fitted, type NamedTable, sameHeader } from './named-table.js';

/** The header of tables with the same columns: that of the one with most, as one may have a column more. */
export const widestHeader = (parts: readonly NamedTable[]): readonly string[] =>
  parts.reduce<readonly string[]>((w, { table }) => (table.header.length > w.length ? table.header : w), []);

/**
 * For each column of a header, its place in another, -1 where it has none; undefined where the places are the
 * same.
 */
export function placesIn(first: readonly string[], other: readonly string[]): number[] | undefined {
  const free = other.map(sameHeader);
  const places = first.map(sameHeader).map(name => {
    const at = free.indexOf(name);
    free[at] = '\0';
    return at;
  });
  return places.some((place, i) => place !== i) || first.length !== other.length ? places : undefined;
}

/**
 * Tables with the same columns as one, read one after another. Rows are numbered through; `placeOf` says
 * where a row stands.
 * @param skipped by table, numbers of rows that an earlier table has too
 */
export function stacked(parts: readonly NamedTable[], skipped: readonly ReadonlySet<number>[] = []): Table {
  const [first] = parts as [NamedTable, ...NamedTable[]];
  if (parts.length === 1) return first.table;
  const header = widestHeader(parts);
  /** By table, what is added to its rows' numbers; known once the tables before were read. */
  const offsets: number[] = [];
  return {
    header,
    reading: first.table.reading,
    delimiter: first.table.delimiter,
    assumptions: parts.flatMap(part => part.table.assumptions ?? []),
    placeOf: row => {
      let part = 0;
      while (part + 1 < offsets.length && offsets[part + 1]! < row) part++;
      return { table: parts[part]!.name, row: row - (offsets[part] ?? 0) };
    },
    async *rows(onBytes) {
      let [offset, bytes] = [0, 0];
      for (const [i, { table, bytes: size }] of parts.entries()) {
        offsets[i] = offset;
        const places = placesIn(header, table.header);
        let last = 0;
        for await (const batch of table.rows(read => onBytes?.(bytes + read))) {
          const from = offset;
          last = batch.at(-1)?.number ?? last;
          const kept = skipped[i]?.size ? batch.filter(row => !skipped[i]?.has(row.number)) : batch;
          if (kept.length > 0) yield kept.map(row => moved(row, from, table.header.length, places));
        }
        offset += last;
        bytes += size;
      }
    },
  };
}

function moved(
  row: TableRow,
  offset: number,
  width: number,
  places: readonly number[] | undefined,
): TableRow {
  const number = offset + row.number;
  if (!places) return { number, cells: row.cells };
  const fitting = fitted(row, width);
  if (fitting) return { number, cells: places.map(place => fitting[place] ?? '') };
  // A row with too many cells has no place for each of them: it stays too long, and is refused.
  const tooMany = Array.from({ length: places.length + 1 }, (_, i) => row.cells[i] ?? '-');
  return { number, cells: tooMany };
}
