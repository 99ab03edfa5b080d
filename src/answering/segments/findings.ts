import type { Rule, RuleSet } from '../../core/answer/finding-rules.js';
import { capital, type Format, listed, plural } from '../../core/answer/format.js';
import type { SegmentSummary } from '../../segments/summary.js';
import { actionFor, allBigSpenders, bigSpendersText, byUrgency } from './advice.js';

export interface SegmentFacts {
  /** All segments, from the best to the worst. */
  readonly segments: readonly SegmentSummary[];
  /** All customers, and those of them with a single order. */
  readonly customers: number;
  readonly withOneOrder: number;
  /** The usual days between a customer's orders; null if too few came back to tell. */
  readonly usualGap: number | null;
  readonly format: Format;
}

const filled = ({ segments }: SegmentFacts): SegmentSummary[] => segments.filter(s => s.customers > 0);
const most = (
  some: readonly SegmentSummary[],
  of: (s: SegmentSummary) => number,
): SegmentSummary | undefined =>
  some.reduce<SegmentSummary | undefined>((a, b) => (a === undefined || of(b) > of(a) ? b : a), undefined);
const people = ({ customers, segment }: SegmentSummary): string =>
  plural(customers, segment.one, segment.many);

const largest: Rule<SegmentFacts> = {
  name: 'the largest segment',
  when: 'customers in two or more segments, not all of which are the same size',
  kind: 'observation',
  say: facts => {
    const some = filled(facts);
    const size = Math.max(...some.map(s => s.customers));
    const first = some.filter(s => s.customers === size);
    if (some.length < 2 || first.length === some.length) return undefined;
    const names = capital(listed(first.map(s => s.segment.many)));
    const share = facts.format.share(first[0]?.share ?? 0);
    return first.length === 1
      ? `${names} are the largest segment: ${plural(size, 'customer')}, ${share}.`
      : `${names} are the largest segments: ${plural(size, 'customer')} each, ${share}.`;
  },
};

const richest: Rule<SegmentFacts> = {
  name: 'the segment that brings most',
  when:
    'customers in two or more segments, and another one brings the most revenue than has the most ' +
    'customers',
  kind: 'observation',
  say: facts => {
    const first = most(filled(facts), s => s.revenue);
    if (!first || filled(facts).length < 2 || first === most(filled(facts), s => s.customers))
      return undefined;
    const share = facts.format.share(first.revenueShare);
    return `${capital(first.segment.many)} bring the most revenue: ${share}.`;
  },
};

const bestSpendMore: Rule<SegmentFacts> = {
  name: 'the best spend more',
  when:
    'the best segment of those who stay has five customers or more, who on average spent at least one ' +
    'and a half times as much as all',
  kind: 'observation',
  say: facts => {
    const best = filled(facts).find(s => !s.segment.leaving);
    if (!best || best.customers < 5 || best.share >= 1 || best.revenueShare < best.share * 1.5)
      return undefined;
    const average = facts.format.amount(facts.format.wholeMinor(best.revenue / best.customers));
    const times = facts.format.times(best.revenueShare / best.share);
    return (
      `${capital(best.segment.many)} spent ${average} on average, ${times} as much as the average ` +
      'customer.'
    );
  },
};

/**
 * Whether half of the customers of an active segment have been away for longer than is usual between
 * orders.
 */
export const isLongAway = (
  { segment, medianRecency }: Pick<SegmentSummary, 'segment' | 'medianRecency'>,
  usual: number | null,
): boolean => !segment.leaving && usual !== null && medianRecency !== null && medianRecency > usual;

const longAway: Rule<SegmentFacts> = {
  name: 'away for long',
  when:
    'half of the customers of a segment of those who stay last ordered longer ago than the usual time ' +
    'between orders',
  kind: 'observation',
  say: facts => {
    const { usualGap } = facts;
    const away = filled(facts).filter(s => isLongAway(s, usualGap));
    if (usualGap === null || away.length === 0) return undefined;
    const who = listed(away.map(s => s.segment.many));
    const days = plural(Math.round(usualGap), 'day');
    const usual = `the usual ${days} between orders`;
    return away.length === 1
      ? `Half of the ${who} have been away longer than ${usual}.`
      : `Half of each of these have been away longer than ${usual}: ${who}.`;
  },
};

const once: Rule<SegmentFacts> = {
  name: 'bought once',
  when: 'a fifth or more of the customers have a single order',
  kind: 'observation',
  say: ({ withOneOrder, customers, format }) =>
    withOneOrder === 0 || withOneOrder < customers / 5
      ? undefined
      : `${plural(withOneOrder, 'customer')} (${format.share(withOneOrder / customers)}) ` +
        `${withOneOrder === 1 ? 'has' : 'have'} a single order.`,
};

const winBack: Rule<SegmentFacts> = {
  name: 'win back',
  when:
    'customers are in segments of those who leave: those of them who each spent more than the average ' +
    'customer, or if there are none, the segment whose customers had spent the most each',
  kind: 'action',
  say: facts => {
    const { format } = facts;
    const leaving = byUrgency(filled(facts).filter(s => s.segment.leaving));
    const [first, second] = leaving;
    const big = allBigSpenders(leaving);
    if (!first) return undefined;
    if (!second || big.customers === 0) return actionFor(first, format);
    const names = capital(listed(leaving.filter(s => s.bigSpenders.customers > 0).map(s => s.segment.many)));
    return `${names}: Personally contact ${bigSpendersText(big, format)}.`;
  },
};

const keepBest: Rule<SegmentFacts> = {
  name: 'keep the best',
  when: 'customers are in segments of those who stay: the best of these',
  kind: 'action',
  say: facts => {
    const best = filled(facts).find(s => !s.segment.leaving);
    return best && actionFor(best, facts.format);
  },
};

const grow: Rule<SegmentFacts> = {
  name: 'grow the largest',
  when: 'another segment of those who stay than the best has the most customers of these',
  kind: 'action',
  say: facts => {
    const staying = filled(facts).filter(s => !s.segment.leaving);
    const largestOne = most(staying, s => s.customers);
    return largestOne && largestOne !== staying[0] ? actionFor(largestOne, facts.format) : undefined;
  },
};

export const SEGMENT_RULES: readonly Rule<SegmentFacts>[] = [
  largest,
  richest,
  bestSpendMore,
  longAway,
  once,
  winBack,
  keepBest,
  grow,
];

/** The headline of a summary: what the best bring, and how many are on their way out. */
export function segmentsHeadline({ segments, format }: SegmentFacts): string {
  const best = segments[0] as SegmentSummary;
  const leaving = segments.filter(s => s.segment.leaving);
  const gone = leaving.reduce((sum, s) => sum + s.customers, 0);
  const goneRevenue = leaving.reduce((sum, s) => sum + s.revenueShare, 0);
  const lead =
    best.customers === 0
      ? `There are no ${best.segment.many}`
      : `${people(best)} (${format.share(best.share)}) ${best.customers === 1 ? 'brings' : 'bring'} ` +
        `${format.share(best.revenueShare)} of revenue`;
  return gone === 0
    ? `${lead}.`
    : `${lead}; ${format.count(gone)} ${gone === 1 ? 'is' : 'are'} slipping away or lost, ` +
        `with ${format.share(goneRevenue)} of revenue.`;
}

export default { title: 'Customer segments', rules: SEGMENT_RULES } satisfies RuleSet<SegmentFacts>;
