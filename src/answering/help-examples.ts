import { formatFor } from '../core/answer/format.js';
import { dayFromIso, MONTH_NAMES, partsOf } from '../core/calendar/days.js';
import type { DayRange } from '../core/calendar/grain.js';
import { kebab } from '../core/text/words.js';
import { recordedIn } from '../measures/recorded.js';
import { segmentWord } from '../segments/maps/segment-names.js';
import { hasBuyers } from '../store/scope/bought-before.js';
import { NO_DAY, orderFacts } from '../store/scope/order-facts.js';
import { groupedSums, groupNames } from '../store/scope/sums.js';
import { dataExtent } from '../store/tables/order-lines.js';
import { cancelledStatuses } from './cancelled.js';
import { type Family, quoted } from './declaration.js';
import { PLACES, PRODUCT_LINES } from './field-roles.js';
import { CUSTOMER, type GroupingField, groupingFields, plurals, singular } from './grouping-fields.js';
import type { ShopView } from './shop.js';

/** How many examples help has. */
const EXAMPLES = 10;

/** What examples are made of: the shop's own names and figures. */
interface Own {
  readonly data: DayRange;
  /** The last year that the data covers whole, else the one it ends in. */
  readonly year: number;
  readonly hasYearBefore: boolean;
  /** What is sold, and where: the field and its largest values. */
  readonly goods?: OwnField;
  readonly place?: OwnField;
  readonly hasCustomers: boolean;
  readonly hasQuantities: boolean;
  readonly hasCancelled: boolean;
  /** A round amount that about a fifth of orders exceed, in major units. */
  readonly largeOrder: number | undefined;
}

interface OwnField {
  readonly field: GroupingField;
  /** The largest by revenue first; one at least. */
  readonly values: readonly string[];
}

/**
 * Ten texts that this shop's data answers, with its own values, periods and measures, without the leading
 * `sales` or `segment`. None for `segment` if the shop has no customers.
 */
export async function helpExamples(family: Family, view: ShopView): Promise<string[]> {
  const own = await ownOf(view);
  if (!own) return [];
  const wanted = family === 'sales' ? salesExamples(own) : await segmentExamples(own, view);
  const askable: string[] = [];
  for (const text of new Set(wanted)) {
    if (askable.length === EXAMPLES) break;
    if (await view.isAskable(`${family} ${text}`.trim())) askable.push(text);
  }
  return askable;
}

function salesExamples(own: Own): string[] {
  const { data, year, goods, place, largeOrder, hasCustomers } = own;
  const month = `${MONTH_NAMES[partsOf(data.to).month - 1]} ${partsOf(data.to).year}`;
  return [
    `${year}`,
    ...(goods ? [`top 5 ${spaced(plurals(goods.field))} in ${year}`] : []),
    ...(place ? [`trend ${filterOf(place)}`] : []),
    ...(own.hasYearBefore ? [`compare ${year} with ${year - 1}`] : []),
    ...(hasCustomers ? [`new customers by month ${year}`, 'customers with more than 3 orders'] : []),
    ...(goods && place
      ? [`top 3 ${spaced(plurals(goods.field))} in each ${spaced(singular(place.field))}`]
      : []),
    ...(largeOrder === undefined ? [] : [`orders over ${largeOrder}`]),
    ...(place && own.hasCancelled ? [`cancel rate by ${spaced(singular(place.field))}`] : []),
    ...(hasCustomers && place ? [`repeat rate by ${spaced(singular(place.field))}`] : []),
    'revenue by weekday',
    ...(own.hasQuantities ? [`units per order by quarter`] : []),
    `average order value by month ${year}`,
    `running total by month ${year}`,
    'median order value by year',
    'sales on weekends',
    month,
    'top 3 months',
    'seasonality',
    'peaks by week',
    'last 90 days',
  ];
}

async function segmentExamples(own: Own, view: ShopView): Promise<string[]> {
  if (!(await hasBuyers(view.store))) return [];
  const { data, place, year } = own;
  const { segments } = view.segmenting.segmentation.map;
  const leaving = segments.find(s => s.leaving);
  const [customer] = (await largest(CUSTOMER, view)) ?? [];
  const middle = new Date((data.from + Math.floor((data.to - data.from) / 2)) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return [
    '',
    ...segments.slice(0, 1).map(s => segmentWord(s.title)),
    ...(leaving ? [segmentWord(leaving.title)] : []),
    'actions',
    ...(place ? [filterOf(place)] : []),
    ...(customer === undefined ? [] : [`customer ${customer}`]),
    `shifts since ${middle}`,
    ...((dayFromIso(`${year}-12-31`) as number) <= data.to ? [`as-of:${year}-12-31`] : []),
    'map:eleven',
    'distribution',
    'heatmap',
    'cuts',
    'report',
    'scatter',
  ];
}

const spaced = (name: string): string => name.replaceAll('-', ' ');

const filterOf = ({ field, values: [first = ''] }: OwnField): string =>
  `${kebab(field.key)}:${quoted(first)}`;

async function ownOf(view: ShopView): Promise<Own | undefined> {
  const { store } = view;
  const data = await dataExtent(store);
  if (!data) return undefined;
  const last = partsOf(data.to);
  const isWhole = last.month === 12 && last.date === 31;
  const first = partsOf(data.from).year;
  const year = isWhole || last.year === first ? last.year : last.year - 1;
  const [goods, place] = [await fieldOf(PRODUCT_LINES, view), await fieldOf(PLACES, view)];
  const { customers, quantity } = await recordedIn(store);
  return {
    data,
    year,
    hasYearBefore: first < year,
    ...(goods && { goods }),
    ...(place && { place }),
    hasCustomers: customers,
    hasQuantities: quantity,
    hasCancelled: (await cancelledStatuses(view)) !== undefined,
    largeOrder: await largeOrder(view),
  };
}

/** The first of these fields that this shop has with two or more values. */
async function fieldOf(keys: readonly string[], view: ShopView): Promise<OwnField | undefined> {
  const all = await groupingFields(view.store);
  for (const key of keys) {
    const field = all.find(f => f.key === key && f.by.kind === 'dimension');
    const values = field && (await largest(field, view));
    if (field && values && values.length > 1) return { field, values };
  }
  return undefined;
}

/** The two largest values of a field, as they are written. */
async function largest({ by }: GroupingField, { store }: ShopView): Promise<string[]> {
  const sums = (await groupedSums(store, { filters: [] }, by)).filter(({ id }) => id !== 0);
  const ids = sums
    .sort((a, b) => b.revenue - a.revenue || a.id - b.id)
    .slice(0, 2)
    .map(({ id }) => id);
  const names = await groupNames(store, by, ids);
  return ids.flatMap(id => names.get(id) ?? []).map(({ key, label }) => label ?? String(key));
}

/** The 80th percentile of order totals, rounded down to 1, 2 or 5 times a power of ten. */
async function largeOrder({ store, currency }: ShopView): Promise<number | undefined> {
  const { total, day } = await orderFacts(store);
  const sorted = total.filter((_, order) => day[order] !== NO_DAY).sort();
  const fifth = formatFor(currency).major(sorted[Math.floor(sorted.length * 0.8)] ?? 0);
  if (fifth < 1) return undefined;
  const power = 10 ** Math.floor(Math.log10(fifth));
  return power * (fifth >= 5 * power ? 5 : fifth >= 2 * power ? 2 : 1);
}
