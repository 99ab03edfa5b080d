import type { Knex } from 'knex';

/**
 * What follows from the order lines, kept beside them, and lines that are kept but not counted.
 *
 * `sales_sums` has a row for each value of a dimension (id 0: all sales) and month; value 0 is "no value".
 * Its `customers` are the ids of the customers on those lines (core/collections/id-set.ts), so that distinct
 * customers can be counted over several months. `customer_totals` is a row for each customer with lines.
 * `lines_aside` holds archived lines: those that a later file replaced (`replaced_by`), and those whose
 * status the shop excludes (null).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sales_sums', t => {
    t.integer('dimension_id').notNullable();
    t.integer('value_id').notNullable();
    t.integer('month').notNullable();
    t.bigInteger('revenue').notNullable();
    t.integer('lines').notNullable();
    t.integer('orders').notNullable();
    t.bigInteger('quantity').notNullable();
    t.integer('returns').notNullable();
    t.integer('lines_without_customer').notNullable();
    t.text('customers').notNullable();
    t.primary(['dimension_id', 'month', 'value_id']);
  });
  await knex.schema.createTable('customer_totals', t => {
    t.integer('customer_id').primary();
    t.integer('orders').notNullable();
    t.bigInteger('revenue').notNullable();
    t.integer('first_day');
    t.integer('last_day');
  });
  await knex.schema.createTable('customer_summaries', t => {
    t.integer('ingest_id').notNullable();
    t.integer('customer_id').notNullable();
    t.integer('orders').notNullable();
    t.bigInteger('revenue').notNullable();
    t.integer('last_day').notNullable();
    t.primary(['ingest_id', 'customer_id']);
    t.index('customer_id');
  });
  const dimensions: { id: number }[] = await knex('dimensions').select('id').orderBy('id');
  await knex.schema.createTable('lines_aside', t => {
    t.integer('id').primary();
    t.integer('ingest_id').notNullable();
    t.integer('order_id').notNullable();
    t.integer('customer_id');
    t.integer('day').notNullable();
    t.bigInteger('quantity').notNullable();
    t.bigInteger('amount').notNullable();
    t.boolean('is_return').notNullable();
    t.integer('replaced_by');
    for (const { id } of dimensions) t.integer(`d${id}`);
    t.index('order_id');
    t.index('customer_id');
    t.index('ingest_id');
    t.index('replaced_by');
  });
  await knex.schema.createTable('store_notes', t => {
    t.string('key').primary();
    t.text('value').notNullable();
  });
  await knex.schema.alterTable('dimensions', t => {
    t.boolean('summarised').notNullable().defaultTo(true);
  });
  await knex.schema.alterTable('ingests', t => {
    t.string('kind').notNullable().defaultTo('sales');
    t.integer('excluded').notNullable().defaultTo(0);
    t.integer('duplicates').notNullable().defaultTo(0);
  });
  await knex('store_state').insert([
    // A store from before has lines but no summaries: they are made when it is opened next.
    { key: 'summaries_due', value: 1 },
    { key: 'orders_over_months', value: 0 },
  ]);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['store_notes', 'lines_aside', 'customer_summaries', 'customer_totals', 'sales_sums']) {
    await knex.schema.dropTable(table);
  }
  await knex('store_state').whereIn('key', ['summaries_due', 'orders_over_months']).delete();
  await knex.schema.alterTable('dimensions', t => {
    t.dropColumn('summarised');
  });
  await knex.schema.alterTable('ingests', t => {
    t.dropColumns('kind', 'excluded', 'duplicates');
  });
}
