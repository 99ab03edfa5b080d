import { answerOf } from '../../answer/answer.js';
import { capital, formatFor } from '../../answer/format.js';
import { showDay } from '../../calendar/days.js';
import { type Grain, periodKey, showPeriod } from '../../calendar/grain.js';
import { changeOf, MEASURES, measureColumn } from '../../sales/measures.js';
import { grainFor, type TrendPoint, trend } from '../../sales/trend.js';
import { type Frame, frameOf } from '../parts/frame.js';
import { peakOf, trendChart } from '../parts/trend-chart.js';
import { canonical, type Question } from '../question.js';

/** Sales over time. */
const question: Question = {
  family: 'sales',
  name: 'trend',
  words: [
    'trend',
    'trends',
    'over time',
    'development',
    'evolution',
    'history',
    'timeline',
    'time series',
    'trending',
    'course',
  ],
  wordless: ['grain'],
  takes: ['grain', 'measure', 'period', 'filters'],
  say: ({ grain }) => ({ text: `trend${grain ? ` by ${grain}` : ''}`, says: ['grain'] }),
  summary: 'Sales over time by day, week, month, quarter or year',
  examples: ['trend', 'trend by quarter', 'trend by week last 90 days'],

  async answer(asked, shop) {
    const frame = await frameOf(asked, shop);
    const grain = asked.grain ?? grainFor(frame.days);
    const base = {
      title: `Sales by ${grain}`,
      scope: frame.text,
      dataThrough: frame.dataThrough,
      currency: shop.currency,
    };
    const question = canonical(asked);
    const points = frame.days.from > frame.days.to ? [] : await trend(shop.store, frame.scope, frame, grain);
    if (points.length === 0)
      return answerOf({ ...base, question, headline: `No sales in ${frame.text}.`, notes: frame.notes });
    return answerOf({
      ...base,
      question,
      headline: headline(points, grain, shop.currency),
      columns: [
        { key: grain, label: grain[0]?.toUpperCase() + grain.slice(1), unit: 'text' },
        ...withChange(),
      ],
      rows: points.map((p, i) => toRow(p, points[i - 1], grain, shop.currency)),
      charts: [trendChart(points, grain, frame.text, shop.currency)],
      observations: observations(points, grain, shop.currency),
      notes: [
        ...partialNotes(points, grain, frame),
        ...frame.notes.filter(note => !note.includes('is not complete')),
      ],
      keepLast: true,
      followUps: [
        'sales',
        'sales top-products',
        ...(grain === 'month' ? ['sales trend by quarter'] : ['sales trend by month']),
      ],
    });
  },
};
export default question;

/** Why the first or the last period of a trend is not whole. */
function partialNotes(points: readonly TrendPoint[], grain: Grain, { days, data }: Frame): string[] {
  const [first, last] = [points[0], points.at(-1)];
  const notes: string[] = [];
  const because = (known: boolean, event: string) =>
    known ? `the data ${event}` : `what was asked for ${event}`;
  if (first?.partial && first.period.from < days.from) {
    notes.push(
      `${capital(showPeriod(grain, first.period.from))} is not complete: ${because(days.from === data.from, 'starts')} on ${showDay(days.from)}.`,
    );
  }
  if (last?.partial && last.period.to > days.to) {
    notes.push(
      `${capital(showPeriod(grain, last.period.from))} is not complete: ${because(days.to === data.to, 'ends')} on ${showDay(days.to)}.`,
    );
  }
  return notes;
}

function withChange() {
  const [revenue, ...others] = MEASURES.map(measureColumn);
  return [revenue, { key: 'change', label: 'Change', unit: 'change' as const }, ...others].filter(
    c => c !== undefined,
  );
}

function toRow(point: TrendPoint, before: TrendPoint | undefined, grain: Grain, currency: string) {
  const row: Record<string, string | number | boolean | null> = {
    [grain]: periodKey(grain, point.period.from),
  };
  for (const measure of MEASURES) row[measure.key] = measure.of(point.sums, currency);
  // A part of a period is not compared with a whole one.
  row.change =
    point.partial || !before || before.partial ? null : changeOf(point.sums.revenue, before.sums.revenue);
  row.partial = point.partial;
  return row;
}

function headline(points: readonly TrendPoint[], grain: Grain, currency: string): string {
  const format = formatFor(currency);
  const money = (p: TrendPoint) => format.amount(p.sums.revenue);
  const whole = points.filter(p => !p.partial);
  const [before, now] = whole.slice(-2);
  const peak = peakOf(points);
  const best = peak === undefined ? undefined : (points[peak] as TrendPoint);
  const peakText = best ? `; the peak was ${showPeriod(grain, best.period.from)} with ${money(best)}` : '';
  if (!now || !before) {
    const only = points.at(-1) as TrendPoint;
    return `${capital(showPeriod(grain, only.period.from))} brought ${money(only)}${only.partial ? ' so far' : ''}${peakText}.`;
  }
  const change = changeOf(now.sums.revenue, before.sums.revenue);
  const compared =
    change === null ? '' : `, ${format.change(change)} on ${showPeriod(grain, before.period.from)}`;
  return `${capital(showPeriod(grain, now.period.from))} brought ${money(now)}${compared}${peakText}.`;
}

function observations(points: readonly TrendPoint[], grain: Grain, currency: string): string[] {
  const format = formatFor(currency);
  const whole = points.filter(p => !p.partial);
  const said: string[] = [];
  if (whole.length >= 3) {
    const low = whole.reduce((a, b) => (b.sums.revenue < a.sums.revenue ? b : a));
    said.push(
      `The weakest ${grain} was ${showPeriod(grain, low.period.from)} with ${format.amount(low.sums.revenue)}.`,
    );
    const mean = whole.reduce((sum, p) => sum + p.sums.revenue, 0) / whole.length;
    said.push(`An average ${grain} brings ${format.amount(Math.round(mean))}.`);
  }
  const empty = points.filter(p => p.sums.lines === 0);
  if (empty.length > 0) {
    const names = empty.slice(0, 3).map(p => showPeriod(grain, p.period.from));
    said.push(
      `No sales at all in ${names.join(', ')}${empty.length > 3 ? ` and ${empty.length - 3} more` : ''}.`,
    );
  }
  return said;
}
