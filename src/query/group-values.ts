import { partsOf } from '../core/calendar/days.js';
import { type DayRange, periodOf } from '../core/calendar/grain.js';
import { NotUnderstood } from '../core/errors.js';
import { unitsPerMajor } from '../core/money/currencies.js';
import { averageOf } from '../measures/measures.js';
import type { GroupBy, LineScope } from '../store/scope/sums.js';
import { type Figures, figuresFor } from './figures.js';
import { type QueryMeasure, ratio } from './measure.js';
import { NO_FIGURES } from './measures.js';
import { PART_SHARE, PART_WHOLE, shareOf } from './part-of.js';
import type { PerPeriod } from './per-period.js';
import type { Setting } from './setting.js';

type Value = number | null;

/** The measures over everything in scope, and of each group by its key. */
export interface GroupValues {
  readonly total: readonly Value[];
  /** Of a group without lines. */
  readonly none: readonly Value[];
  readonly groups: ReadonlyMap<
    string,
    { readonly ids: readonly number[]; readonly values: readonly Value[] }
  >;
}

/** What is measured, by what, of which lines and days. */
interface Wanted {
  readonly measured: readonly QueryMeasure[];
  readonly bys: readonly GroupBy[];
  readonly lines: LineScope;
  readonly range: DayRange | undefined;
  /** The lines that each group is told as a part of. */
  readonly whole?: LineScope | undefined;
}

/** The values of measures, summed up or as averages per period. @throws NotUnderstood */
export async function valuesFor(
  wanted: Wanted,
  setting: Setting,
  per: PerPeriod | undefined,
): Promise<GroupValues> {
  if (wanted.whole) return partsFor(wanted, wanted.whole, setting);
  if (per) return averagesFor(wanted, setting, per);
  const { measured, bys, lines, range } = wanted;
  const figures = await figuresFor(measured, bys, lines, range, setting);
  return valuesOf(measured, figures, setting);
}

function valuesOf(
  measured: readonly QueryMeasure[],
  { total, groups }: Figures,
  { view }: Setting,
): GroupValues {
  const of = (figures: Figures['total']) => measured.map(measure => measure.of(figures, view.currency));
  return {
    total: of(total),
    none: of(NO_FIGURES),
    groups: new Map([...groups].map(([key, group]) => [key, { ids: group.ids, values: of(group) }])),
  };
}

/** Each group with its share of the same group in other lines, which have all of its own. */
async function partsFor(wanted: Wanted, lines: LineScope, setting: Setting): Promise<GroupValues> {
  const own = wanted.measured.filter(m => m.key !== PART_SHARE && m.key !== PART_WHOLE);
  const plain = { ...wanted, whole: undefined };
  const part = await valuesFor({ ...plain, measured: own }, setting, undefined);
  const whole = await valuesFor({ ...plain, lines, measured: own.slice(0, 1) }, setting, undefined);
  const joined = (values: readonly Value[], [all = null]: readonly Value[]): Value[] =>
    wanted.measured.map(({ key }) => {
      if (key === PART_SHARE) return shareOf(values[0] ?? null, all);
      return key === PART_WHOLE ? all : (values[own.findIndex(m => m.key === key)] ?? null);
    });
  return {
    total: joined(part.total, whole.total),
    none: joined(part.none, whole.none),
    groups: new Map(
      [...whole.groups].map(([key, { ids, values }]) => [
        key,
        { ids, values: joined(part.groups.get(key)?.values ?? part.none, values) },
      ]),
    ),
  };
}

/**
 * The mean of what each period comes to. Sums are added up over all periods at once; of other figures, such
 * as customers, each period has its own.
 */
async function averagesFor(
  { measured, bys, lines }: Wanted,
  setting: Setting,
  per: PerPeriod,
): Promise<GroupValues> {
  const countOf = periodCounts(bys, per);
  const average = (values: readonly Value[], count: number) =>
    values.map((value, i) => averageValue(value, count, measured[i], setting));
  const averaged = ({ total, none, groups }: GroupValues): GroupValues => ({
    total: average(total, per.periods.length),
    none,
    groups: new Map(
      [...groups].map(([key, { ids, values }]) => [key, { ids, values: average(values, countOf(ids)) }]),
    ),
  });
  if (measured.every(m => m.addsUp)) {
    const figures = await figuresFor(measured, bys, lines, per.range, setting);
    return averaged(valuesOf(measured, figures, setting));
  }
  if (bys.length > 1)
    throw new NotUnderstood(
      `Averages per ${per.grain} of figures that do not add up, such as customers, are by one field at most.`,
      [`measure:revenue per:${per.grain}`],
    );
  const grain: GroupBy = { kind: 'grain', grain: per.grain };
  const inEach = async (by: readonly GroupBy[]) => {
    const figures = await figuresFor(measured, [grain, ...by], lines, per.range, setting);
    return valuesOf(measured, figures, setting);
  };
  const overall = await inEach([]);
  const total = summed([...overall.groups.values()].map(group => group.values)) ?? overall.none;
  const sums = new Map<string, { ids: readonly number[]; values: readonly Value[] }>();
  for (const { ids, values } of bys.length > 0 ? (await inEach(bys)).groups.values() : []) {
    const own = ids.slice(1);
    const key = own.join('|');
    const known = sums.get(key);
    sums.set(key, { ids: own, values: known ? (summed([known.values, values]) ?? values) : values });
  }
  return averaged({ total, none: overall.none, groups: sums });
}

/** The sum of each value; nothing plus nothing is nothing. */
const summed = (rows: readonly (readonly Value[])[]): Value[] | undefined =>
  rows[0]?.map((_, i) => {
    const known = rows.map(row => row[i]).filter(value => typeof value === 'number');
    return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
  });

function averageValue(
  value: Value,
  count: number,
  measure: QueryMeasure | undefined,
  { view }: Setting,
): Value {
  if (value === null || count === 0) return null;
  if (measure?.unit !== 'money') return ratio(value, count, 4);
  return averageOf(Math.round(value * unitsPerMajor(view.currency)), count, view.currency);
}

/**
 * Over how many periods a group is averaged: over all of them, or, if groups are of days, over those that
 * have a day of the group. There are as many Mondays as weeks, and as many Januaries as years.
 * @throws NotUnderstood where periods lie across groups: weeks across months
 */
function periodCounts(bys: readonly GroupBy[], per: PerPeriod): (ids: readonly number[]) => number {
  const ofDays = bys.map(by => dayGroup(by));
  if (ofDays.every(groupOf => groupOf === undefined)) return () => per.periods.length;
  const groups = per.periods.map(period =>
    ofDays.map(groupOf => (groupOf ? new Set(daysIn(period).flatMap(day => groupOf(day) ?? [])) : undefined)),
  );
  for (const i of bys.keys()) {
    const sizes = groups.map(own => own[i]?.size ?? 1);
    const all = new Set(groups.flatMap(own => [...(own[i] ?? [])]));
    if (sizes.some(size => size > 1) && sizes.some(size => size < all.size))
      throw new NotUnderstood(
        `A ${per.grain} is not always within one of these groups, so it has no average per ${per.grain}.`,
        ['measure:revenue by:month per:day'],
      );
  }
  return ids => groups.filter(own => own.every((set, i) => !set || set.has(ids[i] as number))).length;
}

const daysIn = ({ from, to }: DayRange): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The group of a day, if it has one; undefined if groups are of something else. */
function dayGroup(by: GroupBy): ((day: number) => number | undefined) | undefined {
  if (by.kind === 'grain') return day => periodOf(by.grain, day).from;
  if (by.kind === 'weekday') return day => partsOf(day).weekday;
  if (by.kind === 'monthOfYear') return day => partsOf(day).month;
  if (by.kind === 'lookUp' && by.column === 'day') return day => by.groups[day - by.first];
  return undefined;
}
