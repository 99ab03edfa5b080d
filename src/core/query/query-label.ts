import type { Query, QueryFilter } from './query.js';
import { conditionText, filterText, isQueryText, parseQueryText, QueryTextError } from './query-text.js';

/**
 * A query's text as people would say it, for a button: `Revenue by product line, lowest 10, in 2004`. What
 * plain words do not cover stays as the text has it.
 */
export function labelOfQuery(text: string): string {
  const query = queryIn(text);
  if (!query) return text;
  const { rows, measures, by, rank, period, versus, where, who, show, ...others } = query;
  const { version: _, having, ...rare } = others;
  const isPlain = having.length === 0 && !Object.values(rare).some(value => value !== undefined);
  if (!isPlain) return text;
  const what =
    rows === 'customers' || rows === 'orders' ? rows : measures.length > 0 ? measures.join(', ') : 'sales';
  const label = [
    [what, by.length > 0 ? `by ${by.join(' and ')}` : ''].filter(Boolean).join(' '),
    rank ? `${RANKED[rank.order]} ${rank.limit}${rank.isPercent ? '%' : ''}` : '',
    ...where.map(filterWords),
    who ? `customers with ${conditionText(who)}` : '',
    versus ? `${period ?? ''} against ${versus}`.trim() : (period ?? ''),
    show.includes('table') ? 'as a table' : '',
  ]
    .filter(part => part !== '')
    .join(', ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ');
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}

const RANKED = { top: 'top', bottom: 'lowest', ends: 'both ends, each' } as const;

const filterWords = (filter: QueryFilter): string => {
  const { field, values = [], range, not } = filter;
  if (range || values.length === 0) return filterText(filter);
  return `${not ? 'without ' : ''}${field} ${values.join(' or ')}`;
};

function queryIn(text: string): Query | undefined {
  if (!isQueryText(text)) return undefined;
  try {
    return parseQueryText(text);
  } catch (error) {
    if (error instanceof QueryTextError) return undefined;
    throw error;
  }
}
