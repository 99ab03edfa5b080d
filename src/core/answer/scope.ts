import { type Day, showDay } from '../calendar/days.js';
import { type DayRange, showRange } from '../calendar/grain.js';
import type { QueryFilter } from '../query/query.js';
import { plural } from './format.js';

/** A part of what an answer's figures cover. */
export type ScopePart =
  | { readonly kind: 'days'; readonly range: DayRange }
  /** One period against another. */
  | { readonly kind: 'comparison'; readonly now: DayRange; readonly before: DayRange }
  /** Customers as they were at the end of a day. */
  | { readonly kind: 'asOf'; readonly day: Day; readonly customers?: number }
  /** Customers as they were at the end of two days. */
  | { readonly kind: 'between'; readonly from: Day; readonly to: Day; readonly customers: number }
  | {
      readonly kind: 'filter';
      /** The field's label in lower case: `country`. */
      readonly field: string;
      readonly values: readonly string[];
      readonly isExcluded: boolean;
    }
  /** Options of a segmentation that are not the shop's usual ones. */
  | {
      readonly kind: 'options';
      readonly options: readonly { readonly name: string; readonly value: string }[];
    }
  /** The part of the shop that the asker may see: the lines that pass all filters of one of the lists. */
  | { readonly kind: 'part'; readonly lists: readonly (readonly QueryFilter[])[] }
  /** Anything else, in words. */
  | { readonly kind: 'words'; readonly text: string };

export type Scope = readonly ScopePart[];

/** A scope as text: `Jan 6, 2003 – May 31, 2005 · country is USA or France`. */
export const scopeText = (scope: Scope): string =>
  scope
    .map(partText)
    .filter(text => text !== '')
    .join(' · ');

function partText(part: ScopePart): string {
  switch (part.kind) {
    case 'days':
      return showRange(part.range);
    case 'comparison':
      return `${showRange(part.now)} against ${showRange(part.before)}`;
    case 'between':
      return `${showDay(part.from)} to ${showDay(part.to)}, ${plural(part.customers, 'customer')}`;
    case 'asOf': {
      const customers = part.customers === undefined ? '' : `, ${plural(part.customers, 'customer')}`;
      return `As of ${showDay(part.day)}${customers}`;
    }
    case 'filter':
      return `${part.field} is ${part.isExcluded ? 'not ' : ''}${part.values.join(' or ')}`;
    case 'options':
      return part.options.map(({ name, value }) => `${name}:${value}`).join(' ');
    case 'part':
      return `within ${part.lists.length === 0 ? 'nothing' : part.lists.map(listText).join(', or ')}`;
    case 'words':
      return part.text;
  }
}

const listText = (filters: readonly QueryFilter[]): string =>
  filters
    .map(({ field, values = [], not }) => `${field} ${not ? 'other than ' : ''}${values.join(' or ')}`)
    .join(' and ');
