/** Whether an IANA time zone of this name exists. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const MINUTES_OF_DAY = 1440;

/** Minutes by which a zone's clocks are ahead of UTC, exact with summer time, for one zone after another. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  /** By the day in UTC; undefined for the two days of a year on which clocks change. */
  readonly #ofDay = new Map<number, number | undefined>();

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  }

  /** @param instant minutes since 1970 in UTC */
  offsetAt(instant: number): number {
    const day = Math.floor(instant / MINUTES_OF_DAY);
    if (!this.#ofDay.has(day)) {
      const [from, to] = [this.#compute(day * MINUTES_OF_DAY), this.#compute((day + 1) * MINUTES_OF_DAY)];
      this.#ofDay.set(day, from === to ? from : undefined);
    }
    return this.#ofDay.get(day) ?? this.#compute(instant);
  }

  /** The local minutes since 1970 at an instant. */
  localAt(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** The instant of local minutes since 1970; in the hour that clocks skip or repeat, the earlier reading. */
  instantOf(local: number): number {
    const guess = local - this.offsetAt(local);
    return local - this.offsetAt(guess);
  }

  #compute(instant: number): number {
    const parts = this.#format.formatToParts(new Date(instant * 60_000));
    return offsetNamed(parts.find(part => part.type === 'timeZoneName')?.value ?? '') ?? 0;
  }
}

/** Hours ahead of UTC by the abbreviations that exports write. Those with two meanings are left out. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  MEZ: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  IST: 5.5,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  ACDT: 10.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  BRT: -3,
  NST: -3.5,
  NDT: -2.5,
  ADT: -3,
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
  AKDT: -8,
  AKST: -9,
  HST: -10,
};

const OFFSET = /^(?:UTC|GMT)? ?([+\u2212-])(\d{1,2})(?::?(\d{2}))?$/i;

/** Minutes ahead of UTC that a text names: `+0530`, `GMT+9`, `PST`; undefined if it names none. */
export function offsetNamed(text: string): number | undefined {
  const m = OFFSET.exec(text);
  if (m) {
    const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0);
    return m[1] === '+' ? minutes : -minutes;
  }
  const hours = ABBREVIATIONS[text.toUpperCase()];
  return hours === undefined ? undefined : hours * 60;
}

const AFTER_TIME = new RegExp(
  [
    String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)? ?`,
    String.raw`\(?(Z|(?:UTC|GMT)?[+\u2212-]\d{1,2}(?::?\d{2})?|[A-Z]{2,4})\)?(?: \d{4}|\b|$)`,
  ].join(''),
  'i',
);

/** Minutes ahead of UTC by the offset or zone behind a date's time; undefined if there is none. */
export function offsetIn(text: string): number | undefined {
  const named = AFTER_TIME.exec(text)?.[1];
  return named === undefined ? undefined : offsetNamed(named);
}

/** Zones by the names that tills write: `Eastern Time (US & Canada)`. */
const SPELT_OUT: readonly (readonly [RegExp, string])[] = [
  [/^eastern (?:standard |daylight )?time/i, 'America/New_York'],
  [/^central (?:standard |daylight )?time/i, 'America/Chicago'],
  [/^mountain (?:standard |daylight )?time/i, 'America/Denver'],
  [/^pacific (?:standard |daylight )?time/i, 'America/Los_Angeles'],
  [/^(?:coordinated )?universal time/i, 'UTC'],
];

/** The IANA zone, or the minutes ahead of UTC, that a zone's name means; undefined if it is not known. */
export function zoneNamed(text: string): string | number | undefined {
  const offset = offsetNamed(text);
  if (offset !== undefined) return offset;
  const spelt = SPELT_OUT.find(([pattern]) => pattern.test(text))?.[1];
  return spelt ?? (/^[A-Za-z_]+\/[A-Za-z_/]+$/.test(text) && isZone(text) ? text : undefined);
}

/** An offset as people write it: `+05:30`, `UTC`. */
export function showOffset(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
