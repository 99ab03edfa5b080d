import type { Logger } from 'pino';
import { plural } from '../core/answer/format.js';
import { ShopkeeperError } from '../core/errors.js';
import { forgetCustomers, type PersonalData, personalDataOf } from '../ingest/customers/forget.js';
import { raiseDataVersion } from '../store/engine/data-version.js';
import { eraseTraces } from '../store/engine/erase.js';
import type { Store } from '../store/engine/store.js';
import type { WriteTransaction } from '../store/engine/transaction.js';
import { addAuditEntries } from '../store/tables/audit-log.js';
import { customersCalled } from '../store/tables/customers.js';
import { customersLastSeenBefore, NAMING_TABLES } from '../store/tables/forgotten-customers.js';
import { readNote, writeNote } from '../store/tables/store-notes.js';
import { TEXT_TABLES } from '../store/tables/stored-texts.js';

/** Takes personal data of customers out of the store for good; their sales stay. */
export interface Forgetting {
  /**
   * What there is of a customer, named by id or name. Nothing is changed.
   * @throws ShopkeeperError if they are not known, or are one of several of that name
   */
  look(name: string): Promise<PersonalData>;
  /**
   * Forgets the customer of this number. Cannot be undone.
   * @returns whether the store's files are free of it already
   */
  forget(customer: number): Promise<{ readonly isErased: boolean }>;
  /** Writes the store anew, as after forgetting. @returns false where others use it */
  erase(): Promise<boolean>;
  /**
   * Forgets names and addresses of customers who have bought nothing for so many months, once a day at most.
   * @returns how many; undefined where it was done today
   */
  forgetOld(months: number): Promise<number | undefined>;
}

/** @param afterChange brings the segments up to date, in the same transaction */
export function forgetting(
  store: Store,
  { now, today, log }: { readonly now: () => Date; readonly today: () => number; readonly log: Logger },
  afterChange: (trx: WriteTransaction) => Promise<void>,
): Forgetting {
  const erase = () => eraseTraces(store, [...NAMING_TABLES, ...TEXT_TABLES]);
  const change = async (trx: WriteTransaction, ids: readonly number[], kept: 'none' | 'ids of the shop') => {
    const count = await forgetCustomers(trx, ids, kept);
    if (count === 0) return 0;
    await raiseDataVersion(trx);
    await afterChange(trx);
    return count;
  };
  const record = async (detail: string) =>
    addAuditEntries(store, [
      {
        at: now().toISOString(),
        person: null,
        surface: 'server',
        channel: null,
        asked: 'forget',
        outcome: 'changed',
        detail,
        rows: 0,
        hasContacts: false,
      },
    ]);
  return {
    look: name => store.read(async trx => personalDataOf(trx, await oneCalled(trx, name))),
    forget: async customer => {
      await store.write(trx => change(trx, [customer], 'none'));
      await record(`forgot the customer with number ${customer}`);
      return { isErased: await erase() };
    },
    erase,
    forgetOld: async months => {
      const day = today();
      // Asked each minute, and hardly ever true: no reason to wait for whoever writes.
      if ((await readNote(store, 'retention_day')) === String(day)) return undefined;
      const count = await store.write(async trx => {
        if ((await readNote(trx, 'retention_day')) === String(day)) return undefined;
        await writeNote(trx, 'retention_day', String(day));
        return change(trx, await customersLastSeenBefore(trx, monthsBefore(day, months)), 'ids of the shop');
      });
      if (!count) return count;
      log.info({ customers: count, months }, 'contact data of customers who left long ago was removed');
      await record(
        `removed contact data of ${plural(count, 'customer')} without an order for ${months} months`,
      );
      if (!(await erase())) log.warn('what was removed is in the files of the store until it is idle');
      return count;
    },
  };
}

async function oneCalled(reader: Parameters<typeof customersCalled>[0], name: string): Promise<number> {
  const [first, ...more] = await customersCalled(reader, name);
  if (!first)
    throw new ShopkeeperError(
      `There is no customer "${name}".`,
      "Name one by the shop's own id, or by their name where only one has it.",
    );
  if (more.length > 0)
    throw new ShopkeeperError(
      `Several customers are called "${name}".`,
      `Name one by the shop's own id: ${[first, ...more].map(c => c.key).join(', ')}.`,
    );
  return first.id;
}

const DAY_MS = 86_400_000;

/** The day that lies so many months before; the last of a shorter month. */
function monthsBefore(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() - months;
  const [year, of] = [Math.floor(month / 12), month % 12];
  const last = new Date(Date.UTC(year, of + 1, 0)).getUTCDate();
  return Date.UTC(year, of, Math.min(date.getUTCDate(), last)) / DAY_MS;
}
