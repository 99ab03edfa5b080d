import type { Knex } from 'knex';

/** How often a digest run was tried, when it is tried again, and whether somebody was told that it fails: a restart must know. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('digest_runs', t => {
    t.integer('tries').notNullable().defaultTo(0);
    t.string('retry_at');
    t.boolean('told').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('digest_runs', t => t.dropColumns('tries', 'retry_at', 'told'));
}
