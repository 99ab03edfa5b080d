import { IngestError } from '../../core/errors.js';
import { wordsOf } from '../../core/text/header-words.js';
import { ROLES } from './roles.js';

/** What the person said that columns are: a role's key, `ignore` or `dimension`, by the column's index. */
export type ColumnMap = ReadonlyMap<number, string>;

const OTHERS = ['ignore', 'dimension'];

/**
 * Reads `COLUMN=FIELD` pairs against a file's header. A column is named as in the header, or by its number.
 * @throws IngestError where there is no such column or field; it lists those there are
 */
export function readColumnMap(pairs: readonly string[], header: readonly string[]): ColumnMap {
  const map = new Map<number, string>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=');
    const [name, field] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 1 || field === '')
      throw new IngestError(
        `--map "${pair}" is not COLUMN=FIELD.`,
        'For example: --map "Total Sales=amount"',
      );
    const key = fieldOf(field);
    if (!key)
      throw new IngestError(
        `--map "${pair}": there is no field "${field}".`,
        `Fields: ${[...ROLES.map(r => r.key), ...OTHERS].join(', ')}.`,
      );
    if (!OTHERS.includes(key) && [...map.values()].includes(key))
      throw new IngestError(`--map names two columns for ${key}.`, 'Only one column can be it.');
    map.set(columnOf(name, header, pair), key);
  }
  return map;
}

function columnOf(name: string, header: readonly string[], pair: string): number {
  const exact = header.findIndex(h => h.toLowerCase() === name.toLowerCase());
  if (exact >= 0) return exact;
  const words = wordsOf(name).join(' ');
  const alike = header.findIndex(h => words !== '' && wordsOf(h).join(' ') === words);
  if (alike >= 0) return alike;
  const number = Number(name);
  if (Number.isInteger(number) && number >= 1 && number <= header.length) return number - 1;
  throw new IngestError(
    `--map "${pair}": the file has no column "${name}".`,
    `Its columns are: ${header.slice(0, 40).join(', ')}${header.length > 40 ? ', ...' : ''}`,
  );
}

/** `order-id`, `orderId`, `order id`: the same field. */
function fieldOf(field: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  return [...ROLES.map(r => r.key), ...OTHERS].find(key => plain(key) === plain(field));
}
