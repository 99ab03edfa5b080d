import { type Answer, answerOf } from '../../answer/answer.js';
import { formatFor, plural } from '../../answer/format.js';
import { isoOf, showDay } from '../../calendar/days.js';
import { type Flow, flowsOf } from '../../segments/shifts.js';
import type { DigestMaterial } from './material.js';

const NEW = 'New';
const NEW_COLOUR = '#c9a7e0';
const MOST_FLOWS = 14;

/** Who went from which segment to which; nothing where nobody moved. */
export function shiftsAnswer({ shop, weeks, data, shifts }: DigestMaterial): Answer[] {
  const flows = flowsOf(shifts);
  if (flows.length === 0) return [];
  const format = formatFor(shop.currency);
  const moved = shifts.moves.filter(m => m.from).length;
  const fresh = shifts.moves.length - moved;
  const [largest = flows[0] as Flow, second] = flows.filter(f => f.from);
  const name = (f: Flow) => f.from?.title ?? NEW;
  const changed = moved > 0 ? `${plural(moved, 'customer')} changed segment` : 'Nobody changed segment';
  const headline = `${changed}${fresh > 0 ? ` and ${plural(fresh, 'new customer')} joined` : ''}; ${format.count(shifts.stayed)} stayed.`;
  return [
    answerOf({
      question: 'digest',
      title: 'Who moved',
      scope: `${showDay(weeks.before.to)} to ${showDay(weeks.week.to)}`,
      dataThrough: isoOf(data.to),
      currency: shop.currency,
      headline,
      columns: [
        { key: 'from', label: 'From', unit: 'text' },
        { key: 'to', label: 'To', unit: 'text' },
        { key: 'customers', label: 'Customers', unit: 'count' },
        { key: 'monetary', label: 'Spent so far', unit: 'money' },
      ],
      rows: flows.map(f => ({
        from: name(f),
        to: f.to.title,
        customers: f.customers,
        monetary: format.major(f.monetary),
      })),
      charts: [
        {
          kind: 'flow',
          title:
            largest.customers > (second?.customers ?? 0)
              ? `${plural(moved, 'customer')} moved, most from ${name(largest)} to ${largest.to.title}`
              : `${plural(moved, 'customer')} changed segment`,
          order: [...shifts.after.map.segments.map(s => s.title), NEW],
          subtitle: `Customers who changed segment, ${showDay(weeks.before.to)} to ${showDay(weeks.week.to)}`,
          alt: `Customers who changed segment: ${flows.map(f => `${name(f)} to ${f.to.title} ${f.customers}`).join(', ')}`,
          unit: 'count',
          currency: shop.currency,
          flows: flows.slice(0, MOST_FLOWS).map(f => ({
            from: name(f),
            to: f.to.title,
            customers: f.customers,
            fromColour: f.from?.colour ?? NEW_COLOUR,
            toColour: f.to.colour,
          })),
        },
      ],
    }),
  ];
}
