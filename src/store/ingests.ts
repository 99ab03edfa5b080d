import type { Store } from './store.js';

/** One file that was loaded. Money in minor units, days as days. */
export interface Ingest {
  readonly id: number;
  readonly file: string;
  readonly kind: 'sales' | 'customers';
  /** ISO 8601. */
  readonly loadedAt: string;
  readonly rows: number;
  readonly lines: number;
  readonly refused: number;
  readonly ordersReplaced: number;
  readonly revenue: number;
  readonly currency: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What was loaded, the oldest first. */
export async function listIngests({ db }: Store): Promise<Ingest[]> {
  const rows = await db('ingests').orderBy('id').select();
  return rows.map(r => ({
    id: r.id,
    file: r.file_name,
    kind: r.kind,
    loadedAt: r.loaded_at,
    rows: r.rows,
    lines: r.lines,
    refused: r.refused,
    ordersReplaced: r.orders_replaced,
    revenue: Number(r.revenue),
    currency: r.currency,
    firstDay: r.first_day,
    lastDay: r.last_day,
  }));
}
