import type { Column } from '../core/answer/answer.js';
import type { ChartUnit } from '../core/answer/chart-spec.js';
import type { Measure } from '../measures/measures.js';
import type { Sums } from '../store/scope/sums.js';
import { PLACES } from './field-roles.js';
import { CUSTOMER, type GroupingField, MONTH_OF_YEAR, plurals, singular } from './grouping-fields.js';

/** A name as a sentence can bear it. */
const LONGEST_NAME = 80;

/** What a group is called in sentences and charts. */
export function nameOf({ key, label }: Pick<Sums, 'key' | 'label'>, one: string): string {
  const plain = String(label ?? key ?? `(no ${one})`);
  // "5 leads" says nothing: "Rating 5".
  const name = /^\d+$/.test(plain) ? `${one.charAt(0).toUpperCase()}${one.slice(1)} ${plain}` : plain;
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** How a dimension is spoken of: `product line`, `product lines`. */
export function dimensionWords(dimension: GroupingField): { one: string; many: string } {
  if (dimension === MONTH_OF_YEAR) return { one: 'month of the year', many: 'months of the year' };
  return {
    one: singular(dimension).replaceAll('-', ' '),
    many: plurals(dimension).replaceAll('-', ' '),
  };
}

/** Whether a dimension's values follow each other, so that a chart must not put them in another order. */
export const isCalendar = ({ by, key }: GroupingField): boolean =>
  by.kind === 'weekday' || by.kind === 'monthOfYear' || by.kind === 'grain' || key === 'hour';

/**
 * Compares values of such a dimension by what follows what. Hours are values like any other, numbered as they
 * came, so that their names (`09`) tell; months and weekdays are numbered in their order.
 */
export const inCalendarOrder =
  ({ key }: GroupingField, name: (id: number) => string) =>
  (a: number, b: number): number =>
    key === 'hour' ? name(a).localeCompare(name(b), 'en') : a - b;

/** The words before a dimension's values in a sentence about what they bring. */
export interface Prepositions {
  /** Where something does well: `in` EMEA, `on` Friday, `at` 14:00, `with` Customer 17. */
  readonly place: string;
  /** Whose revenue: `in` EMEA, `on` Friday, `from` Customer 17, `of` Motorcycles. */
  readonly revenue: string;
  /** What revenue comes from: `from` Motorcycles, `on` Friday. */
  readonly source: string;
  /** To whom something is promoted: `in` EMEA, `on` Friday, `to` Customer 17. */
  readonly target: string;
}

/** The prepositions of a dimension's values. */
export function prepositionsOf(field: GroupingField): Prepositions {
  const all = (word: string): Prepositions => ({ place: word, revenue: word, source: word, target: word });
  if (field.by.kind === 'weekday') return all('on');
  if (field.key === 'hour') return all('at');
  if (isCalendar(field)) return all('in');
  if (PLACES.some(key => key === field.key)) return { ...all('in'), source: 'from' };
  const revenue = field === CUSTOMER ? 'from' : 'of';
  return { place: 'with', revenue, source: 'from', target: 'to' };
}

/** Whether rows have names beside their keys: a customer's number and name. */
export const haveNames = (rows: readonly Pick<Sums, 'key' | 'label'>[]): boolean =>
  rows.some(({ key, label }) => label !== null && label !== key);

/** The column of names beside keys, if rows have names. */
export const nameColumn = (withNames: boolean): Column[] =>
  withNames ? [{ key: 'name', label: 'Name', unit: 'text' }] : [];

export function chartUnit({ unit }: Measure): ChartUnit {
  if (unit === 'money' || unit === 'share') return unit;
  return unit === 'count' ? 'count' : 'number';
}
