import type { Day } from '../../core/calendar/days.js';
import { type CustomersAhead, customerRhythms, isAhead } from '../../measures/lifetime-value.js';
import { isLateAt, isLongGoneAt, placeInRhythms } from '../../models/lifetime-value/rhythm.js';
import type { Unfit } from '../../models/lifetime-value/shop-model.js';
import { placeOf } from '../../segments/snapshots/snapshot.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import type { QueryArguments } from '../declaration.js';
import type { ShopView } from '../shop.js';
import { aheadOf } from './ahead.js';
import type { SegmentContext } from './context.js';

/** A customer who is later than their rhythm, or of whom the model doubts that they come again. */
export interface AtRisk {
  /** Position in the snapshot. */
  readonly at: number;
  readonly customerId: number;
  /** Days since the last order, their usual gap, and how many times that this is. */
  readonly silent: number;
  readonly usual: number;
  readonly times: number;
  readonly isLate: boolean;
  /** Undefined where no model fits. Money in minor units. */
  readonly alive?: number;
  /**
   * What they would bring within the horizon if they were still customers, and what of it is expected to be
   * lost.
   */
  readonly ifStaying?: number;
  readonly atStake?: number;
}

export interface Risk {
  readonly customers: readonly AtRisk[];
  /** How many more have hardly a chance to come again: nobody to act on. */
  readonly gone: number;
  /** Where they stand in the snapshot. */
  readonly goneAt: readonly number[];
  /** Everybody who came back at least once: positions in the snapshot. */
  readonly repeatersAt: ReadonlySet<number>;
  /** How many customers have come back at least once: only they have a rhythm. */
  readonly repeaters: number;
  readonly median: number;
  readonly late: number;
  /** Who has been silent for longer than this, in days, and for twice as long as makes them late, is gone. */
  readonly longest: number;
  /** The last day that silence is counted to. */
  readonly through: Day;
  readonly ahead: CustomersAhead | Unfit;
}

/** Fewer gaps between orders than this show no rhythm. */
export const FEWEST_GAPS = 20;
/** Below this probability a customer has left, and from this on nobody doubts it. */
const GONE = 0.05;
const DOUBT = 0.5;

/**
 * Who is about to leave: late by their own rhythm and the shop's, or doubtful by the model, but not yet
 * gone; the most money at stake first. Undefined where too few orders show a rhythm.
 */
export async function riskOf(
  query: Pick<QueryArguments, 'horizon' | 'discount'>,
  context: Pick<SegmentContext, 'snapshot'>,
  shop: Pick<ShopView, 'store'>,
): Promise<Risk | { readonly gaps: number }> {
  const { snapshot } = context;
  const { rhythms, through } = await rhythmsIn(context, shop);
  if (rhythms.gaps < FEWEST_GAPS) return { gaps: rhythms.gaps };
  const ahead = await aheadOf(query, context, shop);
  const customers: AtRisk[] = [];
  const goneAt: number[] = [];
  const repeatersAt = new Set<number>();
  for (let i = 0; i < rhythms.customer.length; i++) {
    const customerId = rhythms.customer[i]!;
    const at = placeOf(snapshot, customerId);
    if (at === undefined) continue;
    repeatersAt.add(at);
    const [silent, usual] = [rhythms.silent[i]!, rhythms.usual[i]!];
    const isLate = isLateAt(rhythms, i);
    const stake = isAhead(ahead) ? stakeOf(customerId, ahead) : undefined;
    if (!isLate && (stake?.alive ?? 1) >= DOUBT) continue;
    if ((stake && stake.alive < GONE) || isLongGoneAt(rhythms, i)) goneAt.push(at);
    else customers.push({ at, customerId, silent, usual, times: silent / usual, isLate, ...stake });
  }
  const { revenue } = snapshot.scored.figures;
  customers.sort(
    (a, b) => (b.atStake ?? 0) - (a.atStake ?? 0) || revenue[b.at]! - revenue[a.at]! || a.at - b.at,
  );
  return {
    customers,
    gone: goneAt.length,
    goneAt,
    repeaters: repeatersAt.size,
    repeatersAt,
    median: rhythms.median,
    late: rhythms.late,
    longest: rhythms.longest,
    through,
    ahead,
  };
}

/** How often everybody comes back, up to the day of a snapshot. */
async function rhythmsIn({ snapshot }: Pick<SegmentContext, 'snapshot'>, { store }: Pick<ShopView, 'store'>) {
  const data = await dataExtent(store);
  const through = Math.min(snapshot.asOf, data?.to ?? snapshot.asOf);
  return { rhythms: await customerRhythms(store, through), through };
}

/**
 * One customer's usual days between orders, and whether they are overdue, by the rule of `riskOf`; undefined
 * of a customer with one order day, or where too few orders show a rhythm.
 */
export async function rhythmOf(
  customerId: number,
  context: Pick<SegmentContext, 'snapshot'>,
  shop: Pick<ShopView, 'store'>,
): Promise<{ readonly usual: number; readonly isLate: boolean } | undefined> {
  const { rhythms } = await rhythmsIn(context, shop);
  const place = placeInRhythms(rhythms, customerId);
  if (place === undefined || rhythms.gaps < FEWEST_GAPS) return undefined;
  return { usual: rhythms.usual[place]!, isLate: isLateAt(rhythms, place) };
}

/**
 * What is expected to be lost of a customer: what they would bring if they stayed, less what they are
 * expected to.
 */
function stakeOf(customerId: number, { placeOf: place, expected }: CustomersAhead) {
  const i = place(customerId);
  const alive = i === undefined ? Number.NaN : expected.alive[i]!;
  if (i === undefined || Number.isNaN(alive)) return undefined;
  const value = expected.value[i]!;
  const ifStaying = alive > 0 ? Math.round(value / alive) : 0;
  return { alive, ifStaying, atStake: Math.max(0, ifStaying - value) };
}

/** What is expected to be lost of customers together; undefined where no model fits. Minor units. */
export const atStakeOf = (customers: readonly AtRisk[]): number | undefined =>
  customers.some(c => c.atStake !== undefined)
    ? customers.reduce((sum, c) => sum + (c.atStake ?? 0), 0)
    : undefined;
