/**
 * ClickHouse in one process (chdb) behind HTTP, as the client of a ClickHouse server speaks it: what to do is
 * the body, or the parameter `query` with rows in the body. Prints its port once it listens.
 */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, port = '0'] = process.argv.slice(2);
const { Session } = createRequire(import.meta.url)('chdb');
await mkdir(folder, { recursive: true });
const session = new Session(join(folder, 'data'));

/** Parameters of an address that change no answer here; others are refused. */
const KNOWN = new Set([
  'query',
  'database',
  'query_id',
  'wait_end_of_query',
  'max_query_size',
  'insert_distributed_sync',
]);

let files = 0;

async function answer(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const { searchParams } = new URL(request.url, 'http://localhost');
  for (const name of searchParams.keys()) if (!KNOWN.has(name)) throw new Error(`Unknown setting ${name}`);
  const query = searchParams.get('query');
  if (query === null) return ask(body.toString('utf8'));
  // Rows in the body: an insert, whose text ends with their format.
  const [, into, format] = /^insert into (.*) format (\w+)\s*$/is.exec(query) ?? [];
  if (into === undefined) return ask(`${query}${body.toString('utf8')}`);
  const file = join(folder, `rows-${files++}`);
  await writeFile(file, body);
  try {
    return await ask(`insert into ${into} select * from file('${file}', '${format}')`);
  } finally {
    await rm(file);
  }
}

/** The format is said by the query, as over HTTP; text with tabs if it does not. */
async function ask(sql) {
  const [, text, format] = /^(.*?)(?:\sformat (\w+))?\s*$/is.exec(sql);
  const result = await session.queryAsync(text, { format: format ?? 'TabSeparated' });
  return result.bytes();
}

// One after another, as a session takes them.
let before = Promise.resolve();

const server = createServer((request, response) => {
  if (request.url === '/ping') {
    response.end('Ok.\n');
    return;
  }
  before = before
    .then(() => answer(request))
    .then(
      bytes => response.end(bytes),
      error => {
        const code = /Code: (\d+)/.exec(error.message)?.[1] ?? '1002';
        response.writeHead(500, { 'X-ClickHouse-Exception-Code': code }).end(error.message);
      },
    );
});
server.listen(Number(port), '127.0.0.1', () => console.log(server.address().port));
