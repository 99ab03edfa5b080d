import { type Connection, createConnection, type FieldPacket, type RowDataPacket, Types } from 'mysql2';
import {
  BATCH,
  type Batch,
  CONNECT_MS,
  type Database,
  type DatabaseFacts,
  type Login,
  type ResultColumn,
  STATEMENT_MS,
} from './database.js';
import { failureOf } from './failures.js';

const TIMES: ReadonlyMap<number, ResultColumn['time']> = new Map([
  [Types.DATE, 'day'],
  [Types.NEWDATE, 'day'],
  [Types.DATETIME, 'clock'],
  // Kept in UTC, and given in the zone of the session, which is UTC as well.
  [Types.TIMESTAMP, 'instant'],
]);

/** Rights that let nobody write. */
const HARMLESS = new Set(['usage', 'select', 'show view', 'show databases', 'process', 'slave monitor']);

/** Opens a read-only transaction in a MySQL or MariaDB. @throws SourceError */
export async function openMysql(login: Login, signal: AbortSignal): Promise<Database> {
  const { isEncrypted, ...where } = login;
  const connection = createConnection({
    ...where,
    ...(isEncrypted && { ssl: { rejectUnauthorized: true, minVersion: 'TLSv1.2' } }),
    connectTimeout: CONNECT_MS,
    charset: 'utf8mb4',
    // Every value as the database writes it.
    typeCast: field => field.string(),
    rowsAsArray: true,
  });
  connection.on('error', () => {});
  const close = async () => {
    signal.removeEventListener('abort', close);
    connection.destroy();
  };
  signal.addEventListener('abort', close);
  try {
    const version = (await rowsOf(connection, 'select version()'))[0]?.[0] ?? '';
    const zones = await rowsOf(connection, 'select @@global.time_zone, @@system_time_zone');
    const [global = '', system = ''] = zones[0] ?? [];
    const isMaria = /mariadb/i.test(version);
    for (const statement of begin(isMaria)) await rowsOf(connection, statement);
    const zone = global === 'SYSTEM' ? system : global;
    return {
      quote,
      atLeast: column => `${column} >= ?`,
      // Texts may be equal but for their case.
      exactOrder: column => `cast(${column} as binary)`,
      facts: () => facts(connection, `${isMaria ? 'MariaDB' : 'MySQL'} ${version.split('-')[0]}`, zone),
      read: (statement, values) => read(connection, statement, values, login.host),
      close,
    };
  } catch (error) {
    await close();
    throw failureOf(error, login.host);
  }
}

const quote = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

const begin = (isMaria: boolean): readonly string[] => [
  'set session transaction read only',
  "set session time_zone = '+00:00'",
  // We may write to our own store while the server waits with the next rows.
  'set session net_write_timeout = 600',
  isMaria
    ? `set session max_statement_time = ${STATEMENT_MS / 1_000}`
    : `set session max_execution_time = ${STATEMENT_MS}`,
  'set session transaction isolation level repeatable read',
  'start transaction with consistent snapshot, read only',
];

/** Rows of a small result. */
const rowsOf = (connection: Connection, sql: string): Promise<string[][]> =>
  new Promise((resolve, reject) =>
    connection.query<RowDataPacket[][]>(sql, (error, rows) => {
      if (error) reject(error);
      else resolve(Array.isArray(rows) ? rows.map(row => row.map(value => String(value ?? ''))) : []);
    }),
  );

async function facts(connection: Connection, version: string, zone: string): Promise<DatabaseFacts> {
  const seconds = (await rowsOf(connection, 'select unix_timestamp(now(6))'))[0]?.[0];
  const grants = await rowsOf(connection, 'show grants');
  const refusesWrites = await rowsOf(connection, 'create temporary table shopkeeper_probe (n int)').then(
    () => false,
    (error: unknown) => error instanceof Error && 'errno' in error && error.errno === 1792,
  );
  return {
    version,
    now: new Date(Number(seconds) * 1_000),
    zone: zoneOf(zone),
    refusesWrites,
    userMayWrite: grants.some(([grant = '']) => letsWrite(grant)),
  };
}

/** An offset as the zone that has it: `+01:00` is `Etc/GMT-1`. */
function zoneOf(name: string): string | undefined {
  const [, sign, hours = '', minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(name) ?? [];
  if (sign === undefined) return name;
  if (minutes !== '00') return undefined;
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}

function letsWrite(grant: string): boolean {
  const rights = /^grant (.+?) on /i.exec(grant)?.[1];
  // A role, whose rights have lines of their own.
  if (rights === undefined) return false;
  return rights
    .split(/,(?![^(]*\))/)
    .some(right => !HARMLESS.has(right.replace(/\(.*$/, '').trim().toLowerCase()));
}

async function* read(
  connection: Connection,
  statement: string,
  values: readonly string[],
  host: string,
): AsyncGenerator<Batch> {
  let columns: readonly ResultColumn[] = [];
  const query = connection.query(statement, [...values]);
  query.on('fields', (fields: readonly FieldPacket[]) => {
    columns = fields.map(columnOf);
  });
  const stream = query.stream({ highWaterMark: BATCH });
  let rows: (string | null)[][] = [];
  try {
    for await (const row of stream as AsyncIterable<(string | null)[]>) {
      rows.push(row);
      if (rows.length < BATCH) continue;
      yield { columns, rows };
      rows = [];
    }
    if (rows.length > 0) yield { columns, rows };
  } catch (error) {
    throw failureOf(error, host);
  }
}

function columnOf({ name, columnType }: FieldPacket): ResultColumn {
  const time = columnType === undefined ? undefined : TIMES.get(columnType);
  return time ? { name, time } : { name };
}
