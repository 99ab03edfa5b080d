import type { JoinedCustomer } from '../../../app/customers.js';
import { newTable } from './new-table.js';

/** Who is joined and why, as a table for a terminal. */
export function tiesText(list: readonly JoinedCustomer[]): string {
  if (list.length === 0) return 'No customers are joined, and no two share an e-mail address.';
  const table = newTable(['Customer', 'Known as', 'Joined', 'Because of']);
  for (const one of list) {
    const [first] = one.customers;
    table.push([
      first?.name ?? first?.key ?? '',
      one.customers.map(c => c.key).join('\n'),
      one.isJoined ? 'yes' : 'no',
      reasonsOf(one).join('\n'),
    ]);
  }
  const hint = 'shopkeeper customers split ID takes one apart, customers merge ID ID joins two.';
  return `${table.toString()}\n${hint}`;
}

function reasonsOf({ ties }: JoinedCustomer): string[] {
  const reasons = ties.map(tie =>
    tie.kind === 'email'
      ? `e-mail ${tie.value} (${tie.source ?? 'files'})`
      : `said on ${tie.notedAt.slice(0, 10)}`,
  );
  return [...new Set(reasons)];
}
