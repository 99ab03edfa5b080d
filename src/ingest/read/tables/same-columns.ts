import { capital, listed, plural } from '../../../core/answer/format.js';
import { IngestError } from '../../../core/errors.js';
import { wordsOf } from '../../../core/text/header-words.js';
import type { RolesNamed } from '../table.js';
import { withSameColumns } from './alike.js';
import { evidenceIn } from './evidence.js';
import { type NamedTable, rolesIn } from './named-table.js';
import { addedUp, countedOnce, readTogether, theTable, theTables, type Unused } from './sentences.js';
import { type OrderColumns, type SharedRows, sharedRows } from './shared-rows.js';
import { placesIn, stacked, widestHeader } from './stack.js';

/** Tables after those with the same columns were made one. */
export interface Parts {
  readonly parts: readonly NamedTable[];
  readonly unused: readonly Unused[];
  /** Files that correct each other: they are loaded on their own, after the others. */
  readonly apart: readonly NamedTable[];
}

/** Makes one table of those that have the same columns, as months or parts of an export have. */
export async function partsThatGoTogether(
  tables: readonly NamedTable[],
  rolesNamed: RolesNamed,
): Promise<Parts> {
  const unused: Unused[] = [];
  const parts: NamedTable[] = [];
  const apart: NamedTable[] = [];
  const groups = withSameColumns(tables, rolesNamed);
  for (const group of groups) {
    const kept = withoutOthers(group, rolesNamed, unused);
    if (kept.length < 2) {
      parts.push(...kept);
      continue;
    }
    const shared = await sharedRows(kept, orderColumns(kept, rolesNamed));
    const { within, repeated, orders, isCompared } = shared;
    for (const [small, large] of within)
      unused.push({ table: kept[small]!, why: `all of its rows are in ${theTable(kept[large]!)} too` });
    const rest = kept.filter((_, i) => !within.has(i));
    const skipped = repeated.filter((_, i) => !within.has(i));
    const twice = skipped.reduce((sum, rows) => sum + rows.size, 0);
    if (areVersions(rest, shared)) throw twoVersions(rest, shared.versions);
    const isSales = rest.some(t => evidenceIn(t, rolesNamed).isSales);
    // Exports of overlapping days: the later corrects the orders of the earlier, as if they came alone.
    if (twice + orders > 0 && groups.length === 1 && isSales && rest[0]?.kind === 'file') {
      const [first, ...later] = rest;
      if (first) parts.push(first);
      apart.push(...later);
    } else parts.push(one(rest, skipped, { twice, orders, isCompared }));
  }
  return { parts, unused, apart };
}

/** Rows that must differ in numbers alone before sheets are versions of each other. */
const ENOUGH_VERSIONS = 3;

/** Whether sheets have the same orders with other amounts. Of files, the later corrects the earlier. */
function areVersions(tables: readonly NamedTable[], { versions, repeated }: SharedRows): boolean {
  if (tables.length < 2 || tables[0]?.kind !== 'sheet') return false;
  const same = repeated.reduce((sum, rows) => sum + rows.size, 0);
  return versions >= ENOUGH_VERSIONS && versions + same >= smallest(tables) / 2;
}

/** About how many rows the smallest has, as far as it was looked at. */
const smallest = (tables: readonly NamedTable[]): number => Math.min(...tables.map(t => t.sample.length));

function twoVersions(tables: readonly NamedTable[], rows: number): IngestError {
  const each = tables.map(t => `--sheet "${t.name}"`);
  return new IngestError(
    `${capital(theTables(tables))} have the same orders of the same days, but ${plural(rows, 'row')} with ` +
      'other numbers: they look like versions of one list, and nothing says which counts.',
    `Load the one that counts: ${listed(each)}.`,
  );
}

function one(
  tables: readonly NamedTable[],
  skipped: readonly ReadonlySet<number>[],
  { twice, orders, isCompared }: { twice: number; orders: number; isCompared: boolean },
): NamedTable {
  const [first] = tables as [NamedTable, ...NamedTable[]];
  if (tables.length === 1) return first;
  const table = stacked(tables, skipped);
  const assumptions = [
    ...new Set([
      readTogether(tables),
      ...(twice > 0 ? [countedOnce(twice)] : []),
      ...(twice === 0 && orders > 0 ? [addedUp(orders)] : []),
      ...(isCompared
        ? []
        : ['They are too long to be compared: rows that stand in several count each time.']),
      ...(table.assumptions ?? []),
    ]),
  ];
  const names = tables.map(t => t.name);
  return {
    kind: first.kind,
    name: first.kind === 'sheet' ? names.join('", "') : names.join(' + '),
    label: first.label,
    table: { ...table, assumptions },
    sample: tables.flatMap(t =>
      sampleUnder(widestHeader(tables), t).slice(0, Math.ceil(600 / tables.length)),
    ),
    bytes: tables.reduce((sum, t) => sum + t.bytes, 0),
    parts: tables,
  };
}

function sampleUnder(
  header: readonly string[],
  { table, sample }: NamedTable,
): readonly (readonly string[])[] {
  const places = placesIn(header, table.header);
  return places ? sample.map(row => places.map(place => row[place] ?? '')) : sample;
}

function orderColumns(tables: readonly NamedTable[], rolesNamed: RolesNamed): OrderColumns {
  const header = widestHeader(tables);
  const widest = tables.find(t => t.table.header === header);
  if (!widest) return { order: -1, date: -1 };
  const date = evidenceIn(widest, rolesNamed).dateColumn ?? -1;
  return { order: rolesIn(widest, rolesNamed).indexOf('orderId'), date };
}

/** What is no sale yet, or none any more, however alike its columns are. */
const PLANS =
  /^(budget|budgets|plan|planned|forecast|target|targets|template|example|backup|old|quotes|drafts)$/;
const RETURNS =
  /^(return|returns|refund|refunds|returned|refunded|cancelled|canceled|retouren|storno|stornos)$/;

/** Leaves out tables that are called plans, and returns whose amounts would be added, beside others. */
function withoutOthers(
  group: readonly NamedTable[],
  rolesNamed: RolesNamed,
  unused: Unused[],
): readonly NamedTable[] {
  const why = (table: NamedTable) => {
    const words = wordsOf(table.name);
    if (words.some(word => PLANS.test(word))) return `by its name it is no record of sales`;
    if (words.some(word => RETURNS.test(word)) && !isNegative(table, rolesNamed))
      return 'by its name it has returns, and its amounts are not negative, so they would be added';
    return undefined;
  };
  const reasons = group.map(why);
  if (group.length < 2 || reasons.every(reason => reason !== undefined)) return group;
  for (const [i, reason] of reasons.entries()) if (reason) unused.push({ table: group[i]!, why: reason });
  return group.filter((_, i) => reasons[i] === undefined);
}

function isNegative(table: NamedTable, rolesNamed: RolesNamed): boolean {
  const roles = rolesIn(table, rolesNamed);
  const { columns } = evidenceIn(table, rolesNamed);
  return columns.some((c, i) => ['amount', 'quantity'].includes(roles[i] ?? '') && c.negative > 0.5);
}
