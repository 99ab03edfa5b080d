import { kebab } from '../../core/text/words.js';
import { type Pass, take, tidy } from './draft.js';
import { fieldKey } from './ranking.js';

const LACK =
  '(?:(?:that |which |who )?(?:has|have|had|with|are|is)? ?(?:without|no|missing|' +
  'lacking)(?: (?:a|an|any|the|known))?)';
/** What may stand behind the field: not a value of it, as in "without country France". */
const END =
  '(?: (?:ids?|names?|numbers?))?(?: (?:at all|on (?:it|them)))?(?= ?(?:,|$)| (?:in|by|per|for|of|is|are|' +
  'was|were|this|last|since|until|before|after|during|and|vs|share|(?:19|20)\\d\\d|q\\d)\\b)';

/** `orders without a customer`, `what share of sales has no customer`: lines on which a field is empty. */
export const missing: Pass = (draft, context) => {
  const unnamed = take(
    draft,
    /\b(?:anonymous|guest|unknown|unnamed) (?=(?:sales|orders|revenue|customers?|lines|checkouts?)\b)/,
    '',
  );
  if (unnamed) {
    take(draft, /\bcustomers?\b|\bcheckouts?\b/, '');
    add('customer');
    return;
  }
  const kept = new RegExp(
    `\\b(?:had|used|using|have|has|with|carried) (?:a|an|any|some) ([\\p{L}]+)${END}`,
    'u',
  ).exec(draft.text);
  const known = context.fields.find(f => kebab(f.key) === fieldKey(kept?.[1] ?? '', context));
  if (
    kept &&
    known?.by.kind === 'dimension' &&
    /\b(?:sales?|revenue|orders?|lines|units|share)\b/.test(draft.text)
  ) {
    draft.text = tidy(`${draft.text.slice(0, kept.index)} ${draft.text.slice(kept.index + kept[0].length)}`);
    add(kebab(known.key), true);
    return;
  }
  const m = new RegExp(`\\b${LACK} ([\\p{L}]+(?: (?:line|group))?)${END}`, 'u').exec(draft.text);
  const key = m?.[1] === undefined ? undefined : fieldKey(m[1], context);
  const field = context.fields.find(f => kebab(f.key) === key);
  if (!m || !field || (field.by.kind !== 'dimension' && field.by.kind !== 'customer')) return;
  if (
    m.index > 0 &&
    !/\b(?:sales?|revenue|orders?|lines|turnover|units|share|percent|money)\b/.test(
      draft.text.slice(0, m.index),
    )
  )
    return;
  draft.text = `${draft.text.slice(0, m.index)} ${draft.text.slice(m.index + m[0].length)}`
    .replace(/\s+/g, ' ')
    .trim();
  add(kebab(field.key));

  function add(name: string, isKept = false): void {
    draft.where.push({ field: 'without', values: [name], ...(isKept && { not: true as const }) });
    draft.isComposed = true;
    draft.isStrong = true;
  }
};
