import Table from 'cli-table3';
import pc from 'picocolors';
import { formatFor, listed, plural } from '../../../core/answer/format.js';
import { showRange } from '../../../core/calendar/grain.js';
import { currencyWith } from '../../../core/money/currencies.js';
import type { IngestResult, Understanding, Understood } from '../../../ingest/result.js';
import type { UndoResult } from '../../../ingest/undo.js';
import type { Ingest } from '../../../store/tables/ingests.js';

/** What came of a file, as text for a terminal. */
export function ingestText(result: IngestResult): string {
  const money = formatFor(currencyWith(result.currency, result.minorDigits)).amount(result.revenue);
  if (!result.loaded) {
    return `${result.file} was loaded before (${result.loadedAt.slice(0, 10)}, number ${result.id}: ${plural(result.rows, 'row')}, ${money}). Nothing changed.`;
  }
  return [
    ...(result.understood ? understoodLines(result.file, result.understood) : []),
    '',
    `Loaded ${loadedText(result, money)}`,
    ...whyAgain(result),
    ...whatElse(result),
    ...refusedLines(result),
    pc.dim(`Number ${result.id}: shopkeeper ingest --undo ${result.id} takes it back.`),
  ].join('\n');
}

function loadedText(result: IngestResult, money: string): string {
  const { lines, orders, customers, kind } = result;
  if (kind === 'customers')
    return `${pc.bold(plural(customers, 'customer'))}: ${plural(orders, 'order')}, ${money}.`;
  if (lines === 0) return `${pc.bold('0 lines')}.`;
  const days = showRange({ from: result.firstDay, to: result.lastDay });
  return `${pc.bold(plural(lines, 'line'))}: ${plural(orders, 'order')} of ${plural(customers, 'customer')}, ${money}, ${days}.`;
}

/** Why a file that was loaded before was loaded again. */
function whyAgain({ overtaken, kind }: IngestResult): string[] {
  if (overtaken === null) return [];
  return kind === 'customers'
    ? [`Loaded again, since later files had newer summaries for ${overtaken} of its customers.`]
    : [`Loaded again, since later files had replaced ${overtaken} of its orders.`];
}

function whatElse({ ordersReplaced, ordersContinued, excluded, duplicates, kind }: IngestResult): string[] {
  const said: string[] = [];
  if (ordersReplaced > 0) said.push(`${plural(ordersReplaced, 'order')} of earlier files replaced.`);
  if (ordersContinued > 0) said.push('The first order goes on from the file before: its lines were added.');
  if (excluded > 0)
    said.push(`${plural(excluded, 'line')} kept but not counted, for their status (EXCLUDED_STATUSES).`);
  if (duplicates > 0 && kind === 'sales')
    said.push(`${plural(duplicates, 'line')} left out that the file has twice, by order and line number.`);
  if (duplicates > 0 && kind === 'customers')
    said.push(`${plural(duplicates, 'row')} left out whose customer the file names twice; the first counts.`);
  return said;
}

function refusedLines({ refusedCount, refusalReport, refused }: IngestResult): string[] {
  if (refusedCount === 0)
    return [`Refused 0 rows.${refusalReport ? ` The repaired rows are in ${refusalReport}` : ''}`];
  const report = refusalReport
    ? `the reasons are in ${refusalReport}`
    : 'a report could not be written beside the file';
  return [
    pc.yellow(`Refused ${plural(refusedCount, 'row')}; ${report}`),
    ...refused
      .slice(0, 3)
      .map(r => `  row ${r.row}${r.column ? `, ${r.column}` : ''}: "${r.value}" ${r.reason}`),
  ];
}

/** How a file would be read, as text for a terminal. */
export function understandingText(understanding: Understanding): string {
  return [
    ...understoodLines(understanding.file, understanding),
    '',
    `${plural(understanding.rows, 'row')}; nothing was written. --map "COLUMN=FIELD" changes what a column is.`,
  ].join('\n');
}

function understoodLines(
  file: string,
  { reading, recognised, dimensions, assumptions }: Understood,
): string[] {
  const table = newTable(['Column', 'Understood as', 'Sure', 'Because']);
  for (const r of recognised) table.push([r.header, r.role, `${Math.round(r.confidence * 100)}%`, r.reason]);
  return [
    `${pc.bold(file)}: ${reading}`,
    table.toString(),
    ...(dimensions.length > 0
      ? [`Sales can be broken down by: ${shortList(dimensions.map(d => d.toLowerCase()))}`]
      : []),
    ...assumptions.map(a => pc.yellow(a)),
  ];
}

const SHOWN = 20;

const shortList = (items: readonly string[]): string =>
  items.length > SHOWN
    ? `${items.slice(0, SHOWN).join(', ')} and ${items.length - SHOWN} more`
    : items.join(', ');

/** What was loaded, as a table for a terminal. */
export function ingestsText(ingests: readonly Ingest[]): string {
  if (ingests.length === 0) return 'Nothing was loaded yet.';
  const table = newTable([
    'Number',
    'File',
    'Loaded',
    'Lines',
    'Refused',
    'Revenue',
    'Days',
    'Replaced since',
  ]);
  for (const i of ingests) {
    const format = formatFor(currencyWith(i.currency, i.minorDigits));
    table.push([
      i.id,
      i.file,
      i.loadedAt.slice(0, 16).replace('T', ' '),
      i.kind === 'customers' ? plural(i.rows, 'customer') : format.count(i.lines),
      format.count(i.refused),
      format.amount(i.revenue),
      i.firstDay === 0 ? '' : showRange({ from: i.firstDay, to: i.lastDay }),
      i.overtaken === 0 ? '' : plural(i.overtaken, i.kind === 'customers' ? 'customer' : 'order'),
    ]);
  }
  return `${table.toString()}\nshopkeeper ingest --undo NUMBER takes one back.`;
}

/** What taking a file back did. */
export function undoText({ id, file, lines, linesBack }: UndoResult): string {
  const back = linesBack > 0 ? [`${plural(linesBack, 'line')} of earlier files count again`] : [];
  return `Took number ${id} (${file}) back: ${listed([`${plural(lines, 'line')} removed`, ...back])}.`;
}

const newTable = (head: string[]): Table.Table =>
  new Table({
    head,
    style: { head: [], border: pc.isColorSupported ? ['grey'] : [], compact: true },
  });
