import type { Prepositions } from '../../../answering/dimension-words.js';
import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import type { Measure } from '../../../measures/measures.js';
import type { PairBreakdown } from '../../../measures/pairs.js';
import type { GroupSums } from '../../../store/scope/sums.js';

/** Sales by two dimensions, and how they are spoken of. */
export interface PairFacts extends PairBreakdown {
  readonly format: Format;
  readonly measure: Measure;
  readonly one: string;
  readonly other: string;
  readonly firstWords: Prepositions;
  readonly secondWords: Prepositions;
  /** The measure in major units; 0 if there is none. */
  of(sums: GroupSums): number;
  firstName(id: number): string;
  secondName(id: number): string;
}

/** A value this small a part of the whole says nothing about its mix. */
const WORTH_SAYING = 0.02;

/** A pair far from what its two values' shares would make it; money in minor units. */
interface Farthest {
  readonly first: number;
  readonly second: number;
  readonly revenue: number;
  /** Of the revenue of the first. */
  readonly share: number;
  /** The share of the second in all revenue. */
  readonly usual: number;
  readonly gap: number;
}

/** What stands before the names: the revenue `of` Motorcycles comes `from` USA. */
const wordsOf = ({ firstWords, secondWords }: PairFacts) => ({
  revenue: firstWords.revenue,
  source: secondWords.source,
});

/** The pair that is farthest above, or below, what its two values' shares would make it. */
function farthest({ pairs, total, firstSums, secondSums }: PairFacts, sign: 1 | -1) {
  if (total.revenue <= 0) return undefined;
  const of = (groups: PairFacts['firstSums']) => new Map(groups.map(g => [g.id, g.revenue]));
  const [firsts, seconds] = [of(firstSums), of(secondSums)];
  let best: Farthest | undefined;
  for (const { first, second, revenue } of pairs) {
    const [x, y] = [firsts.get(first) ?? 0, seconds.get(second) ?? 0];
    if (first === 0 || second === 0 || x < total.revenue * WORTH_SAYING || y < total.revenue * WORTH_SAYING)
      continue;
    // Where another value had more returns than sales, this one can have more than all.
    if (revenue > x) continue;
    const usual = y / total.revenue;
    const gap = sign * (revenue - x * usual);
    if (gap > (best?.gap ?? total.revenue * 0.005))
      best = { first, second, revenue, share: revenue / x, usual, gap };
  }
  return best;
}

const stronger: Rule<PairFacts> = {
  name: 'stronger together',
  when:
    'a pair is above what the shares of its two values would make it by more than 0.5 % of all revenue: ' +
    'the one farthest above',
  kind: 'observation',
  say: facts => {
    const best = farthest(facts, 1);
    if (!best) return undefined;
    const { format } = facts;
    const [first, second] = [facts.firstName(best.first), facts.secondName(best.second)];
    const [share, usual] = [format.share(best.share), format.share(best.usual)];
    const { revenue, source } = wordsOf(facts);
    return (
      `${share} of the revenue ${revenue} ${first} comes ${source} ${second}, ` +
      `against ${usual} of all revenue.`
    );
  },
};

const weaker: Rule<PairFacts> = {
  name: 'weaker together',
  when:
    'a pair is below what the shares of its two values would make it by more than 0.5 % of all revenue: ' +
    'the one farthest below',
  kind: 'observation',
  say: facts => {
    const best = farthest(facts, -1);
    if (!best) return undefined;
    const { format } = facts;
    const [first, second] = [facts.firstName(best.first), facts.secondName(best.second)];
    const [share, usual] = [format.share(best.share), format.share(best.usual)];
    const gap = format.amount(format.wholeMinor(best.gap));
    if (best.revenue < 0)
      return (
        `More was returned than sold of ${first} and ${second} together (${format.amount(best.revenue)}), ` +
        `while ${second} brings ${usual} of all revenue.`
      );
    const { revenue, source } = wordsOf(facts);
    const part = best.revenue === 0 ? 'None' : `Only ${share}`;
    return (
      `${part} of the revenue ${revenue} ${first} comes ${source} ${second}, ` +
      `against ${usual} of all revenue: ${gap} short of that share.`
    );
  },
};

export const PAIR_RULES: readonly Rule<PairFacts>[] = [stronger, weaker];

export default { title: 'By two dimensions', rules: PAIR_RULES } satisfies RuleSet<PairFacts>;
