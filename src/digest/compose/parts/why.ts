import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { namedRange } from '../../../core/calendar/named-range.js';
import { changeOf } from '../../../measures/measures.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';

/** A smaller change of revenue is not explained: most of it is chance. */
const LEAST_CHANGE = 0.1;
/** More sentences than these are in the answer to `sales why`. */
const MOST_SENTENCES = 3;

const part: DigestPart = {
  name: 'why',
  order: 8,
  description: 'what explains the change of revenue; nothing unless it rose or fell by 10% or more',
  compose: whyAnswer,
};

export default part;

async function whyAnswer({ shop, periods, sales, filters }: DigestMaterial): Promise<Answer[]> {
  const { now, before } = sales;
  if (!before || before.sums.lines === 0 || now.lines === 0) return [];
  const change = changeOf(now.revenue, before.sums.revenue);
  if (change === null || Math.abs(change) < LEAST_CHANGE) return [];
  const answer = await shop.answer({
    family: 'sales',
    question: 'why',
    period: namedRange(periods.period),
    versus: namedRange(periods.before),
    filters,
  });
  const { question, title, headline, scope, dataThrough, currency, columns, rows, charts, notes } = answer;
  return [
    answerOf({
      ...{ question, title, headline, scope, dataThrough, currency, columns, rows, charts, notes },
      observations: answer.observations.slice(0, MOST_SENTENCES),
      followUps: answer.followUps,
    }),
  ];
}
