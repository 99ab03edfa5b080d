import { type GroupingField, numbersBehind } from '../answering/grouping-fields.js';
import {
  findValues,
  firstMissing,
  type NamedValue,
  nearestNames,
  partOfName,
  valuesHolding,
} from '../answering/named-values.js';
import type { ScopePart } from '../core/answer/scope.js';
import { MONTH_NAMES, partsOf, WEEKDAYS } from '../core/calendar/days.js';
import { periodContext } from '../core/calendar/in-words/named-period.js';
import { daysOfSeason } from '../core/calendar/seasons.js';
import { NotUnderstood, UnknownToAsker } from '../core/errors.js';
import { unitsPerMajor } from '../core/money/currencies.js';
import type { NumberRange, QueryFilter } from '../core/query/query.js';
import { typed } from '../core/text/typed-text.js';
import { kebab } from '../core/text/words.js';
import { NO_DAY, orderFacts, ordersCalled } from '../store/scope/order-facts.js';
import type { Filter, LineMask } from '../store/scope/sums.js';
import { dimensionColumn, listValues } from '../store/tables/dimensions.js';
import { seasonNamed } from './calendar-fields.js';
import { fieldCalled, type QueryField } from './fields.js';
import { endWithinGroup, groupsOnly, inRange, isGroupWithin, rangeOf, rangeWords } from './ranges.js';
import { segmentMarks, segmentTitles } from './segments.js';
import type { Setting } from './setting.js';

/** What a filter keeps, and how it is said. */
export interface KeptLines {
  readonly filter?: Filter;
  readonly mask?: LineMask;
  readonly scope: ScopePart;
}

/** Reads a filter against the shop. @throws NotUnderstood for a field or a value that there is not */
export async function keptBy(filter: QueryFilter, setting: Setting): Promise<KeptLines> {
  const found = isOfData(filter.field, setting) ? undefined : COMPUTED.get(filter.field);
  if (found) return found(filter, setting);
  return byField(filter, fieldCalled(filter.field, setting), setting);
}

/** Whether the shop's data has a field of this name: it goes before ours, in filters as in groups. */
const isOfData = (name: string, { fields }: Setting): boolean =>
  fields.some(({ key }) => kebab(key) === name);

async function byField(filter: QueryFilter, found: QueryField, setting: Setting): Promise<KeptLines> {
  if (found.key === 'weekday' || found.key === 'month-of-year') return byDay(filter, setting, found.key);
  const { field } = found;
  if (field?.by.kind === 'dimension' || field?.by.kind === 'customer')
    return byValues(filter, field, setting);
  throw new NotUnderstood(`There is no filter ${typed(filter.field)}; a period is asked for in words.`, [
    'sales dimensions',
  ]);
}

type Reader = (filter: QueryFilter, setting: Setting) => Promise<KeptLines> | KeptLines;

/** Filters that are no dimension of the data. */
const COMPUTED: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    'order-total': async (filter, setting) => {
      const { total, day } = await orderFacts(setting.view.store);
      const scale = unitsPerMajor(setting.view.currency);
      const keeps = inRange(rangeOf(filter, 'order-total:>500'));
      return byOrder(
        filter,
        'order total',
        rangeWords(filter.range),
        order => day[order] !== NO_DAY && keeps((total[order] as number) / scale),
        total.length,
      );
    },
    'order-number': async (filter, setting) => {
      const { number } = await orderFacts(setting.view.store);
      const keeps = inRange(rangeOf(filter, 'order-number:2..3'));
      return byOrder(
        filter,
        'order number',
        rangeWords(filter.range),
        order => (number[order] as number) > 0 && keeps(number[order] as number),
        number.length,
      );
    },
    buyers: async (filter, setting) => {
      const { number } = await orderFacts(setting.view.store);
      const wanted = (filter.values ?? []).map(v => v.toLowerCase());
      const other = wanted.find(v => v !== 'new' && v !== 'returning');
      if (other !== undefined || wanted.length === 0)
        throw new NotUnderstood(`Buyers are "new" or "returning", not ${typed(other ?? 'numbers')}.`, []);
      const keeps = (n: number) => n > 0 && wanted.includes(n === 1 ? 'new' : 'returning');
      return byOrder(filter, 'buyers', wanted, order => keeps(number[order] as number), number.length);
    },
    order: async (filter, setting) => {
      const keys = filter.values ?? [];
      if (keys.length === 0) throw new NotUnderstood('Orders are named: order:1001,1002.', []);
      const found = await ordersCalled(setting.view.store, keys);
      const missing = keys.find(key => !found.has(key));
      if (missing !== undefined)
        throw new UnknownToAsker(`There is no order ${typed(missing)} among the orders that count.`, []);
      const ids = new Set(found.values());
      return byOrder(filter, 'order', keys, order => ids.has(order), Math.max(...ids) + 1);
    },
    without: byMissing,
    season: (filter, setting) => byDay(filter, setting, 'season'),
    weekend: (filter, setting) => byDay(filter, setting, 'weekend'),
    segment: async (filter, setting) => {
      const values = filter.values ?? [];
      const marks = await segmentMarks(values, setting);
      return {
        mask: { column: 'customer', first: 0, marks: filter.not ? opposite(marks) : marks },
        scope: said('segment', await segmentTitles(values, setting), filter.not),
      };
    },
  }),
);

const said = (field: string, values: readonly string[], not: true | undefined): ScopePart => ({
  kind: 'filter',
  field,
  values,
  isExcluded: not === true,
});

function byOrder(
  { not }: QueryFilter,
  field: string,
  values: readonly string[],
  keeps: (order: number) => boolean,
  length: number,
): KeptLines {
  const marks = new Uint8Array(length);
  for (let order = 0; order < length; order++) marks[order] = keeps(order) !== (not === true) ? 1 : 0;
  return {
    mask: { column: 'order', first: 0, marks, keepsOthers: not === true },
    scope: said(field, values, not),
  };
}

/** Weekdays, months, seasons, and the two parts of the week. */
function byDay(filter: QueryFilter, { data: sold, view, hemisphere }: Setting, field: string): KeptLines {
  const { not } = filter;
  const values = filter.values ?? [];
  if (values.length === 0) throw new NotUnderstood(`"${field}" takes names, not numbers.`, []);
  // Averages count days without sales as well, and so the last ones up to today.
  const data = { from: sold.from, to: Math.max(sold.to, periodContext(sold, view.today()).anchor) };
  const marks = new Uint8Array(data.to - data.from + 1);
  const labels: string[] = [];
  for (const value of values) {
    if (field === 'season') {
      const season = seasonNamed(value);
      labels.push(season.label);
      for (const [at, mark] of daysOfSeason(season, data, hemisphere).entries())
        if (mark === 1) marks[at] = 1;
      continue;
    }
    const keeps = dayTest(field, value);
    labels.push(keeps.label);
    for (let at = 0; at < marks.length; at++) if (keeps.test(data.from + at)) marks[at] = 1;
  }
  const label = field === 'weekend' ? 'day' : field === 'month-of-year' ? 'month of year' : field;
  return {
    mask: { column: 'day', first: data.from, marks: not ? opposite(marks) : marks },
    scope: said(label, labels, not),
  };
}

function dayTest(field: string, value: string): { label: string; test: (day: number) => boolean } {
  const start = value.toLowerCase();
  if (field === 'weekend') {
    const isWeekend = !/^(?:mon|work|week-?day)/.test(start);
    return {
      label: isWeekend ? 'a weekend' : 'Monday to Friday',
      test: day => partsOf(day).weekday >= 6 === isWeekend,
    };
  }
  const names: readonly string[] = field === 'weekday' ? WEEKDAYS : MONTH_NAMES;
  const index = start.length < 3 ? -1 : names.findIndex(name => name.toLowerCase().startsWith(start));
  if (index < 0) throw new NotUnderstood(`${typed(value)} is none of ${names.join(', ')}.`, []);
  const part = field === 'weekday' ? ('weekday' as const) : ('month' as const);
  return { label: names[index] as string, test: day => partsOf(day)[part] === index + 1 };
}

async function byValues(filter: QueryFilter, field: GroupingField, setting: Setting): Promise<KeptLines> {
  const { store } = setting.view;
  const { values, range, not } = filter;
  const column: Filter['column'] =
    field.by.kind === 'dimension' ? dimensionColumn(field.by.dimension) : 'customer';
  const label = field.label.toLowerCase();
  if (range || !values) {
    if (field.by.kind !== 'dimension') throw new NotUnderstood(`"${label}" has no numbers.`, []);
    const keeps = inRange(range ?? {});
    const behind = await numbersBehind(field, store);
    const numbers = behind ?? field.by.dimension;
    const all = await listValues(store, numbers);
    const found =
      range && !behind && field.by.dimension.edges
        ? groupsIn(range, all, field.by.dimension.edges, label)
        : all.filter(v => keeps(leadingNumber(v.value)));
    const named = { field, column: dimensionColumn(numbers), values: found, exclude: not === true };
    return { filter: named, scope: said(numbers.label.toLowerCase(), rangeWords(range), not) };
  }
  const names = values.filter(value => partOfName(value) === undefined);
  const parts = values.flatMap(value => partOfName(value) ?? []);
  const held = await heldBy(parts, field, setting);
  const called = await findValues(store, field, names);
  const missing = firstMissing(called, names);
  if (missing !== undefined) {
    const near = await nearestNames(store, field, missing);
    const instead = near.length === 0 ? '' : ` Near it: ${near.join(', ')}.`;
    const Unknown = field.by.kind === 'customer' ? UnknownToAsker : NotUnderstood;
    throw new Unknown(`No ${label} is called ${typed(missing)}.${instead}`, []);
  }
  const found = [...new Map([...called, ...held].map(value => [value.id, value])).values()];
  return {
    filter: { field, column, values: found, exclude: not === true },
    scope: said(label, [...called.map(v => v.label ?? v.value), ...parts.map(holdingWords)], not),
  };
}

/** The groups of numbers that make up a range. @throws NotUnderstood where it ends within one */
function groupsIn<V extends { readonly value: string }>(
  range: NumberRange,
  groups: readonly V[],
  edges: readonly number[],
  label: string,
): V[] {
  const end = endWithinGroup(range, edges);
  const names = groups.map(v => v.value);
  if (end !== undefined) throw new NotUnderstood(groupsOnly(label, names, end), []);
  return groups.filter(v => isGroupWithin(v.value, range));
}

const holdingWords = (part: string): string => `any with ${typed(part)} in its name`;

/** The values that have one of these texts in their names. @throws NotUnderstood for a text in none */
async function heldBy(
  parts: readonly string[],
  field: GroupingField,
  { view }: Setting,
): Promise<NamedValue[]> {
  const held: NamedValue[] = [];
  for (const part of parts) {
    const found = await valuesHolding(view.store, field, part);
    if (found.length === 0)
      throw new NotUnderstood(`No ${field.label.toLowerCase()} has ${typed(part)} in its name.`, [
        'sales dimensions',
      ]);
    held.push(...found);
  }
  return held;
}

/** Lines that have no value of a field. */
function byMissing({ values = [], not }: QueryFilter, setting: Setting): KeptLines {
  const [name, ...others] = values;
  if (name === undefined || others.length > 0)
    throw new NotUnderstood('"without" takes the name of one field: without:customer.', []);
  const { field } = fieldCalled(name, setting);
  if (field?.by.kind !== 'dimension' && field?.by.kind !== 'customer')
    throw new NotUnderstood(`Every line has a ${typed(name)}.`, ['sales dimensions']);
  const column: Filter['column'] =
    field.by.kind === 'dimension' ? dimensionColumn(field.by.dimension) : 'customer';
  return {
    filter: { field, column, values: [{ id: 0, value: '' }], exclude: not === true },
    scope: said(field.label.toLowerCase(), ['missing'], not),
  };
}

/** The number that a value begins with: 60 of `60+`, 20 of `20-29`, 18 of `18:00`. */
const leadingNumber = (value: string): number => Number.parseFloat(value.replace(/^\D+/, ''));

/** The other marks. */
export const opposite = (marks: Uint8Array): Uint8Array => marks.map(mark => 1 - mark);
