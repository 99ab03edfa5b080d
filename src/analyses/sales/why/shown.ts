import type { AnswerContext } from '../../../answering/context.js';
import type { WaterfallChart } from '../../../charts/kinds/waterfall.js';
import type { Column, Row } from '../../../core/answer/answer.js';
import type { Format } from '../../../core/answer/format.js';
import { apportioned } from '../../../core/money/apportion.js';
import { decimalsOf } from '../../../core/money/currencies.js';
import { changeOf, fraction } from '../../../measures/measures.js';
import type { Part, PartKey } from './figures.js';
import { type ShownPart, signedMoney, type WhyFacts } from './findings.js';

/** What parts are called, of all customers or of the kept ones. */
const LABELS: Readonly<Record<PartKey, string>> = {
  newCustomers: 'New customers',
  otherCustomersWon: 'Customers won back',
  customersLost: 'Customers lost',
  customers: 'Number of customers',
  orders: 'Number of orders',
  ordersPerCustomer: 'Orders per customer',
  unitsPerOrder: 'Units per order',
  pricePerUnit: 'Price per unit',
  averageOrder: 'Average order',
  withoutCustomer: 'Sales without a customer',
  returns: 'Returns',
};
const OF_KEPT: Partial<Record<PartKey, string>> = {
  ordersPerCustomer: 'Kept: orders per customer',
  unitsPerOrder: 'Kept: units per order',
  pricePerUnit: 'Kept: price per unit',
  averageOrder: 'Kept: average order',
};

const UNITS: Partial<Record<PartKey, 'count' | 'number'>> = {
  newCustomers: 'count',
  otherCustomersWon: 'count',
  customersLost: 'count',
  customers: 'count',
  orders: 'count',
  ordersPerCustomer: 'number',
  unitsPerOrder: 'number',
};

/** Rounds amounts to what people see of them, so that they add up to a whole that is rounded already. */
export function roundedTo(amounts: readonly number[], whole: number, { currency }: Format): number[] {
  const { shown, stored } = decimalsOf(currency);
  const perShown = 10 ** (stored - shown);
  const units = apportioned(
    amounts.map(amount => amount / perShown),
    Math.round(whole * 10 ** shown),
  );
  return units.map(unit => unit / 10 ** shown);
}

/** Parts in major units, which add up to the change to the cent. */
export function shownParts(
  parts: readonly Part[],
  change: number,
  format: Format,
  isOfKept: boolean,
): ShownPart[] {
  const effects = roundedTo(
    parts.map(part => part.effect),
    change,
    format,
  );
  return parts.map(({ key, before, now }, i) => {
    const unit = UNITS[key] ?? 'money';
    const figure = (value: number | null) => {
      if (value === null) return null;
      return unit === 'money' ? format.major(format.wholeMinor(value)) : Math.round(value * 1000) / 1000;
    };
    return {
      key,
      label: (isOfKept && OF_KEPT[key]) || LABELS[key],
      unit,
      before: figure(before),
      now: figure(now),
      effect: effects[i]!,
    };
  });
}

/** `Mar 2004 brought $10.00: $2.00 less than Feb 2004 (-16.7%), most of it by customers lost (-$5.00).` */
export function whyHeadline(facts: WhyFacts): string {
  const { format, nowText, beforeText, now, before, change } = facts;
  const text = `${nowText} brought ${format.money(now)}`;
  if (change === 0) return `${text}, the same as ${beforeText}.`;
  const relative = changeOf(now, before);
  const difference = `${format.money(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than ${beforeText}`;
  const percent = relative === null ? '' : ` (${format.change(relative)})`;
  const largest = largestCause(facts);
  const cause = largest
    ? `; the largest part of it: ${largest.name} (${signedMoney(format, largest.effect)})`
    : '';
  return `${text}: ${difference}${percent}${cause}.`;
}

/**
 * What adds most to a change, in its direction. Customers won and lost are taken together: who comes and goes
 * each month hides what is left of it.
 */
export function largestCause({ parts, change }: Pick<WhyFacts, 'parts' | 'change'>) {
  const isTurnover = ({ key }: ShownPart) => TURNOVER.has(key);
  const turnover = parts.filter(isTurnover).reduce((sum, part) => sum + part.effect, 0);
  const causes = [
    {
      name: turnover < 0 ? 'customers lost outweigh those won' : 'customers won outweigh those lost',
      isSentence: true,
      effect: Math.round(turnover * 1000) / 1000,
    },
    ...parts
      .filter(part => !isTurnover(part))
      .map(({ key, label, effect }) => ({
        name: OF_KEPT[key] ? LABELS[key].toLowerCase() : label.toLowerCase(),
        isSentence: false,
        effect,
      })),
  ];
  const along = causes.filter(({ effect }) => effect !== 0 && Math.sign(effect) === Math.sign(change));
  return along.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))[0];
}

const TURNOVER: ReadonlySet<PartKey> = new Set(['newCustomers', 'otherCustomersWon', 'customersLost']);

/** A row for each part, and one for the whole. */
export function whyTable(
  parts: readonly ShownPart[],
  { nowText, beforeText, before, now, change }: WhyFacts,
): { columns: Column[]; rows: Row[] } {
  return {
    columns: [
      { key: 'measure', label: 'Part', unit: 'text' },
      { key: 'previous', label: beforeText, unit: 'perRow' },
      { key: 'value', label: nowText, unit: 'perRow' },
      { key: 'difference', label: 'Adds', unit: 'money' },
      { key: 'share', label: 'Of the change', unit: 'share', secondary: true },
    ],
    rows: [
      ...parts.map(part => ({
        measure: part.key,
        label: part.label,
        previous: part.before,
        value: part.now,
        difference: part.effect,
        share: fraction(part.effect, change),
        unit: part.unit,
      })),
      {
        measure: 'revenue',
        label: 'Revenue',
        previous: before,
        value: now,
        difference: change,
        share: change === 0 ? null : 1,
        unit: 'money',
      },
    ],
  };
}

/** From one period to the other, step by step; none if nothing changed. */
export function whyChart(facts: WhyFacts, { text }: AnswerContext): WaterfallChart[] {
  const { format, parts, nowText, beforeText, before, now, change } = facts;
  const steps = parts.filter(part => part.effect !== 0);
  if (steps.length === 0) return [];
  const largest = largestCause(facts);
  const relative = changeOf(now, before);
  const moved =
    relative === null ? `Revenue ${signedMoney(format, change)}` : `Revenue ${format.change(relative)}`;
  const cause = largest ? `: ${largest.isSentence ? '' : 'mostly '}${largest.name}` : '';
  const figures = steps.map(({ label, effect }) => `${label} ${signedMoney(format, effect)}`);
  return [
    {
      kind: 'waterfall',
      title: change === 0 ? `Revenue unchanged in ${nowText}` : `${moved}${cause}`,
      subtitle: `Revenue, step by step · ${text}`,
      alt: `From ${format.money(before)} to ${format.money(now)}: ${figures.join(', ')}`,
      unit: 'money',
      currency: format.currency,
      start: { label: beforeText, value: before },
      steps: steps.map(({ label, effect }) => ({ label, value: effect })),
      end: { label: nowText, value: now },
    },
  ];
}
