import type { Knex } from 'knex';
import type { Connection, Submittable } from 'pg';
import type { StoredBytes } from '../dialect.js';

/** The header of COPY's binary format: a signature, flags, the length of the rest (PostgreSQL's manual). */
const SIGNATURE = 11;
const FLAGS = 4;
const NO_MORE_ROWS = -1;

/**
 * The rows of a query for a whole number, a text and bytes, none of them null, in this order. The driver
 * reads results as text alone, in which bytes are hexadecimal digits: COPY sends them as they are.
 * @throws the driver's error
 */
export async function copyBytes(db: Knex, query: Knex.QueryBuilder): Promise<StoredBytes[]> {
  const { client }: { client: Knex.Client } = db;
  const connection: { query(copy: CopyOut): void } = await client.acquireConnection();
  try {
    return rowsOf(
      await new Promise<Buffer>((resolve, reject) => {
        const sql = `copy (${query.toQuery()}) to stdout (format binary)`;
        connection.query(new CopyOut(sql, (error, bytes) => (bytes ? resolve(bytes) : reject(error))));
      }),
    );
  } finally {
    await client.releaseConnection(connection);
  }
}

/**
 * What the driver's client calls while a COPY runs, as it does its own queries. The client replaces
 * `callback` to see when the query ends.
 */
class CopyOut implements Submittable {
  readonly #parts: Buffer[] = [];
  #error: unknown;

  constructor(
    private readonly sql: string,
    public callback: (error: unknown, bytes?: Buffer) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.sql);
  }

  /** The driver writes over a part as soon as the next one arrives. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.#parts.push(Buffer.from(chunk));
  }

  /** The connection may be cut, in which case nothing more comes. */
  handleError(error: unknown): void {
    this.#error = error;
    this.callback(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.#error === undefined) this.callback(null, Buffer.concat(this.#parts));
  }
}

function rowsOf(bytes: Buffer): StoredBytes[] {
  const rows: StoredBytes[] = [];
  let at = SIGNATURE + FLAGS;
  const int32 = () => {
    at += 4;
    return bytes.readInt32BE(at - 4);
  };
  const field = () => {
    const length = int32();
    at += length;
    return bytes.subarray(at - length, at);
  };
  const extension = int32();
  at += extension;
  // Each row begins with the number of its fields.
  while (bytes.readInt16BE(at) !== NO_MORE_ROWS) {
    at += 2;
    const [id, name, data] = [field(), field(), field()];
    rows.push({ id: id.readIntBE(0, id.length), name: name.toString('utf8'), data: ownCopy(data) });
  }
  return rows;
}

/** Bytes in memory of their own: aligned for typed arrays, and without the rest of the rows beside them. */
function ownCopy(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
