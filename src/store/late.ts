import type { Knex } from 'knex';
import type { Day } from '../calendar/days.js';
import type { Store } from './store.js';

/** What came in for days that were past already, against what had been known of them. Revenue in minor units. */
export interface LateSales {
  /** More orders than had been known; fewer where negative. */
  readonly orders: number;
  readonly revenue: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * How the sales before a day were changed by the files that were loaded within some days, as far as what had been loaded earlier
 * went. An export that repeats what was known changes nothing. Undefined where nothing has changed.
 * @param dayOf the shop's day of a moment (ISO)
 */
export async function lateSales(
  { db }: Pick<Store, 'db'>,
  { before, from, to }: { readonly before: Day; readonly from: Day; readonly to: Day },
  dayOf: (moment: string) => Day,
): Promise<LateSales | undefined> {
  const files: { id: number; loaded_at: string; first_day: number; last_day: number }[] = await db('ingests')
    .where({ kind: 'sales' })
    .orderBy('id')
    .select('id', 'loaded_at', 'first_day', 'last_day');
  const recent = files.filter(f => dayOf(f.loaded_at) >= from && dayOf(f.loaded_at) <= to);
  const earlier = files.filter(f => !recent.includes(f) && dayOf(f.loaded_at) < from);
  const until = Math.min(before - 1, Math.max(...earlier.map(f => f.last_day)));
  const ids = recent.filter(f => f.first_day <= until).map(f => f.id);
  if (ids.length === 0) return undefined;
  const days = new Map<Day, { orders: number; revenue: number }>();
  const add = (rows: readonly DaySums[], sign: number) => {
    for (const { day, orders, revenue } of rows) {
      const own = days.get(Number(day)) ?? { orders: 0, revenue: 0 };
      own.orders += sign * Number(orders);
      own.revenue += sign * Number(revenue);
      days.set(Number(day), own);
    }
  };
  add(await daySums(db('order_lines').whereIn('ingest_id', ids), until), 1);
  add(await daySums(db('lines_aside').whereIn('replaced_by', ids).whereNotIn('ingest_id', ids), until), -1);
  const changed = [...days].filter(([, d]) => d.orders !== 0 || d.revenue !== 0);
  if (changed.length === 0) return undefined;
  return {
    orders: changed.reduce((sum, [, d]) => sum + d.orders, 0),
    revenue: changed.reduce((sum, [, d]) => sum + d.revenue, 0),
    firstDay: Math.min(...changed.map(([day]) => day)),
    lastDay: Math.max(...changed.map(([day]) => day)),
  };
}

interface DaySums {
  readonly day: number | string;
  readonly orders: number | string;
  readonly revenue: number | string;
}

const daySums = (lines: Knex.QueryBuilder, until: Day): Promise<DaySums[]> =>
  lines
    .where('day', '<=', until)
    .groupBy('day')
    .select('day')
    .countDistinct({ orders: 'order_id' })
    .sum({ revenue: 'amount' });
