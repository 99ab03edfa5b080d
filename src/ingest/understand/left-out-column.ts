/** Why a column is not used. */
export type WhyLeftOut =
  | 'empty'
  | 'ignored'
  | 'otherDate'
  | 'otherAmount'
  | 'oneValue'
  | 'noGroups'
  | 'numbers'
  | 'manyValues'
  | 'tooMany';

/** A column of the file that nothing is made of. */
export interface LeftOutColumn {
  readonly header: string;
  readonly why: WhyLeftOut;
  /** How many different values it has, where that is why; at most 500 are counted. */
  readonly values?: number;
}
