/** Questions that the data could answer and nobody has taught us to, and what can be asked instead. */
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
      'Whether a period will beat another is left to you: ask for the forecast, and for the other period.',
    instead: ['sales forecast this year', 'sales compare'],
  },
  {
    words: /\bactive (?:customers|clients|accounts|buyers)(?: (?:do|have|did) we(?: (?:have|got))?)?$/,
    message: 'Active in which time? Say since when they must have ordered.',
    instead: ['number of customers last 90 days', 'number of customers this year'],
  },
  {
    words: new RegExp(
      '\\b(?:biggest|largest|highest|most expensive|worst) (?:single |one |ever )?' +
        '(?:return|refund|credit note)\\b(?! rate)',
    ),
    message: 'Which single return was the largest is not worked out yet; products with the most are.',
    instead: ['top products by refunds', 'sales returns'],
  },
];
