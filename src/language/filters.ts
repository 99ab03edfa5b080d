import { quoted } from '../answering/declaration.js';
import { findGroupingFields, type GroupingField } from '../answering/grouping-fields.js';
import { findValues, firstMissing, isWholeName, nearestNames } from '../answering/named-values.js';
import { NotUnderstood, UnknownToAsker } from '../core/errors.js';
import { normal } from '../core/text/normal-text.js';
import { typos } from '../core/text/typos.js';
import { kebab } from '../core/text/words.js';
import type { StoreReader } from '../store/engine/transaction.js';
import type { Filter } from '../store/scope/sums.js';
import { addFilter } from './slots.js';

const FILTER = /(^|\s)(-?)([\p{L}][\p{L}\d_-]*):((?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*)/gu;

/**
 * Takes the filters out of a text: `country:USA`, `-status:Cancelled,"On Hold"`, `customer:"Euro Shop"`.
 * @throws NotUnderstood where there is no such dimension or value, with what there is
 */
export async function takeFilters(
  text: string,
  store: StoreReader,
  dimensions: readonly GroupingField[],
): Promise<{ filters: Filter[]; rest: string }> {
  const filters: Filter[] = [];
  for (const match of text.matchAll(FILTER)) {
    const [, , minus, name, raw] = match;
    const field = findField(name as string, dimensions);
    const values = splitValues(raw as string);
    const found = await findValues(store, field, values);
    const missing = firstMissing(found, values);
    if (missing !== undefined) {
      const behind = text.slice(match.index + match[0].length);
      const whole = await unquoted(store, field, missing, behind);
      if (whole)
        throw new NotUnderstood(
          `A name of several words needs quotes: ${kebab(field.key)}:"${whole.value}".`,
          [text.replace(`${name}:${raw}${whole.words}`, `${kebab(field.key)}:${quoted(whole.value)}`)],
        );
      const near = await nearestNames(store, field, missing);
      const Unknown = field.by.kind === 'customer' ? UnknownToAsker : NotUnderstood;
      throw new Unknown(
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
  store: StoreReader,
  field: GroupingField,
  value: string,
  behind: string,
): Promise<{ value: string; words: string } | undefined> {
  for (let count = 1; count <= 3; count++) {
    const words = new RegExp(`^(?:\\s+[^\\s":]+){${count}}`).exec(behind)?.[0];
    if (words === undefined) return undefined;
    const name = `${value}${words}`.replace(/\s+/g, ' ');
    const [found] = await findValues(store, field, [name]);
    if (found && isWholeName(found, name)) return { value: found.label ?? found.value, words };
  }
  return undefined;
}

const columnOf = ({ by }: GroupingField): Filter['column'] =>
  by.kind === 'dimension' ? `d${by.dimension.id}` : 'customer';

function findField(name: string, dimensions: readonly GroupingField[]): GroupingField {
  const fields = dimensions.filter(d => d.by.kind === 'dimension' || d.by.kind === 'customer');
  const phrase = normal(name.replaceAll('-', ' ').replaceAll('_', ' '));
  const found = findGroupingFields(phrase, fields);
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
