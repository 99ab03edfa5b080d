import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { dimensionWords, nameOf, prepositionsOf } from '../../../answering/dimension-words.js';
import { isGoods, PLACES, PRODUCT_LINES } from '../../../answering/field-roles.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { type GroupingField, groupingFields, singular } from '../../../answering/grouping-fields.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { HeatmapChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { capital, formatFor } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { fraction } from '../../../measures/measures.js';
import { type PairBreakdown, pairBreakdown } from '../../../measures/pairs.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import { type Shortfall, shortfalls } from './figures.js';
import { SHORTFALL_RULES, type ShortfallFacts } from './findings.js';

const DEFAULT_LIMIT = 15;
const MOST_ROWS = 10;
const MOST_COLUMNS = 8;
/** Product lines that bring less in a region than they do elsewhere. */
const underperformers = defineQuestion({
  family: 'sales',
  name: 'underperformers',
  helpOrder: 15,
  words: [
    'underperformers',
    'underperformer',
    'underperforming',
    'under performing',
    'underperform',
    'lagging',
    'lag',
    'lags',
    'weak spots',
    'below share',
    'gaps by region',
    'opportunities',
    'opportunity',
    'white spots',
  ],
  optional: ['dimension', 'second', 'limit', 'period', 'filters'],
  summary: 'Product lines that bring less in a region than their usual share, and what that costs',
  examples: ['underperformers', 'underperformers by product-line and country', 'underperformers {year}'],
  canonicalText: ({ dimension, second }) => ({
    text: [
      'underperformers',
      ...(dimension ? ['by', singular(dimension)] : []),
      ...(second ? ['and', singular(second)] : []),
    ].join(' '),
    includes: ['dimension', 'second'],
  }),
  canAnswer: async (query, store) => (await lineAndPlace(query, store)) !== undefined,

  async answer(query, shop) {
    const dimensions = await lineAndPlace(query, shop.store);
    if (!dimensions)
      throw new ShopkeeperError(
        'The sales files name no product lines together with regions.',
        'Say which two dimensions are meant: `sales underperformers by X and Y`; ' +
          '`sales dimensions` lists them.',
      );
    const { line, place } = dimensions;
    const context = await answerContext(query, shop);
    const pairs = await pairBreakdown(shop.store, context.scope, line.by, place.by);
    const facts = factsOf(dimensions, pairs, shop.currency);
    const title = capital(`${dimensionWords(line).many} below their share, by ${facts.other}`);
    const base = skeleton(query, context, shop, title);
    if (pairs.total.lines === 0) return nothingSold(base, context, query, shop);
    const refusal = whyNothingToCompare(facts, dimensions, context);
    if (refusal)
      return answerOf({
        ...base,
        headline: refusal,
        notes: [...base.notes, ...lineNotes(pairs.total)],
        followUps: followUps(shop, query, [sales('by', { dimension: line }), sales('totals')]),
      });
    const findings = findingsOf(SHORTFALL_RULES, facts);
    const below = facts.shortfalls.filter(s => s.shortfall > 0).slice(0, query.limit ?? DEFAULT_LIMIT);
    return answerOf({
      ...base,
      headline: headline(facts),
      ...tableOf(below, dimensions, pairs, facts),
      charts: [chartOf(below, pairs, facts, context, shop.currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [...base.notes, ...lineNotes(pairs.total)],
      followUps: followUps(shop, query, [
        sales('by', { dimension: line, second: place }),
        sales('by', { dimension: line }),
        sales('compare', { label: 'What changed' }),
      ]),
    });
  },
});
export default underperformers;

interface LineAndPlace {
  readonly line: GroupingField;
  readonly place: GroupingField;
}

/** The two dimensions that are meant; undefined if the data has none of a kind. */
async function lineAndPlace(
  { dimension, second }: Pick<ParsedQuery, 'dimension' | 'second'>,
  store: StoreReader,
): Promise<LineAndPlace | undefined> {
  const all = await groupingFields(store);
  const given = [dimension, second].filter(field => field !== undefined);
  const line =
    given.find(({ key }) => PRODUCT_LINES.some(name => name === key)) ??
    (given.length === 2 ? given[0] : undefined) ??
    firstOf(PRODUCT_LINES, all);
  const others = all.filter(field => field !== line);
  const place = given.find(field => field !== line) ?? firstOf(PLACES, others);
  return line && place ? { line, place } : undefined;
}

const firstOf = (keys: readonly string[], all: readonly GroupingField[]): GroupingField | undefined =>
  keys.map(key => all.find(field => field.key === key)).find(field => field !== undefined);

function factsOf({ line, place }: LineAndPlace, pairs: PairBreakdown, currency: string): ShortfallFacts {
  const [one, other] = [dimensionWords(line).one, dimensionWords(place).one];
  return {
    format: formatFor(currency),
    one,
    other,
    before: prepositionsOf(place),
    areGoods: isGoods(line),
    shortfalls: shortfalls(pairs),
    firstName: id => nameOf(pairs.firstNames.get(id) ?? { key: null, label: null }, one),
    secondName: id => nameOf(pairs.secondNames.get(id) ?? { key: null, label: null }, other),
  };
}

/**
 * Why shares cannot be compared, if they cannot: of one place alone, every line has its usual share there.
 */
function whyNothingToCompare(
  { shortfalls: pairs, one, other, firstName, secondName }: ShortfallFacts,
  { line, place }: LineAndPlace,
  { text }: AnswerContext,
): string | undefined {
  const [first] = pairs;
  const [lines, places] = [dimensionWords(line).many, dimensionWords(place).many];
  if (!first) return `There is too little revenue in ${text} to compare ${lines} by ${other}.`;
  if (new Set(pairs.map(p => p.second)).size === 1)
    return `There is only one ${other}, ${secondName(first.second)}: no ${places} to compare.`;
  if (new Set(pairs.map(p => p.first)).size === 1)
    return `There is only one ${one}, ${firstName(first.first)}: no ${lines} to compare.`;
  return undefined;
}

function headline({
  shortfalls: [worst],
  format,
  one,
  other,
  firstName,
  secondName,
  before,
}: ShortfallFacts): string {
  if (!worst || worst.shortfall <= 0) return `Every ${one} brings its usual share in every ${other}.`;
  const [share, usual] = [worst.share, worst.usual].map(format.share);
  const less = format.amount(format.wholeMinor(worst.shortfall));
  const place = secondName(worst.second);
  return (
    `${firstName(worst.first)} lags most ${before.place} ${place}: ` +
    `it brings ${share} of the revenue ${before.revenue} ${place}, ` +
    `against ${usual} overall; ${less} short of that share.`
  );
}

function tableOf(
  below: readonly Shortfall[],
  { line, place }: LineAndPlace,
  { firstNames, secondNames }: PairBreakdown,
  { format }: ShortfallFacts,
): { columns: Column[]; rows: Row[] } {
  const major = (minor: number) => format.major(format.wholeMinor(minor));
  return {
    columns: [
      { key: line.key, label: line.label, unit: 'text' },
      { key: place.key, label: place.label, unit: 'text' },
      { key: 'revenue', label: 'Revenue', unit: 'money' },
      { key: 'expected', label: 'At usual share', unit: 'money' },
      { key: 'shortfall', label: 'Short of it', unit: 'money' },
      { key: 'share', label: 'Share there', unit: 'share' },
      { key: 'usualShare', label: 'Overall', unit: 'share' },
    ],
    rows: below.map(pair => ({
      [line.key]: firstNames.get(pair.first)?.key ?? null,
      [place.key]: secondNames.get(pair.second)?.key ?? null,
      revenue: format.major(pair.actual),
      expected: major(pair.expected),
      shortfall: major(pair.shortfall),
      share: fraction(pair.share, 1),
      usualShare: fraction(pair.usual, 1),
    })),
  };
}

/** Share there against share overall, darker and lighter around the same. */
function chartOf(
  below: readonly Shortfall[],
  { firsts, seconds }: PairBreakdown,
  facts: ShortfallFacts,
  { text }: AnswerContext,
  currency: string,
): HeatmapChart {
  const { shortfalls: pairs, format, before, firstName, secondName } = facts;
  const worst = pairs[0] as Shortfall;
  const rows = firsts.filter(id => pairs.some(p => p.first === id)).slice(0, MOST_ROWS);
  const columns = seconds.filter(id => pairs.some(p => p.second === id)).slice(0, MOST_COLUMNS);
  const ratio = (first: number, second: number) => {
    const pair = pairs.find(p => p.first === first && p.second === second);
    return pair && pair.usual > 0 ? pair.share / pair.usual : null;
  };
  const figures = below.slice(0, 10).map(p => {
    const [share, usual] = [p.share, p.usual].map(format.share);
    return `${firstName(p.first)} ${before.place} ${secondName(p.second)} ${share} against ${usual}`;
  });
  return {
    kind: 'heatmap',
    title: `${firstName(worst.first)} lags most ${before.place} ${secondName(worst.second)}`,
    subtitle: `Share there against share overall (100% = usual) · ${text}`,
    alt: `Farthest below their usual share, ${text}: ${figures.join(', ')}`,
    unit: 'share',
    currency,
    rows: rows.map(firstName),
    columns: columns.map(secondName),
    values: rows.map(first => columns.map(second => ratio(first, second))),
    middle: 1,
  };
}
