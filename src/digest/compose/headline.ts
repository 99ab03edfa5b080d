import { byUrgency } from '../../answering/segments/advice.js';
import { largestOther, mainShift } from '../../answering/segments/shift-charts.js';
import { type Answer, answerOf } from '../../core/answer/answer.js';
import { capital, listed, plural } from '../../core/answer/format.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { isoOf, showDay, showWeekday } from '../../core/calendar/days.js';
import type { DayRange } from '../../core/calendar/grain.js';
import { changeOf } from '../../measures/measures.js';
import { segmentWord } from '../../segments/maps/segment-names.js';
import { movedByLimits } from '../../segments/shifts.js';
import { type SegmentSummary, summarise } from '../../segments/summary.js';
import type { ActiveCustomers } from '../../store/scope/active-customers.js';
import type { GroupSums } from '../../store/scope/sums.js';
import type { DigestMaterial, DigestSales } from './material.js';
import { missingDays } from './missing-days.js';
import { type DigestGrain, type DigestPeriods, periodTitle, periodWord } from './periods.js';
import { periodsChart } from './periods-chart.js';
import { firstAction } from './plan-by-money.js';

/** Up to a week of missing days is listed day by day. */
const DAYS_NAMED = 7;

/** The message in the channel: the period's sales, the most important shift, the sizes of the segments. */
export async function headlineAnswer(material: DigestMaterial): Promise<Answer> {
  const { shop, periods, data, shifts, sales, format } = material;
  const { grain } = periods;
  const sizes = summarise(shifts.after);
  const sizeBefore = new Map(summarise(shifts.before).map(s => [s.segment.key, s.customers]));
  // From one day to the next it would be the same again.
  const first = grain === 'day' ? undefined : await firstAction(material);
  return answerOf({
    question: 'digest',
    title: periodTitle(periods),
    scope: [{ kind: 'words', text: `Segments as of ${showDay(periods.period.to)}` }, ...material.scope],
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
    actions: first === undefined ? [] : [first],
    notes: [...coverage(periods, data), ...(await missingSales(material)), ...limitsNote(material)],
    followUps: followUps(sizes, material),
  });
}

/** Questions as of the digest's own days, so that their figures agree with it. */
function followUps(sizes: readonly SegmentSummary[], { periods, followUp }: DigestMaterial) {
  const asOf = `as-of:${isoOf(periods.period.to)}`;
  const urgent = byUrgency(sizes.filter(s => s.segment.leaving && s.customers > 0))[0]?.segment;
  return [
    ...(urgent ? [followUp(capital(urgent.many), `segment ${segmentWord(urgent.title)} ${asOf}`)] : []),
    followUp('Top products', `sales top-products ${periodWord(periods.period)}`),
    followUp('What to do', `segment actions ${asOf}`),
  ];
}

/** `$12,345.67 from 123 orders (+4.2% on the week before); 12 new customers and 80 returning ones.` */
function salesSentence({ now, people, before, lastYear }: DigestSales, material: DigestMaterial): string {
  const { periods, data, format } = material;
  const { grain, period } = periods;
  const comparisons = [
    [before?.sums, `the ${grain} before`],
    [lastYear, `the same ${grain} last year`],
  ] as const;
  if (now.lines === 0) {
    const revenue = before && (before.sums.lines > 0 ? format.amount(before.sums.revenue) : 'none');
    return `No sales came in ${thisPeriod(grain)}${revenue ? `, after ${revenue} the ${grain} before` : ''}.`;
  }
  const changes = comparisons.flatMap(([sums, period]) => {
    if (!sums) return [];
    if (sums.lines === 0) return [`none ${period}`];
    const change = changeOf(now.revenue, sums.revenue);
    return change === null ? [] : [`${format.change(change)} on ${period}`];
  });
  const soFar = data.to < period.to ? `, so far: up to ${showDay(data.to)}` : '';
  return `${soldText(now, people, material, changes, soFar)}.`;
}

/** `this week`; a day is over. */
const thisPeriod = (grain: DigestGrain): string => (grain === 'day' ? 'that day' : `this ${grain}`);

function soldText(
  sums: GroupSums,
  people: ActiveCustomers,
  { format, recorded }: Pick<DigestMaterial, 'format' | 'recorded'>,
  changes: readonly string[] = [],
  soFar = '',
): string {
  const compared = changes.length > 0 ? ` (${changes.join(', ')})` : '';
  const from = recorded.orders ? ` from ${plural(sums.orders, 'order')}` : ' of revenue';
  const buyers = recorded.customers ? `; ${buyersText(people)}` : '';
  return `${format.amount(sums.revenue)}${from}${soFar}${compared}${buyers}`;
}

function buyersText({ active, fresh }: ActiveCustomers): string {
  const returning = active - fresh;
  if (fresh === 0) return `${plural(active, 'returning customer')}, none new`;
  if (returning === 0) return `${plural(fresh, 'new customer')}, none returning`;
  return `${plural(fresh, 'new customer')} and ${plural(returning, 'returning one')}`;
}

/** The period before in the same figures. */
function beforeSentence({ before }: DigestSales, material: DigestMaterial): string[] {
  return before && before.sums.lines > 0
    ? [`The ${material.periods.grain} before: ${soldText(before.sums, before.people, material)}.`]
    : [];
}

/**
 * The customers who slipped away and came back, and a larger flow if there is one; otherwise that nobody
 * moved.
 */
function shiftSentences({ shifts, periods, format }: DigestMaterial): string[] {
  if (shifts.after.segment.length === 0) return [];
  const sentences = [mainShift(shifts, format), largestOther(shifts, format)].filter(s => s !== undefined);
  if (sentences.length > 0) return sentences;
  return [`Nobody slipped away and nobody came back ${thisPeriod(periods.grain)}.`];
}

/** Says so if most of the moves are due to the limits between scores rather than to the customers' orders. */
function limitsNote({ shifts }: DigestMaterial): Note[] {
  const moved = shifts.moves.filter(m => m.from).length;
  const byLimits = movedByLimits(shifts).length;
  if (byLimits === 0 || byLimits * 2 < moved) return [];
  const some = byLimits === moved ? `All ${moved}` : `${byLimits} of the ${moved}`;
  const who = moved === 1 ? 'The customer' : `${some} customers`;
  const why = 'This happens if many customers have the same figures, or few of them order.';
  return [
    remark(`${who} who changed segment did so without an order: the limits between scores moved. ${why}`),
  ];
}

const coverage = ({ period }: DigestPeriods, data: DayRange): Note[] =>
  data.to < period.to ? [{ kind: 'periodIncomplete', period, dataEnds: data.to }] : [];

async function missingSales(material: DigestMaterial): Promise<Note[]> {
  const days = (await missingDays(material)).filter(day => day <= material.data.to);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const when =
    days.length > DAYS_NAMED
      ? `${days.length} days between ${showDay(first)} and ${showDay(last)}`
      : listed(days.map(showWeekday));
  const usually = days.length === 1 ? 'this weekday nearly always has' : 'these weekdays nearly always have';
  return [remark(`No sales on ${when}, although ${usually} some: is a file missing?`)];
}
