/** Rows that the values show to add up others. */
export interface ProvenTotals {
  /** Their numbers in the file. */
  readonly rows: ReadonlySet<number>;
  /** The column whose sums show it. */
  readonly measure: { readonly index: number; readonly header: string };
  /** Whether they may as well be sales that come to as much by chance. */
  readonly isOpen: boolean;
  /** The texts of one of them. */
  readonly example: string;
}
