import type { Store } from './store.js';

/**
 * Whether this is the first time that an id is seen within a span of time. Kept in the store, so that a restart
 * and a second Shopkeeper know it too: Slack repeats events, and people press twice.
 */
export async function firstTime(store: Store, id: string, now: Date, withinMs: number): Promise<boolean> {
  await store
    .db('handled_events')
    .where('handled_at', '<', now.getTime() - withinMs)
    .andWhere({ id })
    .delete();
  const result: unknown[] = await store
    .db('handled_events')
    .insert({ id, handled_at: now.getTime() })
    .onConflict('id')
    .ignore()
    .returning('id');
  return result.length > 0;
}

/** Forgets ids that were seen before a moment. */
export async function forgetBefore(store: Store, moment: Date): Promise<void> {
  await store.db('handled_events').where('handled_at', '<', moment.getTime()).delete();
}
