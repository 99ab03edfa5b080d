import type { Knex } from 'knex';
import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';

/**
 * Whether this is the first time that an id is seen within a span of time.
 * @param patienceMs how long it may wait for the store; an id that could not be stored is known to this
 * process only
 */
export type FirstTime = (id: string, withinMs: number, patienceMs?: number) => Promise<boolean>;

/** A person waits for the answer: forgetting an id at a restart is better than waiting for a long write. */
const PATIENCE_MS = 1_000;
const LONGEST_MS = 3_600_000;

/** Whether two points in time (milliseconds) are further apart than a span, whichever is the earlier. */
const isFar = (a: number, b: number, spanMs: number): boolean => Math.abs(a - b) > spanMs;

/**
 * Remembers ids: Slack repeats events, and people click twice. They are in the store, so that they survive a
 * restart and a second Shopkeeper knows them too, and in memory for while the store is locked by a writer.
 *
 * The span reaches both ways. After a clock was set back by some seconds, a repeated event is still known; an
 * id noted further ahead than the span came from a wrong clock, and is ignored.
 */
export function firstTimeIn(store: Store, now: () => Date): FirstTime {
  const recent = new Map<string, number>();
  return async (id, withinMs, patienceMs = PATIENCE_MS) => {
    const at = now().getTime();
    for (const [key, seen] of recent) if (isFar(seen, at, LONGEST_MS)) recent.delete(key);
    const seen = recent.get(id);
    if (seen !== undefined && !isFar(seen, at, withinMs)) return false;
    recent.set(id, at);
    try {
      return await store.write(async trx => {
        const isForgotten = (far: Knex.QueryBuilder, spanMs: number) =>
          far.where('handled_at', '<', at - spanMs).orWhere('handled_at', '>', at + spanMs);
        await knexOf(trx)('handled_events')
          .where(all => isForgotten(all, LONGEST_MS))
          .orWhere(own => own.where({ id }).where(one => isForgotten(one, withinMs)))
          .delete();
        const made: unknown[] = await knexOf(trx)('handled_events')
          .insert({ id, handled_at: at })
          .onConflict('id')
          .ignore()
          .returning('id');
        return made.length > 0;
      }, patienceMs);
    } catch {
      return true;
    }
  };
}
