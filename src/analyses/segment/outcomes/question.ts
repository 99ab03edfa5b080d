import { outcomeSentence, outcomeTable } from '../../../answering/actions/outcome-words.js';
import { type Outcome, outcomesOf, type Verdict } from '../../../answering/actions/outcomes.js';
import { followUps } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { remark } from '../../../core/answer/notes.js';
import { isoOf } from '../../../core/calendar/days.js';
import { dataExtent } from '../../../store/tables/order-lines.js';

/** What came of the actions that were started, against those customers who were left alone. */
const outcomes = defineQuestion({
  family: 'segment',
  name: 'outcomes',
  words: [
    'outcomes',
    'outcome',
    'action outcomes',
    'outcomes of actions',
    'results of actions',
    'action results',
    'started actions',
    'did the actions work',
  ],
  optional: ['limit'],
  canonicalText: ({ limit }) => ({
    text: ['outcomes', limit === undefined ? '' : String(limit)].filter(t => t !== '').join(' '),
    includes: ['limit'],
  }),
  helpOrder: 106,
  summary: 'What came of the actions that were started: who ordered again, against those left alone',
  examples: ['outcomes', 'outcomes 1'],

  async answer(query, shop) {
    const data = await dataExtent(shop.store);
    const format = formatFor(shop.currency);
    const context = {
      covers: [],
      dataThrough: data ? isoOf(data.to) : isoOf(shop.today()),
      notes: query.remarks,
    };
    const base = skeleton(query, context, shop, 'Outcomes of actions');
    // An action is for customers of the whole shop: a part of it has not all of their orders.
    if (shop.part)
      return answerOf({
        ...base,
        headline: 'Actions are of the whole shop, and you may see a part of it here.',
      });
    const all = await outcomesOf(shop.store);
    const shown = all.filter(({ action }) => query.limit === undefined || action.id === query.limit);
    if (shown.length === 0)
      return answerOf({
        ...base,
        headline:
          all.length === 0 ? 'No action has been started.' : `There is no action ${query.limit ?? ''}.`,
        notes: [
          ...base.notes,
          remark(
            '`segment actions` recommends some. To start one: `shopkeeper actions start win-back`, ' +
              'or "Do this" in Slack.',
          ),
        ],
        followUps: followUps(shop, query, [offerQuestion('actions')]),
      });
    return answerOf({
      ...base,
      headline: `${plural(shown.length, 'action')}: ${verdictCounts(shown)}.`,
      ...outcomeTable(shown, format),
      observations: shown.map(outcome => outcomeSentence(outcome, format)),
      notes: [
        ...base.notes,
        remark(
          'Those left alone were drawn at random. Intervals are of 95%: of shares by Newcombe, of ' +
            'amounts by Welch; a few large orders make them wide.',
        ),
      ],
      followUps: followUps(shop, query, [
        ...shown.slice(-3).map(({ action }) => ({
          family: 'segment' as const,
          question: 'started-action',
          limit: action.id,
          label: `Customers of action ${action.id}`,
        })),
        offerQuestion('actions'),
      ]),
    });
  },
});
export default outcomes;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  more: 'more ordered again than of those left alone',
  fewer: 'fewer ordered again than of those left alone',
  'no difference': 'no difference',
  'too few to tell': 'too few to tell',
  'not over': 'not over',
};

/** `1 too few to tell, 1 not over` */
function verdictCounts(shown: readonly Outcome[]): string {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of shown) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${count} ${VERDICTS[verdict]}`).join(', ');
}
