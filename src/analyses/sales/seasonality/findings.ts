import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { type Format, listed } from '../../../core/answer/format.js';
import type { SeasonPart } from './figures.js';

/** A cycle: months of the year, weekdays or hours. */
export interface SeasonFacts {
  readonly format: Format;
  readonly parts: readonly SeasonPart[];
  /** `month`, `weekday`, `hour` */
  readonly one: string;
  name(part: SeasonPart): string;
}

const byIndex = ({ parts }: SeasonFacts): SeasonPart[] => [...parts].sort((a, b) => b.index - a.index);

const strong: Rule<SeasonFacts> = {
  name: 'strong parts of the cycle',
  when: 'parts of the cycle that bring 20 % or more above its mean: the three strongest',
  kind: 'observation',
  say: facts => {
    const above = byIndex(facts)
      .filter(p => p.index >= 1.2)
      .slice(0, 3);
    if (above.length === 0) return undefined;
    return `Above the usual: ${listed(above.map(p => `${facts.name(p)} (${facts.format.times(p.index)} an average ${facts.one})`))}.`;
  },
};

const weak: Rule<SeasonFacts> = {
  name: 'weak parts of the cycle',
  when: 'parts of the cycle that bring 20 % or more below its mean: the three weakest',
  kind: 'observation',
  say: facts => {
    const below = byIndex(facts)
      .reverse()
      .filter(p => p.index <= 0.8)
      .slice(0, 3);
    if (below.length === 0) return undefined;
    return `Below: ${listed(below.map(p => `${facts.name(p)} (${facts.format.share(p.index)} of an average ${facts.one})`))}.`;
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
      ? 'Every month occurs once: whether it is a season or a single event, one year cannot tell.'
      : `In the data only once: ${listed(single.map(facts.name))}.`;
  },
};

const prepare: Rule<SeasonFacts> = {
  name: 'prepare for the season',
  when: 'the strongest part of the cycle is 1.3 times the mean or more, and was seen twice or more often',
  kind: 'action',
  say: facts => {
    const [best] = byIndex(facts);
    if (!best || best.index < 1.3 || best.times < 2) return undefined;
    return `Plan stock and campaigns for ${facts.name(best)}: it brings ${facts.format.amount(Math.round(best.average))} on average, ${facts.format.times(best.index)} an average ${facts.one}.`;
  },
};

const fill: Rule<SeasonFacts> = {
  name: 'fill the gap',
  when: 'the weakest part of the cycle is 0.7 times the mean or less, and was seen twice or more often',
  kind: 'action',
  say: facts => {
    const worst = byIndex(facts).at(-1);
    if (!worst || worst.index > 0.7 || worst.times < 2) return undefined;
    return `Give customers a reason to buy ${PREPOSITIONS[facts.one] ?? 'in'} ${facts.name(worst)}: at an average ${facts.one} it would bring ${facts.format.amount(Math.round(worst.average / Math.max(worst.index, 0.01) - worst.average))} more each time.`;
  },
};

const PREPOSITIONS: Readonly<Record<string, string>> = { month: 'in', weekday: 'on', hour: 'at' };

export const SEASON_RULES: readonly Rule<SeasonFacts>[] = [strong, weak, even, once, prepare, fill];

export default { title: 'Seasonality', rules: SEASON_RULES } satisfies RuleSet<SeasonFacts>;
