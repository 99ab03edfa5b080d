import { nameRemover, type RemovedPerson } from '../../core/text/name-remover.js';
import { refreshOrderColumns } from '../../store/lines/index.js';
import type { StoreReader, WriteTransaction } from '../../store/engine/transaction.js';
import { type KnownCustomer, knownCustomers, ordersOfCustomers } from '../../store/tables/customer-joins.js';
import { type Dimension, listDimensions } from '../../store/tables/dimensions.js';
import {
  anonymiseCustomers,
  keepMarks,
  othersCalled,
  withJoined,
} from '../../store/tables/forgotten-customers.js';
import { replaceValues, type ValueOfCustomer, valuesOfCustomers } from '../../store/tables/line-values.js';
import { changeTexts, countChangedTexts } from '../../store/tables/stored-texts.js';
import { isNamedByKey, isPersonalIn, namesOf, REMOVED } from './personal-values.js';

/** Which ids customers keep: `none`, or those of the shop, but for names and addresses. */
export type KeptIds = 'none' | 'ids of the shop';

/** What the store has of customers that is to be forgotten. */
export interface PersonalData {
  /** The number of the one whom the others are joined to. */
  readonly customer: number;
  /** Those who are forgotten, with everybody who is joined to them. */
  readonly customers: readonly KnownCustomer[];
  readonly orders: number;
  /** Values on their lines that say who they are. */
  readonly values: readonly { readonly dimension: Dimension; readonly value: ValueOfCustomer }[];
  /** Texts that name them, by what they are. */
  readonly texts: ReadonlyMap<string, number>;
  /** Ids of others with the same name or e-mail address, who are not forgotten. */
  readonly alike: readonly string[];
}

/** Looks up what the store has of a customer. */
export async function personalDataOf(reader: StoreReader, customer: number): Promise<PersonalData> {
  const joined = await knownCustomers(reader, await withJoined(reader, [customer]));
  const customers = [...joined].sort((a, b) => Number(b.id === customer) - Number(a.id === customer));
  const ids = customers.map(c => c.id);
  return {
    customer,
    customers,
    orders: (await ordersOfCustomers(reader, ids)).length,
    values: await personalValues(reader, customers),
    texts: await countChangedTexts(reader, nameRemover(customers.map(c => personOf(c, 'none')))),
    alike: await othersCalled(reader, ids, customers.flatMap(namesOf)),
  };
}

/**
 * Forgets customers within a write transaction: no name, no address and no text says who they are. Their
 * lines stay, and all figures with them. Cannot be undone.
 * @returns how many customers were forgotten
 */
export async function forgetCustomers(
  trx: WriteTransaction,
  ids: readonly number[],
  kept: KeptIds,
): Promise<number> {
  const customers = await knownCustomers(trx, await withJoined(trx, ids));
  if (customers.length === 0) return 0;
  await removeValues(trx, await personalValues(trx, customers));
  await changeTexts(trx, nameRemover(customers.map(c => personOf(c, kept))));
  const marked = customers.filter(c => aliasOf(c, kept) !== c.key);
  await keepMarks(
    trx,
    marked.flatMap(c =>
      [c.key, ...(kept === 'none' ? namesOf(c) : [])].map(text => ({ text, alias: aliasOf(c, kept) })),
    ),
  );
  await anonymiseCustomers(
    trx,
    customers.map(c => ({ id: c.id, key: c.key, alias: aliasOf(c, kept) })),
  );
  return customers.length;
}

const FORGOTTEN = /^forgotten-\d+$/;

const aliasOf = (customer: KnownCustomer, kept: KeptIds): string =>
  FORGOTTEN.test(customer.key) || (kept === 'ids of the shop' && !isNamedByKey(customer))
    ? customer.key
    : `forgotten-${customer.id}`;

function personOf(customer: KnownCustomer, kept: KeptIds): RemovedPerson {
  const { key } = customer;
  const alias = aliasOf(customer, kept);
  const names = namesOf(customer);
  return isNamedByKey(customer)
    ? { names: [...names, key], ids: [], alias }
    : { names, ids: alias === key ? [] : [key], alias };
}

async function personalValues(
  reader: StoreReader,
  customers: readonly KnownCustomer[],
): Promise<PersonalData['values']> {
  const known = new Map<number, KnownCustomer[]>();
  for (const customer of customers) {
    const root = customer.joinedTo ?? customer.id;
    known.set(root, [...(known.get(root) ?? []), customer]);
  }
  const found: { dimension: Dimension; value: ValueOfCustomer }[] = [];
  for (const dimension of await listDimensions(reader)) {
    const isPersonal = isPersonalIn(dimension);
    for (const value of await valuesOfCustomers(reader, dimension, [...known.keys()])) {
      if (value.value !== REMOVED && isPersonal(value, known.get(value.customer) ?? []))
        found.push({ dimension, value });
    }
  }
  return found;
}

async function removeValues(trx: WriteTransaction, values: PersonalData['values']): Promise<void> {
  if (values.length === 0) return;
  for (const dimension of new Set(values.map(v => v.dimension))) {
    const own = values.filter(v => v.dimension === dimension);
    await replaceValues(
      trx,
      dimension,
      own.map(v => v.value),
      REMOVED,
    );
  }
  const orders = await ordersOfCustomers(trx, new Set(values.map(v => v.value.customer)));
  await refreshOrderColumns(trx, await listDimensions(trx), new Set(orders));
}
