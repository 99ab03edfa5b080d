import type { GroupingField } from '../answering/grouping-fields.js';
import type { DayRange, Grain } from '../core/calendar/grain.js';
import type { GroupBy, LookUp } from '../store/scope/sums.js';
import type { Setting } from './setting.js';

/** Something that a query can group by. */
export interface QueryField {
  readonly key: string;
  readonly label: string;
  /** How its groups stand: as time goes, in a fixed order of their own, or ranked. */
  readonly order: 'time' | 'fixed' | 'ranked';
  readonly grain?: Grain;
  /** The dimension or other field of the store behind it. */
  readonly field?: GroupingField;
  /** All of its groups, where those without a line are shown as well. */
  readonly ids?: readonly number[];
  /** The numbers of all groups within a range of days, where one without a line is a group of zeros. */
  idsIn?(days: DayRange, setting: Setting): readonly number[];
  /** The days of a group that is a period but none of the calendar's. */
  rangeOf?(id: number, setting: Setting): DayRange;
  /** What has to be known to read the groups: which days they have. */
  convention?(setting: Setting): string;
  groupBy(setting: Setting): Promise<GroupBy> | GroupBy;
}

/** A field that is worked out rather than a column of the data. */
export interface ComputedField extends QueryField {
  /** What its groups are, for the docs. */
  readonly about: string;
}

/** Groups that are looked up by the number of an order, a customer or a day, and their names. */
export const lookUp = (
  column: LookUp['column'],
  first: number,
  groups: Int32Array,
  names: ReadonlyMap<number, string>,
): LookUp => ({ kind: 'lookUp', column, first, groups, names });
