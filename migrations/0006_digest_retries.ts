import type { Knex } from 'knex';

/**
 * What a restart must know of a digest run: since when it is being posted, how often it was tried, when it is
 * tried again, whether somebody was told that it fails or that there was no data; and what it had counted on
 * each day (`ledger`) of which part of the shop (`asked`), so that the next one can say what came in late.
 * And who a subscription is for that comes to somebody alone.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('digest_runs', t => {
    t.string('begun_at');
    t.integer('tries').notNullable().defaultTo(0);
    t.string('retry_at');
    t.boolean('told').notNullable().defaultTo(false);
    t.boolean('reported').notNullable().defaultTo(false);
    t.text('asked');
    t.text('ledger');
  });
  await knex.schema.alterTable('digest_subscriptions', t => {
    t.string('person');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('digest_subscriptions', t => t.dropColumn('person'));
  await knex.schema.alterTable('digest_runs', t =>
    t.dropColumns('begun_at', 'tries', 'retry_at', 'told', 'reported', 'asked', 'ledger'),
  );
}
