import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { quoted } from '../../../answering/declaration.js';
import { chartUnit, dimensionWords, isCalendar, nameOf } from '../../../answering/dimension-words.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import type { ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf, type Row } from '../../../core/answer/answer.js';
import type { ChartSpec } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import {
  addsUp,
  fraction,
  type Measure,
  measureColumn,
  measuresOf,
  nounAfter,
  rankBy,
  revenue,
} from '../../../measures/measures.js';
import { type PairBreakdown, type PairSums, pairBreakdown } from '../../../measures/pairs.js';
import { PAIR_RULES, type PairFacts } from './findings.js';

const MOST_ROWS = 5_000;
const MOST_BARS = 10;
const MOST_PARTS = 6;
const MOST_CELLS = 14;

/** Sales by two dimensions at once: a row for each pair of values that occurs. */
export async function pairsAnswer(
  query: ParsedQuery & { readonly dimension: GroupingField; readonly second: GroupingField },
  shop: ShopView,
): Promise<Answer> {
  const { dimension, second, measure = revenue } = query;
  const context = await answerContext(query, shop);
  const found = await pairBreakdown(
    shop.store,
    context.scope,
    dimension.by,
    second.by,
    rankBy(measure, shop.currency),
  );
  const [a, b] = [dimensionWords(dimension), dimensionWords(second)];
  const base = skeleton(query, context, shop, `${measure.label} by ${a.one} and ${b.one}`);
  if (found.total.lines === 0) return nothingSold(base, context);
  const format = formatFor(shop.currency);
  const best = found.pairs[0];
  const facts = {
    ...found,
    format,
    one: a.one,
    other: b.one,
    firstName: (id: number) => nameOf(found.firstNames.get(id) ?? { key: null, label: null }, a.one),
    secondName: (id: number) => nameOf(found.secondNames.get(id) ?? { key: null, label: null }, b.one),
  };
  // The rules are about shares of revenue.
  const findings = findingsOf(measure === revenue ? PAIR_RULES : [], facts);
  const shown = found.pairs.slice(0, query.limit ?? MOST_ROWS);
  const measures = measuresOf(found.total);
  return answerOf({
    ...base,
    headline: best ? headline(facts, best, measure, shop.currency) : `Nothing was sold: ${context.text}.`,
    columns: [
      { key: dimension.key, label: dimension.label, unit: 'text' },
      { key: second.key, label: second.label, unit: 'text' },
      ...(measure === revenue ? [] : [{ ...measureColumn(measure), secondary: false }]),
      measureColumn(revenue),
      { key: 'share', label: 'Share', unit: 'share' },
      ...measures.filter(m => m !== revenue && m !== measure).map(measureColumn),
    ],
    rows: shown.map(pair => {
      const row: Record<string, Row[string]> = {
        [dimension.key]: found.firstNames.get(pair.first)?.key ?? null,
        [second.key]: found.secondNames.get(pair.second)?.key ?? null,
      };
      for (const m of measures) row[m.key] = m.of(pair, shop.currency);
      row.share = fraction(pair.revenue, found.total.revenue);
      return row;
    }),
    charts: [pairsChart(query, found, facts, context, shop.currency)],
    observations: findings.observations,
    actions: findings.actions,
    notes: [
      ...(shown.length < found.pairs.length
        ? [`${format.count(found.pairs.length - shown.length)} more pairs are not shown.`]
        : []),
      ...base.notes,
      ...lineNotes(found.total),
    ],
    followUps: [
      `sales by ${a.one.replaceAll(' ', '-')}`,
      `sales by ${b.one.replaceAll(' ', '-')}`,
      ...(best && found.firstNames.get(best.first) && dimension.by.kind === 'dimension'
        ? [
            `sales by ${b.one.replaceAll(' ', '-')} ${a.one.replaceAll(' ', '-')}:${quoted(String(found.firstNames.get(best.first)?.key))}`,
          ]
        : []),
    ],
  });
}

function headline(facts: PairFacts, best: PairSums, measure: Measure, currency: string): string {
  const { format, total } = facts;
  const pair = `${facts.firstName(best.first)} and ${facts.secondName(best.second)}`;
  const value = measure.of(best, currency) ?? 0;
  if (measure !== revenue)
    return `${pair} lead together with ${format.figure(value, measure.unit)}${nounAfter(measure, value)}.`;
  const share = total.revenue > 0 ? `, ${format.share(best.revenue / total.revenue)} of revenue` : '';
  return `${pair} bring the most together: ${format.amount(best.revenue)}${share}.`;
}

/** Parts of bars where the second dimension has few values, else a heatmap. */
function pairsChart(
  {
    dimension,
    second,
    measure = revenue,
  }: ParsedQuery & { readonly dimension: GroupingField; readonly second: GroupingField },
  found: PairBreakdown,
  names: { firstName(id: number): string; secondName(id: number): string },
  context: AnswerContext,
  currency: string,
): ChartSpec {
  const format = formatFor(currency);
  const byIds = new Map(found.pairs.map(p => [`${p.first}|${p.second}`, p]));
  const value = (x: number, y: number) => {
    const pair = byIds.get(`${x}|${y}`);
    return pair ? measure.of(pair, currency) : null;
  };
  const order = (ids: readonly number[], by: GroupingField) =>
    isCalendar(by) ? [...ids].sort((x, y) => x - y) : ids;
  const best = found.pairs[0];
  const [one, other] = [dimensionWords(dimension).one, dimensionWords(second).one];
  const base = {
    title: best
      ? `${names.firstName(best.first)} and ${names.secondName(best.second)} ${measure === revenue ? 'bring the most' : 'lead'}: ${format.short(measure.of(best, currency) ?? 0, measure.unit)}${nounAfter(measure, measure.of(best, currency) ?? 0)}`
      : `${measure.label} by ${one} and ${other}`,
    subtitle: `${measure.label} by ${one} and ${other} · ${context.text}`,
    alt: `${measure.label} by ${one} and ${other}, ${context.text}: ${found.pairs
      .slice(0, 20)
      .map(
        p =>
          `${names.firstName(p.first)} and ${names.secondName(p.second)} ${format.figure(measure.of(p, currency) ?? 0, measure.unit)}`,
      )
      .join(', ')}`,
    unit: chartUnit(measure),
    currency,
  };
  const isAdditive = addsUp(measure);
  const isNegative = found.pairs.some(p => p.revenue < 0);
  if (
    found.seconds.length <= MOST_PARTS + 1 ||
    (found.seconds.length <= 12 && isAdditive && !isCalendar(second))
  ) {
    const firsts = order(found.firsts.slice(0, MOST_BARS), dimension);
    const isCut = found.seconds.length > MOST_PARTS + 1;
    const seconds = order(found.seconds.slice(0, isCut ? MOST_PARTS : MOST_PARTS + 1), second);
    const series = seconds.map(y => ({
      name: names.secondName(y),
      values: firsts.map(x => value(x, y) ?? 0),
    }));
    if (isCut) {
      const rest = found.seconds.slice(MOST_PARTS);
      series.push({
        name: `Other (${rest.length})`,
        values: firsts.map(x => rest.reduce((sum, y) => sum + (value(x, y) ?? 0), 0)),
      });
    }
    return {
      ...base,
      kind: 'parts',
      labels: firsts.map(names.firstName),
      series,
      layout: isAdditive && !isNegative ? 'stacked' : 'grouped',
    };
  }
  const rows = order(found.firsts.slice(0, MOST_CELLS), dimension);
  const columns = order(found.seconds.slice(0, isCalendar(second) ? 24 : 8), second);
  return {
    ...base,
    kind: 'heatmap',
    rows: rows.map(names.firstName),
    columns: columns.map(y => (isCalendar(second) ? names.secondName(y).slice(0, 3) : names.secondName(y))),
    values: rows.map(x => columns.map(y => value(x, y))),
  };
}
