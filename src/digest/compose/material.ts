import type { ShopView } from '../../answering/shop.js';
import type { Format } from '../../core/answer/format.js';
import type { DayRange } from '../../core/calendar/grain.js';
import type { SegmentationOptions } from '../../segments/options.js';
import type { Shifts } from '../../segments/shifts.js';
import type { Filter } from '../../store/scope/sums.js';
import type { DigestPeriods } from '../periods.js';
import type { DigestSales } from './sales.js';

/** What every part of a digest is made from. */
export interface DigestMaterial {
  readonly shop: ShopView;
  readonly periods: DigestPeriods;
  readonly data: DayRange;
  readonly shifts: Shifts;
  readonly sales: DigestSales;
  readonly segmentation: SegmentationOptions;
  readonly filters: readonly Filter[];
  /** Filters and options as a scope says them: ` · country is Spain`. */
  readonly scope: string;
  readonly format: Format;
  /** A question with the digest's options and filters: `segment at-risk map:eleven country:Spain`. */
  again(text: string): string;
}
