import { type AnswerContext, answerContext } from '../../../answering/context.js';
import { dimensionWords, haveNames, nameColumn, nameOf } from '../../../answering/dimension-words.js';
import { isGoods } from '../../../answering/field-roles.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { type GroupingField, groupingFields, singular } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { PartsChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { remark } from '../../../core/answer/notes.js';
import { showRange } from '../../../core/calendar/grain.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { fraction } from '../../../measures/measures.js';
import type { Names } from '../../../measures/pairs.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import { groupNames } from '../../../store/scope/sums.js';
import { type Velocity, velocities, WINDOW } from './figures.js';
import { RESTOCK_RULES, type RestockFacts } from './findings.js';

const DEFAULT_LIMIT = 15;
const MOST_BARS = 12;
/** Rules name some products beyond those listed. */
const MOST_NAMED = 5_000;

/** How fast products sell, which speed up, and which have stalled. */
const restock = defineQuestion({
  family: 'sales',
  name: 'restock',
  helpOrder: 14,
  words: [
    'restock',
    'restocking',
    'inventory',
    'stock',
    'velocity',
    'sales velocity',
    'fast movers',
    'slow movers',
    'fast moving',
    'slow moving',
    'stalled',
    'speeding up',
    'slowing down',
    'reorder stock',
    'reorder',
    'sell through',
    'run out',
    'replenish',
    'replenishment',
  ],
  optional: ['dimension', 'limit', 'period', 'filters'],
  redundantWith: ['product', 'quantity'],
  summary: 'How fast products sell, which speed up, which stall, and what the next four weeks will take',
  examples: ['restock', 'restock by product-line'],
  canonicalText: ({ dimension }) => {
    const by = dimension && dimension.key !== 'product' ? ` by ${singular(dimension)}` : '';
    return { text: `restock${by}`, includes: ['dimension'] };
  },
  canAnswer: async ({ dimension }, store) => (dimension ?? (await productField(store))) !== undefined,

  async answer(query, shop) {
    const product = query.dimension ?? (await productField(shop.store));
    if (!product)
      throw new ShopkeeperError(
        'The sales files name no products.',
        'Load a file with a product column, or ask `sales dimensions` for what there is.',
      );
    const context = await answerContext(query, shop);
    const base = skeleton(query, context, shop, 'Restock');
    const products = await velocities(shop.store, context.scope, context.days, product.by);
    const [first] = products;
    if (!first) return nothingSold(base, context, query, shop);
    const ids = products.slice(0, MOST_NAMED).map(p => p.id);
    const names = await groupNames(shop.store, product.by, ids);
    const { one, many } = dimensionWords(product);
    const name = (p: Velocity) => nameOf(names.get(p.id) ?? { key: null, label: null }, one);
    const isOfGoods = isGoods(product);
    const facts: RestockFacts = { format: formatFor(shop.currency), products, name, isOfGoods };
    const findings = findingsOf(RESTOCK_RULES, facts);
    const shown = products.slice(0, query.limit ?? DEFAULT_LIMIT);
    const hidden = products.length - shown.length;
    return answerOf({
      ...base,
      headline: headline(facts, product, context),
      ...tableOf(shown, product, names, facts),
      charts: shown.some(p => p.unitsNow > 0)
        ? [chartOf(facts, shown.slice(0, MOST_BARS), context, shop.currency)]
        : [],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...(hidden > 0 ? [{ kind: 'notShown', count: hidden, one, many } as const] : []),
        remark('The files say what was sold, not what is in stock.'),
        ...base.notes,
      ],
      followUps: followUps(shop, query, [
        sales('top', { dimension: product }),
        sales('bottom', { dimension: product }),
        sales('seasonality'),
      ]),
    });
  },
});
export default restock;

const productField = async (store: StoreReader): Promise<GroupingField | undefined> =>
  (await groupingFields(store)).find(field => field.key === 'product');

/** The days that units are of: a shop that has sold for a week has sold for seven. */
const daysCovered = ({ days }: AnswerContext): number => Math.min(WINDOW, days.to - days.from + 1);

const perDay = (product: Velocity): number => Math.round(product.now * 100) / 100;

function headline(
  { products, format, name }: RestockFacts,
  product: GroupingField,
  context: AnswerContext,
): string {
  const { one, many } = dimensionWords(product);
  const moving = products.filter(p => p.unitsNow > 0);
  const days = plural(daysCovered(context), 'day');
  const [first] = moving;
  if (!first) return `No ${one} sold in the last ${days}.`;
  const units = plural(first.unitsNow, 'unit');
  const pace = `${units} in ${days}, ${format.count(perDay(first))} a day`;
  if (products.length === 1) return `${name(first)} is the only ${one}: ${pace}.`;
  const isAll = moving.length === products.length;
  const count = isAll ? 'all' : `${format.count(moving.length)} of`;
  return (
    `${name(first)} sells fastest: ${pace}; ` +
    `${count} ${format.count(products.length)} ${many} sold in these ${days}.`
  );
}

function tableOf(
  shown: readonly Velocity[],
  product: GroupingField,
  names: Names,
  { format }: RestockFacts,
): { columns: Column[]; rows: Row[] } {
  const withNames = haveNames(shown.flatMap(p => names.get(p.id) ?? []));
  return {
    columns: [
      { key: product.key, label: product.label, unit: 'text' },
      ...nameColumn(withNames),
      { key: 'units', label: `${WINDOW} days`, unit: 'count' },
      { key: 'unitsBefore', label: 'Before', unit: 'count' },
      { key: 'change', label: 'Change', unit: 'change' },
      { key: 'perDay', label: 'A day', unit: 'number' },
      { key: 'daysSince', label: 'Days since', unit: 'days' },
      { key: 'trend', label: 'Trend', unit: 'text' },
      { key: 'quantity', label: 'In all', unit: 'count', secondary: true },
      { key: 'revenue', label: 'Revenue', unit: 'money', secondary: true },
    ],
    rows: shown.map(p => ({
      [product.key]: names.get(p.id)?.key ?? null,
      ...(withNames && { name: names.get(p.id)?.label ?? null }),
      units: p.unitsNow,
      unitsBefore: p.unitsBefore,
      change: p.unitsBefore === 0 ? null : fraction(p.unitsNow - p.unitsBefore, p.unitsBefore),
      perDay: perDay(p),
      daysSince: p.daysSince,
      trend: p.trend,
      quantity: p.sums.quantity / 1000,
      revenue: format.major(p.sums.revenue),
    })),
  };
}

function chartOf(
  { format, name }: RestockFacts,
  bars: readonly Velocity[],
  context: AnswerContext,
  currency: string,
): PartsChart {
  const first = bars[0] as Velocity;
  const days = daysCovered(context);
  const window = { from: context.days.to - WINDOW + 1, to: context.days.to };
  const figures = bars.map(
    p => `${name(p)} ${format.count(p.unitsNow)} (before ${format.count(p.unitsBefore)})`,
  );
  return {
    kind: 'parts',
    title: `${name(first)} sells fastest: ${plural(first.unitsNow, 'unit')} in ${plural(days, 'day')}`,
    subtitle: `Units sold, ${showRange(window)} and the ${WINDOW} days before`,
    alt: `Units sold in ${WINDOW} days: ${figures.join(', ')}`,
    unit: 'count',
    currency,
    labels: bars.map(name),
    layout: 'grouped',
    series: [
      { name: `last ${WINDOW} days`, values: bars.map(p => p.unitsNow) },
      { name: `${WINDOW} days before`, values: bars.map(p => p.unitsBefore) },
    ],
  };
}
