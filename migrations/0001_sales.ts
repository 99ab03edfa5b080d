import type { Knex } from 'knex';

/**
 * The sales tables. Days are days since 1970-01-01, money is minor units, quantities are thousandths, all
 * integers, so that both engines add them exactly. `calendar` turns a day into its periods without a date
 * function that only one engine has. Each dimension has a column `d<id>` on order_lines, added when a file
 * first brings the dimension, that holds the id of its value.
 */
export async function up(knex: Knex): Promise<void> {
  await createIngestsAndCalendar(knex);
  await createDimensionsAndCustomers(knex);
  await createOrders(knex);
  await createSegments(knex);
  await createPostsAndEvents(knex);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'handled_events',
    'digest_runs',
    'segment_members',
    'segment_snapshots',
    'order_lines',
    'orders',
    'customers',
    'dimension_values',
    'dimensions',
    'calendar',
    'ingests',
    'store_state',
  ]) {
    await knex.schema.dropTable(table);
  }
}

async function createIngestsAndCalendar(knex: Knex): Promise<void> {
  await knex.schema.createTable('store_state', t => {
    t.string('key').primary();
    t.bigInteger('value').notNullable();
  });
  await knex('store_state').insert({ key: 'data_version', value: 0 });

  await knex.schema.createTable('ingests', t => {
    t.increments('id');
    t.string('file_name').notNullable();
    t.string('content_hash', 80).notNullable().unique();
    t.string('currency', 3).notNullable();
    t.bigInteger('bytes').notNullable();
    t.integer('rows').notNullable();
    t.integer('lines').notNullable();
    t.integer('refused').notNullable();
    t.integer('orders_replaced').notNullable();
    t.integer('last_order_id');
    t.integer('first_day').notNullable();
    t.integer('last_day').notNullable();
    t.bigInteger('revenue').notNullable();
    t.text('mapping').notNullable();
    t.string('loaded_at').notNullable();
  });

  await knex.schema.createTable('calendar', t => {
    t.integer('day').primary();
    t.integer('week').notNullable();
    t.integer('month').notNullable();
    t.integer('quarter').notNullable();
    t.integer('year').notNullable();
  });
}

async function createDimensionsAndCustomers(knex: Knex): Promise<void> {
  await knex.schema.createTable('dimensions', t => {
    t.integer('id').primary();
    t.string('key').notNullable().unique();
    t.string('label').notNullable();
    t.string('level').notNullable();
    t.text('edges');
    t.string('source_column').notNullable();
  });
  await knex.schema.createTable('dimension_values', t => {
    t.integer('id').primary();
    t.integer('dimension_id').notNullable();
    t.text('value').notNullable();
    t.text('label');
    t.unique(['dimension_id', 'value']);
  });

  await knex.schema.createTable('customers', t => {
    t.integer('id').primary();
    t.text('key').notNullable().unique();
    t.text('name');
    t.text('email');
  });
}

async function createOrders(knex: Knex): Promise<void> {
  await knex.schema.createTable('orders', t => {
    t.integer('id').primary();
    t.text('key').notNullable().unique();
    t.integer('ingest_id').notNullable();
    t.integer('customer_id');
    t.integer('day').notNullable();
    t.integer('lines').notNullable();
    t.bigInteger('revenue').notNullable();
    t.boolean('is_return').notNullable();
  });

  await knex.schema.createTable('order_lines', t => {
    t.integer('id').primary();
    t.integer('ingest_id').notNullable();
    t.integer('order_id').notNullable();
    t.integer('customer_id');
    t.integer('day').notNullable();
    t.bigInteger('quantity').notNullable();
    t.bigInteger('amount').notNullable();
    t.boolean('is_return').notNullable();
  });
  await knex.schema.table('order_lines', t => {
    t.index('order_id');
    t.index('customer_id');
    t.index('day');
  });
  await knex.schema.table('orders', t => {
    t.index(['customer_id', 'day']);
  });
}

async function createSegments(knex: Knex): Promise<void> {
  await knex.schema.createTable('segment_snapshots', t => {
    t.integer('id').primary();
    t.string('map').notNullable();
    t.string('method').notNullable();
    t.integer('as_of').notNullable();
    t.integer('returns_only').notNullable();
    t.text('notes').notNullable();
    t.unique(['map', 'method']);
  });
  await knex.schema.createTable('segment_members', t => {
    t.integer('snapshot_id').notNullable();
    t.integer('customer_id').notNullable();
    t.string('segment').notNullable();
    t.integer('r').notNullable();
    t.integer('f').notNullable();
    t.integer('m').notNullable();
    t.integer('last_day').notNullable();
    t.integer('recency').notNullable();
    t.integer('frequency').notNullable();
    t.bigInteger('monetary').notNullable();
    t.primary(['snapshot_id', 'customer_id']);
  });
}

async function createPostsAndEvents(knex: Knex): Promise<void> {
  await knex.schema.createTable('digest_runs', t => {
    t.string('key').primary();
    t.string('channel').notNullable();
    t.integer('through').notNullable();
    t.string('state').notNullable();
    t.string('claimed_at').notNullable();
    t.string('message_ts');
    t.text('content');
    t.text('problem');
  });
  await knex.schema.createTable('handled_events', t => {
    t.string('id').primary();
    t.bigInteger('handled_at').notNullable();
  });
}
