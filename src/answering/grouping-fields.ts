import pluralize from 'pluralize';
import { GRAINS, type Grain } from '../core/calendar/grain.js';
import { normal, singularOf } from '../core/text/normal-text.js';
import { isPhoneHeader } from '../core/text/phone-header.js';
import { kebab } from '../core/text/words.js';
import { memoizedPerTransaction } from '../store/engine/memoize.js';
import type { StoreReader } from '../store/engine/transaction.js';
import type { GroupBy } from '../store/scope/sums.js';
import { type Dimension, listDimensions } from '../store/tables/dimensions.js';

/** Something that sales can be broken down by, as a question names it. */
export interface GroupingField {
  readonly key: string;
  readonly label: string;
  readonly by: GroupBy;
}

/** The customer can be broken down by like any dimension, though it has a table of its own. */
export const CUSTOMER: GroupingField = { key: 'customer', label: 'Customer', by: { kind: 'customer' } };
export const WEEKDAY: GroupingField = { key: 'weekday', label: 'Weekday', by: { kind: 'weekday' } };
export const MONTH_OF_YEAR: GroupingField = {
  key: 'monthOfYear',
  label: 'Month of year',
  by: { kind: 'monthOfYear' },
};

/** Other words for a dimension's own, in the singular. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    customer: ['client', 'buyer', 'account', 'shopper'],
    product: [
      'item',
      'sku',
      'skus',
      'article',
      'product code',
      'good',
      'item number',
      'item code',
      'stock code',
    ],
    productLine: ['category', 'line', 'product category', 'product group', 'range'],
    category: ['product line', 'product category', 'product type', 'product group', 'department'],
    productCategory: ['category', 'product line', 'product group'],
    status: ['order status', 'state of order', 'order state'],
    territory: ['region', 'area', 'sales territory'],
    region: ['territory', 'area'],
    location: ['place', 'site', 'city', 'town', 'area', 'region', 'state'],
    city: ['town'],
    state: ['province'],
    country: ['nation', 'market'],
    ageGroup: ['age', 'age band', 'age bracket'],
    incomeGroup: ['income', 'income level', 'income band', 'income bracket', 'income range', 'salary'],
    gender: ['sex'],
    educationLevel: ['education', 'degree', 'level of education', 'qualification', 'schooling'],
    maritalStatus: ['marital', 'civil status', 'family status', 'relationship status'],
    occupation: ['job', 'profession', 'job title', 'career'],
    language: ['language group', 'mother tongue', 'native language', 'native tongue'],
    server: ['waiter', 'waitress'],
    waiter: ['server', 'waitress'],
    promotion: ['promo', 'campaign', 'coupon', 'discount code'],
    weekday: ['day of week', 'day of the week', 'week day'],
    monthOfYear: ['month of the year', 'calendar month'],
    hour: ['hour of day', 'hour of the day', 'time of day'],
    salesperson: [
      'sales rep',
      'rep',
      'seller',
      'sales person',
      'salesman',
      'saleswoman',
      'sales agent',
      'agent',
      'sales representative',
      'account manager',
      'sales guy',
    ],
    channel: ['sales channel'],
    paymentMethod: [
      'payment',
      'payment type',
      'payment mode',
      'mode of payment',
      'method of payment',
      'way of paying',
      'way to pay',
      'payment option',
    ],
  }),
);

/** What files in other languages call a category: "by category" means that column too. */
const CATEGORIES: ReadonlySet<string> = new Set(
  `warengruppe, produktgruppe, artikelgruppe, kategorie, produktkategorie, produktlinie, sortiment, rubrik,
  categorie, categorie produit, famille, rayon, gamme, categoria, categoria producto, categoria de producto,
  categoria do produto, categoria prodotto, familia, linea, rubro, seccion, reparto, productcategorie,
  productgroep, kategori, produktkategori, varugrupp, produktgrupp, varegruppe, produktgruppe, kategoria,
  kategoria produktu, grupa towarowa, kategorie produktu, kategorija, luokka, tuoteryhma, urun kategorisi,
  категория, категорія, κατηγορια, カテゴリ, カテゴリー, 分類, 商品カテゴリ, 类别, 分类, 品类, 商品类别, 카테고리, 분류`
    .split(/,\s+/)
    .map(normal),
);

/** What dimensions of any shop may be called, by their keys and synonyms, in the singular. */
export const usualDimensionNames = (): string[] =>
  [...SYNONYMS].flatMap(([key, synonyms]) => [normal(kebab(key)), ...synonyms]);

/** All that the store's sales can be broken down by. */
export const groupingFields = (store: StoreReader): Promise<readonly GroupingField[]> =>
  memoizedPerTransaction(store, 'groupingFields', async () => {
    const dimensions = await listDimensions(store);
    // Contact data is for audience files alone; numbers as they are, for ranges alone.
    const shown = dimensions.filter(d => !isPhoneHeader(d.sourceColumn ?? d.label) && !isPlainNumbers(d));
    return [...shown.map(ofDimension), CUSTOMER, WEEKDAY, MONTH_OF_YEAR];
  });

const isPlainNumbers = ({ edges }: Dimension): boolean => edges?.length === 0;

/** The columns of numbers that are kept as they are: ages, incomes, discounts in percent. */
export const listPlainNumbers = async (store: StoreReader): Promise<readonly Dimension[]> =>
  (await listDimensions(store)).filter(isPlainNumbers);

/** The numbers as they are behind a field that groups them: ages behind age groups. */
export async function numbersBehind(
  { by }: GroupingField,
  store: StoreReader,
): Promise<Dimension | undefined> {
  if (by.kind !== 'dimension' || by.dimension.edges === null) return undefined;
  const { key } = by.dimension;
  return (await listDimensions(store)).find(d => isPlainNumbers(d) && `${d.key}Group` === key);
}

export const ofDimension = (dimension: Dimension): GroupingField => ({
  key: dimension.key,
  label: dimension.label,
  by: { kind: 'dimension', dimension },
});

/** Periods of a grain as something that can be ranked: `top months`. */
export const periodsOf = (grain: Grain): GroupingField => ({
  key: grain,
  label: grain.charAt(0).toUpperCase() + grain.slice(1),
  by: { kind: 'grain', grain },
});

/** The dimension as a word of a question, `product-line`, and in the plural, `product-lines`. */
export const singular = (b: GroupingField): string => kebab(b.label);
export const plurals = (b: GroupingField): string => pluralOf(kebab(b.label));

/** `country` -> `countries`; a last word that is plural by nature stays. */
export function pluralOf(word: string): string {
  const parts = word.split('-');
  return [...parts.slice(0, -1), pluralize(parts.at(-1) ?? '')].join('-');
}

/** The words it goes by, in the singular, best known first. */
export function namesOf(b: GroupingField): readonly string[] {
  let names = namesByField.get(b);
  if (!names) {
    names = allNames(b);
    namesByField.set(b, names);
  }
  return names;
}

const namesByField = new WeakMap<GroupingField, readonly string[]>();

function allNames(b: GroupingField): string[] {
  const isCategory = CATEGORIES.has(normal(b.label));
  const synonyms =
    SYNONYMS.get(b.key) ?? (isCategory ? ['category', ...(SYNONYMS.get('category') ?? [])] : []);
  return [
    ...new Set([b.label, kebab(b.key), ...synonyms].map(n => singularOf(normal(n.replaceAll('-', ' '))))),
  ];
}

/**
 * The dimensions that a text names: by its own name; else by a synonym; else by one word of its name, where
 * only one has it; else by what its column is called in the file. Several where it is open which is meant.
 */
export function findGroupingFields(text: string, all: readonly GroupingField[]): GroupingField[] {
  const wanted = singularOf(text);
  if (wanted === '') return [];
  const byOwnName = all.filter(b => namesOf(b).slice(0, 2).includes(wanted));
  if (byOwnName.length > 0) return byOwnName.slice(0, 1);
  const bySynonym = all.filter(b => namesOf(b).includes(wanted));
  if (bySynonym.length > 0) return bySynonym;
  const byWord = all.filter(b => b !== MONTH_OF_YEAR && namesOf(b)[0]?.split(' ').includes(wanted));
  if (byWord.length > 0) return byWord.length === 1 ? byWord : [];
  // "город", where the file called its cities so.
  const byColumn = all.filter(b => columnName(b) === wanted);
  return byColumn.length === 1 ? byColumn : [];
}

/** What the file called a dimension's column, where that is known. */
function columnName({ by }: GroupingField): string | undefined {
  const column = by.kind === 'dimension' ? by.dimension.sourceColumn : undefined;
  return column ? singularOf(normal(column)) : undefined;
}

/** The dimension that a word names in this store, if exactly one does: `product`. */
export async function fieldNamed(word: string, store: StoreReader): Promise<GroupingField | undefined> {
  const fields = findGroupingFields(word, await groupingFields(store));
  return fields.length === 1 ? fields[0] : undefined;
}

/** The grain that a word names: `month`, `months`, `monthly`. */
export function findGrain(word: string): Grain | undefined {
  return GRAINS.find(
    g =>
      g === word ||
      `${g}s` === word ||
      `${g}ly` === word ||
      (g === 'day' && word === 'daily') ||
      (g === 'year' && word === 'annual'),
  );
}
