import { isActionable, isCircumstance } from '../../../answering/field-roles.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import type { DayRange } from '../../../core/calendar/grain.js';
import { median } from '../../../core/statistics.js';
import { fieldCalled } from '../../../query/fields.js';
import { figuresFor, keyOf } from '../../../query/figures.js';
import { NO_FIGURES } from '../../../query/measures.js';
import type { Series } from '../../../query/series.js';
import type { Setting } from '../../../query/setting.js';
import { type GroupBy, groupNames } from '../../../store/scope/sums.js';
import { listValues } from '../../../store/tables/dimensions.js';
import { contribution, hasContributions } from './contribution.js';
import { type AnomalyGrain, type Cause, type OutOfLine, SHAPES } from './figures.js';
import { linesOfMovedMost } from './moved-most.js';
import { onDaysOf } from './on-days.js';

/** Of a dimension with more values, those that moved most are looked at: all of them would take seconds. */
const MOST_VALUES = 200;
/** What is usual for a value is the median of so many periods on each side, of days of the same weekday. */
const BESIDE = 4;

/**
 * The one value of one dimension that explains most of each difference: what it brought against the median
 * of what it brought in the same places of the seasons around; of a mean or a rate, what it moved that by.
 */
export async function withCauses(
  found: readonly OutOfLine[],
  series: Series,
  grain: AnomalyGrain,
  setting: Setting,
): Promise<OutOfLine[]> {
  const { measure, resolved } = series;
  if (!hasContributions(measure) || found.length === 0) return [...found];
  const time = await fieldCalled(grain, setting).groupBy(setting);
  const around = new Map(found.map(one => [one, besideOf(one, series, grain)]));
  const lines = onDaysOf(
    [...around].flatMap(([one, beside]) => [one.period, ...beside]),
    resolved.lines,
  );
  const groupsOf = async (by: readonly GroupBy[], of = lines) =>
    (await figuresFor([measure], by, of, undefined, setting)).groups;
  const whole = measure.isRatio ? await groupsOf([time]) : undefined;
  const best = new Map<OutOfLine, Cause>();
  for (const { field, count } of await searchedFields(series, setting)) {
    const own =
      count <= MOST_VALUES
        ? lines
        : await linesOfMovedMost(field, { around, series, time, setting }, lines, MOST_VALUES);
    const groups = await groupsOf([field.by, time], own);
    const ids = [...new Set([...groups.values()].map(g => g.ids[0]!))];
    const of = (id: number, period: DayRange) =>
      contribution(
        measure,
        groups.get(keyOf([id, period.from])) ?? NO_FIGURES,
        whole?.get(keyOf([period.from])) ?? NO_FIGURES,
        setting.view.currency,
      );
    for (const [one, beside] of around) {
      const cause = causeIn(one, beside, ids, of);
      if (!cause || cause.share <= (best.get(one)?.share ?? LEAST_SHARE)) continue;
      const name = (await groupNames(setting.view.store, field.by, [cause.id])).get(cause.id);
      best.set(one, { field, name: name?.label ?? String(name?.key ?? ''), ...cause });
    }
  }
  return found.map(one => {
    const cause = best.get(one);
    return cause?.name ? { ...one, cause } : one;
  });
}

/** The dimensions that one can act on, else all that may explain anything; with how many values they have. */
async function searchedFields({ resolved: { lines } }: Series, { fields, view }: Setting) {
  const filtered = new Set(lines.filters.map(f => f.field.key));
  const open: { readonly field: GroupingField; readonly count: number }[] = [];
  for (const field of fields) {
    if (field.by.kind !== 'dimension' || isCircumstance(field) || filtered.has(field.key)) continue;
    const count = (await listValues(view.store, field.by.dimension)).length;
    if (count >= 2) open.push({ field, count });
  }
  const levers = open.filter(({ field }) => isActionable(field));
  return levers.length > 0 ? levers : open;
}

/** The periods that one is held against: those around it, of days the same weekdays. */
function besideOf({ period }: OutOfLine, { periods }: Series, grain: AnomalyGrain): DayRange[] {
  const at = periods.findIndex(p => p.from === period.from);
  // Weeks and months are held against those around them: a year away, a value may be another.
  const apart = grain === 'day' ? SHAPES.day.season : 1;
  return Array.from({ length: BESIDE }, (_, k) => [at - (k + 1) * apart, at + (k + 1) * apart])
    .flat()
    .flatMap(i => periods[i] ?? []);
}

/** One value explains something if a quarter of the difference is its own. */
const LEAST_SHARE = 0.25;

function causeIn(
  { period, value, usual }: OutOfLine,
  beside: readonly DayRange[],
  ids: readonly number[],
  of: (id: number, period: DayRange) => number,
): { id: number; difference: number; share: number } | undefined {
  const whole = value - usual;
  if (beside.length === 0 || whole === 0) return undefined;
  let most: { id: number; difference: number; share: number } | undefined;
  for (const id of ids) {
    const difference = of(id, period) - (median(beside.map(p => of(id, p))) ?? 0);
    const share = difference / whole;
    if (share > (most?.share ?? 0)) most = { id, difference, share };
  }
  return most;
}
