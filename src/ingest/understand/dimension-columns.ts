import { consentMeaning, yesOrNo } from '../../core/text/consent.js';
import { camel, sentence, wordsOf } from '../../core/text/header-words.js';
import type { DateChoice } from './dates/choose-date.js';
import type { MappingSettings, PlannedDimension } from './mapping.js';
import type { Money } from './money/money.js';
import { isNoDimension } from './no-dimension.js';
import type { RoleKey } from './roles.js';
import { type ColumnSurvey, DISTINCT_MOST, numberShare, type Survey } from './survey.js';

const BY_ROLE: readonly RoleKey[] = [
  'country',
  'region',
  'state',
  'city',
  'channel',
  'status',
  'promotion',
  'category',
];
/** A rating has so few values, half stars and tenths included. */
const MOST_RATINGS = 101;
const USED: readonly RoleKey[] = [
  'orderId',
  'lineNumber',
  'date',
  'customerId',
  'customerName',
  'email',
  'productId',
  'productName',
  'quantity',
  'unitPrice',
  'amount',
  'discount',
  'cost',
  'profit',
  'currency',
];

/** A file brings no more dimensions than this: a store's lines have a column for each. */
const MOST_DIMENSIONS = 100;

/**
 * The dimensions of a file: what was recognised, and every further column with few values. Keys of recognised
 * ones are fixed (`country`), except the category and the region, which keep their own names (`productLine`).
 */
export function findDimensions(
  survey: Survey,
  roles: Partial<Record<RoleKey, number>>,
  { known, map, edges }: Pick<MappingSettings, 'known' | 'map' | 'edges'>,
  date?: Pick<DateChoice, 'hours' | 'used'>,
  money?: Pick<Money, 'parts'>,
): PlannedDimension[] {
  const found: PlannedDimension[] = [];
  const used = new Set([...USED.map(role => roles[role]), ...(date?.used ?? [])]);
  const add = (dimension: PlannedDimension) => {
    used.add(dimension.column);
    if (found.length < MOST_DIMENSIONS && !found.some(d => d.key === dimension.key)) found.push(dimension);
  };
  const product = roles.productId ?? roles.productName;
  if (product !== undefined) {
    add({ key: 'product', label: 'Product', column: product, labelColumn: roles.productName });
  }
  for (const role of BY_ROLE) {
    const index = roles[role];
    if (index === undefined) continue;
    const words = wordsOf(survey.columns[index]?.header ?? '');
    const own = (role === 'category' || role === 'region') && words.length > 0;
    add({ key: own ? keyOf(words) : role, label: own ? sentence(words) : sentence([role]), column: index });
  }
  const rating = survey.columns[roles.rating ?? -1];
  if (rating && rating.distinct.size <= MOST_RATINGS) add(ratingDimension(rating));
  const addNumbers = (
    words: readonly string[],
    column: Pick<ColumnSurvey, 'index'>,
    groups: readonly number[],
    discount?: Pick<PlannedDimension, 'times' | 'blank'>,
  ) => {
    const key = `${camel(words)}Group`;
    // "Percent" alone must not be a short name of it.
    const label = sentence([...words, 'group'].filter(word => word !== 'percent'));
    const numbers = { column: column.index, ...discount };
    add({ key, label, edges: groups, ...numbers });
    // In a store that has the groups of earlier files alone, a range would leave those files out.
    if (!known.has(key) || known.has(keyOf(words)))
      add({ key: keyOf(words), label: sentence(words), edges: [], ...numbers });
  };
  const rate = money?.parts.find(part => part.what === 'discount' && part.unit in TIMES_OF_RATES);
  if (rate) {
    const groups = known.get(`${camel(DISCOUNT_RATE)}Group`)?.edges ?? DISCOUNT_EDGES;
    const times = (TIMES_OF_RATES[rate.unit] ?? 1) * rate.sign;
    addNumbers(DISCOUNT_RATE, { index: rate.column }, groups, { times, blank: 0 });
  }
  for (const role of ['age', 'income'] as const) {
    const column = roles[role] === undefined ? undefined : survey.columns[roles[role]];
    if (!column) continue;
    // Groups of a later file must not overlap those of the first.
    const groups = known.get(`${role}Group`)?.edges ?? edges.get(role) ?? edgesFor(role, column);
    addNumbers([role], column, groups);
  }
  for (const column of survey.columns) {
    if (used.has(column.index) || map.get(column.index) === 'ignore') continue;
    const words = wordsOf(column.header);
    if (words.length === 0) continue;
    const grouped = known.get(`${camel(words)}Group`)?.edges ?? edges.get(camel(words));
    if (grouped && numberShare(column) >= 0.9) {
      addNumbers(words, column, grouped);
      continue;
    }
    // What the store knows as a dimension stays one in a file of one day, where it may not vary.
    const isWanted = known.has(keyOf(words)) || map.get(column.index) === 'dimension' || isConsent(column);
    if (!isWanted && (!isLowCardinality(column, survey.rows) || isNoDimension(words.join(' ')))) continue;
    add({ key: keyOf(words), label: sentence(words), column: column.index });
  }
  if (date?.hours !== undefined) add({ key: 'hour', label: 'Hour', column: date.hours, isHour: true });
  return found;
}

/** Discounts as files give them in percent, kept as percents. */
const DISCOUNT_RATE = ['discount', 'percent'];
const DISCOUNT_EDGES = [5, 10, 20, 30, 50];
const TIMES_OF_RATES: Readonly<Record<string, number>> = { percent: 1, fraction: 100 };

/** By its own name where that says that it is a rating: stores know it by that. */
function ratingDimension({ header, index }: ColumnSurvey): PlannedDimension {
  const words = wordsOf(header);
  const isNamed = /^(?:\w*rating|stars|csat)$/i.test(camel(words));
  return {
    key: isNamed ? keyOf(words) : 'rating',
    label: isNamed ? sentence(words) : 'Rating',
    column: index,
  };
}

/** Names that answers give to measures; a column of that name is told apart from them. */
const TAKEN = new Set([
  'revenue',
  'share',
  'orders',
  'lines',
  'customers',
  'quantity',
  'averageOrderValue',
  'averageLine',
  'change',
  'name',
  'partial',
]);
const keyOf = (words: readonly string[]): string =>
  (TAKEN.has(camel(words)) ? `${camel(words)}Group` : camel(words)).slice(0, LONGEST_KEY);
const LONGEST_KEY = 100;

/** Who agreed to marketing is kept even if everybody did, or nobody: lists to write to depend on it. */
const isConsent = ({ header, distinct }: ColumnSurvey): boolean =>
  consentMeaning(header) !== undefined &&
  distinct.size < DISTINCT_MOST &&
  [...distinct].some(value => yesOrNo(value) !== undefined);

/** Few values that repeat. Numbers only where there are so few that they must be codes (a group 1 to 5). */
function isLowCardinality(column: ColumnSurvey, rows: number): boolean {
  const count = column.distinct.size;
  if (count < 2 || count >= DISTINCT_MOST) return false;
  if (numberShare(column) >= 0.9) return count <= 12 && column.integers === column.numbers;
  return count <= Math.max(12, Math.min(200, rows / 10));
}

/**
 * Ages in steps of 20, incomes in four steps of 30,000 from the smallest's ten thousand; the last group is
 * open.
 */
function edgesFor(role: 'age' | 'income', column: ColumnSurvey): number[] {
  if (role === 'age') return [20, 40, 60];
  const start = Math.floor(column.min / 10_000) * 10_000;
  const edges = [1, 2, 3, 4].map(i => start + i * 30_000).filter(edge => edge < column.max);
  return [start, ...edges];
}

/** The group a number falls into, as text: `20-40`, `50k-80k`, `60+`. */
export function groupOf(value: number, edges: readonly number[]): string {
  const short = (n: number) => (n >= 1000 && n % 1000 === 0 ? `${n / 1000}k` : String(n));
  const above = edges.filter(edge => value > edge);
  if (above.length === edges.length) return `${short(edges.at(-1) ?? 0)}+`;
  const lower = above.at(-1) ?? 0;
  const upper = edges[above.length]!;
  return `${short(lower)}-${short(upper)}`;
}
