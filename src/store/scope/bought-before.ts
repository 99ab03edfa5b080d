import { scan } from '../columns/index.js';
import type { StoreReader } from '../engine/transaction.js';
import { highestCustomer } from '../tables/customers.js';

/** A day before all others. */
const FIRST_DAY = -1_000_000;

/** Marks, by customer id, who placed an order before a day, whatever it was of; 1 is marked. */
export async function boughtBefore(reader: StoreReader, day: number): Promise<Uint8Array> {
  const marks = new Uint8Array((await highestCustomer(reader)) + 1);
  const range = { from: FIRST_DAY, to: day - 1 };
  for await (const lines of scan(reader, { range, filters: [] }, ['customer', 'isReturn', 'day'])) {
    const [customer, isReturn] = [lines.column('customer'), lines.column('isReturn')];
    for (let i = 0; i < customer.length; i++) if (isReturn[i] === 0) marks[customer[i] as number] = 1;
  }
  return marks;
}
