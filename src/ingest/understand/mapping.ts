import type { Day } from '../../core/calendar/days.js';
import type { DateOrder, DateOrders } from '../../core/calendar/written-dates.js';
import type { TakenColumn } from './currencies/taken-column.js';
import type { DateRules } from './dates/date-rules.js';
import type { Decision } from './decisions/decision.js';
import type { LeftOutColumn } from './left-out-column.js';
import type { Money } from './money/money.js';
import type { ColumnMap } from './overrides.js';
import type { Profile } from './profiles/profile.js';
import type { QuantityColumn } from './quantities/quantity-column.js';
import type { RoleKey } from './roles.js';
import type { RowRule } from './rows/row-rules.js';

/** A column that sales can be broken down by. */
export interface PlannedDimension {
  readonly key: string;
  readonly label: string;
  readonly column: number;
  /** A second column with the text that people know the value by (a product's name beside its code). */
  readonly labelColumn?: number;
  /**
   * For numbers: the inner edges of the groups; a value on an edge belongs to the group below it. None at all
   * for numbers as they are.
   */
  readonly edges?: readonly number[];
  /** For numbers: what the file's are multiplied with, 100 for fractions that are kept as percents. */
  readonly times?: number;
  /** For numbers: what a blank cell stands for, such as no discount; nothing unless given. */
  readonly blank?: number;
  /** The hour of the day: of the dates, or of a column of times. */
  readonly isHour?: boolean;
}

/** A dimension that the store has. */
export interface KnownDimension {
  readonly edges: readonly number[] | null;
}

/** One column that was understood, and why. */
export interface Recognised {
  readonly column: number;
  readonly header: string;
  readonly role: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** What makes an order. */
export interface OrderKey {
  /** The order's number; without one, each row is an order. */
  readonly column?: number;
  /** Numbers begin again each day (week, month): the day is part of the order's id. */
  readonly withDay: boolean;
  /** Numbers begin again in each branch, till or the like: its column is part of the order's id. */
  readonly withColumns: readonly number[];
  /** Rows are totals of days or longer periods: there are sales, and no orders. */
  readonly isOfPeriods?: true;
}

/** How a file's columns become order lines. */
export interface Mapping {
  readonly roles: Partial<Record<RoleKey, number>>;
  readonly dateOrders: DateOrders;
  readonly money: Money;
  readonly order: OrderKey;
  /** What rows with certain values are. The first rule that fits a row decides. */
  readonly rowRules: readonly RowRule[];
  readonly dates: DateRules;
  /** Columns that only the first row of each order fills, and that count for its other rows. */
  readonly fromFirstRow: readonly number[];
  /** Orders whose id begins so are credit notes, that is returns. */
  readonly creditPrefix?: string;
  /** Lower-case values of the customer columns that stand for nobody known. */
  readonly nobody: ReadonlySet<string>;
  /** The customer's columns, the one that tells customers apart first. */
  readonly customerColumns: readonly number[];
  /** The column of the customer's e-mail in rows that are returns, where it is another one. */
  readonly emailOfReturns?: number;
  /** The decimal mark of each numeric column that is used. */
  readonly decimalMarks: Readonly<Record<number, '.' | ','>>;
  /** How quantities are read that are written with units. */
  readonly quantities?: QuantityColumn;
  readonly dimensions: readonly PlannedDimension[];
  readonly recognised: readonly Recognised[];
  /** What was decided, how sure it is, and what else it may have been. */
  readonly decisions: readonly Decision[];
  /** The columns that nothing is made of, and why. */
  readonly leftOut: readonly LeftOutColumn[];
  readonly assumptions: readonly string[];
  /** The column that has the currency of a known export's amounts. */
  readonly currencyColumn?: number;
  /** ISO 4217, where the export that the file is always has it. */
  readonly currency?: string;
  /** The export that the file is, `Shopify orders`, where it is a known one. */
  readonly profile?: string;
}

/** What a mapping is made with besides the file. */
export interface MappingSettings {
  /** How `05/01/2026` is read where the file leaves it open. */
  readonly dateOrder: DateOrder;
  /** Whether the shop has set it. */
  readonly isDateOrderSet: boolean;
  /** How the person said that it is read in this file. */
  readonly saidDateOrder?: DateOrder;
  /** The person said that the numbers of orders begin again each day. */
  readonly isDaily?: boolean;
  /** The person said that the discount is of the whole order, and stands on each of its lines. */
  readonly isOrderDiscount?: boolean;
  /** Whether the person said that the discount is in percent. */
  readonly isPercentDiscount?: boolean;
  /** Whether the person said that rows which come to as much as others are their totals. */
  readonly hasTotals?: boolean;
  readonly today: Day;
  /** The shop's IANA time zone, if the person has set it. */
  readonly zone?: string;
  /** What the person said that columns are: roles, `ignore` and `dimension`. */
  readonly map: ColumnMap;
  /** The exports that are known. */
  readonly profiles: readonly Profile[];
  /** What the file's currencies make of columns. */
  readonly taken?: readonly TakenColumn[];
  /** Columns that are no amounts, since they are in another currency. */
  readonly ignored?: readonly number[];
  /** The dimensions that the store has, by key: such a column is one even where it hardly varies. */
  readonly known: ReadonlyMap<string, KnownDimension>;
  /** The edges of the groups that numbers fall into, by role, where the shop has its own. */
  readonly edges: ReadonlyMap<string, readonly number[]>;
}
