import type { Knex } from 'knex';

/**
 * The lines that count, column by column (store/columns/), in place of sums by month: any question is one
 * pass over a few columns, whatever its period and filters. They are made from the lines when the store is
 * opened next.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.dropTable('sales_sums');
  await knex.raw('alter table dimensions drop column summarised');
  await knex.schema.createTable('line_chunks', t => {
    t.integer('id').primary();
    t.integer('lines').notNullable();
    t.integer('gone').notNullable().defaultTo(0);
    t.integer('first_day').notNullable();
    t.integer('last_day').notNullable();
  });
  await knex.schema.createTable('line_columns', t => {
    t.integer('chunk_id').notNullable();
    t.string('name').notNullable();
    t.binary('data').notNullable();
    t.primary(['chunk_id', 'name']);
  });
  await knex('store_state').insert({ key: 'last_chunk', value: 0 });
  await knex('store_state').where({ key: 'orders_over_months' }).delete();
  await knex('store_state').where({ key: 'summaries_due' }).update({ value: 1 });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('line_columns');
  await knex.schema.dropTable('line_chunks');
  await knex('store_state').where({ key: 'last_chunk' }).delete();
  await knex('store_state').insert({ key: 'orders_over_months', value: 0 });
  await knex('store_state').where({ key: 'summaries_due' }).update({ value: 1 });
  await knex.schema.alterTable('dimensions', t => {
    t.boolean('summarised').notNullable().defaultTo(true);
  });
  await knex.schema.createTable('sales_sums', t => {
    for (const key of ['dimension_id', 'month', 'value_id']) t.integer(key).notNullable();
    for (const sum of ['revenue', 'quantity']) t.bigInteger(sum).notNullable();
    for (const count of ['lines', 'orders', 'returns', 'lines_without_customer'])
      t.integer(count).notNullable();
    t.text('customers').notNullable();
    t.primary(['dimension_id', 'month', 'value_id']);
  });
}
