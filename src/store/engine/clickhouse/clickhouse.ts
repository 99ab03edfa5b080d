import { Readable } from 'node:stream';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { z } from 'zod';
import type { Numbers } from '../number-encoding.js';
import type { LinesAddress } from './address.js';
import { decodeBlocks, encodeBlock, type TypedColumn } from './native.js';
import { clickHouseTrouble } from './trouble.js';

type Client = ReturnType<typeof createClient>;

/** Nothing that is asked of lines takes longer. */
const LONGEST_MS = 600_000;

/** The servers that lines are on: what is asked and written goes through it. Errors are in plain words. */
export interface ClickHouse {
  readonly address: LinesAddress;
  /** Asks the first server, which asks the others of its cluster. @returns columns by their names */
  query(sql: string): Promise<ReadonlyMap<string, Numbers>>;
  /** Asks each server on its own. */
  queryEach(sql: string): Promise<ReadonlyMap<string, Numbers>[]>;
  /** A column of texts. */
  texts(sql: string): Promise<string[]>;
  /** Rows of texts, in the order of their columns; null for nothing. */
  records(sql: string): Promise<(string | null)[][]>;
  /** Has every server do something. */
  command(sql: string): Promise<void>;
  /** Returns when all rows are where they belong. */
  insert(table: string, columns: readonly TypedColumn[]): Promise<void>;
  close(): Promise<void>;
}

/** Makes a connection; nothing is asked before it is used. */
export function clickHouse(address: LinesAddress): ClickHouse {
  const clients = address.servers.map(url =>
    createClient({
      url,
      username: address.user,
      password: address.password,
      database: address.database,
      request_timeout: LONGEST_MS,
      max_open_connections: 4,
      log: { level: ClickHouseLogLevel.OFF },
    }),
  );
  const first = clients[0] as Client;
  const inWords = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw clickHouseTrouble(error, address);
    }
  };
  return {
    address,
    query: sql => inWords(() => columnsOf(first, sql)),
    queryEach: sql => inWords(() => Promise.all(clients.map(client => columnsOf(client, sql)))),
    texts: sql =>
      inWords(async () => {
        const bytes = await bytesOf(first, `${sql} format TabSeparated`);
        return bytes
          .toString('utf8')
          .split('\n')
          .filter(line => line !== '');
      }),
    records: sql =>
      inWords(async () => {
        const bytes = await bytesOf(first, `${sql} format JSONCompact`);
        return recordsSchema.parse(JSON.parse(bytes.toString('utf8'))).data;
      }),
    command: sql =>
      inWords(async () => {
        for (const client of clients) await bytesOf(client, sql);
      }),
    insert: (table, columns) =>
      inWords(async () => {
        const names = columns.map(c => `\`${c.name}\``).join(', ');
        const { stream } = await first.exec({
          query: `insert into ${table} (${names}) format Native`,
          values: Readable.from([encodeBlock(columns)]),
          clickhouse_settings: SYNCHRONOUS,
        });
        await drained(stream);
      }),
    close: async () => {
      await Promise.all(clients.map(client => client.close()));
    },
  };
}

const recordsSchema = z.object({ data: z.array(z.array(z.string().nullable())) });

/** Rows are on the server of their shard before an insert ends. */
const SYNCHRONOUS = { insert_distributed_sync: 1 } as const;
/**
 * An error of the middle of an answer is not sent behind half of it. Masks of customers make long queries.
 */
const WHOLE = { wait_end_of_query: 1, max_query_size: String(2 ** 30) } as const;

const columnsOf = async (client: Client, sql: string): Promise<Map<string, Numbers>> =>
  decodeBlocks(await bytesOf(client, `${sql} format Native`));

async function bytesOf(client: Client, query: string): Promise<Buffer> {
  const { stream } = await client.exec({ query, clickhouse_settings: WHOLE });
  return drained(stream);
}

async function drained(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
