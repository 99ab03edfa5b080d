import { type Answer, answerOf } from '../../answer/answer.js';
import { plural } from '../../answer/format.js';
import { isoOf, showDay } from '../../calendar/days.js';
import { actionFor, byUrgency } from '../../findings/segments.js';
import { segmentWord } from '../../questions/language/words.js';
import { summarise } from '../../segments/summary.js';
import type { DigestMaterial } from './material.js';
import type { DigestPart } from './part.js';

export const planPart: DigestPart = {
  name: 'plan',
  says: 'what to do for each segment, how many customers and how much money it concerns',
  compose: async material => planAnswer(material),
};

function planAnswer({ shop, periods, data, shifts, scope, format, again }: DigestMaterial): Answer[] {
  const filled = byUrgency(summarise(shifts.after).filter(s => s.customers > 0));
  if (filled.length === 0) return [];
  const leaving = filled.filter(s => s.segment.leaving);
  const atStake = leaving.reduce((sum, s) => sum + s.revenue, 0);
  const concerned = leaving.reduce((sum, s) => sum + s.customers, 0);
  return [
    answerOf({
      question: 'digest',
      title: 'The plan',
      scope: `Segments as of ${showDay(periods.period.to)}${scope}`,
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline:
        concerned > 0
          ? `${plural(concerned, 'customer')} who spent ${format.amount(atStake)} ${concerned === 1 ? 'is' : 'are'} slipping away or lost.`
          : 'Nobody is slipping away or lost.',
      actions: filled.map(s => actionFor(s, format)),
      followUps: filled.slice(0, 4).map(s => again(`segment export ${segmentWord(s.segment.title)}`)),
    }),
  ];
}
