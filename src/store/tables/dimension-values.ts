import { IdSet } from '../../core/collections/id-set.js';
import { KeyTable } from '../../core/collections/key-table.js';
import { insertRows } from '../engine/bulk.js';
import { connectionOf, knexOf } from '../engine/connection.js';
import type { BulkColumn } from '../engine/dialect.js';
import type { WriteTransaction } from '../engine/transaction.js';

const COLUMNS: readonly BulkColumn[] = [
  { name: 'id', type: 'integer' },
  { name: 'dimension_id', type: 'integer' },
  { name: 'value', type: 'text' },
  { name: 'label', type: 'text' },
];

interface Value {
  readonly value: string;
  readonly label: string | null;
}

/** A value as it is to be written: id, dimension, value, label. */
export type ValueRow = readonly [number, number, string, string | null];

/**
 * Numbers the values of one dimension, within one write transaction; new ones are collected until `takeNews`.
 */
export class ValueNumbers {
  readonly #known = new KeyTable();
  readonly #labelled = new IdSet();
  #news = new Map<number, ValueRow>();

  /** Lines that follow each other often have the same value. */
  #last: string | undefined;
  #lastLabel: string | null = null;
  #lastId = 0;

  private constructor(
    private readonly dimensionId: number,
    private readonly counter: { next: number },
    /** Whether the store had no value of the dimension, so that nothing needs to be looked up. */
    private readonly isEmpty: boolean,
  ) {}

  /** @param counter the next free id, shared by all dimensions of the load */
  static async of(
    trx: WriteTransaction,
    dimensionId: number,
    counter: { next: number },
  ): Promise<ValueNumbers> {
    const any = await knexOf(trx)('dimension_values').where({ dimension_id: dimensionId }).first('id');
    return new ValueNumbers(dimensionId, counter, any === undefined);
  }

  /** Looks values up in one query, before their numbers are asked for. */
  async lookUp(trx: WriteTransaction, values: Iterable<string>): Promise<void> {
    if (this.isEmpty) return;
    const unknown = [...new Set(values)].filter(value => !this.#known.has(value));
    if (unknown.length === 0) return;
    const rows: { id: number; value: string; label: string | null }[] = await knexOf(trx)('dimension_values')
      .where({ dimension_id: this.dimensionId })
      .whereRaw(`value in (${connectionOf(trx).dialect.textList})`, [JSON.stringify(unknown)])
      .select('id', 'value', 'label');
    for (const { id, value, label } of rows) {
      this.#known.add(value, id);
      if (label !== null) this.#labelled.add(id);
    }
  }

  /**
   * The value's number. If the value had no label, it gets this one: a later file may be the first with
   * names.
   */
  number({ value, label }: Value): number {
    if (value === this.#last && label === this.#lastLabel) return this.#lastId;
    this.#lastId = this.#numberOf(value, label);
    this.#last = value;
    this.#lastLabel = label;
    return this.#lastId;
  }

  #numberOf(value: string, label: string | null): number {
    const known = this.#known.get(value);
    if (known !== undefined && (label === null || this.#labelled.has(known))) return known;
    const id = known ?? this.counter.next++;
    if (known === undefined) this.#known.add(value, id);
    if (label !== null) this.#labelled.add(id);
    this.#news.set(id, [id, this.dimensionId, value, label]);
    return id;
  }

  /** The rows that came up since this was asked last. */
  takeNews(): ValueRow[] {
    const news = [...this.#news.values()];
    this.#news = new Map();
    return news;
  }
}

/** Writes values that are new or have a label now. */
export const writeValues = (trx: WriteTransaction, rows: readonly ValueRow[]): Promise<void> =>
  insertRows(trx, 'dimension_values', COLUMNS, rows, { key: ['id'], update: ['label'] });
