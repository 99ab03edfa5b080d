import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import type { Pareto } from './figures.js';

export interface ParetoFacts extends Pareto {
  readonly format: Format;
  readonly one: string;
  readonly many: string;
}

const fifth: Rule<ParetoFacts> = {
  name: 'the first fifth',
  when: 'five or more values',
  kind: 'observation',
  say: ({ ranked, topFifth, format, many }) =>
    ranked.length < 5
      ? undefined
      : `The top 20% of the ${many} (${format.count(topFifth.count)}) ` +
        `bring ${format.share(topFifth.share)} of the revenue.`,
};

const half: Rule<ParetoFacts> = {
  name: 'the first half',
  when: 'five or more values',
  kind: 'observation',
  say: ({ ranked, forHalf, format, one, many }) =>
    ranked.length < 5
      ? undefined
      : `Half of the revenue comes from ${format.count(forHalf)} ${forHalf === 1 ? one : many}.`,
};

const isPareto: Rule<ParetoFacts> = {
  name: 'eighty to twenty',
  when: 'ten or more values: whether the rule of 80 to 20 holds here',
  kind: 'observation',
  say: ({ ranked, for80, topFifth, format, many }) => {
    if (ranked.length < 10) return undefined;
    if (topFifth.share >= 0.75) return `The 80/20 rule holds: a few ${many} carry the shop.`;
    const share = format.share(for80 / ranked.length);
    return `The 80/20 rule does not hold: it takes ${share} of the ${many} to bring 80%.`;
  },
};

const classC: Rule<ParetoFacts> = {
  name: 'the last five percent',
  when: 'ten or more values, a fifth or more of which bring the last 5 %',
  kind: 'observation',
  say: ({ ranked, classes, format, many }) => {
    const c = classes[2];
    if (ranked.length < 10 || !c || c.count < ranked.length / 5) return undefined;
    const revenue = classes.reduce((sum, k) => sum + k.revenue, 0);
    const [part, share] = [c.count / ranked.length, c.revenue / revenue].map(format.share);
    return `The last ${format.count(c.count)} ${many} (${part}) together bring ${share} of the revenue.`;
  },
};

const keep: Rule<ParetoFacts> = {
  name: 'keep the few',
  when: 'ten or more values, fewer than half of which bring 80 %',
  kind: 'action',
  say: ({ ranked, for80, classes, format, many }) =>
    ranked.length < 10 || for80 >= ranked.length / 2
      ? undefined
      : `Give most of your attention to the ${format.count(for80)} ${many} that bring 80% ` +
        `(${format.amount(classes[0]?.revenue ?? 0)}).`,
};

const prune: Rule<ParetoFacts> = {
  name: 'look at the tail',
  when: 'products or lines of products: twenty or more, a fifth or more of which bring the last 5 %',
  kind: 'action',
  say: ({ ranked, classes, format, one, many }) => {
    const c = classes[2];
    if (!/product|item|sku|category/.test(one) || ranked.length < 20 || !c || c.count < ranked.length / 5)
      return undefined;
    return (
      `Check whether the last ${format.count(c.count)} ${many} earn their place: ` +
      `together they bring ${format.amount(c.revenue)}.`
    );
  },
};

export const PARETO_RULES: readonly Rule<ParetoFacts>[] = [half, fifth, isPareto, classC, keep, prune];

export default { title: 'Pareto', rules: PARETO_RULES } satisfies RuleSet<ParetoFacts>;
