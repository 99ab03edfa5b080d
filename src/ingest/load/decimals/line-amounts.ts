import { plural } from '../../../core/answer/format.js';
import type { AmountDecimals } from '../../../core/money/currencies.js';
import { type Decimal, roundTo } from '../../../core/money/money.js';
import { isFloatNoise, restOf } from './float-noise.js';

/** Decimals that a store is given where the currency's are too few: no price list has more than six. */
const LEVELS = [4, 6] as const;

/** With how many decimals a file may be loaded. */
export interface Precision {
  /** What its lines were found to need; 0 where the store's decimals are enough. */
  readonly least: number;
  /** Above these, sums would be too large to be exact. */
  readonly most: number;
}

/** How every load begins: with the decimals of the store, and as many more as lines turn out to need. */
export const AS_STORED: Precision = { least: 0, most: LEVELS[1] };

/** Thrown where a file cannot be loaded with the decimals it was begun with. */
export class BeginAgain extends Error {
  constructor(readonly precision: Precision) {
    super(`The load has to begin again, with ${precision.least} to ${precision.most} decimals.`);
  }
}

/** What sums must stay below so that they are exact, and the error where they do not. */
export interface SumLimit {
  readonly sum: number;
  readonly beyond: () => Error;
}

/**
 * The precision to begin again with where sums are too large with so many decimals: the next fewer, or
 * those of the store.
 */
export function withFewer({ least }: Precision, decimals: number): Precision {
  const most = LEVELS.findLast(level => level < decimals) ?? 0;
  return { least: Math.min(least, most), most };
}

/** Amounts above this in one line, in minor units, are misread: a million could not be added exactly. */
const LARGEST = 9_000_000_000_000;

/** Turns the amounts of a file's rows into the integers that the store adds up, and notes what that loses. */
export class LineAmounts {
  /** Amounts that had to be rounded. */
  rounded = 0;
  /** What they had more than is stored, in units of the store. */
  lost = 0;
  /** Of all amounts of revenue, whatever their sign. */
  #sum = 0;
  /** Units of the store in the currency's minor unit. */
  readonly minor: number;

  constructor(
    readonly decimals: AmountDecimals,
    private readonly precision: Precision,
    private readonly limit: SumLimit,
  ) {
    this.minor = 10 ** (decimals.stored - decimals.shown);
  }

  /** An amount of revenue as it is stored. @throws BeginAgain if the store's decimals are too few for it */
  of(value: Decimal): number {
    const { stored } = this.decimals;
    const amount = this.beside(value);
    // One that is misread is refused with its row.
    if (this.isPlausible(amount)) this.#sum += Math.abs(amount);
    if (this.#sum > this.limit.sum) throw this.limit.beyond();
    if (value.scale <= stored) return amount;
    const rest = restOf(value, amount, stored);
    if (rest === 0 || isFloatNoise(value, rest, amount / 10 ** stored)) return amount;
    this.rounded++;
    this.lost += rest * 10 ** stored;
    return amount;
  }

  /** The same for an amount beside the revenue: what rounding it loses is not noted. @throws BeginAgain */
  beside(value: Decimal): number {
    const { stored } = this.decimals;
    const amount = roundTo(value, stored);
    if (value.scale > stored && stored < this.precision.most) this.#askForMore(value);
    if (!Number.isSafeInteger(amount) && this.isPlausible(amount)) throw this.limit.beyond();
    return amount;
  }

  /** The same with nothing counted, to read rows that are read again. */
  again(): LineAmounts {
    return new LineAmounts(this.decimals, this.precision, this.limit);
  }

  /** What a person is told of the decimals that the store was given for this file. */
  remarks(): string[] {
    const { shown } = this.decimals;
    if (this.precision.least === 0) return [];
    const more = shown === 0 ? 'decimals' : `more than ${plural(shown, 'decimal')}`;
    return [`Some amounts or discounts have ${more}: each is kept exactly, and only sums are rounded.`];
  }

  /** Whether a line may have such an amount. */
  isPlausible(amount: number): boolean {
    return Math.abs(amount) <= LARGEST * this.minor;
  }

  #askForMore(value: Decimal): void {
    const { least, most } = this.precision;
    const { stored } = this.decimals;
    const isEnough = (decimals: number) => {
      const amount = roundTo(value, decimals);
      const rest = restOf(value, amount, decimals);
      return rest === 0 || isFloatNoise(value, rest, amount / 10 ** decimals);
    };
    if (isEnough(stored)) return;
    const allowed = LEVELS.filter(level => level > stored && level <= most);
    const wanted = allowed.find(isEnough) ?? allowed.at(-1);
    if (wanted !== undefined) throw new BeginAgain({ least: Math.max(least, wanted), most });
  }
}
