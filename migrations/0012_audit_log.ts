import type { Knex } from 'knex';

/**
 * Who asked what, and what became of it: when, the person or bot, on which surface and in which channel, the
 * words, the outcome with its reason, how many rows were shown, and whether contact data was among them.
 *
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_log', t => {
    t.increments('id');
    t.string('at').notNullable();
    t.string('person');
    t.string('surface').notNullable();
    t.string('channel');
    t.text('asked').notNullable();
    t.string('outcome').notNullable();
    t.text('detail');
    t.integer('shown_rows').notNullable().defaultTo(0);
    t.boolean('has_contacts').notNullable().defaultTo(false);
    t.index('at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('audit_log');
}
