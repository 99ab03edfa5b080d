import { canonical } from '../../../answering/declaration.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import {
  flowChart,
  mainShift,
  matrixChart,
  movedSentence,
  NEW,
  spentBy,
} from '../../../answering/segments/shift-charts.js';
import type { ShopView } from '../../../answering/shop.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Row } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { remark } from '../../../core/answer/notes.js';
import { type Day, isoOf, showDay } from '../../../core/calendar/days.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { OTHERS } from '../../../segments/maps/map.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';
import { optionsText } from '../../../segments/options.js';
import { flowsOf, type Move, type Shifts, shiftsBetween } from '../../../segments/shifts.js';
import { segmentsAsOf } from '../../../segments/snapshots/as-of.js';
import { currentDay } from '../../../segments/snapshots/score-cache.js';
import { customersById } from '../../../store/tables/customers.js';

/** What is compared with where no period is given, in days. */
const USUAL_SPAN = 30;
/** Customers listed who moved into a segment. */
const LISTED = 15;

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
    const { query: placed, from } = await daysOf(query, shop);
    const context = await segmentContext(placed, shop);
    const { snapshot } = context;
    if (from >= snapshot.asOf)
      throw new ShopkeeperError(
        `Segments of ${showDay(from)} cannot be compared with those of ${showDay(snapshot.asOf)}, which are not later.`,
        'Name an earlier day, for example `segment shifts since 2026-01-01`',
      );
    const before = await segmentsAsOf(shop, from, context.segmentation, query.filters);
    const moved = shiftsBetween(before, snapshot);
    const base = {
      ...skeleton(query, context, shop, 'Who moved'),
      scope: context.covers.map(part =>
        part.kind === 'asOf'
          ? ({ kind: 'between', from, to: part.day, customers: part.customers ?? 0 } as const)
          : part,
      ),
      notes: [
        ...(query.period
          ? []
          : [
              remark(
                `Compared with ${USUAL_SPAN} days before; \`segment shifts since ...\` names another day.`,
              ),
            ]),
        ...context.notes,
      ],
    };
    return query.segment === undefined && query.fromSegment === undefined
      ? allShifts(base, moved, query, context)
      : someShifts(base, moved, query, context, shop);
  },
});
export default shifts;

/** The two days that are compared: the one before the period and its last; at its end today's segments. */
async function daysOf(query: ParsedQuery, shop: ShopView): Promise<{ query: ParsedQuery; from: Day }> {
  const { segmenting, store } = shop;
  const usual = query.segmentation?.options ?? segmenting.segmentation;
  const current = await currentDay(store, shop.today());
  const end = usual.asOf ?? current ?? 0;
  if (!query.period) return { query, from: end - USUAL_SPAN };
  const { from, to } = query.period.range;
  // A period that is over has segments of its own last day.
  if (usual.asOf !== undefined || to >= end - 1) return { query, from: from - 1 };
  const options = { ...usual, asOf: to };
  return {
    query: {
      ...query,
      segmentation: { options, text: optionsText(options, segmenting.segmentation) },
    },
    from: from - 1,
  };
}

type Base = ReturnType<typeof skeleton>;

function allShifts(base: Base, moved: Shifts, query: ParsedQuery, context: SegmentContext) {
  const { format } = context;
  const flows = flowsOf(moved);
  const flow = flowChart(moved, format);
  const leaving = flows.filter(f => f.to.leaving && f.from && !f.from.leaving);
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
    actions: leaving
      .slice(0, 2)
      .map(
        f =>
          `${plural(f.customers, 'customer')} who went from ${f.from?.title} to ${f.to.title}, with ${format.amount(f.monetary)}: ${f.to.actions[0]}.`,
      ),
    followUps: [
      ...[...new Set(leaving.map(f => f.to))].slice(0, 2).map(s => canonical({ ...query, segment: s.title })),
      context.again('actions'),
      context.again(),
    ],
  });
}

/** The customers who moved into one segment, out of one, or from one to another, by what they had spent. */
async function someShifts(
  base: Base,
  moved: Shifts,
  query: ParsedQuery,
  context: SegmentContext,
  shop: ShopView,
) {
  const { format } = context;
  const named = (title: string | undefined) =>
    title === undefined ? undefined : [...moved.after.map.segments, OTHERS].find(s => s.title === title);
  const [from, to] = [named(query.fromSegment), named(query.segment)];
  const some = moved.moves.filter(m => (!from || m.from?.key === from.key) && (!to || m.to.key === to.key));
  const shown = some.slice(0, query.limit ?? LISTED);
  const names = await customersById(
    shop.store,
    shown.map(m => m.customer.customerId),
  );
  const way =
    from && to ? `from ${from.title} to ${to.title}` : from ? `out of ${from.title}` : `into ${to?.title}`;
  return answerOf({
    ...base,
    title: `Who moved ${way}`,
    headline:
      some.length === 0
        ? `Nobody moved ${way}.`
        : `${plural(some.length, 'customer')} who ${some.length === 1 ? 'has' : 'have'} spent ${format.amount(spentBy(some))} moved ${way}.`,
    columns: [
      { key: 'customer', label: 'Customer', unit: 'text' },
      { key: 'name', label: 'Name', unit: 'text' },
      { key: 'from', label: 'From', unit: 'text' },
      { key: 'to', label: 'To', unit: 'text' },
      { key: 'monetary', label: 'Spent', unit: 'money' },
      { key: 'recency', label: 'Days since', unit: 'days' },
      { key: 'lastOrder', label: 'Last order', unit: 'date' },
    ],
    rows: shown.map((m: Move): Row => {
      const customer = names.get(m.customer.customerId);
      return {
        customer: customer?.key ?? String(m.customer.customerId),
        name: customer?.name ?? null,
        from: m.from?.title ?? NEW,
        to: m.to.title,
        monetary: format.major(m.customer.spent),
        recency: m.customer.recency,
        lastOrder: isoOf(m.customer.lastDay),
      };
    }),
    actions: some.length === 0 || !to ? [] : to.actions.map(a => `${a}.`),
    notes: [
      ...(shown.length < some.length
        ? [`The ${shown.length} who spent the most are shown, of ${format.count(some.length)}.`]
        : []),
      ...base.notes,
    ],
    followUps: [
      canonical({ ...query, segment: undefined, fromSegment: undefined, limit: undefined }),
      ...(to ? [context.again(segmentWord(to.title))] : []),
      context.again(),
    ],
  });
}
