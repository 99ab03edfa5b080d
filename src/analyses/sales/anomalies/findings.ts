import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { type Format, listedFirst, plural } from '../../../core/answer/format.js';
import { type Grain, showPeriod } from '../../../core/calendar/grain.js';
import type { QueryMeasure } from '../../../query/measures.js';
import type { OutOfLine } from './figures.js';

/** What the rules speak of. */
export interface AnomalyFacts {
  readonly found: readonly OutOfLine[];
  readonly grain: Grain;
  readonly measure: QueryMeasure;
  readonly format: Format;
}

/** How far a period is from what is usual: `+120.0%`, or the difference where nothing is usual. */
export const offBy = ({ value, usual }: OutOfLine, measure: QueryMeasure, format: Format): string => {
  if (usual > 0) return format.change(value / usual - 1);
  return `${value > usual ? '+' : ''}${format.short(value - usual, measure.unit)}`;
};

const named = ({ found, grain, measure, format }: AnomalyFacts, isAbove: boolean): string | undefined => {
  const own = found
    .filter(f => f.value > f.usual === isAbove)
    .sort((a, b) => b.statistic - a.statistic)
    .map(f => `${showPeriod(grain, f.period.from)} (${offBy(f, measure, format)})`);
  return own.length === 0 ? undefined : listedFirst(own);
};

const above: Rule<AnomalyFacts> = {
  name: 'above',
  when: 'periods brought more than season and trend explain: the three farthest',
  kind: 'observation',
  say: facts => {
    const names = named(facts, true);
    return names && `Above what is usual: ${names}.`;
  },
};

const below: Rule<AnomalyFacts> = {
  name: 'below',
  when: 'periods brought less than season and trend explain: the three farthest',
  kind: 'observation',
  say: facts => {
    const names = named(facts, false);
    return names && `Below what is usual: ${names}.`;
  },
};

const cause: Rule<AnomalyFacts> = {
  name: 'cause',
  when: 'of the latest of them, one value of a dimension is a quarter of the difference or more',
  kind: 'observation',
  say: ({ found, grain, measure, format }) => {
    const own = found.find(f => f.cause);
    if (!own?.cause) return undefined;
    const { field, name, difference, share } = own.cause;
    const sign = difference > 0 ? 'more' : 'less';
    const much = format.short(Math.abs(difference), measure.unit);
    const part =
      share <= 1 ? `, ${format.share(share)} of the difference` : ', more than the whole difference';
    const when = `${grain === 'day' ? 'On' : 'In'} ${showPeriod(grain, own.period.from)}`;
    const what = `${name} (${field.label.toLowerCase()})`;
    if (measure.isRatio) return `${when}, ${what} moved it by ${much} ${sign} than usual${part}.`;
    return `${when}, ${what} brought ${much} ${sign} than usual${part}.`;
  },
};

const latest: Rule<AnomalyFacts> = {
  name: 'none of late',
  when: 'periods were found, the latest of them a while ago',
  kind: 'observation',
  say: ({ found, grain }) => {
    const [last] = found;
    return last && found.length > 1
      ? `${plural(found.length, grain)} in all, the latest ${showPeriod(grain, last.period.from)}.`
      : undefined;
  },
};

export const ANOMALY_RULES: readonly Rule<AnomalyFacts>[] = [above, below, cause, latest];

export default { title: 'Anomalies', rules: ANOMALY_RULES } satisfies RuleSet<AnomalyFacts>;
