import { type Pass, take } from './draft.js';
import { fieldKey } from './ranking.js';
import { filtersIn } from './values.js';

const VERB =
  '(?:(?:do|does|did|have|has|is|are|was|were) )?' +
  '(?:brings?|brought|sells?|sold|makes?|made|earns?|earned|does|do|did|is|are|was|were)';
const ASKED = new RegExp(
  `^(?:which|what) (?!of\\b)([\\p{L}\\d][\\p{L}\\d &'-]*?) ${VERB}(?: us)?(?: in)? (?:the )?` +
    '(most|best|least|worst)(?: (?:money|revenue|sales|well|selling))?(?= |$)',
  'u',
);

/** `which planes bring the most`: the products of a line or a category that is named. */
export const whichOfThem: Pass = async (draft, context) => {
  const m = ASKED.exec(draft.text);
  const said = m?.[1];
  const product = fieldKey('product', context);
  if (!said || !product || fieldKey(said, context)) return;
  const named = await filtersIn(said, context);
  if (!named || named.others.length > 0 || named.goods.some(f => f.field === product)) return;
  take(draft, ASKED);
  draft.where.push(...named.goods);
  draft.remarks.push(...named.remarks);
  draft.rank = { order: /least|worst/.test(m[2] as string) ? 'bottom' : 'top', limit: 10 };
  draft.by = [product];
  draft.rows = 'groups';
  draft.isComposed = true;
  draft.isStrong = true;
};
