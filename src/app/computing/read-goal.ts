import type { ParsedQuery } from '../../answering/question.js';
import type { Shop } from '../../answering/shop.js';
import { formatFor } from '../../core/answer/format.js';
import { type Day, isoOf } from '../../core/calendar/days.js';
import { GRAINS, periodOf } from '../../core/calendar/grain.js';
import { NotUnderstood, ShopkeeperError } from '../../core/errors.js';
import type { Query } from '../../core/query/query.js';
import { isQueryText } from '../../core/query/query-text.js';
import { parseQuestion } from '../../language/parse/parse.js';
import { asGoal, GOAL_EXAMPLE, goalsLike } from '../../query/goals/goals.js';
import { goalProgress } from '../../query/goals/progress.js';
import { goalSentence } from '../../query/goals/sentences.js';

/** A goal as it was read, and where it stands. */
export interface GoalToSet {
  readonly query: Query;
  /** The goals that it takes the place of, by their numbers. */
  readonly replaced: readonly number[];
  readonly name: string;
  readonly sentence: string;
}

/** Reads a goal and computes where it stands. @throws NotUnderstood, ShopkeeperError */
export const readGoal = (shop: Shop, text: string): Promise<GoalToSet> =>
  shop.read(async view => {
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
