import { type Answer, answerOf } from '../../answer/answer.js';
import { formatFor, plural } from '../../answer/format.js';
import { isoOf, showDay } from '../../calendar/days.js';
import { actionFor } from '../../findings/segments.js';
import { segmentWord } from '../../questions/language/words.js';
import { summarise } from '../../segments/summary.js';
import type { DigestMaterial } from './material.js';

/** What to do for each segment, with the number of customers and the money it concerns. */
export function planAnswer({ shop, weeks, data, shifts }: DigestMaterial): Answer[] {
  const format = formatFor(shop.currency);
  const filled = summarise(shifts.after).filter(s => s.customers > 0);
  if (filled.length === 0) return [];
  const leaving = filled.filter(s => s.segment.leaving);
  const atStake = leaving.reduce((sum, s) => sum + s.revenue, 0);
  const concerned = leaving.reduce((sum, s) => sum + s.customers, 0);
  return [
    answerOf({
      question: 'digest',
      title: 'The plan',
      scope: `Segments as of ${showDay(weeks.week.to)}`,
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline:
        concerned > 0
          ? `${plural(concerned, 'customer')} who spent ${format.amount(atStake)} ${concerned === 1 ? 'is' : 'are'} at risk or lost.`
          : 'Nobody is at risk or lost.',
      actions: filled.map(s => actionFor(s, format)),
      followUps: filled.slice(0, 4).map(s => `segment ${segmentWord(s.segment.title)}`),
    }),
  ];
}
