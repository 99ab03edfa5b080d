import { ShopkeeperError } from '../../core/errors.js';
import { NUMBER, numberIn } from '../../language/compose/numbers.js';
import type { Alert } from '../compose/digest.js';
import type { DigestGrain } from '../compose/periods.js';

export const ALERT_EXAMPLES = [
  'when a day is out of line by more than 10% and at least $500',
  'when a goal is off pace',
];
const AT_LEAST = '(?:(?:at least|more than|over|above|>=?)\\s*)?';
const AMOUNT = `${AT_LEAST}(?:\\d+(?:[.,]\\d+)?\\s?(?:%|percent\\b)|${NUMBER})`;
/** `a day is out of line by more than 10% and at least $500`, `a goal is off pace` */
const ALERT = new RegExp(
  `^(?:(?:a|an|any|one|the)\\s+)?(?:(day|week|month)\\s+is\\s+(?:out of line|unusual)` +
    `(?:\\s+by\\s+(${AMOUNT}(?:\\s+and\\s+(?:by\\s+)?${AMOUNT})?))?|` +
    `goal\\s+is\\s+(?:off pace|behind))(?![^\\s,])`,
  'i',
);

/** What an alert says in a text, at its start; undefined if none is there. */
export const alertAt = (
  text: string,
): { readonly said: string; readonly grain?: DigestGrain } | undefined => {
  const found = ALERT.exec(text);
  if (!found) return undefined;
  const grain = found[1]?.toLowerCase();
  return {
    said: found[0],
    ...((grain === 'day' || grain === 'week' || grain === 'month') && { grain }),
  };
};

/**
 * Reads the clause that begins with an alert; undefined if it is a condition.
 * @throws ShopkeeperError if two floors of the same kind are given
 */
export function readAlert(clause: string): Alert | undefined {
  const found = ALERT.exec(clause.replace(/^only if /i, ''));
  if (!found) return undefined;
  const grain = alertAt(found[0])?.grain;
  if (!grain) return { kind: 'off pace' };
  const floors = (found[2] ?? '').split(/\s+and\s+(?:by\s+)?/i).filter(floor => floor !== '');
  const isShare = (floor: string) => /%|percent/i.test(floor);
  const [shares, amounts] = [floors.filter(isShare), floors.filter(floor => !isShare(floor))];
  if (shares.length > 1 || amounts.length > 1)
    throw new ShopkeeperError(
      `"${found[0]}" has two floors of the same kind.`,
      `Give a percentage, an amount, or one of each: ${ALERT_EXAMPLES[0]}`,
    );
  const number = (floor: string) => floor.replace(new RegExp(`^${AT_LEAST}`, 'i'), '').toLowerCase();
  return {
    kind: 'out of line',
    grain,
    floor: {
      ...(shares[0] !== undefined && { share: percentOf(number(shares[0])) / 100 }),
      ...(amounts[0] !== undefined && { amount: numberIn(number(amounts[0])) }),
    },
  };
}

const percentOf = (text: string): number => Number(text.replace(/\s?(?:%|percent)/, '').replace(',', '.'));
