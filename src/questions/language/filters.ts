import { NotUnderstood } from '../../errors.js';
import type { Store } from '../../store/store.js';
import type { Filter } from '../../store/sums.js';
import { quoted } from '../question.js';
import { type Breakable, findBreakables } from './breakable.js';
import { typos } from './lexicon.js';
import { addFilter } from './slots.js';
import { normal } from './text.js';
import { kebab } from './words.js';

const FILTER = /(^|\s)(-?)([\p{L}][\p{L}\d_-]*):((?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*)/gu;
/** A customer's value is looked for among so many names at most when none is called so. */
const MOST_NAMES = 20_000;

/**
 * Takes the filters out of a text: `country:USA`, `-status:Cancelled,"On Hold"`, `customer:"Euro Shop"`.
 * @throws NotUnderstood where there is no such dimension or value, with what there is
 */
export async function takeFilters(
  text: string,
  store: Pick<Store, 'db'>,
  dimensions: readonly Breakable[],
): Promise<{ filters: Filter[]; rest: string }> {
  const filters: Filter[] = [];
  for (const match of text.matchAll(FILTER)) {
    const [, , minus, name, raw] = match;
    const field = findField(name as string, dimensions);
    const values = splitValues(raw as string);
    const found = await findValues(store, field, values);
    const isCalled = (value: string) => (f: Value) =>
      same(f.value, value) || same(f.label ?? '', value) || holds(f, value);
    const missing = values.find(value => !found.some(isCalled(value)));
    if (missing !== undefined) {
      const behind = text.slice(match.index + match[0].length);
      const whole = await unquoted(store, field, missing, behind);
      if (whole)
        throw new NotUnderstood(
          `A name of several words needs quotes: ${kebab(field.key)}:"${whole.value}".`,
          [text.replace(`${name}:${raw}${whole.words}`, `${kebab(field.key)}:${quoted(whole.value)}`)],
        );
      const near = await nearest(store, field, missing);
      throw new NotUnderstood(
        `No ${field.label.toLowerCase()} is called "${missing}".`,
        near.map(v => text.replace(`${name}:${raw}`, `${kebab(field.key)}:${quoted(v)}`)),
      );
    }
    addFilter(filters, { field, column: columnOf(field), values: found, exclude: minus === '-' });
  }
  return { filters, rest: text.replace(FILTER, ' ') };
}

/** Words behind a value that make a name with it: `country:United Kingdom`. */
async function unquoted(
  store: Pick<Store, 'db'>,
  field: Breakable,
  value: string,
  behind: string,
): Promise<{ value: string; words: string } | undefined> {
  for (let count = 1; count <= 3; count++) {
    const words = new RegExp(`^(?:\\s+[^\\s":]+){${count}}`).exec(behind)?.[0];
    if (words === undefined) return undefined;
    const name = `${value}${words}`.replace(/\s+/g, ' ');
    const [found] = await findValues(store, field, [name]);
    if (found && (same(found.value, name) || same(found.label ?? '', name)))
      return { value: found.label ?? found.value, words };
  }
  return undefined;
}

/** `Bangalore` for "Bangalore (Urban)", where no other value holds the word. */
const holds = ({ value, label }: Value, text: string): boolean =>
  normal(text).length >= SHORTEST &&
  [value, label ?? ''].some(name => ` ${normal(name)} `.includes(` ${normal(text)} `));
const SHORTEST = 4;
const onlyOne = <T>(some: readonly T[]): readonly T[] => (some.length === 1 ? some : []);

const same = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase() || normal(a) === normal(b);

const columnOf = ({ by }: Breakable): Filter['column'] =>
  by.kind === 'dimension' ? `d${by.dimension.id}` : 'customer';

function findField(name: string, dimensions: readonly Breakable[]): Breakable {
  const fields = dimensions.filter(d => d.by.kind === 'dimension' || d.by.kind === 'customer');
  const phrase = normal(name.replaceAll('-', ' ').replaceAll('_', ' '));
  const found = findBreakables(phrase, fields);
  const near = fields.filter(f => typos(normal(f.label), phrase) <= (phrase.length >= 5 ? 1 : 0));
  const [field] = found.length === 1 ? found : near;
  if (field && (found.length === 1 || near.length === 1)) return field;
  throw new NotUnderstood(
    `There is no "${name}" to filter by. There are: ${fields.map(d => kebab(d.key)).join(', ')}.`,
    ['sales dimensions'],
  );
}

const splitValues = (raw: string): string[] =>
  [...raw.matchAll(/"([^"]*)"|([^,"]+)/g)].map(m => m[1] ?? m[2] ?? '');

type Value = { readonly id: number; readonly value: string; readonly label: string | null };

/** The values that are called so, whatever their case. */
async function findValues(
  { db }: Pick<Store, 'db'>,
  field: Breakable,
  texts: readonly string[],
): Promise<Value[]> {
  const all: Value[] = [];
  for (const text of texts) {
    if (field.by.kind === 'dimension') {
      const values = await valuesOf(db, field);
      const called = values.filter(v => same(v.value, text) || same(v.label ?? '', text));
      all.push(...(called.length > 0 ? called : onlyOne(values.filter(v => holds(v, text)))));
    } else {
      const rows: Value[] = await customersCalled(db, text);
      all.push(...rows);
    }
  }
  const once = all.filter((v, i) => all.findIndex(w => w.id === v.id) === i);
  return once.sort((a, b) => (a.value < b.value ? -1 : 1));
}

const valuesOf = (db: Store['db'], { by }: Breakable): Promise<Value[]> =>
  db('dimension_values')
    .where({ dimension_id: by.kind === 'dimension' ? by.dimension.id : 0 })
    .select('id', 'value', 'label')
    .orderBy('value');

async function customersCalled(db: Store['db'], text: string): Promise<Value[]> {
  const select = () => db('customers').select('id', { value: 'key' }, { label: 'name' });
  const byKey: Value[] = await select().where({ key: text });
  if (byKey.length > 0) return byKey;
  return select()
    .whereRaw('lower(key) = ?', [text.toLowerCase()])
    .orWhereRaw('lower(name) = ?', [text.toLowerCase()])
    .orWhere({ name: text })
    .orderBy('id');
}

async function nearest({ db }: Pick<Store, 'db'>, field: Breakable, missing: string): Promise<string[]> {
  const values: Value[] =
    field.by.kind === 'dimension'
      ? await valuesOf(db, field)
      : await db('customers')
          .select('id', { value: 'key' }, { label: 'name' })
          .orderBy('id')
          .limit(MOST_NAMES);
  const wanted = normal(missing);
  const far = (v: Value) =>
    Math.min(typos(normal(v.value), wanted), typos(normal(v.label ?? v.value), wanted));
  return values
    .map(v => ({ value: v.label ?? v.value, far: far(v) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(v => v.value);
}
