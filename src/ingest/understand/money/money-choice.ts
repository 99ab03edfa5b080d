import type { ColumnSurvey } from '../survey.js';
import type { Money } from './money.js';

/** A column that was taken for something, and why. */
export interface Taken {
  readonly role: 'amount' | 'quantity' | 'unitPrice' | 'discount';
  readonly column: ColumnSurvey;
  readonly confidence: number;
  readonly reason: string;
}

/** How revenue follows from the file's columns. */
export interface MoneyChoice {
  readonly money: Money;
  readonly taken: readonly Taken[];
  /** Sentences for the person. */
  readonly assumptions: readonly string[];
  /** How sure the column is, 0 to 1. */
  readonly confidence: number;
  /** What speaks for it. */
  readonly reason: string;
  /** What else the revenue might have been, the best first. */
  readonly others: readonly ColumnSurvey[];
  /** The same with what speaks for each, quantity x price among them. */
  readonly rivals: readonly MoneyRival[];
  /** Where there are discounts that were not taken off. */
  readonly leftDiscount?: { readonly column: ColumnSurvey; readonly confidence: number };
  /** Taxes, shipping and tips of which nothing tells whether they are in the amount. */
  readonly openPlaces?: readonly OpenPlace[];
  /** Where discounts are taken off of which nothing tells whose they are, or how they are written. */
  readonly openDiscount?: OpenDiscount;
}

/** A discount that leaves open what is taken off. */
export interface OpenDiscount {
  readonly column: ColumnSurvey;
  readonly per: 'line' | 'order';
  /** Whether it may as well be of the whole order as of each line. */
  readonly isPerOpen: boolean;
  /** Whether it may be in percent as well as in money. */
  readonly isUnitOpen: boolean;
}

/** A tax, a shipping charge or a tip that may be in the amount or on top of it. */
export interface OpenPlace {
  readonly what: 'tax' | 'shipping' | 'tip';
  readonly column: ColumnSurvey;
  /** What its name and the amount's make likelier. */
  readonly isIn: boolean;
}

/** What the revenue might have been. */
export interface MoneyRival {
  /** The column, or quantity and price. */
  readonly columns: readonly ColumnSurvey[];
  readonly reason: string;
}

/** What the person said that columns are. */
export interface Said {
  readonly amount?: number;
  readonly discount?: number;
  /** Whether the discount is in percent. */
  readonly isPercentDiscount?: boolean;
  /** Whether a column is in the amount, or on top of it. */
  readonly included?: ReadonlyMap<number, boolean>;
  /** A discount that products show to be taken off the amount already. */
  readonly takenOff?: number;
}
