import { knexOf } from '../engine/connection.js';
import type { StoreReader, WriteTransaction } from '../engine/transaction.js';

interface Texts {
  /** What a person calls a row of it. */
  readonly what: string;
  readonly keys: readonly string[];
  readonly columns: readonly string[];
}

/** Where the store keeps words of people, questions and messages, in which a customer may be named. */
const TEXTS: Readonly<Record<string, Texts>> = {
  audit_log: { what: 'entries of the audit log', keys: ['id'], columns: ['asked', 'detail'] },
  feedback_votes: { what: 'votes', keys: ['id'], columns: ['question'] },
  goals: { what: 'goals', keys: ['id'], columns: ['query'] },
  actions: { what: 'actions', keys: ['id'], columns: ['question'] },
  digest_subscriptions: { what: 'digest subscriptions', keys: ['id'], columns: ['request'] },
  digest_runs: {
    what: 'digests',
    keys: ['key'],
    columns: ['content', 'problem', 'asked', 'ledger'],
  },
  unsent_replies: { what: 'answers not delivered yet', keys: ['id'], columns: ['content'] },
  sources: { what: 'sources', keys: ['name'], columns: ['problem', 'question'] },
  source_problems: { what: 'orders set aside', keys: ['source', 'key'], columns: ['reason'] },
  ingests: { what: 'loads', keys: ['id'], columns: ['mapping'] },
};

/** Rows read at a time. */
const AT_ONCE = 1_000;

/**
 * Goes through all stored texts.
 * @returns how many rows a change would alter, by what they are
 */
export async function countChangedTexts(
  reader: StoreReader,
  change: (text: string) => string,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [table, texts] of Object.entries(TEXTS)) {
    let count = 0;
    for await (const changed of changedRows(reader, table, texts, change)) if (changed) count++;
    if (count > 0) counts.set(texts.what, count);
  }
  return counts;
}

/** Changes all stored texts. */
export async function changeTexts(trx: WriteTransaction, change: (text: string) => string): Promise<void> {
  for (const [table, texts] of Object.entries(TEXTS))
    for await (const { where, values } of changedRows(trx, table, texts, change))
      await knexOf(trx)(table).where(where).update(values);
}

/** The tables that `changeTexts` changes. */
export const TEXT_TABLES: readonly string[] = Object.keys(TEXTS);

async function* changedRows(
  reader: StoreReader,
  table: string,
  { keys, columns }: Texts,
  change: (text: string) => string,
): AsyncGenerator<{ where: Record<string, unknown>; values: Record<string, string> }> {
  for (let offset = 0; ; offset += AT_ONCE) {
    const rows: Record<string, unknown>[] = await knexOf(reader)(table)
      .orderBy([...keys])
      .limit(AT_ONCE)
      .offset(offset)
      .select([...keys, ...columns]);
    for (const row of rows) {
      const values: Record<string, string> = {};
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        const changed = change(text);
        if (changed !== text) values[column] = changed;
      }
      if (Object.keys(values).length > 0)
        yield { where: Object.fromEntries(keys.map(key => [key, row[key]])), values };
    }
    if (rows.length < AT_ONCE) return;
  }
}
