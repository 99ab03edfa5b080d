import { randomInt } from 'node:crypto';
import { StoreError } from '../../core/errors.js';
import type { ClickHouse } from '../engine/clickhouse/clickhouse.js';
import type { ColumnType, TypedColumn } from '../engine/clickhouse/native.js';
import { connectionOf, knexForPartsOf, knexOf } from '../engine/connection.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import type { Numbers } from '../engine/number-encoding.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';
import { BASE_COLUMNS, type ColumnName, isWide } from './column-names.js';
import { PART_COLUMN_NAMES } from './line-parts.js';

/** The table in ClickHouse that the lines of a store are in. */
export interface LinesTable {
  readonly clickHouse: ClickHouse;
  /** What is asked and written: all lines, on whatever server. */
  readonly all: string;
  /** The lines of each server. The same unless there is a cluster. */
  readonly own: string;
}

const STATE = { key: 'lines_table' };

/**
 * The table that the lines are in; undefined while they are in the columns of the store itself.
 * @throws StoreError if they are in ClickHouse and nobody said where that is
 */
export const linesTable = async (reader: StoreReader): Promise<LinesTable | undefined> => {
  const number = await memoizedPerTransaction(reader, 'lines table', async () =>
    Number((await knexForPartsOf(reader)('store_state').where(STATE).first('value'))?.value ?? 0),
  );
  if (number === 0) return undefined;
  const { clickHouse } = connectionOf(reader);
  if (clickHouse) return tableCalled(clickHouse, number);
  throw new StoreError(
    'The order lines of this store are in ClickHouse, and LINES_URL does not say where.',
    'Set LINES_URL (and LINES_CLUSTER) as it was when they were moved there.',
  );
};

/** Has a table or view be read from now on, whose chunks are written by the caller. */
export const readLinesTable = async (trx: WriteTransaction, number: number): Promise<LinesTable> => {
  const { clickHouse } = connectionOf(trx);
  if (!clickHouse) throw new StoreError('LINES_URL is not set.', 'Name the database of ClickHouse there.');
  await knexOf(trx)('store_state').where(STATE).update({ value: number });
  return tableCalled(clickHouse, number);
};

function tableCalled(clickHouse: ClickHouse, number: number): LinesTable {
  const own = `lines_${number}`;
  return { clickHouse, own, all: clickHouse.address.cluster ? `${own}_all` : own };
}

/** Notes that lines are in the columns from now on. The chunks have to be written anew. */
export const keepLinesHere = async (trx: WriteTransaction): Promise<void> => {
  await knexOf(trx)('store_state').where(STATE).update({ value: 0 });
};

/** Makes a table, and notes that lines are there from now on. The chunks have to be written anew. */
export async function makeLinesTable(trx: WriteTransaction, clickHouse: ClickHouse): Promise<void> {
  // Another store may have its lines in the same database.
  const number = randomInt(1, 2 ** 31 - 1);
  const table = tableCalled(clickHouse, number);
  const { cluster, database } = clickHouse.address;
  const columns: string[] = ['batch UInt64', 'place UInt64', 'shard UInt64'];
  for (const name of [...BASE_COLUMNS, ...PART_COLUMN_NAMES]) columns.push(`\`${name}\` ${typeOf(name)}`);
  const list = columns.join(', ');
  await clickHouse.command(
    `create table ${table.own} (${list}) engine = MergeTree partition by batch order by (day, place)`,
  );
  if (cluster)
    await clickHouse.command(
      `create table ${table.all} (${list})
       engine = Distributed(${cluster}, ${database}, ${table.own}, shard)`,
    );
  await knexOf(trx)('store_state').where(STATE).update({ value: number });
}

const typeOf = (name: ColumnName): ColumnType =>
  isWide(name) ? 'Int64' : name === 'isReturn' ? 'UInt8' : 'Int32';

/** The columns of a table that lines have, dimensions too. */
export async function columnNames({ clickHouse, own }: LinesTable): Promise<ColumnName[]> {
  const { database } = clickHouse.address;
  const names = await clickHouse.texts(
    `select name from system.columns where database = '${database}' and table = '${own}'`,
  );
  const ofTable = new Set(['batch', 'place', 'shard']);
  return names.filter((name): name is ColumnName => !ofTable.has(name));
}

/** Lines of a chunk lie in the order of their places; an order has fewer lines than this. */
const PLACES = 2 ** 24;

/**
 * Writes lines under a new batch. Nobody reads them before a chunk of the store names the batch, so that a
 * load is seen whole when its transaction ends, or not at all.
 * @returns the batch
 */
export async function writeBatch(
  table: LinesTable,
  chunkId: number,
  columns: ReadonlyMap<ColumnName, ArrayLike<number>>,
): Promise<number> {
  const { clickHouse, all } = table;
  await addColumns(table, [...columns.keys()]);
  // By chance, since an insert of a killed load may still be under way.
  const batch = randomInt(1, 2 ** 48 - 1);
  const lines = columns.get('order')?.length ?? 0;
  const typed: TypedColumn[] = [
    { name: 'batch', type: 'UInt64', numbers: new Float64Array(lines).fill(batch) },
    {
      name: 'place',
      type: 'UInt64',
      numbers: Float64Array.from({ length: lines }, (_, i) => chunkId * PLACES + i),
    },
    { name: 'shard', type: 'UInt64', numbers: shardsOf(columns) },
  ];
  for (const [name, numbers] of columns) typed.push({ name, type: typeOf(name), numbers });
  await clickHouse.insert(all, typed);
  const found = await clickHouse.query(`select count() as n from ${all} where batch = ${batch}`);
  if (found.get('n')?.[0] !== lines)
    throw new StoreError(
      `ClickHouse took ${found.get('n')?.[0] ?? 0} of ${lines} order lines.`,
      'Nothing was loaded. Do it again; if it happens again, look at the log of ClickHouse.',
    );
  return batch;
}

/** All lines of an order are on the server of its customer, and all orders of a customer are. */
function shardsOf(columns: ReadonlyMap<ColumnName, ArrayLike<number>>): Float64Array {
  const [orders, customers] = [columns.get('order') ?? [], columns.get('customer') ?? []];
  const shards = new Float64Array(orders.length);
  for (let from = 0; from < orders.length; ) {
    let [to, buyer] = [from, 0];
    for (; to < orders.length && orders[to] === orders[from]; to++) {
      const customer = customers[to] ?? 0;
      if (customer > 0 && (buyer === 0 || customer < buyer)) buyer = customer;
    }
    shards.fill(buyer || (orders[from] as number), from, to);
    from = to;
  }
  return shards;
}

/** Tables get the columns of new dimensions when lines first have them; they are 0 on all others. */
async function addColumns(table: LinesTable, names: readonly ColumnName[]): Promise<void> {
  const known = new Set(await columnNames(table));
  for (const name of names) {
    if (known.has(name)) continue;
    for (const of of new Set([table.own, table.all]))
      await table.clickHouse.command(`alter table ${of} add column \`${name}\` ${typeOf(name)}`);
  }
}

/** The columns of each batch, in the order of their places; all columns unless some are named. */
export async function readBatches(
  table: LinesTable,
  batches: readonly number[],
  wanted?: readonly ColumnName[],
): Promise<Map<number, Map<ColumnName, Numbers>>> {
  const there = await columnNames(table);
  const names = wanted ? there.filter(name => wanted.includes(name)) : there;
  const found = await table.clickHouse.query(
    `select batch, place${names.map(name => `, \`${name}\``).join('')} from ${table.all}
     where batch in (${batches.join(', ')}) order by place`,
  );
  const ofLines = found.get('batch') ?? new Float64Array(0);
  const result = new Map<number, Map<ColumnName, Numbers>>(batches.map(batch => [batch, new Map()]));
  for (let from = 0; from < ofLines.length; ) {
    let to = from;
    while (to < ofLines.length && ofLines[to] === ofLines[from]) to++;
    const columns = result.get(ofLines[from] as number);
    for (const name of names) columns?.set(name, (found.get(name) ?? new Int32Array(0)).subarray(from, to));
    from = to;
  }
  return result;
}

/** Batches that no chunk names any more are kept so long for readers of older data. */
const KEPT_MS = 3_600_000;

/** Notes that a batch is not read any more by transactions to come. */
export const retireBatch = async (trx: WriteTransaction, batch: number): Promise<void> => {
  await knexOf(trx)('retired_batches').insert({ batch, retired_at: Date.now() });
};

/**
 * Drops the batches that nobody reads: those of loads that were killed, and those that were replaced a while
 * ago. Within a write transaction, so that no load is under way.
 * @returns how many
 */
export async function dropLeftOvers(trx: WriteTransaction, now = Date.now()): Promise<number> {
  const table = await linesTable(trx);
  if (!table) return 0;
  const knex = knexOf(trx);
  const read = new Set((await knex('line_chunks').whereNotNull('batch').pluck('batch')).map(Number));
  const retired = knex('retired_batches');
  const recent = await retired
    .clone()
    .where('retired_at', '>', now - KEPT_MS)
    .pluck('batch');
  for (const batch of recent) read.add(Number(batch));
  const found = await table.clickHouse.query(`select distinct batch from ${table.all}`);
  const leftOver = [...(found.get('batch') ?? [])].filter(batch => !read.has(batch));
  for (const batch of leftOver)
    await table.clickHouse.command(`alter table ${table.own} drop partition ${batch}`);
  await retired
    .clone()
    .where('retired_at', '<=', now - KEPT_MS)
    .delete();
  return leftOver.length;
}
