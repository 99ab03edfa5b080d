import type { Knex } from 'knex';

/**
 * Payments of sources that do not add to the sales, since a shop's own orders are in the store. `refs` is
 * what the order that was paid may be called in the shop, as a JSON list; `amount` is a decimal as text. A
 * source that has its payments here, `is_matching`, has no orders.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('source_payments', t => {
    t.string('source').notNullable();
    t.text('key').notNullable();
    t.text('refs').notNullable();
    t.integer('day').notNullable();
    t.text('email');
    t.string('status');
    t.text('amount').notNullable();
    t.primary(['source', 'key']);
  });
  await knex.schema.alterTable('sources', t => {
    t.boolean('is_matching').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sources', t => t.dropColumn('is_matching'));
  await knex.schema.dropTable('source_payments');
}
