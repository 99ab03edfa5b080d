import { lateWords } from '../../../answering/actions/chosen-answer.js';
import { MOST_IN_PERSON } from '../../../answering/actions/kinds.js';
import { leavingWords, monthsWords, trustWords, unfitWords } from '../../../answering/segments/ahead.js';
import { atStakeOf, type Risk } from '../../../answering/segments/risk.js';
import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { type Format, plural } from '../../../core/answer/format.js';
import { isAhead } from '../../../measures/lifetime-value.js';

export interface RiskFacts {
  readonly risk: Risk;
  readonly format: Format;
  /** What each of them spent, in the same order. Minor units. */
  readonly spent: readonly number[];
  /** Whether all segments are meant. */
  readonly isWhole: boolean;
}

const rhythm: Rule<RiskFacts> = {
  name: 'the usual rhythm',
  when: 'always: how often customers come back, and from when on one is late',
  kind: 'observation',
  say: ({ risk, format }) =>
    `Half of all repeat orders come within ${plural(Math.round(risk.median), 'day')}; nine in ` +
    `ten within ${lateWords(risk, format).replace('their', "their customer's")}. ` +
    'Who has been silent for longer is overdue.',
};

const concentrated: Rule<RiskFacts> = {
  name: 'most is at stake with a few',
  when: 'ten customers or more, of whom a fifth stands for half of what is at stake, or more',
  kind: 'observation',
  say: ({ risk, format }) => {
    const few = Math.ceil(risk.customers.length / 5);
    const all = atStakeOf(risk.customers) ?? 0;
    const part = atStakeOf(risk.customers.slice(0, few)) ?? 0;
    if (risk.customers.length < 10 || all <= 0 || part < all / 2) return undefined;
    return `The first ${format.count(few)} of them stand for ${format.share(part / all)} of the money.`;
  },
};

const worth: Rule<RiskFacts> = {
  name: 'what they would bring',
  when: 'customers at risk who would bring something if they stayed',
  kind: 'observation',
  say: ({ risk, format }) => {
    const { horizon } = isAhead(risk.ahead) ? risk.ahead : { horizon: undefined };
    const sum = risk.customers.reduce((total, c) => total + (c.ifStaying ?? 0), 0);
    if (!horizon || sum <= 0) return undefined;
    return (
      `If all of them stayed, they would bring ${format.amount(sum)} in the next ` +
      `${monthsWords(horizon.months)}.`
    );
  },
};

const gone: Rule<RiskFacts> = {
  name: 'gone already',
  when: 'customers who have left by the model (95 % or more), or were silent for longer than who came back',
  kind: 'observation',
  say: ({ risk, isWhole }) =>
    risk.gone === 0 || !isWhole
      ? undefined
      : `${plural(risk.gone, 'more customer')} ${risk.gone === 1 ? 'has' : 'have'} left almost ` +
        `surely (by the model, or silent for more than ${plural(Math.floor(risk.longest), 'day')}, after ` +
        'which hardly anybody here came back): they are on no list to act on.',
};

const BY_RHYTHM = ': the list is by their own rhythm alone, those who spent most first.';

const trusted: Rule<RiskFacts> = {
  name: 'how far to trust it',
  when: 'no model fits the shop, or it foretold a part of its history badly',
  kind: 'observation',
  say: ({ risk }) =>
    isAhead(risk.ahead)
      ? (leavingWords(risk.ahead)?.replace(/\.$/, BY_RHYTHM) ?? trustWords(risk.ahead))
      : `By their own rhythm alone, since ${unfitWords(risk.ahead)}.`,
};

const contact: Rule<RiskFacts> = {
  name: 'write to those with most at stake',
  when: 'customers at risk: how many to contact in person (50 at most), and what to do with the others',
  kind: 'action',
  say: ({ risk, spent, format }) => {
    const { customers } = risk;
    const all = atStakeOf(customers);
    const money = customers.map((c, i) => (all === undefined ? spent[i]! : (c.atStake ?? 0)));
    const half = money.reduce((sum, x) => sum + Math.max(0, x), 0) / 2;
    if (half <= 0) return undefined;
    let [sum, count] = [0, 0];
    while (count < money.length && sum < half) sum += Math.max(0, money[count++]!);
    const whose = all === undefined ? 'half of what all of them spent' : 'half of what is at stake';
    if (count === money.length && all !== undefined)
      return `Contact each of them personally: ${format.amount(all)} is at stake.`;
    const first = `the first ${format.count(count)}`;
    const others = money.length - count;
    return (
      (count > MOST_IN_PERSON ? `Write to ${first} by name` : `Contact ${first} personally`) +
      `: ${whose} is theirs.` +
      (others === 0 ? '' : ` Send the other ${format.count(others)} a reminder.`)
    );
  },
};

export const RISK_RULES: readonly Rule<RiskFacts>[] = [worth, concentrated, rhythm, gone, trusted, contact];

export default { title: 'Customers risk', rules: RISK_RULES } satisfies RuleSet<RiskFacts>;
