import { outcomeSentence, outcomeTable } from '../../../answering/actions/outcome-words.js';
import { outcomesOf } from '../../../answering/actions/outcomes.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';
import { periodTitle } from '../periods.js';

const part: DigestPart = {
  name: 'outcomes',
  order: 7,
  description: 'what came of the actions whose days have ended, against the customers who were left alone',
  compose: outcomesAnswer,
};

export default part;

/** The actions whose last day is one of the digest's: each is told in one digest of a subscription. */
async function outcomesAnswer({ shop, periods, data, format }: DigestMaterial): Promise<Answer[]> {
  // Actions are of the whole shop: a part of it has not all orders of their customers.
  if (shop.part) return [];
  const { from, to } = periods.period;
  const ended = (await outcomesOf(shop.store)).filter(
    ({ action }) => action.lastDay >= from && action.lastDay <= to,
  );
  if (ended.length === 0) return [];
  const isOpen = ended.some(({ verdict }) => verdict === 'not over');
  return [
    answerOf({
      question: 'segment outcomes',
      title: 'What came of it',
      scope: [{ kind: 'words', text: periodTitle(periods) }],
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline: `The days of ${plural(ended.length, 'action')} have ended.`,
      ...outcomeTable(ended, format),
      observations: ended.map(outcome => outcomeSentence(outcome, format)),
      notes: isOpen ? ['Once the data has all of its days, `segment outcomes` says what came of it.'] : [],
    }),
  ];
}
