import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader } from '../engine/transaction.js';

/** A goal that somebody set. */
export interface StoredGoal {
  readonly id: number;
  /** Measure, days, filters and target as a query: `measure:revenue period:2026 goal:500000`. */
  readonly query: string;
  /** The Slack user id of who set it; null if it was set on the server. */
  readonly createdBy: string | null;
  readonly createdAt: string;
}

const COLUMNS = { id: 'id', query: 'query', createdBy: 'created_by', createdAt: 'created_at' };

/** All goals in the order in which they were set. */
export const listGoals = (reader: StoreReader): Promise<StoredGoal[]> =>
  knexOf(reader)('goals').orderBy('id').select(COLUMNS);

/** Tells one state of the goals from another. Numbers are not given twice, and goals never change. */
export async function goalsVersion(reader: StoreReader): Promise<string> {
  const row = await knexOf(reader)<{ id: number }>('goals')
    .count({ count: 'id' })
    .max({ last: 'id' })
    .first();
  return `${row?.count ?? 0} ${row?.last ?? 0}`;
}

/**
 * Adds a goal.
 * @param replaced the numbers of the goals in whose place it is set
 * @returns its number
 */
export const addGoal = (
  store: Pick<Store, 'write'>,
  { query, createdBy, createdAt }: Omit<StoredGoal, 'id'>,
  replaced: readonly number[],
): Promise<number> =>
  store.write(async trx => {
    const knex = knexOf(trx);
    if (replaced.length > 0) await knex('goals').whereIn('id', replaced).delete();
    const [made]: { id: number }[] = await knex('goals')
      .insert({ query, created_by: createdBy, created_at: createdAt })
      .returning('id');
    return Number(made?.id);
  });

/** @returns whether there was such a goal */
export const removeGoal = (store: Pick<Store, 'write'>, id: number): Promise<boolean> =>
  store.write(async trx => (await knexOf(trx)('goals').where({ id }).delete()) > 0);
