import type { TrendFacts } from '../../../answering/trend/findings.js';
import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { listedFirst } from '../../../core/answer/format.js';
import { MONTH_NAMES, partsOf, WEEKDAYS } from '../../../core/calendar/days.js';
import { showPeriod } from '../../../core/calendar/grain.js';
import type { StandOut, TrendPoint } from '../../../measures/trend.js';

/** Periods that stand out from those around them, the farthest first. */
export interface PeakFacts extends TrendFacts {
  readonly marks: readonly StandOut[];
}

const pointOf = ({ points }: PeakFacts, { index }: StandOut): TrendPoint => points[index] as TrendPoint;

const high: Rule<PeakFacts> = {
  name: 'high',
  when: 'periods stand out upwards: the three farthest',
  kind: 'observation',
  say: facts =>
    list(
      facts,
      facts.marks.filter(m => m.score > 0),
      'High',
    ),
};
const low: Rule<PeakFacts> = {
  name: 'low',
  when: 'periods stand out downwards: the three farthest',
  kind: 'observation',
  say: facts =>
    list(
      facts,
      facts.marks.filter(m => m.score < 0),
      'Low',
    ),
};

/** `High: Nov 2003 ($900.00), Nov 2004 ($950.00), May 2004 ($700.00) and 2 more.` */
function list(facts: PeakFacts, marks: readonly StandOut[], word: string): string | undefined {
  if (marks.length === 0) return undefined;
  const names = marks.map(m => {
    const point = pointOf(facts, m);
    const figure = facts.format.figure(facts.of(point), facts.measure.unit);
    return `${showPeriod(facts.grain, point.period.from)} (${figure})`;
  });
  return `${word}: ${listedFirst(names)}.`;
}

const sameMonth: Rule<PeakFacts> = {
  name: 'together in one month',
  when: 'three or more periods stand out upwards, and half or more of them are in the same month of the year',
  kind: 'observation',
  say: facts =>
    most(
      facts,
      day => partsOf(day).month,
      id => MONTH_NAMES[id - 1] ?? '',
      'in',
    ),
};
const sameWeekday: Rule<PeakFacts> = {
  name: 'together on one weekday',
  when: 'three or more days stand out upwards, and half or more of them are the same weekday',
  kind: 'observation',
  say: facts =>
    facts.grain === 'day'
      ? most(
          facts,
          day => partsOf(day).weekday,
          id => `${WEEKDAYS[id - 1]}s`,
          'on',
        )
      : undefined,
};

function most(
  facts: PeakFacts,
  idOf: (day: number) => number,
  nameOf: (id: number) => string,
  word: string,
): string | undefined {
  const up = facts.marks.filter(m => m.score > 0);
  if (up.length < 3) return undefined;
  const counts = new Map<number, number>();
  for (const mark of up) {
    const id = idOf(pointOf(facts, mark).period.from);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [id, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return count * 2 < up.length
    ? undefined
    : `${count} of the ${up.length} high ${facts.grain}s are ${word} ${nameOf(id)}.`;
}

const repeat: Rule<PeakFacts> = {
  name: 'find out what made the peak',
  when: 'a period stands out upwards',
  kind: 'action',
  say: facts => {
    const [best] = facts.marks.filter(m => m.score > 0);
    if (!best) return undefined;
    const point = pointOf(facts, best);
    const extra = facts.of(point) - best.usual;
    const more = facts.format.figure(Math.round(extra * 100) / 100, facts.measure.unit);
    const noun = facts.measure.unit === 'money' ? '' : ` ${facts.measure.nouns[1]}`;
    const verb = facts.measure.isAverage ? 'was' : 'brought';
    const period = showPeriod(facts.grain, point.period.from);
    return `Find out what was behind ${period}: it ${verb} ${more} more${noun} than is usual around it.`;
  },
};

export const PEAK_RULES: readonly Rule<PeakFacts>[] = [high, low, sameMonth, sameWeekday, repeat];

export default { title: 'Peaks', rules: PEAK_RULES } satisfies RuleSet<PeakFacts>;
