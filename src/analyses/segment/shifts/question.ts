import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { adviceFor } from '../../../answering/segments/advice.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { movedGroup } from '../../../answering/segments/moved-group.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import {
  flowChart,
  mainShift,
  matrixChart,
  movedSentence,
  NEW,
} from '../../../answering/segments/shift-charts.js';
import type { ShopView } from '../../../answering/shop.js';
import { skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import type { SegmentNote } from '../../../core/answer/segment-notes.js';
import { type Day, showDay } from '../../../core/calendar/days.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';
import { optionsText } from '../../../segments/segmentation/options.js';
import { type Flow, flowsOf, type Shifts, shiftsBetween } from '../../../segments/shifts.js';
import { segmentsAsOf } from '../../../segments/snapshots/as-of.js';
import { currentDay } from '../../../segments/snapshots/score-cache.js';
import type { Snapshot } from '../../../segments/snapshots/snapshot.js';
import { type Compared, whoMoved } from './who-moved.js';

/** How far back the earlier day lies if no period is named, in days. */
const USUAL_SPAN = 30;

/** Who moved between segments since an earlier day. */
const shifts = defineQuestion({
  family: 'segment',
  name: 'shifts',
  words: [
    'shifts',
    'shift',
    'moves',
    'movers',
    'moved',
    'changes',
    'changed',
    'migration',
    'migrations',
    'who moved',
    'who moved between',
    'moved between',
    'moves between',
    'shifts between',
    'changes between',
    'slipped',
    'slipped away',
    'who slipped',
    'fell',
    'churn',
    'who changed',
    'became',
    'sankey',
    'flow',
  ],
  impliedBy: ['fromSegment'],
  optional: ['period', 'segment', 'fromSegment', 'limit', 'segmentation', 'filters'],
  redundantWith: ['customer', 'customers'],
  canonicalText: ({ segment, fromSegment }) => ({
    text: [
      'shifts',
      fromSegment ? `from ${segmentWord(fromSegment)}` : '',
      segment ? `${fromSegment ? 'to ' : ''}${segmentWord(segment)}` : '',
    ]
      .filter(t => t !== '')
      .join(' '),
    includes: ['segment', 'fromSegment'],
  }),
  helpOrder: 103,
  summary: 'Who moved from which segment to which, and what they had spent',
  examples: ['shifts', 'shifts since {year}', 'shifts at-risk', 'shifts from vip'],

  async answer(query, shop) {
    const { placed, from } = await daysOf(query, shop);
    const context = await segmentContext(placed, shop);
    const moved = shiftsBetween(await snapshotBefore(from, query, context, shop), context.snapshot);
    const note: SegmentNote = { kind: 'comparedWithDaysBefore', days: USUAL_SPAN };
    const base = {
      ...skeleton(query, context, shop, 'Who moved'),
      scope: context.covers.map(part =>
        part.kind === 'asOf'
          ? ({ kind: 'between', from, to: part.day, customers: part.customers ?? 0 } as const)
          : part,
      ),
      notes: [...(query.period ? [] : [note]), ...context.notes],
    };
    const compared: Compared = { base, moved, query, placed, context };
    return query.segment === undefined && query.fromSegment === undefined
      ? allShifts(compared, shop)
      : whoMoved(compared, shop);
  },
});
export default shifts;

/** The two days that are compared: the one before the period and its last, or today's if it has not ended. */
async function daysOf(query: ParsedQuery, shop: ShopView): Promise<{ placed: ParsedQuery; from: Day }> {
  const { segmenting, store } = shop;
  const usual = query.segmentation?.options ?? segmenting.segmentation;
  const current = await currentDay(store, shop.today());
  const end = usual.asOf ?? current ?? 0;
  if (!query.period) return { placed: query, from: end - USUAL_SPAN };
  const { from, to } = query.period.range;
  // A period that is over has segments of its own last day.
  if (usual.asOf !== undefined || to >= end - 1) return { placed: query, from: from - 1 };
  const options = { ...usual, asOf: to };
  const text = optionsText(options, segmenting.segmentation);
  return { placed: { ...query, segmentation: { options, text } }, from: from - 1 };
}

/** The same customers on an earlier day: whoever had bought something else before is not new. */
function snapshotBefore(
  from: Day,
  { filters }: ParsedQuery,
  { segmentation, snapshot }: SegmentContext,
  shop: ShopView,
): Promise<Snapshot> {
  if (from < snapshot.asOf) return segmentsAsOf(shop, from, segmentation, filters, snapshot.asOf);
  throw new ShopkeeperError(
    `Segments of ${showDay(from)} can only be compared with those of a later day, not of ` +
      `${showDay(snapshot.asOf)}.`,
    'Name an earlier day, for example `segment shifts since 2026-01-01`',
  );
}

/** Every move from one segment to another. */
function allShifts({ base, moved, query, placed, context }: Compared, shop: ShopView): Answer {
  const { format } = context;
  const flows = flowsOf(moved);
  const flow = flowChart(moved, format);
  const slippedFlows = flows.filter(f => f.to.leaving && f.from && !f.from.leaving);
  const into = [...new Set(slippedFlows.map(f => f.to))].slice(0, 2);
  return answerOf({
    ...base,
    headline: movedSentence(moved, format),
    columns: [
      { key: 'from', label: 'From', unit: 'text' },
      { key: 'to', label: 'To', unit: 'text' },
      { key: 'customers', label: 'Customers', unit: 'count' },
      { key: 'monetary', label: 'Spent so far', unit: 'money' },
    ],
    rows: flows.map(f => ({
      from: f.from?.title ?? NEW,
      to: f.to.title,
      customers: f.customers,
      monetary: format.major(f.monetary),
    })),
    charts: flow ? [flow, matrixChart(moved, format)] : [],
    observations: [mainShift(moved, format) ?? 'Nobody slipped away and nobody came back.'],
    actions: slippedFlows.slice(0, 2).map(f => flowAction(f, moved, context)),
    followUps: [
      ...followUps(
        shop,
        query,
        into.map(({ title, many }) => ({
          ...offerQuestion('shifts', { segment: title }),
          label: `Who moved to ${many}`,
        })),
      ),
      // Of the customers as they were at the end of the days that are compared.
      ...followUps(shop, placed, [offerQuestion('actions'), offerQuestion('summary')]),
    ],
  });
}

/** What to do for those who moved, by what they had spent and where they came from. */
function flowAction(
  { from, to, customers, monetary }: Flow,
  moved: Shifts,
  { format }: SegmentContext,
): string {
  const moves = moved.moves.filter(m => m.from?.key === from?.key && m.to.key === to.key);
  const [advice] = adviceFor(movedGroup(moves, to, moved), format);
  const who = `${plural(customers, 'customer')} who went from ${from?.title} to ${to.title}`;
  return `${who}, with ${format.amount(monetary)}: ${advice}.`;
}
