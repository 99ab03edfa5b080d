import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import type { Shortfall } from './figures.js';

export interface ShortfallFacts {
  readonly format: Format;
  readonly one: string;
  readonly other: string;
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
    return `${facts.firstName(first.first)} sold nothing in ${facts.secondName(first.second)}${none.length > 1 ? `, one of ${none.length} such pairs` : ''}.`;
  },
};

const strongest: Rule<ShortfallFacts> = {
  name: 'where it does best',
  when: 'the pair that is farthest above its usual share',
  kind: 'observation',
  say: facts => {
    const best = facts.shortfalls.at(-1);
    if (!best || best.shortfall >= 0) return undefined;
    return `The other way round, ${facts.firstName(best.first)} does best in ${facts.secondName(best.second)}: ${facts.format.share(best.share)} of its revenue, against ${facts.format.share(best.usual)} everywhere.`;
  },
};

const push: Rule<ShortfallFacts> = {
  name: 'push where it lags',
  when: 'a pair is a quarter or more below its usual share: the one that is short of most',
  kind: 'action',
  say: facts => {
    const worst = facts.shortfalls.find(s => s.shortfall > 0 && s.share <= s.usual * 0.75);
    if (!worst) return undefined;
    return `Offer more ${facts.firstName(worst.first)} where ${facts.other} is ${facts.secondName(worst.second)}: at its usual share it would bring ${facts.format.amount(Math.round(worst.shortfall))} more.`;
  },
};

export const SHORTFALL_RULES: readonly Rule<ShortfallFacts>[] = [missing, strongest, push];

export default { title: 'Underperformers', rules: SHORTFALL_RULES } satisfies RuleSet<ShortfallFacts>;
