import type { Answer } from '../../core/answer/answer.js';
import type { Day } from '../../core/calendar/days.js';
import type { SegmentationOptions } from '../../segments/segmentation/options.js';
import type { Filter } from '../../store/scope/sums.js';
import type { Condition } from './condition.js';
import type { DigestPart } from './part.js';
import type { DigestGrain, DigestPeriods } from './periods.js';

/**
 * The orders and revenue (minor units) that a digest counted on each day. A later digest compares its own
 * with it, and so finds sales that were added late or corrected.
 */
export interface Ledger {
  /** The part of the shop: its currency and filters. */
  readonly asked: string;
  /** The first day that is compared. Days without sales are left out. */
  readonly from: Day;
  readonly days: readonly (readonly [day: Day, orders: number, revenue: number])[];
}

/** A headline for the channel and answers for its thread. */
export interface Digest {
  readonly periods: DigestPeriods;
  readonly headline: Answer;
  readonly thread: readonly Answer[];
  /** Why a subscription does not post it: the figures that its conditions were compared with. */
  readonly withheld?: string;
  /** There is no data for its period at all. That is reported. */
  readonly isWithoutData?: boolean;
  /** The orders and revenue of each day that it covers. */
  readonly ledger?: Ledger;
  /** Of an alert about goals: the numbers of those that stood the same a period ago. */
  readonly sameAsBefore?: readonly number[];
}

/** What a subscription watches for, instead of telling of each period. */
export type Alert =
  | {
      readonly kind: 'out of line';
      readonly grain: DigestGrain;
      /** The key of a measure of queries; revenue unless given. */
      readonly measure?: string;
      /** How far off it has to be: as a share of what is usual, and in major units. */
      readonly floor: { readonly share?: number; readonly amount?: number };
    }
  | { readonly kind: 'off pace' };

/** The options of a digest. Without any it covers the whole shop's last week. */
export interface DigestRequest {
  readonly grain?: DigestGrain;
  /** The shop's own segmentation unless given. */
  readonly segmentation?: SegmentationOptions;
  readonly filters?: readonly Filter[];
  /** The parts of its thread; all unless given. */
  readonly parts?: readonly DigestPart[];
  /** A subscription posts it only if one of these holds. */
  readonly conditions?: readonly Condition[];
  /** Instead of a digest, one message if this is so, and otherwise nothing. */
  readonly alert?: Alert;
  /** A subscription does not post it if nothing happened. */
  readonly isQuiet?: boolean;
}
