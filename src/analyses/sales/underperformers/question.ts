import { answerContext, lineNotes } from '../../../answering/context.js';
import { dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { type GroupingField, groupingFields, singular } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { fraction } from '../../../measures/measures.js';
import { pairBreakdown } from '../../../measures/pairs.js';
import { type Shortfall, shortfalls } from './figures.js';
import { SHORTFALL_RULES, type ShortfallFacts } from './findings.js';

const DEFAULT_LIMIT = 15;
const MOST_ROWS = 10;
const MOST_COLUMNS = 8;
/** What lines of products, and places, are called, the best first. */
const LINES = ['productLine', 'category', 'productCategory', 'productType', 'department', 'brand', 'product'];
const PLACES = ['region', 'territory', 'country', 'location', 'state', 'city', 'channel', 'store'];

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
    text: `underperformers${dimension ? ` by ${singular(dimension)}` : ''}${second ? ` and ${singular(second)}` : ''}`,
    includes: ['dimension', 'second'],
  }),

  async answer(query, shop) {
    const all = await groupingFields(shop.store);
    const given = [query.dimension, query.second].filter(d => d !== undefined);
    const line = given.find(isLine) ?? (given.length === 2 ? given[0] : undefined) ?? pick(all, LINES);
    const place =
      given.find(d => d !== line) ??
      pick(
        all.filter(d => d !== line),
        PLACES,
      );
    if (!line || !place)
      throw new ShopkeeperError(
        'The sales files name no product lines together with regions.',
        'Say which two dimensions are meant: `sales underperformers by X and Y`; `sales dimensions` lists them.',
      );
    const context = await answerContext(query, shop);
    const [a, b] = [dimensionWords(line), dimensionWords(place)];
    const base = skeleton(
      query,
      context,
      shop,
      `${a.many} below their share, by ${b.one}`.replace(/^./, c => c.toUpperCase()),
    );
    const found = await pairBreakdown(shop.store, context.scope, line.by, place.by);
    const gaps = shortfalls(found);
    const [worst] = gaps;
    if (found.total.lines === 0) return nothingSold(base, context);
    if (!worst)
      return answerOf({
        ...base,
        headline: `There is too little revenue in ${context.text} to compare ${a.many} by ${b.one}.`,
        followUps: ['sales'],
      });
    const format = formatFor(shop.currency);
    const facts: ShortfallFacts = {
      format,
      one: a.one,
      other: b.one,
      shortfalls: gaps,
      firstName: id => nameOf(found.firstNames.get(id) ?? { key: null, label: null }, a.one),
      secondName: id => nameOf(found.secondNames.get(id) ?? { key: null, label: null }, b.one),
    };
    const findings = findingsOf(SHORTFALL_RULES, facts);
    const below = gaps.filter(g => g.shortfall > 0).slice(0, query.limit ?? DEFAULT_LIMIT);
    const rows = found.firsts.filter(id => gaps.some(g => g.first === id)).slice(0, MOST_ROWS);
    const columns = found.seconds.filter(id => gaps.some(g => g.second === id)).slice(0, MOST_COLUMNS);
    const at = (x: number, y: number): Shortfall | undefined =>
      gaps.find(g => g.first === x && g.second === y);
    const ratio = ({ share, usual }: Shortfall) => (usual > 0 ? share / usual : null);
    return answerOf({
      ...base,
      headline:
        worst.shortfall <= 0
          ? `Every ${a.one} brings its usual share in every ${b.one}.`
          : `${facts.firstName(worst.first)} lags most in ${facts.secondName(worst.second)}: ${format.share(worst.share)} of the revenue there, against ${format.share(worst.usual)} everywhere; ${format.amount(Math.round(worst.shortfall))} less than at that share.`,
      columns: [
        { key: line.key, label: line.label, unit: 'text' },
        { key: place.key, label: place.label, unit: 'text' },
        { key: 'revenue', label: 'Revenue', unit: 'money' },
        { key: 'expected', label: 'At usual share', unit: 'money' },
        { key: 'shortfall', label: 'Short of it', unit: 'money' },
        { key: 'share', label: 'Share there', unit: 'share' },
        { key: 'usualShare', label: 'Everywhere', unit: 'share' },
      ],
      rows: below.map(g => ({
        [line.key]: found.firstNames.get(g.first)?.key ?? null,
        [place.key]: found.secondNames.get(g.second)?.key ?? null,
        revenue: format.major(g.actual),
        expected: format.major(Math.round(g.expected)),
        shortfall: format.major(Math.round(g.shortfall)),
        share: fraction(g.share, 1),
        usualShare: fraction(g.usual, 1),
      })),
      charts: [
        {
          kind: 'heatmap',
          title: `${facts.firstName(worst.first)} lags most in ${facts.secondName(worst.second)}`,
          subtitle: `Share there against share everywhere (100% = usual) · ${context.text}`,
          alt: `Farthest below their usual share, ${context.text}: ${below
            .slice(0, 10)
            .map(
              g =>
                `${facts.firstName(g.first)} in ${facts.secondName(g.second)} ${format.share(g.share)} against ${format.share(g.usual)}`,
            )
            .join(', ')}`,
          unit: 'share',
          currency: shop.currency,
          rows: rows.map(facts.firstName),
          columns: columns.map(facts.secondName),
          values: rows.map(x =>
            columns.map(y => {
              const gap = at(x, y);
              return gap ? ratio(gap) : null;
            }),
          ),
          middle: 1,
        },
      ],
      observations: findings.observations,
      actions: findings.actions,
      notes: [...base.notes, ...lineNotes(found.total)],
      followUps: [
        `sales by ${singular(line)} and ${singular(place)}`,
        `sales by ${singular(line)}`,
        'sales compare',
      ],
    });
  },
});
export default underperformers;

const isLine = (d: GroupingField): boolean => LINES.includes(d.key);
const pick = (all: readonly GroupingField[], keys: readonly string[]): GroupingField | undefined =>
  keys.map(key => all.find(d => d.key === key)).find(d => d !== undefined);
