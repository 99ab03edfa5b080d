import { setImmediate as breathe } from 'node:timers/promises';
import type { Knex } from 'knex';

/** What knex says of a statement in its events. */
interface StatementEvent {
  readonly __knexQueryUid: string;
}

/**
 * Does work in a transaction, and does not end before every statement of it has: SQLite's driver has several
 * threads, so that a `ROLLBACK` can overtake a statement that nobody waited for, whose rows would then stay.
 */
export async function withNothingUnderWay<T>(
  trx: Knex.Transaction,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  const underWay = new Set<string>();
  const ended = (_: unknown, { __knexQueryUid: id }: StatementEvent) => underWay.delete(id);
  trx.on('query', ({ __knexQueryUid: id }: StatementEvent) => underWay.add(id));
  trx.on('query-response', ended);
  trx.on('query-error', ended);
  try {
    return await work(trx);
  } finally {
    // A statement may follow from the one before it.
    do await breathe();
    while (underWay.size > 0);
  }
}
