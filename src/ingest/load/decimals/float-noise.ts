import type { Decimal } from '../../../core/money/money.js';

/** What a float writes beyond its last true decimal: 284.74000000000001. */
const NOISE = 1e-6;
/** Fewer decimals are meant as they stand. */
const LEAST_SCALE = 7;

/** What a value has more than the amount stored for it, in major units; exactly 0 if nothing. */
export function restOf({ digits, scale }: Decimal, amount: number, stored: number): number {
  if (scale <= stored) return 0;
  const scaled = amount * 10 ** (scale - stored);
  if (typeof digits === 'number' && Number.isSafeInteger(scaled)) return (digits - scaled) / 10 ** scale;
  if (!Number.isSafeInteger(amount)) return 0;
  return Number(BigInt(digits) - BigInt(amount) * 10n ** BigInt(scale - stored)) / 10 ** scale;
}

/**
 * Whether a value differs from the rounded one only since it was written by a program that computes in
 * binary: as 284.74000000000001, or of four bytes as 284.739990234375.
 */
export function isFloatNoise({ digits, scale }: Decimal, rest: number, rounded: number): boolean {
  if (scale < LEAST_SCALE) return false;
  if (Math.abs(rest) <= NOISE) return true;
  const value = Number(digits) / 10 ** scale;
  // Written out to its last digit, or to fifteen.
  const isShort = Math.abs(Math.fround(value) - value) <= Math.abs(value) * 1e-14;
  return isShort && Math.fround(rounded) === Math.fround(value);
}
