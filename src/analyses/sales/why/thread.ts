import { dimensionWords, haveNames, nameColumn, nameOf } from '../../../answering/dimension-words.js';
import { isGoods } from '../../../answering/field-roles.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import { type Answer, answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import type { Format } from '../../../core/answer/format.js';
import { WEEKDAYS } from '../../../core/calendar/days.js';
import type { Names } from '../../../measures/pairs.js';
import type { WeekdayChange } from './calendar.js';
import { type DimensionFacts, type ShownPart, signedMoney, type WhyFacts } from './findings.js';
import type { MixChange, ValueChange } from './mix.js';
import { roundedTo, whyTable } from './shown.js';

/** What all answers of the thread have from the answer above. */
type Base = Pick<Answer, 'question' | 'scope' | 'currency' | 'dataThrough'>;

/** The change as one of averages: how many customers, how often, how much, at which price. */
export function averagesAnswer(base: Base, parts: readonly ShownPart[], facts: WhyFacts): Answer {
  const texts = parts
    .filter(part => part.effect !== 0)
    .map(part => `${part.label.toLowerCase()} ${signedMoney(facts.format, part.effect)}`);
  return answerOf({
    ...base,
    title: 'By averages of all customers',
    headline: `By averages of all customers: ${texts.join(', ') || 'no change'}.`,
    ...whyTable(parts, facts),
  });
}

/** The change as one of the calendar: how many of each weekday there were, and what one brought. */
export function calendarAnswer(base: Base, { weekdays, change, format, ...facts }: WhyFacts): Answer {
  const shown = weekdays.filter(w => w.before !== 0 || w.now !== 0);
  const parts = roundedTo(
    shown.flatMap(w => [w.byDays, w.byEach]),
    change,
    format,
  );
  const money = (key: string, label: string): Column => ({ key, label, unit: 'money' });
  return answerOf({
    ...base,
    title: 'By the calendar',
    headline:
      `By the calendar: ${signedMoney(format, facts.byDays)} by more or fewer days of each weekday, ` +
      `${signedMoney(format, Math.round((change - facts.byDays) * 1000) / 1000)} by what each brought.`,
    columns: [
      { key: 'weekday', label: 'Weekday', unit: 'text' },
      { key: 'daysBefore', label: 'Days before', unit: 'count' },
      { key: 'days', label: 'Days now', unit: 'count' },
      money('previous', facts.beforeText),
      money('revenue', facts.nowText),
      money('byDays', 'By days'),
      money('byEach', 'By each day'),
    ],
    rows: shown.map((w: WeekdayChange, i) => ({
      weekday: WEEKDAYS[w.weekday - 1] ?? '',
      daysBefore: w.daysBefore,
      days: w.daysNow,
      previous: format.major(w.before),
      revenue: format.major(w.now),
      byDays: parts[2 * i] ?? 0,
      byEach: parts[2 * i + 1] ?? 0,
    })),
  });
}

/** Values of a dimension that are listed; the others are one row. */
const MOST_LISTED = 200;

/** A change by a dimension, as it is shown. */
export interface ShownMix {
  readonly facts: DimensionFacts;
  answer(base: Base, why: WhyFacts): Answer;
}

/** The change by the values of a dimension: how many units of each, and at which price. */
export function shownMix(
  field: GroupingField,
  { values, split }: MixChange,
  names: Names,
  change: number,
  format: Format,
): ShownMix {
  const { one, many } = dimensionWords(field);
  const known = (v: ValueChange) => names.get(v.id) ?? { key: null, label: null };
  const named = values.map(v => ({ ...v, ...known(v) })).sort(byChangeAndName);
  const listed = named.slice(0, MOST_LISTED);
  const others = named.slice(MOST_LISTED);
  const lines = [...listed, ...(others.length > 0 ? [sumOf(others)] : [])];
  const differences = roundedTo(
    lines.map(v => v.now - v.before),
    change,
    format,
  );
  const three = split && roundedTo([split.volume, split.mix, split.prices], change, format);
  const facts: DimensionFacts = {
    isOfGoods: isGoods(field),
    one,
    many,
    values: listed.map((v, i) => ({
      name: nameOf(v, one),
      isNamed: v.key !== null,
      difference: differences[i]!,
    })),
    ...(three && { split: { volume: three[0] ?? 0, mix: three[1] ?? 0, prices: three[2] ?? 0 } }),
  };
  const withNames = haveNames(listed);
  const rows = lines.map((v, i): Row => {
    const difference = differences[i]!;
    const [byUnits = 0, byPrice = 0] = roundedTo([v.byUnits, v.byPrice], difference, format);
    return {
      [field.key]: v.key,
      ...(withNames && { name: v.label }),
      previous: format.major(v.before),
      revenue: format.major(v.now),
      difference,
      ...(split && { byUnits, byPrice }),
    };
  });
  return { facts, answer: (base, why) => mixAnswer(base, why, { field, facts, withNames, rows }) };
}

type NamedChange = ValueChange & { readonly key: string | number | null; readonly label: string | null };

const byChangeAndName = (a: NamedChange, b: NamedChange): number =>
  Math.abs(b.now - b.before) - Math.abs(a.now - a.before) ||
  (String(a.key ?? '\uffff') < String(b.key ?? '\uffff') ? -1 : 1);

function sumOf(others: readonly NamedChange[]): NamedChange {
  const sum = (of: (v: ValueChange) => number) => others.reduce((total, v) => total + of(v), 0);
  return {
    id: -1,
    key: `(${others.length} others)`,
    label: null,
    before: sum(v => v.before),
    now: sum(v => v.now),
    unitsBefore: sum(v => v.unitsBefore),
    unitsNow: sum(v => v.unitsNow),
    ordersBefore: sum(v => v.ordersBefore),
    ordersNow: sum(v => v.ordersNow),
    byUnits: sum(v => v.byUnits),
    byPrice: sum(v => v.byPrice),
  };
}

function mixAnswer(
  base: Base,
  { format, nowText, beforeText }: WhyFacts,
  shown: {
    readonly field: GroupingField;
    readonly facts: DimensionFacts;
    readonly withNames: boolean;
    readonly rows: readonly Row[];
  },
): Answer {
  const { field, facts, withNames, rows } = shown;
  const { one, split } = facts;
  const first = facts.values.find(v => v.isNamed && v.difference !== 0);
  const parts = split
    ? `; number of units ${signedMoney(format, split.volume)}, mix ${signedMoney(format, split.mix)}, ` +
      `prices ${signedMoney(format, split.prices)}`
    : '';
  return answerOf({
    ...base,
    title: `By ${one}`,
    headline: first
      ? `By ${one}: ${first.name} moved it most (${signedMoney(format, first.difference)})${parts}.`
      : `No ${one} brought more or less than before.`,
    columns: [
      { key: field.key, label: field.label, unit: 'text' },
      ...nameColumn(withNames),
      { key: 'previous', label: beforeText, unit: 'money' },
      { key: 'revenue', label: nowText, unit: 'money' },
      { key: 'difference', label: 'Difference', unit: 'money' },
      ...(split
        ? ([
            { key: 'byUnits', label: 'By units', unit: 'money' },
            { key: 'byPrice', label: 'By price', unit: 'money' },
          ] as const)
        : []),
    ],
    rows,
  });
}
