import type { Knex } from 'knex';

/**
 * Sources: where data comes from by itself, when, and how far each has been read. A process that reads one
 * holds it by `holder` until `held_until`, and notes its state with the orders of a page in one transaction.
 *
 * `source_orders` has what a source's orders were when they were last written, so that one that did not
 * change costs nothing, and one that is missing in a full reading is found. `source_problems` are orders
 * that could not be read. `source_files` are files that were taken or refused.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sources', t => {
    t.string('name').primary();
    t.string('kind').notNullable();
    t.text('settings').notNullable();
    t.string('schedule').notNullable();
    t.string('cron').notNullable();
    t.string('zone').notNullable();
    t.integer('every_minutes').notNullable();
    t.boolean('is_paused').notNullable().defaultTo(false);
    t.string('added_at').notNullable();
    t.integer('ingest_id');
    t.text('state');
    t.integer('run').notNullable().defaultTo(0);
    t.string('ran_at');
    t.string('fresh_through');
    t.string('swept_at');
    t.string('swept_all_at');
    t.integer('failures').notNullable().defaultTo(0);
    t.string('retry_at');
    t.text('problem');
    t.boolean('is_told').notNullable().defaultTo(false);
    t.text('question');
    t.string('holder');
    t.string('held_until');
  });
  await knex.schema.createTable('source_orders', t => {
    t.string('source').notNullable();
    t.text('key').notNullable();
    t.string('fingerprint').notNullable();
    t.integer('day');
    t.integer('run').notNullable();
    t.primary(['source', 'key']);
  });
  await knex.schema.createTable('source_problems', t => {
    t.string('source').notNullable();
    t.text('key').notNullable();
    t.text('reason').notNullable();
    t.string('since').notNullable();
    t.boolean('is_told').notNullable().defaultTo(false);
    t.primary(['source', 'key']);
  });
  await knex.schema.createTable('source_files', t => {
    t.string('source').notNullable();
    t.text('name').notNullable();
    t.text('version').notNullable();
    t.string('outcome').notNullable();
    t.string('at').notNullable();
    t.primary(['source', 'name']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['source_files', 'source_problems', 'source_orders', 'sources'])
    await knex.schema.dropTable(table);
}
