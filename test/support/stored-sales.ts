import { databaseOf } from './database.js';
import type { TestShop } from './shop.js';

/** Net sales in cents by day as a store has them, and how many orders have lines. */
export async function storedSales({
  shop,
}: TestShop): Promise<{ readonly byDay: Record<string, number>; readonly orders: number }> {
  const db = databaseOf(shop.store);
  const rows = await db('order_lines')
    .groupBy('day')
    .select({ day: 'day', cents: db.raw('sum(amount)') });
  const days = rows.map(
    r => [new Date(Number(r.day) * DAY_MS).toISOString().slice(0, 10), Number(r.cents)] as const,
  );
  const orders = await db('orders').where('lines', '>', 0).count({ n: '*' }).first();
  return { byDay: Object.fromEntries(days), orders: Number(orders?.n) };
}

const DAY_MS = 86_400_000;
