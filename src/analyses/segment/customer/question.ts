import { defineQuestion } from '../../../answering/question.js';
import {
  customerColumns,
  customerRow,
  type SegmentContext,
  segmentContext,
} from '../../../answering/segments/context.js';
import type { ShopView } from '../../../answering/shop.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { formatFor, listed, plural, withArticle } from '../../../core/answer/format.js';
import { showDay } from '../../../core/calendar/days.js';
import { type Grain, labelPeriod, periodOf, periodsIn, showPeriod } from '../../../core/calendar/grain.js';
import { NotUnderstood } from '../../../core/errors.js';
import { median } from '../../../core/statistics.js';
import { grainFor } from '../../../measures/trend.js';
import type { Segment } from '../../../segments/maps/map.js';
import { segmentWord } from '../../../segments/maps/segment-names.js';
import { pastCutsOf } from '../../../segments/snapshots/as-of.js';
import { type PastSegment, segmentHistory } from '../../../segments/snapshots/history.js';
import { customerAt, placeOf, type ScoredCustomer } from '../../../segments/snapshots/snapshot.js';
import { customerProducts } from '../../../store/tables/customer-products.js';
import {
  type Customer,
  type CustomerOrder,
  findCustomers,
  nameToAsk,
  ordersOf,
} from '../../../store/tables/customers.js';

/** One customer: segment, scores, orders over time, what they buy, what to do. */
const customer = defineQuestion({
  family: 'segment',
  name: 'customer',
  words: ['customer', 'client', 'profile', 'profile of'],
  required: ['name'],
  // In quotes nothing of a name is an option.
  canonicalText: ({ name = '' }) => ({
    text: `customer ${/:|as of/i.test(name) ? `"${name.replaceAll('"', '')}"` : name}`,
    includes: ['name'],
  }),
  optional: ['segmentation'],
  helpOrder: 102,
  summary: 'One customer: segment, orders, what they buy, when the next order is due',
  examples: ['customer NAME'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { found, nearest } = await findCustomers(shop.store, query.name ?? '');
    const [person] = found;
    if (!person || found.length > 1) {
      const what =
        found.length > 1
          ? `${found.length} customers are called something like "${query.name}".`
          : `No customer is called "${query.name}".`;
      const suggestions = found.length > 1 ? found.slice(0, 3).map(c => c.key) : nearest;
      throw new NotUnderstood(
        what,
        suggestions.length > 0 ? suggestions.map(name => context.alone(`customer ${name}`)) : ['segment'],
      );
    }
    const named = { ...query, name: await nameToAsk(shop.store, person) };
    const base = { ...skeleton(named, context, shop, person.name), audience: 'asker' as const };
    const at = placeOf(context.snapshot, person.id);
    if (at === undefined)
      return answerOf({
        ...base,
        headline: `${person.name} has no order that counts as of ${showDay(context.snapshot.asOf)}, so no segment.`,
      });
    return answerOf({ ...base, ...(await profile(person, customerAt(context.snapshot, at), context, shop)) });
  },
});
export default customer;

async function profile(person: Customer, scored: ScoredCustomer, context: SegmentContext, shop: ShopView) {
  const { format, segmentation } = context;
  const { segment } = scored;
  const all = (await ordersOf(shop.store, person.id)).filter(o => o.day <= context.snapshot.asOf);
  const products = await customerProducts(shop.store, person.id, {
    through: context.snapshot.asOf,
    limit: 3,
  });
  const past = await pastCutsOf(shop, context.snapshot.asOf, segmentation);
  const orders = all.filter(o => o.sales > 0);
  const row = customerRow(scored, person, context);
  const history = segmentHistory(all, person.key, past, segmentation);
  const first = orders[0];
  const scores = (['r', 'f', 'm'] as const).map(
    axis => `${axis.toUpperCase()} ${context.score(scored[axis])}`,
  );
  return {
    headline: `${person.name} is ${withArticle(segment.one)}: ${plural(scored.orders, 'order')} worth ${format.amount(scored.spent)}, the last ${plural(scored.recency, 'day')} ago.`,
    columns: customerColumns([row], context).map(c => ({ ...c, secondary: false })),
    rows: [row],
    charts: orders.length >= 3 ? [ordersChart(person, orders, context, shop.currency)] : [],
    observations: [
      `${first ? `Customer since ${showDay(first.day)}; scores` : 'Scores'} ${scores.join(', ')} of ${segmentation.method.bins}${segmentation.isOneBest ? ', 1 is best' : ''}.`,
      ...inTheLastYear(history, segment),
      ...(products.length > 0
        ? [`Buys most: ${listed(products.map(p => `${p.name} (${format.amount(p.revenue)})`))}.`]
        : []),
      ...nextOrder(orders, scored, context),
    ],
    // The first action of a segment is meant for each of its customers; the others for the group.
    actions: segment.actions.slice(0, 1).map(a => `${a}.`),
    notes: context.notes,
    followUps: [context.again(segmentWord(segment.title)), context.again()],
  };
}

/** `Segments over the last year: Loyal Customers from Nov 2025, At-Risk Customers from Mar 2026, VIP now.` */
function inTheLastYear(history: readonly PastSegment[], now: Segment): string[] {
  const [first] = history;
  if (!first) return [];
  const month = ({ asOf }: PastSegment) => showPeriod('month', periodOf('month', asOf).from);
  const changes = history.filter((h, i) => h.segment.key !== history[i - 1]?.segment.key);
  const isNew = history.at(-1)?.segment.key !== now.key;
  if (changes.length === 1 && !isNew)
    return [`In ${now.title} at the end of every month since ${month(first)}.`];
  const said = changes.map(h => `${h.segment.title} from ${month(h)}`);
  return [
    `Segments at the ends of the last months: ${[...said, ...(isNew ? [`${now.title} now`] : [])].join(', ')}.`,
  ];
}

/** How long it usually is between orders, and whether the next one is late. */
function nextOrder(
  orders: readonly CustomerOrder[],
  { recency, lastDay }: ScoredCustomer,
  { snapshot }: SegmentContext,
): string[] {
  const days = [...new Set(orders.map(o => o.day))];
  const gaps = days.slice(1).map((day, i) => day - (days[i] as number));
  const usual = median(gaps);
  if (usual === null) return [];
  const between = `Usually ${plural(Math.round(usual), 'day')} between orders`;
  const due = lastDay + Math.round(usual);
  // One gap is no habit.
  if (gaps.length < 2) return [`${between}, from two orders alone.`];
  return [
    recency > usual * LATE
      ? `${between}; the next was due on ${showDay(due)} and is overdue by ${plural(snapshot.asOf - due, 'day')}.`
      : due < snapshot.asOf
        ? `${between}; the next was due around ${showDay(due)}, ${plural(snapshot.asOf - due, 'day')} ago.`
        : `${between}; the next is due around ${showDay(due)}.`,
  ];
}

/** An order is late beyond this many times the usual gap. */
const LATE = 1.5;

function ordersChart(
  person: Customer,
  orders: readonly CustomerOrder[],
  context: SegmentContext,
  currency: string,
) {
  const format = formatFor(currency);
  // To today's end of the data, so that a silence since the last order is seen.
  const days = { from: orders[0]?.day ?? 0, to: context.snapshot.asOf - 1 };
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
