import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { linesTable } from '../../src/store/columns/batches.js';
import type { StoreReader } from '../../src/store/engine/transaction.js';
import {
  checkLines,
  type GroupBy,
  type LineScope,
  linesOf,
  linesPlace,
  moveLines,
  rebuildColumns,
  settleLines,
} from '../../src/store/lines/index.js';
import { NEVER } from '../../src/store/scope/bought-before.js';
import { readingPartOfShop } from '../../src/store/scope/part-of-shop.js';
import { listDimensions } from '../../src/store/tables/dimensions.js';
import { CLICKHOUSES, type Servers } from '../support/clickhouse.js';
import { compare, FIRST, randomFile } from '../support/compare-sums.js';
import { databaseOf } from '../support/database.js';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';
import { someFilters } from '../support/sql-sums.js';

const LATE = '2026-12-01T00:00:00Z';

describe.each(CLICKHOUSES)('Lines in ClickHouse ($name)', ({ start }) => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await start();
  });
  afterAll(() => servers.close());

  const cluster = () => servers.settings;

  // Rows of every kind are in the second: on PostgreSQL that one alone.
  it.each(
    process.env.TEST_STORE === 'postgres' ? [4] : [1, 4],
  )('add up to what the rows do, whatever comes and goes (seed %i)', async seed => {
    const random = new SeededRandom(seed);
    const settings = seed % 2 ? { LINES_URL: servers.one, EXCLUDED_STATUSES: 'Cancelled' } : cluster();
    const shop = await openTestShop(settings, LATE);
    for (let step = 0; step < 3; step++) {
      const [ingest] = await shop.ingests();
      if (ingest && step === 2) await shop.undo(ingest.id);
      else await shop.load(`${seed}-${step}.csv`, randomFile(random, seed > 2));
      if (step > 0) await compare(shop, random);
    }
    expect(await linesPlace(shop.shop.store)).toBe('clickhouse');
    await shop.close();
  });

  it('answer each primitive as the columns do', async () => {
    const random = new SeededRandom(7);
    const [here, there] = [await openTestShop({}, LATE), await openTestShop(cluster(), LATE)];
    for (let step = 0; step < 3; step++) {
      const file = randomFile(random, true);
      for (const shop of [here, there]) await shop.load(`${step}.csv`, file);
    }
    for (let i = 0; i < 6; i++) {
      const scope = await randomScope(here, random, i);
      const part = await someFilters(here.shop.store, most => random.whole(0, most));
      const bys = (await groupings(here)).filter((_, n) => n % 3 === i % 3);
      const read = ({ shop }: TestShop) =>
        shop.store.read(async whole => {
          const reader = i % 2 === 0 ? whole : await readingPartOfShop(whole, [part]);
          return everything(reader, scope, bys);
        });
      const found = await read(there);
      expect(Object.keys(found).length).toBeGreaterThan(20);
      expect(found).toEqual(await read(here));
    }
    await Promise.all([here.close(), there.close()]);
  });

  it('count with the commit of the store, and not before or without it', async () => {
    const shop = await openCornerShop(cluster());
    const { store } = shop.shop;
    const before = await shop.answer('sales');
    await expect(
      store.write(async trx => {
        await databaseOf(trx)('order_lines').where({ id: 1 }).update({ amount: 1 });
        await rebuildColumns(trx, await listDimensions(trx));
        // Its lines are there by now, and nobody sees them.
        expect(await shop.answer('sales by product')).toBeDefined();
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await shop.answer('sales')).toEqual(before);
    expect(await batchesOf(shop)).toHaveLength(2);
    expect(await settleLines(store)).toBeUndefined();
    expect(await batchesOf(shop)).toHaveLength(1);
    expect(await shop.answer('sales')).toEqual(before);
    await shop.close();
  });

  it('move there and back with the same answers, and the store says where they are', async () => {
    const shop = await openCornerShop(cluster());
    const { store } = shop.shop;
    const asked = ['sales', 'sales by product', 'segment report', 'sales cohorts'];
    const answers = () => Promise.all(asked.map(shop.answer));
    const before = await answers();
    expect(await checkLines(store)).toEqual({ lines: 11, missing: 0 });
    for (const place of ['store', 'clickhouse'] as const) {
      expect(await moveLines(store, place)).toMatchObject({ lines: 11 });
      expect(await linesPlace(store)).toBe(place);
      expect(await answers()).toEqual(before);
    }
    const table = await linesTable(store);
    await table?.clickHouse.command(`truncate table ${table.own}`);
    expect(await checkLines(store)).toEqual({ lines: 11, missing: 11 });
    await moveLines(store, 'clickhouse');
    expect(await answers()).toEqual(before);
    await shop.close();
  });

  it('are asked for in vain while a server is down, which is said; nothing is lost', async () => {
    const shop = await openCornerShop(cluster());
    const before = await shop.answer('sales');
    await servers.stopSecond();
    await expect(shop.answer('sales by product')).rejects.toThrow(/ClickHouse/);
    await expect(
      shop.load('more.csv', 'Order ID,Date,Customer,Total\n1,2026-03-01,a,5.00\n'),
    ).rejects.toThrow();
    await servers.startSecond();
    expect(await shop.answer('sales by product')).toBeDefined();
    expect(await shop.answer('sales')).toEqual(before);
    await shop.close();
  });
});

const batchesOf = async ({ shop: { store } }: TestShop): Promise<number[]> => {
  const table = await linesTable(store);
  const found = await table?.clickHouse.query(`select distinct batch from ${table.all}`);
  return [...(found?.get('batch') ?? [])];
};

async function randomScope(
  { shop: { store } }: TestShop,
  random: SeededRandom,
  i: number,
): Promise<LineScope> {
  const from = FIRST + random.whole(-5, 150);
  const isMasked = i >= 3;
  const marks = Uint8Array.from({ length: isMasked ? 5_000 : 40 }, () => (random.chance(0.5) ? 1 : 0));
  return {
    ...(i % 3 !== 0 && { range: { from, to: from + random.whole(0, 90) } }),
    filters: await someFilters(store, most => random.whole(0, most)),
    ...(i === 4 && { kind: 'sales' as const }),
    ...(isMasked && {
      masks: [
        { column: 'customer' as const, first: 1, marks, keepsOthers: i === 5 },
        { column: 'day' as const, first: FIRST + 30, marks, keepsOthers: true },
      ],
    }),
  };
}

async function groupings({ shop: { store } }: TestShop): Promise<GroupBy[]> {
  const groups = (length: number) => Int32Array.from({ length }, (_, i) => (i * 7) % 4);
  const names = new Map<number, string>();
  return [
    ...(await listDimensions(store)).map(dimension => ({ kind: 'dimension' as const, dimension })),
    { kind: 'grain', grain: 'month' },
    { kind: 'grain', grain: 'day' },
    { kind: 'weekday' },
    { kind: 'monthOfYear' },
    { kind: 'lookUp', column: 'customer', first: 3, groups: groups(6), names },
    { kind: 'lookUp', column: 'order', first: 2, groups: groups(50_000), names },
  ];
}

/** What an engine says to each of its primitives. */
async function everything(
  reader: StoreReader,
  scope: LineScope,
  bys: readonly GroupBy[],
): Promise<Record<string, unknown>> {
  const lines = await linesOf(reader);
  const [first, second] = [bys[0] as GroupBy, bys[1] as GroupBy];
  const part = { column: 'customer' as const, values: [{ id: 2, value: '' }] };
  const before = Uint8Array.from([0, 1, 1, 0, 1]);
  const days: unknown[] = [];
  await lines.purchasesAsOfEach([FIRST + 20, FIRST + 90], { withDays: true }, ({ ...figures }) => {
    days.push(structuredClone(figures));
  });
  const found: Record<string, unknown> = {
    days,
    count: await lines.count(scope),
    sums: await lines.sums(scope, bys, { parts: ['discount', 'cost'], pair: [first, second] }),
    uncounted: await lines.sums(scope, [first, { kind: 'customer' }], { countsCustomers: false }),
    overview: await lines.overview(scope, { before, part }),
    ofNobody: await lines.overview(scope, {}),
    customers: await lines.customers(scope),
    buyers: await lines.buyers(scope),
    firstDays: await lines.firstDays(scope, NEVER),
    purchases: await lines.purchases({ through: FIRST + 80, filters: scope.filters }, { withDays: true }),
    orders: await lines.orders(scope),
    returns: await lines.orders(scope, true),
    all: await lines.orderTotals(scope, []),
    pairs: await lines.orderTotals(scope, [second, first]),
  };
  const { byCustomer, byValue, ...rest } = await lines.scopeSums(scope, ['d1', 'd2']);
  found.scopeSums = {
    revenueByDay: rest.revenueByDay,
    returns: rest.returns,
    without: rest.linesWithoutCustomer,
  };
  found.idSums = [byCustomer, ...byValue].map(({ revenue, quantity, orders }) => ({
    revenue,
    quantity,
    orders,
  }));
  for (const [i, by] of bys.entries()) {
    found[`groups ${i}`] = await lines.groups(scope, by, {});
    found[`variety ${i}`] = await lines.variety(scope, by);
    found[`order totals ${i}`] = await lines.orderTotals(scope, [by]);
    found[`amounts ${i}`] = await lines.amounts(scope, by);
    found[`last days ${i}`] = await lines.lastDays(scope, by);
  }
  return found;
}
