import type { Knex } from 'knex';

/**
 * Actions that somebody has started, and the customers of each: those to act on, and those who are held out
 * to compare with. Customers are known by their key, since an undo and a new load may give them another id.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('actions', t => {
    t.increments('id');
    t.string('name').notNullable();
    t.text('question').notNullable();
    t.integer('first_day').notNullable();
    t.integer('last_day').notNullable();
    t.integer('held_out_percent').notNullable();
    t.integer('seed').notNullable();
    t.string('created_by');
    t.string('created_at').notNullable();
  });
  await knex.schema.createTable('action_customers', t => {
    t.integer('action_id').notNullable().references('actions.id').onDelete('CASCADE');
    t.text('customer_key').notNullable();
    t.boolean('is_held_out').notNullable();
    t.primary(['action_id', 'customer_key']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('action_customers');
  await knex.schema.dropTable('actions');
}
