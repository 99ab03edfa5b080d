import type { AnswerContext } from '../../../answering/context.js';
import { haveNames } from '../../../answering/dimension-words.js';
import type { GroupingField } from '../../../answering/grouping-fields.js';
import { liftText } from '../../../answering/together-words.js';
import type { Column, Row } from '../../../core/answer/answer.js';
import type { ChartSpec } from '../../../core/answer/chart-spec.js';
import { plural } from '../../../core/answer/format.js';
import type { Names } from '../../../measures/pairs.js';
import type { Rule } from '../../../measures/together.js';
import { firstName, sureRules, type TogetherFacts } from './findings.js';

const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

/** `Ships and Vintage Cars go together most: in 60 orders, 1.62 times as often as by chance.` */
export function togetherHeadline(facts: TogetherFacts): string {
  const { rules, given, many, least, mixed, orders, format } = facts;
  const [first] = rules;
  if (orders === 0) return `No order has any ${many}.`;
  if (mixed === 0) return `No order has two different ${many}: nothing is bought together.`;
  if (!first) {
    const what = given ? `Nothing is bought together with ${given}` : `No two ${many} are bought together`;
    return `${what} in ${plural(least, 'order')} or more.`;
  }
  const figures = `in ${plural(first.together, 'order')}, ${liftText(first.lift, format)}`;
  if (given)
    return (
      `${facts.name(first.second)} goes with ${given} most: ${figures}, ` +
      `${format.share(first.confidence)} of the orders with ${given}.`
    );
  const pair = `${firstName(facts, first)} and ${facts.name(first.second)}`;
  return sureRules(facts).length === 0
    ? `No two ${many} go together by more than chance can explain; most of all ${pair}: ${figures}.`
    : `${pair} go together most: ${figures}.`;
}

/** A row for each pair, or for each item that goes with what was asked about. */
export function togetherTable(
  facts: TogetherFacts,
  field: GroupingField,
  names: Names,
  shown: readonly Rule[],
): { columns: Column[]; rows: Row[] } {
  const isPair = facts.given === undefined;
  const known = (id: number) => names.get(id) ?? { key: null, label: null };
  const withNames = haveNames(shown.flatMap(({ first, second }) => [known(first), known(second)]));
  const item = (key: string, label: string): Column[] => [
    { key, label, unit: 'text' },
    ...(withNames ? [{ key: `${key}Name`, label: 'Name', unit: 'text' } as const] : []),
  ];
  const cells = (key: string, id: number): Row => ({
    [key]: known(id).key,
    ...(withNames && { [`${key}Name`]: known(id).label }),
  });
  return {
    columns: [
      ...(isPair ? item('item', field.label) : []),
      ...item('with', isPair ? 'Together with' : field.label),
      { key: 'orders', label: 'Orders', unit: 'count' },
      { key: 'support', label: 'Of all', unit: 'share' },
      { key: 'confidence', label: isPair ? 'Of the first' : `Of ${facts.given}`, unit: 'share' },
      {
        key: 'confidenceBack',
        label: isPair ? 'Of the second' : 'Of its own',
        unit: 'share',
        secondary: true,
      },
      { key: 'lift', label: 'Times chance', unit: 'number' },
      { key: 'leverage', label: 'Beyond chance', unit: 'share', secondary: true },
    ],
    rows: shown.map(rule => ({
      ...(isPair && cells('item', rule.first)),
      ...cells('with', rule.second),
      orders: rule.together,
      support: round(rule.support),
      confidence: round(rule.confidence),
      confidenceBack: round(rule.confidenceBack),
      lift: round(rule.lift),
      leverage: round(rule.leverage),
    })),
  };
}

/** Pairs take two lines each. */
const MOST_BARS = { pairs: 8, items: 12 };
/** How many times as often as by chance each two of few items are together. */
export interface Grid {
  readonly items: readonly number[];
  /** By item and item; null of an item with itself. */
  readonly lifts: readonly (readonly (number | null)[])[];
}

/** A name that leaves room for another one beside it. */
const short = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;

/** So much of a name is seen beside a bar. */
const MOST_BESIDE_BAR = 24;

/**
 * A name as it stands beside another one: if both begin alike and are too long to be seen whole, their middle
 * is left out, since their ends are what differs.
 */
export function besideName(name: string, other: string, most: number): string {
  if (name.length <= most || !other.startsWith(name.slice(0, most - 6))) return name;
  const words = name.split(/\s+/);
  const lengthOf = (part: readonly string[]) => part.join(' ').length;
  let [head, tail] = [0, 0];
  while (lengthOf(words.slice(0, head + 1)) <= most / 2) head++;
  while (lengthOf(words.slice(words.length - tail - 1)) <= most / 2) tail++;
  if (head === 0 || tail === 0) return `${name.slice(0, most / 2 - 1)}…${name.slice(-most / 2)}`;
  return `${words.slice(0, head).join(' ')} … ${words.slice(-tail).join(' ')}`;
}

/** A grid of all pairs of few items; bars of the first pairs otherwise. */
export function togetherChart(
  facts: TogetherFacts,
  grid: Grid | undefined,
  { text }: AnswerContext,
): ChartSpec[] {
  const { rules, one, many, given, name, format } = facts;
  const [first] = rules;
  if (!first) return [];
  const times = (lift: number) => `${format.figure(Math.round(lift * 100) / 100, 'number')}x`;
  const pairOf = (rule: Rule, most: number): [first: string, second: string] => {
    const [a, b] = [name(rule.first), name(rule.second)];
    return [besideName(a, b, most), besideName(b, a, most)];
  };
  const pairName = (rule: Rule, most: number) =>
    given
      ? name(rule.second)
      : pairOf(rule, most)
          .map(own => short(own, most))
          .join(' + ');
  const figures = rules
    .slice(0, 20)
    .map(rule => `${pairName(rule, 60)} ${plural(rule.together, 'order')} (${times(rule.lift)})`);
  const best = sureRules(facts)[0] ?? first;
  const base = {
    title: `${pairName(best, 30)}${given ? ` with ${given}` : ''}: ${liftText(best.lift, format)}`,
    currency: format.currency,
  };
  if (grid) {
    const subtitle = `How many times as often as by chance two ${many} are in one order`;
    return [
      {
        ...base,
        kind: 'heatmap',
        subtitle: `${subtitle} · ${text}`,
        alt: `${subtitle}, ${text}: ${figures.join(', ')}`,
        unit: 'number',
        rows: grid.items.map(name),
        columns: grid.items.map(name),
        values: grid.lifts,
        middle: 1,
      },
    ];
  }
  const bars = rules.slice(0, given ? MOST_BARS.items : MOST_BARS.pairs);
  const subtitle = given
    ? `Orders with ${given} and another ${one}, and how many times chance that is`
    : `Orders with both ${many}, and how many times chance that is`;
  return [
    {
      ...base,
      kind: 'ranking',
      subtitle: `${subtitle} · ${text}`,
      alt: `${subtitle}, ${text}: ${figures.join(', ')}`,
      unit: 'count',
      labels: bars.map(rule => (given ? name(rule.second) : pairOf(rule, MOST_BESIDE_BAR)[0])),
      ...(!given && { secondLabels: bars.map(rule => `+ ${pairOf(rule, MOST_BESIDE_BAR)[1]}`) }),
      values: bars.map(rule => rule.together),
      notes: bars.map(rule => times(rule.lift)),
    },
  ];
}
