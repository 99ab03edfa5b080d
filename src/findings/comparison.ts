import { type Format, listed } from '../answer/format.js';
import type { Contribution, Contributions } from '../sales/comparison.js';
import { changeOf } from '../sales/measures.js';
import type { Rule } from './rule.js';

/** Two periods, and what each value of a dimension adds to the change between them. */
export interface ComparisonFacts extends Contributions {
  readonly format: Format;
  readonly one: string;
  readonly many: string;
  readonly nowText: string;
  readonly beforeText: string;
  name(row: Contribution): string;
}

const change = ({ now, before }: ComparisonFacts): number => now.revenue - before.revenue;
const signed = ({ format }: ComparisonFacts, minor: number): string =>
  `${minor < 0 ? '−' : '+'}${format.amount(Math.abs(minor))}`;

const said = (facts: ComparisonFacts, row: Contribution): string => {
  const relative = changeOf(row.now?.revenue ?? 0, row.before?.revenue ?? 0);
  return `${facts.name(row)} (${signed(facts, row.change)}${relative === null ? '' : `, ${facts.format.change(relative)}`})`;
};

const grew: Rule<ComparisonFacts> = {
  name: 'what grew',
  when: 'values brought more than before: the three that added most',
  kind: 'observation',
  say: facts => {
    const up = facts.rows.filter(r => r.change > 0 && r.key !== null).slice(0, 3);
    return up.length === 0 ? undefined : `Grew most: ${listed(up.map(r => said(facts, r)))}.`;
  },
};

const shrank: Rule<ComparisonFacts> = {
  name: 'what shrank',
  when: 'values brought less than before: the three that took most away',
  kind: 'observation',
  say: facts => {
    const down = facts.rows.filter(r => r.change < 0 && r.key !== null).slice(0, 3);
    return down.length === 0 ? undefined : `Shrank most: ${listed(down.map(r => said(facts, r)))}.`;
  },
};

const driver: Rule<ComparisonFacts> = {
  name: 'what explains it',
  when: 'one value makes half or more of the change, in its direction',
  kind: 'observation',
  say: facts => {
    const all = change(facts);
    const [first] = facts.rows.filter(r => r.key !== null && Math.sign(r.change) === Math.sign(all));
    if (!first || all === 0 || facts.rows.length < 3) return undefined;
    const share = first.change / all;
    if (share < 0.5) return undefined;
    return share <= 1
      ? `${facts.name(first)} alone makes ${facts.format.share(share)} of the change.`
      : `Without ${facts.name(first)} revenue would have gone the other way: ${signed(facts, all - first.change)}.`;
  },
};

const ordersOrSize: Rule<ComparisonFacts> = {
  name: 'more orders or larger ones',
  when: 'orders and the average order are known in both periods, and revenue changed by 1 % or more',
  kind: 'observation',
  say: facts => {
    const { now, before, format } = facts;
    if (now.orders === 0 || before.orders === 0 || before.revenue <= 0) return undefined;
    if (Math.abs(change(facts) / before.revenue) < 0.01) return undefined;
    const orders = changeOf(now.orders, before.orders) ?? 0;
    const size = changeOf(now.revenue / now.orders, before.revenue / before.orders) ?? 0;
    return `Orders changed by ${format.change(orders)} (${format.count(before.orders)} to ${format.count(now.orders)}), the average order by ${format.change(size)} (${format.amount(Math.round(before.revenue / before.orders))} to ${format.amount(Math.round(now.revenue / now.orders))}).`;
  },
};

const gone: Rule<ComparisonFacts> = {
  name: 'gone and new',
  when: 'values that sold in only one of the two periods',
  kind: 'observation',
  say: facts => {
    const isNew = facts.rows.filter(r => !r.before && r.now && r.now.revenue > 0 && r.key !== null);
    const isGone = facts.rows.filter(r => !r.now && r.before && r.before.revenue > 0 && r.key !== null);
    const names = (rows: readonly Contribution[]) =>
      listed([...rows.slice(0, 2).map(facts.name), ...(rows.length > 2 ? [`${rows.length - 2} more`] : [])]);
    const parts = [
      ...(isNew.length > 0 ? [`new: ${names(isNew)}`] : []),
      ...(isGone.length > 0 ? [`no sales any more: ${names(isGone)}`] : []),
    ];
    return parts.length === 0 ? undefined : `Of the ${facts.many}, ${parts.join('; ')}.`;
  },
};

const recover: Rule<ComparisonFacts> = {
  name: 'win back what shrank',
  when: 'a value lost 10 % or more of what it brought, and that is 1 % or more of all revenue before',
  kind: 'action',
  say: facts => {
    const worst = facts.rows.find(
      r =>
        r.change < 0 &&
        r.key !== null &&
        r.before !== undefined &&
        -r.change >= r.before.revenue * 0.1 &&
        -r.change >= facts.before.revenue * 0.01,
    );
    if (!worst?.before) return undefined;
    return `Look into ${facts.name(worst)} first: it brought ${facts.format.amount(-worst.change)} less than in ${facts.beforeText}.`;
  },
};

const build: Rule<ComparisonFacts> = {
  name: 'build on what grew',
  when: 'a value grew by 10 % or more, and that is 1 % or more of all revenue before',
  kind: 'action',
  say: facts => {
    const best = facts.rows.find(
      r =>
        r.change > 0 &&
        r.key !== null &&
        r.change >= (r.before?.revenue ?? 0) * 0.1 &&
        r.change >= facts.before.revenue * 0.01,
    );
    if (!best) return undefined;
    return `Build on ${facts.name(best)}: it brought ${facts.format.amount(best.change)} more than in ${facts.beforeText}.`;
  },
};

export const COMPARISON_RULES: readonly Rule<ComparisonFacts>[] = [
  grew,
  shrank,
  driver,
  ordersOrSize,
  gone,
  recover,
  build,
];
