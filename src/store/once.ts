import type { Store } from './store.js';

/** Whether this is the first time that an id is seen within a span of time. */
export type FirstTime = (id: string, withinMs: number) => Promise<boolean>;

/** A person waits for the answer; rather forget over a restart than make them wait for a long write. */
const PATIENCE_MS = 1_000;
const LONGEST_MS = 3_600_000;

/**
 * Remembers ids: Slack repeats events, and people press twice. Kept in the store, so that a restart and a second
 * Shopkeeper know them too, and in memory for when the store is being written to.
 */
export function firstTimeIn(store: Store, now: () => Date): FirstTime {
  const recent = new Map<string, number>();
  return async (id, withinMs) => {
    const moment = now().getTime();
    for (const [key, seen] of recent) if (seen < moment - LONGEST_MS) recent.delete(key);
    const seen = recent.get(id);
    if (seen !== undefined && seen >= moment - withinMs) return false;
    recent.set(id, moment);
    try {
      return await store.write(async trx => {
        await trx('handled_events')
          .where('handled_at', '<', moment - LONGEST_MS)
          .delete();
        await trx('handled_events')
          .where({ id })
          .where('handled_at', '<', moment - withinMs)
          .delete();
        const made: unknown[] = await trx('handled_events')
          .insert({ id, handled_at: moment })
          .onConflict('id')
          .ignore()
          .returning('id');
        return made.length > 0;
      }, PATIENCE_MS);
    } catch {
      return true;
    }
  };
}
