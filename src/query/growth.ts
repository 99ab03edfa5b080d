import { type DayRange, periodBefore, periodOf } from '../core/calendar/grain.js';
import { reachesBack } from '../core/calendar/period.js';
import type { QueryField } from './field.js';
import { figuresFor } from './figures.js';
import type { ResolvedQuery } from './resolve.js';
import type { Setting } from './setting.js';

/** A period with its figures. */
interface PeriodGroup {
  readonly ids: readonly number[];
  readonly values: readonly (number | null)[];
}

/**
 * The change of the first measure from the period before, as a fraction, by the number of each period. None
 * of a period that the days do not cover whole, nor against one: half a month would look like a fall. The
 * first period is held against the one before it, where the data has it.
 */
export async function growthOf(
  groups: readonly PeriodGroup[],
  field: QueryField,
  resolved: ResolvedQuery,
  days: DayRange,
  setting: Setting,
): Promise<ReadonlyMap<number, number | null>> {
  const inTime = [...groups].sort((a, b) => idOf(a) - idOf(b));
  const growth = new Map<number, number | null>();
  const isWhole = (id: number): boolean => {
    const range = rangeOf(field, id, setting);
    return reachesBack(range, days.from) && range.to <= days.to;
  };
  let before =
    inTime[0] && (await valueBefore(rangeOf(field, idOf(inTime[0]), setting), resolved, field, setting));
  for (const group of inTime) {
    const id = idOf(group);
    const value = group.values[0] ?? null;
    growth.set(id, isWhole(id) ? changeFrom(before ?? null, value) : null);
    before = isWhole(id) ? value : null;
  }
  return growth;
}

const idOf = ({ ids }: PeriodGroup): number => ids[0] as number;

/** The days of a period: calendar periods are numbered by their first day. */
const rangeOf = ({ grain, rangeOf: own }: QueryField, id: number, setting: Setting): DayRange =>
  grain ? periodOf(grain, id) : (own?.(id, setting) ?? { from: id, to: id });

/** The first measure in the period before the first that is asked for; null unless the data has all of it. */
async function valueBefore(
  first: DayRange,
  { measured, lines }: ResolvedQuery,
  { grain, rangeOf: own, idsIn }: QueryField,
  setting: Setting,
): Promise<number | null> {
  const [measure] = measured;
  const [idBefore] = idsIn?.({ from: first.from - 1, to: first.from - 1 }, setting) ?? [];
  const range = grain
    ? periodBefore(grain, first.from)
    : idBefore !== undefined
      ? own?.(idBefore, setting)
      : undefined;
  if (!measure || !range || !reachesBack(range, setting.data.from) || range.to > setting.data.to) return null;
  const { total } = await figuresFor(measured, [], { ...lines, range }, range, setting);
  return measure.of(total, setting.view.currency);
}

const changeFrom = (before: number | null, now: number | null): number | null =>
  before === null || now === null || before <= 0
    ? null
    : Math.round(((now - before) / before) * 1e6) / 1e6 + 0;
