import pc from 'picocolors';
import { formatFor, listed, plural } from '../../../core/answer/format.js';
import { showRange } from '../../../core/calendar/grain.js';
import { currencyWith } from '../../../core/money/currencies.js';
import type { IngestResult, Understanding, Understood } from '../../../ingest/load/result.js';
import type { UndoResult } from '../../../ingest/undo.js';
import type { Ingest } from '../../../store/tables/ingests.js';
import { explainText } from './explain.js';
import { ledgerLines } from './ledger.js';
import { leftOutLines } from './left-out.js';
import { answerText } from './mappings.js';
import { newTable } from './new-table.js';

/** How much is shown. */
export interface Shown {
  /** All columns that are not used, rather than the first few. */
  readonly columns?: boolean;
}

/** The result of loading a file, as text for a terminal. */
export function ingestText(result: IngestResult, shown: Shown = {}): string {
  const money = formatFor(currencyWith(result.currency, result.minorDigits)).amount(result.revenue);
  if (!result.loaded) {
    const date = result.loadedAt.slice(0, 10);
    const contents = `${plural(result.rows, 'row')}, ${money}`;
    return `${result.file} was loaded before (${date}, number ${result.id}: ${contents}). Nothing changed.`;
  }
  return [
    ...(result.understood ? understoodLines(result.file, result.understood, shown) : []),
    '',
    `Loaded ${loadedText(result, money)}`,
    ...reloadReason(result),
    ...ledgerLines(result.ledger, formatFor(currencyWith(result.currency, result.minorDigits))),
    ...remarks(result),
    ...refusedLines(result),
    pc.dim(`This is ingest number ${result.id}. To undo it: shopkeeper ingest --undo ${result.id}`),
  ].join('\n');
}

function loadedText(result: IngestResult, money: string): string {
  const { lines, customers, kind } = result;
  const orders = result.orders - result.returnOrders;
  if (kind === 'customers')
    return `${pc.bold(plural(customers, 'customer'))}: ${plural(orders, 'order')}, ${money}.`;
  if (lines === 0) return `${pc.bold('0 lines')}.`;
  const days = showRange({ from: result.firstDay, to: result.lastDay });
  const people = plural(customers, 'customer');
  return `${pc.bold(plural(lines, 'line'))}: ${plural(orders, 'order')} of ${people}, ${money}, ${days}.`;
}

/** Why a file was loaded a second time. */
function reloadReason({ overtaken, kind }: IngestResult): string[] {
  if (overtaken === null) return [];
  return kind === 'customers'
    ? [`Loaded again, since later files had newer summaries for ${overtaken} of its customers.`]
    : [`Loaded again, since later files had replaced ${overtaken} of its orders.`];
}

function remarks(result: IngestResult): string[] {
  const { ordersReplaced, ordersContinued, excluded, excludedOrders, duplicates, kind } = result;
  const sentences: string[] = [];
  if (result.returnOrders > 0) sentences.push(returnsOnly(result.returnOrders));
  if (ordersReplaced > 0) sentences.push(`${plural(ordersReplaced, 'order')} of earlier files replaced.`);
  if (ordersContinued > 0)
    sentences.push('The first order continues an order of the previous file; its lines were added to it.');
  if (excluded > 0)
    sentences.push(
      `${plural(excluded, 'line')} stored but not counted because of the status (EXCLUDED_STATUSES)${wholeOrders(excludedOrders)}.`,
    );
  if (duplicates > 0 && kind === 'sales')
    sentences.push(`${plural(duplicates, 'duplicate line')} skipped (same order and line number).`);
  if (duplicates > 0 && kind === 'customers')
    sentences.push(
      `${plural(duplicates, 'row')} skipped because the file has an earlier row for the same customer.`,
    );
  return sentences;
}

/** Why `sales` counts fewer orders than the file has. */
const returnsOnly = (orders: number): string =>
  orders === 1
    ? '1 more order has returns only: subtracted from revenue, not counted as an order.'
    : `${plural(orders, 'more order')} have returns only: subtracted from revenue, not counted as orders.`;

/** How many orders are not counted at all, since the lines of excluded statuses are all that they have. */
const wholeOrders = (orders: number): string =>
  orders === 0 ? '' : `, which leaves out ${plural(orders, 'order')} entirely`;

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
      .map(
        r =>
          `  ${r.table ? `${r.table}, ` : ''}row ${r.row}${r.column ? `, ${r.column}` : ''}: "${r.value}" ${r.reason}`,
      ),
  ];
}

/** A preview of how a file would be read, as text for a terminal. */
export function understandingText(understanding: Understanding, shown: Shown = {}): string {
  const { explained } = understanding;
  return [
    ...understoodLines(understanding.file, understanding, shown),
    ...(explained.length > 0 ? ['', explainText(explained, understanding.header)] : []),
    '',
    `${plural(understanding.rows, 'row')}; nothing was written. To change a column: --map "COLUMN=FIELD"`,
  ].join('\n');
}

function understoodLines(
  file: string,
  { reading, recognised, dimensions, assumptions, leftOut, remembered, answered }: Understood,
  { columns = false }: Shown,
): string[] {
  const table = newTable(['Column', 'Read as', 'Confidence', 'Reason']);
  for (const r of recognised) table.push([r.header, r.role, `${Math.round(r.confidence * 100)}%`, r.reason]);
  return [
    `${pc.bold(file)}: ${reading}`,
    table.toString(),
    ...(dimensions.length > 0
      ? [`Sales can be broken down by: ${shortList(dimensions.map(d => d.toLowerCase()))}`]
      : []),
    ...leftOutLines(leftOut, columns),
    ...assumptions.map(a => pc.yellow(a)),
    ...remembered.map(
      m =>
        `Read as you answered for ${m.file} on ${m.answeredAt.slice(0, 10)}: ${answerText(m)}. ` +
        `To be asked again: shopkeeper mappings remove ${m.id}`,
    ),
    ...answered.map(
      a =>
        `Your answer is remembered for files with these columns: ${answerText({ columns: a.maps })} ` +
        '(shopkeeper mappings).',
    ),
  ];
}

const SHOWN = 20;

const shortList = (items: readonly string[]): string =>
  items.length > SHOWN
    ? `${items.slice(0, SHOWN).join(', ')} and ${items.length - SHOWN} more`
    : items.join(', ');

/** The loaded files, as a table for a terminal. */
export function ingestsText(ingests: readonly Ingest[]): string {
  if (ingests.length === 0) return 'No file was loaded yet.';
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
  return `${table.toString()}\nTo undo one: shopkeeper ingest --undo NUMBER`;
}

/** The result of undoing an ingest. */
export function undoText({ id, file, lines, linesBack }: UndoResult): string {
  const back = linesBack > 0 ? [`${plural(linesBack, 'line')} of earlier files count again`] : [];
  const effects = listed([`${plural(lines, 'line')} removed`, ...back]);
  return `Ingest number ${id} (${file}) was undone: ${effects}.`;
}
