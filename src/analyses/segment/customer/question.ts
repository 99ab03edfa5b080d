import { followUps, type Offer } from '../../../answering/follow-ups.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { adviceFor } from '../../../answering/segments/advice.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { customerColumns, customerRow } from '../../../answering/segments/customer-table.js';
import { offerMembers, offerQuestion } from '../../../answering/segments/offers.js';
import { rhythmOf } from '../../../answering/segments/risk.js';
import type { ShopView } from '../../../answering/shop.js';
import { skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf } from '../../../core/answer/answer.js';
import { formatFor, listed, plural, withArticle } from '../../../core/answer/format.js';
import { showDay } from '../../../core/calendar/days.js';
import { type Grain, labelPeriod, periodOf, periodsIn, showPeriod } from '../../../core/calendar/grain.js';
import { UnknownToAsker } from '../../../core/errors.js';
import { median } from '../../../core/statistics.js';
import { grainFor } from '../../../measures/trend.js';
import type { Segment } from '../../../segments/maps/map.js';
import { AXES } from '../../../segments/scoring/method.js';
import { pastCutsOf } from '../../../segments/snapshots/as-of.js';
import { type PastSegment, segmentHistory } from '../../../segments/snapshots/history.js';
import { customerAt, placeOf, type ScoredCustomer } from '../../../segments/snapshots/snapshot.js';
import { averageSpent, bigSpendersOf } from '../../../segments/summary.js';
import { ordersOfCustomer, productsOfCustomer } from '../../../store/scope/customer-history.js';
import {
  type Customer,
  type CustomerOrder,
  findCustomers,
  nameToAsk,
} from '../../../store/tables/customers.js';
import { expectedOf } from './ahead.js';
import { offerFor } from './offer.js';

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
  summary: 'One customer: segment, orders, what they buy and may be offered, what to expect of them',
  examples: ['customer NAME'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const person = await personNamed(query, shop);
    const named = { ...query, name: await nameToAsk(shop.store, person) };
    const base = { ...skeleton(named, context, shop, person.name), audience: 'asker' as const };
    const at = placeOf(context.snapshot, person.id);
    if (at === undefined)
      return answerOf({
        ...base,
        headline:
          `${person.name} has no order that counts as of ${showDay(context.snapshot.asOf)}, so ` +
          'no segment.',
      });
    const scored = customerAt(context.snapshot, at);
    return answerOf({
      ...base,
      ...(await profile(person, scored, context, shop)),
      followUps: followUps(shop, query, [offerMembers(scored.segment), offerQuestion('summary')]),
    });
  },
});
export default customer;

/** The one customer whom a name means. @throws NotUnderstood with other names if there are none or several */
async function personNamed(
  query: ParsedQuery & { readonly name: string },
  shop: ShopView,
): Promise<Customer> {
  const { name } = query;
  const { found, nearest } = await findCustomers(shop.store, name);
  const [person] = found;
  if (person && found.length === 1) return person;
  const names = found.length > 1 ? found.slice(0, 3).map(c => c.key) : nearest;
  const offers = names.map((near): Offer => ({ family: 'segment', question: 'customer', name: near }));
  throw new UnknownToAsker(
    found.length > 1
      ? `${found.length} customers are called something like "${name}".`
      : `No customer is called "${name}".`,
    names.length > 0 ? followUps(shop, query, offers).map(offer => offer.text) : ['segment'],
  );
}

async function profile(
  person: Customer,
  scored: ScoredCustomer,
  context: SegmentContext,
  shop: ShopView,
): Promise<Partial<Answer> & Pick<Answer, 'headline'>> {
  const { format, segmentation, snapshot } = context;
  const { segment } = scored;
  const all = (await ordersOfCustomer(shop.store, person.id)).filter(o => o.day <= snapshot.asOf);
  const past = await pastCutsOf(shop, snapshot.asOf, segmentation);
  const orders = all.filter(o => o.sales > 0);
  const row = customerRow(scored, person, context);
  const bought = `${plural(scored.orders, 'order')} worth ${format.amount(scored.spent)}`;
  const last = `the last ${plural(scored.recency, 'day')} ago`;
  const bigSpenders = bigSpendersOf([scored.spent], averageSpent(snapshot));
  return {
    headline: `${spokenName(person.name)} is ${withArticle(segment.one)}: ${bought}, ${last}.`,
    columns: customerColumns([row], context).map(c => ({ ...c, secondary: false })),
    rows: [row],
    charts: orders.length >= 3 ? [ordersChart(person, orders, context, shop.currency)] : [],
    observations: [
      scoresSentence(orders[0], scored, context),
      ...inTheLastYear(segmentHistory(all, person.key, past, segmentation), segment),
      ...(await boughtMost(person, context, shop)),
      ...nextOrder(orders, scored, context, await rhythmOf(person.id, context, shop)),
      ...(await expectedOf(person.id, context, shop)),
    ],
    // The first action for a segment is meant for each of its customers; the others for the group.
    actions: [
      ...adviceFor({ segment, customers: 1, bigSpenders }, format)
        .slice(0, 1)
        .map(action => `${action}.`),
      ...(await offerFor(person.id, context, shop)),
    ],
  };
}

/** A name that is a number alone is said with the word: `Customer 34781`. */
const spokenName = (name: string): string => (/^\d+$/.test(name) ? `Customer ${name}` : name);

/** `Customer since Jan 5, 2026; scores R 5, F 4, M 4 of 5.` */
function scoresSentence(
  first: CustomerOrder | undefined,
  scored: ScoredCustomer,
  { segmentation, score }: SegmentContext,
): string {
  const scores = AXES.map(axis => `${axis.toUpperCase()} ${score(scored[axis])}`);
  const since = first ? `Customer since ${showDay(first.day)}; scores` : 'Scores';
  return (
    `${since} ${scores.join(', ')} of ${segmentation.method.bins}` +
    `${segmentation.isOneBest ? ', 1 is best' : ''}.`
  );
}

async function boughtMost(
  person: Customer,
  { snapshot, format }: SegmentContext,
  { store }: ShopView,
): Promise<string[]> {
  const products = await productsOfCustomer(store, person.id, { through: snapshot.asOf, limit: 3 });
  if (products.length === 0) return [];
  return [`Buys most: ${listed(products.map(p => `${p.name} (${format.amount(p.revenue)})`))}.`];
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
    'Segments at the ends of the last months: ' +
      `${[...said, ...(isNew ? [`${now.title} now`] : [])].join(', ')}.`,
  ];
}

/**
 * How long it usually is between orders, and whether the next one is overdue, as `customers risk` has it.
 * Where the shop has too few orders to tell that, their own orders alone say when the next was due.
 */
function nextOrder(
  orders: readonly CustomerOrder[],
  { lastDay }: ScoredCustomer,
  { snapshot }: SegmentContext,
  rhythm: { readonly usual: number; readonly isLate: boolean } | undefined,
): string[] {
  const days = [...new Set(orders.map(o => o.day))];
  const gaps = days.slice(1).map((day, i) => day - (days[i] as number));
  const usual = rhythm?.usual ?? median(gaps);
  if (usual === null) return [];
  const isOneGap = gaps.length < 2;
  const between = `Usually ${plural(Math.round(usual), 'day')} between orders`;
  // One gap is no habit.
  if (isOneGap && !rhythm) return [`${between}, from two orders alone.`];
  const from = isOneGap ? " (two orders of theirs, and the shop's usual gap)" : '';
  const due = lastDay + Math.round(usual);
  const late = plural(snapshot.asOf - due, 'day');
  return [
    rhythm?.isLate
      ? `${between}${from}; the next was due on ${showDay(due)} and is overdue by ${late}.`
      : due < snapshot.asOf
        ? `${between}${from}; the next was due around ${showDay(due)}, ${late} ago.`
        : `${between}${from}; the next is due around ${showDay(due)}.`,
  ];
}

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
    partialLast: (periods.at(-1)?.to ?? 0) > days.to,
  };
}
