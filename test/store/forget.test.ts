import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAuditEntries, listAuditEntries } from '../../src/store/tables/audit-log.js';
import { keepUnsent } from '../../src/store/tables/unsent-replies.js';
import { runInProcess } from '../support/command-in-process.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Order Date,Customer ID,Customer Name,Email,Phone,Company,Product,Amount\n';
const ZOE = 'zq-77,Zoë Quillfeather,zoe.q@example.com,+34 600 700';
const ROWS = `1,2020-01-05,${ZOE},Quillfeather & Sons,Tea,10.10
2,2020-01-06,b-2,Ben Roy,ben@example.com,+44 1,Roy Ltd,Tea,20.00
3,2026-02-07,c-3,Cem Can,cem@example.com,+90 1,Can AS,Mug,30.00
4,2020-02-08,${ZOE},Quillfeather & Sons,Mug,5.05\n`;
const TRACES = ['quillfeather', 'zoe.q', '600 700', 'zq-77'];
const QUESTIONS = [
  'sales measure:revenue,orders,customers by:product',
  'sales measure:revenue by:month',
  'segment share',
];

let shop: TestShop;
const load = async (name: string, rows: string) => {
  const path = join(shop.folder, name);
  await writeFile(path, HEADER + rows);
  return shop.ingest(path, undefined, { map: ['Phone=dimension', 'Company=dimension'] });
};
const run = (...args: string[]) => runInProcess(args, { DATABASE_URL: shop.shop.store.url });
const figures = () => Promise.all(QUESTIONS.map(async text => (await shop.answer(text)).rows));

beforeEach(async () => {
  shop = await openTestShop({}, '2026-03-01T00:00:00Z');
}, 60_000);
afterEach(() => shop.close());

describe('a customer who is forgotten', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await load('shop.csv', ROWS);
    // Replaced by the same order of a later file: its lines are archived.
    await load('again.csv', `4,2020-02-08,${ZOE},Quillfeather & Sons,Mug,6.05\n`);
    const { store } = shop.shop;
    await addAuditEntries(store, [
      {
        at: '2026-02-01T00:00:00Z',
        person: 'U1',
        surface: 'command',
        channel: 'C1',
        asked: 'customer zoe  QUILLFEATHER please',
        outcome: 'shown',
        detail: 'segment customer "zq-77"',
        rows: 1,
        hasContacts: true,
      },
    ]);
    await keepUnsent(
      store,
      {
        id: 'r1',
        person: 'U1',
        content: JSON.stringify({ text: 'Best:\nZoë Quillfeather &amp; Sons <zoe.q@example.com>' }),
        createdAt: '2026-02-01T00:00:00Z',
        mayBePosted: false,
      },
      '2026-02-01T00:00:00Z',
    );
    await databaseOf(store)('digest_runs').insert({
      key: 'C1 2026-01',
      channel: 'C1',
      through: 20_000,
      state: 'posted',
      claimed_at: '2026-02-01T00:00:00Z',
      content: JSON.stringify({ rows: [{ name: 'Zoë Quillfeather' }] }),
    });
  });

  it('leaves no trace in the files of the store, and all figures as they were', async () => {
    const before = await figures();
    expect(await tracesIn(shop)).not.toEqual([]);
    const looked = await run('forget', 'Zoë Quillfeather');
    expect(looked).toMatchObject({ code: 2 });
    expect(looked.out).toContain('2 orders');
    expect(looked.out).toContain('Phone: +34 600 700');
    expect(await run('forget', 'zq-77', '--yes')).toMatchObject({ code: 0, err: '' });
    await untilClean();
    expect(await tracesIn(shop)).toEqual([]);
    expect(await figures()).toEqual(before);
    expect((await shop.answer('sales list:customers')).rows).toHaveLength(3);
    expect(await run('forget', 'Zoë Quillfeather', '--yes')).toMatchObject({ code: 2 });
    const [entry] = await listAuditEntries(shop.shop.store, { since: '2026-02-15', limit: 1 });
    expect(entry).toMatchObject({ asked: 'forget', outcome: 'changed' });
    // Others keep theirs.
    expect((await shop.answer('segment customer "b-2"')).headline).toContain('Ben Roy');
  });

  it('stays forgotten when files name them again, by id, address or name', async () => {
    await run('forget', 'zq-77', '--yes');
    const before = await figures();
    await load('once-more.csv', `${ROWS.replace('5.05', '6.05')}`);
    expect(await figures()).toEqual(before);
    await load(
      'other.csv',
      `7,2020-03-01,zoe.q@example.com,${ZOE.replace('zq-77,', '')},Quillfeather & Sons,Tea,1.00\n`,
    );
    expect((await shop.answer('sales list:customers')).rows).toHaveLength(3);
    await untilClean();
    expect(await tracesIn(shop)).toEqual([]);
  });
});

it('forgets contact data of customers without an order for months, once a day', {
  timeout: 60_000,
}, async () => {
  await load('shop.csv', ROWS);
  const before = await figures();
  expect(await shop.forgetting.forgetOld(36)).toBe(2);
  expect(await shop.forgetting.forgetOld(36)).toBeUndefined();
  await untilClean();
  expect(await tracesIn(shop)).toEqual(['zq-77']);
  expect(await figures()).toEqual(before);
  expect((await shop.answer('segment customer "c-3"')).headline).toContain('Cem Can');
  expect((await shop.answer('segment customer "b-2"')).headline).not.toContain('Ben Roy');
});

/** On PostgreSQL the tests that run beside this one may be in the way for a time. */
async function untilClean(): Promise<void> {
  await expect.poll(async () => (await run('forget', '--clean')).out).toContain('nothing of it');
}

/** Which traces the bytes of the store's files have, in any case. */
async function tracesIn({ shop: { store } }: TestShop): Promise<string[]> {
  const files = store.url.startsWith('sqlite:')
    ? ['', '-wal'].map(end => `${store.url.slice('sqlite:'.length)}${end}`)
    : await filesOfPostgres();
  const bytes = await Promise.all(files.map(file => readFile(file, 'utf8').catch(() => '')));
  return TRACES.filter(trace => bytes.some(text => text.toLowerCase().includes(trace)));
}

async function filesOfPostgres(): Promise<string[]> {
  const db = databaseOf(shop.shop.store);
  await db.raw('checkpoint');
  const { rows } = await db.raw(
    "select current_setting('data_directory') || '/base/' || oid as folder " +
      'from pg_database where datname = current_database()',
  );
  const folder = String(rows[0]?.folder);
  return (await readdir(folder)).map(name => join(folder, name));
}
