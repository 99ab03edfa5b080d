import { wordsOf } from '../../core/text/header-words.js';
import { ROLES, type RoleKey } from '../../ingest/understand/roles.js';
import { SourceError } from '../errors.js';
import type { ResultColumn } from './database.js';

/** What columns of a query can be, named as in sales files; other columns are left out. */
const READ = [
  'orderId',
  'date',
  'amount',
  'unitPrice',
  'quantity',
  'currency',
  'customerId',
  'email',
  'customerName',
  'productName',
  'productId',
  'category',
  'status',
  'country',
  'city',
  'channel',
] as const satisfies readonly RoleKey[];
export type ReadRole = (typeof READ)[number];

/** Where each part of an order is in a row. */
export interface Columns {
  readonly all: readonly ResultColumn[];
  /** Indexes into a row. */
  readonly at: Readonly<Partial<Record<ReadRole, number>>>;
}

const NEEDED = [
  ['orderId', 'the number of the order', 'order_id'],
  ['date', 'the day of the sale', 'date'],
] as const;

/**
 * What each column of a query is: as it is said, else by its name.
 * @param map `COLUMN=FIELD` with commas between; the field `ignore` leaves a column out
 * @throws SourceError if what every order needs is missing, or the map names what is not there
 */
export function columnsOf(all: readonly ResultColumn[], map = ''): Columns {
  const { said, ignored } = mapped(all, map);
  const at: Partial<Record<ReadRole, number>> = { ...said };
  const names = all.map(column => wordsOf(column.name).join(' '));
  for (const key of READ) {
    if (at[key] !== undefined) continue;
    // Of several columns the one with the best known name.
    const known = ROLES.find(role => role.key === key)?.names ?? [];
    const best = names
      .map((name, index) => ({ index, rank: known.indexOf(name) }))
      .filter(({ index, rank }) => rank >= 0 && !Object.values(at).includes(index) && !ignored.has(index))
      .sort((a, b) => a.rank - b.rank)[0];
    if (best) at[key] = best.index;
  }
  for (const [key, what, name] of NEEDED) if (at[key] === undefined) throw missing(all, what, name);
  if (at.amount === undefined && at.unitPrice === undefined)
    throw missing(all, 'the amount of the line', 'amount');
  return { all, at };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** What is said of the columns. @throws SourceError */
function mapped(all: readonly ResultColumn[], map: string) {
  const said: Partial<Record<ReadRole, number>> = {};
  const ignored = new Set<number>();
  for (const pair of map.split(',').map(part => part.trim())) {
    if (pair === '') continue;
    const [name = '', field = ''] = pair.split(/=(?=[^=]*$)/).map(part => part.trim());
    const at = all.findIndex(column => column.name.toLowerCase() === name.toLowerCase());
    const role = READ.find(key => plain(key) === plain(field));
    const fail = (message: string, hint: string) => new SourceError(`map="${pair}": ${message}`, hint, true);
    if (at < 0) throw fail(`the query has no column "${name}".`, `It has ${namesOf(all)}.`);
    if (ignored.has(at) || Object.values(said).includes(at))
      throw fail('the column is named twice.', 'Name it once.');
    if (field.toLowerCase() === 'ignore') ignored.add(at);
    else if (role === undefined)
      throw fail(`there is no field "${field}".`, `Fields: ${READ.join(', ')}, ignore.`);
    else if (said[role] !== undefined)
      throw fail(`another column is ${role} already.`, 'Only one column can be it.');
    else said[role] = at;
  }
  return { said, ignored };
}

const namesOf = (all: readonly ResultColumn[]): string => all.map(c => `"${c.name}"`).join(', ');

const missing = (all: readonly ResultColumn[], what: string, name: string) =>
  new SourceError(
    `No column of the query is ${what}; it has ${namesOf(all)}.`,
    `Call one so: select ... as ${name}; or say which it is: map="COLUMN=${name}".`,
    true,
  );

/** How the columns are understood, in a sentence. */
export function columnsText({ all, at }: Columns): string {
  const used = new Set(Object.values(at));
  const read = READ.flatMap(key => {
    const column = all[at[key] ?? -1];
    return column ? [`"${column.name}" is the ${LABELS.get(key) ?? key}`] : [];
  });
  const rest = all.filter((_, i) => !used.has(i)).map(c => `"${c.name}"`);
  return `${read.join(', ')}.${rest.length > 0 ? ` Left out: ${rest.join(', ')}.` : ''}`;
}

const LABELS = new Map(ROLES.map(({ key, label }) => [key, label.toLowerCase()]));

/** Amounts that are of the whole order by their name. */
const PER_ORDER = /^(?:order|invoice|grand)\b.*\b(?:total|amount|value)$/;

/** Whether the amount's name says that it is the order's, not the line's. */
export const isPerOrder = ({ all, at }: Columns): boolean =>
  PER_ORDER.test(wordsOf(all[at.amount ?? -1]?.name ?? '').join(' '));

/** Said where the column of the cursor is not there. */
export const noCursor = (cursor: string): SourceError =>
  new SourceError(
    `The query has no column "${cursor}", which is to be the cursor.`,
    'Have it select the column, or leave cursor= out: then every run reads everything.',
    true,
  );
