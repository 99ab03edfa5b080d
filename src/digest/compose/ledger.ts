import { withinText } from '../../access/within.js';
import { filterText } from '../../answering/declaration.js';
import type { ShopView } from '../../answering/shop.js';
import { formatFor, plural } from '../../core/answer/format.js';
import { remark } from '../../core/answer/notes.js';
import { type Day, showDay } from '../../core/calendar/days.js';
import { type DayRange, showRange } from '../../core/calendar/grain.js';
import { currencyCode } from '../../core/money/currencies.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { type Filter, groupedSums } from '../../store/scope/sums.js';
import { ledgerBefore } from '../../store/tables/digest-runs.js';
import type { Digest, Ledger } from './digest.js';

/** Days further back than this, counted from the end of the period, are not compared. */
const DAYS = 730;

/** Counts orders and revenue of each day. It is compared with those of the same part of the shop alone. */
export async function ledgerOf(
  { store, currency, part }: Pick<ShopView, 'store' | 'currency' | 'part'>,
  { from, to }: DayRange,
  filters: readonly Filter[],
): Promise<Ledger> {
  const first = Math.max(from, to - DAYS);
  const sums = await groupedSums(
    store,
    { range: { from: first, to }, filters },
    { kind: 'grain', grain: 'day' },
  );
  return {
    asked: [currencyCode(currency), filterText(filters), part && `within ${withinText(part)}`]
      .filter(Boolean)
      .join(' '),
    // Sales that are added for days before the first day of the data are late as well.
    from: to - DAYS,
    days: sums.map(({ id, orders, revenue }): Ledger['days'][number] => [id, orders, revenue]),
  };
}

/**
 * Adds a note to a digest about sales of earlier days that were added late, corrected or undone since the
 * previous digest. Unchanged if there is no previous digest or nothing differs.
 * @param name whose previous digest; unless given, the latest one of the same filters
 */
export async function withLate(
  digest: Digest,
  store: StoreReader,
  currency: string,
  name?: string,
): Promise<Digest> {
  const { ledger, headline, periods } = digest;
  if (!ledger) return digest;
  const { asked } = ledger;
  const previous = await ledgerBefore(store, {
    through: periods.period.to,
    asked,
    ...(name !== undefined && { name }),
  });
  if (!previous) return digest;
  // Written by `storedDigest`.
  const then = JSON.parse(previous.ledger) as Pick<Ledger, 'from' | 'days'>;
  const note = lateNote(then, ledger, previous.through, currency);
  return note ? { ...digest, headline: { ...headline, notes: [...headline.notes, remark(note)] } } : digest;
}

function lateNote(
  then: Pick<Ledger, 'from' | 'days'>,
  now: Pick<Ledger, 'from' | 'days'>,
  through: Day,
  currency: string,
): string | undefined {
  const from = Math.max(then.from, now.from);
  const changed = new Map<Day, [orders: number, revenue: number]>();
  const add = (days: Ledger['days'], sign: number) => {
    for (const [day, orders, revenue] of days) {
      if (day > through || day < from) continue;
      const [o, r] = changed.get(day) ?? [0, 0];
      changed.set(day, [o + sign * orders, r + sign * revenue]);
    }
  };
  add(now.days, 1);
  add(then.days, -1);
  const days = [...changed].filter(([, [orders, revenue]]) => orders !== 0 || revenue !== 0);
  if (days.length === 0) return undefined;
  const sum = (at: 0 | 1) => days.reduce((total, [, counts]) => total + counts[at], 0);
  const [orders, revenue] = [sum(0), sum(1)];
  const [first, last] = [Math.min(...days.map(([day]) => day)), Math.max(...days.map(([day]) => day))];
  const { amount, major } = formatFor(currency);
  const parts = [
    ...(orders === 0 ? [] : [plural(Math.abs(orders), orders > 0 ? 'more order' : 'fewer order')]),
    // Fractions of a cent are no news.
    ...(major(revenue) === 0 ? [] : [`${revenue > 0 ? '+' : '-'}${amount(Math.abs(revenue))}`]),
  ];
  const when = first === last ? showDay(first) : showRange({ from: first, to: last });
  const what = parts.join(', ') || 'the total is unchanged';
  const late = `sales of ${when} were added late or corrected: ${what}`;
  return `Since the previous digest, ${late}. It does not include them.`;
}
