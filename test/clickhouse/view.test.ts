import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { moveLines } from '../../src/store/lines/index.js';
import { hasOrderLines } from '../../src/store/tables/order-lines.js';
import { CLICKHOUSES, type Servers } from '../support/clickhouse.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const NOW = '2026-07-01T10:00:00Z';
const COLUMNS = 'order_number, order_date, customer_id, customer_name, product, country, quantity, amount';

/** Order lines by chance, as CSV without a header: some returns, some without a customer. */
function someLines(random: SeededRandom, orders: { readonly from: number; readonly to: number }): string[][] {
  const lines: string[][] = [];
  for (let order = orders.from; order < orders.to; order++) {
    const customer = random.whole(0, 30);
    const day = `2026-0${random.whole(1, 6)}-${String(random.whole(1, 28)).padStart(2, '0')}`;
    const isReturn = random.chance(0.05);
    for (let i = random.whole(1, 4); i > 0; i--) {
      const quantity = random.whole(1, 5) * (isReturn ? -1 : 1);
      lines.push([
        `S-${order}`,
        day,
        customer === 0 ? '' : `C${customer}`,
        customer === 0 ? '' : `Customer ${customer}`,
        `Product ${random.whole(1, 12)}`,
        ['DE', 'FR', 'US'][customer % 3] as string,
        String(quantity),
        ((quantity * random.whole(100, 5000)) / 100).toFixed(2),
      ]);
    }
  }
  return lines;
}

const csv = (lines: readonly (readonly string[])[]) =>
  `${COLUMNS.replaceAll(', ', ',')}\n${lines.map(line => line.join(',')).join('\n')}\n`;

/** Each kind of question that order lines answer. */
const ASKED = [
  'sales',
  'sales by product',
  'sales by country by month',
  'sales trend',
  'sales compare 2026-05',
  'sales why 2026-05',
  'sales cohorts',
  'sales together',
  'sales repeat',
  'sales list:orders(order-total:>100)',
  'sales list:customers who(orders:>3)',
  'top 5 customers',
  'segment',
  'segment report',
  'segment customer Customer 7',
  'orders over 100',
];

describe.each(CLICKHOUSES)('A view of the shop’s warehouse in ClickHouse ($name)', ({ start }) => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await start();
  });
  afterAll(() => servers.close());

  async function makeTable(name: string, lines: readonly (readonly string[])[]): Promise<void> {
    const types = ['String', 'Date', 'Nullable(String)', 'Nullable(String)', 'String', 'String'];
    const columns = COLUMNS.split(', ').map((c, i) => `${c} ${[...types, 'Int32', 'Decimal(9, 2)'][i]}`);
    await servers.ask(`create table ${name} (${columns.join(', ')}) engine = MergeTree order by order_date`);
    await add(name, lines);
  }
  async function add(name: string, lines: readonly (readonly string[])[]): Promise<void> {
    const rows = lines.map(line => line.map(cell => (cell === '' ? '\\N' : cell)).join('\t'));
    const found = await servers.ask(`insert into ${name} format TabSeparated\n${rows.join('\n')}\n`);
    expect(found).toBe('');
  }
  const asking = (view: string, env: Record<string, string> = {}) =>
    openTestShop({ LINES_URL: servers.one, LINES_VIEW: view, ...env }, NOW);
  const answers = async (shop: TestShop) => {
    const found: Record<string, unknown> = {};
    for (const text of ASKED) found[text] = await shop.answer(text).catch((error: Error) => error.message);
    return found;
  };

  it('answers as a file with the same rows does, and no line is in the store', async () => {
    const random = new SeededRandom(11);
    const [first, more] = [
      someLines(random, { from: 1, to: 120 }),
      someLines(random, { from: 120, to: 160 }),
    ];
    await makeTable('sales', first);
    const [file, view] = [await openTestShop({}, NOW), await asking('sales')];
    await file.load('sales.csv', csv(first));
    const asked = await view.askView();
    expect(asked).toMatchObject({ lines: first.length, orders: 119, notes: [] });
    expect(await answers(view)).toEqual(await answers(file));
    // What is new counts once it was noted, and whole.
    await add('sales', more);
    expect((await view.answer('sales')).rows).toEqual((await file.answer('sales')).rows);
    await file.load('more.csv', csv(more));
    expect(await view.askView()).toMatchObject({ lines: first.length + more.length, orders: 159 });
    expect(await answers(view)).toEqual(await answers(file));
    expect(await hasOrderLines(view.shop.store)).toBe(false);
    await Promise.all([file.close(), view.close()]);
  });

  it('is refused where it is not what a file would be, and says why', async () => {
    const lines = someLines(new SeededRandom(5), { from: 1, to: 20 });
    await makeTable('small', lines);
    await servers.ask(
      'create view undated as select order_number, toString(order_date) as order_date, amount from small',
    );
    await servers.ask(
      'create view fractions as select order_number, order_date, toFloat64(amount) / 3 as amount from small',
    );
    const refused = async (view: string, env: Record<string, string>, message: RegExp) => {
      const shop = await asking(view, env);
      await expect(shop.askView()).rejects.toThrow(message);
      expect(await shop.ingests()).toEqual([]);
      await shop.close();
    };
    await refused('undated', {}, /order_date is of type String/);
    await refused('fractions', {}, /decimals/);
    await refused('nowhere', {}, /does not have/);
    await refused('small', { EXCLUDED_STATUSES: 'Cancelled' }, /EXCLUDED_STATUSES/);
    await refused('small', { LINES_URL: servers.both, LINES_CLUSTER: 'shop' }, /LINES_CLUSTER/);
    const own = await asking('small');
    await own.load('own.csv', csv(lines));
    await expect(own.askView()).rejects.toThrow(/order lines of its own/);
    await own.close();
  });

  it('keeps files, moves and rows that cannot be counted out of its store', async () => {
    const lines = someLines(new SeededRandom(6), { from: 1, to: 20 });
    await makeTable('kept', lines);
    const shop = await asking('kept');
    await shop.askView();
    const before = await shop.answer('sales');
    await expect(shop.load('file.csv', csv(lines))).rejects.toThrow(/holds no order lines/);
    await expect(moveLines(shop.shop.store, 'store')).rejects.toThrow(/holds no order lines/);
    await servers.ask(`insert into kept (order_number, order_date, amount) values ('', '2026-06-30', 1)`);
    await expect(shop.askView()).rejects.toThrow(
      `Of ${lines.length + 1} rows of kept, 1 have no order_number.`,
    );
    expect(await shop.answer('sales')).toEqual(before);
    await shop.close();
  });
});
