import { findGrain } from '../../answering/grouping-fields.js';
import { valuesHolding } from '../../answering/named-values.js';
import { remark } from '../../core/answer/notes.js';
import { singularOf } from '../../core/text/normal-text.js';
import { kebab } from '../../core/text/words.js';
import { type Draft, type Pass, type ReadingContext, tidy } from './draft.js';
import { fieldKey } from './ranking.js';
import { Unanswerable } from './unanswerable.js';

const SUBJECT =
  '(?:(?:anything|everything|all|any|every|the|our|those|which|what|list|show|stuff|things?) )*';
const WHAT = '([\\p{L}-]+(?: (?:lines?|groups?|names?))?)';
const QUOTE = '["\']';
const PART =
  `(?:the (?:word|words|term|text) )?(?:${QUOTE}([^"']{2,40})${QUOTE}|` +
  '([\\p{L}\\d&-]+(?: [\\p{L}\\d&-]+)?))';
const HAS =
  '(?:(?:that|which|who|whose names?|with names that|where the name) )?(?:with|w|has|have|had|' +
  'having|contains?|' +
  'containing|includes?|including|holds?|mention(?:s|ing)?)';
const IN_NAME =
  "(?:in|as part of) (?:(?:the|its|their|it's) )?(?:product |item |customer |company )?(?:names?|" +
  'titles?|descriptions?)';

/** `products with "ford" in the name`, and what says so without the name. */
const WAYS: readonly RegExp[] = [
  new RegExp(`\\b${SUBJECT}(?:${WHAT} )?${HAS} ${PART} (?:somewhere )?${IN_NAME}\\b`, 'u'),
  new RegExp(
    `\\b${SUBJECT}(?:${WHAT} )?(?:whose (?:name|title|description)s? (?:has|have|contains?|` +
      'includes?|holds?|mentions?)|' +
      `(?:which|that) (?:is|are) (?:called|named)|called|named) (?:something (?:with|like) )?${PART}` +
      '(?: something| or so| in (?:it|them))?(?= |$)',
    'u',
  ),
  new RegExp(`\\b${SUBJECT}(?:${WHAT} )?(?:containing|that contains?) ${PART}(?= |$)`, 'u'),
  new RegExp(
    '^(?:(?:revenue|sales|units|how much|orders) (?:of|from|for|with) )?(?:anything|' +
      `everything)()(?: with)? ${PART}$`,
    'u',
  ),
];

/** `anything with christmas in the name`: what has a word in its name. Read before seasons and values. */
export const partsOfNames: Pass = async (draft, context) => {
  for (const way of WAYS) {
    const m = way.exec(draft.text);
    const part = m?.[2] ?? m?.[3];
    if (!m || part === undefined || /^(?:more|less|over|under|at|the|no|not|new)\b|\d$/.test(part)) continue;
    const noun = m[1] === undefined || m[1] === '' ? undefined : m[1].replace(/ names?$/, '');
    const key = noun === undefined ? undefined : fieldKey(noun, context);
    if (key !== undefined && findGrain(key)) continue;
    const found = await fieldHolding(part, key, context);
    if (!found && way === WAYS[0] && (key !== undefined || noun === undefined))
      throw new Unanswerable(
        `There is no ${singularOf(noun ?? 'product')} with "${part}" in its name.`,
        ['sales top-products'],
        true,
      );
    if (!found) continue;
    const isOf = noun !== undefined && key === undefined;
    draft.text = tidy(
      `${draft.text.slice(0, m.index)} ${isOf ? noun : ''} ${draft.text.slice(m.index + m[0].length)}`,
    );
    take(
      draft,
      found.field,
      part,
      key !== undefined,
      /^(?:how much|revenue|sales)\b|\b(?:by|per|each) /.test(draft.whole),
    );
    draft.remarks.push(remark(found.said));
    return;
  }
};

function take(draft: Draft, field: string, part: string, isListed: boolean, isSum: boolean): void {
  draft.where.push({ field, values: [`*${part}*`] });
  draft.isComposed = true;
  draft.isStrong = true;
  // "Products with ford in the name" are a list of them, unless money is asked for.
  if (!isListed || isSum) return;
  if (field === 'customer') draft.rows ??= 'customers';
  else draft.by.push(field);
}

/** The field in whose values the text stands: the one that is named, else products, else customers. */
async function fieldHolding(
  part: string,
  key: string | undefined,
  { view, fields }: ReadingContext,
): Promise<{ field: string; said: string } | undefined> {
  const named = fields.filter(f => kebab(f.key) === key);
  const wanted = key === undefined ? fields.filter(f => f.key === 'product' || f.key === 'customer') : named;
  const inOrder = [...wanted].sort((a, b) => Number(b.key === 'product') - Number(a.key === 'product'));
  for (const field of inOrder) {
    if (field.by.kind !== 'dimension' && field.by.kind !== 'customer') continue;
    const values = await valuesHolding(view.store, field, part);
    if (values.length === 0) continue;
    const names = values.slice(0, 3).map(v => v.label ?? v.value);
    const more = values.length > 3 ? `, and ${values.length - 3} more` : '';
    const label = field.label.toLowerCase();
    const said =
      `${values.length} ${label} name${values.length === 1 ? '' : 's'}` +
      ` with "${part}": ${names.join(', ')}${more}.`;
    return { field: kebab(field.key), said };
  }
  return undefined;
}
