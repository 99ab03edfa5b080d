import { type Draft, type Pass, type ReadingContext, tidy } from './draft.js';
import { RANGE, rangeIn } from './numbers.js';
import { fieldKey } from './ranking.js';

const VERB =
  '(?:(?:that|which|with|where|having|who|we|came|come|were|was|are|is|did|do|brought|bring|made|make|' +
  'sold|sell|had|have|in|revenue|sales|turnover) )*';
const IN_RANGE = new RegExp(
  `^(?:(?:which|what|list|show|all|any|the|our|me|of) )*([\\p{L}-]+(?: (?:lines?|groups?|sizes?))?) ` +
    `(?:of )?${VERB}(${RANGE})(?: (?:in )?(?:revenue|sales|turnover|each))?$`,
  'u',
);
/** Of these a number may be another figure: what they cost, how often they bought. */
const OTHERS: ReadonlySet<string> = new Set(['customer', 'order', 'product', 'day', 'hour']);
/** An amount, and no small count of something that is not named. */
const IS_AMOUNT = /[$€£¥]|\d ?(?:k|m|mio|mn|million|thousand)\b|\d[\d,]{3,}/;

/** `locations above 400k`, `which months came in below 70k`: groups by what they bring. */
export const groupsInRange: Pass = (draft: Draft, context: ReadingContext) => {
  const m = IN_RANGE.exec(draft.text);
  const key = m?.[1] ? fieldKey(m[1], context) : undefined;
  if (!m?.[2] || !key || OTHERS.has(key) || !IS_AMOUNT.test(m[2])) return;
  draft.by.push(key);
  draft.having.push({ measure: 'revenue', range: rangeIn(m[2]) });
  draft.text = tidy(draft.text.replace(m[0], ' '));
  draft.isComposed = true;
  draft.isStrong = true;
};
