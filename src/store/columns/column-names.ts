import { type KNOWN_PARTS, LINE_PARTS, type LinePart } from './line-parts.js';

/** What every line has. Days, money and quantities as in order_lines; `customer` is 0 if there is none. */
export const BASE_COLUMNS = ['order', 'customer', 'day', 'quantity', 'amount', 'isReturn'] as const;
export type BaseColumn = (typeof BASE_COLUMNS)[number];
/** The column that marks deleted lines with 1. Stores of all versions call it so. */
export const DELETED = 'gone';
/**
 * A base column, a part of the lines, which parts they have, a dimension's column `d3` (0: no value), or the
 * one with the deleted marks.
 */
export type ColumnName = BaseColumn | LinePart | typeof KNOWN_PARTS | typeof DELETED | `d${number}`;
/** Columns of money and quantities, which may need more than 32 bits. */
export type WideColumn = 'quantity' | 'amount' | LinePart;

const WIDE: ReadonlySet<string> = new Set<WideColumn>(['quantity', 'amount', ...LINE_PARTS]);
/** Whether a column's numbers may need more than 32 bits. */
export const isWide = (name: ColumnName): boolean => WIDE.has(name);
