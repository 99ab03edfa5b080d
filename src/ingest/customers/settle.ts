import { comparableEmail } from '../../core/text/email-address.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import {
  customersWithEmail,
  hasEmailTies,
  type KnownCustomer,
  knownCustomers,
  noteTies,
  type StandingTie,
  type Tie,
  tiesSharedBy,
} from '../../store/tables/customer-joins.js';
import { joinCustomers, type OneCustomer } from './join.js';

/**
 * Notes the e-mail addresses of customers whom a load named, and joins those who are one. A store without
 * sources has no ties, and nothing is joined in it: its customers are those that the files name.
 * @param source the source that named them; null for files
 * @returns how many customers were joined to another
 */
export async function settleCustomers(
  trx: WriteTransaction,
  named: Iterable<number>,
  source: string | null,
  now: () => Date,
): Promise<number> {
  const isFirst = !(await hasEmailTies(trx));
  if (isFirst && source === null) return 0;
  const at = now().toISOString();
  const rows = await knownCustomers(trx, named);
  // With the first source, those whom files have named before are compared, too.
  const older = isFirst ? (await customersWithEmail(trx)).filter(c => !rows.some(r => r.id === c.id)) : [];
  await noteTies(trx, [
    ...older.flatMap(customer => tieOf(customer, null, at)),
    ...rows.flatMap(customer => tieOf(customer, source, at)),
  ]);
  const groups = groupsOf(
    await tiesSharedBy(
      trx,
      rows.map(r => r.id),
    ),
  );
  await joinCustomers(trx, groups);
  return groups.reduce((sum, group) => sum + group.length - 1, 0);
}

function tieOf(customer: KnownCustomer, source: string | null, notedAt: string): Tie[] {
  const value = comparableEmail(customer.email);
  return value === undefined ? [] : [{ kind: 'email', value, customer: customer.id, source, notedAt }];
}

/**
 * Which customers are one, by what ties them: everybody who shares a value. Where several customers of files
 * share an address, it is a family's or a company's: files keep their customers, and it does not tell which
 * of them somebody of a source is.
 */
export function groupsOf(ties: readonly StandingTie[]): readonly OneCustomer[] {
  const byValue = new Map<string, StandingTie[]>();
  for (const tie of ties) {
    const key = `${tie.kind}\n${tie.value}`;
    if (!tie.isApart) byValue.set(key, [...(byValue.get(key) ?? []), tie]);
  }
  const group = new Map<number, Set<number>>();
  for (const sharing of byValue.values()) {
    const ofFiles = sharing.filter(t => t.source === null && t.kind === 'email');
    const one = new Set(
      (ofFiles.length > 1 ? sharing.filter(t => !ofFiles.includes(t)) : sharing).map(t => t.root),
    );
    for (const root of [...one]) for (const other of group.get(root) ?? []) one.add(other);
    for (const root of one) group.set(root, one);
  }
  return [...new Set(group.values())].filter(one => one.size > 1).map(one => [...one]);
}
