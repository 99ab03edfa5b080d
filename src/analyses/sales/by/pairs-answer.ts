import { answerContext, filterFor, lineNotes } from '../../../answering/context.js';
import { dimensionWords, nameOf, prepositionsOf } from '../../../answering/dimension-words.js';
import { followUps, type Offer, sales } from '../../../answering/follow-ups.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import type { Note } from '../../../core/answer/notes.js';
import {
  fraction,
  type Measure,
  measureColumn,
  measuresOf,
  nounAfter,
  type Recorded,
  rankBy,
  revenue,
} from '../../../measures/measures.js';
import { type Names, type PairBreakdown, type PairSums, pairBreakdown } from '../../../measures/pairs.js';
import { recordedIn } from '../../../measures/recorded.js';
import { PAIR_RULES, type PairFacts } from './findings.js';
import { type PairsQuery, pairsChart } from './pairs-chart.js';

const MOST_ROWS = 5_000;

/** Sales by two dimensions at once: a row for each pair of values that occurs. */
export async function pairsAnswer(query: PairsQuery, shop: ShopView): Promise<Answer> {
  const { dimension, second, measure = revenue } = query;
  const context = await answerContext(query, shop);
  const rank = rankBy(measure, shop.currency);
  const result = await pairBreakdown(shop.store, context.scope, dimension.by, second.by, rank);
  const facts = factsOf(query, result, shop.currency);
  const base = skeleton(query, context, shop, `${measure.label} by ${facts.one} and ${facts.other}`);
  const [best] = result.pairs;
  if (result.total.lines === 0 || !best) return nothingSold(base, context, query, shop);
  // The rules are about shares of revenue.
  const findings = findingsOf(measure === revenue ? PAIR_RULES : [], facts);
  const shown = result.pairs.slice(0, query.limit ?? MOST_ROWS);
  const hidden = result.pairs.length - shown.length;
  const notShown: Note[] =
    hidden > 0 ? [{ kind: 'notShown', count: hidden, one: 'pair', many: 'pairs', hasShares: true }] : [];
  return answerOf({
    ...base,
    headline: headline(facts, best),
    ...tableOf(query, result, shown, await recordedIn(shop.store), shop.currency),
    charts: [pairsChart(query, facts, context, shop.currency)],
    observations: findings.observations,
    actions: findings.actions,
    notes: [...notShown, ...base.notes, ...lineNotes(result.total)],
    followUps: followUps(shop, query, offersOf(query, result, best)),
  });
}

function factsOf(
  { dimension, second, measure = revenue }: PairsQuery,
  result: PairBreakdown,
  currency: string,
): PairFacts {
  const [one, other] = [dimensionWords(dimension).one, dimensionWords(second).one];
  const nameIn = (names: Names, id: number, noun: string) =>
    nameOf(names.get(id) ?? { key: null, label: null }, noun);
  return {
    ...result,
    format: formatFor(currency),
    measure,
    one,
    other,
    of: sums => measure.of(sums, currency) ?? 0,
    firstWords: prepositionsOf(dimension),
    secondWords: prepositionsOf(second),
    firstName: id => nameIn(result.firstNames, id, one),
    secondName: id => nameIn(result.secondNames, id, other),
  };
}

function headline({ format, total, measure, of, firstName, secondName }: PairFacts, best: PairSums): string {
  const pair = `${firstName(best.first)} and ${secondName(best.second)}`;
  const figure = `${format.figure(of(best), measure.unit)}${nounAfter(measure, of(best))}`;
  if (measure !== revenue) return `${pair} lead together with ${figure}.`;
  const share = total.revenue > 0 ? `, ${format.share(best.revenue / total.revenue)} of revenue` : '';
  return `${pair} bring the most together: ${format.amount(best.revenue)}${share}.`;
}

function tableOf(
  { dimension, second, measure = revenue }: PairsQuery,
  { total, firstNames, secondNames }: PairBreakdown,
  pairs: readonly PairSums[],
  recorded: Recorded,
  currency: string,
): { columns: Column[]; rows: Row[] } {
  const measures = measuresOf(total, recorded);
  const shownFirst: readonly Measure[] = [revenue, measure];
  return {
    columns: [
      { key: dimension.key, label: dimension.label, unit: 'text' },
      { key: second.key, label: second.label, unit: 'text' },
      ...(measure === revenue ? [] : [{ ...measureColumn(measure), secondary: false }]),
      measureColumn(revenue),
      { key: 'share', label: 'Share', unit: 'share' },
      ...measures.filter(m => !shownFirst.includes(m)).map(measureColumn),
    ],
    rows: pairs.map(pair => ({
      [dimension.key]: firstNames.get(pair.first)?.key ?? null,
      [second.key]: secondNames.get(pair.second)?.key ?? null,
      ...Object.fromEntries([measure, ...measures].map(m => [m.key, m.of(pair, currency)])),
      share: fraction(pair.revenue, total.revenue),
    })),
  };
}

function offersOf(query: PairsQuery, { firstNames }: PairBreakdown, best: PairSums): Offer[] {
  const { dimension, second, filters } = query;
  const value = firstNames.get(best.first);
  const filter = value && filterFor(dimension, { id: best.first, ...value });
  const ofBest = filter && {
    dimension: second,
    filters: [...filters, filter],
    label: `${nameOf(value, dimensionWords(dimension).one)} by ${dimensionWords(second).one}`,
  };
  return [
    sales('by', { dimension }),
    sales('by', { dimension: second }),
    ...(ofBest ? [sales('by', ofBest)] : []),
  ];
}
