import type { DateOrder, DateOrders } from '../../core/calendar/written-dates.js';
import type { TakenColumn } from './currencies/file-currency.js';
import type { ColumnMap } from './overrides.js';
import type { QuantityColumn } from './quantities/quantity-column.js';
import type { Returns } from './returns.js';
import type { RoleKey } from './roles.js';

/** A column that sales can be broken down by. */
export interface PlannedDimension {
  readonly key: string;
  readonly label: string;
  readonly column: number;
  /** A second column with the text that people know the value by (a product's name beside its code). */
  readonly labelColumn?: number;
  /** For numbers: the inner edges of the groups; a value on an edge belongs to the group below it. */
  readonly edges?: readonly number[];
  /** The hour of the day of a column of dates with times. */
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

/** How a file's columns become order lines. */
export interface Mapping {
  readonly roles: Partial<Record<RoleKey, number>>;
  readonly dateOrders: DateOrders;
  /** The amount is the order's, repeated on its lines. */
  readonly oncePerOrder: boolean;
  /** Columns that only the first row of each order fills, and that count for its other rows. */
  readonly fromFirstRow: readonly number[];
  readonly returns: Returns;
  /** The decimal mark of each numeric column that is used. */
  readonly decimalMarks: Readonly<Record<number, '.' | ','>>;
  /** How quantities are read that are written with units. */
  readonly quantities?: QuantityColumn;
  readonly dimensions: readonly PlannedDimension[];
  readonly recognised: readonly Recognised[];
  readonly assumptions: readonly string[];
}

/** What a mapping is made with besides the file. */
export interface MappingSettings {
  /** How `05/01/2026` is read where the file leaves it open. */
  readonly dateOrder: DateOrder;
  /** What the person said that columns are. */
  readonly map: ColumnMap;
  /** What the file's currencies make of columns. */
  readonly taken?: readonly TakenColumn[];
  /** Columns that are no amounts, since they are in another currency. */
  readonly ignored?: readonly number[];
  /** The dimensions that the store has, by key: such a column is one even where it hardly varies. */
  readonly known: ReadonlyMap<string, KnownDimension>;
  /** The edges of the groups that numbers fall into, by role, where the shop has its own. */
  readonly edges: ReadonlyMap<string, readonly number[]>;
}
