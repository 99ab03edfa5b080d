import { type Draft, type Pass, type ReadingContext, tidy } from './draft.js';
import { fieldKey } from './ranking.js';
import { shares } from './shares.js';
import { filtersIn } from './values.js';

const SAYS_SHARE = /\b(?:percent(?:age)?|share|proportion|portion|fraction|rates?|ratio)\b/;
const EACH = '(?:by|per|for each|for every|in each|in every|of each|of every|across)';
const BY = new RegExp(
  `(?:,? )\\b${EACH} ([\\p{L}-]+(?: (?:line|group|size|category|of year|status))?)s?\\b`,
  'u',
);
/** Ratios of two things, and rates with a formula of their own. */
const OTHER_RATES = new RegExp(
  '\\b(?:vs|versus|to|and|or|revenue|sales)\\b|' +
    '\\b(?:cancel\\w*|return\\w*|refund\\w*|repeat|retention|churn|conversion|growth|discount|exchange|tax|' +
    'run|hit|order)$',
);
const RATE = new RegExp(
  "^(?:what(?:'s| is| was) )?(?:the |our )*(?:(rate) of )?([\\p{L} .&'-]+?)(?<! )(?: orders?)?" +
    '( rates?)?$',
  'u',
);

/**
 * `share of large deals by country`, `dispute rate per month`: in each group, its share of the group. Read
 * before the shares of one total.
 */
export const sharesOfGroups: Pass = async (draft, context) => {
  if (!SAYS_SHARE.test(draft.text)) return;
  const by = BY.exec(draft.text);
  const key = by?.[1] ? fieldKey(by[1], context) : undefined;
  if (by && !key) return;
  const rest = by ? tidy(draft.text.replace(by[0], ' ')) : draft.text;
  const text = (await asShare(rest, context)) ?? (by ? rest : undefined);
  if (text === undefined) return;
  const own: Draft = { ...draft, text, by: [], where: [...draft.where], who: [...draft.who], measures: [] };
  await shares(own, context);
  if (!own.partOf || (key && own.partOf.includes(key))) return;
  Object.assign(draft, own, { by: key ? [...draft.by, key] : draft.by, isStrong: true, isComposed: true });
};

/** `dispute rate`, `rate of on hold orders`: the share of such orders; undefined if it is another rate. */
async function asShare(text: string, context: ReadingContext): Promise<string | undefined> {
  const m = RATE.exec(text);
  const name = m?.[2];
  if (!m || name === undefined || (!m[1] && !m[3]) || OTHER_RATES.test(name)) return undefined;
  return (await filtersIn(name, context)) ? `share of ${name} orders` : undefined;
}
