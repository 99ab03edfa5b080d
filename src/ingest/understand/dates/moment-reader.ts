import type { Day } from '../../../core/calendar/days.js';
import type { DateOrders } from '../../../core/calendar/written-dates.js';
import { minutesAlone, minutesIn } from '../../../core/calendar/written-times.js';
import { offsetIn, ZoneClock, zoneNamed } from '../../../core/calendar/zones.js';
import { dayReader } from '../cell-readers.js';
import { cellText } from '../survey.js';
import { dayOfParts, textOfParts } from './date-parts.js';
import type { DateRules } from './date-rules.js';

/** How the date of a file's rows is read. */
export interface DateMapping {
  readonly roles: { readonly date?: number };
  readonly dateOrders: DateOrders;
  readonly dates: DateRules;
}

/** Reads the day and the hour of one row after another. */
export interface MomentReader {
  /** Undefined where the row has no date that can be read. */
  day(cells: readonly string[]): Day | undefined;
  /** 0 to 23; undefined where there is no time of day. */
  hour(cells: readonly string[]): number | undefined;
  /** What stands in the row as its date, for messages. */
  written(cells: readonly string[]): string;
}

const EPOCH = /^\d{10}/;
const MINUTES_OF_DAY = 1440;

/** Makes the reader of a file's days and hours. */
export function momentReader(mapping: DateMapping): MomentReader {
  const { dates } = mapping;
  if (dates.zone) return new ZonedReader(mapping);
  return new PlainReader(mapping);
}

class PlainReader implements MomentReader {
  readonly column: number;
  readonly #dayIn: (written: string) => Day | undefined;
  #last = '';
  #lastMinutes: number | undefined;

  constructor(readonly mapping: DateMapping) {
    this.column = mapping.roles.date ?? -1;
    this.#dayIn = dayReader(mapping);
  }

  day(cells: readonly string[]): Day | undefined {
    const { parts } = this.mapping.dates;
    return parts ? dayOfParts(cells, parts) : this.#dayIn(cellText(cells[this.column]));
  }

  hour(cells: readonly string[]): number | undefined {
    const minutes = this.minutes(cells);
    return minutes === undefined ? undefined : Math.floor(minutes / 60);
  }

  written(cells: readonly string[]): string {
    const { parts } = this.mapping.dates;
    return parts ? textOfParts(cells, parts) : cellText(cells[this.column]);
  }

  /** Minutes since midnight as the file has them. The lines of an order have one time. */
  protected minutes(cells: readonly string[]): number | undefined {
    const { time } = this.mapping.dates;
    const text = cellText(cells[time?.column ?? this.column]);
    if (text === this.#last) return this.#lastMinutes;
    this.#last = text;
    this.#lastMinutes = time ? minutesAlone(text, time.style) : minutesIn(text);
    return this.#lastMinutes;
  }
}

/** Turns times that have an offset, or whose zone is known, into those of the shop. */
class ZonedReader extends PlainReader {
  readonly #shop: ZoneClock;
  readonly #clocks = new Map<string, ZoneClock>();
  readonly #rule: NonNullable<DateRules['zone']>;
  #lastKey = '';
  #local: number | undefined;

  constructor(mapping: DateMapping) {
    super(mapping);
    this.#rule = mapping.dates.zone ?? { shop: 'UTC' };
    this.#shop = new ZoneClock(this.#rule.shop);
  }

  override day(cells: readonly string[]): Day | undefined {
    const local = this.#localMinutes(cells);
    return local === undefined ? super.day(cells) : Math.floor(local / MINUTES_OF_DAY);
  }

  override hour(cells: readonly string[]): number | undefined {
    const local = this.#localMinutes(cells);
    return local === undefined ? super.hour(cells) : Math.floor((local % MINUTES_OF_DAY) / 60);
  }

  /** Minutes since 1970 on the shop's clock; undefined where the row names no zone or has no time. */
  #localMinutes(cells: readonly string[]): number | undefined {
    const text = cellText(cells[this.column]);
    const time = cellText(cells[this.mapping.dates.time?.column ?? -1]);
    const zone = cellText(cells[this.#rule.column ?? -1]);
    const key = `${text}\n${time}\n${zone}`;
    if (key === this.#lastKey) return this.#local;
    this.#lastKey = key;
    const instant = this.#instant(cells, text, time, zone);
    this.#local = instant === undefined ? undefined : this.#shop.localAt(instant);
    return this.#local;
  }

  #instant(cells: readonly string[], text: string, time: string, zone: string): number | undefined {
    const day = super.day(cells);
    const minutes = this.minutes(cells);
    if (day === undefined || minutes === undefined) return undefined;
    const local = day * MINUTES_OF_DAY + minutes;
    if (EPOCH.test(text)) return local;
    const named = offsetIn(time || text) ?? (zone === '' ? undefined : zoneNamed(zone)) ?? this.#rule.written;
    if (named === undefined) return undefined;
    return typeof named === 'number' ? local - named : this.#clock(named).instantOf(local);
  }

  #clock(zone: string): ZoneClock {
    const clock = this.#clocks.get(zone) ?? new ZoneClock(zone);
    this.#clocks.set(zone, clock);
    return clock;
  }
}
