import { insertRows } from '../../engine/bulk.js';
import type { ClickHouse } from '../../engine/clickhouse/clickhouse.js';
import { knexOf } from '../../engine/connection.js';
import type { WriteTransaction } from '../../engine/transaction.js';
import { writeValues } from '../../tables/dimension-values.js';
import type { Dimension } from '../../tables/dimensions.js';
import type { ViewPlan } from '../../tables/lines-view.js';
import * as sql from './expressions.js';

/** Numbers what has none yet. A number stays; numbers of a command that was killed are used by the next. */
export async function number(
  clickHouse: ClickHouse,
  base: number,
  plan: ViewPlan,
  dimensions: readonly Dimension[],
): Promise<void> {
  const { orders, customers, values } = sql.idTables(base);
  const texts: readonly (readonly [table: string, keys: readonly string[]])[] = [
    [orders, [sql.textOf(plan.order)]],
    [customers, [sql.customerOf(plan)]],
    [
      values,
      plan.dimensions.map((dimension, i) => {
        const key = sql.keyOfValue((dimensions[i] as Dimension).id, dimension);
        return `if(${sql.dimensionValue(dimension)} = '', '', ${key})`;
      }),
    ],
  ];
  for (const [table, keys] of texts) {
    await clickHouse.command(
      `create table if not exists ${table} (value String, id Int32) engine = Join(Any, Left, value)`,
    );
    for (const key of keys) {
      const highest =
        (await clickHouse.query(`select toInt32(max(id)) as n from ${table}`)).get('n')?.[0] ?? 0;
      await clickHouse.command(
        `insert into ${table} select v, toInt32(rowNumberInAllBlocks() + 1 + ${highest}) from (
           select distinct ${key} as v from ${sql.quotedTable(plan.view)}
           where ${key} != '' and joinGet('${table}', 'id', ${key}) = 0 order by v)`,
      );
    }
  }
}

/** Rows that are fetched at a time. */
const AT_ONCE = 100_000;

/** Texts of a table of ids that are beyond a number, in the order of their ids. */
async function* beyond(
  clickHouse: ClickHouse,
  table: string,
  known: number,
): AsyncGenerator<[number, string][]> {
  for (let from = known; ; from += AT_ONCE) {
    const found = await clickHouse.records(
      `select toString(id), value from ${table} where id > ${from} and id <= ${from + AT_ONCE} order by id`,
    );
    if (found.length > 0) yield found.map(([id, value]) => [Number(id), value ?? '']);
    if (found.length < AT_ONCE) return;
  }
}

/** Names by the numbers of what they are of. */
async function namesBeyond(
  clickHouse: ClickHouse,
  [view, id, name]: readonly [view: string, id: string, name: string],
  known: number,
): Promise<Map<number, string>> {
  const found = await clickHouse.records(
    `select toString(${id} as k), min(${name}) from ${sql.quotedTable(view)}
     where k > ${known} and ${name} != '' group by k`,
  );
  return new Map(found.map(([k, text]) => [Number(k), text ?? '']));
}

/** Writes new customers into the store, with their names. */
export async function noteCustomers(
  trx: WriteTransaction,
  clickHouse: ClickHouse,
  base: number,
  plan: ViewPlan,
): Promise<void> {
  const { customers } = sql.idTables(base);
  const known = Number((await knexOf(trx)('customers').max({ id: 'id' }).first())?.id ?? 0);
  const id = `joinGet('${customers}', 'id', ${sql.customerOf(plan)})`;
  const namesIn = (column: string | undefined) =>
    column === undefined
      ? new Map<number, string>()
      : namesBeyond(clickHouse, [plan.view, id, sql.textOf(column)], known);
  const [names, emails] = [await namesIn(plan.name), await namesIn(plan.email)];
  for await (const found of beyond(clickHouse, customers, known))
    await insertRows(
      trx,
      'customers',
      [
        { name: 'id', type: 'integer' },
        { name: 'key', type: 'text' },
        { name: 'name', type: 'text' },
        { name: 'email', type: 'text' },
      ],
      found.map(([k, key]) => [k, key, names.get(k) ?? null, emails.get(k) ?? null]),
    );
}

/** Writes new values of dimensions into the store, with their labels. */
export async function noteValues(
  trx: WriteTransaction,
  clickHouse: ClickHouse,
  base: number,
  plan: ViewPlan,
  dimensions: readonly Dimension[],
): Promise<void> {
  const { values } = sql.idTables(base);
  const known = Number((await knexOf(trx)('dimension_values').max({ id: 'id' }).first())?.id ?? 0);
  const labels = new Map<number, string>();
  for (const [i, dimension] of plan.dimensions.entries()) {
    if (dimension.labelColumn === undefined) continue;
    const id = `joinGet('${values}', 'id', ${sql.keyOfValue((dimensions[i] as Dimension).id, dimension)})`;
    const label = sql.textOf(dimension.labelColumn);
    for (const [k, text] of await namesBeyond(clickHouse, [plan.view, id, label], known)) labels.set(k, text);
  }
  for await (const found of beyond(clickHouse, values, known))
    await writeValues(
      trx,
      found.map(([id, key]) => {
        const space = key.indexOf(' ');
        return [id, Number(key.slice(0, space)), key.slice(space + 1), labels.get(id) ?? null];
      }),
    );
}
