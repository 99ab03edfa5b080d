import type { Knex } from 'knex';

/**
 * Dated exchange rates that a source has brought: a row for each currency and year, with what one unit of the
 * currency was worth in the base currency by day, as fractions (`{"2026-01-05": "10000/10321"}`).
 * `conversions` are the currencies that an ingest's amounts were converted from.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('exchange_rates', t => {
    t.string('source').notNullable();
    t.string('currency').notNullable();
    t.integer('year').notNullable();
    t.string('base').notNullable();
    t.text('worths').notNullable();
    t.primary(['source', 'currency', 'year']);
  });
  await knex.schema.createTable('conversions', t => {
    t.integer('ingest_id').notNullable();
    t.string('currency').notNullable();
    t.primary(['ingest_id', 'currency']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['conversions', 'exchange_rates']) await knex.schema.dropTable(table);
}
