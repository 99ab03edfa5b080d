import type { AnswerParts, Column, Row } from '../../core/answer/answer.js';
import { type Format, plural } from '../../core/answer/format.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { isAhead } from '../../measures/lifetime-value.js';
import { leavingWords, monthsWords, trustOf, trustWords, unfitWords } from '../segments/ahead.js';
import type { Risk } from '../segments/risk.js';
import type { ChosenAction, ChosenActions } from './chosen.js';
import { type ActionKind, adviceOf } from './kinds.js';

const COLUMNS: readonly Column[] = [
  { key: 'action', label: 'Action', unit: 'text' },
  { key: 'customers', label: 'Customers', unit: 'count' },
  { key: 'atStake', label: 'At stake', unit: 'money' },
  { key: 'expected', label: 'Expected', unit: 'money' },
  { key: 'revenue', label: 'Spent so far', unit: 'money' },
  { key: 'impact', label: 'Why', unit: 'text', secondary: true },
  { key: 'next', label: 'What to do', unit: 'text', secondary: true },
  { key: 'name', label: 'Start it as', unit: 'text', secondary: true },
];

/**
 * The parts of the answer that are about actions chosen by figures.
 * @param within for which customers of the shop, as a question says it
 */
export function chosenParts(
  { actions, risk }: ChosenActions,
  format: Format,
  within: string,
): Pick<AnswerParts, 'headline' | 'columns' | 'rows' | 'observations' | 'actions' | 'notes'> {
  const hasStakes = isAhead(risk.ahead) && risk.ahead.fit.model.showsLeaving;
  const months = monthsOf(risk);
  return {
    headline: chosenHeadline({ actions, risk }, format),
    columns: COLUMNS.filter(
      c => (c.key !== 'atStake' || hasStakes) && (c.key !== 'expected' || isAhead(risk.ahead)),
    ),
    rows: actions.map(action => row(action, isAhead(risk.ahead), format)),
    actions: actions.map(
      action =>
        `${actionSentence(action, months, format)} ` +
        `\`${`segment action ${action.kind.name} ${within}`.trim()}\` lists them.`,
    ),
    notes: [
      remark(
        'Each customer is in one action, by their own orders and whatever their segment is called. ' +
          `Overdue is who has been silent for more than ${lateWords(risk, format)}.`,
      ),
      ...trustNotes(risk),
      remark(
        'To see the result, start one: a tenth of its customers is left alone to compare with, and ' +
          '`segment outcomes` says what came of it.',
      ),
    ],
  };
}

/** How far to trust the money, or why there is none. */
export function trustNotes({ ahead }: Risk): Note[] {
  const words = isAhead(ahead)
    ? [leavingWords(ahead), trustWords(ahead)]
    : [`Ranked by what was spent, since ${unfitWords(ahead)}.`];
  return words.flatMap(text => (text === undefined ? [] : [remark(text)]));
}

/** `2.3 times their usual gap` */
export const lateWords = ({ late }: Pick<Risk, 'late'>, format: Format): string => {
  const times = Math.round(late * 10) / 10;
  return times === 1 ? 'their usual gap' : `${format.count(times)} times their usual gap`;
};

/** The horizon of what is expected: `12 months`; empty where no model fits. */
export const monthsOf = ({ ahead }: Risk): string =>
  isAhead(ahead) ? monthsWords(ahead.horizon.months) : '';

/** Which customers these are, by the figures that they were chosen by. */
export const whoWords = ({ kind: own, expected, atStake }: ChosenAction): string => {
  const kind: ActionKind = own;
  const isKnown = (kind.isLeaving ? atStake : expected) !== undefined;
  return isKnown ? kind.who : (kind.whoBySpent ?? kind.who);
};

function row(action: ChosenAction, hasModel: boolean, format: Format): Row {
  const { kind, customers, ...sums } = action;
  const major = (amount: number | undefined) => (amount === undefined ? null : format.major(amount));
  return {
    action: kind.title,
    customers: customers.length,
    ...(hasModel && { atStake: major(sums.atStake), expected: major(sums.expected) }),
    revenue: format.major(sums.spent),
    impact: whoWords(action),
    next: adviceOf(kind, customers.length),
    name: kind.name,
  };
}

/** `$13,019.65 of the next 12 months at stake` */
export const moneyWords = (
  { atStake, expected, spent }: ChosenAction,
  months: string,
  format: Format,
): string =>
  atStake !== undefined
    ? `${format.amount(atStake)} of the next ${months} at stake`
    : expected !== undefined
      ? `${format.amount(expected)} expected in the next ${months}`
      : `${format.amount(spent)} spent so far`;

/** Whom, why by the figures, and what. */
export const actionSentence = (action: ChosenAction, months: string, format: Format): string => {
  const { kind, customers } = action;
  return (
    `${kind.title}: ${plural(customers.length, 'customer')}, ${moneyWords(action, months, format)} ` +
    `(${whoWords(action)}). ${adviceOf(kind, customers.length)}.`
  );
};

/** Where the money is that can be lost; otherwise whom most is expected of. */
export function chosenHeadline({ actions, risk }: ChosenActions, format: Format): string {
  const months = monthsOf(risk);
  const leaving = actions.filter(({ kind }) => kind.isLeaving);
  const [first] = leaving;
  if (!first) {
    const best = actions.find(({ kind }) => kind.name === 'look-after') ?? actions[0];
    if (!best) return 'There is nobody to act on.';
    return (
      `Nobody who can still be won back is overdue: ${lowerFirst(best.kind.title)}, ` +
      `${whom(best, months, format)}.`
    );
  }
  const count = leaving.reduce((sum, a) => sum + a.customers.length, 0);
  const are = `${plural(count, 'customer')} ${count === 1 ? 'is' : 'are'} overdue`;
  if (first.atStake === undefined)
    return count === first.customers.length
      ? `${are}, who spent ${format.amount(first.spent)} so far.`
      : `${are}; start with the ${format.count(first.customers.length)} who spent ` +
          `${format.amount(first.spent)}.`;
  const stake = leaving.reduce((sum, a) => sum + (a.atStake ?? 0), 0);
  const ofWhom =
    count === first.customers.length
      ? ''
      : `; start with the ${format.count(first.customers.length)} who stand for ` +
        `${format.amount(first.atStake)} of it`;
  return (
    `${are} or about to leave, with ${format.amount(stake)} of the next ${months} at stake` +
    `${unfitAside(risk)}${ofWhom}.`
  );
}

/** Said with an amount where the models do not fit the shop. */
export const unfitAside = ({ ahead }: Pick<Risk, 'ahead'>): string =>
  isAhead(ahead) && trustOf(ahead) === 'poor'
    ? ' (no amount to plan with, as the models do not fit this shop)'
    : '';

const whom = ({ customers, expected, spent }: ChosenAction, months: string, format: Format): string =>
  `${plural(customers.length, 'customer')} ${
    expected === undefined
      ? `who spent ${format.amount(spent)}`
      : `of whom ${format.amount(expected)} is expected in the next ${months}`
  }`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
