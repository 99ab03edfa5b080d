import { holdoutWords, leavingWords, monthsWords, trustWords } from '../../../answering/segments/ahead.js';
import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { capital, type Format, plural } from '../../../core/answer/format.js';
import type { CustomersAhead } from '../../../measures/lifetime-value.js';
import type { SegmentWorth, Worth } from './figures.js';

export interface ValueFacts {
  readonly ahead: CustomersAhead;
  readonly format: Format;
  readonly all: Worth;
  readonly segments: readonly SegmentWorth[];
  /** What each customer is worth, the most first. Minor units. */
  readonly values: readonly number[];
}

const concentrated: Rule<ValueFacts> = {
  name: 'a few are worth most',
  when: 'twenty customers or more, of whom a tenth stands for a fifth or more of what is expected',
  kind: 'observation',
  say: ({ values, all, format }) => {
    const few = Math.ceil(values.length / 10);
    const part = values.slice(0, few).reduce((sum, v) => sum + v, 0);
    if (values.length < 20 || all.value <= 0 || part / all.value < 0.2) return undefined;
    return (
      `The ${format.count(few)} customers who are worth most stand for ` +
      `${format.share(part / all.value)} of what is expected.`
    );
  },
};

const best: Rule<ValueFacts> = {
  name: 'the segment that is worth most',
  when: 'customers in two or more segments, those of one worth a tenth more than on average',
  kind: 'observation',
  say: ({ segments, all, format }) => {
    const filled = segments.filter(s => s.customers > 0);
    if (filled.length < 2) return undefined;
    const each = (w: Worth) => w.value / w.customers;
    const first = filled.reduce((a, b) => (each(b) > each(a) ? b : a));
    if (each(first) < 1.1 * each(all)) return undefined;
    const amount = (w: Worth) => format.amount(format.wholeMinor(each(w)));
    return (
      `${capital(first.segment.many)} are worth most: ${amount(first)} each, against ` +
      `${amount(all)} on average.`
    );
  },
};

const once: Rule<ValueFacts> = {
  name: 'customers of one order',
  when: 'customers who have ordered on one day alone',
  kind: 'observation',
  say: ({ ahead, all, format }) => {
    const { fit, expected, horizon } = ahead;
    const count = all.customers - all.repeaters;
    if (count === 0) return undefined;
    const chances = expected.again.filter((_, i) => fit.histories.repeats[i] === 0);
    const sum = chances.reduce((total, p) => total + Math.round(p * 1e6), 0) / 1e6;
    const within = monthsWords(horizon.months);
    return (
      `${plural(count, 'customer')} ordered on one day alone; of such, ` +
      `${format.share(sum / chances.length)} are expected to order again within ${within}.` +
      (fit.model.showsLeaving
        ? ' Whether one of them has left cannot be told, so no probability of it is shown.'
        : '')
    );
  },
};

const leaving: Rule<ValueFacts> = {
  name: 'nobody is seen to leave',
  when: 'the model finds that fewer than one in a thousand repeat orders is the last',
  kind: 'observation',
  say: ({ ahead }) => leavingWords(ahead),
};

const tested: Rule<ValueFacts> = {
  name: 'how well it did',
  when: 'always: what was expected of a part of the history that the models were not shown, and what came',
  kind: 'observation',
  say: ({ ahead, format }) => holdoutWords(ahead, format),
};

const trusted: Rule<ValueFacts> = {
  name: 'how far to trust it',
  when: 'the total of that part was off by more than 15 %, or the days before it ranked customers better',
  kind: 'observation',
  say: ({ ahead }) => trustWords(ahead),
};

const keep: Rule<ValueFacts> = {
  name: 'look after those who bring half of it',
  when: 'twenty customers or more, half of whose expected value is that of a third of them or fewer',
  kind: 'action',
  say: ({ values, all, format }) => {
    let [sum, count] = [0, 0];
    while (count < values.length && sum < all.value / 2) sum += values[count++]!;
    if (values.length < 20 || all.value <= 0 || count > values.length / 3) return undefined;
    return (
      `Look after the first ${format.count(count)} of this list: half of what is expected comes ` +
      'from them.'
    );
  },
};

export const VALUE_RULES: readonly Rule<ValueFacts>[] = [
  best,
  concentrated,
  once,
  leaving,
  tested,
  trusted,
  keep,
];

export default { title: 'Customers value', rules: VALUE_RULES } satisfies RuleSet<ValueFacts>;
