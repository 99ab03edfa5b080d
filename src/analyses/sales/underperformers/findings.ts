import type { Prepositions } from '../../../answering/dimension-words.js';
import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import { type Shortfall, toUsualShare } from './figures.js';

export interface ShortfallFacts {
  readonly format: Format;
  readonly one: string;
  readonly other: string;
  /** What stands before the others: one sells in a country, but to a customer. */
  readonly before: Prepositions;
  /** Whether the first are goods, which can be promoted. */
  readonly areGoods: boolean;
  readonly shortfalls: readonly Shortfall[];
  firstName(id: number): string;
  secondName(id: number): string;
}

const missing: Rule<ShortfallFacts> = {
  name: 'not sold at all',
  when: 'a value brings nothing where, at its usual share, it would bring something',
  kind: 'observation',
  say: facts => {
    const none = facts.shortfalls.filter(s => s.actual === 0);
    const [first] = none;
    if (!first) return undefined;
    const others = none.length > 1 ? `, one of ${none.length} such pairs` : '';
    const where = `${facts.before.place} ${facts.secondName(first.second)}`;
    return `${facts.firstName(first.first)} brought nothing ${where}${others}.`;
  },
};

const strongest: Rule<ShortfallFacts> = {
  name: 'where it does best',
  when: 'the pair that is farthest above its usual share',
  kind: 'observation',
  say: facts => {
    const best = facts.shortfalls.at(-1);
    if (!best || best.shortfall >= 0) return undefined;
    const [line, place] = [facts.firstName(best.first), facts.secondName(best.second)];
    const [share, usual] = [best.share, best.usual].map(facts.format.share);
    const { place: at, revenue } = facts.before;
    return (
      `${line} does best ${at} ${place}: ` +
      `it brings ${share} of the revenue ${revenue} ${place}, against ${usual} overall.`
    );
  },
};

const push: Rule<ShortfallFacts> = {
  name: 'push where it lags',
  when:
    'a pair of goods and something else is a quarter or more below its usual share: ' +
    'the one that is short of most',
  kind: 'action',
  say: facts => {
    if (!facts.areGoods) return undefined;
    const worst = facts.shortfalls.find(s => s.shortfall > 0 && s.share <= s.usual * 0.75);
    if (!worst) return undefined;
    const more = facts.format.amount(facts.format.wholeMinor(toUsualShare(worst)));
    const [line, place] = [facts.firstName(worst.first), facts.secondName(worst.second)];
    return (
      `Promote ${line} ${facts.before.target} ${place}: ` +
      `with ${more} more it would reach its usual share, if all else there stayed the same.`
    );
  },
};

export const SHORTFALL_RULES: readonly Rule<ShortfallFacts>[] = [missing, strongest, push];

export default { title: 'Underperformers', rules: SHORTFALL_RULES } satisfies RuleSet<ShortfallFacts>;
