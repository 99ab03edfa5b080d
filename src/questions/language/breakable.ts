import { distance } from 'fastest-levenshtein';
import pluralize from 'pluralize';
import { type Dimension, listDimensions } from '../../store/dimensions.js';
import type { Store } from '../../store/store.js';
import type { GroupBy } from '../../store/sums.js';
import { kebab } from './words.js';

/** Something that sales can be broken down by, as a question names it. */
export interface Breakable {
  readonly key: string;
  readonly label: string;
  readonly by: GroupBy;
}

/** The customer can be broken down by like any dimension, though it has a table of its own. */
export const CUSTOMER: Breakable = { key: 'customer', label: 'Customer', by: { kind: 'customer' } };

/** Other words for a dimension's own. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  customer: ['client', 'buyer', 'account'],
  product: ['item', 'sku', 'article', 'product code'],
  productLine: ['category', 'line', 'product category'],
  category: ['product line', 'product category', 'product type'],
  productCategory: ['category', 'product line'],
  status: ['order status', 'state of order'],
  territory: ['region', 'area'],
  region: ['territory', 'area'],
  city: ['town', 'place'],
  state: ['province'],
  country: ['nation', 'market'],
  ageGroup: ['age'],
  incomeGroup: ['income', 'income level'],
  promotion: ['promo', 'campaign', 'coupon'],
};

/** All that the store's sales can be broken down by. */
export async function breakables(store: Pick<Store, 'db'>): Promise<Breakable[]> {
  const dimensions = await listDimensions(store);
  return [...dimensions.map(ofDimension), CUSTOMER];
}

const ofDimension = (dimension: Dimension): Breakable => ({
  key: dimension.key,
  label: dimension.label,
  by: { kind: 'dimension', dimension },
});

/** The dimension as a word of a question, `product-line`, and in the plural, `product-lines`. */
export const singular = (b: Breakable): string => kebab(b.label);
export const plurals = (b: Breakable): string => pluralOf(kebab(b.label));

/** `country` -> `countries`; a last word that is plural by nature stays. */
export function pluralOf(word: string): string {
  const parts = word.split('-');
  return [...parts.slice(0, -1), pluralize(parts.at(-1) ?? '')].join('-');
}

/** The words it goes by, in the singular, best known first. */
function namesOf(b: Breakable): string[] {
  return [b.label, b.key, ...(Object.hasOwn(SYNONYMS, b.key) ? (SYNONYMS[b.key] ?? []) : [])].map(plain);
}

const plain = (text: string): string => pluralize.singular(kebab(text).replaceAll('-', ' '));

/**
 * The one that a text names: by name or synonym, in singular or plural; by one word of its name where only one has
 * it; or with a small misspelling. Undefined where none, or more than one, fits.
 */
export function findBreakable(text: string, all: readonly Breakable[]): Breakable | undefined {
  const wanted = plain(text);
  if (wanted === '') return undefined;
  for (let place = 0; place < 6; place++) {
    const found = all.find(b => namesOf(b)[place] === wanted);
    if (found) return found;
  }
  const byWord = all.filter(b => namesOf(b)[0]?.split(' ').includes(wanted));
  if (byWord.length === 1) return byWord[0];
  const allowed = wanted.length >= 8 ? 2 : wanted.length >= 5 ? 1 : 0;
  const near = all.filter(b => namesOf(b).some(name => distance(name, wanted) <= allowed));
  return near.length === 1 ? near[0] : undefined;
}
