import type { Knex } from 'knex';

/**
 * Replies that Slack has not taken: whom they are for, what they say (JSON), how often they were tried and
 * when next, and whether Slack may have posted one after all. A process that sends one holds it until
 * `held_until`.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('unsent_replies', t => {
    t.string('id').primary();
    t.string('person').notNullable();
    t.text('content').notNullable();
    t.string('created_at').notNullable();
    t.integer('tries').notNullable().defaultTo(0);
    t.boolean('may_be_posted').notNullable();
    t.string('retry_at').notNullable();
    t.string('held_until');
    t.index('retry_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('unsent_replies');
}
