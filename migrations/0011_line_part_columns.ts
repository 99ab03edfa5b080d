import type { Knex } from 'knex';

const PARTS = ['discount', 'tax', 'shipping', 'tip', 'cost'] as const;

/**
 * Discount, tax, shipping, tip and cost of the lines as columns as well (store/columns/), so that they can be
 * asked for. Columns are rebuilt from the lines when the store is opened next, unless no line has any.
 */
export async function up(knex: Knex): Promise<void> {
  const withParts = knex('order_lines').select('id');
  for (const part of PARTS) withParts.orWhereNotNull(part);
  if (await withParts.first()) await knex('store_state').where({ key: 'summaries_due' }).update({ value: 1 });
}

export async function down(knex: Knex): Promise<void> {
  await knex('line_columns')
    .whereIn('name', ['parts', ...PARTS])
    .delete();
}
