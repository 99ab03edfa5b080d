/** What an answer was computed from, so that people can check it. */
export interface Basis {
  /** What the question answers, in a few words; undefined if its figures say it. */
  readonly about?: string;
  /** Figures of the answer, and how each is computed. */
  readonly figures: readonly { readonly label: string; readonly formula: string }[];
  /** Order lines that were counted; undefined if the answer is not of one set of lines. */
  readonly lines?: number;
  /** Grows with every change of the data. */
  readonly dataVersion: number;
}
