import fc from 'fast-check';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeScores } from '../../src/segments/snapshots/score-cache.js';
import { runSource } from '../../src/sources/run.js';
import type { SourceShop } from '../../src/sources/running.js';
import { tellNews } from '../../src/sources/schedule.js';
import type { OrderSource, SourceOrder } from '../../src/sources/source.js';
import { listProblems } from '../../src/store/tables/source-orders.js';
import { addSource, sourceNamed } from '../../src/store/tables/sources.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { type Happening, SimulatedShop } from '../support/simulated-shop.js';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const NOW = new Date('2026-03-30T10:00:00Z');

async function added(of: TestShop, settings: Record<string, string> = {}): Promise<void> {
  await of.shop.store.write(trx =>
    addSource(trx, {
      name: 'web',
      kind: 'simulated',
      settings,
      schedule: 'every hour',
      cron: '0 * * * *',
      zone: 'UTC',
      everyMinutes: 60,
      addedAt: NOW.toISOString(),
    }),
  );
}

const around = (of: TestShop, open: () => OrderSource, now = () => NOW): SourceShop => ({
  store: of.shop.store,
  now,
  log: pino({ level: 'silent' }),
  zone: 'UTC',
  currency: undefined,
  excludedStatuses: [],
  afterChange: trx => storeScores(trx, of.shop.today(), of.shop.segmenting.segmentation.method),
  ingest: async path => path,
  headerOf: async () => [],
  rates: async () => undefined,
  takeRates: async () => '',
  open: async () => open(),
});

/** A source that gives these orders, and no others are there. */
const giving = (orders: readonly SourceOrder[], gone: readonly string[] = []): OrderSource => ({
  gives: 'orders',
  overlapMs: 0,
  check: async () => ({ findings: [] }),
  changes: async function* () {
    yield { orders, gone, state: orders.length };
  },
  everything: async function* () {
    yield { orders };
  },
});

const order = (key: string, amounts: readonly string[], more: Partial<SourceOrder> = {}): SourceOrder => ({
  key,
  currency: 'USD',
  customer: { id: key },
  lines: amounts.map(amount => ({
    at: '2026-03-05',
    product: 'Tea',
    quantity: '1',
    amount,
    isReturn: false,
  })),
  ...more,
});

const run = (orders: readonly SourceOrder[], gone: readonly string[] = []) =>
  runSource(
    around(shop, () => giving(orders, gone)),
    'web',
  );
const revenue = async () => (await shop.figures('sales', 'value')).revenue;

describe('orders of a source', () => {
  beforeEach(() => added(shop));

  it('are written as they are now, and cost nothing when they have not changed', async () => {
    expect(await run([order('1', ['10.00', '5.5']), order('2', ['20'])])).toMatchObject({
      outcome: 'done',
      orders: { read: 2, changed: 2, gone: 0, setAside: 0 },
    });
    expect(await revenue()).toBe(35.5);
    const version = await shop.shop.store.dataVersion();
    expect(await run([order('1', ['10.00', '5.5'])])).toMatchObject({ orders: { read: 1, changed: 0 } });
    expect(await shop.shop.store.dataVersion()).toBe(version);
    await run([order('1', ['4.00'])]);
    expect(await revenue()).toBe(24);
    expect(await databaseOf(shop.shop.store)('lines_aside').select('id')).toEqual([]);
    expect(await shop.ingests()).toMatchObject([{ file: 'source web', lines: 2, revenue: 2400 }]);
  });

  it('are read in place of those that stayed when a source is removed and added again', async () => {
    await run([order('1', ['10']), order('2', ['20'])]);
    await shop.sources.remove('web', false);
    expect(await revenue()).toBe(30);
    await added(shop);
    expect(await run([order('1', ['11']), order('2', ['20'])])).toMatchObject({ orders: { changed: 2 } });
    expect(await revenue()).toBe(31);
    expect(await run([order('2', ['20'])], ['1'])).toMatchObject({ orders: { changed: 0, gone: 1 } });
    expect(await revenue()).toBe(20);
  });

  it('are taken out when they are gone, or have no lines any more', async () => {
    await run([order('1', ['10']), order('2', ['20']), order('3', ['30'])]);
    expect(await run([order('3', [])], ['1'])).toMatchObject({ orders: { gone: 2 } });
    expect(await revenue()).toBe(20);
    expect((await shop.answer('sales list:customers')).rows).toHaveLength(1);
  });

  it('are set aside one by one where they cannot be read, while the others go in', async () => {
    await run([order('1', ['10']), order('2', ['20'])]);
    const bad = [
      order('1', ['1o']),
      order('3', ['30']),
      order('4', ['5'], { currency: 'EUR' }),
      order('5', ['5'], {
        lines: [{ at: 'soon', product: null, quantity: '1', amount: '5', isReturn: false }],
      }),
    ];
    expect(await run(bad)).toMatchObject({ orders: { changed: 1, setAside: 3 } });
    expect(await revenue()).toBe(60);
    expect((await listProblems(shop.shop.store)).map(p => `${p.key}: ${p.reason}`)).toEqual([
      '1: line 1: the amount "1o" is no number',
      "4: its amounts are in EUR, and the shop's are in USD",
      '5: line 1: "soon" is no date',
    ]);
    await run([order('1', ['11'])]);
    expect(await revenue()).toBe(61);
    expect(await listProblems(shop.shop.store)).toHaveLength(2);
  });

  it('settle the currency by the first of them that can be read', async () => {
    expect(await run([order('1', [], { currency: '', unreadable: 'it is odd' })])).toMatchObject({
      outcome: 'done',
      orders: { setAside: 1 },
    });
    await run([
      order('1', [], { currency: '', unreadable: 'it is odd' }),
      order('2', ['7'], { currency: 'EUR' }),
    ]);
    expect(await shop.ingests()).toMatchObject([{ currency: 'EUR', revenue: 700 }]);
  });

  it('have fractions of a cent exactly, and days of the shop', async () => {
    const lines = [
      {
        at: '2026-03-05T23:30:00-05:00',
        product: 'Tea',
        quantity: '0.125',
        amount: '0.1375',
        isReturn: false,
      },
      { at: '2026-03-08', product: 'Tea', quantity: '-0.125', amount: '-0.0375', isReturn: true },
    ];
    await run([order('1', [], { lines }), order('2', ['0.9'])]);
    expect(await revenue()).toBe(1);
    expect(await shop.figures('sales by day', 'revenue')).toMatchObject({
      '2026-03-06': 0.14,
      '2026-03-08': -0.04,
    });
  });

  it('are other orders than those of files with the same numbers', async () => {
    await shop.load('a.csv', 'Order ID,Order Date,Customer ID,Product,Amount\n1,2026-03-05,1,Tea,100.00\n');
    await run([order('1', ['10'])]);
    expect(await revenue()).toBe(110);
  });

  it('are not removed when a full reading has lost many, until somebody says so', async () => {
    const all = Array.from({ length: 12 }, (_, i) => order(String(i), ['1']));
    await run(all);
    const few = () => around(shop, () => giving(all.slice(0, 6)));
    const asked = await runSource(few(), 'web', { full: true });
    expect(asked.orders?.question).toContain('6 orders of 12 were not there any more, and none was removed');
    expect(await sourceNamed(shop.shop.store, 'web')).toMatchObject({ question: asked.orders?.question });
    expect(await revenue()).toBe(12);
    const told: string[] = [];
    const telling = {
      run: () => run([]),
      digests: async () => [],
      tell: async (text: string) => told.push(text) > 0,
    };
    for (let i = 0; i < 3; i++) {
      await tellNews({ ...around(shop, () => giving(all)), ...telling });
      await runSource(few(), 'web');
    }
    expect(told).toEqual([`Source web: ${asked.orders?.question}`]);
    expect(await runSource(few(), 'web', { full: true, remove: true })).toMatchObject({
      orders: { gone: 6 },
    });
    expect(await revenue()).toBe(6);
    expect(await sourceNamed(shop.shop.store, 'web')).toMatchObject({ question: null });
  });

  it('of more than 60 days ago that are gone are found in a new month, and told once', async () => {
    // 60 days before 30 March is 29 January: order 1 is older, order 2 is not.
    const old = order('1', ['10', '2.5']);
    const dated = {
      ...old,
      lines: old.lines.map(line => ({ ...line, at: '2025-12-03' })),
    };
    const stay = Array.from({ length: 6 }, (_, i) => order(String(i + 10), ['1']));
    await run([dated, order('2', ['20']), ...stay]);
    const told: string[] = [];
    const telling = {
      run: () => run([]),
      digests: async () => [],
      tell: async (t: string) => told.push(t) > 0,
    };
    const readAt = async (at: string) => {
      const then = around(
        shop,
        () => giving(stay),
        () => new Date(at),
      );
      const { orders } = await runSource(then, 'web');
      await tellNews({ ...then, ...telling });
      return orders;
    };
    // The next day's reading covers 60 days.
    expect(await readAt('2026-03-31T10:00:00Z')).toMatchObject({
      gone: 1,
      missing: { orders: 1, amount: 2000 },
    });
    expect(await revenue()).toBe(18.5);
    expect(told).toEqual([]);
    expect(await readAt('2026-04-01T10:00:00Z')).toMatchObject({ gone: 1, missing: { amount: 1250 } });
    expect(await revenue()).toBe(6);
    const text =
      '1 order of Dec 3, 2025 is not in the source web any more and was taken out. ' +
      'The sales of that time are $12.50 lower than before.';
    expect(told).toEqual([text]);
    await readAt('2026-04-02T10:00:00Z');
    expect(told).toEqual([text]);
  });

  it('are taken out when they go between a first reading that was cut and the run of the next day', async () => {
    const cut: OrderSource = {
      ...giving([]),
      changes: async function* () {
        // More than are written at once.
        yield { orders: Array.from({ length: 501 }, (_, n) => order(String(n), ['10'])), gone: [], state: 1 };
        throw new Error('cut');
      },
    };
    expect(
      await runSource(
        around(shop, () => cut),
        'web',
      ),
    ).toMatchObject({ outcome: 'failed' });
    const left = Array.from({ length: 500 }, (_, n) => order(String(n), ['10']));
    const rest: OrderSource = { ...giving(left), changes: async function* () {} };
    const tomorrow = around(
      shop,
      () => rest,
      () => new Date(NOW.getTime() + 86_400_000),
    );
    expect(await runSource(tomorrow, 'web')).toMatchObject({ outcome: 'done', orders: { gone: 1 } });
    expect((await shop.figures('sales', 'value')).revenue).toBe(5_000);
  });

  it('are read by one process at a time, and by another one once it has died', async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    let isReading = () => {};
    const reading = new Promise<void>(resolve => {
      isReading = resolve;
    });
    const slow: OrderSource = {
      ...giving([]),
      changes: async function* () {
        isReading();
        await held;
        yield { orders: [order('1', ['10'])], gone: [], state: 1 };
      },
    };
    const first = runSource(
      around(shop, () => slow),
      'web',
    );
    await reading;
    expect(await run([order('1', ['20'])])).toEqual({ name: 'web', outcome: 'busy' });
    const later = () => new Date(NOW.getTime() + 11 * 60_000);
    expect(
      await runSource(
        around(shop, () => giving([order('1', ['20'])]), later),
        'web',
      ),
    ).toMatchObject({ outcome: 'done' });
    release();
    expect(await first).toEqual({ name: 'web', outcome: 'stopped' });
    expect(await revenue()).toBe(20);
  });

  it('wait longer from failure to failure, and say why', async () => {
    const failing = () => {
      throw new Error('cut');
    };
    expect(await runSource(around(shop, failing), 'web')).toMatchObject({ outcome: 'failed' });
    await runSource(around(shop, failing), 'web');
    expect(await sourceNamed(shop.shop.store, 'web')).toMatchObject({
      failures: 2,
      retryAt: '2026-03-30T10:02:00.000Z',
      freshThrough: null,
    });
    await run([]);
    expect(await sourceNamed(shop.shop.store, 'web')).toMatchObject({
      failures: 0,
      retryAt: null,
      freshThrough: NOW.toISOString(),
    });
  });
});

describe('a source that shares its orders with the files of the same shop', () => {
  const FILE =
    'Order ID,Order Date,Customer ID,Product,Amount\n1,2026-03-05,c1,Tea,100.00\n2,2026-03-06,c2,Tea,7.00\n';

  it('corrects what files brought, is corrected by none for long, and gives it back', async () => {
    await added(shop, { keys: 'files' });
    await shop.load('a.csv', FILE);
    await run([order('1', ['10'], { customer: { id: 'c1' } })]);
    expect(await revenue()).toBe(17);
    await shop.load('b.csv', FILE.replace('100.00', '90.00'));
    expect(await revenue()).toBe(97);
    await run([order('1', ['10'], { customer: { id: 'c1' } })]);
    expect(await revenue()).toBe(17);
    expect((await shop.answer('sales list:customers')).rows).toHaveLength(2);
  });
});

describe('customers of a source', () => {
  it('are those of the files with the same e-mail address, unless several have it', async () => {
    await shop.load(
      'a.csv',
      `Order ID,Order Date,Customer ID,Email,Product,Amount
1,2026-03-01,c1,ana@example.com,Tea,10.00
2,2026-03-02,c2,us@example.com,Tea,20.00
3,2026-03-03,c3,us@example.com,Tea,30.00\n`,
    );
    await added(shop);
    await run([
      order('1', ['1'], { customer: { id: '7', email: ' ANA@example.com ' } }),
      order('2', ['2'], { customer: { email: 'us@example.com' } }),
      order('3', ['3'], { customer: { id: '8', name: 'Ben' } }),
      order('4', ['4'], { customer: { name: 'Cleo Day', postcode: 'N1 9GU' } }),
      order('5', ['5'], { customer: { name: 'CLEO day', postcode: 'n1 9gu' } }),
      order('6', ['6'], { customer: { name: 'Dev' } }),
    ]);
    const figures = async (name: string) => {
      const { frequency, monetary } = (await shop.answer(`segment customer "${name}"`)).rows[0] ?? {};
      return [frequency, monetary];
    };
    expect(await figures('c1')).toEqual([2, 11]);
    expect(await figures('web/7')).toEqual([2, 11]);
    expect(await figures('c2')).toEqual([1, 20]);
    expect(await figures('us@example.com')).toEqual([1, 2]);
    expect(await figures('cleo day, n1 9gu')).toEqual([2, 9]);
    expect((await shop.answer('sales list:customers')).rows).toHaveLength(6);
    const ties = await shop.customers.ties();
    expect(ties.map(t => [t.isJoined, t.customers.map(c => c.key)])).toEqual([
      [true, ['c1', 'web/7']],
      [false, ['c2', 'c3', 'us@example.com']],
    ]);
    await shop.load(
      'b.csv',
      'Order ID,Order Date,Customer ID,Email,Product,Amount\n9,2026-03-09,c9,new@example.com,Tea,9.00\n',
    );

    await run([order('7', ['1'], { customer: { id: '9', email: 'new@example.com' } })]);
    expect(await figures('c9')).toEqual([2, 10]);
    await shop.customers.split('web/7');
    await run([order('1', ['1.5'], { customer: { id: '7', email: 'ana@example.com' } })]);
    expect(await figures('c1')).toEqual([1, 10]);
  });
});

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      customer: fc.nat(4),
      day: fc.integer({ min: 1, max: 28 }),
      lines: fc.array(fc.nat(3), { maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'edit' as const,
        'refund' as const,
        'delete' as const,
        'hide refund' as const,
        'break' as const,
        'mend' as const,
      ),
      order: fc.nat(20),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename' as const), order: fc.nat(20), customer: fc.nat(4) }),
  },
);

const anyRun = fc.record({
  happened: fc.array(anyHappening, { maxLength: 8 }),
  meanwhile: fc.array(anyHappening, { maxLength: 4 }),
  fault: fc.option(fc.record({ afterPages: fc.nat(3) }), { nil: undefined }),
  full: fc.boolean(),
});

describe('after any sequence of changes, readings and cuts', () => {
  it('one more full reading is the truth to the cent by day, and a further one changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRun, { minLength: 1, maxLength: 4 }), async runs => {
        const made = new SimulatedShop();
        const of = await openTestShop();
        try {
          await added(of);
          for (const { happened, meanwhile, fault, full } of runs) {
            for (const what of happened) made.happen(what);
            await runSource(
              around(of, () => made.source(fault, meanwhile)),
              'web',
              { full },
            );
          }
          made.mendAll();
          await runSource(
            around(of, () => made.source()),
            'web',
            { full: true, remove: true },
          );
          await expectTruth(of, made);
          const version = await of.shop.store.dataVersion();
          expect(
            await runSource(
              around(of, () => made.source()),
              'web',
              { full: true, remove: true },
            ),
          ).toMatchObject({ outcome: 'done', orders: { changed: 0, gone: 0, setAside: 0 } });
          expect(await of.shop.store.dataVersion()).toBe(version);
        } finally {
          await of.close();
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});

async function expectTruth(of: TestShop, made: SimulatedShop): Promise<void> {
  const { byDay, orders, customers } = made.truth();
  const db = databaseOf(of.shop.store);
  const rows = await db('order_lines')
    .groupBy('day')
    .select({ day: 'day', cents: db.raw('sum(amount)') });
  const stored = rows.map(r => [
    new Date(Number(r.day) * 86_400_000).toISOString().slice(0, 10),
    Number(r.cents),
  ]);
  expect(Object.fromEntries(stored)).toEqual(byDay);
  expect(Number((await db('orders').where('lines', '>', 0).count({ n: '*' }).first())?.n)).toBe(orders);
  expect(Number((await db('customer_totals').count({ n: '*' }).first())?.n)).toBe(customers);
  // What questions read is what the lines add up to.
  const sum = Object.values(byDay).reduce((a, b) => a + b, 0);
  if (orders > 0) expect((await of.figures('sales all time', 'value')).revenue).toBe(sum / 100);
}
