import type { ParsedQuery } from '../answering/question.js';
import type { Shop } from '../answering/shop.js';
import { formatFor } from '../core/answer/format.js';
import { type Day, isoOf } from '../core/calendar/days.js';
import { GRAINS, periodOf } from '../core/calendar/grain.js';
import { NotUnderstood, ShopkeeperError } from '../core/errors.js';
import type { Query } from '../core/query/query.js';
import { isQueryText, queryText } from '../core/query/query-text.js';
import { parseQuestion } from '../language/parse/parse.js';
import { asGoal, GOAL_EXAMPLE, goalsLike } from '../query/goals/goals.js';
import { goalProgress } from '../query/goals/progress.js';
import { goalSentence } from '../query/goals/sentences.js';
import { addGoal, removeGoal } from '../store/tables/goals.js';

/** Who sets a goal, and when. */
interface SetBy {
  /** Slack user id; null on the server. */
  readonly person: string | null;
  readonly now: Date;
}

/**
 * Carries out what follows `goal`: `500k revenue this year`, `measure:revenue period:2026 goal:500000`,
 * `remove 2`. @returns what was done, in a sentence or two
 * @throws NotUnderstood, ShopkeeperError
 */
export async function changeGoals(shop: Shop, text: string, by: SetBy): Promise<string> {
  const words = text.trim();
  const removed = /^(?:remove|delete|drop)\b\s*#?(.*)$/i.exec(words);
  return removed ? remove(shop, removed[1] ?? '') : set(shop, words.replace(/^(?:set|add)\s+/i, ''), by);
}

async function remove(shop: Shop, number: string): Promise<string> {
  if (/^\d{1,9}$/.test(number) && (await removeGoal(shop.store, Number(number))))
    return `Goal ${Number(number)} is removed.`;
  throw new ShopkeeperError(
    number === '' ? 'Which goal? Name its number.' : `There is no goal ${number}.`,
    '`sales goals` lists them with their numbers.',
  );
}

async function set(shop: Shop, text: string, { person, now }: SetBy): Promise<string> {
  const { query, replaced, name, sentence } = await shop.read(async view => {
    const asked = await parseQuestion(asQuestionText(text, view.today()), view);
    const query = await asGoal(queryIn(asked), view);
    const progress = await goalProgress(query, view);
    return {
      query,
      replaced: await goalsLike(query, view),
      name: progress.name,
      sentence: goalSentence(progress, formatFor(view.currency)),
    };
  });
  const goal = { query: queryText(query), createdBy: person, createdAt: now.toISOString() };
  const id = await addGoal(shop.store, goal, replaced);
  const instead = replaced.length > 0 ? `, in place of goal ${replaced.join(' and ')}` : '';
  return `Goal ${id} is set${instead}. ${name}: ${sentence}`;
}

const SCALE = '\\s?(?:k|m|mn|million|thousand)\\b';
/** An amount at the start (`500k`, `500,000`), or one that is told from a year anywhere: `$1.2m`, `40k`. */
const FIRST = new RegExp(`^([$€£¥]?\\d[\\d.,]*(?:${SCALE})?)(?=\\s)`, 'i');
const ANYWHERE = new RegExp(
  `(?:\\b(?:of|to) )?(?<![\\w.,])([$€£¥]\\d[\\d.,]*(?:${SCALE})?|\\d[\\d.,]*${SCALE})`,
  'i',
);

/** What was said after `goal`, as our language reads a goal within a question. */
function asQuestionText(text: string, today: Day): string {
  if (text === '') throw unclear('What is the goal?');
  if (isQueryText(text)) return text;
  const found = FIRST.exec(text) ?? ANYWHERE.exec(text);
  const amount = found?.[1]?.replaceAll(' ', '').replace(/[.,]$/, '');
  const rest = found ? text.replace(found[0], ' ').replace(/^\s*(?:for|of|in)\s/i, ' ') : text;
  return `${withNext(rest, today)}${amount === undefined ? '' : ` goal of ${amount}`}`
    .replace(/\s+/g, ' ')
    .trim();
}

/** `next month` as its days: questions are about what was, and do not know it. */
const withNext = (text: string, today: Day): string =>
  text.replace(/\bnext (week|month|quarter|year)\b/gi, (_, word: string) => {
    const grain = GRAINS.find(g => g === word.toLowerCase()) ?? 'month';
    const { from, to } = periodOf(grain, periodOf(grain, today).to + 1);
    return `${isoOf(from)}..${isoOf(to)}`;
  });

/** @throws NotUnderstood if it is no query with a goal */
function queryIn({ query }: ParsedQuery): Query {
  if (query?.goal === undefined)
    throw new NotUnderstood('What is to be reached? I found no number for the goal.', [GOAL_EXAMPLE]);
  return query;
}

const unclear = (message: string): ShopkeeperError =>
  new ShopkeeperError(message, `For example: ${GOAL_EXAMPLE}`);
