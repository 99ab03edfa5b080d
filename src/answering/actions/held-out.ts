import { createHash } from 'node:crypto';
import type { ActionCustomer } from '../../store/tables/actions.js';

/**
 * Draws the part of customers that is left alone. Their order is that of the SHA-256 of seed and key, so the
 * same seed always draws the same customers, in any order and on any database.
 * @param percent of all; at least one of two or more is held out
 */
export function heldOutOf(keys: readonly string[], percent: number, seed: number): ActionCustomer[] {
  const drawn = keys
    .map(key => ({ key, place: createHash('sha256').update(`${seed}\n${key}`).digest('hex') }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const count = keys.length < 2 ? 0 : Math.max(1, Math.round((keys.length * percent) / 100));
  return drawn.map(({ key }, i) => ({ key, isHeldOut: i < count }));
}

/** A seed of 31 bits that follows from a text. */
export const seedOf = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) & 0x7fffffff;
