import { ageText } from '../../../answering/cohort-words.js';
import { plural } from '../../../core/answer/format.js';
import { type Cohort, FEWEST, pooledAt } from '../../../measures/cohorts.js';
import { type CohortFacts, LATER } from './findings.js';

/** One sentence with the figure that matters for what the table shows. */
export function cohortHeadline(facts: CohortFacts): string {
  const { cohorts, figure, grain, format } = facts;
  if (figure === 'value') return valueHeadline(facts);
  if (figure === 'retention' || figure === 'customers') return retentionHeadline(facts);
  const [first, all] = sums(cohorts, figure);
  const amount = figure === 'revenue' ? format.amount(all) : plural(all, 'order');
  const later = all > 0 ? `, ${format.share((all - first) / all)} of it after the first ${grain}` : '';
  return `${amount} from ${counted(facts)}${later}.`;
}

/** What all cohorts did in their first period, and in all of them. */
const sums = (
  cohorts: readonly Cohort[],
  figure: 'revenue' | 'orders',
): readonly [first: number, all: number] => [
  cohorts.reduce((sum, cohort) => sum + (cohort[figure][0] ?? 0), 0),
  cohorts.reduce((sum, cohort) => sum + cohort[figure].reduce((part, value) => part + value, 0), 0),
];

const counted = ({ cohorts, grain }: CohortFacts): string =>
  `${plural(
    cohorts.reduce((sum, { size }) => sum + size, 0),
    'new customer',
  )} in ${plural(cohorts.length, grain)}`;

/** What a new customer has brought so far, of cohorts that are old enough. */
function valueHeadline(facts: CohortFacts): string {
  const { cohorts, fresh, grain, format } = facts;
  const some = fresh.some(({ size }) => size > 0) ? fresh : cohorts;
  const age = Math.min(LATER[grain], Math.max(...some.map(({ wholeAges }) => wholeAges - 1)));
  const old = some.filter(({ wholeAges }) => age < wholeAges);
  const customers = old.reduce((sum, { size }) => sum + size, 0);
  if (age < 1 || customers === 0) return `${counted(facts)}: no ${grain} after a first order is over yet.`;
  const valueAt = (at: number) => {
    const total = old.reduce(
      (sum, { revenue }) => sum + revenue.slice(0, at + 1).reduce((part, value) => part + value, 0),
      0,
    );
    return format.amount(format.wholeMinor(total / customers));
  };
  return (
    `A new customer brings ${valueAt(0)} in the ${grain} of the first order, ` +
    `and ${valueAt(age)} by ${age === 1 ? `the ${grain} after` : `${age} ${grain}s later`}.`
  );
}

/** The share that orders again in the period after. */
function retentionHeadline(facts: CohortFacts): string {
  const { cohorts, fresh, grain, format, name } = facts;
  const some = fresh.some(({ size }) => size > 0) ? fresh : cohorts;
  const pooled = pooledAt(some, 1);
  if (pooled.whole === 0) return `${counted(facts)}: no ${grain} after a first order is over yet.`;
  const [again, all] = [format.count(pooled.part), format.count(pooled.whole)];
  const share = format.share(pooled.part / pooled.whole);
  const [only, ...others] = some;
  if (only && others.length === 0)
    return (
      `${share} of the ${all} new customers of ${name(only)} ordered again ` +
      `in ${ageText(1, grain)} (${again}).`
    );
  const text = `${share} of new customers order again in ${ageText(1, grain)}`;
  return pooled.whole < FEWEST
    ? `${text}: ${again} of ${all}, too few to tell.`
    : `${text}; ${counted(facts)}.`;
}
