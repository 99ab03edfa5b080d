import { plural } from '../../../core/answer/format.js';
import type { PersonalData } from '../../../ingest/customers/forget.js';

/** What will be removed of a customer, and what stays. */
export function personalDataText({ customers, orders, values, texts, alike }: PersonalData): string {
  const [one] = customers;
  if (!one) return '';
  const lines = [
    `${one.name ?? one.key} will be forgotten. This cannot be undone.`,
    'Removed:',
    // A customer who is known by name has it as the key as well.
    ...customers.map(
      c => `  customer ${[...new Set([c.key, c.name, c.email])].filter(text => text !== null).join(', ')}`,
    ),
    ...values.map(({ dimension, value }) => `  ${dimension.label}: ${value.label ?? value.value}`),
    ...[...texts].map(([what, count]) => `  the name in ${count === 1 ? '1 of the' : count} ${what}`),
    `Stays: ${plural(orders, 'order')}, of a customer without a name. All figures stay as they are.`,
    'A file or source that names them again does not bring the name back.',
    'Left to you: backups, stores kept aside by a restore, files loaded or exported, messages in Slack.',
  ];
  if (alike.length > 0)
    lines.push(`Others have the same name or e-mail address and stay: ${alike.slice(0, 10).join(', ')}.`);
  return lines.join('\n');
}
