import { followUps, type Offer, SEGMENTS } from '../../../answering/follow-ups.js';
import { pageOfRows } from '../../../answering/pages.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { aheadOf, monthsWords, trustOf, unfitWords } from '../../../answering/segments/ahead.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { capital, plural } from '../../../core/answer/format.js';
import { type CustomersAhead, isAhead } from '../../../measures/lifetime-value.js';
import { segmentTitled, segmentWord } from '../../../segments/maps/segment-names.js';
import { customersById } from '../../../store/tables/customers.js';
import { customersChart, segmentsChart } from './charts.js';
import { placesByValue, type Worth, worthBySegment, worthOf } from './figures.js';
import { VALUE_RULES } from './findings.js';
import { CUSTOMER_COLUMNS, customerRow, SEGMENT_COLUMNS, segmentRow, shownColumns } from './tables.js';

/** What customers are expected to bring: each of them, and by segment. */
const value = defineQuestion({
  family: 'segment',
  name: 'value',
  words: [
    'customers value',
    'customer value',
    'value of customers',
    'customer lifetime value',
    'customers lifetime value',
    'lifetime value',
    'clv',
    'cltv',
    'ltv',
    'customers worth',
    'what are customers worth',
    'what are our customers worth',
    'what customers are worth',
    'future value',
  ],
  figures: {
    'by-segment': [
      'customers value by segment',
      'customer value by segment',
      'lifetime value by segment',
      'customer lifetime value by segment',
      'clv by segment',
      'ltv by segment',
    ],
  },
  isSlow: true,
  optional: ['figure', 'segment', 'limit', 'page', 'horizon', 'discount', 'segmentation', 'filters'],
  redundantWith: ['customer', 'customers'],
  canonicalText: ({ figure, segment }) => ({
    text: ['customers value', figure ? 'by segment' : '', segment ? segmentWord(segment) : '']
      .filter(t => t !== '')
      .join(' '),
    includes: ['figure', 'segment'],
  }),
  helpOrder: 112,
  summary:
    'What customers are expected to bring: each of them and by segment, with how well that was ' +
    'foretold before',
  examples: [
    'customers value',
    'customers value 24 months 8%',
    'customers value vip',
    'customers value by segment',
  ],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { snapshot, format } = context;
    const base = skeleton(query, context, shop, 'Customers value');
    const ahead = await aheadOf(query, context, shop);
    if (!isAhead(ahead))
      return answerOf({
        ...base,
        headline: `What customers will be worth cannot be said: ${unfitWords(ahead)}.`,
        followUps: followUps(shop, query, [SEGMENTS, offerQuestion('actions')]),
      });
    const segment = query.segment === undefined ? undefined : segmentTitled(query.segment, snapshot);
    const everybody = placesByValue(snapshot, ahead);
    const places = segment
      ? everybody.places.filter(p => snapshot.segments[snapshot.segment[p.at]!] === segment)
      : everybody.places;
    const all = worthOf(places, snapshot, ahead);
    const segments = segment ? [] : worthBySegment(everybody.places, snapshot, ahead);
    const values = places.map(p => ahead.expected.value[p.ahead]!);
    const found = findingsOf(VALUE_RULES, { ahead, format, all, segments, values });
    if (query.figure !== undefined && !segment)
      return answerOf({
        ...base,
        ...bySegment(base, segments, all, ahead, context),
        charts: [segmentsChart(segments, all, ahead, context)],
        observations: found.observations,
        notes: [...modelNotes(ahead, everybody.without, context), ...context.notes],
        followUps: followUps(shop, query, [
          { family: 'segment', question: 'value', label: 'What each customer is worth' },
          offerQuestion('actions'),
          SEGMENTS,
        ]),
      });
    const page = pageOfRows(places, query, 'what they are expected to bring');
    const people = await customersById(
      shop.store,
      page.rows.map(p => snapshot.scored.figures.customer[p.at]!),
    );
    const rows = page.rows.map(p => customerRow(p, ahead, people, context));
    const isSame = rows.every(row => row.customer === row.name);
    return answerOf({
      ...base,
      headline: headlineOf(all, ahead, segment?.many ?? 'customers', context),
      columns: shownColumns(CUSTOMER_COLUMNS, ahead).filter(c => !(isSame && c.key === 'name')),
      rows,
      charts: [
        ...(rows.length < 2 ? [] : [customersChart(rows, all, ahead, context)]),
        ...(segment ? [] : [segmentsChart(segments, all, ahead, context)]),
      ],
      observations: found.observations,
      actions: found.actions,
      notes: [...page.notes, ...modelNotes(ahead, everybody.without, context), ...context.notes],
      thread: segment ? [] : [bySegment(base, segments, all, ahead, context)],
      followUps: followUps(shop, query, [
        page.next && nextPage(query, page.next),
        { family: 'segment', question: 'risk', label: 'Who is about to leave' },
        offerQuestion('actions'),
        SEGMENTS,
      ]),
    });
  },
});
export default value;

/**
 * `The 4,338 customers are expected to place 8,120 orders in the next 12 months, worth $3,210,450.00 today;
 * ...`
 */
function headlineOf(all: Worth, ahead: CustomersAhead, who: string, { format }: SegmentContext): string {
  const whom = `${format.count(all.customers)} ${all.customers === 1 ? 'customer' : who}`;
  const have = all.customers === 1 ? ['is', 'has'] : ['are', 'have'];
  const orders = plural(Math.round(all.orders), 'order');
  const unfit =
    trustOf(ahead) === 'poor' ? ' (no amount to plan with, as the models do not fit this shop)' : '';
  return (
    `${whom} ${have[0]} expected to place ${orders} in the next ${monthsWords(ahead.horizon.months)}, ` +
    `worth ${format.amount(all.value)}${unfit}; so far they ${have[1]} spent ${format.amount(all.spent)}.`
  );
}

/** The same by segment, in the thread. */
function bySegment(
  base: ReturnType<typeof skeleton>,
  segments: ReturnType<typeof worthBySegment>,
  all: Worth,
  ahead: CustomersAhead,
  context: SegmentContext,
) {
  const [first] = [...segments].sort((a, b) => b.value - a.value);
  const { format } = context;
  const months = monthsWords(ahead.horizon.months);
  return answerOf({
    ...base,
    title: 'Customers value by segment',
    headline:
      `${capital(first?.segment.many ?? 'customers')} bring the most: ` +
      `${format.amount(first?.value ?? 0)} of ${format.amount(all.value)} in ${months}.`,
    columns: shownColumns(SEGMENT_COLUMNS, ahead),
    rows: segments.map(s => segmentRow(s, context)),
    charts: [],
    notes: [],
  });
}

/** How the figures came about. */
function modelNotes({ fit, horizon }: CustomersAhead, without: number, { format }: SegmentContext): string[] {
  const { r, alpha, a, b } = fit.model.orders;
  const fitted = [r, alpha, a, b].map(v => v.toPrecision(4)).join(', ');
  return [
    `Expected from ${plural(fit.histories.customer.length, 'customer')}' orders by BG/NBD (r, ` +
      `alpha, a, b: ${fitted}; weeks) and ${fit.model.amounts ? 'Gamma-Gamma' : 'the mean order'}; ` +
      `later orders are discounted by ${format.share(horizon.discount)} a year. Revenue, not ` +
      'profit.',
    ...(fit.model.amounts
      ? []
      : [
          'What orders come to tells customers too little apart: everybody is expected to spend ' +
            'the mean of repeat orders.',
        ]),
    ...(without > 0
      ? [
          `${plural(without, 'customer')} without an order of a known day ` +
            `${without === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
  ];
}

const nextPage = (
  { segment, limit, horizon, discount }: ParsedQuery,
  next: { readonly page: number; readonly label: string },
): Offer => ({ family: 'segment', question: 'value', segment, limit, horizon, discount, ...next });
