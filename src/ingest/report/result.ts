import { formatFor, listed, plural } from '../../core/answer/format.js';
import { showRange } from '../../core/calendar/grain.js';
import { currencyWith } from '../../core/money/currencies.js';
import type { RefusedRow } from '../load/refusals.js';
import type { IngestResult } from '../load/result.js';
import type { UndoResult } from '../undo.js';
import { ledgerLines } from './ledger.js';

const moneyOf = ({ currency, minorDigits, revenue }: IngestResult): string =>
  formatFor(currencyWith(currency, minorDigits)).amount(revenue);

/** What to say of a file whose content stands already. */
export function loadedBefore(result: IngestResult): string {
  const date = result.loadedAt.slice(0, 10);
  const contents = `${plural(result.rows, 'row')}, ${moneyOf(result)}`;
  return `${result.file} was loaded before (${date}, number ${result.id}: ${contents}). Nothing changed.`;
}

/** What was loaded: its size, and the rest of the sentence. */
export function loadedSentence(result: IngestResult): { readonly size: string; readonly rest: string } {
  const { lines, customers, kind } = result;
  const orders = plural(result.orders - result.returnOrders, 'order');
  if (kind === 'customers')
    return { size: plural(customers, 'customer'), rest: `: ${orders}, ${moneyOf(result)}.` };
  if (lines === 0) return { size: '0 lines', rest: '.' };
  const days = showRange({ from: result.firstDay, to: result.lastDay });
  // Totals of days are no orders.
  if (result.orders === 0) return { size: plural(lines, 'line'), rest: `: ${moneyOf(result)}, ${days}.` };
  // A file that names nobody has customers all the same: how many is not known.
  const people = customers === 0 ? ', customers not named' : ` of ${plural(customers, 'customer')}`;
  return { size: plural(lines, 'line'), rest: `: ${orders}${people}, ${moneyOf(result)}, ${days}.` };
}

/** What became of the file's rows beside those that were loaded: replaced, left out, taken off, skipped. */
export const resultLines = (result: IngestResult): string[] => [
  ...reloadReason(result),
  ...ledgerLines(result.ledger, formatFor(currencyWith(result.currency, result.minorDigits))),
  ...remarks(result),
];

/** A row that was refused, and why. */
export const refusedRowText = ({ table, row, column, value, reason }: RefusedRow): string =>
  `${table ? `${table}, ` : ''}row ${row}${column ? `, ${column}` : ''}: "${value}" ${reason}`;

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
      `${plural(excluded, 'line')} stored but not counted because of the status ` +
        `(EXCLUDED_STATUSES)${wholeOrders(excludedOrders)}.`,
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

/** The result of undoing an ingest. */
export function undoText({ id, file, lines, linesBack }: UndoResult): string {
  const back = linesBack > 0 ? [`${plural(linesBack, 'line')} of earlier files count again`] : [];
  const effects = listed([`${plural(lines, 'line')} removed`, ...back]);
  return `Ingest number ${id} (${file}) was undone: ${effects}.`;
}
