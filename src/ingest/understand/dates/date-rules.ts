import type { DateParts } from './date-parts.js';
import type { TimeColumn } from './time-column.js';

/** How the times of a file are turned into those of the shop. */
export interface ZoneRule {
  /** IANA name of the shop's zone. */
  readonly shop: string;
  /** The zone of times that name none themselves: an IANA name, or minutes ahead of UTC. */
  readonly written?: string | number;
  /** A column with the zone of each row's time. */
  readonly column?: number;
}

/** How a row's date is read, besides the order of its day and month. */
export interface DateRules {
  readonly parts?: DateParts;
  readonly time?: TimeColumn;
  readonly zone?: ZoneRule;
}
