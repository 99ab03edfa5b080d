import type { Bands, CustomerCondition, NumberRange, Query, QueryFilter } from './query.js';
import { isReserved } from './reserved-words.js';

export { parseQueryText, QueryTextError } from './query-reader.js';

/**
 * A query as a line of text that `parseQueryText` reads back as the same query:
 * `measure:orders by:country top:5 period:2004 country:France,Spain who(segment:vip and orders:>3)`.
 */
export function queryText(query: Query): string {
  const {
    rows,
    by,
    bands,
    measures,
    period,
    versus,
    per,
    where,
    who,
    orderHas,
    rank,
    having,
    show,
    asOf,
    map,
    scored,
    fiscalStart,
    goal,
    page,
    partOf,
  } = query;
  const part = (name: string, value: string | number | undefined) =>
    value === undefined ? [] : [`${name}:${typeof value === 'number' ? value : quoted(value)}`];
  const parts = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${name}:${values.map(quoted).join(',')}`];
  return [
    ...(rows === 'customers' || rows === 'orders' ? [`list:${rows}`] : []),
    ...(measures.length > 0
      ? parts('measure', measures)
      : rows === 'customers' || rows === 'orders'
        ? []
        : ['measure:']),
    ...parts('by', by),
    ...(bands ? [bandsText(bands)] : []),
    ...(rank
      ? [
          `${rank.order}:${rank.limit}${rank.isPercent ? '%' : ''}`,
          ...part('rank', rank.by),
          ...part('within', rank.within),
        ]
      : []),
    ...part('period', period),
    ...part('versus', versus),
    ...part('per', per),
    ...having.map(h => `having:${quoted(h.measure)}:${rangeText(h.range)}`),
    ...where.map(filterText),
    ...(who ? [`who(${conditionText(who)})`] : []),
    ...(orderHas ? [`order-has(${orderHas.map(filterText).join(' ')})`] : []),
    ...parts('show', show),
    ...part('as-of', asOf),
    ...part('map', map),
    ...part('scored', scored),
    ...part('fiscal-start', fiscalStart),
    ...(goal === undefined ? [] : [`goal:${plain(goal)}`]),
    ...parts('part-of', partOf ?? []),
    ...part('page', page),
  ].join(' ');
}

/** What a question about one measure's course says of its query: nothing if it is all revenue. */
export const aheadText = (query: Query): string =>
  queryText(query)
    .replace(/^measure:(?:revenue)?(?= |$)/, '')
    .trim();

/** Whether a text is the text of a query rather than words of a person. */
export const isQueryText = (text: string): boolean =>
  /^(?:(?:sales|segment)\s+)?(?:measure|list):/.test(text.trim());

const WORD = /^[\p{L}\d_.-]+$/u;
const RANGE = /^(?:[<>]=?-?\d+(?:\.\d+)?|-?\d+(?:\.\d+)?\.\.-?\d+(?:\.\d+)?)$/;

/** A value that needs no quotes is left as it is. */
const quoted = (value: string): string => (WORD.test(value) && !RANGE.test(value) ? value : inQuotes(value));

const inQuotes = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** `>3`, `>=3`, `<5`, `<=5`, `3..5`; an end of two that is left out makes two parts: `>3&<5`. */
function rangeText({ from, to, isOver, isUnder }: NumberRange): string {
  if (from !== undefined && to !== undefined && !isOver && !isUnder) return `${plain(from)}..${plain(to)}`;
  return [
    ...(from === undefined ? [] : [`${isOver ? '>' : '>='}${plain(from)}`]),
    ...(to === undefined ? [] : [`${isUnder ? '<' : '<='}${plain(to)}`]),
  ].join('&');
}

/** `bands:spent(2004):<100,100..500,>500` */
const bandsText = ({ of, ranges, period }: Bands): string =>
  `bands:${of}${period === undefined ? '' : `(${quoted(period)})`}:${ranges.map(rangeText).join(',')}`;

/** A number with all of its digits and without an exponent: `0.0000001`, not `1e-7`. */
function plain(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(Object.is(value, -0) ? '-0' : String(value)) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A filter as text: `country:France,Spain`, `-status:Cancelled`, `order-total:>500`. */
export function filterText({ field, values, range, not }: QueryFilter): string {
  const name = isReserved(field) || field.startsWith('field.') ? `field.${field}` : field;
  const key = WORD.test(name) && !name.startsWith('-') ? name : inQuotes(name);
  return `${not ? '-' : ''}${key}:${values ? values.map(quoted).join(',') : rangeText(range as NumberRange)}`;
}

/** A condition on customers as text. */
export function conditionText(condition: CustomerCondition): string {
  const inner = (c: CustomerCondition) =>
    c.kind === 'and' || c.kind === 'or' ? `(${conditionText(c)})` : conditionText(c);
  const within = (period: string | undefined) => (period === undefined ? '' : `(${quoted(period)})`);
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.map(inner).join(` ${condition.kind} `);
    case 'not':
      return `not ${inner(condition.of)}`;
    case 'segment':
      return `segment:${condition.values.map(quoted).join(',')}`;
    case 'figure':
      return `${condition.figure}${within(condition.period)}:${rangeText(condition.range)}`;
    case 'first-order':
    case 'last-order':
      return `${condition.kind}:${quoted(condition.period)}`;
    case 'bought': {
      const period = condition.period === undefined ? [] : [`period:${quoted(condition.period)}`];
      return `bought(${[...condition.where.map(filterText), ...period].join(' ')})`;
    }
  }
}
