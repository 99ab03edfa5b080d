import { z } from 'zod';
import { StoreError } from '../../core/errors.js';
import { knexForPartsOf } from '../engine/connection.js';
import { memoizedPerTransaction } from '../engine/memoize.js';
import type { StoreReader } from '../engine/transaction.js';

/**
 * How the columns of a table or view that a shop's own warehouse has in ClickHouse become order lines. All
 * names are of its columns.
 */
export interface ViewPlan {
  /** The table or view, `shop.sales` or `sales`. */
  readonly view: string;
  readonly order: string;
  /** Of type Date or DateTime. */
  readonly date: string;
  /** A line's customer is the first of them that has a value. */
  readonly customers: readonly string[];
  readonly email?: string;
  readonly name?: string;
  /** Lower-case values that stand for nobody known. */
  readonly nobody: readonly string[];
  readonly amount: { readonly column: string } | { readonly quantity: string; readonly price: string };
  readonly quantity?: string;
  readonly dimensions: readonly ViewDimension[];
  /** Decimals that amounts have. */
  readonly decimals: number;
}

/** A column that sales can be broken down by. */
export interface ViewDimension {
  readonly key: string;
  readonly label: string;
  readonly column: string;
  /** A second column with the text that people know the value by. */
  readonly labelColumn?: string;
}

const dimension = z.object({
  key: z.string(),
  label: z.string(),
  column: z.string(),
  labelColumn: z.string().optional(),
});
const noteSchema = z.object({
  /** Part of the names of the tables with ids. */
  base: z.number().int(),
  ingest: z.number().int(),
  views: z.array(z.number().int()),
  plan: z.object({
    view: z.string(),
    order: z.string(),
    date: z.string(),
    customers: z.array(z.string()),
    email: z.string().optional(),
    name: z.string().optional(),
    nobody: z.array(z.string()),
    amount: z.union([
      z.object({ column: z.string() }),
      z.object({ quantity: z.string(), price: z.string() }),
    ]),
    quantity: z.string().optional(),
    dimensions: z.array(dimension),
    decimals: z.number().int(),
  }),
});

/** A view of the shop's warehouse that a store asks. */
export interface LinesView {
  readonly base: number;
  readonly ingest: number;
  /** Numbers of the views that were made over it last, the newest at the end. */
  readonly views: readonly number[];
  readonly plan: ViewPlan;
}

/** The view that a store asks for its order lines; undefined where it has lines of its own. */
export const linesView = (reader: StoreReader): Promise<LinesView | undefined> =>
  memoizedPerTransaction(reader, 'lines view', async () => {
    const note = await knexForPartsOf(reader)('store_notes').where({ key: 'lines_view' }).first('value');
    return note === undefined ? undefined : noteSchema.parse(JSON.parse(note.value));
  });

/** @throws StoreError where the order lines are in a view, which nothing is written to */
export async function refuseInView(reader: StoreReader, what: string): Promise<void> {
  const view = await linesView(reader);
  if (view)
    throw new StoreError(
      `${what} is not possible here: this store asks ${view.plan.view} in ClickHouse and ` +
        'holds no order lines.',
      'Change the data in the warehouse, then: shopkeeper lines view. Files go into another store.',
    );
}
