import type { Knex } from 'knex';

/**
 * The lines that count may be in ClickHouse: a chunk then has a `batch`, under which its lines are there.
 * `lines_table` numbers their table, 0 while they are in the columns of this store. Batches that no chunk has
 * any more are dropped some time later, when nobody reads them.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('line_chunks', t => {
    t.bigInteger('batch');
  });
  await knex.schema.createTable('retired_batches', t => {
    t.bigInteger('batch').primary();
    t.bigInteger('retired_at').notNullable();
  });
  await knex('store_state').insert({ key: 'lines_table', value: 0 });
}

export async function down(knex: Knex): Promise<void> {
  await knex('store_state').where({ key: 'lines_table' }).delete();
  await knex.schema.dropTable('retired_batches');
  await knex('line_chunks').whereNotNull('batch').delete();
  await knex.raw('alter table line_chunks drop column batch');
  // The columns are made from the lines again.
  await knex('store_state').where({ key: 'summaries_due' }).update({ value: 1 });
}
