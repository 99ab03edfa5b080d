import { formatFor, plural } from '../answer/format.js';
import { type Day, showDay } from '../calendar/days.js';
import { type DayRange, showRange } from '../calendar/grain.js';
import { filterText } from '../questions/question.js';
import { ledgerBefore } from '../store/digest-runs.js';
import type { Store } from '../store/store.js';
import { type Filter, groupedSums } from '../store/sums.js';
import type { Digest } from './compose.js';

/** Days further back than this are counted together. */
const DAYS = 730;

/** What a digest has counted: orders and revenue (minor units) of each day, so that a later one can say what has come in since. */
export interface Ledger {
  /** Of which part of the shop: the filters, and the currency. */
  readonly asked: string;
  /** A first day before all others holds what lies further back. */
  readonly days: readonly (readonly [day: Day, orders: number, revenue: number])[];
}

export async function ledgerOf(
  store: Store,
  currency: string,
  { from, to }: DayRange,
  filters: readonly Filter[],
): Promise<Ledger> {
  const sums = await groupedSums(store, { range: { from, to }, filters }, { kind: 'grain', grain: 'day' });
  const days = new Map<Day, [orders: number, revenue: number]>();
  for (const { id, orders, revenue } of sums) {
    const day = Math.max(id, to - DAYS);
    const [o, r] = days.get(day) ?? [0, 0];
    days.set(day, [o + orders, r + revenue]);
  }
  return {
    asked: `${currency} ${filterText(filters)}`.trim(),
    days: [...days].sort(([a], [b]) => a - b).map(([day, [orders, revenue]]) => [day, orders, revenue]),
  };
}

/**
 * A digest that says what has changed since the one before it about the days that that one had: what came in late, was corrected or
 * taken back. Nothing where there is none before it, or nothing has changed.
 * @param name whose digest before it; anybody's of the same part of the shop unless given
 */
export async function withLate(
  digest: Digest,
  store: Pick<Store, 'db'>,
  currency: string,
  name?: string,
): Promise<Digest> {
  const { ledger, headline, periods } = digest;
  if (!ledger) return digest;
  const { asked } = ledger;
  const before = await ledgerBefore(store, {
    through: periods.period.to,
    asked,
    ...(name !== undefined && { name }),
  });
  if (!before) return digest;
  // What `ledgerOf` has made.
  const note = lateNote(JSON.parse(before.ledger) as Ledger['days'], ledger.days, before.through, currency);
  return note ? { ...digest, headline: { ...headline, notes: [...headline.notes, note] } } : digest;
}

function lateNote(
  then: Ledger['days'],
  now: Ledger['days'],
  through: Day,
  currency: string,
): string | undefined {
  const first = Math.max(then[0]?.[0] ?? through, now[0]?.[0] ?? through);
  const changed = new Map<Day, [orders: number, revenue: number]>();
  const add = (days: Ledger['days'], sign: number) => {
    for (const [day, orders, revenue] of days) {
      if (day > through) continue;
      // The oldest days are counted together, in the later one a few more of them.
      const at = Math.max(day, first);
      const [o, r] = changed.get(at) ?? [0, 0];
      changed.set(at, [o + sign * orders, r + sign * revenue]);
    }
  };
  add(now, 1);
  add(then, -1);
  const days = [...changed].filter(([, [orders, revenue]]) => orders !== 0 || revenue !== 0);
  if (days.length === 0) return undefined;
  const sum = (at: 0 | 1) => days.reduce((all, [, own]) => all + own[at], 0);
  const [orders, revenue] = [sum(0), sum(1)];
  const [from, to] = [Math.min(...days.map(([day]) => day)), Math.max(...days.map(([day]) => day))];
  const parts = [
    ...(orders === 0 ? [] : [`${plural(Math.abs(orders), 'order')} ${orders > 0 ? 'more' : 'fewer'}`]),
    ...(revenue === 0 ? [] : [`${revenue > 0 ? '+' : '-'}${formatFor(currency).amount(Math.abs(revenue))}`]),
  ];
  const when = from === to ? showDay(from) : showRange({ from, to });
  return `Since the digest before, sales of ${when} came in late or were corrected: ${parts.join(', ') || 'they are of other days now'}. That digest does not have them.`;
}
