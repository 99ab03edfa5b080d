import { knexOf } from '../engine/connection.js';
import type { Store } from '../engine/store.js';
import type { StoreReader } from '../engine/transaction.js';

export const AUDIT_OUTCOMES = [
  'shown',
  'exported',
  'refused',
  'not understood',
  'failed',
  'changed',
  'rated',
] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Something that somebody asked or changed, and what became of it. It holds no rows of an answer. */
export interface AuditEntry {
  /** ISO 8601. */
  readonly at: string;
  /** Slack user or bot id. */
  readonly person: string | null;
  /** Where it came from: `command`, `button`, `form`, `mention`, `thread`, `tool`, ... */
  readonly surface: string;
  readonly channel: string | null;
  /** The words, cut to 300 characters. */
  readonly asked: string;
  readonly outcome: AuditOutcome;
  /** What was shown, as it can be asked again, or why it was refused. */
  readonly detail: string | null;
  readonly rows: number;
  /** Whether e-mail addresses were among what was shown. */
  readonly hasContacts: boolean;
}

/** In characters. */
const LONGEST = 300;

/** Adds entries. They wait for a file that is being loaded. */
export const addAuditEntries = (store: Pick<Store, 'write'>, entries: readonly AuditEntry[]): Promise<void> =>
  store.write(async trx => {
    if (entries.length === 0) return;
    await knexOf(trx)('audit_log').insert(
      entries.map(({ rows, hasContacts, asked, detail, ...entry }) => ({
        ...entry,
        asked: asked.slice(0, LONGEST),
        detail: detail?.slice(0, LONGEST) ?? null,
        shown_rows: rows,
        has_contacts: hasContacts,
      })),
    );
  });

/** The entries since a point in time (ISO 8601), the newest first; at most so many. */
export async function listAuditEntries(
  reader: StoreReader,
  { since, limit }: { readonly since: string; readonly limit: number },
): Promise<AuditEntry[]> {
  const rows: (Omit<AuditEntry, 'hasContacts'> & { hasContacts: boolean | number })[] = await knexOf(reader)(
    'audit_log',
  )
    .where('at', '>=', since)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select('at', 'person', 'surface', 'channel', 'asked', 'outcome', 'detail', {
      rows: 'shown_rows',
      hasContacts: 'has_contacts',
    });
  // SQLite keeps truth as a number.
  return rows.map(row => ({ ...row, hasContacts: Boolean(row.hasContacts) }));
}

/** Deletes the entries before a point in time (ISO 8601). */
export const deleteAuditEntries = (store: Pick<Store, 'write'>, before: string): Promise<void> =>
  store.write(async trx => {
    await knexOf(trx)('audit_log').where('at', '<', before).delete();
  });
