import { knexOf } from '../engine/connection.js';
import type { StoreReader } from '../engine/transaction.js';
import { dimensionColumn, listDimensions } from './dimensions.js';

/** A stored line of a file without order numbers. */
export interface UnnumberedLine {
  readonly day: number;
  /** Thousandths. */
  readonly quantity: number;
  /** Minor units. */
  readonly amount: number;
  /** The customer's key, as the file had it. */
  readonly customer: string | null;
  /** The product's value. */
  readonly product: string | null;
}

/** More are not kept in memory, and nothing is compared. */
const MOST = 500_000;

/**
 * The lines from a day on that files without order numbers brought: each row of theirs is an order, under an
 * id made of the file's hash and the row.
 * @param except an ingest that is left out
 * @returns none where there are more than half a million
 */
export async function linesWithoutNumber(
  reader: StoreReader,
  except: number,
  from: number,
): Promise<UnnumberedLine[]> {
  const knex = knexOf(reader);
  const product = (await listDimensions(reader)).find(d => d.key === 'product');
  const query = knex({ l: 'order_lines' })
    .join({ o: 'orders' }, 'o.id', 'l.order_id')
    .leftJoin({ c: 'customers' }, 'c.id', knex.raw('coalesce(l.known_as, l.customer_id)'))
    .where('l.day', '>=', from)
    .whereNot('l.ingest_id', except)
    .where('o.key', 'like', '____________:%')
    .select({ day: 'l.day', quantity: 'l.quantity', amount: 'l.amount', customer: 'c.key' });
  if (product) {
    void query
      .leftJoin({ v: 'dimension_values' }, 'v.id', `l.${dimensionColumn(product)}`)
      .select({ product: 'v.value' });
  }
  const rows: UnnumberedLine[] = await query.limit(MOST + 1);
  if (rows.length > MOST) return [];
  return rows.map(r => ({
    day: Number(r.day),
    quantity: Number(r.quantity),
    amount: Number(r.amount),
    customer: r.customer ?? null,
    product: r.product ?? null,
  }));
}
