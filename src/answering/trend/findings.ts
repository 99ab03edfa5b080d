import type { Rule, RuleSet } from '../../core/answer/finding-rules.js';
import { capital, type Format, listedFirst } from '../../core/answer/format.js';
import { type Grain, showPeriod } from '../../core/calendar/grain.js';
import { changeOf, type Measure, nounAfter } from '../../measures/measures.js';
import { peakOf, type StandOut, standOuts, type TrendPoint } from '../../measures/trend.js';

/** Sales over time. */
export interface TrendFacts {
  readonly points: readonly TrendPoint[];
  readonly grain: Grain;
  readonly format: Format;
  readonly measure: Measure;
  /** The measure of a point, major units. */
  of(point: TrendPoint): number;
}

const name = ({ grain }: TrendFacts, point: TrendPoint): string => showPeriod(grain, point.period.from);
const figure = ({ format, measure, of }: TrendFacts, point: TrendPoint): string =>
  format.figure(of(point), measure.unit);
const wholeOf = (facts: TrendFacts): TrendPoint[] => facts.points.filter(p => !p.partial);

/** The last whole period against the one before, and the peak. */
export function trendHeadline(facts: TrendFacts): string {
  const { points, measure, of, format } = facts;
  const [before, now] = wholeOf(facts).slice(-2);
  const peak = peakOf(points, of);
  const best = peak === undefined ? undefined : (points[peak] as TrendPoint);
  const peakText = (last: TrendPoint) => (best ? peakWords(facts, best, last) : '');
  const verb = measure.isAverage ? 'came to' : 'brought';
  const noun = (point: TrendPoint) => nounAfter(measure, of(point));
  if (!now || !before) {
    const only = points.at(-1) as TrendPoint;
    const soFar = only.partial ? ' so far' : '';
    return (
      `${capital(name(facts, only))} ${verb} ${figure(facts, only)}${noun(only)}${soFar}` +
      `${peakText(only)}.`
    );
  }
  if (now.sums.lines === 0) return nothingSoldLast(facts, now, best);
  const against = [before, yearBefore(facts)]
    .flatMap(other => {
      const change = other && changeOf(of(now), of(other));
      if (change === null || change === undefined || !other) return [];
      const by = change === 0 ? 'the same as' : `${format.change(change)} on`;
      return [`${by} ${name(facts, other)}`];
    })
    .join(', ');
  const compared = against === '' ? '' : `, ${against}`;
  return `${capital(name(facts, now))} ${verb} ${figure(facts, now)}${noun(now)}${compared}${peakText(now)}.`;
}

/** The headline where nothing was sold in the last whole period: the last one with sales is named. */
function nothingSoldLast(facts: TrendFacts, now: TrendPoint, best: TrendPoint | undefined): string {
  const on = facts.grain === 'day' ? 'on' : 'in';
  const last = wholeOf(facts).findLast(p => p.sums.lines > 0);
  const lastText = last
    ? `; the last ${facts.grain} with sales was ${name(facts, last)} with ${figure(facts, last)}`
    : '';
  const peakText = best && best !== last ? peakWords(facts, best, now) : '';
  return `Nothing was sold ${on} ${name(facts, now)}${lastText}${peakText}.`;
}

/** Which period was the peak; a last one that is the peak itself is not named twice. */
function peakWords(facts: TrendFacts, best: TrendPoint, last: TrendPoint): string {
  if (best === last) return `; no ${facts.grain} was higher`;
  return `; the peak was ${name(facts, best)} with ${figure(facts, best)}`;
}

/** The last whole month or quarter a year earlier, where it is whole as well. */
function yearBefore(facts: TrendFacts): TrendPoint | undefined {
  const back = facts.grain === 'month' ? 12 : facts.grain === 'quarter' ? 4 : 0;
  return back === 0 ? undefined : wholeOf(facts).at(-1 - back);
}

const weakest: Rule<TrendFacts> = {
  name: 'weakest period',
  when: 'three or more periods that are covered to the day, all with sales: the lowest of them',
  kind: 'observation',
  say: facts => {
    const whole = facts.points.filter(p => !p.isCut);
    // Of several without sales none is the weakest: the gaps are named instead.
    if (whole.length < 3 || whole.some(p => p.sums.lines === 0)) return undefined;
    const low = whole.reduce((a, b) => (facts.of(b) < facts.of(a) ? b : a));
    return `The weakest ${facts.grain} was ${name(facts, low)} with ${figure(facts, low)}.`;
  },
};

const average: Rule<TrendFacts> = {
  name: 'average period',
  when: 'three or more whole periods and a measure that adds up',
  kind: 'observation',
  say: facts => {
    const whole = wholeOf(facts);
    if (whole.length < 3 || facts.measure.isAverage) return undefined;
    const mean = whole.reduce((sum, p) => sum + facts.of(p), 0) / whole.length;
    const shown = facts.measure.unit === 'money' ? Math.round(mean * 100) / 100 : Math.round(mean * 10) / 10;
    const text = facts.format.figure(shown, facts.measure.unit);
    return `An average ${facts.grain} brings ${text}${nounAfter(facts.measure, shown)}.`;
  },
};

const standsOut: Rule<TrendFacts> = {
  name: 'stands out',
  when:
    'whole periods lie more than 3.5 robust deviations from those around them ' +
    '(median and MAD, as `peaks` has it): the three farthest, and how many more there are',
  kind: 'observation',
  say: facts => {
    const marks = standOuts(facts.points, facts.of, facts.grain);
    return standOutSentence(facts, withAverages(facts.points, facts.measure, marks));
  },
};

/** Without periods of no sales where an average is measured: they have none, not one of zero. */
export const withAverages = (
  points: readonly TrendPoint[],
  { isAverage }: Measure,
  marks: readonly StandOut[],
): StandOut[] => marks.filter(m => !isAverage || (points[m.index]?.sums.lines ?? 0) > 0);

/**
 * `4 months stand out: Nov 2003 with $900.00 (3.1 times the usual), ... and 1 more.` Undefined if none does.
 */
export function standOutSentence(facts: TrendFacts, marks: readonly StandOut[]): string | undefined {
  if (marks.length === 0) return undefined;
  const farthest = [...marks].sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
  const names = farthest.map(({ index, usual }) => {
    const point = facts.points[index] as TrendPoint;
    const times = usual > 0 && facts.of(point) > 0 ? facts.format.times(facts.of(point) / usual) : '';
    return `${name(facts, point)} with ${figure(facts, point)}${times && ` (${times} the usual)`}`;
  });
  const count = marks.length === 1 ? `One ${facts.grain} stands` : `${marks.length} ${facts.grain}s stand`;
  return `${count} out: ${listedFirst(names)}.`;
}

const run: Rule<TrendFacts> = {
  name: 'rising or falling',
  when: 'the last three or more changes between whole periods go the same way',
  kind: 'observation',
  say: facts => {
    const whole = wholeOf(facts);
    let length = 0;
    let direction = 0;
    for (let i = whole.length - 1; i > 0; i--) {
      const step = Math.sign(facts.of(whole[i] as TrendPoint) - facts.of(whole[i - 1] as TrendPoint));
      if (step === 0 || (direction !== 0 && step !== direction)) break;
      direction = step;
      length++;
    }
    if (length < 3) return undefined;
    const [from, to] = [whole[whole.length - 1 - length] as TrendPoint, whole.at(-1) as TrendPoint];
    const change = changeOf(facts.of(to), facts.of(from));
    const [way, by] = [
      direction > 0 ? 'Up' : 'Down',
      change === null ? '' : ` (${facts.format.change(change)})`,
    ];
    const [start, end] = [from, to].map(p => `${figure(facts, p)} in ${name(facts, p)}`);
    return `${way} ${length} ${facts.grain}s in a row: from ${start} to ${end}${by}.`;
  },
};

const gaps: Rule<TrendFacts> = {
  name: 'gaps',
  when: 'periods without any line',
  kind: 'observation',
  say: facts => {
    const empty = facts.points.filter(p => p.sums.lines === 0);
    if (empty.length === 0) return undefined;
    const on = facts.grain === 'day' ? 'on' : 'in';
    return `No sales at all ${on} ${listedFirst(empty.map(p => name(facts, p)))}.`;
  },
};

const act: Rule<TrendFacts> = {
  name: 'act on a fall',
  when: 'a measure that adds up fell in the last three or more whole periods by 15 % or more together',
  kind: 'action',
  say: facts => {
    const whole = wholeOf(facts).slice(-4);
    if (facts.measure.isAverage || whole.length < 4) return undefined;
    const values = whole.map(facts.of);
    const isFalling = values.every((v, i) => i === 0 || v < values[i - 1]!);
    const change = changeOf(values.at(-1) as number, values[0]!);
    if (!isFalling || change === null || change > -0.15) return undefined;
    return (
      `Find out what is behind three ${facts.grain}s of decline (${facts.format.change(change)}): ` +
      'ask `sales compare` for what changed most.'
    );
  },
};

export const TREND_RULES: readonly Rule<TrendFacts>[] = [weakest, average, standsOut, run, gaps, act];

export default { title: 'Over time (`trend`)', rules: TREND_RULES } satisfies RuleSet<TrendFacts>;
