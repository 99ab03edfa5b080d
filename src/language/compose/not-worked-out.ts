/** Questions that the data could answer and that are not worked out yet, and what can be asked instead. */
interface NotWorkedOut {
  readonly words: RegExp;
  readonly message: string;
  readonly instead: readonly string[];
}

const BEAT = '(?:beat|top|exceed|outdo)';

export const NOT_WORKED_OUT: readonly NotWorkedOut[] = [
  {
    words: new RegExp(
      `\\b(?:will|can|could|going to) (?:we |it |they )?(?:still )?${BEAT}\\b|\\bwill [a-z0-9 ]+ ${BEAT}\\b`,
    ),
    message:
      'Whether one period will beat another is not foretold: ask for the forecast, and compare it yourself.',
    instead: ['sales forecast this year', 'sales compare'],
  },
  {
    words: /\bactive (?:customers|clients|accounts|buyers)(?: (?:do|have|did) we(?: (?:have|got))?)?$/,
    message: 'Active since when? Name the period in which they must have ordered.',
    instead: ['number of customers last 90 days', 'number of customers this year'],
  },
  {
    words: new RegExp(
      '\\b(?:biggest|largest|highest|most expensive|worst) (?:single |one |ever )?' +
        '(?:return|refund|credit note)\\b(?! rate)',
    ),
    message: 'The largest single return cannot be asked for yet; the products with the most returns can.',
    instead: ['top products by refunds', 'sales returns'],
  },
];
