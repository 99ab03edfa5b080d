import type { Knex } from 'knex';

const TABLES = ['order_lines', 'lines_aside'] as const;
const PARTS = ['discount', 'tax', 'shipping', 'tip', 'cost'] as const;

/**
 * What files say beside a line's revenue, in minor units; null where they do not. Lines that were called off
 * are archived as `cancelled`: they do not count, whatever statuses the shop excludes.
 */
export async function up(knex: Knex): Promise<void> {
  for (const table of TABLES)
    await knex.schema.alterTable(table, t => {
      for (const part of PARTS) t.bigInteger(part);
    });
  await knex.schema.alterTable('lines_aside', t => {
    t.boolean('cancelled').notNullable().defaultTo(false);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('lines_aside', t => {
    t.dropColumn('cancelled');
  });
  for (const table of TABLES)
    await knex.schema.alterTable(table, t => {
      for (const part of PARTS) t.dropColumn(part);
    });
}
