import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import type { RowRule } from './row-rules.js';
import { valueKey } from './value-key.js';

/** How the state begins of rows that have a word for their kind or status that nobody knows. */
const UNKNOWN = 'with the unknown word ';

export const isUnknownWord = (what: string): boolean => what.startsWith(UNKNOWN);

/** Words that are said one by one. */
const MOST_SAID = 3;
/** A column with more unknown words says something else than a kind or status. */
const MOST_WORDS = 12;

/** Headers that can hardly mean anything but the status of an order. */
const STATUS = new RegExp(
  String.raw`\b(status|statut|situacao|durum|tila|trang thai|статус|allapot|tilstand|zustand)\b|` +
    'ステータス|状态|狀態|상태',
  'u',
);
/** Of somebody or something else than the sale. */
const OF_OTHERS = /\b(member\w*|customer|client|marital|vip|loyalty|stock|tax|employment|item|product)\b/;

/**
 * Rows whose kind or status is a word that is not known: a few among others that are. They count as sales,
 * and people are told, since the word may say that they are none.
 * @param isKnown whether a value is a word that is known
 */
export function unknownWords(
  sample: Sample,
  column: ColumnSurvey,
  keys: readonly string[],
  isKnown: (key: string) => boolean,
): RowRule[] {
  const unknown = keys.filter(key => key !== '' && !isKnown(key));
  const isStatus = STATUS.test(column.name) && !OF_OTHERS.test(column.name);
  const isSaid =
    unknown.length > 0 && unknown.length <= MOST_WORDS && !unknown.some(key => /^\d+$/.test(key));
  if (!isSaid || (unknown.length === keys.length && !isStatus) || OF_OTHERS.test(column.name)) return [];
  const rowsOf = new Map<string, number>();
  const written = new Map<string, string>();
  for (const text of sample.texts(column)) {
    const key = valueKey(text);
    rowsOf.set(key, (rowsOf.get(key) ?? 0) + 1);
    written.set(key, text);
  }
  const all = sample.texts(column).filter(text => text !== '').length;
  const few = unknown.filter(key => (rowsOf.get(key) ?? 0) < all / 2);
  // Kinds that most rows have are kinds of something else.
  const together = few.reduce((sum, key) => sum + (rowsOf.get(key) ?? 0), 0);
  if (!isStatus && together >= all / 2) return [];
  const sorted = [...few].sort((a, b) => (rowsOf.get(b) ?? 0) - (rowsOf.get(a) ?? 0));
  const rule = (values: readonly string[], words: string): RowRule => ({
    column: column.index,
    values: new Set(values),
    kind: 'doubtful',
    what: `${UNKNOWN}${words} in "${column.header}"`,
  });
  const one = sorted.slice(0, sorted.length > MOST_SAID ? MOST_SAID - 1 : MOST_SAID);
  const rest = sorted.slice(one.length);
  const quoted = (key: string) => `"${written.get(key) ?? key}"`;
  return [
    ...one.map(key => rule([key], quoted(key))),
    ...(rest.length > 0 ? [rule(rest, `${quoted(rest[0] ?? '')} or ${rest.length - 1} others`)] : []),
  ];
}
