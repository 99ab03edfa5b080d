import type { ShopView } from '../../answering/shop.js';
import { type Day, isoOf } from '../../core/calendar/days.js';
import type { DayRange } from '../../core/calendar/grain.js';
import { ShopkeeperError } from '../../core/errors.js';
import { type Query, queryOf } from '../../core/query/query.js';
import { parseQueryText, queryText } from '../../core/query/query-text.js';
import { listGoals, type StoredGoal } from '../../store/tables/goals.js';
import { resolveQuery } from '../run.js';
import { addsOverTime } from '../series.js';
import { settingOf } from '../setting.js';
import { type GoalProgress, goalProgress } from './progress.js';

export const GOAL_EXAMPLE = 'goal 500k revenue this year';

/** A goal with its progress, or why it has none any more: the data may have lost a column it names. */
export type Goal = StoredGoal &
  (
    | { readonly progress: GoalProgress; readonly problem?: undefined }
    | { readonly problem: string; readonly progress?: undefined }
  );

/**
 * A query as a goal can be kept: one measure that adds up over time, days that stay the same tomorrow, and
 * filters.
 * @throws NotUnderstood, ShopkeeperError saying what a goal cannot be of
 */
export async function asGoal(query: Query, view: ShopView): Promise<Query> {
  const { where, who, map, goal, fiscalStart, orderHas } = query;
  const setting = await settingOf(query, view);
  const { measures } = await resolveQuery(query, setting);
  const [measure] = measures;
  const refuse = (message: string): never => {
    throw new ShopkeeperError(message, `For example: ${GOAL_EXAMPLE}`);
  };
  if (goal === undefined) return refuse('What is to be reached? A goal needs a number.');
  if (!setting.period) return refuse('By when? A goal needs a period.');
  if (
    query.rows !== 'total' ||
    query.rank ||
    query.versus !== undefined ||
    query.partOf ||
    query.per ||
    query.asOf ||
    orderHas
  )
    return refuse('A goal is of a measure, a period and filters, without groups, lists or comparisons.');
  if (measures.length !== 1 || !measure)
    return refuse(`A goal is of one measure, not of ${measures.length}.`);
  if (measure.isRatio || measure.isExpected || !addsOverTime(measure))
    return refuse(
      `A goal is of what adds up day by day, such as revenue or orders. ${measure.label} does not.`,
    );
  if (where.some(({ field }) => ['customer', 'order', 'email', 'name'].includes(field)))
    return refuse('A goal is not of single customers or orders: others read it.');
  const { from, to } = setting.period.range;
  return queryOf({
    rows: 'total',
    measures: [measure.key],
    period: `${isoOf(from)}..${isoOf(to)}`,
    where,
    goal,
    ...(who && { who }),
    ...(map !== undefined && { map }),
    ...(fiscalStart !== undefined && { fiscalStart }),
  });
}

/**
 * The goals of a figure that is asked for: of the same measure, days and filters. None where a part of the
 * shop is seen, as goals are of all of it.
 */
export async function goalsOfFigure(
  { measure, range, where, who }: GoalFigure,
  view: ShopView,
): Promise<Goal[]> {
  if (view.part) return [];
  const query = queryOf({
    rows: 'total',
    measures: [measure],
    period: `${isoOf(range.from)}..${isoOf(range.to)}`,
    where: [...where],
    ...(who && { who }),
  });
  const same = await goalsLike(query, view);
  return same.length === 0 ? [] : (await goalsOf(view)).filter(({ id }) => same.includes(id));
}

/** A figure that there may be a goal for. */
interface GoalFigure {
  readonly measure: string;
  readonly range: DayRange;
  readonly where: Query['where'];
  readonly who?: Query['who'];
}

/** The numbers of the goals of the same measure, days and filters, whatever their target. */
export async function goalsLike(query: Query, view: ShopView): Promise<number[]> {
  const what = (of: Query) => queryText({ ...of, goal: undefined });
  return (await listGoals(view.store))
    .filter(g => what(parseQueryText(g.query)) === what(query))
    .map(g => g.id);
}

/**
 * All goals and where they stand.
 * @param upTo later days do not count, where the data has them
 */
export async function goalsOf(view: ShopView, upTo?: Day): Promise<Goal[]> {
  const goals: Goal[] = [];
  // One at a time: a transaction has one connection.
  for (const goal of await listGoals(view.store)) {
    try {
      goals.push({ ...goal, progress: await goalProgress(parseQueryText(goal.query), view, upTo) });
    } catch (error) {
      if (!(error instanceof ShopkeeperError)) throw error;
      goals.push({ ...goal, problem: error.message });
    }
  }
  return goals;
}
