import type { Knex } from 'knex';

/**
 * What people answered when a file left open how it is to be read: for files with the same headers (`shape`),
 * the question, and the columns that answer it (JSON).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('mappings', t => {
    t.increments('id');
    t.string('shape').notNullable();
    t.string('question').notNullable();
    t.text('columns').notNullable();
    t.text('headers').notNullable();
    t.string('file_name').notNullable();
    t.string('answered_at').notNullable();
    t.unique(['shape', 'question']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('mappings');
}
