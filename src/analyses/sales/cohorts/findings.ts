import { ageText, standsOutText } from '../../../answering/cohort-words.js';
import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import type { Grain } from '../../../core/calendar/grain.js';
import { wilsonInterval } from '../../../core/proportions.js';
import {
  type Cohort,
  type CohortFigure,
  FEWEST,
  pooledAt,
  type StandingOut,
} from '../../../measures/cohorts.js';

/** Cohorts, and what there is to say about them. */
export interface CohortFacts {
  readonly format: Format;
  readonly grain: Grain;
  readonly figure: CohortFigure;
  readonly cohorts: readonly Cohort[];
  /** Those whose customers are surely new: the data does not begin within their period. */
  readonly fresh: readonly Cohort[];
  readonly better?: StandingOut;
  readonly worse?: StandingOut;
  name(cohort: Cohort): string;
}

const next: Rule<CohortFacts> = {
  name: 'who comes back next',
  when: `the period after the first order is over for cohorts of ${FEWEST} or more new customers together`,
  kind: 'observation',
  say: ({ fresh, grain, format }) => {
    const pooled = pooledAt(fresh, 1);
    if (pooled.whole < FEWEST) return undefined;
    const [low, high] = wilsonInterval(pooled).map(format.share);
    const share = format.share(pooled.part / pooled.whole);
    return (
      `${share} of new customers order again in ${ageText(1, grain)} their first order ` +
      `(${format.count(pooled.part)} of ${format.count(pooled.whole)}; 95% interval ${low} to ${high}).`
    );
  },
};

/** Periods after which it is looked again who still orders. */
export const LATER: Readonly<Record<Grain, number>> = { day: 28, week: 12, month: 6, quarter: 4, year: 2 };

const later: Rule<CohortFacts> = {
  name: 'who still orders later',
  when: `12 weeks, 6 months, 4 quarters or 2 years after the first order, of ${FEWEST} or more customers`,
  kind: 'observation',
  say: ({ fresh, grain, format }) => {
    const age = LATER[grain];
    const pooled = pooledAt(fresh, age);
    if (pooled.whole < FEWEST) return undefined;
    const share = format.share(pooled.part / pooled.whole);
    return (
      `Of those who have been customers for so long, ${share} order ${ageText(age, grain)} ` +
      `their first order (${format.count(pooled.part)} of ${format.count(pooled.whole)}).`
    );
  },
};

const better: Rule<CohortFacts> = {
  name: 'a better cohort',
  when:
    'a cohort keeps more of its customers than all before it together at the same age, by more than ' +
    'chance: z test of two proportions, p below 0.05 after Bonferroni, 30 or more customers in each, ' +
    '5 or more who came back or not',
  kind: 'observation',
  say: ({ better: one, grain, format }) => one && standsOutText(one, grain, format),
};

const worse: Rule<CohortFacts> = {
  name: 'a worse cohort',
  when: 'the same, with fewer',
  kind: 'observation',
  say: ({ worse: one, grain, format }) => one && standsOutText(one, grain, format),
};

const few: Rule<CohortFacts> = {
  name: 'too few to compare',
  when: 'no two cohorts are large and old enough to be compared',
  kind: 'note',
  say: ({ fresh, grain }) =>
    fresh.filter(({ size, wholeAges }) => size >= FEWEST && wholeAges > 1).length >= 2
      ? undefined
      : `Cohorts are compared from ${FEWEST} customers on, one whole ${grain} after their first: ` +
        'there are no two of those.',
};

export const COHORT_RULES: readonly Rule<CohortFacts>[] = [next, later, better, worse, few];

export default { title: 'Cohorts', rules: COHORT_RULES } satisfies RuleSet<CohortFacts>;
