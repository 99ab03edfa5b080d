import { knexOf } from '../engine/connection.js';
import { memoizedByDataVersion } from '../engine/memoize.js';
import { partOf } from '../engine/part.js';
import type { StoreReader } from '../engine/transaction.js';
import { linesOf } from '../lines/index.js';

/** The first order of a customer who has none. */
export const NEVER = 2 ** 31 - 1;

/** Marks, by customer id, who placed an order before a day, whatever it was of; 1 is marked. */
export async function boughtBefore(reader: StoreReader, day: number): Promise<Uint8Array> {
  const firstDays = await firstOrderDays(reader);
  const marks = new Uint8Array(firstDays.length);
  for (let customer = 0; customer < marks.length; customer++)
    if (firstDays[customer]! < day) marks[customer] = 1;
  return marks;
}

/** Whether any customer has bought, so that there can be segments: returns alone make none. */
export const hasBuyers = (reader: StoreReader): Promise<boolean> =>
  memoizedByDataVersion(reader, 'has buyers', () => findBuyer(reader));

/** Ends at the first line that shows that there is one. */
async function findBuyer(reader: StoreReader): Promise<boolean> {
  const { scan } = await linesOf(reader);
  for await (const lines of scan({ filters: [] }, ['customer', 'isReturn'])) {
    const isReturn = lines.column('isReturn');
    // Customer 0 stands for lines that name none.
    if (lines.column('customer').some((customer, i) => customer > 0 && isReturn[i] === 0)) return true;
  }
  if (partOf(reader)) return false;
  return (await knexOf(reader)('customer_summaries').first('customer_id')) !== undefined;
}

/** The day of each customer's first order ever, by customer id; `NEVER` if there is none. */
export const firstOrderDays = (reader: StoreReader): Promise<Int32Array> =>
  memoizedByDataVersion(reader, 'first order days', async () =>
    (await linesOf(reader)).firstDays({ filters: [] }, NEVER),
  );
