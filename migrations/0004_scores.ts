import type { Knex } from 'knex';

/**
 * The current scores of all customers, column by column, in place of a row for each: written and read in a
 * few milliseconds. `facts` has the cuts, those of the months before, and who is in no segment. Segments are
 * not kept: they follow from scores by a segment map. Made from the lines when the store is opened next.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.dropTable('segment_members');
  await knex.schema.dropTable('segment_snapshots');
  await knex.schema.createTable('segment_snapshots', t => {
    t.integer('id').primary();
    t.text('method').notNullable();
    t.integer('as_of').notNullable();
    t.text('facts').notNullable();
  });
  await knex.schema.createTable('segment_columns', t => {
    t.integer('snapshot_id').notNullable();
    t.string('name').notNullable();
    t.binary('data').notNullable();
    t.primary(['snapshot_id', 'name']);
  });
  await knex.schema.alterTable('customer_summaries', t => {
    // The day that a file's "days since the last order" were counted on.
    t.integer('counted_on');
  });
  await knex('store_state').where({ key: 'summaries_due' }).update({ value: 1 });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table customer_summaries drop column counted_on');
  await knex.schema.dropTable('segment_columns');
  await knex.schema.dropTable('segment_snapshots');
  await knex.schema.createTable('segment_snapshots', t => {
    t.integer('id').primary();
    for (const key of ['map', 'method']) t.string(key).notNullable();
    for (const key of ['as_of', 'returns_only']) t.integer(key).notNullable();
    t.text('notes').notNullable();
    t.unique(['map', 'method']);
  });
  await knex.schema.createTable('segment_members', t => {
    for (const key of ['snapshot_id', 'customer_id']) t.integer(key).notNullable();
    t.string('segment').notNullable();
    for (const key of ['r', 'f', 'm', 'last_day', 'recency', 'frequency']) t.integer(key).notNullable();
    t.bigInteger('monetary').notNullable();
    t.primary(['snapshot_id', 'customer_id']);
  });
  await knex('store_state').where({ key: 'summaries_due' }).update({ value: 1 });
}
