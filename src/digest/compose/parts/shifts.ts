import { flowChart, movedSentence, NEW } from '../../../answering/segments/shift-charts.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { isoOf } from '../../../core/calendar/days.js';
import { flowsOf } from '../../../segments/shifts.js';
import type { DigestMaterial } from '../material.js';
import type { DigestPart } from '../part.js';
import { periodTitle } from '../periods.js';

const part: DigestPart = {
  name: 'shifts',
  order: 10,
  description: 'who moved from which segment to which, as a flow',
  compose: async material => shiftsAnswer(material),
};

export default part;

function shiftsAnswer({ shop, periods, data, shifts, scope, format }: DigestMaterial): Answer[] {
  const chart = flowChart(shifts, format);
  if (!chart) return [];
  return [
    answerOf({
      question: 'digest',
      title: 'Who moved',
      scope: [{ kind: 'words', text: periodTitle(periods) }, ...scope],
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline: movedSentence(shifts, format),
      columns: [
        { key: 'from', label: 'From', unit: 'text' },
        { key: 'to', label: 'To', unit: 'text' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'monetary', label: 'Spent so far', unit: 'money' },
      ],
      rows: flowsOf(shifts).map(f => ({
        from: f.from?.title ?? NEW,
        to: f.to.title,
        customers: f.customers,
        monetary: format.major(f.monetary),
      })),
      charts: [chart],
    }),
  ];
}
