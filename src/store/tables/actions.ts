import type { Day } from '../../core/calendar/days.js';
import { insertRows } from '../engine/bulk.js';
import { knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

/** An action that somebody has started. */
export interface StartedAction {
  readonly id: number;
  /** Which of the recommended actions: `win-back`. */
  readonly name: string;
  /** The question that lists whom it is for, as of its first day: `segment action win-back country:Spain`. */
  readonly question: string;
  /** Orders from the first to the last day count as its outcome. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The part of its customers that is left alone, in percent. */
  readonly heldOutPercent: number;
  /** The seed of the random draw that chose this part. */
  readonly seed: number;
  /** The Slack user id of who started it; null if it was started on the server. */
  readonly createdBy: string | null;
  readonly createdAt: string;
}

/** A customer of an action, by the shop's own id, as it was when the action was started. */
export interface ActionCustomer {
  readonly key: string;
  readonly isHeldOut: boolean;
}

const COLUMNS = {
  id: 'id',
  name: 'name',
  question: 'question',
  firstDay: 'first_day',
  lastDay: 'last_day',
  heldOutPercent: 'held_out_percent',
  seed: 'seed',
  createdBy: 'created_by',
  createdAt: 'created_at',
};

/** All actions in the order in which they were started. */
export const listActions = (reader: StoreReader): Promise<StartedAction[]> =>
  knexOf(reader)('actions').orderBy('id').select(COLUMNS);

/**
 * Changes whenever an action is added or removed. Ids are never used again and actions never change, so the
 * count and the last id are enough.
 */
export async function actionsVersion(reader: StoreReader): Promise<string> {
  const row = await knexOf(reader)<{ id: number }>('actions')
    .count({ count: 'id' })
    .max({ last: 'id' })
    .first();
  return `${row?.count ?? 0} ${row?.last ?? 0}`;
}

/** All customers of an action, ordered by key, and whether each is held out. */
export async function customersOfAction(reader: StoreReader, id: number): Promise<ActionCustomer[]> {
  const rows: { key: string; isHeldOut: boolean | number }[] = await knexOf(reader)('action_customers')
    .where({ action_id: id })
    .orderBy('customer_key')
    .select({ key: 'customer_key', isHeldOut: 'is_held_out' });
  // SQLite stores booleans as 0 and 1.
  return rows.map(row => ({ key: row.key, isHeldOut: Boolean(row.isHeldOut) }));
}

/** Adds an action with its customers. @returns its number */
export async function addAction(
  trx: WriteTransaction,
  {
    name,
    question,
    firstDay,
    lastDay,
    heldOutPercent,
    seed,
    createdBy,
    createdAt,
  }: Omit<StartedAction, 'id'>,
  customers: readonly ActionCustomer[],
): Promise<number> {
  const [made]: { id: number }[] = await knexOf(trx)('actions')
    .insert({
      name,
      question,
      first_day: firstDay,
      last_day: lastDay,
      held_out_percent: heldOutPercent,
      seed,
      created_by: createdBy,
      created_at: createdAt,
    })
    .returning('id');
  const id = Number(made?.id);
  await insertRows(
    trx,
    'action_customers',
    [
      { name: 'action_id', type: 'integer' },
      { name: 'customer_key', type: 'text' },
      { name: 'is_held_out', type: 'boolean' },
    ],
    customers.map(({ key, isHeldOut }) => [id, key, isHeldOut]),
  );
  return id;
}

/** @returns whether there was such an action */
export async function removeAction(trx: WriteTransaction, id: number): Promise<boolean> {
  await knexOf(trx)('action_customers').where({ action_id: id }).delete();
  return (await knexOf(trx)('actions').where({ id }).delete()) > 0;
}
