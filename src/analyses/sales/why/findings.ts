import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { type Format, listed, plural } from '../../../core/answer/format.js';
import { WEEKDAYS } from '../../../core/calendar/days.js';
import type { WeekdayChange } from './calendar.js';
import type { PartKey } from './figures.js';

/** A part of the change as it is shown: in major units, rounded so that all parts add up to the cent. */
export interface ShownPart {
  readonly key: PartKey;
  readonly label: string;
  readonly unit: 'count' | 'number' | 'money';
  readonly before: number | null;
  readonly now: number | null;
  readonly effect: number;
}

/** A dimension's values, and what they add to the change. Major units. */
export interface DimensionFacts {
  /** Whether its values are what the shop sells, so that their prices mean something. */
  readonly isOfGoods: boolean;
  readonly one: string;
  readonly many: string;
  /** The largest change first. */
  readonly values: readonly {
    readonly name: string;
    readonly isNamed: boolean;
    readonly difference: number;
  }[];
  readonly split?: { readonly volume: number; readonly mix: number; readonly prices: number };
}

/** What explains the change between two periods. Major units. */
export interface WhyFacts {
  readonly format: Format;
  readonly nowText: string;
  readonly beforeText: string;
  readonly before: number;
  readonly now: number;
  readonly change: number;
  readonly parts: readonly ShownPart[];
  /** Customers who bought in both periods. */
  readonly kept: number;
  /** What more or fewer days of some weekdays add. */
  readonly byDays: number;
  readonly weekdays: readonly WeekdayChange[];
  /** Whether both periods have about as many days, so that single days can be told. */
  readonly areAlike: boolean;
  /** The dimension that was asked for, or those that explain the change best, the best first. */
  readonly dimensions: readonly DimensionFacts[];
  /** Whether the shop sells on most days, so that one day more says something. */
  readonly sellsDaily: boolean;
}

/** `+$1,200.00`, `-$3.00` */
export const signedMoney = (format: Format, value: number): string =>
  `${value < 0 ? '-' : '+'}${format.money(Math.abs(value))}`;

const partOf = ({ parts }: WhyFacts, key: PartKey): ShownPart | undefined => parts.find(p => p.key === key);
const countOf = (part: ShownPart | undefined, of: 'before' | 'now'): number => part?.[of] ?? 0;

const won: Rule<WhyFacts> = {
  name: 'customers won and lost',
  when: 'customers bought in one of the periods only',
  kind: 'observation',
  say: facts => {
    const { format, nowText, beforeText } = facts;
    const [fresh, other] = [partOf(facts, 'newCustomers'), partOf(facts, 'otherCustomersWon')];
    const lost = partOf(facts, 'customersLost');
    const texts: string[] = [];
    if (fresh && countOf(fresh, 'now') > 0)
      texts.push(`${plural(countOf(fresh, 'now'), 'new customer')} brought ${format.money(fresh.effect)}`);
    if (other && countOf(other, 'now') > 0)
      texts.push(
        `${plural(countOf(other, 'now'), 'earlier customer')} without a purchase in ${beforeText} ` +
          `brought ${format.money(other.effect)}`,
      );
    if (lost && countOf(lost, 'before') > 0)
      texts.push(
        `${plural(countOf(lost, 'before'), 'customer')} who brought ${format.money(-lost.effect)} ` +
          `in ${beforeText} did not buy in ${nowText}`,
      );
    return texts.length === 0 ? undefined : `${texts.join('; ')}.`;
  },
};

const NAMES: Partial<Record<PartKey, string>> = {
  ordersPerCustomer: 'orders per customer',
  unitsPerOrder: 'units per order',
  pricePerUnit: 'price per unit',
  averageOrder: 'average order',
};

const kept: Rule<WhyFacts> = {
  name: 'what kept customers did otherwise',
  when: 'customers bought in both periods, and brought more or less',
  kind: 'observation',
  say: facts => {
    const parts = facts.parts.filter(p => NAMES[p.key] !== undefined && p.effect !== 0);
    if (facts.kept === 0 || parts.length === 0) return undefined;
    const texts = parts.map(({ key, before, now, unit, effect }) => {
      const figures = [before, now].map(v => (v === null ? '–' : facts.format.figure(v, unit)));
      return `${NAMES[key]} ${figures.join(' to ')} (${signedMoney(facts.format, effect)})`;
    });
    return `${plural(facts.kept, 'customer')} bought in both: ${texts.join(', ')}.`;
  },
};

/** A part of the change, or of the revenue before, that is worth a sentence. */
const WORTH_OF_CHANGE = 0.1;
const WORTH_OF_REVENUE = 0.005;

const calendar: Rule<WhyFacts> = {
  name: 'the calendar',
  when:
    'there are sales on seven of ten days or more, and the periods differ by at most three days of each ' +
    'weekday, which adds 0.5 % of the revenue before or more, and 10 % of the change or more',
  kind: 'observation',
  say: facts => {
    const { byDays, weekdays, before, change, nowText, areAlike, sellsDaily, format } = facts;
    const differ = weekdays.filter(w => w.daysNow !== w.daysBefore);
    if (
      !areAlike ||
      !sellsDaily ||
      differ.length === 0 ||
      differ.some(w => Math.abs(w.daysNow - w.daysBefore) > 3)
    )
      return undefined;
    if (Math.abs(byDays) < before * WORTH_OF_REVENUE || Math.abs(byDays) < Math.abs(change) * WORTH_OF_CHANGE)
      return undefined;
    const texts = differ.map(({ weekday, daysNow, daysBefore }) => {
      const more = daysNow - daysBefore;
      const count = Math.abs(more) === 1 ? 'one' : String(Math.abs(more));
      const plural = Math.abs(more) === 1 ? '' : 's';
      return `${count} ${more > 0 ? 'more' : 'fewer'} ${WEEKDAYS[weekday - 1]}${plural}`;
    });
    return `The calendar alone makes ${signedMoney(format, byDays)} of it: ${nowText} had ${listed(texts)}.`;
  },
};

const dimension: Rule<WhyFacts> = {
  name: 'values that moved it',
  when: 'a dimension has two or more values, not all without a change: the two that moved the most each way',
  kind: 'observation',
  say: ({ dimensions: [by], change, format }) => {
    if (!by || by.values.length < 2) return undefined;
    const named = by.values.filter(v => v.isNamed && v.difference !== 0);
    const direction = change < 0 ? -1 : 1;
    const text = (v: { name: string; difference: number }) =>
      `${v.name} ${signedMoney(format, v.difference)}`;
    const along = named.filter(v => Math.sign(v.difference) === direction).slice(0, 2);
    const against = named.filter(v => Math.sign(v.difference) === -direction).slice(0, 2);
    if (along.length === 0) return undefined;
    const other = against.length > 0 ? `, offset by ${listed(against.map(text))}` : '';
    return `By ${by.one}: ${listed(along.map(text))}${other}.`;
  },
};

const mix: Rule<WhyFacts> = {
  name: 'amount, mix and prices',
  when: 'quantities are known, and what the shop sells has two or more values of a dimension',
  kind: 'observation',
  say: ({ dimensions, format }) => {
    const by = dimensions.find(d => d.isOfGoods && d.split && d.values.length >= 2);
    if (!by?.split) return undefined;
    const { volume, mix: shift, prices } = by.split;
    const money = (value: number) => signedMoney(format, value);
    return (
      `The number of units adds ${money(volume)}, a mix of more expensive or cheaper ${by.many} ` +
      `${money(shift)}, ` +
      `and prices within the same ${by.one} ${money(prices)}.`
    );
  },
};

const ask: Rule<WhyFacts> = {
  name: 'ask those who were lost',
  when: 'revenue fell, and customers who did not buy again are the largest part of it',
  kind: 'action',
  say: facts => {
    const lost = partOf(facts, 'customersLost');
    if (!lost || facts.change >= 0 || lost.effect >= 0) return undefined;
    if (facts.parts.some(p => p.effect < lost.effect)) return undefined;
    return (
      `Write to the ${plural(countOf(lost, 'before'), 'customer')} who bought in ${facts.beforeText} ` +
      `and not in ${facts.nowText}: they are the largest part of the fall.`
    );
  },
};

export const WHY_RULES: readonly Rule<WhyFacts>[] = [won, kept, dimension, mix, calendar, ask];

export default { title: 'What explains a change (`why`)', rules: WHY_RULES } satisfies RuleSet<WhyFacts>;
