import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import type { Repeat } from './figures.js';

export interface RepeatFacts extends Repeat {
  readonly format: Format;
}

const days = (value: number): string => `${Math.round(value)} ${Math.round(value) === 1 ? 'day' : 'days'}`;

const worth: Rule<RepeatFacts> = {
  name: 'what repeaters bring',
  when: 'some customers ordered twice or more, and some once',
  kind: 'observation',
  say: ({ customers, repeaters, revenue, repeaterRevenue, format }) =>
    repeaters === 0 || repeaters === customers || revenue <= 0
      ? undefined
      : `The ${format.share(repeaters / customers)} who came back bring ${format.share(repeaterRevenue / revenue)} of the revenue: ${format.amount(Math.round(repeaterRevenue / repeaters))} each, against ${format.amount(Math.round((revenue - repeaterRevenue) / (customers - repeaters)))} from those who bought once.`,
};

const rhythm: Rule<RepeatFacts> = {
  name: 'time between orders',
  when: 'ten or more times from one order to the next are known',
  kind: 'observation',
  say: ({ gaps, format }) =>
    !gaps || gaps.count < 10
      ? undefined
      : `Half of the next orders come within ${days(gaps.median)}; the middle half of the ${format.count(gaps.count)} waits is ${Math.round(gaps.q1)} to ${days(gaps.q3)}.`,
};

const soon: Rule<RepeatFacts> = {
  name: 'the second order',
  when: 'ten or more customers have a second order on a later day',
  kind: 'observation',
  say: ({ toSecond, repeaters, format }) =>
    !toSecond || repeaters < 10
      ? undefined
      : `The second order comes after ${days(toSecond.median)} in the middle; ${format.share(toSecond.within90)} of all customers place it within 90 days.`,
};

const remind: Rule<RepeatFacts> = {
  name: 'remind in time',
  when: 'ten or more waits are known: three quarters of the next orders have come by then',
  kind: 'action',
  say: ({ gaps }) =>
    !gaps || gaps.count < 10
      ? undefined
      : `Write to customers ${days(gaps.median)} after an order, when half of the next orders have come, and again after ${days(gaps.q3)}: three of four of those who order again have done so by then.`,
};

const second: Rule<RepeatFacts> = {
  name: 'win the second order',
  when: 'half or more of the customers ordered only once, and some more often',
  kind: 'action',
  say: ({ customers, repeaters, revenue, repeaterRevenue, format }) => {
    const once = customers - repeaters;
    if (repeaters === 0 || once * 2 < customers || revenue <= 0) return undefined;
    const gain = repeaterRevenue / repeaters - (revenue - repeaterRevenue) / once;
    if (gain <= 0) return undefined;
    return `Win the second order of those who bought once: if one in ten of the ${format.count(once)} became like the others, that would be ${format.amount(Math.round((once / 10) * gain))}.`;
  },
};

export const REPEAT_RULES: readonly Rule<RepeatFacts>[] = [worth, rhythm, soon, remind, second];

export default { title: 'Repeat purchases', rules: REPEAT_RULES } satisfies RuleSet<RepeatFacts>;
