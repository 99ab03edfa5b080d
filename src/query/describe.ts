import type { ShopView } from '../answering/shop.js';
import { isoOf } from '../core/calendar/days.js';
import { ShopkeeperError } from '../core/errors.js';
import { currencyCode } from '../core/money/currencies.js';
import { queryOf } from '../core/query/query.js';
import { normal } from '../core/text/normal-text.js';
import { recordedIn } from '../measures/recorded.js';
import { segmentWord } from '../segments/maps/segment-names.js';
import { fieldCalled, fieldsOf, type QueryField } from './fields.js';
import { refuseMissing } from './figures.js';
import { QUERY_MEASURES, type QueryMeasure } from './measures.js';
import { resolveQuery, runGroups } from './run.js';
import { type Setting, settingOf } from './setting.js';

/** What a query of this shop can name: nothing in it is a value or a figure of its data. */
export interface ShopNames {
  readonly measures: readonly (Pick<QueryMeasure, 'key' | 'label' | 'unit' | 'formula'> & {
    /** Why this shop's data has no such figure, if it has none. */
    readonly missing?: string;
  })[];
  readonly fields: readonly NamedField[];
  readonly segments: readonly { readonly key: string; readonly title: string }[];
  /** The segment map in use, and all that there are. */
  readonly map: string;
  readonly maps: readonly string[];
}

export interface NamedField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'dimension' | 'customer' | 'period' | 'computed';
}

/** What a shop's data covers. */
export interface ShopExtent {
  readonly currency: string;
  /** ISO 8601, as are the others. */
  readonly dataFrom: string;
  readonly dataThrough: string;
  readonly today: string;
}

/** Values of a field, the largest by revenue first. */
export interface FieldValues {
  readonly field: string;
  /** How many there are, listed or not. */
  readonly count: number;
  readonly values: readonly string[];
}

/** Fields of shops that know their customers. */
const OF_CUSTOMERS: ReadonlySet<string> = new Set([
  'customer',
  'segment',
  'buyers',
  'first-order-month',
  'order-number',
]);

/** The names that a query can use. @throws ShopkeeperError if the store is empty */
export async function shopNames(view: ShopView): Promise<ShopNames> {
  const setting = await settingOf(queryOf({}), view);
  const { map } = view.segmenting.segmentation;
  const { customers } = await recordedIn(view.store);
  const measures = [];
  for (const measure of [...QUERY_MEASURES, ...setting.ownMeasures]) {
    const { key, label, unit, formula } = measure;
    const missing = await missingFor(measure, setting);
    measures.push({ key, label, unit, formula, ...(missing !== undefined && { missing }) });
  }
  return {
    measures,
    fields: fieldsOf(setting)
      .filter(field => customers || !OF_CUSTOMERS.has(field.key))
      .map(field => ({ key: field.key, label: field.label, kind: kindOf(field) })),
    segments: customers ? map.segments.map(({ title }) => ({ key: segmentWord(title), title })) : [],
    map: map.name,
    maps: view.segmenting.maps.all.map(({ name }) => name),
  };
}

async function missingFor(measure: QueryMeasure, setting: Setting): Promise<string | undefined> {
  try {
    await refuseMissing([measure], setting);
    return undefined;
  } catch (error) {
    if (error instanceof ShopkeeperError) return error.message;
    throw error;
  }
}

function kindOf({ field, grain }: QueryField): NamedField['kind'] {
  if (grain) return 'period';
  const kind = field?.by.kind;
  return kind === 'dimension' || kind === 'customer' ? kind : 'computed';
}

/** What the data covers. @throws ShopkeeperError if the store is empty */
export async function shopExtent(view: ShopView): Promise<ShopExtent> {
  const { data } = await settingOf(queryOf({}), view);
  return {
    currency: currencyCode(view.currency),
    dataFrom: isoOf(data.from),
    dataThrough: isoOf(data.to),
    today: isoOf(view.today()),
  };
}

/**
 * The values of a field, up to a limit. Customers are not listed: a query with rows `customers` does that.
 * @param contains only values with this text in them
 * @throws NotUnderstood if there is no such field
 */
export async function valuesOf(
  name: string,
  limit: number,
  contains: string | undefined,
  view: ShopView,
): Promise<FieldValues> {
  const all = await settingOf(queryOf({}), view);
  const field = fieldCalled(name, all);
  if (kindOf(field) !== 'dimension') return { field: field.key, count: 0, values: [] };
  const query = queryOf({ rows: 'groups', by: [field.key], measures: ['revenue'] });
  const { rows } = await runGroups(await resolveQuery(query, all), all);
  const wanted = normal(contains ?? '');
  const values = rows
    .flatMap(({ keys: [key], labels: [label] }) => (key == null ? [] : [label ?? String(key)]))
    .filter(value => normal(value).includes(wanted));
  return { field: field.key, count: values.length, values: values.slice(0, limit) };
}
