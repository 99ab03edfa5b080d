import type { Knex } from 'knex';

/**
 * Customers whom somebody had the store forget. `mark` is a keyed hash of an id, a name or an e-mail address
 * that they were known by, from which none of them can be read; `alias` is the id they have since. A file or
 * source that names them again is understood by it, so that their name does not come back.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('forgotten_marks', t => {
    t.string('mark', 64).primary();
    t.text('alias').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('forgotten_marks');
}
