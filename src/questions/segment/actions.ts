import { answerOf } from '../../answer/answer.js';
import { capital, plural } from '../../answer/format.js';
import { segmentWord } from '../language/words.js';
import { segmentFrame, segmentSketch } from '../parts/segment-frame.js';
import { factsOf } from '../parts/segment-tables.js';
import type { Question } from '../question.js';

/** What to do for each segment, with whom and how much money it concerns; where the most money is at stake first. */
const actions: Question = {
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
  takes: ['basis', 'filters'],
  place: 104,
  summary: 'What to do for each segment, for how many customers and how much money',
  examples: ['actions'],

  async answer(asked, shop) {
    const frame = await segmentFrame(asked, shop);
    const { format } = frame;
    const filled = factsOf(frame).segments.filter(s => s.customers > 0);
    const leaving = filled.filter(s => s.segment.leaving);
    const atStake = leaving.reduce((sum, s) => sum + s.revenue, 0);
    const concerned = leaving.reduce((sum, s) => sum + s.customers, 0);
    const byMoney = [...filled].sort((a, b) => b.revenue - a.revenue);
    // Those who leave cannot wait; then those who bring the most.
    const ordered = [...byMoney.filter(s => s.segment.leaving), ...byMoney.filter(s => !s.segment.leaving)];
    return answerOf({
      ...segmentSketch(asked, frame, shop, 'The plan'),
      headline:
        concerned > 0
          ? `${plural(concerned, 'customer')} who spent ${format.amount(atStake)} ${concerned === 1 ? 'is' : 'are'} slipping away or lost: start there.`
          : 'Nobody is slipping away: look after the best.',
      columns: [
        { key: 'segment', label: 'Segment', unit: 'text' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'revenue', label: 'Spent so far', unit: 'money' },
        { key: 'action', label: 'Do first', unit: 'text' },
        { key: 'next', label: 'Then', unit: 'text', secondary: true },
        { key: 'impact', label: 'Why', unit: 'text', secondary: true },
      ],
      rows: ordered.map(s => ({
        segment: s.segment.title,
        customers: s.customers,
        revenue: format.major(s.revenue),
        action: s.segment.actions[0] ?? '',
        next: s.segment.actions.slice(1).join('; ') || null,
        impact: s.segment.impact,
      })),
      observations: ordered.map(s => `${s.segment.title}: ${s.segment.who}. ${capital(s.segment.impact)}.`),
      actions: ordered.map(
        s =>
          `${s.segment.title}, ${plural(s.customers, 'customer')} who spent ${format.amount(s.revenue)}: ${s.segment.actions.join('; ')}.`,
      ),
      followUps: ordered.slice(0, 3).map(s => frame.again(`export ${segmentWord(s.segment.title)}`)),
    });
  },
};
export default actions;
