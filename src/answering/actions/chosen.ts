import { isAhead } from '../../measures/lifetime-value.js';
import type { Snapshot } from '../../segments/snapshots/snapshot.js';
import type { SegmentContext } from '../segments/context.js';
import { type AtRisk, type Risk, riskOf } from '../segments/risk.js';
import type { ShopView } from '../shop.js';
import { ACTION_KINDS, type ActionKind, type ActionName } from './kinds.js';

/** A customer of an action. Money in minor units. */
export interface Concerned {
  /** Position in the snapshot. */
  readonly at: number;
  readonly customerId: number;
  readonly spent: number;
  /** What is expected of them within the horizon; undefined where no model fits. */
  readonly expected?: number;
  /** What is expected to be lost of them; only of those who are on their way out, and where a model fits. */
  readonly atStake?: number;
  /** Set for those who are on their way out. */
  readonly risk?: AtRisk;
}

/** A recommended action and whom it is for, those with the most money first. */
export interface ChosenAction {
  readonly kind: ActionKind & { readonly name: ActionName };
  readonly customers: readonly Concerned[];
  readonly spent: number;
  readonly expected?: number;
  readonly atStake?: number;
}

/** The actions for everybody, and what they were chosen by. */
export interface ChosenActions {
  readonly actions: readonly ChosenAction[];
  readonly risk: Risk;
}

/**
 * What to do for whom: each customer is in one action, by value at stake, risk and history, whatever their
 * segment is called. Actions without customers are left out.
 * @param within positions in the snapshot that count; everybody unless given
 * @returns how often customers came back in all, where that is too seldom to tell who is overdue
 */
export async function chosenActions(
  context: Pick<SegmentContext, 'snapshot'>,
  shop: Pick<ShopView, 'store'>,
  within?: (at: number) => boolean,
): Promise<ChosenActions | { readonly gaps: number }> {
  const risk = await riskOf({}, context, shop);
  if (!('customers' in risk)) return risk;
  const groups = groupsOf(context.snapshot, risk, within ?? (() => true));
  const actions = ACTION_KINDS.flatMap((kind): ChosenAction[] => {
    const customers = groups[kind.name];
    return customers.length === 0 ? [] : [{ kind, customers, ...sumsOf(customers) }];
  });
  return { actions, risk };
}

function groupsOf(
  snapshot: Snapshot,
  risk: Risk,
  isWithin: (at: number) => boolean,
): Record<ActionName, readonly Concerned[]> {
  const { customer, lastDay } = snapshot.scored.figures;
  const concerned = concernedIn(snapshot, risk);
  const leaving = risk.customers
    .filter(c => isWithin(c.at))
    .map(c => ({ ...concerned(c.at), ...stakeOf(c) }));
  const isLeaving = new Set(risk.customers.map(c => c.at));
  const isGone = new Set(risk.goneAt);
  const once: Concerned[] = [];
  const gone: Concerned[] = [];
  const staying: Concerned[] = [];
  for (let at = 0; at < customer.length; at++) {
    if (!isWithin(at) || isLeaving.has(at)) continue;
    const cameBack = risk.repeatersAt.has(at);
    // Nine in ten of those who came back did so within this time.
    const isLongSilent = risk.through - lastDay[at]! > risk.median * risk.late;
    if (isGone.has(at) || (!cameBack && isLongSilent)) gone.push(concerned(at));
    else (cameBack ? staying : once).push(concerned(at));
  }
  const [winBack, remind] = halves(leaving, c => c.atStake ?? c.spent);
  const [best, others] = halves(staying, worth);
  return {
    'win-back': winBack,
    remind,
    'second-order': byMoney(once, worth),
    'look-after': best,
    'offer-more': others,
    'leave-alone': byMoney(gone, worth),
  };
}

const worth = (c: Concerned): number => c.expected ?? c.spent;
const stakeOf = (risk: AtRisk) => ({
  risk,
  ...(risk.atStake !== undefined && { atStake: risk.atStake }),
});

function concernedIn({ scored }: Snapshot, { ahead }: Risk): (at: number) => Concerned {
  const { customer, revenue } = scored.figures;
  return at => {
    const customerId = customer[at]!;
    const place = isAhead(ahead) ? ahead.placeOf(customerId) : undefined;
    const expected = isAhead(ahead) && place !== undefined ? ahead.expected.value[place] : undefined;
    return { at, customerId, spent: revenue[at]!, ...(expected !== undefined && { expected }) };
  };
}

const byMoney = (customers: readonly Concerned[], money: (c: Concerned) => number): Concerned[] =>
  [...customers].sort((a, b) => money(b) - money(a) || b.spent - a.spent || a.at - b.at);

/** Those who come first by money and have half of it together, and the others. */
function halves(
  customers: readonly Concerned[],
  money: (c: Concerned) => number,
): readonly [first: Concerned[], others: Concerned[]] {
  const ordered = byMoney(customers, money);
  const all = ordered.reduce((sum, c) => sum + Math.max(0, money(c)), 0);
  let [sum, count] = [0, 0];
  while (count < ordered.length && sum < all / 2) sum += Math.max(0, money(ordered[count++]!));
  return [ordered.slice(0, count), ordered.slice(count)];
}

function sumsOf(customers: readonly Concerned[]): Omit<ChosenAction, 'kind' | 'customers'> {
  const sum = (of: (c: Concerned) => number | undefined) =>
    customers.reduce((total, c) => total + (of(c) ?? 0), 0);
  return {
    spent: sum(c => c.spent),
    ...(customers.some(c => c.expected !== undefined) && { expected: sum(c => c.expected) }),
    ...(customers.some(c => c.atStake !== undefined) && { atStake: sum(c => c.atStake) }),
  };
}

/** The customers of an action of the shop's own data, by id. */
export const idsOf = ({ customers }: ChosenAction): number[] => customers.map(c => c.customerId);

/** Whether a customer is in a segment of the snapshot. */
export const inSegment =
  (snapshot: Snapshot, title: string | undefined) =>
  (at: number): boolean =>
    title === undefined || snapshot.segments[snapshot.segment[at]!]?.title === title;
