import type { GroupingField } from '../answering/grouping-fields.js';
import { findValues, type NamedValue, partOfName, valuesHolding } from '../answering/named-values.js';
import { NotUnderstood } from '../core/errors.js';
import type { Query, QueryFilter } from '../core/query/query.js';
import { kebab } from '../core/text/words.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { dimensionColumn, listValues } from '../store/tables/dimensions.js';
import { lookUp, type QueryField } from './field.js';
import type { Setting } from './setting.js';

/** What all other values are called together. */
export const ALL_OTHERS = 'All others';

/**
 * The fields of a query that asks for the rest: those with a filter have a group for each value that it
 * names, and one for all lines without such a value. These filters leave no line out any more.
 * @throws NotUnderstood if no field has a filter
 */
export async function withRest(
  query: Query,
  fields: readonly QueryField[],
  setting: Setting,
): Promise<{ readonly fields: readonly QueryField[]; readonly where: readonly QueryFilter[] }> {
  if (!query.show.includes('rest')) return { fields, where: query.where };
  const split: QueryField[] = [];
  const used = new Set<QueryFilter>();
  for (const field of fields) {
    const filter = query.where.find(f => f.values && !f.not && isOf(f, field));
    if (filter) used.add(filter);
    split.push(filter ? await besideOthers(field, filter, setting) : field);
  }
  if (used.size === 0)
    throw new NotUnderstood('The rest is of values that a filter names, and groups are of its field.', [
      'measure:revenue by:country country:USA show:rest',
    ]);
  return { fields: split, where: query.where.filter(f => !used.has(f)) };
}

const isOf = (filter: QueryFilter, { field }: QueryField): boolean =>
  (field?.by.kind === 'dimension' || field?.by.kind === 'customer') && kebab(field.key) === filter.field;

async function besideOthers(of: QueryField, filter: QueryFilter, setting: Setting): Promise<QueryField> {
  const { field } = of;
  const { store } = setting.view;
  if (field?.by.kind !== 'dimension' && field?.by.kind !== 'customer') return of;
  const own = await groupsNamed(store, field, filter.values ?? []);
  const ids =
    field.by.kind === 'dimension' ? (await listValues(store, field.by.dimension)).map(v => v.id) : [];
  const highest = ids.reduce((most, id) => Math.max(most, id), setting.highestCustomer);
  const others = own.length + 1;
  const groups = new Int32Array(highest + 1).fill(others);
  // A value that stands in two groups is in the first.
  for (const [i, { values }] of [...own.entries()].reverse()) for (const { id } of values) groups[id] = i + 1;
  const names = new Map([...own.map(({ name }, i) => [i + 1, name] as const), [others, ALL_OTHERS]]);
  const isAll = ids.length > 0 && ids.every(id => groups[id] !== others);
  const column = field.by.kind === 'dimension' ? dimensionColumn(field.by.dimension) : 'customer';
  return {
    key: of.key,
    label: of.label,
    order: 'fixed',
    ids: isAll ? own.map((_, i) => i + 1) : [...names.keys()],
    groupBy: () => lookUp(column, 0, groups, names),
  };
}

/** A group for each value that a filter names, and for each part of names: `*rural*` is all that have it. */
async function groupsNamed(
  store: StoreReader,
  field: GroupingField,
  texts: readonly string[],
): Promise<{ readonly name: string; readonly values: readonly NamedValue[] }[]> {
  const names = texts.filter(text => partOfName(text) === undefined);
  const found: { name: string; values: NamedValue[] }[] = (await findValues(store, field, names)).map(
    value => ({ name: value.label ?? value.value, values: [value] }),
  );
  for (const part of texts.flatMap(text => partOfName(text) ?? []))
    found.push({
      name: part.charAt(0).toUpperCase() + part.slice(1),
      values: await valuesHolding(store, field, part),
    });
  return found;
}
