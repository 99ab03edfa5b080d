import { findGrain, type GroupingField } from '../../answering/grouping-fields.js';
import { kebab } from '../../core/text/words.js';
import { listValues } from '../../store/tables/dimensions.js';
import { type Draft, type Pass, type ReadingContext, take, tidy } from './draft.js';

const HIGH = '(?:best|biggest|highest|largest|strongest|top|most)';
const LOW = '(?:worst|lowest|smallest|weakest|least|poorest|fewest)';
const AT_FRONT =
  '(?:(?:one|ones|values?|spend(?:ers?|ing)?|buyers?|amounts?|sellers?)? ?(?:at the|on|on the|to the) top|(?:(?:one|ones|spend(?:ers?|ing)?|buyers?|amounts?|sellers?) )?first|(?:one |' +
  'ones )?to the front)';
const BEFORE =
  '(?:,| -|:|;| and)? ?(?:(?:please|from|sorted|ranked|ordered|order|sort|rank|with|by|' +
  'starting with|beginning with|list|show) )*(?:the )?';
const END = '(?= |$|,)';
/** In which order rows are asked for. */
const ORDERS: readonly (readonly [RegExp, 'high' | 'low' | 'best' | 'worst'])[] = [
  [new RegExp(`${BEFORE}\\b(?:best ${AT_FRONT}|best to worst|strongest to weakest)${END}`), 'best'],
  [
    new RegExp(
      `${BEFORE}\\b(?:worst ${AT_FRONT}|worst to best|weakest to strongest|weakest ${AT_FRONT})${END}`,
    ),
    'worst',
  ],
  [
    new RegExp(
      `${BEFORE}\\b(?:${HIGH} ${AT_FRONT}|${HIGH} to ${LOW}|high to low|large to small|` +
        `big to small|desc(?:ending)?(?: order)?|from the top down)${END}`,
    ),
    'high',
  ],
  [
    new RegExp(
      `${BEFORE}\\b(?:${LOW} ${AT_FRONT}|${LOW} to ${HIGH}|low to high|small to (?:large|big)|` +
        `asc(?:ending)?(?: order)?)${END}`,
    ),
    'low',
  ],
];

/** `worst on top`, `high to low`: in which order all rows are wanted, and no choice of some of them. */
export const readingOrder: Pass = draft => {
  for (const [pattern, order] of ORDERS) {
    if (!take(draft, pattern)) continue;
    draft.rowOrder = order;
    draft.isComposed = true;
    return;
  }
};

/** Figures of which more is worse. */
const BAD_WHEN_HIGH: ReadonlySet<string> = new Set([
  'return-rate',
  'order-return-rate',
  'returned-orders',
  'returned-revenue',
  'refunds',
  'return-lines',
  'cancel-rate',
  'cancelled-orders',
  'cancelled-revenue',
  'discount',
  'discount-rate',
  'cost',
]);

export const isBadWhenHigh = (measure: string | undefined): boolean =>
  measure !== undefined && BAD_WHEN_HIGH.has(measure);

/** Settles the order of rows. Read after the rows themselves. */
export const ordered: Pass = async (draft, context) => {
  const { rank, measures } = draft;
  if (
    rank &&
    draft.isJudged &&
    isBadWhenHigh(measures[0]) &&
    rank.by === undefined &&
    rank.order !== 'ends'
  ) {
    draft.rank = { ...rank, order: rank.order === 'top' ? 'bottom' : 'top' };
    draft.isStrong = true;
  }
  await inReadingOrder(draft, context);
};

/** Puts groups into the order that was asked for: the worst of a rate of returns is the highest. */
async function inReadingOrder(draft: Draft, { view, fields }: ReadingContext): Promise<void> {
  const { rowOrder, by, measures, rank } = draft;
  if (rowOrder === undefined) return;
  const [key, second] = by;
  const isLow = rowOrder === 'low' || rowOrder === (isBadWhenHigh(measures[0]) ? 'best' : 'worst');
  const order = isLow ? 'bottom' : 'top';
  if (key === undefined && (draft.rows === 'customers' || measures.join() === 'customers')) {
    draft.rows = 'customers';
    draft.measures = [];
    draft.rank ??= { order, limit: 10 };
    return;
  }
  // One figure has no order, and pairs of groups have several.
  if (key === undefined || second !== undefined) draft.text = tidy(`${draft.text} ${rowOrder}`);
  if (rank || key === undefined || second !== undefined) return;
  const field = fields.find(f => kebab(f.key) === key);
  const isInTime = findGrain(key) !== undefined || field === undefined;
  // The highest first is the usual order of fields that are ranked.
  if (!isLow && !isInTime) return;
  draft.rank = { order, limit: await countOf(field, view.store) };
}

async function countOf(
  field: GroupingField | undefined,
  store: ReadingContext['view']['store'],
): Promise<number> {
  if (field?.by.kind !== 'dimension') return 100;
  const values = await listValues(store, field.by.dimension);
  return Math.min(1_000, Math.max(1, values.length));
}
