import { liftText, offerText } from '../../../answering/together-words.js';
import type { Rule as FindingRule, RuleSet } from '../../../core/answer/finding-rules.js';
import { type Format, listed, plural } from '../../../core/answer/format.js';
import { isSure, type Rule } from '../../../measures/together.js';

/** What is bought together. */
export interface TogetherFacts {
  readonly format: Format;
  readonly one: string;
  readonly many: string;
  readonly orders: number;
  /** Orders with two items or more. */
  readonly mixed: number;
  /** Farthest beyond chance first. */
  readonly rules: readonly Rule[];
  /** Pairs that are in enough orders. */
  readonly pairs: number;
  readonly least: number;
  /** What was asked about, if anything: `Ships`, `Onion and Kidney Beans`. */
  readonly given?: string;
  name(id: number): string;
}

export const firstName = ({ given, name }: TogetherFacts, { first }: Rule): string => given ?? name(first);

/** The rules that are no chance. */
export const sureRules = ({ rules, orders, pairs }: TogetherFacts): Rule[] =>
  rules.filter(rule => isSure(rule, orders, pairs));

const sizes: FindingRule<TogetherFacts> = {
  name: 'orders of several',
  when: 'there are orders with two or more values',
  kind: 'observation',
  say: ({ orders, mixed, many, format }) =>
    mixed === 0
      ? undefined
      : `${format.share(mixed / orders)} of ${plural(orders, 'order')} have two or more different ${many}.`,
};

const apart: FindingRule<TogetherFacts> = {
  name: 'seldom together',
  when: 'two values, each in 20 or more orders, are together at most half as often as by chance would be',
  kind: 'observation',
  say: facts => {
    const pair = [...facts.rules]
      .reverse()
      .find(
        ({ lift, firstOrders, secondOrders }) => lift <= 0.5 && Math.min(firstOrders, secondOrders) >= 20,
      );
    if (!pair) return undefined;
    return (
      `${firstName(facts, pair)} and ${facts.name(pair.second)} are seldom bought together: ` +
      `in ${plural(pair.together, 'order')}, ${liftText(pair.lift, facts.format)}.`
    );
  },
};

const offer: FindingRule<TogetherFacts> = {
  name: 'what to offer',
  when:
    'two values are together more often than by chance: z test of two proportions, p below 0.01 after ' +
    'Bonferroni, five orders or more; up to three of them',
  kind: 'action',
  say: facts => {
    const sure = sureRules(facts).slice(0, 3);
    if (sure.length === 0) return undefined;
    const texts = sure.map(rule =>
      offerText(rule, [firstName(facts, rule), facts.name(rule.second)], facts.orders, facts.format),
    );
    return `Offer ${listed(texts)}.`;
  },
};

const chance: FindingRule<TogetherFacts> = {
  name: 'may be chance',
  when: 'nothing goes with what was asked about more often than chance can explain',
  kind: 'note',
  say: facts =>
    facts.given === undefined || facts.rules.length === 0 || sureRules(facts).length > 0
      ? undefined
      : 'None of these go together more often than chance can explain.',
};

export const TOGETHER_RULES: readonly FindingRule<TogetherFacts>[] = [sizes, apart, offer, chance];

export default { title: 'Bought together', rules: TOGETHER_RULES } satisfies RuleSet<TogetherFacts>;
