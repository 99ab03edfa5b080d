import { plural } from '../../../core/answer/format.js';
import type { AuditEntry } from '../../../store/tables/audit-log.js';
import { newTable } from './new-table.js';

/** Characters of a question that a terminal has room for. */
const ASKED = 60;

/** Entries of the audit log as a table for a terminal. */
export function auditText(entries: readonly AuditEntry[], days: number): string {
  if (entries.length === 0) return `Nobody asked anything in Slack in the last ${plural(days, 'day')}.`;
  const table = newTable(['When (UTC)', 'Who', 'Where', 'Asked', 'Outcome', 'Rows']);
  for (const entry of entries)
    table.push([
      entry.at.slice(0, 16).replace('T', ' '),
      entry.person ?? '',
      entry.channel ?? entry.surface,
      entry.asked.length > ASKED ? `${entry.asked.slice(0, ASKED)}…` : entry.asked,
      entry.detail !== null && entry.outcome !== 'shown'
        ? `${entry.outcome}: ${entry.detail}`
        : entry.outcome,
      entry.rows,
    ]);
  return table.toString();
}

/** Entries as rows of a CSV file, with a header. */
export const auditRows = (entries: readonly AuditEntry[]): (string | number | null)[][] => [
  ['at', 'person', 'surface', 'channel', 'asked', 'outcome', 'detail', 'rows', 'contacts'],
  ...entries.map(e => [
    e.at,
    e.person,
    e.surface,
    e.channel,
    e.asked,
    e.outcome,
    e.detail,
    e.rows,
    e.hasContacts ? 'yes' : 'no',
  ]),
];
