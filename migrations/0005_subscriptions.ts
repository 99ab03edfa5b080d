import type { Knex } from 'knex';

/**
 * Digests that people have asked for: where to, when, in which zone, of a day, week or month, and of what
 * (`map:eleven country:Spain`).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('digest_subscriptions', t => {
    t.increments('id');
    t.string('channel').notNullable();
    t.string('cron').notNullable();
    t.string('zone').notNullable();
    t.string('grain').notNullable();
    t.text('request').notNullable();
    t.string('created_by');
    t.string('created_at').notNullable();
    t.boolean('paused').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('digest_subscriptions');
}
