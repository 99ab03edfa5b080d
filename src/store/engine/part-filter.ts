/** Keeps the lines of some ids in a column, or all others. */
export interface PartFilter {
  readonly column: string;
  readonly ids: ReadonlySet<number>;
  readonly isExcluded: boolean;
}

/** A part of the shop: the lines that pass all filters of at least one of the lists. */
export interface Part {
  /** The same for the same part: what is kept in memory is kept by it. */
  readonly key: string;
  readonly anyOf: readonly (readonly PartFilter[])[];
  /** Customers, by id, who have a line in it. Undefined while they are being looked for, as below. */
  readonly customers?: Uint8Array;
  /** Values of dimensions, by id, that a line in it has. */
  readonly values?: Uint8Array;
}
