import fc from 'fast-check';
import {
  BAND_FIGURES,
  type Bands,
  BOUGHT_FIGURES,
  type CustomerCondition,
  type NumberRange,
  OF_NO_PERIOD,
  type Query,
  type QueryFilter,
  type QueryInput,
  queryOf,
} from '../../src/core/query/query.js';
import { QUERY_MEASURES } from '../../src/query/measures.js';
import { FIXED, GRAINS, RANKED } from './plain-fields.js';
import { PERIODS } from './plain-query.js';
import { COUNTRIES, CUSTOMERS, PRODUCTS } from './plain-shop.js';

/**
 * Measures that are added up from lines; what is expected of customers has its own test, and so have
 * returned statuses, which random shops lack, and different products, which are counted by one field alone.
 */
export const MEASURES = QUERY_MEASURES.filter(
  measure => !measure.isExpected && !measure.needs?.some(need => need === 'returned' || need === 'products'),
).map(measure => measure.key);
export const FIELDS = [...RANKED, ...FIXED.filter(field => field !== 'band'), ...GRAINS];
/** The segments of the map that random shops have, the best first. */
export const SEGMENTS = [
  'VIP',
  'Loyal Customers',
  'Potential Loyalists',
  'At-Risk Customers',
  'Lost Customers',
];

const values = (field: string, ...all: string[]): fc.Arbitrary<QueryFilter> =>
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([some, not]) => ({ field, values: some, ...(not && { not: true as const }) }));

export const rangeOf = (min: number, max: number): fc.Arbitrary<NumberRange> =>
  fc
    .tuple(
      fc.constantFrom('from', 'to', 'both'),
      fc.integer({ min: min * 4, max: max * 4 }),
      fc.integer({ min: min * 4, max: max * 4 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([ends, a, b, isOver, isUnder]) => ({
      ...(ends !== 'to' && { from: Math.min(a, b) / 4, ...(isOver && { isOver: true as const }) }),
      ...(ends !== 'from' && { to: Math.max(a, b) / 4, ...(isUnder && { isUnder: true as const }) }),
    }));

const numbers = (field: string, min: number, max: number): fc.Arbitrary<QueryFilter> =>
  fc
    .tuple(rangeOf(min, max), fc.boolean())
    .map(([range, not]) => ({ field, range, ...(not && { not: true as const }) }));

const named = (all: readonly string[]): string[] => all.filter(name => name !== '');

/** A filter of each kind that these shops have. */
const filter: fc.Arbitrary<QueryFilter> = fc.oneof(
  values('country', ...named(COUNTRIES), 'france'),
  values('category', 'Drinks', 'Bath', 'Kitchen'),
  values('product', ...PRODUCTS.map(([product]) => product)),
  values('status', 'Shipped', 'Cancelled', 'On Hold'),
  values('customer', ...CUSTOMERS.slice(0, 4)),
  values('weekday', 'Monday', 'Saturday', 'Sunday'),
  values('month-of-year', 'October', 'January'),
  values('season', 'Autumn', 'Winter', 'christmas'),
  values('weekend', 'Weekend', 'Monday to Friday'),
  values('buyers', 'New', 'Returning'),
  values('segment', ...SEGMENTS),
  values('order', 'A100', 'A101', 'A102', 'A113'),
  fc
    .tuple(fc.constantFrom('customer', 'country', 'status'), fc.boolean())
    .map(([missing, not]) => ({ field: 'without', values: [missing], ...(not && { not: true as const }) })),
  numbers('order-total', -100, 400),
  numbers('order-number', 1, 5),
  numbers('rating', 1, 5),
);

const period = fc.constantFrom(...Object.keys(PERIODS));
const somePeriod = fc.option(period, { nil: undefined }).map(p => (p === undefined ? {} : { period: p }));

const condition: fc.Arbitrary<CustomerCondition> = fc.letrec<{ all: CustomerCondition }>(tie => ({
  all: fc.oneof(
    { maxDepth: 2 },
    fc
      .uniqueArray(fc.constantFrom(...SEGMENTS), { minLength: 1, maxLength: 2 })
      .map(some => ({ kind: 'segment' as const, values: some })),
    fc.tuple(fc.constantFrom(...BOUGHT_FIGURES), somePeriod).chain(([figure, within]) =>
      rangeOf(figure === 'spent' || figure === 'average-order' ? -100 : 0, figure === 'orders' ? 5 : 150).map(
        range => ({
          kind: 'figure' as const,
          figure,
          range,
          ...(figure !== 'days-to-second' && within),
        }),
      ),
    ),
    fc
      .tuple(fc.constantFrom('first-order' as const, 'last-order' as const), period)
      .map(([kind, p]) => ({ kind, period: p })),
    fc
      .tuple(fc.array(filter, { minLength: 1, maxLength: 2 }), somePeriod)
      .map(([where, within]) => ({ kind: 'bought' as const, where, ...within })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('all'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, of]) => ({ kind, of })),
    tie('all').map(of => ({ kind: 'not' as const, of })),
  ),
})).all;

/** Which lines and customers, and of which period. */
const scope: fc.Arbitrary<QueryInput> = fc
  .tuple(
    fc.array(filter, { maxLength: 2 }),
    fc.option(condition, { nil: undefined, freq: 1 }),
    somePeriod,
    fc.option(fc.array(filter, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 1 }),
  )
  .map(([where, who, within, orderHas]) => ({
    where,
    ...(who && { who }),
    ...within,
    ...(orderHas && { orderHas }),
  }));

const measures = fc.uniqueArray(fc.constantFrom(...MEASURES), { minLength: 1, maxLength: 3 });
const compared: fc.Arbitrary<QueryInput> = fc.constantFrom(
  {},
  {},
  { period: '2025-12', versus: '2025-11' },
  { period: '2026-01', versus: '2025-12' },
);

/** Totals of these shops, with a comparison or without. */
export const totalQuery: fc.Arbitrary<Query> = fc
  .tuple(scope, measures, compared)
  .map(([parts, some, versus]) => queryOf({ ...parts, measures: some, ...versus }));

/** Groups have no share of a mean or a rate. */
const isRatio = (measure: string) => /average|median|-per-|-rate$|margin/.test(measure);

const ranking = (by: readonly string[]) =>
  fc.option(
    fc
      .tuple(
        fc.constantFrom('top' as const, 'bottom' as const, 'ends' as const),
        fc.integer({ min: 1, max: 4 }),
        fc.option(fc.constantFrom(...MEASURES), { nil: undefined }),
        fc.option(fc.constantFrom(...by), { nil: undefined }),
        fc.option(fc.constantFrom(10, 25, 50, 100), { nil: undefined, freq: 4 }),
      )
      .map(([order, limit, measure, within, percent]) => ({
        order,
        ...(measure !== undefined && { by: measure }),
        ...(within !== undefined && order !== 'ends'
          ? { limit, within }
          : percent === undefined
            ? { limit }
            : { limit: percent, isPercent: true as const }),
      })),
    { nil: undefined },
  );

/** Bands of every figure; ranges may leave gaps or lie in each other. */
const bands: fc.Arbitrary<Bands> = fc
  .tuple(fc.constantFrom(...BAND_FIGURES), somePeriod)
  .chain(([of, within]) =>
    fc
      .uniqueArray(rangeOf(0, of === 'orders' ? 5 : 150), {
        minLength: 1,
        maxLength: 4,
        selector: r => JSON.stringify(r),
      })
      .map(ranges => ({
        of,
        ranges,
        ...(!OF_NO_PERIOD.has(of) && within),
      })),
  );

/** Groups of one or two fields, kept by figures, ranked, with shares and running totals. */
export const groupQuery: fc.Arbitrary<Query> = fc
  .tuple(
    scope,
    measures,
    compared,
    fc.uniqueArray(fc.constantFrom(...FIELDS, 'band', 'band'), { minLength: 1, maxLength: 2 }),
    fc.array(fc.record({ measure: fc.constantFrom(...MEASURES), range: rangeOf(-20, 150) }), {
      maxLength: 1,
    }),
    fc.uniqueArray(fc.constantFrom('share' as const, 'running' as const)),
  )
  .chain(([parts, some, versus, by, having, show]) =>
    fc.tuple(ranking(by), bands).map(([rank, of]) =>
      queryOf({
        ...parts,
        rows: 'groups',
        by,
        measures: some,
        ...versus,
        having,
        show: isRatio(some[0] ?? '') ? [] : show,
        ...(rank && { rank }),
        ...(by.includes('band') && { bands: of }),
      }),
    ),
  );

/** Lists of customers or orders, a page of them. */
export const listQuery = (
  rows: 'customers' | 'orders',
  figures: readonly string[],
  kept: readonly string[],
): fc.Arbitrary<Query> =>
  fc
    .tuple(
      scope,
      fc.option(
        fc.record({
          order: fc.constantFrom('top' as const, 'bottom' as const),
          limit: fc.integer({ min: 1, max: 60 }),
          by: fc.constantFrom(...figures),
        }),
        { nil: undefined },
      ),
      fc.array(fc.record({ measure: fc.constantFrom(...kept), range: rangeOf(0, 150) }), { maxLength: 1 }),
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    )
    .map(([parts, rank, having, page]) =>
      queryOf({
        ...parts,
        rows,
        measures: rows === 'customers' ? ['revenue', 'units'] : [],
        having,
        ...(rank && { rank }),
        ...(page && { page }),
      }),
    );
