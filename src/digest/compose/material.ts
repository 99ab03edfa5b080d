import type { ShopView } from '../../answering/shop.js';
import type { FollowUp } from '../../core/answer/follow-up.js';
import type { Format } from '../../core/answer/format.js';
import type { Scope } from '../../core/answer/scope.js';
import type { DayRange } from '../../core/calendar/grain.js';
import type { Recorded } from '../../measures/measures.js';
import type { SegmentationOptions } from '../../segments/segmentation/options.js';
import type { Shifts } from '../../segments/shifts.js';
import type { ActiveCustomers } from '../../store/scope/active-customers.js';
import type { Filter, GroupSums } from '../../store/scope/sums.js';
import type { DigestPeriods } from './periods.js';

/** Sales and buyers of a digest's period, and of the periods it is compared with. */
export interface DigestSales {
  readonly now: GroupSums;
  readonly people: ActiveCustomers;
  /** Set if the data covers both periods completely. */
  readonly before?: { readonly sums: GroupSums; readonly people: ActiveCustomers };
  readonly lastYear?: GroupSums;
}

/** The figures that every part of a digest is made from. */
export interface DigestMaterial {
  readonly shop: ShopView;
  readonly periods: DigestPeriods;
  readonly data: DayRange;
  readonly shifts: Shifts;
  readonly sales: DigestSales;
  readonly segmentation: SegmentationOptions;
  readonly filters: readonly Filter[];
  /** The filters and segmentation options: the end of each part's scope. */
  readonly scope: Scope;
  readonly format: Format;
  /** Whether the shop's files have orders and name customers at all. */
  readonly recorded: Recorded;
  /** A question with the digest's options and filters: `segment at-risk map:eleven country:Spain`. */
  question(text: string): string;
  /** The same as a button, with its label: `At-risk customers`. */
  followUp(label: string, text: string): FollowUp;
}
