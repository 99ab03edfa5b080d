import { partOfName } from '../../answering/named-values.js';
import type { Query } from '../../core/query/query.js';
import { filterText } from '../../core/query/query-text.js';

/** Measures that named questions have, and their words there. */
const MEASURE_WORDS: Readonly<Record<string, string>> = {
  revenue: '',
  orders: 'orders',
  units: 'quantity',
  customers: 'customers',
  lines: 'lines',
  'average-order': 'average-order-value',
  'average-line': 'average-line',
  'average-rating': 'average-rating',
};

/**
 * A query that a named question answers with more to say, as that question's text; undefined if none does.
 * `measure:revenue by:country top:5` is `sales top-country 5`.
 */
export function asNamed(query: Query): string | undefined {
  const {
    rows,
    by,
    measures,
    where,
    who,
    having,
    show,
    rank,
    goal,
    partOf,
    asOf,
    bands,
    map,
    versus,
    period,
    page,
    fiscalStart,
    scored,
    orderHas,
    per,
  } = query;
  if (orderHas || per) return undefined;
  const members = membersText(query);
  if (members !== undefined) return members;
  const words = MEASURE_WORDS[measures[0] ?? 'revenue'];
  const isPlain = where.every(f => f.values && !COMPUTED.has(f.field) && !f.values.some(partOfName));
  if (words === undefined || measures.length > 1 || !isPlain || who || having.length > 0) return undefined;
  if (show.some(s => s !== 'yes-no') || goal || partOf || asOf || map || page) return undefined;
  if (bands || fiscalStart || scored || rank?.order === 'ends' || rank?.isPercent) return undefined;
  const [first, second] = by;
  const filters = where.map(filterText).join(' ');
  const join = (...parts: (string | undefined)[]) => parts.filter(part => part).join(' ');
  if (versus) {
    if (measures[0] !== 'revenue' || rank || second || !period || GRAINS.has(first ?? '')) return undefined;
    return join('sales compare', period, 'with', versus, first ? `by ${first}` : undefined, filters);
  }
  if (rows === 'total') return join('sales', words, first, period, filters);
  if (rows !== 'groups' || !first || COMPUTED.has(first) || COMPUTED.has(second ?? '')) return undefined;
  if (rank) {
    if (second || rank.within || rank.by) return undefined;
    const ranked = join(
      `sales ${rank.order}-${first} ${rank.limit}`,
      period,
      words ? `by ${words}` : undefined,
      filters,
    );
    return ranked;
  }
  if (second && (GRAINS.has(first) || GRAINS.has(second))) return undefined;
  return join('sales', words, `by ${first}`, second ? `and ${second}` : undefined, period, filters);
}

/** Who was in a segment on a day: `segment vip as-of:2004-03-01`. */
function membersText({ rows, by, measures, where, who, asOf, scored, show, rank, period }: Query) {
  if (asOf === undefined || who?.kind !== 'segment' || who.values.length > 1) return undefined;
  if (by.length > 0 || rank || period || rows === 'orders' || show.some(s => s !== 'yes-no'))
    return undefined;
  if (measures.some(m => m !== 'customers') || where.some(f => !f.values || COMPUTED.has(f.field)))
    return undefined;
  const parts = ['segment', who.values[0], `as-of:${asOf}`, scored && `scored:${scored}`];
  return [...parts, ...where.map(filterText)].filter(part => part).join(' ');
}

const GRAINS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year']);
const COMPUTED: ReadonlySet<string> = new Set([
  'segment',
  'buyers',
  'first-order-month',
  'order-number',
  'order-size',
  'order',
  'order-total',
  'season',
  'without',
  'fiscal-year',
  'fiscal-quarter',
  'weekend',
  'weekday',
  'month-of-year',
  'hour',
]);

/** What people say for a named question besides its own words. */
const ALIASES: readonly (readonly [pattern: RegExp, words: string])[] = [
  [
    /(?:'s |\bs )?\bnew customers (?:who )?(?:came|come|ordered|bought|returned)(?: back| again)?\b/,
    'cohorts',
  ],
  [
    new RegExp(
      String.raw`\b(?:(?:average|typical|usual) )?(?:number of )?(?:days|time|gap|interval) ` +
        String.raw`between (?:orders|purchases|two orders)\b`,
    ),
    'repeat',
  ],
  [
    new RegExp(
      String.raw`\bhow (?:long|many days) (?:between|until) (?:orders|purchases|the next order|` +
        String.raw`customers (?:order|buy) again)\b`,
    ),
    'repeat',
  ],
  [
    new RegExp(
      String.raw`\bhow (?:long|many days) (?:does it take|is it|do we wait|until|before|passes?|` +
        'pass)(?: until| before| for)?(?: (?:our|the|an average|a))? ?(?:customers?|people|' +
        'clients?|they|somebody|someone)?(?: to)? (?:order|buy|come back|reorder|return|' +
        String.raw`purchase)s?(?: again)?\b`,
    ),
    'repeat',
  ],
  [
    new RegExp(
      String.raw`\bwhat is not selling\b|\b(?:which |what )?(?:products? |items? )?(?:(?:are|is|do)` +
        String.raw` )?not sell(?:ing)?\b|\bdead stock\b|\bslow movers?\b|\bshelf warmers?\b`,
    ),
    'restock',
  ],
  [
    new RegExp(
      String.raw`\bwho should (?:i|we) (?:call|contact|email|write to|reach out to|win back)(?: ` +
        String.raw`first)?\b|\bwho to call\b`,
    ),
    'actions',
  ],
  [/\bwhat should (?:i|we) do\b/, 'actions'],
];

/**
 * A text with the words of a named question in the place of what people say for it; undefined if it has
 * none.
 */
export function withNamedQuestion(text: string): string | undefined {
  for (const [pattern, words] of ALIASES)
    if (pattern.test(text))
      return `${FAMILY[words] ?? 'sales'} ${words} ${text.replace(pattern, ' ')}`.replace(/\s+/g, ' ').trim();
  return undefined;
}

const FAMILY: Readonly<Record<string, string>> = { actions: 'segment' };
