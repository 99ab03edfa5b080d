import { type Format, listed, plural } from '../../core/answer/format.js';
import type { LedgerEntry } from '../load/ledger.js';
import { DISCOUNT_ROWS } from '../understand/rows/discount-rows.js';
import { WITHOUT_STATUS } from '../understand/rows/find-rules.js';
import { GIFT_CARDS } from '../understand/rows/gift-cards.js';
import { SHIPPING_ROWS, TIP_ROWS } from '../understand/rows/shipping-rows.js';
import { isUnknownWord } from '../understand/rows/unknown-words.js';

/**
 * What reading a file's rows changed, in sentences: what was left out, taken off, kept apart, or counts
 * all the same.
 */
export function ledgerLines(entries: readonly LedgerEntry[], format: Format): string[] {
  const of = (kind: LedgerEntry['kind']) => entries.filter(e => e.kind === kind && e.rows > 0);
  const money = (e: LedgerEntry) => format.amount(Math.abs(e.amount));
  const lines: string[] = [];
  const out = of('leftOut').map(
    e => `${e.what} (${plural(e.rows, 'row')}${e.amount === 0 ? '' : `, ${money(e)}`})`,
  );
  if (out.length > 0) lines.push(`Left out, since they are no sales: ${listed(out)}.`);
  const parts = entries.filter(e => NAMES[e.kind] !== undefined && e.amount !== 0);
  const amounts = (isTaken: boolean) =>
    parts.filter(e => (e.isTaken ?? false) === isTaken).map(e => `${NAMES[e.kind]} of ${money(e)}`);
  const [taken, apart] = [amounts(true), amounts(false)];
  if (taken.length > 0) lines.push(`Taken off the amounts: ${listed(taken)}.`);
  if (apart.length > 0) lines.push(`Beside the revenue, and not in it: ${listed(apart)}.`);
  for (const e of of('returns'))
    lines.push(
      e.countsOn === 'order-day'
        ? `${plural(e.rows, 'return')} (${money(e)}) subtracted on the day of the sale with the same order ` +
            'number, where there is one (REFUNDS_COUNT_ON=order-day).'
        : `${plural(e.rows, 'return')} (${money(e)}) subtracted on their own day ` +
            '(REFUNDS_COUNT_ON=refund-day).',
    );
  for (const e of of('refund'))
    lines.push(
      `Refunds of ${money(e)} beside the sales were subtracted on the day of the order: the file has ` +
        'no other.',
    );
  for (const e of of('returned'))
    lines.push(`${plural(e.rows, 'sale')} marked as returned: ${money(e)} was subtracted again.`);
  for (const e of of('cancelled'))
    lines.push(`${plural(e.rows, 'line')} of cancelled orders (${money(e)}) kept, and not counted.`);
  for (const e of of('state')) lines.push(stateLine(e, money(e)));
  for (const e of of('rounding'))
    lines.push(
      `${plural(e.rows, 'amount')} had more decimals than sums this large allow, and each was rounded: ` +
        `together ${money(e)} ${e.amount < 0 ? 'too much' : 'too little'}.`,
    );
  for (const e of of('known'))
    lines.push(
      `${plural(e.rows, 'row')} (${money(e)}) of earlier files stand in this file too, and count once.`,
    );
  for (const e of of('sharedDays')) lines.push(sharedDaysLine(e, money(e)));
  return lines;
}

/** What is said of rows on days of which earlier files without order numbers have rows as well. */
function sharedDaysLine({ rows, equal = 0 }: LedgerEntry, money: string): string {
  const are = rows === 1 ? 'is' : 'are';
  const same = equal === 0 ? 'None' : equal === rows ? 'Each' : `${equal}`;
  const have = equal > 1 && equal < rows ? 'have' : 'has';
  return (
    `${plural(rows, 'row')} (${money}) ${are} of days that earlier files already have, and counted beside ` +
    `theirs. ${same} of them ${have} an equal row there. If this file has the same sales again, undo it: ` +
    'nothing else, such as order numbers, would tell.'
  );
}

/** What is said of lines that count, though not all would count them. */
function stateLine({ what, rows }: LedgerEntry, money: string): string {
  const lines = plural(rows, 'line');
  if (what !== undefined && isUnknownWord(what))
    return (
      `${lines} ${what} (${money}) counted as sales: nothing says what the word means. If they are no ` +
      'sales, take them out, or leave them out by EXCLUDED_STATUSES.'
    );
  if (what === WITHOUT_STATUS)
    return (
      `${lines} ${what} (${money}) counted as sales, though nearly all others have one: shops leave it ` +
      'blank for orders that were never finished. If so, take them out of the file.'
    );
  if (what === DISCOUNT_ROWS)
    return `${lines} of ${what} (${money}) taken off their orders: they are no pieces and no returns.`;
  if (what === GIFT_CARDS)
    return (
      `${lines} of gift cards (${money}) counted as sales. Where books have them as revenue only when they ` +
      'are used, take them out of the file.'
    );
  if (what === SHIPPING_ROWS)
    return (
      `${lines} of ${what} (${money}) counted as sales, since they stand among the goods. Where shipping ` +
      'is not to count, take them out of the file.'
    );
  if (what === TIP_ROWS)
    return (
      `${lines} of ${what} (${money}) counted as sales, since they stand among the goods. Where tips are ` +
      'not to count, take them out of the file.'
    );
  return (
    `${lines} ${what} by their status (${money}) counted all the same; EXCLUDED_STATUSES leaves ` +
    'statuses out.'
  );
}

const NAMES: Partial<Record<LedgerEntry['kind'], string>> = {
  discount: 'discounts',
  tax: 'tax',
  shipping: 'shipping',
  tip: 'tips',
  cost: 'costs',
};
