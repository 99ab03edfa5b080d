import { unfitAside } from '../../../answering/actions/chosen-answer.js';
import { audienceAnswer } from '../../../answering/audiences/audience.js';
import { followUps, SEGMENTS } from '../../../answering/follow-ups.js';
import { defineQuestion } from '../../../answering/question.js';
import { monthsWords } from '../../../answering/segments/ahead.js';
import { type SegmentContext, segmentContext } from '../../../answering/segments/context.js';
import { offerQuestion } from '../../../answering/segments/offers.js';
import { type AtRisk, atStakeOf, FEWEST_GAPS, type Risk, riskOf } from '../../../answering/segments/risk.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { RankingChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { plural } from '../../../core/answer/format.js';
import { isoOf } from '../../../core/calendar/days.js';
import { isAhead, USUAL_HORIZON } from '../../../measures/lifetime-value.js';
import { segmentTitled, segmentWord } from '../../../segments/maps/segment-names.js';
import { customerAt } from '../../../segments/snapshots/snapshot.js';
import { type Customer, customersById } from '../../../store/tables/customers.js';
import { RISK_RULES } from './findings.js';

/** Customers on the list, unless another number is asked for. */
const LISTED = 25;
const MOST_BARS = 12;

/** Who is about to leave, and what is lost with them. */
const risk = defineQuestion({
  family: 'segment',
  name: 'risk',
  words: [
    'customers risk',
    'customer risk',
    'customers at risk of leaving',
    'churn risk',
    'risk of churn',
    'churn',
    'overdue customers',
    'overdue',
    'customers overdue',
    'who is about to leave',
    'about to leave',
    'who is overdue',
    'who are we losing',
    'money at stake',
    'money at risk',
    'revenue at risk',
  ],
  isSlow: true,
  optional: ['segment', 'limit', 'horizon', 'discount', 'segmentation', 'filters', 'audience'],
  redundantWith: ['customer', 'customers'],
  canonicalText: ({ segment }) => ({
    text: ['customers risk', segment ? segmentWord(segment) : ''].filter(t => t !== '').join(' '),
    includes: ['segment'],
  }),
  helpOrder: 113,
  summary: 'Who is overdue by their own rhythm and by the model, and what is at stake: a list to act on',
  examples: ['customers risk', 'customers risk at-risk', 'customers risk 50', 'customers risk for:mailchimp'],

  async answer(query, shop) {
    const context = await segmentContext(query, shop);
    const { snapshot, format } = context;
    const base = skeleton(query, context, shop, 'Customers risk');
    const found = await riskOf(query, context, shop);
    if (!('customers' in found))
      return answerOf({
        ...base,
        headline:
          `Who is overdue cannot be said: customers came back ${plural(found.gaps, 'time')} in ` +
          `all; ${FEWEST_GAPS} are needed to see how often they order.`,
        followUps: followUps(shop, query, [SEGMENTS, offerQuestion('actions')]),
      });
    const segment = query.segment === undefined ? undefined : segmentTitled(query.segment, snapshot);
    const customers = found.customers.filter(
      c => !segment || snapshot.segments[snapshot.segment[c.at]!] === segment,
    );
    if (query.audience !== undefined) {
      const wanted = {
        customers: customers.slice(0, query.limit).map(c => c.customerId),
        one: 'customer at risk',
        many: 'customers at risk',
        file: `customers-risk-${isoOf(snapshot.asOf)}`,
      };
      return answerOf(await audienceAnswer(base, query.audience, wanted, shop));
    }
    const shown = customers.slice(0, query.limit ?? LISTED);
    const ids = shown.map(c => c.customerId);
    const people = await customersById(shop.store, ids.length === 0 ? [0] : ids);
    const hasEmails = [...people.values()].some(p => p.email !== null);
    const rows = shown.map(c => rowOf(c, people.get(c.customerId), hasEmails, context));
    const months = monthsWords(query.horizon ?? USUAL_HORIZON.months);
    const spent = customers.map(c => snapshot.scored.figures.revenue[c.at]!);
    const findings = findingsOf(RISK_RULES, {
      ...{ risk: { ...found, customers }, spent, format },
      isWhole: !segment,
    });
    const hidden = customers.length - shown.length;
    return answerOf({
      ...base,
      headline: headlineOf(customers, found, months, context),
      columns: columnsOf(rows, hasEmails, isAhead(found.ahead) && found.ahead.fit.model.showsLeaving),
      rows,
      charts: chartsOf(rows, customers, months, context),
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...(hidden > 0
          ? [{ kind: 'notShown', count: hidden, one: 'customer', many: 'customers' } as const]
          : []),
        ...context.notes,
      ],
      ...(hasEmails && { audience: 'asker' as const }),
      followUps: followUps(shop, query, [
        { family: 'segment', question: 'value', label: 'What customers are worth' },
        offerQuestion('actions'),
        SEGMENTS,
      ]),
    });
  },
});
export default risk;

function headlineOf(
  customers: readonly AtRisk[],
  risk: Risk,
  months: string,
  { format, snapshot }: SegmentContext,
): string {
  if (customers.length === 0) return 'Nobody who can still be won back is overdue.';
  const stake = atStakeOf(customers);
  const who = `${plural(customers.length, 'customer')} ${customers.length === 1 ? 'is' : 'are'} overdue`;
  if (stake === undefined) {
    const spent = customers.reduce((sum, c) => sum + snapshot.scored.figures.revenue[c.at]!, 0);
    return `${who}; so far they spent ${format.amount(spent)}.`;
  }
  return (
    `${who} or about to leave: ${format.amount(stake)} of the next ${months} is expected to be lost ` +
    `with them${unfitAside(risk)}.`
  );
}

/** The addresses come first after the names: this is a list to write to. */
function columnsOf(rows: readonly Row[], withEmail: boolean, isFitted: boolean): Column[] {
  const isSame = rows.every(row => row.customer === row.name);
  return [
    { key: 'customer', label: 'Customer', unit: 'text' },
    ...(isSame ? [] : [{ key: 'name', label: 'Name', unit: 'text' } as const]),
    ...(withEmail ? [{ key: 'email', label: 'E-mail', unit: 'text' } as const] : []),
    ...(isFitted
      ? ([
          { key: 'atStake', label: 'At stake', unit: 'money' },
          { key: 'probabilityAlive', label: 'Still a customer', unit: 'share' },
          { key: 'valueIfStaying', label: 'Worth if they stay', unit: 'money', secondary: true },
        ] as const)
      : []),
    { key: 'daysSince', label: 'Days since', unit: 'days' },
    { key: 'usualGap', label: 'Usual gap', unit: 'days' },
    { key: 'timesUsual', label: 'Times usual', unit: 'number', secondary: true },
    { key: 'spent', label: 'Spent so far', unit: 'money' },
    { key: 'orders', label: 'Orders', unit: 'count', secondary: true },
    { key: 'lastOrder', label: 'Last order', unit: 'date', secondary: true },
    { key: 'segment', label: 'Segment', unit: 'text', secondary: true },
  ];
}

function rowOf(
  c: AtRisk,
  person: Customer | undefined,
  withEmail: boolean,
  { snapshot, format }: SegmentContext,
): Row {
  const scored = customerAt(snapshot, c.at);
  return {
    customer: person?.key ?? String(c.customerId),
    name: person?.name ?? null,
    ...(withEmail && { email: person?.email ?? null }),
    atStake: c.atStake === undefined ? null : format.major(c.atStake),
    probabilityAlive: c.alive ?? null,
    valueIfStaying: c.ifStaying === undefined ? null : format.major(c.ifStaying),
    daysSince: c.silent,
    usualGap: Math.round(c.usual),
    timesUsual: Math.round(c.times * 10) / 10,
    spent: format.major(scored.spent),
    orders: scored.orders,
    lastOrder: isoOf(scored.lastDay),
    segment: scored.segment.title,
  };
}

/** What is at stake with those who stand first, or what they spent, and how long they have been silent. */
function chartsOf(
  rows: readonly Row[],
  customers: readonly AtRisk[],
  months: string,
  { format, text }: SegmentContext,
): RankingChart[] {
  const stake = atStakeOf(customers);
  if (rows.length < 2 || (stake !== undefined && stake <= 0)) return [];
  const bars = rows.slice(0, MOST_BARS);
  const labels = bars.map(row => String(row.name ?? row.customer));
  const values = bars.map(row => Number(stake === undefined ? row.spent : row.atStake));
  const notes = bars.map(row => `${row.daysSince} days, usually ${row.usualGap}`);
  const who = plural(customers.length, 'customer');
  const title =
    stake === undefined
      ? plural(customers.length, 'overdue customer')
      : `${format.amountShort(stake)} at stake with ${who}`;
  const shown = stake === undefined ? 'Spent so far' : `Expected to be lost in ${months}`;
  return [
    {
      kind: 'ranking',
      title,
      subtitle: `${shown}; days since the last order · ${text}`,
      alt:
        `${title}. ` +
        `${labels.map((name, i) => `${name} ${format.money(values[i]!)}, ${notes[i]}`).join('; ')}`,
      unit: 'money',
      currency: format.currency,
      labels,
      values,
      notes,
    },
  ];
}
