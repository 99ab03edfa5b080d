import { KeyTable } from '../../core/collections/key-table.js';
import { connectionOf, knexOf } from './connection.js';
import type { StoreReader, WriteTransaction } from './transaction.js';

/**
 * Numbers keys (order ids, customer ids): the number that the store already has, or the next free one.
 * For one write transaction, which holds the lock, so that no other writer takes the same numbers.
 */
export class KeyNumbers {
  readonly #known = new KeyTable();
  #next: number;
  #last: { readonly id: number; readonly isNew: boolean; readonly key: string | undefined } = {
    id: 0,
    isNew: false,
    key: undefined,
  };
  /** Whether the table was empty, so that nothing needs to be looked up. */
  readonly isEmpty: boolean;
  /** The first number of a new key; lower ones were there before. */
  readonly firstNew: number;

  private constructor(
    private readonly trx: WriteTransaction,
    private readonly table: 'orders' | 'customers',
    next: number,
  ) {
    this.#next = next;
    this.firstNew = next;
    this.isEmpty = next === 1;
  }

  static async of(trx: WriteTransaction, table: 'orders' | 'customers'): Promise<KeyNumbers> {
    return new KeyNumbers(trx, table, await nextId(trx, table));
  }

  /** Looks the keys up in one query. @returns the numbers of those that the store held before */
  async lookUp(keys: Iterable<string>): Promise<number[]> {
    const unknown = [...new Set(keys)].filter(key => !this.#known.has(key));
    if (unknown.length === 0) return [];
    const { knex, dialect } = connectionOf(this.trx);
    const rows: { id: number; key: string }[] = await knex(this.table)
      .select('id', 'key')
      .whereRaw(`key in (${dialect.textList})`, [JSON.stringify(unknown)]);
    for (const row of rows) this.#known.add(row.key, row.id);
    return rows.map(row => row.id);
  }

  /** The number of a key that was looked up or made before. */
  known(key: string): number | undefined {
    return this.#known.get(key);
  }

  /** The key's number; `isNew` if it was given just now. Look the key up first. */
  number(key: string): { readonly id: number; readonly isNew: boolean } {
    // Lines come order by order.
    if (key === this.#last.key) return this.#last;
    const known = this.#known.get(key);
    const id = known ?? this.#next++;
    this.#last = { id, isNew: false, key };
    if (known !== undefined) return this.#last;
    this.#known.add(key, id);
    return { id, isNew: true };
  }
}

/**
 * A copy of a text with memory of its own: a slice keeps all of the text it was cut from in memory, here some
 * hundred kilobytes of file for each key.
 */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** The next free id of a table whose ids are not given by the engine. */
export async function nextId(reader: StoreReader, table: string): Promise<number> {
  const row = await knexOf(reader)(table).max({ most: 'id' }).first();
  return Number(row?.most ?? 0) + 1;
}
