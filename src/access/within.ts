import type { QueryFilter } from '../core/query/query.js';
import { filterText } from '../core/query/query-text.js';

/**
 * The part of a shop that somebody may see: the order lines that pass all filters of at least one of these
 * lists. Undefined is the whole shop; no list at all is nothing of it.
 */
export type Within = readonly (readonly QueryFilter[])[] | undefined;

/** What either of two parts has. */
export function either(a: Within, b: Within): Within {
  if (a === undefined || b === undefined) return undefined;
  return simplest([...a, ...b]);
}

/** What both parts have. */
export function both(a: Within, b: Within): Within {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return simplest(a.flatMap(one => b.map(other => [...one, ...other])));
}

/** Whether a part lies within another for certain: the parts are compared as texts, not against the data. */
export function isPartOf(inner: Within, outer: Within): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  const isTighter = (tight: readonly QueryFilter[], loose: readonly QueryFilter[]) =>
    loose.every(filter => tight.some(own => isSameOrTighter(own, filter)));
  return inner.every(one => outer.some(other => isTighter(one, other)));
}

/** The same filter, or one with some of the values of the other. */
function isSameOrTighter(own: QueryFilter, other: QueryFilter): boolean {
  if (filterText(own) === filterText(other)) return true;
  if (own.field !== other.field || own.not || other.not || !own.values || !other.values) return false;
  const wanted = new Set(other.values.map(value => value.toLowerCase()));
  return own.values.every(value => wanted.has(value.toLowerCase()));
}

/** Without lists that say the same, or that another list includes. */
function simplest(lists: readonly (readonly QueryFilter[])[]): readonly (readonly QueryFilter[])[] {
  const unique = [...new Map(lists.map(necessary).map(list => [textOf(list), list])).values()];
  return joined(unique.filter(list => !unique.some(other => other !== list && isPartOf([list], [other]))));
}

/** Without filters that another one of the list implies: Spain alone says more than Spain or Portugal. */
function necessary(list: readonly QueryFilter[]): readonly QueryFilter[] {
  const unique = [...new Map(list.map(filter => [filterText(filter), filter])).values()];
  return unique.filter(filter => !unique.some(own => own !== filter && isSameOrTighter(own, filter)));
}

/** Lists of a single filter on the same field become one list: Spain, or Portugal. */
function joined(lists: readonly (readonly QueryFilter[])[]): readonly (readonly QueryFilter[])[] {
  const byField = new Map<string, QueryFilter>();
  const others: (readonly QueryFilter[])[] = [];
  for (const list of lists) {
    const [only, second] = list;
    if (!only || second || only.not || !only.values) {
      others.push(list);
      continue;
    }
    const values = [...(byField.get(only.field)?.values ?? []), ...only.values];
    byField.set(only.field, { field: only.field, values: [...new Set(values)] });
  }
  return [...others, ...[...byField.values()].map(filter => [filter])];
}

const textOf = (list: readonly QueryFilter[]): string => list.map(filterText).sort().join(' ');

/** A part of the shop as text, the same for the same part: `country:Spain or category:Ships`. */
export function withinText(within: Within): string {
  if (within === undefined) return 'the whole shop';
  if (within.length === 0) return 'nothing of the shop';
  return within.map(textOf).sort().join(' or ');
}
