import { isGoods } from '../../answering/field-roles.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { NotUnderstood } from '../../core/errors.js';
import type { QueryFilter } from '../../core/query/query.js';
import { tokensOf } from '../../core/text/normal-text.js';
import { kebab } from '../../core/text/words.js';
import type { FoundValue, Vocabulary } from '../lexicon/lexicon.js';
import { type Reading, readWords } from '../reading.js';
import { ValueIndex } from '../values/value-index.js';
import type { ReadingContext } from './draft.js';

/** Filters of the values that a phrase names: those of what is sold, and the others, such as places. */
export interface NamedFilters {
  readonly goods: QueryFilter[];
  readonly others: QueryFilter[];
  readonly remarks: Note[];
}

/** Reads words as measures, fields, segments and values of the shop. */
export async function readText(
  text: string,
  { view, fields }: ReadingContext,
  segmentsToo = true,
): Promise<Reading> {
  const tokens = tokensOf(text);
  const { segments } = view.segmenting.segmentation.map;
  const vocabulary: Vocabulary = {
    dimensions: fields,
    segments: segmentsToo ? segments : [],
    questions: [],
    isAboutSegments: false,
    known: new Map(),
  };
  let index: Promise<ValueIndex> | undefined;
  const values = () => {
    index ??= ValueIndex.of(view.store, fields, tokens);
    return index;
  };
  return readWords(text, tokens, vocabulary, values, false, true);
}

/** The filters that a phrase such as `trains in germany` names; undefined if a word of it names nothing. */
export async function filtersIn(phrase: string, context: ReadingContext): Promise<NamedFilters | undefined> {
  const non = /^non[ -](.+)$/.exec(phrase.trim())?.[1];
  const kept = non === undefined ? undefined : await filtersIn(non, context);
  // "Non uk" are the others.
  if (kept) {
    const others = [...kept.goods, ...kept.others].map(f => ({ ...f, not: true as const }));
    return { goods: [], others, remarks: kept.remarks };
  }
  const hasProducts = context.fields.some(f => f.key === 'product');
  const text = phrase
    // A number where goods are named is a product's.
    .replace(/(?<!\b(?:product|order|customer|group) |[\w.,-])\d{5,}(?![\w.,-])/g, m =>
      hasProducts ? `product ${m}` : m,
    )
    .replace(/["',]/g, ' ')
    .replace(/\b(?:any|a|an|the|some|our|of|from)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.split(' ').length > 8) return undefined;
  try {
    const { spans, unknown, remarks } = await readText(text, context, false);
    if (unknown.length > 0) return undefined;
    const values = spans.flatMap(span => span.meanings.flatMap(m => (m.kind === 'value' ? [m.value] : [])));
    if (
      values.length === 0 ||
      spans.some(s => s.meanings.some(m => m.kind === 'not' || m.kind === 'by')) ||
      spans.some(s => s.meanings.some(m => m.kind === 'grain' || m.kind === 'segment'))
    )
      return undefined;
    return named(values, [...remarks]);
  } catch (error) {
    if (error instanceof NotUnderstood) return holding(text, context);
    throw error;
  }
}

/** A word that several products have in their names means all of them. */
async function holding(text: string, { view, fields }: ReadingContext): Promise<NamedFilters | undefined> {
  const tokens = tokensOf(text);
  const index = await ValueIndex.of(view.store, fields, tokens);
  const all = index.holding(tokens.map(t => t.text)).filter(v => isGoods(v.field));
  const [first] = all;
  if (!first) return undefined;
  const same = all.filter(v => v.field.key === first.field.key);
  if (same.length > 30) return undefined;
  const note = remark(
    `"${text}" was read as ${same
      .map(v => v.label ?? v.value)
      .slice(0, 5)
      .join(', ')}${same.length > 5 ? ', ...' : ''}.`,
  );
  return named(same, [note]);
}

function named(values: readonly FoundValue[], remarks: Note[]): NamedFilters {
  const goods: QueryFilter[] = [];
  const others: QueryFilter[] = [];
  for (const { field, value } of values) addValue(isGoods(field) ? goods : others, kebab(field.key), value);
  return { goods, others, remarks };
}

/** Adds a value to filters; several of one field are taken together. */
export function addValue(filters: QueryFilter[], field: string, value: string, not = false): void {
  const same = filters.findIndex(f => f.field === field && (f.not === true) === not && f.values);
  const known = filters[same];
  if (known?.values) {
    if (!known.values.includes(value)) filters[same] = { ...known, values: [...known.values, value] };
  } else filters.push({ field, values: [value], ...(not && { not: true as const }) });
}
