import { answerContext } from '../../../answering/context.js';
import { dimensionWords, nameOf } from '../../../answering/dimension-words.js';
import { groupingFields } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { showRange } from '../../../core/calendar/grain.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { fraction } from '../../../measures/measures.js';
import { groupNames } from '../../../store/scope/sums.js';
import { type Velocity, velocities, WINDOW } from './figures.js';
import { RESTOCK_RULES } from './findings.js';

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
  summary: 'How fast products sell, which speed up, which stall, and what four weeks more will take',
  examples: ['restock', 'restock by product-line'],
  canonicalText: ({ dimension }) => ({
    text: `restock${dimension && dimension.key !== 'product' ? ` by ${dimensionWords(dimension).one.replaceAll(' ', '-')}` : ''}`,
    includes: ['dimension'],
  }),

  async answer(query, shop) {
    const product = query.dimension ?? (await groupingFields(shop.store)).find(d => d.key === 'product');
    if (!product)
      throw new ShopkeeperError(
        'The sales files name no products.',
        'Load a file with a product column, or ask `sales dimensions` for what there is.',
      );
    const context = await answerContext(query, shop);
    const base = skeleton(query, context, shop, 'Restock');
    const all = await velocities(shop.store, context.scope, context.days, product.by);
    const { one, many } = dimensionWords(product);
    const [first] = all;
    if (!first) return nothingSold(base, context);
    const names = await groupNames(
      shop.store,
      product.by,
      all.slice(0, MOST_NAMED).map(p => p.id),
    );
    const name = (p: Velocity) => nameOf(names.get(p.id) ?? { key: null, label: null }, one);
    const format = formatFor(shop.currency);
    const findings = findingsOf(RESTOCK_RULES, { format, products: all, name });
    const covered = Math.min(WINDOW, context.days.to - context.days.from + 1);
    const shown = all.slice(0, query.limit ?? DEFAULT_LIMIT);
    const window = { from: context.days.to - WINDOW + 1, to: context.days.to };
    const moving = all.filter(p => p.unitsNow > 0);
    const speed = (p: Velocity) => Math.round(p.now * 100) / 100;
    const withNames = shown.some(p => {
      const { key, label } = names.get(p.id) ?? {};
      return label !== null && label !== undefined && label !== key;
    });
    return answerOf({
      ...base,
      headline:
        moving.length === 0
          ? `No ${one} sold in the last ${WINDOW} days.`
          : `${name(first)} sells fastest: ${format.count(first.unitsNow)} units in ${plural(covered, 'day')}, ${format.count(speed(first))} a day; ${format.count(moving.length)} of ${format.count(all.length)} ${many} sold at all.`,
      columns: [
        { key: product.key, label: product.label, unit: 'text' },
        ...(withNames ? [{ key: 'name', label: 'Name', unit: 'text' } as const] : []),
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
        perDay: speed(p),
        daysSince: p.daysSince,
        trend: p.trend,
        quantity: p.sums.quantity / 1000,
        revenue: format.major(p.sums.revenue),
      })),
      charts: [
        {
          kind: 'parts',
          title: `${name(first)} sells fastest: ${format.count(first.unitsNow)} units in ${plural(covered, 'day')}`,
          subtitle: `Units sold, ${showRange(window)} and the ${WINDOW} days before`,
          alt: `Units sold in ${WINDOW} days: ${shown
            .slice(0, MOST_BARS)
            .map(p => `${name(p)} ${format.count(p.unitsNow)} (before ${format.count(p.unitsBefore)})`)
            .join(', ')}`,
          unit: 'count',
          currency: shop.currency,
          labels: shown.slice(0, MOST_BARS).map(name),
          layout: 'grouped',
          series: [
            { name: `last ${WINDOW} days`, values: shown.slice(0, MOST_BARS).map(p => p.unitsNow) },
            { name: `${WINDOW} days before`, values: shown.slice(0, MOST_BARS).map(p => p.unitsBefore) },
          ],
        },
      ],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...(all.length > shown.length
          ? [`${format.count(all.length - shown.length)} more ${many} are not listed.`]
          : []),
        'The files say what was sold, not what is in stock.',
        ...base.notes,
      ],
      followUps: ['sales top-products', 'sales bottom-products', 'sales seasonality'],
    });
  },
});
export default restock;
