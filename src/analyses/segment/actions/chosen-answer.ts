import type { ChosenAction, ChosenActions } from '../../../answering/actions/chosen.js';
import { leavingWords, monthsWords, trustWords, unfitWords } from '../../../answering/segments/ahead.js';
import type { AnswerParts, Column, Row } from '../../../core/answer/answer.js';
import { type Format, plural } from '../../../core/answer/format.js';
import { remark } from '../../../core/answer/notes.js';
import { isAhead } from '../../../measures/lifetime-value.js';

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
  const leaving = isAhead(risk.ahead) ? leavingWords(risk.ahead) : undefined;
  const months = isAhead(risk.ahead) ? monthsWords(risk.ahead.horizon.months) : '';
  const trust = isAhead(risk.ahead) ? trustWords(risk.ahead) : undefined;
  const unfit = isAhead(risk.ahead) ? undefined : unfitWords(risk.ahead);
  return {
    headline: headline(actions, months, format),
    columns: COLUMNS.filter(
      c => (c.key !== 'atStake' || hasStakes) && (c.key !== 'expected' || isAhead(risk.ahead)),
    ),
    rows: actions.map(action => row(action, isAhead(risk.ahead), format)),
    actions: actions.map(action => sentence(action, months, format, within)),
    notes: [
      remark(
        'Each customer is in one action, by their own orders and whatever their segment is called. ' +
          `Overdue is who has been silent for more than ${format.count(Math.round(risk.late * 10) / 10)} ` +
          'times their usual gap.',
      ),
      ...(leaving === undefined ? [] : [remark(leaving)]),
      ...(trust === undefined ? [] : [remark(trust)]),
      ...(unfit === undefined ? [] : [remark(`Ranked by what was spent, since ${unfit}.`)]),
      remark(
        'To see the result, start one: a tenth of its customers is left alone to compare with, and ' +
          '`segment outcomes` says what came of it.',
      ),
    ],
  };
}

function row({ kind, customers, ...sums }: ChosenAction, hasModel: boolean, format: Format): Row {
  const major = (amount: number | undefined) => (amount === undefined ? null : format.major(amount));
  return {
    action: kind.title,
    customers: customers.length,
    ...(hasModel && { atStake: major(sums.atStake), expected: major(sums.expected) }),
    revenue: format.major(sums.spent),
    impact: kind.who,
    next: kind.advice,
    name: kind.name,
  };
}

/** Whom, why by the figures, and what: the list of them is named last. */
function sentence(
  { kind, customers, ...sums }: ChosenAction,
  months: string,
  format: Format,
  within: string,
): string {
  const money =
    sums.atStake !== undefined
      ? `${format.amount(sums.atStake)} of the next ${months} at stake`
      : sums.expected !== undefined
        ? `${format.amount(sums.expected)} expected in the next ${months}`
        : `${format.amount(sums.spent)} spent so far`;
  return (
    `${kind.title}: ${plural(customers.length, 'customer')}, ${money} (${kind.who}). ${kind.advice}. ` +
    `\`${`segment action ${kind.name} ${within}`.trim()}\` lists them.`
  );
}

/** Where the money is that can be lost; otherwise whom most is expected of. */
function headline(actions: readonly ChosenAction[], months: string, format: Format): string {
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
  const are = `${plural(count, 'customer')} ${count === 1 ? 'is' : 'are'} overdue or about to leave`;
  if (first.atStake === undefined)
    return (
      `${are}; start with the ${format.count(first.customers.length)} who spent ` +
      `${format.amount(first.spent)}.`
    );
  const stake = leaving.reduce((sum, a) => sum + (a.atStake ?? 0), 0);
  return (
    `${are}, with ${format.amount(stake)} of the next ${months} at stake; start with the ` +
    `${format.count(first.customers.length)} who stand for ${format.amount(first.atStake)} of it.`
  );
}

const whom = ({ customers, expected, spent }: ChosenAction, months: string, format: Format): string =>
  `${plural(customers.length, 'customer')} ${
    expected === undefined
      ? `who spent ${format.amount(spent)}`
      : `of whom ${format.amount(expected)} is expected in the next ${months}`
  }`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
