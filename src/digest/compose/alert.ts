import { askable } from '../../answering/askable.js';
import type { ShopView } from '../../answering/shop.js';
import { type Answer, answerOf } from '../../core/answer/answer.js';
import { formatFor, plural } from '../../core/answer/format.js';
import { isoOf, showDay } from '../../core/calendar/days.js';
import type { DayRange } from '../../core/calendar/grain.js';
import { ShopkeeperError } from '../../core/errors.js';
import { queryOf } from '../../core/query/query.js';
import { asQueryFilter } from '../../query/goals/filters.js';
import { type Goal, goalsOf } from '../../query/goals/goals.js';
import { goalSentences, goalTable } from '../../query/goals/shown.js';
import { measureCalled } from '../../query/measures.js';
import type { Filter } from '../../store/scope/sums.js';
import type { Alert, Digest } from './digest.js';
import { type DigestPeriods, periodTitle, periodWord } from './periods.js';

interface Watched {
  readonly shop: ShopView;
  readonly periods: DigestPeriods;
  readonly data: DayRange;
  readonly filters: readonly Filter[];
}

/**
 * An alert about the last whole period: one message with the figures, or nothing to post. A run of a
 * subscription is of one period, so nothing is told twice.
 */
export async function alertDigest(alert: Alert, watched: Watched): Promise<Digest> {
  const found =
    alert.kind === 'off pace' ? await offPaceAnswer(watched) : await outOfLineAnswer(alert, watched);
  const { headline, isFound, sameAsBefore } = found;
  const { periods, shop } = watched;
  return {
    periods,
    headline: { ...headline, followUps: await askable(headline.followUps, shop) },
    thread: [],
    ...(!isFound && { withheld: headline.headline }),
    ...(sameAsBefore && { sameAsBefore }),
  };
}

interface Found {
  readonly headline: Answer;
  readonly isFound: boolean;
  /** Rows, by their number, that were in the same state a period ago. */
  readonly sameAsBefore?: readonly number[];
}

/** What `sales anomalies` says of the period: what came in, what is usual, and what explains it. */
async function outOfLineAnswer(
  { grain, measure = 'revenue', floor }: Extract<Alert, { kind: 'out of line' }>,
  { shop, periods, filters }: Watched,
): Promise<Found> {
  const query = queryOf({
    rows: 'total',
    measures: [measure],
    period: periodWord(periods.period),
    where: filters.map(asQueryFilter),
  });
  const answer = await shop.answer({ family: 'sales', question: 'anomalies', query, grain, floor });
  const label = measure === 'revenue' ? undefined : measureCalled(measure)?.label;
  const what = label === undefined ? 'Out of line' : `${label} out of line`;
  return {
    headline: { ...answer, title: `${what}: ${periodTitle(periods)}` },
    isFound: answer.rows.length > 0,
  };
}

/**
 * The goals that an even pace would not reach, and those that were missed with a last day of the period.
 * @throws ShopkeeperError where a part of the shop is seen
 */
async function offPaceAnswer({ shop, periods, data }: Watched): Promise<Found> {
  if (shop.part)
    throw new ShopkeeperError(
      'Goals are of the whole shop, and a part of it may be seen here.',
      'Send this alert to somebody, or to a channel, that may see all of it.',
    );
  const { from, to } = periods.period;
  const goals = (await goalsOf(shop, to)).filter(
    ({ progress }) =>
      progress?.state === 'off pace' || (progress?.state === 'missed' && progress.range.to >= from),
  );
  const before = goals.length === 0 ? [] : await goalsOf(shop, periods.before.to);
  const headline = answerOf({
    question: 'sales goals',
    title: 'Goals off pace',
    scope: [{ kind: 'words', text: `As of ${showDay(Math.min(to, data.to))}` }],
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: offPaceText(goals),
    ...goalTable(goals),
    observations: goalSentences(goals, formatFor(shop.currency)),
  });
  return {
    headline,
    isFound: goals.length > 0,
    sameAsBefore: goals.flatMap(({ id, progress }) => {
      const then = before.find(goal => goal.id === id)?.progress?.state;
      return then === progress?.state ? [id] : [];
    }),
  };
}

/** `2 goals are off pace, and 1 was missed.` */
function offPaceText(goals: readonly Goal[]): string {
  const missed = goals.filter(({ progress }) => progress?.state === 'missed').length;
  const off = goals.length - missed;
  if (off === 0) return missed === 0 ? 'No goal is off pace.' : `${plural(missed, 'goal')} missed.`;
  const also = missed === 0 ? '' : `, and ${missed} ${missed === 1 ? 'was' : 'were'} missed`;
  return `${plural(off, 'goal')} ${off === 1 ? 'is' : 'are'} off pace${also}.`;
}
