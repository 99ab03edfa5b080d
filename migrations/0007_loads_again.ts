import type { Knex } from 'knex';

/**
 * The same content may be loaded more than once: again after later files have replaced some of its orders.
 * `orders_continued` says whether a file's first order continued the last one of the file before, so that it
 * does so again or not again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('ingests', t => {
    t.dropUnique(['content_hash']);
    t.index('content_hash');
    t.integer('orders_continued').notNullable().defaultTo(0);
  });
  // An order has lines of two files at one time only if the later file continued it.
  await knex.raw(`
    update ingests set orders_continued = 1 where id in (
      select max(ingest_id) from (
        select order_id, ingest_id, 0 as replaced_by from order_lines
        union all select order_id, ingest_id, coalesce(replaced_by, 0) from lines_aside
      ) lines group by order_id, replaced_by having min(ingest_id) <> max(ingest_id))`);
}

export async function down(knex: Knex): Promise<void> {
  // Of several loads of the same content only the last one can have its hash: the version before loads it
  // once.
  await knex.raw(`
    update ingests set content_hash = 'loaded again:' || id where exists (
      select 1 from ingests later
      where later.content_hash = ingests.content_hash and later.id > ingests.id)`);
  await knex.schema.alterTable('ingests', t => {
    t.dropColumn('orders_continued');
    t.dropIndex(['content_hash']);
    t.unique(['content_hash']);
  });
}
