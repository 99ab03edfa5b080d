/** Changes may be committed later than their time says: so much is read again. */
const OVERLAP_SECONDS = 3_600;
/** The same, where the cursor counts. */
const OVERLAP_NUMBERS = 1_000n;
/** A row may be dated ahead by this much, as clocks are in all zones. */
const AHEAD_MS = 15 * 3_600_000;

const TIME = /^(\d{4}-\d{2}-\d{2})(?:([ T])(\d{2}:\d{2}:\d{2})(.*))?$/;

/** The later of two values of a cursor. A time that has not come yet does not count: it would hide others. */
export function laterOf(before: string | undefined, value: string | null, now: Date): string | undefined {
  if (value === null || value === '' || isInFuture(value, now)) return before;
  if (before === undefined) return value;
  if (/^-?\d+$/.test(before) && /^-?\d+$/.test(value)) return BigInt(value) > BigInt(before) ? value : before;
  return value > before ? value : before;
}

function isInFuture(value: string, now: Date): boolean {
  const [, day, , time] = TIME.exec(value) ?? [];
  return day !== undefined && Date.parse(`${day}T${time ?? '00:00:00'}Z`) > now.getTime() + AHEAD_MS;
}

/** Whether a cursor can be read on from: a time or a whole number. */
export const canGoOn = (value: string): boolean => TIME.test(value) || /^-?\d+$/.test(value);

/** From where a cursor is read next time: somewhat before its last value, in the same writing. */
export function withOverlap(value: string): string {
  if (/^-?\d+$/.test(value)) return String(BigInt(value) - OVERLAP_NUMBERS);
  const [, day, mark = ' ', time, rest = ''] = TIME.exec(value) ?? [];
  if (day === undefined) return value;
  // A day without a time: that day and the one before.
  const at = Date.parse(`${day}T${time ?? '00:00:00'}Z`) - (time ? OVERLAP_SECONDS : 86_400) * 1_000;
  const [date, clock] = new Date(at).toISOString().slice(0, 19).split('T');
  return time ? `${date}${mark}${clock}${rest}` : `${date}`;
}
