import { answerOf } from '../../answer/answer.js';
import { formatFor, listed, plural } from '../../answer/format.js';
import { showDay } from '../../calendar/days.js';
import { type Grain, labelPeriod, periodsIn } from '../../calendar/grain.js';
import { NotUnderstood } from '../../errors.js';
import { grainFor } from '../../sales/trend.js';
import type { ScoredCustomer } from '../../segments/snapshot.js';
import type { Shop } from '../../shop.js';
import { median } from '../../statistics.js';
import { customerProducts } from '../../store/customer-products.js';
import { type Customer, findCustomers, nameToAsk, ordersOf } from '../../store/customers.js';
import { segmentWord } from '../language/words.js';
import { customerColumns, customerRow, type SegmentFrame, segmentFrame } from '../parts/segment-frame.js';
import { canonical, type Question } from '../question.js';

/** One customer: segment, scores, orders over time, what they buy, what to do. */
const customer: Question = {
  family: 'segment',
  name: 'customer',
  words: ['customer', 'client', 'profile', 'profile of'],
  needs: ['name'],
  say: ({ name }) => ({ text: `customer ${name ?? ''}`, says: ['name'] }),
  takes: [],
  summary: 'One customer: segment, orders, what they buy, when the next order is due',
  examples: ['customer NAME'],

  async answer(asked, shop) {
    const frame = await segmentFrame(shop);
    const { found, nearest } = await findCustomers(shop.store, asked.name ?? '');
    const suggestions = found.length > 1 ? found.slice(0, 3).map(c => c.key) : nearest;
    if (found.length !== 1) {
      const what =
        found.length > 1
          ? `${found.length} customers are called something like "${asked.name}".`
          : `No customer is called "${asked.name}".`;
      throw new NotUnderstood(
        what,
        suggestions.map(name => `segment customer ${name}`),
      );
    }
    const person = found[0] as Customer;
    const scored = frame.snapshot.customers.find(c => c.customerId === person.id);
    const base = {
      question: canonical({ ...asked, name: await nameToAsk(shop.store, person) }),
      title: person.name,
      scope: frame.text,
      dataThrough: frame.dataThrough,
      currency: shop.currency,
    };
    if (!scored)
      return answerOf({
        ...base,
        headline: `${person.name} has no order yet, so no segment.`,
        notes: frame.notes,
      });
    return answerOf({ ...base, ...(await profile(person, scored, frame, shop)) });
  },
};
export default customer;

async function profile(person: Customer, scored: ScoredCustomer, frame: SegmentFrame, shop: Shop) {
  const format = formatFor(shop.currency);
  const segment = frame.snapshot.map.segments.find(s => s.key === scored.segment);
  const [orders, products] = await Promise.all([
    ordersOf(shop.store, person.id),
    customerProducts(shop.store, person.id, 3),
  ]);
  const row = customerRow(scored, person, frame);
  const gaps = orders
    .slice(1)
    .map((o, i) => o.day - (orders[i]?.day ?? 0))
    .filter(g => g > 0);
  const usual = median(gaps);
  const overdue = usual !== null && gaps.length >= 2 && scored.recency > usual * 1.5;
  const first = orders[0];
  return {
    headline: `${person.name} is in ${segment?.title ?? 'no segment'}: ${plural(scored.frequency, 'order')} worth ${format.amount(scored.monetary)}, the last ${plural(scored.recency, 'day')} ago.`,
    columns: customerColumns([row]).map(c => ({ ...c, secondary: false })),
    rows: [row],
    charts: orders.length >= 3 ? [ordersChart(person, orders, frame, shop.currency)] : [],
    observations: [
      ...(first
        ? [`Customer since ${showDay(first.day)}; scores R ${scored.r}, F ${scored.f}, M ${scored.m} of 5.`]
        : []),
      ...(products.length > 0
        ? [`Buys most: ${listed(products.map(p => `${p.name} (${format.amount(p.revenue)})`))}.`]
        : []),
      ...(usual === null
        ? []
        : [
            `Usually ${plural(Math.round(usual), 'day')} between orders${overdue ? `; the next is overdue by ${plural(Math.round(scored.recency - usual), 'day')}` : ''}.`,
          ]),
    ],
    // The first action of a segment is meant for each of its customers; the others for the group.
    actions: segment ? segment.actions.slice(0, 1).map(a => `${a}.`) : [],
    notes: frame.notes,
    followUps: segment ? [`segment ${segmentWord(segment.title)}`, 'segment'] : ['segment'],
  };
}

function ordersChart(
  person: Customer,
  orders: readonly { day: number; revenue: number }[],
  frame: SegmentFrame,
  currency: string,
) {
  const format = formatFor(currency);
  // To today's end of the data, so that a silence since the last order is seen.
  const days = { from: orders[0]?.day ?? 0, to: frame.snapshot.asOf - 1 };
  const grain: Grain = grainFor(days) === 'day' ? 'week' : grainFor(days);
  const periods = periodsIn(grain, days);
  const values = periods.map(p =>
    format.major(orders.filter(o => o.day >= p.from && o.day <= p.to).reduce((sum, o) => sum + o.revenue, 0)),
  );
  const labels = periods.map(p => labelPeriod(grain, p.from));
  return {
    kind: 'trend' as const,
    title: `${person.name}: ${plural(orders.length, 'order')} since ${showDay(days.from)}`,
    subtitle: `Revenue by ${grain} of order`,
    alt: `Revenue of ${person.name} by ${grain}: ${labels
      .map((l, i) => `${l} ${format.money(values[i] as number)}`)
      .slice(-40)
      .join(', ')}`,
    unit: 'money' as const,
    currency,
    labels,
    values,
    partialLast: false,
  };
}
