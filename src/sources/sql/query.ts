import { readFile } from 'node:fs/promises';
import { SourceError } from '../errors.js';
import type { Database } from './database.js';

const MOST_BYTES = 100_000;
const EXAMPLE =
  'Write one select whose columns are called as in a sales file: order_id, date, customer_id, product, ' +
  'quantity, amount.';

/** Comments, texts and quoted names: what may hold any words. */
const QUIET = new RegExp(
  [
    String.raw`--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/`,
    String.raw`'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"]|"")*"`,
    '`[^`]*`',
    String.raw`\$(\w*)\$[\s\S]*?\$\1\$`,
  ].join('|'),
  'g',
);
/** Words that begin what writes; none is needed to read. The transaction refuses what they do not find. */
const WRITES = new RegExp(
  [
    String.raw`\b(?:insert|merge)\s+into|\bdelete\s+from|\bupdate\s+[\w.]+\s+set`,
    String.raw`\b(?:drop|create|alter|truncate|call|copy)\s+\w+|\bfor\s+update\b`,
    String.raw`\binto\s+(?:outfile|dumpfile|table|temp|temporary|unlogged)\b`,
  ].join('|'),
  'i',
);

/**
 * Reads a query from its file: one statement that reads.
 * @throws SourceError if it is none
 */
export async function readQuery(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new SourceError(`The file ${path} cannot be read.`, 'It must hold the query of the source.', true);
  });
  if (text.length > MOST_BYTES) throw new SourceError(`${path} is too long for a query.`, EXAMPLE, true);
  const query = text
    .replace(/^\ufeff/, '')
    .trim()
    .replace(/[;\s]+$/, '');
  const words = query.replace(QUIET, ' ');
  if (words.trim() === '') throw new SourceError(`There is no query in ${path}.`, EXAMPLE, true);
  if (WRITES.test(words))
    throw new SourceError(`The query in ${path} writes to the database.`, EXAMPLE, true);
  if (words.includes(';'))
    throw new SourceError(`${path} has several statements.`, `${EXAMPLE} Leave out the others.`, true);
  if (!/^\s*(select|with)\b/i.test(words))
    throw new SourceError(`The query in ${path} does not begin with select or with.`, EXAMPLE, true);
  return query;
}

/** The columns that statements around a query name, as the query calls them. */
export interface KeyColumns {
  readonly order: string;
  readonly date: string;
  readonly cursor: string | undefined;
}

// Each query stands on lines of its own: it may end in a comment.

/** Some rows, to see what columns there are. */
export const sampleOf = (query: string, rows: number): string =>
  `select * from (\n${query}\n) q limit ${rows}`;

/** All rows, the lines of an order together. */
export const allRows = (query: string, db: Database, { order }: KeyColumns): string =>
  `select * from (\n${query}\n) q order by ${db.exactOrder(`q.${db.quote(order)}`)}`;

/** All rows of each order that has a row from a value of a column on, which is the statement's only value. */
export const ordersSince = (query: string, db: Database, { order }: KeyColumns, column: string): string =>
  `select * from (\n${query}\n) q where q.${db.quote(order)} in (select c.${db.quote(order)} from (\n` +
  `${query}\n) c where ${db.atLeast(`c.${db.quote(column)}`, column)}) ` +
  `order by ${db.exactOrder(`q.${db.quote(order)}`)}`;
