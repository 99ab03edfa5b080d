import { type AnswerContext, answerContext, lineNotes } from '../../../answering/context.js';
import { nameOf } from '../../../answering/dimension-words.js';
import { isPromotion } from '../../../answering/field-roles.js';
import { followUps, sales } from '../../../answering/follow-ups.js';
import { fieldNamed, groupingFields } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { RankingChart } from '../../../core/answer/chart-spec.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { remark } from '../../../core/answer/notes.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { named } from '../../../measures/breakdown.js';
import { averageOrderValue, fraction } from '../../../measures/measures.js';
import type { StoreReader } from '../../../store/engine/transaction.js';
import { type GroupSums, sumsBy, totalSums } from '../../../store/scope/sums.js';
import { type Dimension, dimensionColumn } from '../../../store/tables/dimensions.js';
import { newCustomersBy } from './figures.js';
import { PROMOTION_RULES, type Promoted, type PromotionFacts } from './findings.js';

const MOST_BARS = 15;
/** What exports write where no promotion was used. */
const NONE = /^(none|no|n\/a|no promo(tion)?|-|0|false)$/i;

/** What promotions bring: revenue, orders and new customers, with and without. */
const promotions = defineQuestion({
  family: 'sales',
  name: 'promotions',
  helpOrder: 13,
  words: [
    'promotions',
    'promotion',
    'promos',
    'promo',
    'campaigns',
    'campaign',
    'coupons',
    'coupon',
    'vouchers',
    'voucher',
    'discount codes',
    'promotion response',
    'response',
    'promotion effect',
  ],
  optional: ['period', 'filters'],
  redundantWith: ['promotion'],
  summary: 'What each promotion brings: revenue, orders and new customers, beside sales without',
  examples: ['promotions', 'promotions last quarter'],
  canonicalText: () => ({ text: 'promotions', includes: [] }),

  canAnswer: async (_query, store) => (await promotionDimension(store)) !== undefined,

  async answer(query, shop) {
    const { store, currency } = shop;
    const dimension = await promotionDimension(store);
    if (!dimension)
      throw new ShopkeeperError(
        'The sales files name no promotions.',
        'Load a file with a promotion, campaign or coupon column, ' +
          'or ask `sales dimensions` for what there is.',
      );
    const context = await answerContext(query, shop);
    const base = skeleton(query, context, shop, 'Promotions');
    const { total, rows } = await promotedSums(dimension, context, store);
    if (total.lines === 0) return nothingSold(base, context, query, shop);
    const promoted = rows.filter(row => !isNone(row));
    const [first] = promoted;
    if (!first)
      return answerOf({
        ...base,
        headline: `No sale in ${context.text} used a promotion.`,
        followUps: followUps(shop, query, [sales('totals')]),
      });
    const facts: PromotionFacts = {
      format: formatFor(currency),
      total,
      promoted,
      withAny: await sumsWithAny(dimension, rows, context, store),
      without: addedUp(rows.filter(isNone)),
    };
    const findings = findingsOf(PROMOTION_RULES, facts);
    return answerOf({
      ...base,
      headline: headline(facts, first),
      ...tableOf(facts, dimension, currency),
      charts: [chartOf(facts, first, context, currency)],
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        remark('A new customer is one who used the promotion on their very first day of ordering.'),
        ...base.notes,
        ...lineNotes(total),
      ],
      followUps: followUps(shop, query, [
        sales('trend', { grain: 'month' }),
        sales('repeat', { label: 'Who came back' }),
        sales('top', { dimension: await fieldNamed('product', store) }),
      ]),
    });
  },
});
export default promotions;

async function promotionDimension(store: StoreReader): Promise<Dimension | undefined> {
  const by = (await groupingFields(store)).find(isPromotion)?.by;
  return by?.kind === 'dimension' ? by.dimension : undefined;
}

const isNone = ({ key }: Pick<Promoted, 'key'>): boolean => key === null || NONE.test(String(key));

/** The sums of each promotion, the largest first, with its new customers. */
async function promotedSums(
  dimension: Dimension,
  { scope }: AnswerContext,
  store: StoreReader,
): Promise<{ total: GroupSums; rows: Promoted[] }> {
  const by = { kind: 'dimension', dimension } as const;
  const { total, groups } = await sumsBy(store, scope, by);
  const newCustomers = await newCustomersBy(store, scope, dimension);
  const largestFirst = groups.sort((a, b) => b.revenue - a.revenue);
  const rows = (await named(store, by, largestFirst)).map(sums => ({
    ...sums,
    newCustomers: newCustomers.get(sums.id) ?? 0,
  }));
  return { total, rows };
}

/** The sums of all lines with any promotion: an order that used two is counted once. */
function sumsWithAny(
  dimension: Dimension,
  rows: readonly Promoted[],
  { scope }: AnswerContext,
  store: StoreReader,
): Promise<GroupSums> {
  const none = rows.filter(isNone).map(({ id, key }) => ({ id, value: String(key ?? '') }));
  const excluded = (values: typeof none) => ({
    field: dimension,
    column: dimensionColumn(dimension),
    values,
    exclude: true,
  });
  const filters = [...scope.filters, excluded(none), excluded([{ id: 0, value: '' }])];
  return totalSums(store, { ...scope, filters });
}

function headline({ format, total, withAny }: PromotionFacts, first: Promoted): string {
  const share = total.revenue > 0 ? `, ${format.share(withAny.revenue / total.revenue)} of revenue` : '';
  const sum = `${format.amount(withAny.revenue)} from ${plural(withAny.orders, 'order')}${share}`;
  const leader = nameOf(first, 'promotion');
  return `Promotions brought ${sum}; ${leader} leads with ${format.amount(first.revenue)}.`;
}

const NO_PROMOTION = 'No promotion';

/** The promotions, and last what was sold without one. */
const allRows = ({ promoted, without }: PromotionFacts): readonly Promoted[] =>
  without ? [...promoted, without] : promoted;

function tableOf(
  facts: PromotionFacts,
  { key, label }: Dimension,
  currency: string,
): { columns: Column[]; rows: Row[] } {
  return {
    columns: [
      { key, label, unit: 'text' },
      { key: 'revenue', label: 'Revenue', unit: 'money' },
      { key: 'share', label: 'Share', unit: 'share' },
      { key: 'orders', label: 'Orders', unit: 'count' },
      { key: 'customers', label: 'Customers', unit: 'count' },
      { key: 'newCustomers', label: 'New customers', unit: 'count' },
      { key: 'averageOrderValue', label: 'Avg order', unit: 'money' },
    ],
    rows: allRows(facts).map(row => ({
      [key]: isNone(row) ? NO_PROMOTION : row.key,
      revenue: facts.format.major(row.revenue),
      share: fraction(row.revenue, facts.total.revenue),
      orders: row.orders,
      customers: row.customers,
      newCustomers: row.newCustomers,
      averageOrderValue: averageOrderValue.of(row, currency),
    })),
  };
}

function chartOf(
  facts: PromotionFacts,
  first: Promoted,
  { text }: AnswerContext,
  currency: string,
): RankingChart {
  const { format } = facts;
  const bars = allRows(facts).slice(0, MOST_BARS);
  const name = (row: Promoted) => (isNone(row) ? NO_PROMOTION : nameOf(row, 'promotion'));
  const figures = bars.map(row => `${name(row)} ${format.amount(row.revenue)}`);
  return {
    kind: 'ranking',
    title: `${nameOf(first, 'promotion')} brought the most: ${format.amountShort(first.revenue)}`,
    subtitle: `Revenue and new customers by promotion · ${text}`,
    alt: `Revenue by promotion, ${text}: ${figures.join(', ')}`,
    unit: 'money',
    currency,
    labels: bars.map(name),
    values: bars.map(row => format.major(row.revenue)),
    notes: bars.map(row => `${format.count(row.newCustomers)} new`),
  };
}

/** What has no promotion, whether the cell is empty or says so. */
function addedUp(none: readonly Promoted[]): Promoted | undefined {
  const [first] = none;
  if (!first) return undefined;
  const sum = (of: (s: Promoted) => number) => none.reduce((total, s) => total + of(s), 0);
  return {
    ...first,
    revenue: sum(s => s.revenue),
    orders: sum(s => s.orders),
    lines: sum(s => s.lines),
    customers: Math.max(...none.map(s => s.customers)),
    newCustomers: sum(s => s.newCustomers),
  };
}
