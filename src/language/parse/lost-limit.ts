import type { ParsedQuery } from '../../answering/question.js';
import { NotUnderstood } from '../../core/errors.js';
import { RANGE } from '../compose/numbers.js';

/** A limit such as "at least 2" that a named question would leave out, unless it is part of a name. */
export function lostLimit(text: string, { filters, name }: ParsedQuery): NotUnderstood | undefined {
  const limit = new RegExp(
    `(?<![\\w.-])${RANGE}(?![\\w-])(?! (?:days?|weeks?|months?|quarters?|years?)\\b)`,
  ).exec(text)?.[0];
  const isName =
    name !== undefined || filters.some(f => f.values.some(v => /\d/.test(`${v.value} ${v.label}`)));
  if (limit === undefined || isName || /\b(?:19|20)\d\d\b/.test(limit)) return undefined;
  return new NotUnderstood(`I cannot tell what "${limit}" is said of.`, [
    'customers with at least 2 orders',
    'countries with more than 10 orders',
    'orders over 1000',
  ]);
}
