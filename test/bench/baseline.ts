import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** What a file's columns are, as SQL over the raw table that `.import` makes. */
export interface RawColumns {
  readonly order: string;
  /** An ISO date. */
  readonly date: string;
  readonly customer: string;
  readonly dimensions: readonly string[];
  readonly quantity: string;
  /** Minor units. */
  readonly amount: string;
}

/**
 * The plain sqlite3 shell bringing a CSV file to the same end state: the raw import, and with `whole` the
 * typed copy with ids for orders, customers and values, the same indexes, order totals, sums by month with
 * distinct orders and customers, customers' totals and scores.
 * @returns milliseconds; undefined where the shell is not installed
 */
export function shellIngest(
  csv: string,
  database: string,
  columns: RawColumns,
  whole: boolean,
): number | undefined {
  const script = [
    'pragma journal_mode = wal;',
    'pragma synchronous = normal;',
    'pragma cache_size = -16384;',
    '.mode csv',
    `.import ${csv} raw`,
    ...(whole ? [wholeScript(columns)] : []),
  ].join('\n');
  const start = performance.now();
  const run = spawnSync('sqlite3', [database], { input: script, encoding: 'utf8' });
  if (run.error) return undefined;
  if (run.status !== 0 || run.stderr !== '')
    throw new Error(
      `sqlite3 ended with ${run.status} ${run.signal}: ${run.stderr}${run.stdout.slice(0, 500)}`,
    );
  return performance.now() - start;
}

function wholeScript({ order, date, customer, dimensions, quantity, amount }: RawColumns): string {
  const values = dimensions.map(
    (column, i) =>
      `create table v${i} (id integer primary key, value text unique);
       insert into v${i} (value) select distinct ${column} from raw;`,
  );
  const ids = dimensions.map((_, i) => `d${i}`);
  const joins = dimensions.map((column, i) => `join v${i} on v${i}.value = raw.${column}`);
  const measures = `sum(amount), count(*), count(distinct case when not is_return then order_id end), sum(quantity),
    sum(is_return), sum(customer_id is null), count(distinct customer_id)`;
  const sums = ids.map(
    (d, i) =>
      `insert into sums select ${i + 1}, month, ${d}, ${measures} from lines join calendar using (day) group by month, ${d};`,
  );
  return `begin;
    ${values.join('\n')}
    create table customers (id integer primary key, key text unique);
    insert into customers (key) select distinct ${customer} from raw where ${customer} <> '';
    create table orders (id integer primary key, key text unique, customer_id int, day int, lines int, revenue int, is_return int);
    insert into orders (key) select distinct ${order} from raw;
    create table lines (id integer primary key, ingest_id int, order_id int, customer_id int, day int, quantity int, amount int, is_return int, ${ids.map(d => `${d} int`).join(', ')});
    insert into lines
      select null, 1, o.id, c.id, cast(julianday(${date}) - 2440587.5 as integer), ${quantity} * 1000, ${amount}, ${quantity} < 0,
        ${ids.map((_, i) => `v${i}.id`).join(', ')}
      from raw join orders o on o.key = ${order} left join customers c on c.key = ${customer} ${joins.join(' ')};
    create index lines_order on lines (order_id);
    create index lines_customer on lines (customer_id);
    create index lines_day on lines (day);
    update orders set (customer_id, day, lines, revenue, is_return) =
      (select min(customer_id), min(day), count(*), sum(amount), min(is_return) from lines where order_id = orders.id);
    create index orders_customer on orders (customer_id, day);
    create table calendar (day int primary key, month int);
    insert into calendar select distinct day, cast(julianday(date(day + 2440587.5, 'start of month')) - 2440587.5 as integer) from lines;
    create table sums (dimension, month, value, revenue, lines, orders, quantity, returns, without, customers, primary key (dimension, month, value));
    insert into sums select 0, month, 0, ${measures} from lines join calendar using (day) group by month;
    ${sums.join('\n')}
    create table totals (customer_id integer primary key, orders int, revenue int, first_day int, last_day int);
    insert into totals select customer_id, sum(not is_return), sum(revenue), min(day), max(day) from orders where customer_id is not null group by 1;
    create table members as select customer_id, ntile(5) over (order by last_day) r, ntile(5) over (order by orders) f,
      ntile(5) over (order by revenue) m from totals where orders > 0;
    commit;`;
}
