import type { Rule, RuleSet } from '../../../core/answer/finding-rules.js';
import type { Format } from '../../../core/answer/format.js';
import { plural } from '../../../core/answer/format.js';
import { ofKind, type StatusKind } from '../../../measures/order-statuses.js';
import type { GroupSums, Sums } from '../../../store/scope/sums.js';

/** Orders by what became of them. */
export interface StatusFacts {
  readonly format: Format;
  readonly total: GroupSums;
  readonly rows: readonly Sums[];
}

/** What orders of some statuses are worth, whatever the sign of their amounts. */
export const sumOf = (rows: readonly Sums[]) => ({
  revenue: rows.reduce((sum, r) => sum + Math.abs(r.revenue), 0),
  orders: rows.reduce((sum, r) => sum + r.orders, 0),
});
const namesOf = (rows: readonly Sums[]): string => rows.map(r => r.key).join(', ');

const cost =
  (kind: StatusKind, verb: string): Rule<StatusFacts>['say'] =>
  facts => {
    const rows = ofKind(facts, kind);
    const { revenue, orders } = sumOf(rows);
    if (rows.length === 0 || revenue === 0) return undefined;
    const share =
      facts.total.revenue > 0 ? ` (${facts.format.share(revenue / facts.total.revenue)} of revenue)` : '';
    return `${namesOf(rows)}: ${plural(orders, 'order')} ${verb} ${facts.format.amount(revenue)}${share}.`;
  };

const lost: Rule<StatusFacts> = {
  name: 'cancelled',
  when: 'a status says cancelled, voided, rejected or failed',
  kind: 'observation',
  say: cost('cancelled', 'worth'),
};
const returned: Rule<StatusFacts> = {
  name: 'returned',
  when: 'a status says refunded or returned',
  kind: 'observation',
  say: cost('returned', 'worth'),
};
const disputed: Rule<StatusFacts> = {
  name: 'disputed',
  when: 'a status says disputed or claimed',
  kind: 'observation',
  say: cost('disputed', 'worth'),
};
const waiting: Rule<StatusFacts> = {
  name: 'waiting',
  when: 'a status says on hold, pending, in process, open or unpaid',
  kind: 'observation',
  say: cost('waiting', 'still to come, worth'),
};

const largerThanUsual: Rule<StatusFacts> = {
  name: 'large orders cancelled',
  when: 'three or more cancelled orders are a quarter or more larger than the average order',
  kind: 'observation',
  say: facts => {
    const { revenue, orders } = sumOf(ofKind(facts, 'cancelled'));
    if (orders < 3 || facts.total.orders === 0) return undefined;
    const [average, usual] = [revenue / orders, facts.total.revenue / facts.total.orders];
    if (average < usual * 1.25) return undefined;
    const [cancelled, overall] = [average, usual].map(minor =>
      facts.format.amount(facts.format.wholeMinor(minor)),
    );
    return `Cancelled orders are larger than others: ${cancelled} on average, against ${overall} overall.`;
  },
};

const winBack: Rule<StatusFacts> = {
  name: 'win cancelled orders back',
  when: 'there are cancelled orders',
  kind: 'action',
  say: facts => {
    const { revenue, orders } = sumOf(ofKind(facts, 'cancelled'));
    if (orders === 0 || revenue === 0) return undefined;
    if (orders === 1)
      return `Ask the buyer of the cancelled order why: it was worth ${facts.format.amount(revenue)}.`;
    const half = facts.format.amount(facts.format.wholeMinor(revenue / 2));
    return (
      `Ask the buyers of the ${orders} cancelled orders why: ` +
      `winning back half of them would bring ${half}.`
    );
  },
};
const settle: Rule<StatusFacts> = {
  name: 'settle disputes',
  when: 'there are disputed orders',
  kind: 'action',
  say: facts => {
    const { revenue, orders } = sumOf(ofKind(facts, 'disputed'));
    if (orders === 0 || revenue === 0) return undefined;
    const count = orders === 1 ? 'disputed order' : `${orders} disputed orders`;
    return `Settle the ${count} before more follow: ${facts.format.amount(revenue)} is at stake.`;
  },
};
const chase: Rule<StatusFacts> = {
  name: 'chase what waits',
  when: 'orders on hold or in process are worth 1 % of revenue or more',
  kind: 'action',
  say: facts => {
    const { revenue, orders } = sumOf(ofKind(facts, 'waiting'));
    if (orders === 0 || facts.total.revenue <= 0 || revenue < facts.total.revenue * 0.01) return undefined;
    const count = orders === 1 ? 'waiting order' : `${orders} waiting orders`;
    return `Move the ${count} on: ${facts.format.amount(revenue)} has not been shipped yet.`;
  },
};

export const STATUS_RULES: readonly Rule<StatusFacts>[] = [
  lost,
  returned,
  disputed,
  waiting,
  largerThanUsual,
  winBack,
  settle,
  chase,
];

export default { title: 'Order status', rules: STATUS_RULES } satisfies RuleSet<StatusFacts>;
