import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { besideAverage, type Format, listed, listedFirst, plural } from '../../../core/answer/format.js';
import { type SeasonPart, strongestFirst } from './figures.js';

/** A cycle: months of the year, weekdays or hours. */
export interface SeasonFacts {
  readonly format: Format;
  readonly parts: readonly SeasonPart[];
  /** Whether the files have orders, not only totals of days, each of which counts as one here. */
  readonly hasOrders: boolean;
  /** `month`, `weekday`, `hour` */
  readonly one: string;
  name(part: SeasonPart): string;
}

/** Whether the shop sold nothing in a part of the cycle, of what is asked for. */
const isEmpty = ({ revenue, orders }: SeasonPart): boolean => revenue === 0 && orders === 0;

/** With fewer orders in a part of the cycle on average, what differs between them may be chance. */
const ENOUGH_ORDERS = 2;
/** With fewer orders a part of the cycle has no season, but a few events. */
const LEAST_ORDERS = 3;

/** Whether there are enough orders to recommend anything. */
const canTell = ({ parts }: SeasonFacts): boolean =>
  parts.reduce((sum, p) => sum + p.orders, 0) >= ENOUGH_ORDERS * parts.length;

/** `in November`, `on Friday`, `at 14:00`; of several the first three, and how many more there are. */
const when = (facts: SeasonFacts, parts: readonly SeasonPart[]): string =>
  `${PREPOSITIONS[facts.one]} ${listedFirst(parts.map(facts.name))}`;

/** How the weakest part of the cycle does, for the headline; undefined if there is only one part. */
export function weakestOf(facts: SeasonFacts): string | undefined {
  const open = strongestFirst(facts.parts);
  const [best, worst] = [open[0], open.at(-1)];
  if (!worst || worst === best) return undefined;
  const empty = facts.parts.filter(p => !p.isClosed && isEmpty(p));
  if (worst.revenue >= 0 && empty.length > 0) return `nothing was sold ${when(facts, empty)}`;
  const amount = facts.format.amount(worst.revenue);
  if (worst.revenue < 0) return `more was returned than sold ${when(facts, [worst])} (${amount} in all)`;
  return (
    `${facts.name(worst)} is the weakest with ` +
    `${facts.format.amount(facts.format.wholeMinor(worst.average))}`
  );
}

/** `$12.00 on average`, or of what was seen once `$12.00`. */
export const averageText = (
  { average, times }: SeasonPart,
  format: Format,
  show: 'amount' | 'amountShort' = 'amount',
): string => `${format[show](format.wholeMinor(average))}${times === 1 ? '' : ' on average'}`;

/**
 * What parts are measured by: `an average month`. A weekday may be Monday to Friday alone, so it is a day.
 */
export const averageOf = ({ one }: SeasonFacts): string => `an average ${one === 'weekday' ? 'day' : one}`;

const strong: Rule<SeasonFacts> = {
  name: 'strong parts of the cycle',
  when: 'parts of the cycle that bring 20 % or more above its mean: the three strongest',
  kind: 'observation',
  say: facts => {
    const above = strongestFirst(facts.parts)
      .filter(p => p.index >= 1.2)
      .slice(0, 3);
    if (above.length === 0) return undefined;
    const names = above.map(p => `${facts.name(p)} (${facts.format.share(p.index)})`);
    return `Strong, against ${averageOf(facts)}: ${listed(names)}.`;
  },
};

const weak: Rule<SeasonFacts> = {
  name: 'weak parts of the cycle',
  when: 'parts of the cycle that sell something, but 20 % or more below its mean: the three weakest',
  kind: 'observation',
  say: facts => {
    const below = strongestFirst(facts.parts)
      .reverse()
      .filter(p => p.index <= 0.8 && p.revenue > 0)
      .slice(0, 3);
    if (below.length === 0) return undefined;
    const names = below.map(p => `${facts.name(p)} (${facts.format.share(p.index)})`);
    return `Weak, against ${averageOf(facts)}: ${listed(names)}.`;
  },
};

const closed: Rule<SeasonFacts> = {
  name: 'closed',
  when: 'parts of the cycle in which nothing was ever sold or returned, whatever is asked for',
  kind: 'observation',
  say: facts => {
    const names = facts.parts.filter(p => p.isClosed).map(facts.name);
    return names.length === 0
      ? undefined
      : `Nothing is ever sold ${PREPOSITIONS[facts.one]} ${listed(names)}.`;
  },
};

const even: Rule<SeasonFacts> = {
  name: 'no season',
  when: 'no part of the cycle is 20 % above or below its mean',
  kind: 'observation',
  say: facts =>
    facts.parts.length >= 3 && facts.parts.every(p => p.index > 0.8 && p.index < 1.2)
      ? `No ${facts.one} stands out: all lie within 20% of the average.`
      : undefined,
};

const once: Rule<SeasonFacts> = {
  name: 'seen once',
  when: 'parts of the cycle occur only once in the data, so that a season cannot be told from a single event',
  kind: 'note',
  say: facts => {
    const single = facts.parts.filter(p => p.times === 1);
    if (facts.one !== 'month' || single.length === 0) return undefined;
    return single.length === facts.parts.length
      ? 'Every month occurs only once, and one year cannot tell a season from a single event.'
      : `In the data only once: ${listed(single.map(facts.name))}.`;
  },
};

const fewOrders: Rule<SeasonFacts> = {
  name: 'few orders',
  when: 'there are fewer than two orders for each part of the cycle',
  kind: 'note',
  say: facts => {
    if (canTell(facts)) return undefined;
    const orders = facts.parts.reduce((sum, p) => sum + p.orders, 0);
    const what = facts.hasOrders ? 'order' : 'row';
    return `With ${plural(orders, what)} in all, what differs by ${facts.one} may be chance.`;
  },
};

const prepare: Rule<SeasonFacts> = {
  name: 'prepare for the season',
  when:
    'the strongest part of the cycle is 1.3 times the mean or more, was seen twice or more often, ' +
    'and has three or more orders; with two orders or more for each part',
  kind: 'action',
  say: facts => {
    const [best] = strongestFirst(facts.parts);
    if (!best || best.index < 1.3 || best.times < 2 || best.orders < LEAST_ORDERS || !canTell(facts))
      return undefined;
    const average = facts.format.amount(facts.format.wholeMinor(best.average));
    const beside = besideAverage(best.index, averageOf(facts), facts.format);
    // An hour needs people at work, not goods in stock.
    const what = facts.one === 'hour' ? 'staff' : 'stock';
    return `Plan ${what} and campaigns for ${facts.name(best)}: it brings ${average} on average, ${beside}.`;
  },
};

const fill: Rule<SeasonFacts> = {
  name: 'fill the gap',
  when:
    'the weakest part of the cycle that is not closed, and has no more returns than sales, ' +
    'is 0.7 times the mean or less and was seen twice or more often; with two orders or more for each part',
  kind: 'action',
  say: facts => {
    const worst = strongestFirst(facts.parts)
      .filter(p => p.revenue >= 0)
      .at(-1);
    if (!worst || worst.index > 0.7 || worst.times < 2 || !canTell(facts)) return undefined;
    const mean = facts.parts.reduce((sum, p) => sum + p.average, 0) / facts.parts.length;
    const more = facts.format.amount(facts.format.wholeMinor(mean - worst.average));
    return `Give customers a reason to buy ${when(facts, [worst])}: ${averageOf(facts)} brings ${more} more.`;
  },
};

const PREPOSITIONS: Readonly<Record<string, string>> = { month: 'in', weekday: 'on', hour: 'at' };

export const SEASON_RULES: readonly Rule<SeasonFacts>[] = [
  strong,
  weak,
  closed,
  even,
  once,
  fewOrders,
  prepare,
  fill,
];

export default { title: 'Seasonality', rules: SEASON_RULES } satisfies RuleSet<SeasonFacts>;
