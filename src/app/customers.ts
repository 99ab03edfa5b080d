import { ShopkeeperError } from '../core/errors.js';
import { joinCustomers, splitCustomer } from '../ingest/customers/join.js';
import { raiseDataVersion } from '../store/engine/data-version.js';
import type { Store } from '../store/engine/store.js';
import type { StoreReader, WriteTransaction } from '../store/engine/transaction.js';
import {
  allTies,
  customersByKey,
  joinedCustomers,
  type KnownCustomer,
  keepApart,
  knownCustomers,
  noteTies,
  type StandingTie,
} from '../store/tables/customer-joins.js';
import { customersCalled } from '../store/tables/customers.js';

/** Joins and splits customers, and says what ties them. */
export interface CustomerJoins {
  /**
   * Joins customers, each named by key or name; the first one stays.
   * @returns who was joined to whom
   * @throws ShopkeeperError if one is not known, or is one of several of that name
   */
  merge(names: readonly string[]): Promise<{ stays: KnownCustomer; joined: readonly KnownCustomer[] }>;
  /**
   * Splits a customer off, named by the key that the file or source has.
   * @returns the customer and whom they were joined to
   * @throws ShopkeeperError if they are not joined to another
   */
  split(key: string): Promise<{ customer: KnownCustomer; from: KnownCustomer }>;
  /** Customers who are joined, with the evidence; and those whom an address could mean, but who are apart. */
  ties(): Promise<readonly JoinedCustomer[]>;
}

/** A customer whom several keys name, or could name. */
export interface JoinedCustomer {
  /**
   * Those who are joined: the first one is the one that the others are joined to. Those who are not, beside.
   */
  readonly customers: readonly KnownCustomer[];
  readonly isJoined: boolean;
  readonly ties: readonly StandingTie[];
}

/** @param afterChange brings the segments up to date, in the same transaction */
export function customerJoins(
  store: Store,
  now: () => Date,
  afterChange: (trx: WriteTransaction) => Promise<void>,
): CustomerJoins {
  const changed = async (trx: WriteTransaction) => {
    await raiseDataVersion(trx);
    await afterChange(trx);
  };
  return {
    merge: names =>
      store.write(async trx => {
        const given: KnownCustomer[] = [];
        for (const name of names) given.push(await oneCalled(trx, name));
        const [stays, ...others] = given.filter((c, i) => given.findIndex(o => o.id === c.id) === i);
        if (!stays || others.length === 0)
          throw new ShopkeeperError(
            'These are one customer already.',
            '`shopkeeper customers ties` lists them.',
          );
        for (const { id } of others) {
          await keepApart(trx, id, false);
          const value = `${Math.min(stays.id, id)}+${Math.max(stays.id, id)}`;
          const tie = { kind: 'hand', value, source: null, notedAt: now().toISOString() } as const;
          await noteTies(
            trx,
            [stays.id, id].map(customer => ({ ...tie, customer })),
          );
        }
        await joinCustomers(trx, [given.map(c => c.id)], stays.id);
        await changed(trx);
        return { stays, joined: others };
      }),
    split: key =>
      store.write(async trx => {
        const [customer] = await customersByKey(trx, [key]);
        if (!customer) throw unknown(key);
        const [from] = customer.joinedTo === null ? [] : await knownCustomers(trx, [customer.joinedTo]);
        if (!from) throw notJoined(customer, await joinedCustomers(trx));
        await keepApart(trx, customer.id, true);
        await splitCustomer(trx, customer.id, from.id);
        await changed(trx);
        return { customer, from };
      }),
    ties: () => store.read(listJoined),
  };
}

async function oneCalled(trx: WriteTransaction, name: string): Promise<KnownCustomer> {
  const [first, ...more] = await customersCalled(trx, name);
  const [known] = first ? await knownCustomers(trx, [first.id]) : [];
  if (!known) throw unknown(name);
  if (more.length === 0) return known;
  const keys = [first, ...more].map(c => c?.key).join(', ');
  throw new ShopkeeperError(
    `Several customers are called "${name}".`,
    `Name one by the shop's own id: ${keys}.`,
  );
}

const unknown = (name: string) =>
  new ShopkeeperError(
    `There is no customer "${name}".`,
    "Name customers by the shop's own id, or by their name where only one has it.",
  );

function notJoined({ id, key }: KnownCustomer, joined: ReadonlyMap<number, number>): ShopkeeperError {
  return [...joined.values()].includes(id)
    ? new ShopkeeperError(
        `Others are joined to "${key}", not the other way round.`,
        'Split one of them off: `shopkeeper customers ties` lists them.',
      )
    : new ShopkeeperError(
        `"${key}" is joined to nobody.`,
        '`shopkeeper customers ties` lists who is joined.',
      );
}

async function listJoined(reader: StoreReader): Promise<readonly JoinedCustomer[]> {
  const ties = await allTies(reader);
  const groups = new Map<number, Set<number>>();
  for (const [id, root] of await joinedCustomers(reader)) {
    const group = groups.get(root) ?? new Set([root]);
    groups.set(root, group.add(id));
  }
  const listed: JoinedCustomer[] = [];
  for (const [root, ids] of groups) {
    const rows = await knownCustomers(reader, ids);
    const customers = [...rows].sort((a, b) => Number(b.id === root) - Number(a.id === root) || a.id - b.id);
    listed.push({ customers, isJoined: true, ties: ties.filter(t => ids.has(t.customer)) });
  }
  for (const shared of sharedButApart(ties)) {
    const customers = await knownCustomers(reader, new Set(shared.map(t => t.customer)));
    listed.push({ customers, isJoined: false, ties: shared });
  }
  return listed;
}

/** Ties of one value that several customers have who are not joined. */
function sharedButApart(ties: readonly StandingTie[]): readonly (readonly StandingTie[])[] {
  const byValue = new Map<string, StandingTie[]>();
  for (const tie of ties.filter(t => t.kind === 'email'))
    byValue.set(tie.value, [...(byValue.get(tie.value) ?? []), tie]);
  return [...byValue.values()].filter(shared => new Set(shared.map(t => t.root)).size > 1);
}
