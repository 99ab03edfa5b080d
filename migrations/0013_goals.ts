import type { Knex } from 'knex';

/** Goals: a measure, days and filters as the text of a query, with what is to be reached. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('goals', t => {
    t.increments('id');
    t.text('query').notNullable();
    t.string('created_by');
    t.string('created_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('goals');
}
