import type { Knex } from 'knex';

const INDEXES = { customers_lower_key: 'lower(key)', customers_lower_name: 'lower(name)' } as const;

/**
 * Each question has its words looked up among the ids and names of customers, in any case: without these
 * indexes that reads all customers.
 */
export async function up(knex: Knex): Promise<void> {
  const isPostgres = knex.client.config.client === 'pg';
  // PostgreSQL's usual index refuses long texts; one of hashes does not.
  const kind = isPostgres ? 'using hash' : '';
  for (const [name, column] of Object.entries(INDEXES))
    await knex.raw(`create index ${name} on customers ${kind} (${column})`);
  // It does not use them before it knows how many customers have the same name.
  if (isPostgres) await knex.raw('analyze customers');
}

export async function down(knex: Knex): Promise<void> {
  for (const name of Object.keys(INDEXES)) await knex.raw(`drop index ${name}`);
}
