import type { ShopView } from '../../answering/shop.js';
import { scopeText } from '../../core/answer/scope.js';
import { type Day, isoOf } from '../../core/calendar/days.js';
import type { DayRange } from '../../core/calendar/grain.js';
import { showRange } from '../../core/calendar/grain.js';
import { type Query, queryOf } from '../../core/query/query.js';
import type { QueryMeasure } from '../measures.js';
import { resolveQuery, runGroups } from '../run.js';
import { settingOf } from '../setting.js';

/** Where a goal stands: before its first day, under way by an even pace, or at its end. */
export type GoalState = 'not begun' | 'on pace' | 'off pace' | 'reached' | 'missed';

/** How far a goal has come by a day. Figures in the unit of its measure, money in major units. */
export interface GoalProgress {
  readonly measure: QueryMeasure;
  /** What it is of, as people read it: `Revenue in 2026 (country is Spain)`. */
  readonly name: string;
  readonly range: DayRange;
  readonly target: number;
  readonly soFar: number;
  /** The last day that counts: no later than the data, and no later than the goal's own last day. */
  readonly through: Day;
  /** The part of its days that have passed, 0 to 1. */
  readonly passed: number;
  readonly state: GoalState;
  /** What it comes to by the end at the pace so far; undefined unless it is under way. */
  readonly atThisPace?: number;
  /** What each of the days that are left has to bring; undefined unless it is under way and not reached. */
  readonly perDay?: { readonly needed: number; readonly soFar: number; readonly days: number };
  /** The day on which the sum first reached the target. */
  readonly reachedOn?: Day;
}

/**
 * Adds up a goal day by day, up to a day. The pace is even through the days: no season is reckoned with.
 * @param goal a query with a period and a goal
 * @param upTo later days do not count, where the data has them
 * @throws NotUnderstood, ShopkeeperError if the data no longer has what it names
 */
export async function goalProgress(goal: Query, view: ShopView, upTo?: Day): Promise<GoalProgress> {
  const whole = await settingOf(goal, view);
  const range = whole.period?.range;
  if (!range || goal.goal === undefined) throw new Error('A goal has a period and a target.');
  const through = Math.min(range.to, whole.data.to, upTo ?? whole.data.to);
  const named = await resolveQuery(goal, whole);
  const [measure] = named.measures;
  if (!measure) throw new Error('A query has at least one measure.');
  const kept = scopeText(named.kept);
  const facts = {
    measure,
    name: `${measure.label} in ${showRange(range)}${kept && ` (${kept})`}`,
    range,
    target: goal.goal,
    through,
  };
  if (through < range.from) return { ...facts, soFar: 0, passed: 0, state: 'not begun' };
  const days = await dailyFigures(goal, { from: range.from, to: through }, view);
  return { ...facts, ...standing(days, facts) };
}

/** The figure of each day with one, in order, and the sum. */
async function dailyFigures(goal: Query, { from, to }: DayRange, view: ShopView) {
  const { goal: _, ...rest } = goal;
  const daily = queryOf({ ...rest, rows: 'groups', by: ['day'], period: `${isoOf(from)}..${isoOf(to)}` });
  const setting = await settingOf(daily, view);
  const { rows, total } = await runGroups(await resolveQuery(daily, setting), setting);
  const days = rows.map(row => ({ day: row.ids[0] ?? from, value: row.values[0] ?? 0 }));
  return { sum: total[0] ?? 0, days: days.sort((a, b) => a.day - b.day) };
}

function standing(
  { sum, days }: Awaited<ReturnType<typeof dailyFigures>>,
  { range, target, through }: Pick<GoalProgress, 'range' | 'target' | 'through'>,
): Pick<GoalProgress, 'soFar' | 'passed' | 'state' | 'atThisPace' | 'perDay' | 'reachedOn'> {
  const over = through - range.from + 1;
  const passed = over / (range.to - range.from + 1);
  const left = range.to - through;
  if (sum >= target) {
    let running = 0;
    const on = days.find(({ value }) => {
      running += value;
      // Cents as fractions add up to a hair less than they are.
      return running >= target - 1e-6;
    });
    return { soFar: sum, passed, state: 'reached', ...(on && { reachedOn: on.day }) };
  }
  if (left === 0) return { soFar: sum, passed, state: 'missed' };
  const atThisPace = sum / passed;
  return {
    soFar: sum,
    passed,
    state: atThisPace >= target ? 'on pace' : 'off pace',
    atThisPace,
    perDay: { needed: (target - sum) / left, soFar: sum / over, days: left },
  };
}
