import { type Decimal, roundTo } from '../../core/money/money.js';

/** Rounds amounts to the decimals of the store, and adds up what that loses. */
export class Rounding {
  /** Amounts that had more decimals. */
  rows = 0;
  /** What all of them lost, in minor units. */
  lost = 0;

  constructor(private readonly minorDigits: number) {}

  round(amount: Decimal): number {
    const minor = roundTo(amount, this.minorDigits);
    if (amount.scale > this.minorDigits) {
      const lost = Number(amount.digits) / 10 ** (amount.scale - this.minorDigits) - minor;
      // Floats carry noise behind their last digit.
      if (Math.abs(lost) > 1e-6) {
        this.rows++;
        this.lost += lost;
      }
    }
    return minor;
  }
}
