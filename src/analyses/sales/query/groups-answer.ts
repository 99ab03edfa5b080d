import { pluralOf } from '../../../answering/grouping-fields.js';
import type { Column, Row } from '../../../core/answer/answer.js';
import type { ChartSpec } from '../../../core/answer/chart-spec.js';
import type { Note } from '../../../core/answer/notes.js';
import { periodKey } from '../../../core/calendar/grain.js';
import { kebab } from '../../../core/text/words.js';
import type { QueryField } from '../../../query/fields.js';
import { ALL_OTHERS } from '../../../query/rest.js';
import { figureText, nameOfRow } from '../../../query/row-words.js';
import type { GroupResult, GroupRow } from '../../../query/run.js';
import type { QueryAnswer, QueryContext } from './context.js';
import { growthSentences } from './growth-sentences.js';
import { camel, changeBetween, chartUnit, columnOf } from './words.js';

const MOST_BARS = 15;
const MOST_SERIES = 6;
const MOST_ROWS = 1_000;

/** Measures by one or two fields. */
export function groupsAnswer(context: QueryContext, result: GroupResult): QueryAnswer {
  const { resolved, format, text } = context;
  const { fields, measures, query } = resolved;
  const [measure] = measures;
  if (!measure) throw new Error('A query has at least one measure.');
  const { rows } = result;
  if (rows.length === 0)
    return { headline: `There is nothing to show: ${text}.`, columns: columnsOf(context, result), rows: [] };
  const isTime = fields[0]?.order === 'time' && fields.length === 1;
  return {
    headline: `${headlineOf(context, result)} (${text}).`,
    columns: columnsOf(context, result),
    rows: rows.slice(0, MOST_ROWS).map(row => rowOf(context, row)),
    keepLast: isTime && !query.rank,
    charts: query.show.includes('table') || rows.length < 2 ? [] : chartOf(context, result),
    observations: [...growthSentences(context, result), ...totalSentence(context, result, format)],
    notes: notShown(result),
  };
}

function headlineOf({ resolved, format }: QueryContext, { rows, total }: GroupResult): string {
  const { fields, measured, query } = resolved;
  const [measure] = measured;
  if (!measure) return '';
  const at = Math.max(
    0,
    measured.findIndex(m => m.key === query.rank?.by),
  );
  const by = measured[at] ?? measure;
  const value = (row: GroupRow) => row.values[at] ?? null;
  // What is asked about stands before all others together, which are no rival of it.
  const isOthers = (row: GroupRow) => query.show.includes('rest') && nameOfRow(row, fields) === ALL_OTHERS;
  const isOfSeveral = rows.filter(row => !isOthers(row)).length > 1;
  const said = rows.filter(row => value(row) !== null && !(isOfSeveral && isOthers(row)));
  const isBottom = query.rank?.order === 'bottom';
  const best = furthest(said, value, isBottom);
  if (!best) return `No ${fields[0]?.label.toLowerCase() ?? 'group'} has a figure`;
  if (by.addsUp && at === 0 && Number(value(best)) === 0 && Number(total[0]) === 0)
    return `${by.label}: none`;
  const figure = figureText(value(best), by, format);
  const whole = Number(total[0]);
  const share =
    by.addsUp && at === 0 && whole > 0 && Number(value(best)) >= 0 && rows.length > 1
      ? `, ${format.share(Number(value(best)) / whole)} of ${format.figure(whole, by.unit)}`
      : '';
  if (query.rank && query.show.includes('share') && measure.addsUp && whole > 0)
    return broughtTogether(resolved, rows, whole, format);
  const last = query.rank?.order === 'ends' ? said.at(-1) : undefined;
  if (last && last !== best)
    return (
      `${capitalised(nameOfRow(best, fields))} leads with ${figure}, ` +
      `and ${nameOfRow(last, fields)} is last with ${figureText(value(last), by, format)}`
    );
  if (rows.length === 1) return `${capitalised(nameOfRow(best, fields))}: ${figure}`;
  // The one that was asked about stands before all others together, which are no rival of it.
  const own = query.show.includes('rest') && rows.length === 2 ? rows.find(r => r !== best) : undefined;
  if (own && nameOfRow(best, fields) === ALL_OTHERS)
    return (
      `${capitalised(nameOfRow(own, fields))}: ${figureText(value(own), by, format)}, and all ` +
      `others ${figure}`
    );
  const [second, ...more] = isOfSeveral && query.show.includes('rest') ? said.filter(r => r !== best) : [];
  const next =
    second && more.length === 0 && !isBottom
      ? `; ${nameOfRow(second, fields)} follows with ${figureText(value(second), by, format)}`
      : '';
  const place = isBottom ? 'is last' : 'leads';
  return `${capitalised(nameOfRow(best, fields))} ${place} with ${figure}${share}${next}`;
}

/** What the rows of a ranking bring of all: `The top 20% of customers (18) bring 41.0%, $190 of $550`. */
function broughtTogether(
  { query, fields, measures }: QueryContext['resolved'],
  rows: readonly GroupRow[],
  whole: number,
  format: QueryContext['format'],
): string {
  const { order, limit, isPercent } = query.rank ?? { order: 'top', limit: rows.length };
  const unit = measures[0]?.unit ?? 'number';
  const sum = rows.reduce((all, row) => all + Number(row.values[0] ?? 0), 0);
  const many = pluralOf(kebab(fields[0]?.label ?? 'group')).replaceAll('-', ' ');
  const which = { top: 'first', bottom: 'last', ends: 'first and last' }[order];
  const end = order === 'ends' ? which : order;
  const bring = isPercent
    ? `The ${end} ${limit}% of ${many} (${format.count(rows.length)}) bring`
    : rows.length === 1
      ? `The ${which} one brings`
      : `The ${which} ${rows.length} bring`;
  const figure = format.figure(Math.round(sum * 100) / 100, unit);
  return `${bring} ${format.share(sum / whole)}, ${figure} of ${format.figure(whole, unit)}`;
}

/** The row with the highest figure, or the lowest; the first of those that are alike. */
const furthest = (
  rows: readonly GroupRow[],
  value: (row: GroupRow) => unknown,
  isLowest: boolean,
): GroupRow | undefined =>
  rows.reduce<GroupRow | undefined>((a, b) => {
    if (a === undefined) return b;
    const [first, second] = [Number(value(a)), Number(value(b))];
    return (isLowest ? second < first : second > first) ? b : a;
  }, undefined);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function columnsOf({ resolved }: QueryContext, { rows }: GroupResult): Column[] {
  const { fields, measures, query } = resolved;
  const isCompared = rows.some(row => row.before);
  return [
    ...fields.flatMap((field, i): Column[] => {
      const key = camel(field.key);
      const hasNames =
        rows.some(row => row.labels[i] !== null && row.labels[i] !== row.keys[i]) && !field.grain;
      return [
        { key, label: field.label, unit: 'text' },
        ...(hasNames ? [{ key: `${key}Name`, label: 'Name', unit: 'text' } as const] : []),
      ];
    }),
    ...measures.flatMap((measure, i): Column[] => [
      columnOf(measure),
      ...(i === 0 && query.show.includes('share')
        ? [{ key: 'share', label: 'Share', unit: 'share' } as const]
        : []),
      ...(i === 0 && query.show.includes('running')
        ? [{ key: 'running', label: 'Running total', unit: measure.unit } as const]
        : []),
      ...(i === 0 && query.show.includes('growth')
        ? [{ key: 'growth', label: 'Growth', unit: 'change' } as const]
        : []),
      ...(isCompared
        ? ([
            { key: `${camel(measure.key)}Before`, label: 'Before', unit: measure.unit },
            { key: `${camel(measure.key)}Change`, label: 'Change', unit: 'change' },
          ] as const)
        : []),
    ]),
  ];
}

function rowOf({ resolved }: QueryContext, row: GroupRow): Row {
  const { fields, measures } = resolved;
  const cells: Record<string, string | number | null> = {};
  for (const [i, field] of fields.entries()) {
    const key = camel(field.key);
    cells[key] = field.grain ? periodKey(field.grain, row.ids[i] as number) : (row.keys[i] ?? null);
    const label = row.labels[i] ?? null;
    if (label !== null && label !== row.keys[i] && !field.grain) cells[`${key}Name`] = label;
  }
  for (const [i, measure] of measures.entries()) {
    cells[camel(measure.key)] = row.values[i] ?? null;
    if (!row.before) continue;
    cells[`${camel(measure.key)}Before`] = row.before[i] ?? null;
    cells[`${camel(measure.key)}Change`] = changeBetween(row.values[i] ?? null, row.before[i] ?? null);
  }
  if (row.share !== undefined) cells.share = row.share;
  if (row.growth !== undefined) cells.growth = row.growth;
  if (row.running !== undefined) cells.running = row.running;
  return cells;
}

/** What all of it comes to, and with a comparison how it changed. */
function totalSentence(
  { resolved }: QueryContext,
  { total, totalBefore }: GroupResult,
  format: QueryContext['format'],
): string[] {
  const [measure] = resolved.measures;
  const [now, before] = [total[0] ?? null, totalBefore?.[0] ?? null];
  if (!measure || now === null) return [];
  const change = changeBetween(now, before);
  const whole = `Altogether: ${figureText(now, measure, format)}`;
  if (before === null) return [`${whole}.`];
  const against = change === null ? 'after' : `${format.change(change)} against`;
  return [`${whole}, ${against} ${figureText(before, measure, format)}.`];
}

function notShown({ rows, count }: GroupResult): Note[] {
  const missing = count - Math.min(rows.length, MOST_ROWS);
  return missing <= 0 ? [] : [{ kind: 'notShown', count: missing, one: 'group', many: 'groups' }];
}

/** Money in short form, for a chart's title. */
const shortened = (format: QueryContext['format']): QueryContext['format'] => ({
  ...format,
  figure: format.short,
});

function chartOf(context: QueryContext, result: GroupResult): ChartSpec[] {
  const { resolved, format, text } = context;
  const { fields, measures } = resolved;
  const [first, second] = fields;
  const [measure] = measures;
  if (!measure || !first) return [];
  const title = headlineOf({ ...context, format: shortened(format) }, result);
  const by = `${measure.label} by ${fields.map(f => f.label.toLowerCase()).join(' and ')}`;
  const shown = first.order === 'time' && !second ? result.rows : result.rows.slice(0, MOST_BARS);
  const base = {
    title,
    subtitle: `${by} · ${text}`,
    alt: `${by}, ${text}: ${shown
      .slice(0, 30)
      .map(row => `${nameOfRow(row, fields)} ${format.figure(row.values[0] ?? 0, measure.unit)}`)
      .join(', ')}`,
    unit: chartUnit(measure),
    currency: format.currency,
  };
  if (second) return partsChart(context, result, base);
  const values = shown.map(row => row.values[0] ?? 0);
  if ((first.order === 'time' || first.order === 'fixed') && shown.length > 2 && !resolved.query.rank)
    return [
      {
        ...base,
        kind: 'trend',
        labels: shown.map(row => shortLabel(row, first)),
        values,
        partialLast: false,
        peak: values.indexOf(Math.max(...values)),
        ...(first.order === 'fixed' && { isCycle: true }),
      },
    ];
  const isShare = result.rows.some(row => row.share !== undefined);
  // The first bar is the one that stands out: new buyers may be fewer than those who return.
  const bars =
    first.order === 'fixed' && !resolved.query.rank
      ? [...shown].sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0))
      : shown;
  return [
    {
      ...base,
      kind: 'ranking',
      labels: bars.map(row => nameOfRow(row, fields)),
      values: bars.map(row => row.values[0] ?? 0),
      ...(isShare && { notes: bars.map(row => format.figure(row.share ?? 0, 'share')) }),
    },
  ];
}

function shortLabel(row: GroupRow, field: QueryField): string {
  if (field.grain) return periodKey(field.grain, row.ids[0] as number);
  const key = String(row.keys[0] ?? '–');
  return field.key === 'weekday' || field.key === 'month-of-year' ? key.slice(0, 3) : key;
}

/** Bars of the first field, made of or beside each other by the second. */
function partsChart(
  { resolved }: QueryContext,
  { rows }: GroupResult,
  base: Pick<ChartSpec, 'title' | 'subtitle' | 'alt' | 'unit' | 'currency'>,
): ChartSpec[] {
  const [first, second] = resolved.fields;
  const [measure] = resolved.measures;
  if (!first || !second || !measure) return [];
  const name = (row: GroupRow, i: number, field: QueryField) =>
    nameOfRow(
      { ...row, keys: [row.keys[i] ?? null], labels: [row.labels[i] ?? null], ids: [row.ids[i] as number] },
      [field],
    );
  const labels = [...new Set(rows.map(row => name(row, 0, first)))].slice(0, MOST_BARS);
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = name(row, 1, second);
    sums.set(key, (sums.get(key) ?? 0) + Math.abs(row.values[0] ?? 0));
  }
  const inOrder = second.order === 'ranked' ? [...sums].sort((a, b) => b[1] - a[1]) : [...sums];
  const series = inOrder.slice(0, MOST_SERIES).map(([key]) => ({
    name: key,
    values: labels.map(
      label =>
        rows.find(row => name(row, 0, first) === label && name(row, 1, second) === key)?.values[0] ?? 0,
    ),
  }));
  if (labels.length < 2 && series.length < 2) return [];
  const stacks = measure.addsUp && rows.every(row => (row.values[0] ?? 0) >= 0) && sums.size <= MOST_SERIES;
  return [{ ...base, kind: 'parts', labels, series, layout: stacks ? 'stacked' : 'grouped' }];
}
