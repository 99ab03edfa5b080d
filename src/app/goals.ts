import type { Shop } from '../answering/shop.js';
import { ShopkeeperError } from '../core/errors.js';
import { queryText } from '../core/query/query-text.js';
import { addGoal, removeGoal } from '../store/tables/goals.js';
import { type GoalToSet, readGoal } from './computing/read-goal.js';

/** Who sets a goal, and when. */
interface SetBy {
  /** Slack user id; null on the server. */
  readonly person: string | null;
  readonly now: Date;
}

/**
 * Carries out what follows `goal`: `500k revenue this year`, `measure:revenue period:2026 goal:500000`,
 * `remove 2`. @returns what was done, in a sentence or two
 * @param read reads a goal; in this thread unless given
 * @throws NotUnderstood, ShopkeeperError
 */
export async function changeGoals(
  shop: Shop,
  text: string,
  by: SetBy,
  read: (text: string) => Promise<GoalToSet> = goal => readGoal(shop, goal),
): Promise<string> {
  const words = text.trim();
  const removed = /^(?:remove|delete|drop)\b\s*#?(.*)$/i.exec(words);
  if (removed) return remove(shop, removed[1] ?? '');
  return set(shop, await read(words.replace(/^(?:set|add)\s+/i, '')), by);
}

async function remove(shop: Shop, number: string): Promise<string> {
  if (/^\d{1,9}$/.test(number) && (await removeGoal(shop.store, Number(number))))
    return `Goal ${Number(number)} is removed.`;
  throw new ShopkeeperError(
    number === '' ? 'Which goal? Name its number.' : `There is no goal ${number}.`,
    '`sales goals` lists them with their numbers.',
  );
}

async function set(
  shop: Shop,
  { query, replaced, name, sentence }: GoalToSet,
  { person, now }: SetBy,
): Promise<string> {
  const goal = { query: queryText(query), createdBy: person, createdAt: now.toISOString() };
  const id = await addGoal(shop.store, goal, replaced);
  const instead = replaced.length > 0 ? `, in place of goal ${replaced.join(' and ')}` : '';
  return `Goal ${id} is set${instead}. ${name}: ${sentence}`;
}
