const CLOCK = /[T ,](\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?([ap])\.?m\b)?/i;
const SERIAL_TIME = /^\d{5}[.,](\d+)$/;
const SECONDS = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/;

/** Minutes since midnight, 0 to 1439, of a date with a time; undefined if it has none. Unix time is UTC. */
export function minutesIn(text: string): number | undefined {
  const serial = SERIAL_TIME.exec(text);
  if (serial) return minutesOfFraction(Number(`0.${serial[1]}`));
  const seconds = Number(SECONDS.exec(text)?.[1]);
  if (seconds) return Math.floor((seconds % 86_400) / 60);
  // The day itself may contain points; the time comes after a space.
  const m = CLOCK.exec(text.slice(4));
  return m ? minutesOf(Number(m[1]), Number(m[2]), m[3]) : undefined;
}

/** The hour of day, 0 to 23, of a date with a time; undefined if it has none. */
export function hourIn(text: string): number | undefined {
  const minutes = minutesIn(text);
  return minutes === undefined ? undefined : Math.floor(minutes / 60);
}

/** How a column of times is written: `17:20`, a part of a day, `1720` as tills write it, or hours alone. */
export type TimeStyle = 'clock' | 'fraction' | 'till' | 'hour';
export const TIME_STYLES: readonly TimeStyle[] = ['clock', 'fraction', 'hour', 'till'];

const TIME_ALONE = new RegExp(
  [
    // A spreadsheet's day 0 before a time.
    '^(?:1899-12-3[01][T ])?',
    String.raw`(\d{1,2})(?:[:.hH](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?|h| ?Uhr)?`,
    String.raw`(?: ?([apAP])\.?[mM]?\.?)?`,
    String.raw`(?: ?(?:Uhr|h|[A-Z]{2,4}|Z|[+-]\d{2}:?\d{2}))?$`,
  ].join(''),
);
const FRACTION = /^0?[.,]\d+$|^0$/;
const TILL = /^\d{1,4}$|^\d{6}$/;

/** Minutes since midnight of a cell that holds nothing but a time; undefined if it is none in this style. */
export function minutesAlone(text: string, style: TimeStyle): number | undefined {
  if (text.length > LONGEST_TIME) return undefined;
  if (style === 'clock') return clock(text);
  if (style === 'fraction')
    return FRACTION.test(text) ? minutesOfFraction(Number(text.replace(',', '.'))) : undefined;
  if (!TILL.test(text)) return undefined;
  if (style === 'hour') return text.length < 3 ? minutesOf(Number(text), 0) : undefined;
  const digits = text.length === 6 ? text.slice(0, 4) : text.padStart(4, '0');
  return minutesOf(Number(digits.slice(0, 2)), Number(digits.slice(2)));
}

const LONGEST_TIME = 30;

function clock(text: string): number | undefined {
  const m = TIME_ALONE.exec(text);
  // `8 AM` is a time, `8` is only one where the column's name says so.
  if (!m || /^\d+$/.test(text)) return undefined;
  return minutesOf(Number(m[1]), Number(m[2] ?? 0), m[3]);
}

function minutesOf(hour: number, minutes: number, half?: string): number | undefined {
  if (hour > 23 || minutes > 59) return undefined;
  if (half === undefined) return hour * 60 + minutes;
  return ((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + minutes;
}

/** A spreadsheet's rounding may fall short of a full minute by up to half a second. */
const minutesOfFraction = (part: number): number => Math.floor(part * 1440 + 1 / 120) % 1440;
