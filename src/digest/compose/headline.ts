import { byUrgency } from '../../answering/segments/findings.js';
import { largestOther, mainShift } from '../../answering/segments/shift-charts.js';
import { type Answer, answerOf } from '../../core/answer/answer.js';
import type { ChartSpec } from '../../core/answer/chart-spec.js';
import { type Format, listed, plural } from '../../core/answer/format.js';
import { isoOf, showDay, showWeekday } from '../../core/calendar/days.js';
import { type DayRange, labelPeriod, periodOf } from '../../core/calendar/grain.js';
import { changeOf } from '../../measures/measures.js';
import { trend } from '../../measures/trend.js';
import { segmentWord } from '../../segments/maps/segment-names.js';
import { movedByLimits } from '../../segments/shifts.js';
import { summarise } from '../../segments/summary.js';
import type { ActiveCustomers } from '../../store/scope/active-customers.js';
import type { GroupSums } from '../../store/scope/sums.js';
import { type DigestGrain, type DigestPeriods, periodTitle, periodWord } from '../periods.js';
import type { DigestMaterial } from './material.js';
import { missingDays } from './missing-days.js';
import type { DigestSales } from './sales.js';

/** Missing days that are named each: those of a week. */
const DAYS_NAMED = 7;
/** Periods in the chart. */
const SHOWN: Readonly<Record<DigestGrain, number>> = { day: 14, week: 13, month: 13 };

/** The message in the channel: the period's sales, the most important shift, the sizes of the segments. */
export async function headlineAnswer(material: DigestMaterial): Promise<Answer> {
  const { shop, periods, data, shifts, sales, format } = material;
  const { grain } = periods;
  const sizes = summarise(shifts.after);
  const sizeBefore = new Map(summarise(shifts.before).map(s => [s.segment.key, s.customers]));
  // Where acting is most urgent.
  const leaving = byUrgency(sizes.filter(s => s.segment.leaving && s.customers > 0))[0]?.segment;
  const asOf = `as-of:${isoOf(periods.period.to)}`;
  return answerOf({
    question: 'digest',
    title: periodTitle(periods),
    scope: `Segments as of ${showDay(periods.period.to)}${material.scope}`,
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: salesSentence(sales, material),
    columns: [
      { key: 'segment', label: 'Segment', unit: 'text' },
      { key: 'customers', label: 'Customers', unit: 'count' },
      { key: 'change', label: grain === 'day' ? 'That day' : `This ${grain}`, unit: 'delta' },
      { key: 'revenue', label: 'Spent so far', unit: 'money' },
    ],
    rows: sizes.map(s => ({
      segment: s.segment.title,
      customers: s.customers,
      change: s.customers - (sizeBefore.get(s.segment.key) ?? 0),
      revenue: format.major(s.revenue),
    })),
    charts: [await periodsChart(material)],
    observations: [...shiftSentences(material), ...beforeSentence(sales, material)],
    notes: [
      ...coverage(periods, data),
      ...(await missing(material)),

      ...limitsNote(material),
    ],
    followUps: [
      // Of the digest's own days, so that the figures are the same.
      ...(leaving ? [material.again(`segment ${segmentWord(leaving.title)} ${asOf}`)] : []),
      material.again(`sales top-products ${periodWord(periods.period)}`),
      material.again(`segment actions ${asOf}`),
    ],
  });
}

/** `$12,345.67 from 123 orders (+4.2% on the week before, -1.0% on the same week last year); 12 new customers and 80 returning ones.` */
function salesSentence({ now, people, before, lastYear }: DigestSales, material: DigestMaterial): string {
  const { periods, data, format } = material;
  const { grain, period } = periods;
  const against = [
    [before?.sums, `the ${grain} before`],
    [lastYear, `the same ${grain} last year`],
  ] as const;
  const then = before
    ? ` after ${before.sums.lines > 0 ? format.amount(before.sums.revenue) : 'none'} the ${grain} before`
    : '';
  if (now.lines === 0) return `No sales came in ${thisOne(grain)}${then && `,${then}`}.`;
  const changes = against.flatMap(([sums, to]) => {
    if (!sums) return [];
    if (sums.lines === 0) return [`none ${to}`];
    const change = changeOf(now.revenue, sums.revenue);
    return change === null ? [] : [`${format.change(change)} on ${to}`];
  });
  const soFar = data.to < period.to ? `, so far: up to ${showDay(data.to)}` : '';
  return `${soldBy(now, people, format, changes, soFar)}.`;
}

/** `this week`; a day is over. */
const thisOne = (grain: DigestGrain): string => (grain === 'day' ? 'that day' : `this ${grain}`);

const soldBy = (
  sums: GroupSums,
  people: ActiveCustomers,
  format: Format,
  changes: readonly string[] = [],
  soFar = '',
): string =>
  `${format.amount(sums.revenue)} from ${plural(sums.orders, 'order')}${soFar}${changes.length > 0 ? ` (${changes.join(', ')})` : ''}; ${whoBought(people)}`;

function whoBought({ active, fresh }: ActiveCustomers): string {
  const returning = active - fresh;
  if (fresh === 0) return `${plural(active, 'returning customer')}, none new`;
  if (returning === 0) return `${plural(fresh, 'new customer')}, none returning`;
  return `${plural(fresh, 'new customer')} and ${plural(returning, 'returning one')}`;
}

/** The period before in the same figures. */
function beforeSentence({ before }: DigestSales, { periods, format }: DigestMaterial): string[] {
  return before && before.sums.lines > 0
    ? [`The ${periods.grain} before: ${soldBy(before.sums, before.people, format)}.`]
    : [];
}

/** The most important shifts: who slipped and came back, and a flow that is larger than those; else that nobody moved. */
function shiftSentences({ shifts, periods, format }: DigestMaterial): string[] {
  if (shifts.after.segment.length === 0) return [];
  const said = [mainShift(shifts, format), largestOther(shifts, format)].filter(s => s !== undefined);
  return said.length > 0 ? said : [`Nobody slipped away and nobody came back ${thisOne(periods.grain)}.`];
}

/** Where most of the moves are due to the limits between scores rather than to what customers did. */
function limitsNote({ shifts }: DigestMaterial): string[] {
  const moved = shifts.moves.filter(m => m.from).length;
  const byLimits = movedByLimits(shifts).length;
  if (byLimits === 0 || byLimits * 2 < moved) return [];
  const who = byLimits === moved ? `All ${moved}` : `${byLimits} of the ${moved}`;
  return [
    `${moved === 1 ? 'The one' : who} who changed segment did not order: the limits between scores have moved, as they do where many customers have the same figures or few order.`,
  ];
}

/** Whether the data covers the period. */
const coverage = ({ grain, period }: DigestPeriods, data: DayRange): string[] =>
  data.to < period.to ? [`The data ends on ${showDay(data.to)}, so the ${grain} is not complete.`] : [];

async function missing(material: DigestMaterial): Promise<string[]> {
  const days = (await missingDays(material)).filter(day => day <= material.data.to);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const when =
    days.length > DAYS_NAMED
      ? `${days.length} days between ${showDay(first)} and ${showDay(last)}`
      : listed(days.map(showWeekday));
  return [`No sales on ${when}, though there are some on nearly every such weekday: is a file missing?`];
}

/** `in the week, 29.7% less than the week before`; the period alone where there is none to compare with. */
function against(change: number | null, periods: DigestPeriods, isPartial: boolean, format: Format): string {
  const { grain } = periods;
  const title = periodTitle(periods);
  const inIt = grain === 'day' ? 'on the day' : `in the ${grain}`;
  if (isPartial) return `so far ${inIt}`;
  if (change === null)
    return `in ${grain === 'week' ? `the ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title}`;
  if (change === 0) return `${inIt}, as much as the ${grain} before`;
  return `${inIt}, ${format.share(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than the ${grain} before`;
}

async function periodsChart({
  shop,
  periods,
  data,
  filters,
  sales,
  format,
}: DigestMaterial): Promise<ChartSpec> {
  const { grain, period } = periods;
  let from = period.from;
  for (let i = 1; i < SHOWN[grain]; i++) from = periodOf(grain, from - 1).from;
  const range = { from: Math.max(from, data.from), to: period.to };
  const days = range.from <= range.to ? range : period;
  const points = await trend(shop.store, { range: days, filters }, { days, data }, grain);
  const labels = points.map(p =>
    grain === 'month' ? labelPeriod('month', p.period.from) : showDay(p.period.from).slice(0, -6),
  );
  const values = points.map(p => format.major(p.sums.revenue));
  const last = values.at(-1) ?? 0;
  const change = sales.before ? changeOf(sales.now.revenue, sales.before.sums.revenue) : null;
  return {
    kind: 'trend',
    title: `${format.moneyShort(last)} ${against(change, periods, data.to < period.to, format)}`,
    subtitle: `Revenue by ${grain}${grain === 'week' ? ', each named by its Monday' : ''}`,
    alt: `Revenue by ${grain}: ${labels.map((l, i) => `${l} ${format.money(values[i] as number)}`).join(', ')}`,
    unit: 'money',
    currency: format.currency,
    labels,
    values,
    partialLast: data.to < period.to,
    peak: points.length - 1,
  };
}
