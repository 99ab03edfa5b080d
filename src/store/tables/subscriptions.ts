import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader } from '../engine/transaction.js';

/** A digest that somebody subscribed to. */
export interface Subscription {
  readonly id: number;
  /** Id of a channel, or of a conversation with a person. */
  readonly channel: string;
  /** Minute hour day month weekday, in the zone. */
  readonly cron: string;
  readonly zone: string;
  readonly grain: 'day' | 'week' | 'month';
  /** Its options as typed: `monthly map:eleven country:Spain`. */
  readonly request: string;
  /** The Slack user id of the person it is sent to, if it is for one person. */
  readonly person: string | null;
  /** The Slack user id of the subscriber. */
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly isPaused: boolean;
}

const COLUMNS = {
  id: 'id',
  channel: 'channel',
  cron: 'cron',
  zone: 'zone',
  grain: 'grain',
  request: 'request',
  person: 'person',
  createdBy: 'created_by',
  createdAt: 'created_at',
  isPaused: 'paused',
};

/** All subscriptions in the order in which they were created. */
export async function listSubscriptions(reader: StoreReader): Promise<Subscription[]> {
  const rows: Subscription[] = await knexOf(reader)('digest_subscriptions').orderBy('id').select(COLUMNS);
  // SQLite stores booleans as numbers.
  return rows.map(row => ({ ...row, isPaused: Boolean(row.isPaused) }));
}

/** @returns the new subscription's id */
export const addSubscription = (
  store: Pick<Store, 'write'>,
  subscription: Omit<Subscription, 'id' | 'isPaused'>,
): Promise<number> =>
  store.write(async trx => {
    const row = Object.entries({ ...subscription, isPaused: false }).map(([name, value]) => [
      COLUMNS[name as keyof Subscription],
      value,
    ]);
    const [made]: { id: number }[] = await knexOf(trx)('digest_subscriptions')
      .insert(Object.fromEntries(row))
      .returning('id');
    return Number(made?.id);
  });

/** @returns whether there was such a subscription */
export const removeSubscription = (store: Pick<Store, 'write'>, id: number): Promise<boolean> =>
  store.write(async trx => (await knexOf(trx)('digest_subscriptions').where({ id }).delete()) > 0);

/**
 * Pauses or resumes a subscription. Digests that were due during the pause are not posted later.
 * @returns whether there was such a subscription
 */
export const pauseSubscription = (
  store: Pick<Store, 'write'>,
  id: number,
  isPaused: boolean,
  now: string,
): Promise<boolean> =>
  store.write(
    async trx =>
      (await knexOf(trx)('digest_subscriptions')
        .where({ id })
        .update({ paused: isPaused, ...(!isPaused && { created_at: now }) })) > 0,
  );
