import type { Knex } from 'knex';
import { insertRows } from './bulk.js';
import type { BulkColumn, Dialect } from './dialect.js';
import { ownCopy } from './keys.js';

const COLUMNS: readonly BulkColumn[] = [
  { name: 'id', type: 'integer' },
  { name: 'dimension_id', type: 'integer' },
  { name: 'value', type: 'text' },
  { name: 'label', type: 'text' },
];

/** Gives the values of one dimension their numbers, within one transaction; what is new is kept until `save`. */
export class ValueNumbers {
  readonly #changed = new Map<string, { readonly id: number; readonly label: string | null }>();

  /** Lines that follow each other often have the same value. */
  #last: string | undefined;
  #lastLabel: string | null = null;
  #lastId = 0;

  private constructor(
    private readonly dimensionId: number,
    private readonly known: Map<string, { id: number; label: string | null }>,
    private readonly counter: { next: number },
  ) {}

  /** @param counter the next free id, shared by all dimensions of the load */
  static async of(trx: Knex, dimensionId: number, counter: { next: number }): Promise<ValueNumbers> {
    const rows: { id: number; value: string; label: string | null }[] = await trx('dimension_values')
      .where({ dimension_id: dimensionId })
      .select('id', 'value', 'label');
    return new ValueNumbers(
      dimensionId,
      new Map(rows.map(r => [r.value, { id: r.id, label: r.label }])),
      counter,
    );
  }

  /** The value's number. A label is taken where the value had none: a later file may be the first to name a product. */
  number({ value, label }: { readonly value: string; readonly label: string | null }): number {
    if (value === this.#last && label === this.#lastLabel) return this.#lastId;
    this.#lastId = this.#lookUp(value, label);
    this.#last = value;
    this.#lastLabel = label;
    return this.#lastId;
  }

  #lookUp(value: string, label: string | null): number {
    const known = this.known.get(value);
    if (known && (label === null || known.label !== null)) return known.id;
    const entry = { id: known?.id ?? this.counter.next++, label: label === null ? null : ownCopy(label) };
    const own = ownCopy(value);
    this.known.set(own, entry);
    this.#changed.set(own, entry);
    return entry.id;
  }

  /** Writes what is new. */
  async save(trx: Knex, dialect: Dialect): Promise<void> {
    const rows = [...this.#changed].map(([value, { id, label }]) => [id, this.dimensionId, value, label]);
    await insertRows(trx, dialect, 'dimension_values', COLUMNS, rows, { key: ['id'], update: ['label'] });
  }
}
