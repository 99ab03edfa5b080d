import { defineQuestion } from '../../../answering/question.js';
import { segmentContext } from '../../../answering/segments/context.js';
import { byUrgency } from '../../../answering/segments/findings.js';
import { factsOf } from '../../../answering/segments/tables.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { type Format, plural } from '../../../core/answer/format.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';
import type { SegmentSummary } from '../../../segments/summary.js';

/** What to do for each segment, with whom and how much money it concerns; where the most money is at stake first. */
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
  summary: 'What to do for each segment, for how many customers and how much money',
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
        followUps: [context.again('actions')],
      });
    const ordered = byUrgency(filled);
    return answerOf({
      ...base,
      headline: planHeadline(ordered, query.segment !== undefined, format),
      columns: [
        { key: 'segment', label: 'Segment', unit: 'text' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'revenue', label: 'Spent so far', unit: 'money' },
        { key: 'impact', label: 'Why', unit: 'text' },
        { key: 'action', label: 'Do first', unit: 'text', secondary: true },
        { key: 'next', label: 'Then', unit: 'text', secondary: true },
      ],
      rows: ordered.map(s => ({
        segment: s.segment.title,
        customers: s.customers,
        revenue: format.major(s.revenue),
        action: s.segment.actions[0] ?? '',
        next: s.segment.actions.slice(1).join('; ') || null,
        impact: s.segment.impact,
      })),
      actions: ordered.map(
        s =>
          `${s.segment.title}, ${plural(s.customers, 'customer')} who spent ${format.amount(s.revenue)}: ${s.segment.actions.join('; ')}.`,
      ),
      followUps: ordered.slice(0, 3).map(s => context.again(`export ${segmentWord(s.segment.title)}`)),
    });
  },
});
export default actions;

function planHeadline(ordered: readonly SegmentSummary[], isOne: boolean, format: Format): string {
  const people = (s: SegmentSummary) => plural(s.customers, s.segment.one, s.segment.many);
  const [first] = ordered;
  if (!first) return '';
  if (isOne) return `${people(first)} who spent ${format.amount(first.revenue)}.`;
  const leaving = ordered.filter(s => s.segment.leaving);
  if (leaving.length === 0) return 'Nobody is slipping away: look after the best.';
  const concerned = leaving.reduce((sum, s) => sum + s.customers, 0);
  const atStake = leaving.reduce((sum, s) => sum + s.revenue, 0);
  return `${plural(concerned, 'customer')} who spent ${format.amount(atStake)} ${concerned === 1 ? 'is' : 'are'} slipping away or lost; start with ${people(first)}.`;
}
