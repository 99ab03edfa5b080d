import type { ColumnIs, DecisionKind } from '../decisions/decision.js';
import { type ColumnMap, isOfOneColumn, roleOfField } from '../overrides.js';

/** A column of any file with the same headers, and what it is. */
export interface HeaderIs {
  readonly header: string;
  readonly field: string;
}

/** What a person answered about files of one shape. */
export interface Answer {
  readonly kind: DecisionKind;
  readonly maps: readonly HeaderIs[];
}

/** A map with more said of columns; what is said later wins. */
export function withSaid(map: ColumnMap, more: readonly ColumnIs[]): ColumnMap {
  const all = new Map(map);
  for (const { column, field } of more) {
    if (isOfOneColumn(field))
      for (const [other, said] of all) if (roleOfField(said) === roleOfField(field)) all.delete(other);
    all.set(column, field);
  }
  return all;
}

/** Columns by their headers; undefined where the file has one of them not. */
export function columnsOf(maps: readonly HeaderIs[], header: readonly string[]): ColumnIs[] | undefined {
  const found = maps.map(({ header: name, field }) => ({ column: header.indexOf(name), field }));
  return found.every(one => one.column >= 0) ? found : undefined;
}

/** What was said of columns, by their headers. */
export const headersOf = (maps: readonly ColumnIs[], header: readonly string[]): HeaderIs[] =>
  maps.map(({ column, field }) => ({ header: header[column] ?? '', field }));

/** Whether a map says something that an answer is about: its columns, or the fields that it gives. */
export const speaksOf = (map: ColumnMap, maps: readonly ColumnIs[]): boolean =>
  maps.some(
    ({ column, field }) =>
      map.has(column) ||
      (isOfOneColumn(field) && [...map.values()].some(said => roleOfField(said) === roleOfField(field))),
  );
