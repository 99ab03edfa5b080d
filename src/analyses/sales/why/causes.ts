import { isActionable, isCircumstance } from '../../../answering/field-roles.js';
import { type GroupingField, groupingFields } from '../../../answering/grouping-fields.js';
import type { ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import type { Answer } from '../../../core/answer/answer.js';
import { formatFor } from '../../../core/answer/format.js';
import type { Comparison } from '../../../core/calendar/period.js';
import { recordedIn } from '../../../measures/recorded.js';
import { firstOrderDays } from '../../../store/scope/bought-before.js';
import { periodSums } from '../../../store/scope/period-sums.js';
import { groupNames, type LineScope } from '../../../store/scope/sums.js';
import type { Dimension } from '../../../store/tables/dimensions.js';
import { byWeekday, type WeekdayChange } from './calendar.js';
import { type Explained, explained } from './figures.js';
import { explains, type MixChange, mixOf } from './mix.js';
import { type ShownMix, shownMix } from './thread.js';

/** A dimension by which the change is shown. */
export interface DimensionChange {
  readonly field: GroupingField;
  readonly shown: ShownMix;
}

/** All that explains a change. */
export interface Causes {
  readonly explained: Explained;
  readonly weekdays: readonly WeekdayChange[];
  /** The dimension that was asked for, or those that explain the most, the best first. */
  readonly dimensions: readonly DimensionChange[];
  /** The change by something that is no dimension of the files: customers, weekdays. */
  readonly others: readonly Answer[];
  readonly hasCustomers: boolean;
  readonly hasQuantities: boolean;
}

/** Dimensions that are shown unless one is asked for. */
const MOST_DIMENSIONS = 3;

/** Finds what explains the change between two periods of the lines in scope. */
export async function causesOf(
  query: ParsedQuery,
  scope: LineScope,
  { now, before }: Comparison,
  shop: ShopView,
): Promise<Causes> {
  const { store, currency } = shop;
  const fields = await dimensionsFor(query, store);
  const dimensions = fields.map(({ dimension }) => dimension);
  const was = await periodSums(store, scope, before, dimensions);
  const is = await periodSums(store, scope, now, dimensions);
  const known = await recordedIn(store);
  const firstDays = known.customers ? await firstOrderDays(store) : new Int32Array(0);
  const mixes = fields.map((field, i) => ({
    ...field,
    mix: mixOf(was.byValue[i] ?? NONE, is.byValue[i] ?? NONE, known.quantity),
  }));
  const chosen = query.dimension ? mixes : best(mixes);
  const format = formatFor(currency);
  const change = format.major(is.revenue) - format.major(was.revenue);
  const shown: DimensionChange[] = [];
  for (const { field, mix } of chosen) {
    const ids = mix.values.slice(0, MOST_NAMED).map(v => v.id);
    const names = await groupNames(store, field.by, ids);
    shown.push({ field, shown: shownMix(field, mix, names, change, format) });
  }
  return {
    explained: explained(was, is, { ...known, firstDays }),
    weekdays: byWeekday(was, is),
    dimensions: shown,
    others: query.dimension && fields.length === 0 ? [await byOther(query, shop)] : [],
    hasCustomers: known.customers,
    hasQuantities: known.quantity,
  };
}

const MOST_NAMED = 5_000;
const NONE = { revenue: new Float64Array(0), quantity: new Float64Array(0), orders: new Int32Array(0) };

interface DimensionField {
  readonly field: GroupingField;
  readonly dimension: Dimension;
}

/** The dimension that was asked for, else all that may explain a change. */
async function dimensionsFor(
  { dimension: asked }: ParsedQuery,
  store: ShopView['store'],
): Promise<DimensionField[]> {
  const fields = asked ? [asked] : (await groupingFields(store)).filter(field => !isCircumstance(field));
  return fields.flatMap(field =>
    field.by.kind === 'dimension' ? [{ field, dimension: field.by.dimension }] : [],
  );
}

/** With fewer orders of each value in a period, on average, what changes may be chance. */
const ENOUGH_TO_TELL = 10;
/** Values that can be taken in at a glance. */
const FEW_VALUES = 60;
/** A dimension that more of the revenue does not have explains too little of it. */
const MOST_UNNAMED = 0.2;

/**
 * Those that explain the most: first those with orders enough to tell, then those whose values can be taken
 * in, then those that one can act on.
 */
function best<D extends { readonly field: GroupingField; readonly mix: MixChange }>(
  mixes: readonly D[],
): D[] {
  const rank = ({ field, mix }: D) =>
    (hasEnoughOrders(mix) ? 40 : 0) +
    (mix.values.length <= FEW_VALUES ? 20 : 0) +
    (isActionable(field) ? 10 : 0) +
    explains(mix);
  return mixes
    .filter(({ mix }) => canExplain(mix))
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, MOST_DIMENSIONS);
}

function hasEnoughOrders({ values }: MixChange): boolean {
  const mean = (of: (v: MixChange['values'][number]) => number) =>
    values.reduce((sum, v) => sum + of(v), 0) / Math.max(1, values.length);
  return (
    Math.min(
      mean(v => v.ordersBefore),
      mean(v => v.ordersNow),
    ) >= ENOUGH_TO_TELL
  );
}

function canExplain({ values }: MixChange): boolean {
  if (values.filter(v => v.id !== 0).length < 2) return false;
  const size = (v: { before: number; now: number }) => Math.abs(v.before) + Math.abs(v.now);
  const none = values.find(v => v.id === 0);
  return !none || size(none) <= MOST_UNNAMED * values.reduce((sum, v) => sum + size(v), 0);
}

const byOther = ({ question: _, ...query }: ParsedQuery, shop: ShopView): Promise<Answer> =>
  shop.answer({ ...query, family: 'sales', question: 'compare' });
