import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
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

const NUMBER = /\bCode: (\d+)/;
/** Errors of ClickHouse by their numbers, as PostgreSQL calls the same: `failures.ts` knows these. */
const SAME_AS: readonly (readonly [numbers: readonly number[], code: string])[] = [
  [[192, 193, 194, 516], '28P01'],
  [[81], '3D000'],
  [[164], '25006'],
  [[291, 497], '42501'],
  [[159], '57014'],
  [[6, 20, 27, 36, 38, 41, 42, 43, 44, 46, 47, 53, 60, 62, 179, 184, 215, 386], '42000'],
];
const READ_ONLY_REFUSAL = '164';

/** How the user's rights let us ask: `readonly` of ClickHouse, and what may be set beside it. */
type Settings = Readonly<Record<string, string | number>>;

interface Connection {
  readonly client: ClickHouseClient;
  readonly settings: Settings;
  /** The zone in which the server writes times that say none. */
  readonly zone: string;
  readonly host: string;
  /** Of the columns that were read, by name. */
  readonly types: Map<string, string>;
}

/**
 * Opens a ClickHouse for queries that may only read. It has no transactions: each query is of its own moment.
 * @throws SourceError
 */
export async function openClickHouse(login: Login, signal: AbortSignal): Promise<Database> {
  const { host, port, user, password, database, isEncrypted } = login;
  const client = createClient({
    url: `${isEncrypted ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    username: user,
    password,
    database,
    request_timeout: STATEMENT_MS,
    keep_alive: { enabled: false },
    log: { level: ClickHouseLogLevel.OFF },
  });
  const close = async () => {
    signal.removeEventListener('abort', close);
    await client.close();
  };
  signal.addEventListener('abort', close);
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(CONNECT_MS)]);
    const own = (await valuesOf(client, `${SETTING} 'readonly'`, {}, limit))[0] ?? '0';
    const settings = settingsWhere(own);
    const [zone = 'UTC'] = await valuesOf(client, 'select timezone()', settings, limit);
    const connection = { client, settings, zone, host, types: new Map<string, string>() };
    return {
      quote: name => `\`${name.replace(/[\\`]/g, '\\$&')}\``,
      atLeast: (column, name) => atLeast(column, connection.types.get(name) ?? ''),
      exactOrder: column => column,
      facts: () => facts(connection, own),
      read: (statement, values) => read(connection, statement, values, signal),
      close,
    };
  } catch (error) {
    await close();
    throw inWords(error, host);
  }
}

const SETTING = 'select value from system.settings where name =';

/** A user who may only read may set nothing (1), or all but that (2). */
function settingsWhere(own: string): Settings {
  const limits = { max_execution_time: STATEMENT_MS / 1_000, send_timeout: STATEMENT_MS / 1_000 };
  if (own === '1') return {};
  return own === '2' ? limits : { ...limits, readonly: 1 };
}

const VALUE = '{value}';

/**
 * Times are compared as they are written, in the column's own zone: how a text is read as a time differs
 * between versions.
 */
const atLeast = (column: string, type: string): string =>
  isNumber(type) ? `${column} >= ${VALUE}` : `toString(${column}) >= '${VALUE}'`;

const isNumber = (type: string): boolean => /^(?:Nullable\()?(?:U?Int|Decimal|Float)\d*/.test(type);

async function facts(connection: Connection, own: string): Promise<DatabaseFacts> {
  const { client, settings, zone } = connection;
  const ask = (sql: string) => valuesOf(client, sql, settings);
  const [version = ''] = await ask('select version()');
  const [seconds = ''] = await ask('select toString(toUnixTimestamp(now()))');
  const refusesWrites = await run(client, 'create temporary table shopkeeper_probe (n UInt8)', settings).then(
    () => false,
    (error: unknown) => numberOf(error) === READ_ONLY_REFUSAL,
  );
  // Old versions know no grants: who is not read-only there may write.
  const grants = own === '0' ? await ask('show grants').catch(() => undefined) : [];
  return {
    version: `ClickHouse ${version}`,
    now: new Date(Number(seconds) * 1_000),
    zone,
    refusesWrites: refusesWrites || own === '2',
    userMayWrite: grants === undefined || grants.some(letsWrite),
  };
}

const letsWrite = (grant: string): boolean =>
  /^GRANT .*\b(?:ALL|INSERT|ALTER|CREATE|DROP|TRUNCATE|OPTIMIZE)\b.* ON /i.test(grant);

async function* read(
  connection: Connection,
  statement: string,
  [value = '']: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  const { client, settings, host, types } = connection;
  const literal = value.replace(/[\\']/g, '\\$&');
  const sql = statement.split(VALUE).join(literal);
  try {
    const stream = await run(client, `${sql}\nformat TabSeparatedWithNamesAndTypes`, settings, signal);
    let columns: readonly ResultColumn[] | undefined;
    let names: readonly string[] | undefined;
    let rows: (string | null)[][] = [];
    for await (const line of createInterface({ input: stream, crlfDelay: 0 })) {
      const cells = line.split('\t').map(textOf);
      if (names === undefined) names = cells.map(cell => cell ?? '');
      else if (columns === undefined) {
        for (const [i, type] of cells.entries()) types.set(names[i] ?? '', type ?? '');
        columns = names.map((name, i) => columnOf(name, cells[i] ?? '', connection.zone));
      } else {
        // An error in the middle stands where the next row would.
        if (cells.length !== columns.length) throw new Error(line);
        rows.push(cells);
        if (rows.length < BATCH) continue;
        yield { columns, rows };
        rows = [];
      }
    }
    if (columns && rows.length > 0) yield { columns, rows };
  } catch (error) {
    throw inWords(error, host);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', 0: '\0' };

/** A cell of TabSeparated. */
const textOf = (cell: string): string | null =>
  cell === '\\N' ? null : cell.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);

/** Every time of ClickHouse is an instant, and written in the zone of its column or else of the server. */
function columnOf(name: string, type: string, serverZone: string): ResultColumn {
  const plain = type.replace(/^(?:Nullable|LowCardinality)\((.*)\)$/, '$1');
  if (/^Date(?:32)?$/.test(plain)) return { name, time: 'day' };
  if (!plain.startsWith('DateTime')) return { name };
  return { name, time: 'clock', zone: /'([^']+)'/.exec(plain)?.[1] ?? serverZone };
}

async function run(
  client: ClickHouseClient,
  query: string,
  settings: Settings,
  signal?: AbortSignal,
): Promise<Readable> {
  const { stream } = await client.exec({
    query,
    clickhouse_settings: { ...settings },
    ...(signal && { abort_signal: signal }),
  });
  return stream;
}

/** The values of a small result with one column. */
async function valuesOf(
  client: ClickHouseClient,
  sql: string,
  settings: Settings,
  signal?: AbortSignal,
): Promise<string[]> {
  const parts: Buffer[] = [];
  for await (const part of await run(client, `${sql} format TabSeparated`, settings, signal))
    parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8').split('\n').filter(Boolean);
}

const numberOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  return /^\d+$/.test(code) ? code : NUMBER.exec(error.message)?.[1];
};

function inWords(error: unknown, host: string): SourceError {
  const number = numberOf(error);
  if (error instanceof SourceError || number === undefined || !(error instanceof Error))
    return failureOf(error, host);
  const said = error.message.replace(/^.*?DB::Exception:\s*/s, '').replace(/,? e\.what\(\).*$/s, '');
  const code = SAME_AS.find(([numbers]) => numbers.includes(Number(number)))?.[1] ?? '';
  return failureOf(Object.assign(new Error(said), { code }), host);
}
