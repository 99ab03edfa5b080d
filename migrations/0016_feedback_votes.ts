import type { Knex } from 'knex';

/** What people think of answers in Slack: one vote for each person and message, with the question. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('feedback_votes', t => {
    t.increments('id');
    t.string('at').notNullable();
    t.string('person').notNullable();
    t.string('channel');
    t.string('message').notNullable();
    t.text('question').notNullable();
    t.boolean('is_helpful').notNullable();
    t.unique(['person', 'message']);
    t.index('at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('feedback_votes');
}
