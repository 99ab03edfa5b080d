import { idList } from '../engine/bulk.js';
import { connectionOf, knexForPartsOf } from '../engine/connection.js';
import type { StoreReader } from '../engine/transaction.js';
import type { ChunkHeader } from './chunk-data.js';
import { type ColumnName, DELETED } from './column-names.js';

/** Bytes of columns, by chunk and name. */
type Stored = ReadonlyMap<number, ReadonlyMap<string, Buffer>>;

/** Reads columns of chunks from the database; all columns unless some are named. */
async function readStored(
  reader: StoreReader,
  ids: readonly number[],
  names?: readonly ColumnName[],
): Promise<Stored> {
  const knex = knexForPartsOf(reader);
  const all = knex('line_columns')
    .whereRaw(`chunk_id in (${idList(ids)})`)
    .select({ id: 'chunk_id' }, 'name', 'data');
  const query = names ? all.whereIn('name', [...names]) : all;
  const rows = await connectionOf(reader).dialect.readBytes(knex, query);
  const stored = new Map<number, Map<string, Buffer>>(ids.map(id => [id, new Map()]));
  for (const { id, name, data } of rows) stored.get(id)?.set(name, data);
  return stored;
}

/**
 * The same, but what an earlier read transaction has kept is not read again. Others may see what is not
 * committed, and read all.
 */
export async function readKept(
  reader: StoreReader,
  headers: readonly ChunkHeader[],
  names?: readonly ColumnName[],
): Promise<Stored> {
  const { keptColumns: kept, memoized } = connectionOf(reader);
  if (!memoized || !names)
    return readStored(
      reader,
      headers.map(({ id }) => id),
      names,
    );
  const result = new Map<number, Map<string, Buffer>>(headers.map(({ id }) => [id, new Map()]));
  const missing = new Set<ColumnName>();
  const incomplete: ChunkHeader[] = [];
  for (const header of headers) {
    let isComplete = true;
    for (const name of names) {
      const found = kept.get(header.id, name, versionOf(header, name));
      if (found) result.get(header.id)?.set(name, found);
      if (found !== undefined) continue;
      missing.add(name);
      isComplete = false;
    }
    if (!isComplete) incomplete.push(header);
  }
  if (incomplete.length === 0) return result;
  const ids = incomplete.map(({ id }) => id);
  const read = await readStored(reader, ids, [...missing]);
  for (const header of incomplete)
    for (const name of missing) {
      const data = read.get(header.id)?.get(name) ?? null;
      kept.add(header.id, name, { version: versionOf(header, name), data });
      if (data) result.get(header.id)?.set(name, data);
    }
  return result;
}

/** Deleted marks are never taken back: those of a chunk are the same if they are as many. */
const versionOf = (header: ChunkHeader, name: ColumnName): number => (name === DELETED ? header.deleted : 0);
