import { type Answer, answerOf } from '../../answer/answer.js';
import { type Format, formatFor, plural } from '../../answer/format.js';
import { isoOf, showDay } from '../../calendar/days.js';
import { type DayRange, showRange } from '../../calendar/grain.js';
import type { ChartSpec } from '../../charts/spec.js';
import { segmentWord } from '../../questions/language/words.js';
import { mainShift } from '../../questions/parts/shift-charts.js';
import { changeOf } from '../../sales/measures.js';
import { trend } from '../../sales/trend.js';
import { summarise } from '../../segments/summary.js';
import { activeCustomers } from '../../store/new-customers.js';
import { type GroupSums, totalSums } from '../../store/sums.js';
import type { DigestMaterial } from './material.js';

const WEEKS_SHOWN = 13;

/** The message in the channel: the week's sales, the most important shift, the sizes of the segments. */
export async function headlineAnswer(material: DigestMaterial): Promise<Answer> {
  const { shop, weeks, data, shifts } = material;
  const format = formatFor(shop.currency);
  const sums = (range: DayRange) => totalSums(shop.store, { range, filters: [] });
  const [now, before, yearBefore, people] = await Promise.all([
    sums(weeks.week),
    sums(weeks.before),
    sums(weeks.yearBefore),
    activeCustomers(shop.store, weeks.week),
  ]);
  const [sizes, sizesBefore] = [summarise(shifts.after), summarise(shifts.before)];
  return answerOf({
    question: 'digest',
    title: `Week of ${showRange(weeks.week)}`,
    scope: `Monday to Sunday, segments as of ${showDay(weeks.week.to)}`,
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: salesSentence(
      now,
      // Only whole weeks are compared.
      data.to >= weeks.week.to && weeks.before.from >= data.from ? before : undefined,
      data.to >= weeks.week.to && weeks.yearBefore.from >= data.from ? yearBefore : undefined,
      people,
      format,
    ),
    columns: [
      { key: 'segment', label: 'Segment', unit: 'text' },
      { key: 'customers', label: 'Customers', unit: 'count' },
      { key: 'change', label: 'This week', unit: 'delta' },
      { key: 'revenue', label: 'Spent so far', unit: 'money' },
    ],
    rows: sizes.map((s, i) => ({
      segment: s.segment.title,
      customers: s.customers,
      change: s.customers - (sizesBefore[i]?.customers ?? 0),
      revenue: format.major(s.revenue),
    })),
    charts: [await weeksChart(material, format)],
    observations: [shiftSentence(material, format)].filter(s => s !== undefined),
    notes: headlineNotes(weeks.week, data),
    followUps: [
      `segment ${segmentWord(shifts.after.map.segments.find(s => s.leaving)?.title ?? '')}`,
      'sales top-products last week',
      'segment',
    ],
  });
}

function salesSentence(
  now: GroupSums,
  before: GroupSums | undefined,
  yearBefore: GroupSums | undefined,
  people: { active: number; fresh: number },
  format: Format,
): string {
  if (now.lines === 0) return 'No sales came in this week.';
  const against = [
    [before ? changeOf(now.revenue, before.revenue) : null, 'on the week before'],
    [yearBefore ? changeOf(now.revenue, yearBefore.revenue) : null, 'on the same week last year'],
  ]
    .filter(([change]) => change !== null)
    .map(([change, to]) => `${format.change(change as number)} ${to}`);
  const returning = people.active - people.fresh;
  return (
    `${format.amount(now.revenue)} from ${plural(now.orders, 'order')}${against.length > 0 ? ` (${against.join(', ')})` : ''}; ` +
    `${plural(people.fresh, 'new customer')} and ${plural(returning, 'returning one')}.`
  );
}

/** The most important shift; else that nobody moved. */
function shiftSentence({ shifts }: DigestMaterial, format: Format): string | undefined {
  const said = mainShift(shifts, format);
  if (said !== undefined || shifts.after.segment.length === 0) return said;
  return 'Nobody slipped away and nobody came back this week.';
}

function headlineNotes(week: DayRange, data: DayRange): string[] {
  if (data.from > week.to) return [`The data starts on ${showDay(data.from)}, after this week.`];
  if (data.to < week.from)
    return [`The newest sale is from ${showDay(data.to)}: nothing has come in for this week.`];
  if (data.to < week.to) return [`The data ends on ${showDay(data.to)}, so the week is not complete.`];
  return [];
}

async function weeksChart({ shop, weeks, data }: DigestMaterial, format: Format): Promise<ChartSpec> {
  const range = { from: Math.max(weeks.week.to - WEEKS_SHOWN * 7 + 1, data.from), to: weeks.week.to };
  const days = range.from <= range.to ? range : weeks.week;
  const points = await trend(shop.store, { range: days, filters: [] }, { days, data }, 'week');
  const labels = points.map(p => showDay(p.period.from).slice(0, -6));
  const values = points.map(p => format.major(p.sums.revenue));
  const last = values.at(-1) ?? 0;
  return {
    kind: 'trend',
    title: `${format.moneyShort(last)} in the week of ${showRange(weeks.week)}`,
    subtitle: `Revenue by week, each named by its Monday`,
    alt: `Revenue by week: ${labels.map((l, i) => `${l} ${format.money(values[i] as number)}`).join(', ')}`,
    unit: 'money',
    currency: shop.currency,
    labels,
    values,
    partialLast: data.to < weeks.week.to,
    peak: points.length - 1,
  };
}
