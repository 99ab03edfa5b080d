import { ShopkeeperError } from '../../core/errors.js';
import { NUMBER, numberIn } from '../../language/compose/numbers.js';
import type { Alert } from '../compose/digest.js';
import type { DigestGrain } from '../compose/periods.js';

export const ALERT_EXAMPLES = [
  'when a day is out of line by more than 10% and at least $500',
  'when orders of a week are out of line',
  'when a goal is off pace',
];
/** What an alert can watch, as people call it, and the measure of queries that it is. */
const MEASURES: ReadonlyMap<string, string> = new Map([
  ['revenue', 'revenue'],
  ['sales', 'revenue'],
  ['orders', 'orders'],
  ['number of orders', 'orders'],
  ['customers', 'customers'],
  ['number of customers', 'customers'],
  ['new customers', 'new-customers'],
  ['average order', 'average-order'],
  ['average order value', 'average-order'],
  ['aov', 'average-order'],
  ['refund rate', 'return-rate'],
  ['return rate', 'return-rate'],
  ['refunds', 'refunds'],
  ['units', 'units'],
  ['units sold', 'units'],
]);
const MEASURE = [...MEASURES.keys()].sort((a, b) => b.length - a.length).join('|');
const AT_LEAST = '(?:(?:at least|more than|over|above|>=?)\\s*)?';
const AMOUNT = `${AT_LEAST}(?:\\d+(?:[.,]\\d+)?\\s?(?:%|percent\\b)|${NUMBER})`;
const ARTICLE = '(?:(?:a|an|any|one|the|each|every)\\s+)?';
/**
 * `a day is out of line by more than 10% and at least $500`, `orders of a week are out of line`, `a day's
 * average order is out of line`, `refund rate is out of line`, `a goal is off pace`
 */
const ALERT = new RegExp(
  `^${ARTICLE}(?:(?:(?<day>day|week|month)(?:['’]s\\s+(?<own>${MEASURE}))?|` +
    `(?<measure>${MEASURE})(?:\\s+(?:of|in|on|by|per|for)\\s+${ARTICLE}(?<of>day|week|month))?)` +
    `\\s+(?:is|are)\\s+(?:out of line|unusual)` +
    `(?:\\s+by\\s+(?<floor>${AMOUNT}(?:\\s+and\\s+(?:by\\s+)?${AMOUNT})?))?|` +
    `(?<goal>goal)\\s+is\\s+(?:off pace|behind))(?![^\\s,])`,
  'i',
);

/** What an alert says in a text, at its start; undefined if none is there. */
export const alertAt = (
  text: string,
): { readonly said: string; readonly grain?: DigestGrain; readonly isGoal: boolean } | undefined => {
  const found = ALERT.exec(text);
  if (!found) return undefined;
  const grain = grainOf(found);
  return { said: found[0], isGoal: found.groups?.goal !== undefined, ...(grain && { grain }) };
};

/** Undefined of a goal, and of a measure without a period. */
function grainOf({ groups = {} }: RegExpExecArray): DigestGrain | undefined {
  const grain = (groups.day ?? groups.of)?.toLowerCase();
  return grain === 'day' || grain === 'week' || grain === 'month' ? grain : undefined;
}

/**
 * Reads the clause that begins with an alert; undefined if it is a condition.
 * @param usual the period that is meant if the clause names none
 * @throws ShopkeeperError if two floors of the same kind are given
 */
export function readAlert(clause: string, usual: DigestGrain = 'day'): Alert | undefined {
  const found = ALERT.exec(clause.replace(/^only if /i, ''));
  if (!found) return undefined;
  const { groups = {} } = found;
  if (groups.goal) return { kind: 'off pace' };
  const said = (groups.own ?? groups.measure)?.toLowerCase().replace(/\s+/g, ' ');
  const measure = said === undefined ? undefined : MEASURES.get(said);
  const floors = (groups.floor ?? '').split(/\s+and\s+(?:by\s+)?/i).filter(floor => floor !== '');
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
    grain: grainOf(found) ?? usual,
    ...(measure !== undefined && measure !== 'revenue' && { measure }),
    floor: {
      ...(shares[0] !== undefined && { share: percentOf(number(shares[0])) / 100 }),
      ...(amounts[0] !== undefined && { amount: numberIn(number(amounts[0])) }),
    },
  };
}

const percentOf = (text: string): number => Number(text.replace(/\s?(?:%|percent)/, '').replace(',', '.'));
