import { chosenActions, inSegment } from '../../../answering/actions/chosen.js';
import { chosenParts } from '../../../answering/actions/chosen-answer.js';
import { offerAction } from '../../../answering/actions/offer.js';
import { startable, within } from '../../../answering/actions/startable.js';
import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { adviceFor, allBigSpenders, bigSpendersText, byUrgency } from '../../../answering/segments/advice.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { offerExport, offerQuestion } from '../../../answering/segments/offers.js';
import { FEWEST_GAPS } from '../../../answering/segments/risk.js';
import { factsOf } from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { type Format, plural } from '../../../core/answer/format.js';
import { remark } from '../../../core/answer/notes.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';
import type { SegmentSummary } from '../../../segments/summary.js';

/**
 * What to do for whom, chosen by value at stake, risk and history of the very customers; the most urgent
 * first. Where too few have come back to tell who is overdue, by segment.
 */
const actions = defineQuestion({
  family: 'segment',
  name: 'actions',
  words: [
    'actions',
    'plan',
    'recommendations',
    'recommended actions',
    'what to do',
    'what should we do',
    'what should i do',
    'what can we do',
    'todo',
    'action plan',
    'advice',
  ],
  optional: ['segment', 'segmentation', 'filters'],
  redundantWith: ['customer', 'customers'],
  canonicalText: ({ segment }) => ({
    text: ['actions', segment ? segmentWord(segment) : ''].filter(t => t !== '').join(' '),
    includes: ['segment'],
  }),
  helpOrder: 104,
  summary: 'What to do for whom, by what is at stake, who is overdue and what they are worth',
  isSlow: true,
  examples: ['actions', 'actions at-risk'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { format } = context;
    const filled = factsOf(context).segments.filter(
      s => s.customers > 0 && (query.segment === undefined || s.segment.title === query.segment),
    );
    const base = skeleton(query, context, shop, 'The plan');
    if (filled.length === 0)
      return answerOf({
        ...base,
        headline: `There are no customers in ${query.segment} now.`,
        followUps: followUps(shop, query, [offerQuestion('actions')]),
      });
    const chosen = await chosenActions(context, shop, inSegment(context.snapshot, query.segment));
    if ('actions' in chosen) {
      const { notes = [], ...parts } = chosenParts(chosen, format, within(query));
      return answerOf({
        ...base,
        ...parts,
        notes: [...notes, ...base.notes],
        startable: startable(chosen.actions, query),
        followUps: followUps(
          shop,
          query,
          chosen.actions.slice(0, 3).map(({ kind }) => offerAction(kind)),
        ),
      });
    }
    const ordered = byUrgency(filled);
    return answerOf({
      ...base,
      headline: planHeadline(ordered, query.segment !== undefined, format),
      columns: COLUMNS,
      rows: ordered.map(s => planRow(s, format)),
      actions: ordered.map(s => planSentence(s, format)),
      notes: [remark(tooSeldom(chosen.gaps)), ...base.notes],
      followUps: followUps(
        shop,
        query,
        ordered.slice(0, 3).map(s => offerExport(s.segment, ordered.length > 1)),
      ),
    });
  },
});
export default actions;

const COLUMNS: readonly Column[] = [
  { key: 'segment', label: 'Segment', unit: 'text' },
  { key: 'customers', label: 'Customers', unit: 'count' },
  { key: 'revenue', label: 'Spent so far', unit: 'money' },
  { key: 'impact', label: 'Why', unit: 'text' },
  { key: 'action', label: 'Do first', unit: 'text', secondary: true },
  { key: 'next', label: 'Then', unit: 'text', secondary: true },
];

function planRow(summary: SegmentSummary, format: Format): Row {
  const { segment, customers, revenue, bigSpenders } = summary;
  const [action = '', ...next] = adviceFor(summary, format);
  const isAboutMoney = segment.leaving && bigSpenders.customers > 0;
  return {
    segment: segment.title,
    customers,
    revenue: format.major(revenue),
    action,
    next: next.join('; ') || null,
    impact: isAboutMoney
      ? `${format.count(bigSpenders.customers)} of them spent more than the average customer`
      : segment.impact,
  };
}

function planSentence(summary: SegmentSummary, format: Format): string {
  const { segment, customers, revenue } = summary;
  const who = `${plural(customers, 'customer')} who spent ${format.amount(revenue)}`;
  return `${segment.title}, ${who}: ${adviceFor(summary, format).join('. ')}.`;
}

/** Why the plan is by segment. */
const tooSeldom = (gaps: number): string =>
  `By segment: customers came back ${plural(gaps, 'time')} in all, and ${FEWEST_GAPS} are needed to tell ` +
  'who is overdue.';

/** Whom to start with: the big spenders on their way out, whatever their segment is called. */
function planHeadline(ordered: readonly SegmentSummary[], isOneSegment: boolean, format: Format): string {
  const [first] = ordered;
  if (!first) return '';
  const { segment, customers, revenue } = first;
  const have = customers === 1 ? 'has' : 'have';
  if (isOneSegment)
    return `${plural(customers, segment.one, segment.many)} ${have} spent ${format.amount(revenue)}.`;
  const leaving = ordered.filter(s => s.segment.leaving);
  if (leaving.length === 0) return 'Nobody is slipping away: look after the best.';
  const concerned = leaving.reduce((sum, s) => sum + s.customers, 0);
  const spent = leaving.reduce((sum, s) => sum + s.revenue, 0);
  const big = allBigSpenders(leaving);
  const who = `${plural(concerned, 'customer')} who spent ${format.amount(spent)}`;
  const lead = `${who} ${concerned === 1 ? 'is' : 'are'} slipping away or lost`;
  return big.customers === 0
    ? `${lead}, none of whom spent more than the average customer.`
    : `${lead}; start with ${bigSpendersText(big, format)}.`;
}
