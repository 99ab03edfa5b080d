import type { LeftOutColumn, WhyLeftOut } from '../understand/left-out-column.js';

const REASONS: Readonly<Record<WhyLeftOut, string>> = {
  empty: 'empty',
  ignored: 'you said so',
  otherDate: 'dates that are not the day of the sale',
  otherAmount: 'money that is not the revenue',
  oneValue: 'the same in every row',
  noGroups: 'contact data, notes, or what the date says already',
  numbers: 'numbers that are no groups',
  manyValues: 'too many different values',
  tooMany: 'there are more columns to break down by than Shopkeeper keeps',
};

/** Why a column is not used. */
export const leftOutReason = ({ why, values }: LeftOutColumn): string =>
  values === undefined ? REASONS[why] : `${REASONS[why]}: ${values >= 500 ? '500 or more' : values}`;
