import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf, showDay } from '../../../core/calendar/days.js';
import { goalsOf } from '../../../query/goals/goals.js';
import { goalSentences, goalTable, stateCounts } from '../../../query/goals/shown.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';

const part: DigestPart = {
  name: 'goals',
  order: 5,
  description: 'how far the goals have come, and what they take a day; nothing unless goals are set',
  compose: goalsAnswer,
};

export default part;

/** The goals whose days the digest's period reaches into, as of its last day. */
async function goalsAnswer({ shop, periods, data, format }: DigestMaterial): Promise<Answer[]> {
  // Against a part of the shop, a goal of all of it would look missed.
  if (shop.part) return [];
  const { from, to } = periods.period;
  const all = await goalsOf(shop, to);
  const current = all.filter(
    ({ progress }) => !progress || (progress.range.from <= to && progress.range.to >= from),
  );
  if (current.length === 0) return [];
  return [
    answerOf({
      question: 'sales goals',
      title: 'Goals',
      // Filters of the digest do not change a goal.
      scope: [{ kind: 'words', text: `As of ${showDay(Math.min(to, data.to))}` }],
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline: `${plural(current.length, 'goal')}: ${stateCounts(current)}.`,
      ...goalTable(current),
      observations: goalSentences(current, format),
    }),
  ];
}
