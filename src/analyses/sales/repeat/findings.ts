import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { type Format, plural } from '../../../core/answer/format.js';
import type { Repeat } from './figures.js';

export interface RepeatFacts extends Repeat {
  readonly format: Format;
  /** Whether these are the orders of a period: customers can have ordered before it. */
  readonly isPeriod: boolean;
}

const days = (value: number): string => plural(Math.round(value), 'day');

const worth: Rule<RepeatFacts> = {
  name: 'what repeaters bring',
  when: 'some customers ordered twice or more, and some once',
  kind: 'observation',
  say: ({ customers, repeaters, revenue, repeaterRevenue, format, isPeriod }) => {
    if (repeaters === 0 || repeaters === customers || revenue <= 0) return undefined;
    const [part, share] = [repeaters / customers, repeaterRevenue / revenue].map(format.share);
    const each = format.amount(format.wholeMinor(repeaterRevenue / repeaters));
    const other = format.amount(format.wholeMinor((revenue - repeaterRevenue) / (customers - repeaters)));
    const who = isPeriod ? 'who ordered more than once in the period' : 'who came back';
    return (
      `The ${part} ${who} bring ${share} of the revenue: ` +
      `${each} each, against ${other} from those who ordered once${isPeriod ? ' in it' : ''}.`
    );
  },
};

const rhythm: Rule<RepeatFacts> = {
  name: 'time between orders',
  when: 'ten or more times from one order to the next are known',
  kind: 'observation',
  say: ({ gaps, format, isPeriod }) => {
    if (!gaps || gaps.count < 10) return undefined;
    const [median, middle] = [days(gaps.median), `${Math.round(gaps.q1)} to ${days(gaps.q3)}`];
    const mean = days(gaps.mean);
    return isPeriod
      ? `Of the ${format.count(gaps.count)} orders that followed another one in the period, ` +
          `half came within ${median}, and the middle half after ${middle}: ${mean} on average.`
      : `Half of the next orders come within ${median}; the middle half of all ` +
          `${format.count(gaps.count)} come after ${middle}, and on average they come after ${mean}.`;
  },
};

const soon: Rule<RepeatFacts> = {
  name: 'the second order',
  when:
    'ten or more customers ordered twice or more, ' +
    'some of whom were new and placed their second order on a later day',
  kind: 'observation',
  say: ({ toSecond, repeaters, format, isPeriod }) =>
    !toSecond || repeaters < 10
      ? undefined
      : `The second order comes after a median of ${days(toSecond.median)}; ` +
        `${format.share(toSecond.within90)} of ${isPeriod ? 'the new' : 'all'} customers ` +
        'place it within 90 days.',
};

const remind: Rule<RepeatFacts> = {
  name: 'remind in time',
  when:
    'ten or more times from one order to the next are known, of all orders: ' +
    'those of a period leave the long ones out',
  kind: 'action',
  say: ({ gaps, isPeriod }) =>
    isPeriod || !gaps || gaps.count < 10
      ? undefined
      : `Write to customers ${days(gaps.median)} after an order, when half of the next orders have come, ` +
        `and again after ${days(gaps.q3)}: three in four of those who order again have done so by then.`,
};

const second: Rule<RepeatFacts> = {
  name: 'win the second order',
  when: 'half or more of the customers have a single order ever, and some have more',
  kind: 'action',
  say: ({ customers, repeaters, repeaterRevenue, once, revenue, format }) => {
    if (repeaters === 0 || once.customers * 2 < customers || revenue <= 0) return undefined;
    const gain = repeaterRevenue / repeaters - once.revenue / once.customers;
    if (gain <= 0) return undefined;
    const more = format.amount(format.wholeMinor((once.customers / 10) * gain));
    return (
      'Win the second order of those who bought once: ' +
      `if one in ten of the ${format.count(once.customers)} became like the others, that would bring ${more}.`
    );
  },
};

export const REPEAT_RULES: readonly Rule<RepeatFacts>[] = [worth, rhythm, soon, remind, second];

export default { title: 'Repeat purchases', rules: REPEAT_RULES } satisfies RuleSet<RepeatFacts>;
