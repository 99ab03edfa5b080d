import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import type { Pareto } from './figures.js';

export interface ParetoFacts extends Pareto {
  readonly format: Format;
  readonly one: string;
  readonly many: string;
  /** The name of the first. */
  readonly first: string;
}

const fifth: Rule<ParetoFacts> = {
  name: 'the first fifth',
  when: 'five or more values',
  kind: 'observation',
  say: ({ ranked, topFifth, format, many }) =>
    ranked.length < 5
      ? undefined
      : `The top 20% of the ${many} (${format.count(topFifth.count)}) bring ${format.share(topFifth.share)} of their revenue.`,
};

const isPareto: Rule<ParetoFacts> = {
  name: 'eighty to twenty',
  when: 'ten or more values: whether the rule of 80 to 20 holds here',
  kind: 'observation',
  say: ({ ranked, for80, topFifth, format, many }) => {
    if (ranked.length < 10) return undefined;
    if (topFifth.share >= 0.75) return `The rule of 80 to 20 holds: a few ${many} carry the shop.`;
    return `The rule of 80 to 20 does not hold: it takes ${format.share(for80 / ranked.length)} of the ${many} to bring 80%.`;
  },
};

const classC: Rule<ParetoFacts> = {
  name: 'the last five percent',
  when: 'ten or more values, a fifth or more of which bring the last 5 %',
  kind: 'observation',
  say: ({ ranked, classes, format, many }) => {
    const c = classes[2];
    if (ranked.length < 10 || !c || c.count < ranked.length / 5) return undefined;
    return `${format.count(c.count)} ${many} (${format.share(c.count / ranked.length)}) together bring the last ${format.share(c.revenue / classes.reduce((sum, k) => sum + k.revenue, 0))}.`;
  },
};

const keep: Rule<ParetoFacts> = {
  name: 'keep the few',
  when: 'ten or more values, fewer than half of which bring 80 %',
  kind: 'action',
  say: ({ ranked, for80, classes, format, many }) =>
    ranked.length < 10 || for80 >= ranked.length / 2
      ? undefined
      : `Give the ${format.count(for80)} ${many} that bring 80% (${format.amount(classes[0]?.revenue ?? 0)}) the most attention.`,
};

const prune: Rule<ParetoFacts> = {
  name: 'look at the tail',
  when: 'products or lines of products: twenty or more, a fifth or more of which bring the last 5 %',
  kind: 'action',
  say: ({ ranked, classes, format, one, many }) => {
    const c = classes[2];
    if (!/product|item|sku|category/.test(one) || ranked.length < 20 || !c || c.count < ranked.length / 5)
      return undefined;
    return `Ask of the ${format.count(c.count)} ${many} at the end whether they earn their place: they bring ${format.amount(c.revenue)} together.`;
  },
};

export const PARETO_RULES: readonly Rule<ParetoFacts>[] = [fifth, isPareto, classC, keep, prune];

export default { title: 'Pareto', rules: PARETO_RULES } satisfies RuleSet<ParetoFacts>;
