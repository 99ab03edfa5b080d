import { type Answer, answerOf, type Row } from '../../answer/answer.js';
import { formatFor, plural } from '../../answer/format.js';
import { isoOf, showDay } from '../../calendar/days.js';
import { spentBy } from '../../questions/parts/shift-charts.js';
import { type Move, newBest, slipped, wonBack } from '../../segments/shifts.js';
import { customersById } from '../../store/customers.js';
import type { DigestMaterial } from './material.js';

const SHOWN = 10;

/** The customers behind the shifts that matter: who slipped, who came back, who rose to the top. */
export async function movesAnswers(material: DigestMaterial): Promise<Answer[]> {
  const { shifts } = material;
  const best = shifts.after.map.segments[0];
  const lists: [string, Move[]][] = [
    ['Slipped away', slipped(shifts)],
    ['Came back', wonBack(shifts)],
    [`New ${best?.many ?? ''}`, newBest(shifts)],
  ];
  return Promise.all(
    lists.filter(([, moves]) => moves.length > 0).map(([title, moves]) => listAnswer(title, moves, material)),
  );
}

async function listAnswer(
  title: string,
  moves: readonly Move[],
  { shop, weeks, data }: DigestMaterial,
): Promise<Answer> {
  const format = formatFor(shop.currency);
  const shown = moves.slice(0, SHOWN);
  const names = await customersById(
    shop.store,
    shown.map(m => m.customer.customerId),
  );
  const spent = spentBy(moves);
  return answerOf({
    question: 'digest',
    title,
    scope: `${showDay(weeks.before.to)} to ${showDay(weeks.week.to)}`,
    dataThrough: isoOf(data.to),
    currency: shop.currency,
    headline: `${plural(moves.length, 'customer')} who ${moves.length === 1 ? 'has' : 'have'} spent ${format.amount(spent)} so far.`,
    columns: [
      { key: 'name', label: 'Customer', unit: 'text' },
      { key: 'customer', label: 'Id', unit: 'text', secondary: true },
      { key: 'from', label: 'From', unit: 'text' },
      { key: 'to', label: 'To', unit: 'text' },
      { key: 'monetary', label: 'Spent', unit: 'money' },
      { key: 'recency', label: 'Days since', unit: 'days' },
    ],
    rows: shown.map(
      (m): Row => ({
        customer: names.get(m.customer.customerId)?.key ?? String(m.customer.customerId),
        name: names.get(m.customer.customerId)?.name ?? null,
        from: m.from?.title ?? null,
        to: m.to.title,
        monetary: format.major(m.customer.spent),
        recency: m.customer.recency,
        lastOrder: isoOf(m.customer.lastDay),
      }),
    ),
    notes: moves.length > SHOWN ? [`The ${SHOWN} who spent the most, of ${moves.length}.`] : [],
  });
}
