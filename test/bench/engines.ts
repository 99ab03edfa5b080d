import { performance } from 'node:perf_hooks';
import knexFactory from 'knex';

const MEASURES = (amount: string, order: string, customer: string) =>
  `sum(${amount}), count(*), count(distinct ${order}), count(distinct ${customer})`;

/** Questions, and the same in SQL over plain columns. */
export const SAME: readonly {
  readonly question: string;
  readonly group?: string;
  readonly where?: string;
}[] = [
  { question: 'sales' },
  { question: 'sales trend by month', group: 'month' },
  { question: 'sales top-countries', group: 'country' },
  { question: 'sales top-products', group: 'product' },
  { question: 'sales top-customers', group: 'customer' },
  {
    question: 'sales by country category:"Category 3" status:Shipped',
    group: 'country',
    where: `category = 'Category 3' and status = 'Shipped'`,
  },
];
const ROUNDS = 3;

/** Plain SQL over the store's own lines, in milliseconds. */
export async function sqliteTimes(file: string): Promise<Map<string, number>> {
  const db = knexFactory({ client: 'sqlite3', connection: { filename: file }, useNullAsDefault: true });
  const dimensions: { id: number; key: string }[] = await db('dimensions').select('id', 'key');
  const values: { id: number; value: string }[] = await db('dimension_values').select('id', 'value');
  const column = (key: string) =>
    key === 'customer' ? 'customer_id' : `d${dimensions.find(d => d.key === key)?.id ?? 0}`;
  const id = (value: string) => values.find(v => v.value === value)?.id ?? 0;
  const times = new Map<string, number>();
  for (const { question, group, where } of SAME) {
    const condition = where?.replace(
      /(\w+) = '([^']+)'/g,
      (_, key, value) => `${column(key)} = ${id(value)}`,
    );
    const from = `order_lines ${group === 'month' ? 'join calendar using (day)' : ''} ${condition ? `where ${condition}` : ''}`;
    const by = group === 'month' ? 'month' : group && column(group);
    const sql = `select ${by ? `${by}, ` : ''}${MEASURES('amount', 'order_id', 'customer_id')} from ${from} ${by ? `group by ${by}` : ''}`;
    times.set(question, await best(() => db.raw(sql)));
  }
  await db.destroy();
  return times;
}

/**
 * What is used of DuckDB, which is not among the project's packages: not all of its platforms are on every
 * registry.
 */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{
        run(sql: string): Promise<unknown>;
        runAndReadAll(sql: string): Promise<unknown>;
        closeSync(): void;
      }>;
    }>;
  };
}

/**
 * The same in DuckDB, with the file loaded into a table of its own; nothing where it is not installed
 * (`npm install --no-save @duckdb/node-api`).
 */
export async function duckdbTimes(csv: string): Promise<Map<string, number>> {
  const name = '@duckdb/node-api';
  const duckdb: DuckDb | undefined = await import(name).catch(() => undefined);
  if (!duckdb) {
    console.log(`  DuckDB is not installed: npm install --no-save ${name}`);
    return new Map();
  }
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  await db.run(
    `create table lines as select "Order ID" as orders, "Order Date"::date as day, date_trunc('month', "Order Date"::date) as month,
     "Customer ID" as customer, "Product Code" as product, "Country" as country, "Status" as status, "Category" as category,
     "Quantity" as quantity, cast(round("Amount" * 100) as bigint) as amount from read_csv('${csv}')`,
  );
  const times = new Map<string, number>();
  for (const { question, group, where } of SAME) {
    const sql = `select ${group ? `${group}, ` : ''}${MEASURES('amount', 'orders', 'customer')} from lines ${where ? `where ${where}` : ''} ${group ? `group by ${group}` : ''}`;
    times.set(question, await best(() => db.runAndReadAll(sql)));
  }
  db.closeSync();
  return times;
}

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
