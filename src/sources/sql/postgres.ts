import pg from 'pg';
import { SourceError } from '../errors.js';
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

/** Values as the database writes them: numbers stay exact, and times are in no zone of this machine. */
const AS_TEXT = { getTypeParser: () => (value: string | Buffer) => value.toString() };

/** PostgreSQL's numbers of the types of days and times. */
const TIMES: ReadonlyMap<number, ResultColumn['time']> = new Map([
  [1082, 'day'],
  [1114, 'clock'],
  [1184, 'instant'],
]);

/** Opens a read-only transaction in a PostgreSQL, or in what speaks its protocol. @throws SourceError */
export async function openPostgres(login: Login, signal: AbortSignal): Promise<Database> {
  const { isEncrypted, ...where } = login;
  const client = new pg.Client({
    ...where,
    ssl: isEncrypted ? { rejectUnauthorized: true, servername: login.host } : false,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'shopkeeper',
    types: AS_TEXT,
  });
  // A connection that is cut while nothing is asked is found by the next statement.
  client.on('error', () => {});
  const close = async () => {
    signal.removeEventListener('abort', close);
    await client.end().catch(() => {});
  };
  signal.addEventListener('abort', close);
  try {
    await client.connect();
    const zone = await one(client, 'show timezone');
    for (const statement of BEGIN) await client.query(statement);
    return {
      quote: name => `"${name.replaceAll('"', '""')}"`,
      atLeast: column => `${column} >= $1`,
      exactOrder: column => column,
      facts: () => facts(client, zone),
      read: (statement, values) => read(client, statement, values, login.host),
      close,
    };
  } catch (error) {
    await close();
    throw failureOf(error, login.host);
  }
}

const BEGIN = [
  'begin transaction isolation level repeatable read, read only',
  `set local statement_timeout = ${STATEMENT_MS}`,
  'set local lock_timeout = 30000',
  "set local timezone = 'UTC'",
  "set local datestyle = 'ISO, YMD'",
];

async function one(client: pg.Client, text: string): Promise<string> {
  const { rows } = await client.query<string[]>({ text, rowMode: 'array' });
  return rows[0]?.[0] ?? '';
}

async function facts(client: pg.Client, zone: string): Promise<DatabaseFacts> {
  const version = await one(client, 'show server_version');
  const now = new Date(Number(await one(client, 'select extract(epoch from clock_timestamp()) * 1000')));
  const mayWrite = await one(
    client,
    `select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^(pg_|information_schema$)'
     and has_table_privilege(c.oid, 'insert, update, delete, truncate')`,
  );
  await client.query('savepoint probe');
  const refusesWrites = await client.query('create temporary table shopkeeper_probe (n int)').then(
    () => false,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === '25006',
  );
  await client.query('rollback to savepoint probe');
  return {
    version: `PostgreSQL ${version.split(' ')[0]}`,
    now,
    zone,
    refusesWrites,
    userMayWrite: Number(mayWrite) > 0,
  };
}

let reads = 0;

async function* read(
  client: pg.Client,
  statement: string,
  values: readonly string[],
  host: string,
): AsyncGenerator<Batch> {
  try {
    const cursor = `shopkeeper_${reads++}`;
    const text = `declare ${cursor} no scroll cursor for ${statement}`;
    // What has a name goes to the server as one statement: a text with several is refused.
    await client.query({ text, values: [...values], name: cursor });
    for (;;) {
      const { rows, fields } = await client.query<(string | null)[]>({
        text: `fetch ${BATCH} from ${cursor}`,
        rowMode: 'array',
      });
      if (rows.length > 0) yield { columns: fields.map(columnOf), rows };
      if (rows.length < BATCH) break;
    }
    await client.query(`close ${cursor}`);
  } catch (error) {
    throw error instanceof SourceError ? error : failureOf(error, host);
  }
}

function columnOf({ name, dataTypeID }: pg.FieldDef): ResultColumn {
  const time = TIMES.get(dataTypeID);
  return time ? { name, time } : { name };
}
