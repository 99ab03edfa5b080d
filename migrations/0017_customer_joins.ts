import type { Knex } from 'knex';

/**
 * One customer under several keys. Each key stays a row of `customers`; `joined_to` is the customer that it
 * is joined to, whose id its lines then have, and `known_as` on a line is the one that its file or source
 * named. `customer_ties` is the evidence: what several keys have in common, and where it was seen. A
 * customer `is_apart` whom a person split off: no evidence joins them again. Nothing is joined by this
 * migration.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('customers', t => {
    t.integer('joined_to');
    t.boolean('is_apart').notNullable().defaultTo(false);
  });
  for (const table of ['order_lines', 'lines_aside', 'customer_summaries'])
    await knex.schema.alterTable(table, t => {
      t.integer('known_as');
    });
  await knex.schema.createTable('customer_ties', t => {
    t.string('kind').notNullable();
    t.text('value').notNullable();
    t.integer('customer_id').notNullable();
    t.string('source');
    t.string('noted_at').notNullable();
    t.primary(['kind', 'value', 'customer_id']);
    t.index('customer_id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('customer_ties');
  for (const table of ['order_lines', 'lines_aside', 'customer_summaries']) {
    await knex.raw(`update ${table} set customer_id = known_as where known_as is not null`);
    await knex.raw(`alter table ${table} drop column known_as`);
  }
  for (const column of ['joined_to', 'is_apart'])
    await knex.raw(`alter table customers drop column ${column}`);
  // Totals, scores and columns follow from the lines.
  await knex('store_state').where({ key: 'summaries_due' }).update({ value: 1 });
}
