import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationSource } from '../../migrations/index.js';
import type { Shopkeeper } from '../../src/app/shopkeeper.js';
import { answerJson } from '../../src/core/answer/answer.js';
import { StoreError } from '../../src/core/errors.js';
import { openStore } from '../../src/store/engine/store.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { shopAt } from '../support/store-shop.js';

const HEADER =
  'Order ID,Date,Customer,Product,Country,Status,Quantity,Gross,Discount,Net sales,Tax,Shipping,Cost';
/** Sales 36 + 15 + 18 + 60 + 20 = 149, of which a tea came back for 18. C9's order was cancelled. */
const FIRST = [
  'A1,2026-03-02,C1,Tea,France,Paid,2,40.00,4.00,36.00,7.20,5.00,20.00',
  'A1,2026-03-02,C1,Cup,France,Paid,1,15.00,0.00,15.00,3.00,0.00,6.00',
  'A2,2026-03-03,C2,Tea,Spain,Paid,1,20.00,2.00,18.00,3.60,4.00,10.00',
  'A3,2026-03-04,C1,Cup,France,Paid,4,60.00,0.00,60.00,12.00,5.00,',
  'A4,2026-03-08,C3,Soap,Spain,Paid,1,20.00,0.00,20.00,4.00,0.00,7.50',
  'A4,2026-03-08,C3,Tea,Spain,Paid,-1,-20.00,-2.00,-18.00,-3.60,0.00,-10.00',
  'A5,2026-03-09,C9,Soap,Spain,Cancelled,5,100.00,0.00,100.00,20.00,0.00,37.50',
];
/** Corrects A2 from 18 to 27, and adds 16. */
const SECOND = [
  'A2,2026-03-03,C2,Tea,Spain,Paid,1,30.00,3.00,27.00,5.40,4.00,10.00',
  'A6,2026-03-20,C4,Cup,France,Paid,1,16.00,0.00,16.00,3.20,0.00,6.00',
];
const fileOf = (rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`;
const EXCLUDED = { EXCLUDED_STATUSES: 'cancelled' };

const PARTS = 'measure:gross,discount,refunds,revenue,tax,shipping,cost,profit';
const QUESTIONS = [
  'sales',
  `${PARTS} by:product`,
  `${PARTS} by:month`,
  'measure:revenue,orders,customers by:country,product',
  'sales by customer',
  'sales trend by day',
  'segment report',
  'segment customer C1',
];

/** What the last twelve migrations start from; before 0009 a store could not hold tax or cost. */
const STATES = [
  '0010_mappings',
  '0011_line_part_columns',
  '0012_audit_log',
  '0013_goals',
  '0014_actions',
  '0015_sources',
  '0016_feedback_votes',
  '0017_customer_joins',
  '0018_forgotten_customers',
  '0019_source_payments',
  '0020_exchange_rates',
  '0021_lines_elsewhere',
];

/** What shows that a file was loaded, and that a correction came in. */
const AFTER_A_LOAD = [`${PARTS} by:month`, 'sales by customer'];

/** The rows of all questions unless some are named, as the JSON contract has them. */
const rowsOf = async (shop: Shopkeeper, questions: readonly string[] = QUESTIONS) => {
  const rows: Record<string, unknown> = {};
  for (const text of questions) rows[text] = answerJson(await shop.ask(text)).rows;
  return rows;
};
const undoSecond = async (shop: Shopkeeper): Promise<void> => {
  const last = (await shop.ingests()).find(ingest => ingest.file === 'second.csv');
  await shop.undo(last?.id ?? 0);
};

/** What a version that is not there yet would note in a store. */
const NEWER = { name: '0099_future', batch: 99, migration_time: '2026-01-01' };

/** Makes of a store with lines what the version with this as its last migration would have left. */
async function takeBackTo(state: string, url: string): Promise<void> {
  await withDatabase(url, async db => {
    const { id } = await db('knex_migrations').where({ name: state }).first('id');
    // Migrations of one batch are taken back together.
    await db('knex_migrations').where('id', '>', id).update({ batch: 99 });
    await db.migrate.rollback({ migrationSource });
    // That version had nothing left to rebuild: only the upgrade may say that there is.
    await db('store_state').where({ key: 'summaries_due' }).update({ value: 0 });
  });
}

async function withDatabase(url: string, work: (db: Knex) => Promise<unknown>): Promise<void> {
  const store = await openStore(url);
  try {
    await work(databaseOf(store));
  } finally {
    await store.close();
  }
}

describe('a store', () => {
  let shop: TestShop;
  let second: string;
  let before: Awaited<ReturnType<typeof rowsOf>>;
  let after: Awaited<ReturnType<typeof rowsOf>>;
  beforeAll(async () => {
    shop = await openTestShop(EXCLUDED);
    await shop.load('first.csv', fileOf(FIRST));
    before = await rowsOf(shop);
    second = join(shop.folder, 'second.csv');
    await writeFile(second, fileOf(SECOND));
    await shop.ingest(second);
    after = await rowsOf(shop, AFTER_A_LOAD);
    await undoSecond(shop);
  });
  afterAll(() => shop.close());

  it('is compared with figures that are right', () => {
    const revenueOf = (rows: unknown, month: string) =>
      (rows as Record<string, unknown>[]).find(row => Object.values(row).includes(month))?.revenue;
    expect(revenueOf(before[`${PARTS} by:month`], '2026-03')).toBe(131);
    expect(revenueOf(after[`${PARTS} by:month`], '2026-03')).toBe(156);
  });

  it('is tried from each of the last states before the newest', async () => {
    const names = (await migrationSource.getMigrations([])).map(({ name }) => name);
    expect(STATES).toEqual(names.slice(names.indexOf('0010_mappings'), -1));
  });

  // All on one store: making a new one for each takes most of the time.
  it.each(STATES)('of an older version (%s) is brought up to date and answers the same', async state => {
    const { url } = shop.shop.store;
    await takeBackTo(state, url);
    const upgraded = await shopAt(url, EXCLUDED);
    try {
      expect(await rowsOf(upgraded)).toEqual(before);
      // It goes on as any store: a file corrects an order, and an undo takes the correction back, which the
      // next test sees.
      expect(await upgraded.ingest(second)).toMatchObject({ loaded: true, ordersReplaced: 1 });
      expect(await rowsOf(upgraded, AFTER_A_LOAD)).toEqual(after);
      await undoSecond(upgraded);
    } finally {
      await upgraded.close();
    }
  });

  it('of a newer version is refused with what to do, and nothing in it changes', async () => {
    const { url } = shop.shop.store;
    await withDatabase(url, db => db('knex_migrations').insert(NEWER));
    const refusal = await shopAt(url, EXCLUDED).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreError);
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/was made by a newer version of Shopkeeper .*0099_future/),
      hint: 'Upgrade Shopkeeper, or use a backup of the store from before its upgrade.',
    });
    // This shop has it open from before: it still finds all of it.
    const db = databaseOf(shop.shop.store);
    expect(await db('knex_migrations').where({ name: NEWER.name }).delete()).toBe(1);
    expect(await rowsOf(shop)).toEqual(before);
  });
});
