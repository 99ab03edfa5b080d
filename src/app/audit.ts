import type { Logger } from 'pino';
import type { Store } from '../store/engine/store.js';
import { type AuditEntry, addAuditEntries, deleteAuditEntries } from '../store/tables/audit-log.js';
import { deleteVotes } from '../store/tables/feedback-votes.js';

/** Records who asked what. Nobody waits for it: entries are written together, and after a file is loaded. */
export interface AuditLog {
  record(entry: Omit<AuditEntry, 'at'>): void;
  /** Resolves when all that was recorded is in the store, or could not be written, which the log says. */
  written(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** @param keepDays entries are deleted after so many days; 0 keeps them for good */
export function auditLog(
  store: Store,
  { log, now, keepDays }: { readonly log: Logger; readonly now: () => Date; readonly keepDays: number },
): AuditLog {
  let waiting: AuditEntry[] = [];
  let writing: Promise<void> = Promise.resolve();
  let lastDay = '';
  const write = async () => {
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    try {
      await addAuditEntries(store, entries);
      const today = now().toISOString().slice(0, 10);
      if (keepDays > 0 && today !== lastDay) {
        const before = new Date(now().getTime() - keepDays * DAY_MS).toISOString();
        await deleteAuditEntries(store, before);
        await deleteVotes(store, before);
        lastDay = today;
      }
    } catch (error) {
      log.error({ err: error, entries: entries.length }, 'the audit log could not be written');
    }
  };
  return {
    record: entry => {
      // A store that cannot be written to answers questions still.
      if (store.access !== 'writable') return;
      waiting.push({ ...entry, at: now().toISOString() });
      // What comes while a write is under way goes with the next one.
      if (waiting.length === 1) writing = writing.then(write);
    },
    written: () => writing,
  };
}
