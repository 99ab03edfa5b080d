/** The type of a column's values, which decides their format. `perRow`: each row has its own in `unit`. */
export const UNITS = [
  'text',
  'money',
  'count',
  'share',
  'change',
  'delta',
  'days',
  'date',
  'number',
  'score',
  'perRow',
] as const;
export type Unit = (typeof UNITS)[number];

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  /** Shown only if there is room; always in the JSON. */
  readonly secondary?: boolean;
  /** Customers are named in it beside other things. Columns of customers alone are known by their keys. */
  readonly namesCustomers?: boolean;
}

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** A row's cell under a column's key; undefined if the row has none. A column may be called `constructor`. */
export const cellOf = (row: Row, key: string): Cell | undefined =>
  Object.hasOwn(row, key) ? row[key] : undefined;
