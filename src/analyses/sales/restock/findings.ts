import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import { type Format, listed, listedFirst, plural } from '../../../core/answer/format.js';
import { type Velocity, WINDOW } from './figures.js';

export interface RestockFacts {
  readonly format: Format;
  /** The fastest first. */
  readonly products: readonly Velocity[];
  name(product: Velocity): string;
  /** Whether they are goods that one can have in stock: customers and age groups are not. */
  readonly isOfGoods: boolean;
}

const units = ({ format }: RestockFacts, count: number): string =>
  `${format.count(Math.round(count * 10) / 10)} ${count === 1 ? 'unit' : 'units'}`;
const of = ({ products }: RestockFacts, trend: Velocity['trend']) => products.filter(p => p.trend === trend);

const faster: Rule<RestockFacts> = {
  name: 'speeding up',
  when: 'products sold one and a half times as much, or more, in the last four weeks as in the four before',
  kind: 'observation',
  say: facts => {
    const up = of(facts, 'faster').sort((a, b) => b.unitsNow - b.unitsBefore - (a.unitsNow - a.unitsBefore));
    if (up.length === 0) return undefined;
    const names = up.map(p => {
      const before = p.unitsBefore === 0 ? 'none before' : `up from ${facts.format.count(p.unitsBefore)}`;
      return `${facts.name(p)} (${units(facts, p.unitsNow)}, ${before})`;
    });
    return `Speeding up in the last four weeks: ${listedFirst(names)}.`;
  },
};

const stalled: Rule<RestockFacts> = {
  name: 'stalled',
  when: 'products sold in the four weeks before, and not in the last four',
  kind: 'observation',
  say: facts => {
    const down = of(facts, 'stalled').sort((a, b) => b.unitsBefore - a.unitsBefore);
    if (down.length === 0) return undefined;
    const names = down.map(
      p => `${facts.name(p)} (${units(facts, p.unitsBefore)} before, none for ${plural(p.daysSince, 'day')})`,
    );
    return `Stalled: ${listedFirst(names)}.`;
  },
};

const slower: Rule<RestockFacts> = {
  name: 'slowing down',
  when: 'products sold two thirds as much, or less, in the last four weeks as in the four before',
  kind: 'observation',
  say: facts => {
    const down = of(facts, 'slower').sort(
      (a, b) => b.unitsBefore - b.unitsNow - (a.unitsBefore - a.unitsNow),
    );
    if (down.length === 0) return undefined;
    const names = down.map(
      p => `${facts.name(p)} (${units(facts, p.unitsNow)}, down from ${facts.format.count(p.unitsBefore)})`,
    );
    return `Slowing down in the last four weeks: ${listedFirst(names)}.`;
  },
};

const reorder: Rule<RestockFacts> = {
  name: 'have enough for four weeks',
  when:
    'products, or lines of them, sold in the last four weeks: what the three fastest need for the ' +
    'next four at this pace',
  kind: 'action',
  say: facts => {
    const top = facts.products.filter(p => p.unitsNow > 0).slice(0, 3);
    if (!facts.isOfGoods) return undefined;
    if (top.length === 0) return undefined;
    const needs = top.map(p => `${facts.format.count(Math.ceil(p.now * WINDOW))} of ${facts.name(p)}`);
    return `To last ${WINDOW} days at this pace, have in stock: ${listed(needs)}.`;
  },
};

const clear: Rule<RestockFacts> = {
  name: 'clear what does not move',
  when: 'products that sold nothing for 90 days or more, three or more of them',
  kind: 'action',
  say: facts => {
    const idle = facts.products.filter(p => p.daysSince >= 90);
    if (idle.length < 3) return undefined;
    const count = facts.format.count(idle.length);
    return `Before reordering, check the ${count} products that have not sold for 90 days or more.`;
  },
};

export const RESTOCK_RULES: readonly Rule<RestockFacts>[] = [faster, slower, stalled, reorder, clear];

export default { title: 'Restock', rules: RESTOCK_RULES } satisfies RuleSet<RestockFacts>;
