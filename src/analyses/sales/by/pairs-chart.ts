import type { AnswerContext } from '../../../answering/context.js';
import { chartUnit, inCalendarOrder, isCalendar } from '../../../answering/dimension-words.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import type { ParsedQuery } from '../../../answering/question.js';
import type { ChartSpec, PartsChart } from '../../../core/answer/chart-spec.js';
import { addsUp, nounAfter, revenue } from '../../../measures/measures.js';
import type { PairFacts } from './findings.js';

/** A query by two dimensions. */
export type PairsQuery = ParsedQuery & { readonly dimension: GroupingField; readonly second: GroupingField };

const MOST_BARS = 10;
const MOST_PARTS = 6;
const MOST_CELLS = 14;

/** Parts of bars if the second dimension has few values, else a heatmap. */
export function pairsChart(
  query: PairsQuery,
  facts: PairFacts,
  context: AnswerContext,
  currency: string,
): ChartSpec {
  const { dimension, second } = query;
  const { measure } = facts;
  const pairs = new Map(facts.pairs.map(p => [`${p.first}|${p.second}`, p]));
  const value = (x: number, y: number) => {
    const pair = pairs.get(`${x}|${y}`);
    return pair ? measure.of(pair, currency) : null;
  };
  const base = baseOf(facts, context, currency);
  const isFew = facts.seconds.length <= MOST_PARTS + 1;
  const canAddOthers = facts.seconds.length <= 12 && addsUp(measure) && !isCalendar(second);
  if (isFew || canAddOthers) return { ...base, kind: 'parts', ...partsOf(query, facts, value) };
  const rows = inOrder(facts.firsts.slice(0, MOST_CELLS), dimension, facts.firstName);
  const columns = inOrder(facts.seconds.slice(0, isCalendar(second) ? 24 : 8), second, facts.secondName);
  return {
    ...base,
    kind: 'heatmap',
    rows: rows.map(facts.firstName),
    columns: columns.map(y => (isCalendar(second) ? facts.secondName(y).slice(0, 3) : facts.secondName(y))),
    values: rows.map(x => columns.map(y => value(x, y))),
  };
}

const inOrder = (
  ids: readonly number[],
  field: GroupingField,
  name: (id: number) => string,
): readonly number[] => (isCalendar(field) ? [...ids].sort(inCalendarOrder(field, name)) : ids);

function baseOf(facts: PairFacts, context: AnswerContext, currency: string) {
  const { measure, format, of, firstName, secondName, one, other } = facts;
  const [best] = facts.pairs;
  const by = `${measure.label} by ${one} and ${other}`;
  const verb = measure === revenue ? 'bring the most' : 'lead';
  const figures = facts.pairs
    .slice(0, 20)
    .map(p => `${firstName(p.first)} and ${secondName(p.second)} ${format.figure(of(p), measure.unit)}`);
  return {
    title: best
      ? `${firstName(best.first)} and ${secondName(best.second)} ${verb}: ` +
        `${format.short(of(best), measure.unit)}${nounAfter(measure, of(best))}`
      : by,
    subtitle: `${by} · ${context.text}`,
    alt: `${by}, ${context.text}: ${figures.join(', ')}`,
    unit: chartUnit(measure),
    currency,
  };
}

function partsOf(
  { dimension, second }: PairsQuery,
  facts: PairFacts,
  value: (x: number, y: number) => number | null,
): Pick<PartsChart, 'labels' | 'series' | 'layout'> {
  const firsts = inOrder(facts.firsts.slice(0, MOST_BARS), dimension, facts.firstName);
  const isCut = facts.seconds.length > MOST_PARTS + 1;
  const seconds = inOrder(
    facts.seconds.slice(0, isCut ? MOST_PARTS : MOST_PARTS + 1),
    second,
    facts.secondName,
  );
  const others = isCut ? facts.seconds.slice(MOST_PARTS) : [];
  const sumOf = (x: number, ys: readonly number[]) => ys.reduce((sum, y) => sum + (value(x, y) ?? 0), 0);
  const isStacked = addsUp(facts.measure) && !facts.pairs.some(p => p.revenue < 0);
  return {
    labels: firsts.map(facts.firstName),
    series: [
      ...seconds.map(y => ({ name: facts.secondName(y), values: firsts.map(x => sumOf(x, [y])) })),
      ...(isCut ? [{ name: `Other (${others.length})`, values: firsts.map(x => sumOf(x, others)) }] : []),
    ],
    layout: isStacked ? 'stacked' : 'grouped',
  };
}
