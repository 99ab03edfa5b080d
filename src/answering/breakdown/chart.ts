import type { ChartSpec } from '../../core/answer/chart-spec.js';
import { revenue } from '../../measures/measures.js';
import type { GroupSums, Sums } from '../../store/scope/sums.js';
import type { AnswerContext } from '../context.js';
import { chartUnit, inCalendarOrder } from '../dimension-words.js';
import type { GroupingField } from '../grouping-fields.js';
import type { BreakdownFacts } from './findings.js';

const MOST_BARS = 15;

/** Bars of a breakdown; those of time or of a cycle as a line in their order. */
export function breakdownChart(
  facts: BreakdownFacts,
  rows: readonly Sums[],
  dimension: GroupingField,
  context: AnswerContext,
  currency: string,
): ChartSpec {
  const { format, total, one, name, measure, of } = facts;
  const names = new Map(rows.map(row => [row.id, name(row)]));
  const order = inCalendarOrder(dimension, id => names.get(id) ?? '');
  const isOrdered =
    facts.isCalendar && rows.length > 2 && rows.every((s, i) => i === 0 || order(rows[i - 1]!.id, s.id) < 0);
  const bars = isOrdered ? rows : rows.slice(0, MOST_BARS);
  const by = `${measure.label} by ${one}`;
  const figures = bars.map(s => `${name(s)} ${format.figure(of(s), measure.unit)}`);
  const base = {
    subtitle: `${by} · ${context.text}`,
    alt: `${by}, ${context.text}: ${figures.join(', ')}`,
    unit: chartUnit(measure),
    currency,
    labels: bars.map(name),
    values: bars.map(of),
  };
  if (isOrdered) {
    const best = bars.reduce((a, b) => (of(b) > of(a) ? b : a));
    return {
      ...base,
      kind: 'trend',
      title: `${name(best)} is the strongest ${one}: ${format.short(of(best), measure.unit)}`,
      labels: bars.map(s => shortName(s, dimension)),
      partialLast: false,
      peak: bars.indexOf(best),
      isCycle: true,
    };
  }
  const share =
    total.revenue > 0 && measure === revenue
      ? (s: GroupSums) => format.share(s.revenue / total.revenue)
      : undefined;
  return {
    ...base,
    kind: 'ranking',
    title: rankingTitle(facts, bars, share),
    notes: share && bars.map(share),
  };
}

function rankingTitle(
  { format, total, name, measure, of, isBottom, isCut }: BreakdownFacts,
  bars: readonly Sums[],
  share: ((sums: GroupSums) => string) | undefined,
): string {
  const first = (isBottom ? bars.find(s => !isCut(s)) : undefined) ?? (bars[0] as Sums);
  const figure = format.short(of(first), measure.unit);
  if (isBottom) return `${name(first)} is last with ${figure}`;
  const isWhole = share && first.revenue > 0 && first.revenue <= total.revenue;
  return isWhole ? `${name(first)} brings ${share(first)} of revenue` : `${name(first)} leads with ${figure}`;
}

/** `Mon`, `Jan`: what fits under a bar. */
function shortName({ key }: Sums, { by }: GroupingField): string {
  const isName = by.kind === 'weekday' || by.kind === 'monthOfYear';
  return isName ? String(key).slice(0, 3) : String(key ?? '–');
}
