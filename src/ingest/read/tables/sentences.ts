import { capital, listed, listedFirst, plural } from '../../../core/answer/format.js';
import { isPriceLookedUp } from './headers.js';
import type { LookUp } from './look-up.js';
import type { NamedTable } from './named-table.js';
import type { JoinPlan, Step } from './plan.js';

type Named = Pick<NamedTable, 'kind' | 'name'>;

/** `orders.csv`; `the sheet "Orders"`. */
export const theTable = ({ kind, name }: Named): string => (kind === 'sheet' ? `the sheet "${name}"` : name);

/** `a.csv, b.csv and c.csv`; `the sheets "Jan" and "Feb"`. */
export function theTables(tables: readonly Named[]): string {
  const [first] = tables;
  if (!first || tables.length === 1) return first ? theTable(first) : '';
  return first.kind === 'sheet'
    ? `the sheets ${listed(tables.map(t => `"${t.name}"`))}`
    : listed(tables.map(t => t.name));
}

/** What is read as one table. */
export const readTogether = (tables: readonly NamedTable[]): string =>
  `${capitalName(theTables(tables))} have the same columns: they are read together, as one table.`;

/** Rows that several tables have. */
export const countedOnce = (rows: number): string =>
  `${plural(rows, 'row')} ${rows === 1 ? 'stands' : 'stand'} in several of them, and ` +
  `${rows === 1 ? 'is' : 'are'} counted once.`;

/** Orders whose rows stand in several tables, and differ. */
export const addedUp = (orders: number): string =>
  `${plural(orders, 'order')} ${orders === 1 ? 'stands' : 'stand'} in several of them, of the same day but ` +
  'with other values: the rows are added up.';

/** How the tables of a plan were joined, and what has no partner. */
export function joinSentences(plan: JoinPlan, lookUps: ReadonlyMap<Step, LookUp>): string[] {
  const { base, steps } = plan;
  if (steps.length === 0) return [];
  const how = steps.map(({ link }) => `${theTable(link.one.source)} by ${keyShown(link)}`);
  return [
    `The sales are the rows of ${theTable(base.source)}; joined to them: ${listed(how)}.`,
    ...pricesOfProducts(plan),
    ...steps.flatMap(step => [...withoutPartner(step), ...unnamed(step, lookUps.get(step))]),
  ];
}

function pricesOfProducts(plan: JoinPlan): string[] {
  const products = plan.steps.find(s => s.kind === 'product' && s.link.one.roles.includes('unitPrice'))?.link
    .one;
  if (!products || !isPriceLookedUp(plan)) return [];
  const price = products.source.table.header[products.roles.indexOf('unitPrice')];
  return [
    `${capitalName(theTable(plan.base.source))} has no amounts: the "${price}" of ` +
      `${theTable(products.source)} is taken, as it is now.`,
  ];
}

function keyShown({ many, one, column, key }: Step['link']): string {
  const [a, b] = [many.source.table.header[column], one.source.table.header[key]];
  return a === b ? `"${a}"` : `"${a}" = "${b}"`;
}

function withoutPartner({ link }: Step): string[] {
  const count = link.filled - link.matched;
  const { many, one, column } = link;
  const blank = link.rows - link.filled;
  const said: string[] = [];
  if (count > 0)
    said.push(
      `${plural(count, 'row')} of ${theTable(many.source)} ${count === 1 ? 'has' : 'have'} no partner in ` +
        `${theTable(one.source)}, for example "${many.source.table.header[column]}" ${link.unmatched}: ` +
        `${count === 1 ? 'it is' : 'they are'} kept, and what would come from there is blank.`,
    );
  if (blank > 0)
    said.push(
      `${plural(blank, 'row')} of ${theTable(many.source)} ${blank === 1 ? 'has' : 'have'} no ` +
        `"${many.source.table.header[column]}", so nothing of ${theTable(one.source)} belongs to ` +
        `${blank === 1 ? 'it' : 'them'}.`,
    );
  return said;
}

/** Orders without lines are sales that are not loaded; customers who bought nothing are none. */
function unnamed({ link, kind }: Step, lookUp: LookUp | undefined): string[] {
  const count = link.one.rows - link.namedCount;
  if (kind !== 'order' || count <= 0 || !lookUp) return [];
  const { moneyColumn } = link.one.evidence;
  const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(
    lookUp.unnamedMoney / 100,
  );
  const header = link.one.source.table.header[moneyColumn ?? -1];
  const sum = count === 1 ? `it is ${money}` : `them adds up to ${money}`;
  return [
    `${plural(count, 'row')} of ${theTable(link.one.source)} ${count === 1 ? 'has' : 'have'} no rows in ` +
      `${theTable(link.many.source)}, for example "${lookUp.unnamed}": not loaded` +
      `${header === undefined ? '' : `; "${header}" of ${sum}`}.`,
  ];
}

/** A table that nothing was read of. */
export interface Unused {
  readonly table: NamedTable;
  /** `it has no dates` */
  readonly why: string;
}

/** Which tables were not read, and why; of a sheet also how it would be. */
export function notRead(unused: readonly Unused[]): string[] {
  return unused.map(({ table, why }) =>
    table.kind === 'sheet'
      ? `The sheet "${table.name}" was not read: ${why}. --sheet "${table.name}" reads it alone.`
      : `${table.name} was not used: ${why}.`,
  );
}

/** Sheets that the workbook hides. */
export const hiddenSheets = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `${names.length === 1 ? 'The sheet' : 'The sheets'} ${listedFirst(
          names.map(n => `"${n}"`),
          10,
        )} ` +
          `${names.length === 1 ? 'is' : 'are'} hidden, and ${names.length === 1 ? 'was' : 'were'} not ` +
          'read. ' +
          '--sheet reads one all the same.',
      ];

const capitalName = (text: string): string => (text.startsWith('the ') ? capital(text) : text);
