import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Query } from '../../src/core/query/query.js';
import type { PlainContext } from './plain-fields.js';
import { plainMeasure } from './plain-measures.js';
import { customersWhom, isIn, linesOf } from './plain-query.js';
import { dateOf, dayNumber } from './plain-shop.js';
import { openRandomShop, type RandomShop, RUNS } from './random-shop.js';
import { listQuery } from './shop-queries.js';

/** Rows of a list, before it is cut into pages. */
interface ListRow {
  /** What rows are ranked and kept by. */
  readonly figures: Readonly<Record<string, number>>;
  readonly shown: Readonly<Record<string, unknown>>;
}

const USUAL_PAGE = 15;
const LARGEST_PAGE = 50;

/** The page that a query asks for; rows with the same figure stand in the order of the shop's file. */
function pageOf(rows: readonly ListRow[], { having, rank, page = 1 }: Query): ListRow[] {
  const kept = rows.filter(row => having.every(h => isIn(h.range, row.figures[h.measure] ?? null)));
  const by = (row: ListRow) => row.figures[rank?.by ?? 'revenue'] ?? 0;
  const sign = rank?.order === 'bottom' ? 1 : -1;
  const sorted = [...kept].sort((a, b) => sign * (by(a) - by(b)));
  const limited = sorted.slice(0, rank?.limit);
  const size = Math.min(rank?.limit ?? USUAL_PAGE, LARGEST_PAGE);
  const last = Math.max(1, Math.ceil(limited.length / size));
  const start = (Math.min(page, last) - 1) * size;
  return limited.slice(start, start + size);
}

function customerRows(query: Query, context: PlainContext, asOf: string): ListRow[] {
  const lines = linesOf(query, query.period, context);
  const ids = [...new Set(context.lines.map(line => line.customer))];
  const buyers = query.who ? customersWhom(query.who, context) : ids;
  return ids
    .filter(id => id !== '' && buyers.includes(id))
    .map(customer => ({ customer, own: lines.filter(line => line.customer === customer) }))
    .filter(({ own }) => own.some(line => !line.isReturn))
    .map(({ customer, own }) => {
      const of = (measure: string) => Number(plainMeasure(measure, own, context.orders));
      const days = [...context.orders.values()]
        .filter(o => o.customer === customer && o.isSale)
        .map(o => o.day);
      const last = Math.max(...days);
      return {
        figures: {
          revenue: of('revenue'),
          orders: of('orders'),
          'average-order': of('revenue') / of('orders'),
          units: of('units'),
          'last-order': last,
          'inactive-days': dayNumber(asOf) - last,
        },
        shown: {
          customer,
          name: `Name ${customer.slice(1)}`,
          spent: of('revenue'),
          orders: of('orders'),
          units: of('units'),
          averageOrder: of('average-order'),
          lastOrder: dateOf(last),
          segment: context.segments.get(customer) ?? null,
        },
      };
    });
}

function orderRows(query: Query, context: PlainContext): ListRow[] {
  const lines = linesOf(query, query.period, context);
  return [...context.orders].flatMap(([key, order]) => {
    const own = lines.filter(line => line.order === key);
    if (!own.some(line => !line.isReturn)) return [];
    const of = (measure: string) => Number(plainMeasure(measure, own, context.orders));
    const { day, customer } = order;
    return [
      {
        figures: { revenue: of('revenue'), units: of('units'), lines: own.length, day, 'last-order': day },
        shown: {
          order: key,
          day: dateOf(day),
          customer: customer === '' ? null : `Name ${customer.slice(1)}`,
          total: of('revenue'),
          lines: own.length,
          units: of('units'),
        },
      },
    ];
  });
}

describe.each([11, 12])('lists of random shop %i', seed => {
  let shop: RandomShop;
  beforeAll(async () => {
    shop = await openRandomShop(seed);
  });
  afterAll(() => shop.close());

  it('have the customers of its lines', () =>
    fc.assert(
      fc.asyncProperty(
        listQuery(
          'customers',
          ['revenue', 'orders', 'average-order', 'units', 'last-order', 'inactive-days'],
          ['revenue', 'orders', 'average-order', 'units', 'inactive-days'],
        ),
        async query => {
          const { context, asOf } = await shop.contextOf(query.period);
          const rows = pageOf(customerRows(query, context, asOf), query);
          expect(await shop.rowsOf(query)).toEqual(rows.map(row => row.shown));
        },
      ),
      { seed, numRuns: RUNS },
    ));

  it('have the orders of its lines', () =>
    fc.assert(
      fc.asyncProperty(
        listQuery('orders', ['revenue', 'units', 'lines', 'day'], ['revenue', 'units', 'lines']),
        async query => {
          const { context } = await shop.contextOf(query.period);
          const rows = pageOf(orderRows(query, context), query);
          // Orders that are named have their status as well (order-profile.test.ts).
          const shown = (await shop.rowsOf(query)).map(({ status: _, ...row }) => row);
          expect(shown).toEqual(rows.map(row => row.shown));
        },
      ),
      { seed, numRuns: RUNS },
    ));
});
