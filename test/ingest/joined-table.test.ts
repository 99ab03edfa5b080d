import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/ingest/read/sources.js';
import type { Table } from '../../src/ingest/read/table.js';
import { openTable } from '../../src/ingest/understand/plan.js';
import { rolesNamed } from '../../src/ingest/understand/roles-named.js';

describe('a joined table', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'joined-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function open(files: Readonly<Record<string, string>>): Promise<Table> {
    const paths = Object.keys(files).map(name => join(folder, name));
    for (const [i, text] of Object.values(files).entries())
      await writeFile(paths[i]!, text.replaceAll('|', '\n'));
    const [source] = await sourcesOf(paths, openTable, rolesNamed);
    return source!.open();
  }
  const names = (table: Table, columns: readonly number[] | undefined) => columns?.map(i => table.header[i]);
  async function rowsOf(table: Table): Promise<string[]> {
    const rows: string[] = [];
    for await (const batch of table.rows()) for (const { cells } of batch) rows.push(cells.join(','));
    return rows;
  }

  const orders =
    'order_id,date,total,shipping,customer_id|o1,2026-01-05,12.00,2.00,c1|o2,2026-01-06,6.00,1.00,c9';
  const items = 'order_id,sku,qty,price|o1,A,1,4.00|o1,B,2,3.00|o2,A,1,5.00';

  it('says which columns repeat on each line of an order, and which describe what a line names', async () => {
    const table = await open({
      'orders.csv': orders,
      'items.csv': items,
      'customers.csv': 'customer_id,name,total spent|c1,Ana,90.00|c9,Bob,6.00',
      'catalogue.csv': 'sku,title,price|A,Mug,5.00|B,Tea,3.00',
    });
    expect(names(table, table.ofTheOrder)).toEqual(['date', 'total', 'shipping', 'customer_id']);
    expect(names(table, table.lookedUp)?.sort()).toEqual(
      ['Customer name', 'total spent of customer', 'price of catalogue', 'Catalogue title'].sort(),
    );
    expect(await rowsOf(table)).toHaveLength(3);
  });

  it('has no columns of the order where each order has one line', async () => {
    const table = await open({ 'orders.csv': orders, 'items.csv': 'order_id,sku,qty|o1,A,1|o2,B,2' });
    expect(table.ofTheOrder).toEqual([]);
  });

  it('keeps a row with too many cells too long, so that it is refused', async () => {
    const table = await open({ 'orders.csv': orders, 'items.csv': `${items}|o2,C,1,5.00,more,cells` });
    const widths = (await rowsOf(table)).map(row => row.split(',').length - table.header.length);
    expect(widths).toEqual([0, 0, 0, 1]);
  });

  it('reads rows of several parts with the file and row that each stands in', async () => {
    const head = 'order_id,date,amount';
    const table = await open({
      'a.csv': `Sales of January||${head}|o1,2026-01-05,1.00|o2,2026-01-06,2.00`,
      'b.csv': `${head}|o3,2026-02-05,3.00`,
    });
    const places: unknown[] = [];
    for await (const batch of table.rows())
      for (const row of batch) places.push([row.cells[0], table.placeOf?.(row.number)]);
    expect(places).toEqual([
      ['o1', { table: 'a.csv', row: 4 }],
      ['o2', { table: 'a.csv', row: 5 }],
      ['o3', { table: 'b.csv', row: 2 }],
    ]);
  });
});
