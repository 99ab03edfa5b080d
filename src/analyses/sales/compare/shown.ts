import type { AnswerContext } from '../../../answering/context.js';
import { chartUnit, haveNames, nameColumn } from '../../../answering/dimension-words.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import type { Column, Row } from '../../../core/answer/answer.js';
import type { ChartSpec } from '../../../core/answer/chart-spec.js';
import { addsUp, changeOf, fraction, nounAfter } from '../../../measures/measures.js';
import { type Contribution, hasShares } from './figures.js';
import { type ComparisonFacts, signed } from './findings.js';

const MOST_BARS = 12;

/** `2005 brought $10.00 against $8.00 in 2004: $2.00 more (+25.0%).` */
export function changeHeadline(facts: ComparisonFacts): string {
  const { format, measure, nowText, beforeText } = facts;
  const [now, before] = [facts.of(facts.now), facts.of(facts.before)];
  const figure = (value: number) => format.figure(value, measure.unit);
  const verb = measure.isAverage ? 'came to' : 'brought';
  const text = `${nowText} ${verb} ${figure(now)}${nounAfter(measure, now)}`;
  const when = `${prepositionOf(beforeText)} ${beforeText}`;
  if (now === before) return `${text}, the same as ${when}.`;
  const change = changeOf(now, before);
  const difference = figure(Math.round(Math.abs(now - before) * 1000) / 1000);
  const direction = now > before ? 'more' : measure.unit === 'count' ? 'fewer' : 'less';
  const relative = change === null ? '' : ` (${format.change(change)})`;
  return `${text} against ${figure(before)} ${when}: ${difference} ${direction}${relative}.`;
}

/** `in 2004`, `on Nov 5, 2004`, `for Jan 1 – May 31, 2004` */
const prepositionOf = (period: string): string =>
  period.includes('–') ? 'for' : /^\w{3} \d{1,2}, \d{4}$/.test(period) ? 'on' : 'in';

/** A row for each value. Shares of the change are left out if gains and losses nearly cancel out. */
export function changeTable(
  facts: ComparisonFacts,
  dimension: GroupingField,
): { columns: Column[]; rows: Row[] } {
  const { measure, rows, of, hasOrders } = facts;
  const withNames = haveNames(rows);
  const withShares = addsUp(measure) && hasShares(facts);
  const net = of(facts.now) - of(facts.before);
  const contribution: Column = {
    key: 'contribution',
    label: 'Of the change',
    unit: 'share',
    secondary: true,
  };
  const orders: Column = { key: 'orders', label: 'Orders', unit: 'count', secondary: true };
  return {
    columns: [
      { key: dimension.key, label: dimension.label, unit: 'text' },
      ...nameColumn(withNames),
      { key: measure.key, label: facts.nowText, unit: measure.unit },
      { key: 'previous', label: facts.beforeText, unit: measure.unit },
      { key: 'difference', label: 'Difference', unit: measure.unit },
      { key: 'change', label: 'Change', unit: 'change' },
      ...(withShares ? [contribution] : []),
      ...(measure.key === 'orders' || !hasOrders ? [] : [orders]),
    ],
    rows: rows.map(row => ({
      [dimension.key]: row.key,
      ...(withNames && { name: row.label }),
      ...(hasOrders && { orders: row.now?.orders ?? 0 }),
      [measure.key]: of(row.now),
      previous: of(row.before),
      difference: Math.round(row.change * 1000) / 1000,
      change: changeOf(of(row.now), of(row.before)),
      ...(withShares && { contribution: fraction(row.change, net) }),
    })),
  };
}

/** What changed most as bars; none if nothing changed. */
export function changeChart(facts: ComparisonFacts, context: AnswerContext, currency: string): ChartSpec[] {
  const { format, measure, one, name, of } = facts;
  const bars = facts.rows.filter(r => r.change !== 0).slice(0, MOST_BARS);
  const [largest] = bars;
  if (!largest) return [];
  const sorted = [...bars].sort((a, b) => b.change - a.change);
  const change = changeOf(of(facts.now), of(facts.before));
  const by = `Change of ${measure.label.toLowerCase()} by ${one}`;
  const relative = (row: Contribution) => {
    const part = changeOf(of(row.now), of(row.before));
    return part === null ? 'new' : format.change(part);
  };
  return [
    {
      kind: 'ranking',
      title:
        change === null
          ? `${facts.nowText} against ${facts.beforeText}`
          : `${measure.label} ${format.change(change)}: ${name(largest)} changed most`,
      subtitle: `${by} · ${context.text}`,
      alt: `${by}, ${context.text}: ${sorted.map(r => `${name(r)} ${signed(facts, r.change)}`).join(', ')}`,
      unit: chartUnit(measure),
      currency,
      labels: sorted.map(name),
      values: sorted.map(r => r.change),
      notes: sorted.map(relative),
      isChange: true,
    },
  ];
}
