import { type AnswerContext, answerContext } from '../../../answering/context.js';
import { dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { type GroupingField, singular } from '../../../answering/grouping-fields.js';
import { type Asked, itemsAsked } from '../../../answering/items-asked.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, listed, plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { ShopkeeperError } from '../../../core/errors.js';
import type { Names } from '../../../measures/pairs.js';
import {
  inOrderOfNames,
  leastTogether,
  MOST_ITEMS,
  pairsTogether,
  type Rules,
  rulesWith,
} from '../../../measures/together.js';
import { type BasketPairs, countBaskets, countWith } from '../../../store/scope/baskets.js';
import { type Filter, groupNames } from '../../../store/scope/sums.js';
import { TOGETHER_RULES, type TogetherFacts } from './findings.js';
import { type Grid, togetherChart, togetherHeadline, togetherTable } from './shown.js';

const DEFAULT_LIMIT = 20;

/** What is bought in the same orders, and what to offer with a product. */
const together = defineQuestion({
  family: 'sales',
  name: 'together',
  helpOrder: 14.5,
  words: [
    'together',
    'bought together',
    'buy together',
    'sold together',
    'ordered together',
    'go together',
    'goes together',
    'frequently bought together',
    'often bought together',
    'frequently bought',
    'bought with',
    'buy with',
    'people buy with',
    'customers buy with',
    'people buy together',
    'customers buy together',
    'sold with',
    'ordered with',
    'what goes with',
    'goes with',
    'go with',
    'offer with',
    'what to offer with',
    'what else do people buy',
    'what else',
    'basket',
    'baskets',
    'basket analysis',
    'market basket',
    'market basket analysis',
    'cross sell',
    'cross selling',
    'affinity',
    'association rules',
  ],
  optional: ['dimension', 'limit', 'period', 'filters'],
  summary:
    'What is bought in the same orders, how much more than by chance, and what to offer with a product',
  examples: ['together', 'together by product-line', 'together {year}'],
  canonicalText: ({ dimension }) => ({
    text: `together${dimension ? ` by ${singular(dimension)}` : ''}`,
    includes: ['dimension'],
  }),

  canAnswer: async (query, store) => (await itemsAsked({ filters: [], ...query }, store)) !== undefined,

  async answer(query, shop) {
    const asked = await itemsAsked(query, shop.store);
    if (!asked)
      throw new ShopkeeperError(
        query.dimension
          ? `Orders are not made of ${dimensionWords(query.dimension).many}.`
          : 'The sales files name no products.',
        'Load a file with a product column, or ask `sales dimensions` for what there is.',
      );
    const context = await answerContext(query, shop);
    const { field, given, filters } = asked;
    const { many } = dimensionWords(field);
    const base = skeleton(query, context, shop, `Bought together, by ${dimensionWords(field).one}`);
    const found = await rulesFor(asked, { ...context.scope, filters }, shop);
    if (found.baskets.orders === 0) return nothingSold(base, context, query, shop);
    const names = await groupNames(shop.store, field.by, idsOf(found));
    const facts = factsOf(asked, found, names, shop.currency);
    const findings = findingsOf(TOGETHER_RULES, facts);
    const shown = facts.rules.slice(0, query.limit ?? DEFAULT_LIMIT);
    return answerOf({
      ...base,
      headline: togetherHeadline(facts),
      ...togetherTable(facts, field, names, shown),
      charts: togetherChart(facts, gridOf(found, facts.name), context),
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...limitNotes(found, shown.length, many, given.length > 0),
        ...findings.notes.map(remark),
        ...base.notes,
      ],
      followUps: followUps(shop, query, [
        ...(given.length > 0
          ? [sales('together', { dimension: field, filters })]
          : offersWith(facts, query, field, names)),
        sales('top', { dimension: field, filters }),
        sales('restock', { filters }),
      ]),
    });
  },
});
export default together;

interface Found extends Rules {
  readonly baskets: Awaited<ReturnType<typeof countBaskets>>;
  readonly least: number;
  /** Orders with what is given. */
  readonly givenOrders: number;
  /** In how many orders each two items are, if nothing is given. */
  readonly pairs?: BasketPairs;
  /** Items that were left out since they are in the fewest orders. */
  readonly leftOut: number;
}

async function rulesFor(
  { dimension, given }: Asked,
  scope: AnswerContext['scope'],
  { store }: ShopView,
): Promise<Found> {
  const baskets = await countBaskets(store, scope, dimension);
  const least = leastTogether(baskets.orders);
  const ids = given.map(({ id }) => id);
  if (ids.length > 0) {
    const found = await countWith(store, scope, dimension, baskets.items, ids);
    return {
      baskets,
      least,
      givenOrders: found.orders,
      leftOut: 0,
      ...rulesWith(baskets, ids, found, least),
    };
  }
  return { least, givenOrders: 0, ...(await pairsTogether(store, scope, dimension, baskets)) };
}

const idsOf = ({ rules, baskets }: Found): number[] => [
  ...new Set([...rules.flatMap(r => [r.first, r.second]), ...baskets.items.slice(0, MOST_CELLS)]),
];

function factsOf({ field, given }: Asked, found: Found, names: Names, currency: string): TogetherFacts {
  const { one, many } = dimensionWords(field);
  const { rules, count, baskets, least } = found;
  const name = (id: number) => nameOf(names.get(id) ?? { key: null, label: null }, one);
  const givenNames = given.map(({ value, label }) => nameOf({ key: value, label: label ?? null }, one));
  return {
    format: formatFor(currency),
    one,
    many,
    orders: baskets.orders,
    mixed: baskets.mixed,
    rules: inOrderOfNames(rules, name, given.length === 0),
    pairs: count,
    least,
    ...(given.length > 0 && { given: listed(givenNames) }),
    name,
  };
}

/** Items that a grid has room for. */
const MOST_CELLS = 12;

/** All pairs of items, if they are few, those of the most orders first, and equal ones by name. */
function gridOf({ baskets, pairs, least }: Found, name: (id: number) => string): Grid | undefined {
  const { items, counts, orders } = baskets;
  const places = [...items.keys()].filter(i => counts[i]! >= least);
  if (!pairs || places.length < 3 || places.length > MOST_CELLS) return undefined;
  const count = (place: number) => counts[place]!;
  const nameOfPlace = (place: number) => name(items[place]!);
  places.sort((a, b) => count(b) - count(a) || (nameOfPlace(a) < nameOfPlace(b) ? -1 : 1));
  return {
    items: places.map(place => items[place]!),
    lifts: places.map(a =>
      places.map(b => (a === b ? null : (pairs.together(a, b) * orders) / (count(a) * count(b)))),
    ),
  };
}

/** What goes with each of the two items that go together most. */
function offersWith(
  { rules, name }: TogetherFacts,
  { filters }: ParsedQuery,
  field: GroupingField,
  names: Names,
) {
  const [first] = rules;
  if (!first || field.by.kind !== 'dimension') return [];
  const { dimension } = field.by;
  return [first.first, first.second].map(id => {
    const filter: Filter = {
      field: { key: field.key, label: field.label },
      column: `d${dimension.id}`,
      values: [{ id, value: String(names.get(id)?.key ?? '') }],
      exclude: false,
    };
    return sales('together', { dimension: field, filters: [...filters, filter], label: `With ${name(id)}` });
  });
}

function limitNotes(
  { count, least, leftOut, baskets, givenOrders }: Found,
  shown: number,
  many: string,
  isGiven: boolean,
): Note[] {
  const hidden = count - shown;
  return [
    ...(hidden > 0
      ? [
          {
            kind: 'notShown',
            count: hidden,
            one: isGiven ? 'value' : 'pair',
            many: isGiven ? 'values' : 'pairs',
          } as const,
        ]
      : []),
    ...(least > 1 ? [remark(`In fewer than ${least} orders together: not counted, it may be chance.`)] : []),
    ...(baskets.orders < 50
      ? [remark(`With ${plural(baskets.orders, 'order')}, what goes together may be chance.`)]
      : []),
    ...(leftOut > 0
      ? [remark(`Pairs are of the ${MOST_ITEMS} ${many} in the most orders; ${leftOut} are left out.`)]
      : []),
    ...(isGiven && givenOrders > 0
      ? [
          remark(
            `${givenOrders.toLocaleString('en-US')} of ${plural(baskets.orders, 'order')} ` +
              `${givenOrders === 1 ? 'has' : 'have'} it.`,
          ),
        ]
      : []),
  ];
}
