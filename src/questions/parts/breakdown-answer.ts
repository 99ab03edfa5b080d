import { type Answer, answerOf, type Column, type Row } from '../../answer/answer.js';
import { formatFor } from '../../answer/format.js';
import type { ChartSpec } from '../../charts/spec.js';
import { type Breakdown, breakdown } from '../../sales/breakdown.js';
import { BREAKDOWN_RULES, type BreakdownWords } from '../../sales/findings.js';
import { fraction, MEASURES, measureColumn } from '../../sales/measures.js';
import type { Shop } from '../../shop.js';
import type { GroupSums, Sums } from '../../store/sums.js';
import { type Breakable, plurals, singular } from '../language/breakable.js';
import { type Asked, canonical } from '../question.js';
import { type Frame, frameOf, lineNotes } from './frame.js';

const MOST_BARS = 15;

/** The answer to a breakdown: the largest `limit` values of a dimension by revenue, or all of them. */
export async function breakdownAnswer(
  asked: Asked & { readonly dimension: Breakable },
  shop: Shop,
  limit?: number,
): Promise<Answer> {
  const { dimension } = asked;
  const frame = await frameOf(asked, shop);
  const found = await breakdown(shop.store, frame.scope, dimension.by, { limit });
  const words = wordsFor(dimension, shop.currency);
  const shown = found.rows;
  const many = words.many;
  const title = limit
    ? `Top ${shown.length === 1 ? words.one : `${shown.length} ${many}`} by revenue`
    : `Revenue by ${words.one}`;
  const base = {
    question: canonical(asked),
    title,
    scope: frame.text,
    dataThrough: frame.dataThrough,
    currency: shop.currency,
  };
  if (found.total.lines === 0)
    return answerOf({ ...base, headline: `No sales in ${frame.text}.`, notes: frame.notes });

  const withNames = shown.some(r => r.label !== null && r.label !== r.key);
  return answerOf({
    ...base,
    headline: headline(found, words),
    columns: columnsFor(dimension, withNames),
    rows: shown.map(sums => toRow(sums, found.total, dimension, shop.currency, withNames)),
    charts: [rankingChart(found, shown, words, frame, shop.currency)],
    observations: BREAKDOWN_RULES.map(rule => rule(found, words)).filter(s => s !== undefined),
    notes: [
      ...(shown.length < found.all.length
        ? [
            `${words.format.count(found.all.length - shown.length)} more ${many} are not shown; shares are of all revenue.`,
          ]
        : []),
      ...frame.notes,
      ...lineNotes(found.total),
    ],
    followUps: followUps(asked, found, limit),
  });
}

/** A name as a sentence can bear it. */
const short = (name: string): string => (name.length > 80 ? `${name.slice(0, 79)}…` : name);

/** How a dimension is spoken of in sentences. */
function wordsFor(dimension: Breakable, currency: string): BreakdownWords {
  const one = singular(dimension).replaceAll('-', ' ');
  return {
    one,
    many: plurals(dimension).replaceAll('-', ' '),
    format: formatFor(currency),
    name: (key, label) => short(String(label ?? key ?? `(no ${one})`)),
  };
}

function headline({ rows, total }: Breakdown, w: BreakdownWords): string {
  const [first, second] = rows.filter(r => r.key !== null);
  if (!first) return `All ${w.format.amount(total.revenue)} of revenue has no ${w.one}.`;
  const share =
    total.revenue > 0 && first.revenue > 0 && first.revenue <= total.revenue
      ? `, ${w.format.share(first.revenue / total.revenue)} of revenue`
      : '';
  const lead = `${w.name(first.key, first.label)} leads with ${w.format.amount(first.revenue)}${share}`;
  if (!second)
    return `${w.name(first.key, first.label)} is the only ${w.one}: ${w.format.amount(first.revenue)}.`;
  return `${lead}; ${w.name(second.key, second.label)} follows with ${w.format.amount(second.revenue)}.`;
}

function columnsFor(dimension: Breakable, withNames: boolean): Column[] {
  const [revenue, ...others] = MEASURES.map(measureColumn);
  return [
    { key: dimension.key, label: dimension.label, unit: 'text' },
    ...(withNames ? [{ key: 'name', label: 'Name', unit: 'text' } as const] : []),
    revenue as Column,
    { key: 'share', label: 'Share', unit: 'share' },
    ...others,
  ];
}

function toRow(
  sums: Sums,
  total: GroupSums,
  dimension: Breakable,
  currency: string,
  withNames: boolean,
): Row {
  const row: Record<string, string | number | null> = { [dimension.key]: sums.key };
  if (withNames) row.name = sums.label;
  for (const measure of MEASURES) row[measure.key] = measure.of(sums, currency);
  row.share = fraction(sums.revenue, total.revenue);
  return row;
}

function rankingChart(
  { total }: Breakdown,
  shown: readonly Sums[],
  w: BreakdownWords,
  frame: Frame,
  currency: string,
): ChartSpec {
  const bars = shown.slice(0, MOST_BARS);
  const names = bars.map(s => w.name(s.key, s.label));
  const values = bars.map(s => w.format.major(s.revenue));
  const shares = total.revenue > 0 ? bars.map(s => w.format.share(s.revenue / total.revenue)) : undefined;
  const first = bars[0] as Sums;
  return {
    kind: 'ranking',
    title:
      total.revenue > 0 && first.revenue > 0 && first.revenue <= total.revenue
        ? `${w.name(first.key, first.label)} brings ${shares?.[0]} of revenue`
        : `Revenue by ${w.one}`,
    subtitle: `Revenue by ${w.one} · ${frame.text}`,
    alt: `Revenue by ${w.one}, ${frame.text}: ${names.map((n, i) => `${n} ${w.format.money(values[i] as number)}`).join(', ')}`,
    unit: 'money',
    currency,
    labels: names,
    values,
    notes: shares,
  };
}

function followUps(
  asked: Asked & { readonly dimension: Breakable },
  found: Breakdown,
  limit?: number,
): string[] {
  const first = found.rows.find(r => r.key !== null);
  const period = asked.period ? ` ${asked.period.text}` : '';
  const next: string[] = [];
  if (limit && limit < found.all.length) next.push(`sales by ${singular(asked.dimension)}${period}`);
  if (first && asked.dimension.by.kind === 'dimension' && asked.filters.length === 0) {
    next.push(`sales trend ${singular(asked.dimension)}:${quoted(String(first.key))}${period}`);
  }
  if (asked.dimension.key !== 'customer') next.push(`sales top-customers${period}`);
  else next.push('segment');
  return next;
}

const quoted = (value: string): string => (/^[\w.-]+$/.test(value) ? value : `"${value}"`);
