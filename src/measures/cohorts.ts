import type { DayRange } from '../core/calendar/grain.js';
import { chanceOfDifference, differenceInterval, type Proportion } from '../core/proportions.js';
import type { Cohorts } from '../store/scope/cohorts.js';

/** What a table of cohorts shows. */
export const COHORT_FIGURES = ['retention', 'customers', 'revenue', 'orders', 'value'] as const;
export type CohortFigure = (typeof COHORT_FIGURES)[number];

/**
 * Customers whose first order was in one period. Places of the arrays are ages: periods since the first
 * order.
 */
export interface Cohort {
  readonly period: DayRange;
  readonly size: number;
  /**
   * Customers who ordered, their orders, and what they brought, in minor units. Periods that have begun only.
   */
  readonly customers: readonly number[];
  readonly orders: readonly number[];
  readonly revenue: readonly number[];
  /** The first age whose period is not over, or not begun. */
  readonly wholeAges: number;
}

/** Cohorts of the periods within a range, the oldest first. */
export function cohortsOf({ periods, cells }: Cohorts, within: DayRange, data: DayRange): Cohort[] {
  const whole = periods.filter(p => p.to <= data.to).length;
  return periods.flatMap((period, c) => {
    if (period.to < within.from || period.from > within.to) return [];
    const row = (of: ArrayLike<number>) =>
      Array.from({ length: periods.length - c }, (_, age) => of[c * periods.length + c + age]!);
    const customers = row(cells.customers);
    return [
      {
        period,
        size: customers[0] ?? 0,
        customers,
        orders: row(cells.orders),
        revenue: row(cells.revenue),
        wholeAges: Math.max(0, whole - c),
      },
    ];
  });
}

/** A figure of a cohort at each age: shares, counts, or minor units. A cohort without customers has zeros. */
export function figureOf(cohort: Cohort, figure: CohortFigure): number[] {
  const { size, customers, orders, revenue } = cohort;
  const perCustomer = (value: number) => (size === 0 ? 0 : value / size);
  switch (figure) {
    case 'retention':
      return customers.map(perCustomer);
    case 'customers':
      return [...customers];
    case 'orders':
      return [...orders];
    case 'revenue':
      return [...revenue];
    case 'value': {
      let sum = 0;
      return revenue.map(value => {
        sum += value;
        return perCustomer(sum);
      });
    }
  }
}

/** How many of the customers of all cohorts that are old enough ordered at an age. */
export function pooledAt(cohorts: readonly Cohort[], age: number): Proportion {
  const old = cohorts.filter(cohort => age < cohort.wholeAges);
  return {
    part: old.reduce((sum, { customers }) => sum + (customers[age] ?? 0), 0),
    whole: old.reduce((sum, { size }) => sum + size, 0),
  };
}

/** A cohort that differs from those before it at an age by more than chance. */
export interface StandingOut {
  readonly cohort: Cohort;
  readonly age: number;
  readonly own: Proportion;
  readonly earlier: Proportion;
  /** The 95 % interval of the difference. */
  readonly interval: readonly [low: number, high: number];
  /** How likely so large a difference is by chance among as many comparisons (Bonferroni). */
  readonly chance: number;
  readonly comparisons: number;
}

/** Fewer customers are no cohort to judge by. */
export const FEWEST = 30;
/** With fewer who came back or stayed away, the test does not hold. */
const FEWEST_EACH = 5;
/** By how much chance may explain a difference at most. */
const SURE = 0.05;

/**
 * The cohorts that keep more, and fewer, of their customers at an age than all cohorts before them together
 * at that age: of each the one that chance explains least, by the z test of two proportions, corrected for
 * the number of comparisons (Bonferroni). Ages whose period is not over are left out.
 */
export function standingOut(cohorts: readonly Cohort[]): {
  readonly better?: StandingOut;
  readonly worse?: StandingOut;
} {
  const compared = comparedWithEarlier(cohorts);
  const comparisons = compared.length;
  const surest = (isBetter: boolean): StandingOut | undefined =>
    compared
      .map(one => ({ ...one, comparisons, chance: Math.min(1, one.chance * comparisons) }))
      .filter(({ own, earlier, chance }) => {
        const difference = own.part / own.whole - earlier.part / earlier.whole;
        return chance < SURE && difference > 0 === isBetter;
      })
      // Of equally sure ones the newest.
      .sort((a, b) => a.chance - b.chance || b.cohort.period.from - a.cohort.period.from || a.age - b.age)[0];
  const [better, worse] = [surest(true), surest(false)];
  return { ...(better && { better }), ...(worse && { worse }) };
}

/**
 * The same of the ages that ended with one period alone: what is new with it. The surest first, corrected for
 * the comparisons of that period.
 * @param cohorts one after another, without gaps
 */
export function standingOutIn(cohorts: readonly Cohort[], { from }: DayRange): StandingOut[] {
  const place = new Map(cohorts.map(({ period }, i) => [period.from, i]));
  const ended = place.get(from);
  const compared = comparedWithEarlier(cohorts).filter(
    ({ cohort, age }) => (place.get(cohort.period.from) ?? Number.NaN) + age === ended,
  );
  const comparisons = compared.length;
  return compared
    .map(one => ({ ...one, comparisons, chance: Math.min(1, one.chance * comparisons) }))
    .filter(({ chance }) => chance < SURE)
    .sort((a, b) => a.chance - b.chance || b.cohort.period.from - a.cohort.period.from);
}

/** Each cohort beside all before it together, at each age at which both have customers enough. */
function comparedWithEarlier(cohorts: readonly Cohort[]): Omit<StandingOut, 'comparisons'>[] {
  const compared: Omit<StandingOut, 'comparisons'>[] = [];
  // Cohorts before one are older: at each of its ages they have been there too.
  const before: { part: number; whole: number }[] = [];
  for (const cohort of cohorts) {
    for (let age = 1; age < cohort.wholeAges; age++) {
      const own = { part: cohort.customers[age] ?? 0, whole: cohort.size };
      const earlier = { ...(before[age] ?? { part: 0, whole: 0 }) };
      before[age] = { part: earlier.part + own.part, whole: earlier.whole + own.whole };
      const counts = [own.part, own.whole - own.part, earlier.part, earlier.whole - earlier.part];
      if (Math.min(own.whole, earlier.whole) < FEWEST || Math.min(...counts) < FEWEST_EACH) continue;
      const interval = differenceInterval(own, earlier);
      compared.push({ cohort, age, own, earlier, interval, chance: chanceOfDifference(own, earlier) });
    }
  }
  return compared;
}
