import type { DayRange } from '../../calendar/grain.js';
import type { Shifts } from '../../segments/shifts.js';
import type { Shop } from '../../shop.js';
import type { DigestWeeks } from '../week.js';

/** What every part of a digest is made from. */
export interface DigestMaterial {
  readonly shop: Shop;
  readonly weeks: DigestWeeks;
  readonly data: DayRange;
  readonly shifts: Shifts;
}
