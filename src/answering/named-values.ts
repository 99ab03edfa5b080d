import { setImmediate as breathe } from 'node:timers/promises';
import { normal } from '../core/text/normal-text.js';
import { typos } from '../core/text/typos.js';
import { memoizedPerTransaction } from '../store/engine/memoize.js';
import type { StoreReader } from '../store/engine/transaction.js';
import { listValues } from '../store/tables/dimensions.js';
import { customersNamed, firstCustomers } from '../store/tables/named-customers.js';
import type { GroupingField } from './grouping-fields.js';

/** A value of a dimension, or a customer, as the store has it. */
export interface NamedValue {
  readonly id: number;
  readonly value: string;
  readonly label: string | null;
}

/** A value with its names, value and label, as they are compared. */
interface Compared extends NamedValue {
  readonly lower: readonly string[];
  /** Without accents and marks; one that is nothing but marks is not among them. */
  readonly names: readonly string[];
}

const compared = (value: NamedValue): Compared => {
  const written = [value.value, value.label ?? ''].filter(name => name !== '');
  return {
    ...value,
    lower: written.map(name => name.toLowerCase()),
    names: written.map(normal).filter(name => name !== ''),
  };
};

/** A customer's value is looked for among so many names at most when none is called so. */
const MOST_NAMES = 20_000;
/** Names that are compared at a time. */
const AT_ONCE = 1_000;
/** What is longer is no misspelt name; comparing it with every one of a large shop would hold others up. */
const LONGEST_NAME = 60;
/** A word as short as this is rather not a part of a name. */
const SHORTEST = 4;

/**
 * The values of a field that texts call, whatever their case, in the order of their names. Asks the store
 * once for all texts.
 */
export async function findValues(
  store: StoreReader,
  field: GroupingField,
  texts: readonly string[],
): Promise<NamedValue[]> {
  const wanted = [...new Set(texts)];
  const found = await (field.by.kind === 'dimension'
    ? dimensionValuesNamed(store, field, wanted)
    : customersNamed(store, wanted).then(byText => [...byText.values()].flat()));
  const once = new Map(found.map(value => [value.id, value]));
  return [...once.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
}

async function dimensionValuesNamed(
  store: StoreReader,
  field: GroupingField,
  texts: readonly string[],
): Promise<NamedValue[]> {
  const values = await comparedValues(store, field);
  return texts.flatMap(text => {
    const plain = normal(text);
    const called = values.filter(v => isSame(v, text.toLowerCase(), plain));
    return called.length > 0 ? called : onlyOne(values.filter(v => isWithin(plain, v.names)));
  });
}

/** All values of a dimension; once for a question, however often it is read in another way. */
const comparedValues = (store: StoreReader, { key, by }: GroupingField): Promise<readonly Compared[]> =>
  memoizedPerTransaction(store, `values of ${key}`, async () => {
    const values = by.kind === 'dimension' ? await listValues(store, by.dimension) : [];
    return values.map(compared);
  });

/** `Bangalore` for "Bangalore (Urban)", if no other value holds the word. */
const isWithin = (plain: string, names: readonly string[]): boolean =>
  plain.length >= SHORTEST && names.some(name => ` ${name} `.includes(` ${plain} `));

const onlyOne = <T>(some: readonly T[]): readonly T[] => (some.length === 1 ? some : []);

const isSame = ({ lower, names }: Compared, text: string, plain: string): boolean =>
  lower.includes(text) || names.includes(plain);

/** Whether a text is a value's whole name. */
export const isWholeName = (value: NamedValue, text: string): boolean =>
  isSame(compared(value), text.toLowerCase(), normal(text));

/** `*christmas*`: a part of names, rather than the name of one value. */
export const partOfName = (text: string): string | undefined => /^\*(.*[^*].*)\*$/.exec(text)?.[1];

/** The values of a field in whose names a text stands, whatever its case and accents; by their names. */
export async function valuesHolding(
  store: StoreReader,
  field: GroupingField,
  part: string,
): Promise<NamedValue[]> {
  const values =
    field.by.kind === 'dimension'
      ? await comparedValues(store, field)
      : (await firstCustomers(store, MOST_NAMES)).map(compared);
  const [lower, plain] = [part.toLowerCase(), normal(part)];
  return values
    .filter(v => v.lower.some(n => n.includes(lower)) || v.names.some(n => plain !== '' && n.includes(plain)))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** The first text that names none of the values, neither whole nor by a part of a name. */
export function firstMissing(found: readonly NamedValue[], texts: readonly string[]): string | undefined {
  const all = found.map(compared);
  const lower = new Set(all.flatMap(v => v.lower));
  const names = new Set(all.flatMap(v => v.names));
  return texts.find(text => {
    const plain = normal(text);
    return !(lower.has(text.toLowerCase()) || names.has(plain) || all.some(v => isWithin(plain, v.names)));
  });
}

/** The names of a field that are most like one that is missing. */
export async function nearestNames(
  store: StoreReader,
  field: GroupingField,
  missing: string,
): Promise<string[]> {
  if (missing.length > LONGEST_NAME) return [];
  const values: readonly NamedValue[] =
    field.by.kind === 'dimension'
      ? await comparedValues(store, field)
      : await firstCustomers(store, MOST_NAMES);
  const wanted = normal(missing);
  const near: { value: string; far: number }[] = [];
  for (const [i, v] of values.entries()) {
    const far = Math.min(
      ...[...new Set([v.value, v.label ?? v.value])].map(name => typos(normal(name), wanted)),
    );
    near.push({ value: v.label ?? v.value, far });
    // Others get their turn in between.
    if (i % AT_ONCE === AT_ONCE - 1) await breathe();
  }
  return near
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(v => v.value);
}
