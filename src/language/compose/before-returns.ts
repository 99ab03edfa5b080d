import { remark } from '../../core/answer/notes.js';
import { recordedIn } from '../../measures/recorded.js';
import { type Pass, take } from './draft.js';
import { BEFORE_RETURNS } from './unanswerable.js';

const SALES = '(?:gross|total|our|the|all) ';
const SAID = new RegExp(
  `(?:\\b(?:${SALES})*(?:gross|sales|revenue|turnover|takings) )?(?:\\band )?${BEFORE_RETURNS.source}`,
);
const GROSS =
  /\bgross(?: (?:sales|revenues?|turnover|amounts?|income))?(?! (?:profit|margin)s?\b)(?![\p{L}-])/u;
/** What is left beside it: `and net after`. */
const NET =
  /(?:^| )(?:,|and|vs|versus|&|\/|against)? ?\bnet\b(?: (?:sales|revenue|turnover))?(?: after(?: (?:returns|refunds|them|that))?)?/;

/**
 * `sales before returns`, `gross and net`: of files without discounts "gross" is what was sold before returns; of
 * others it is before discounts as well. Read before the measures, which take "returns" for what came back.
 */
export const salesBeforeReturns: Pass = async (draft, { view }) => {
  if (/\b(?:customers?|clients?|buyers?|accounts|people|who)\b/.test(draft.whole)) return;
  const isSaid = take(draft, SAID) !== undefined;
  const hasDiscounts = isSaid || (await recordedIn(view.store)).parts.has('discount');
  const isGross = !hasDiscounts && take(draft, GROSS) !== undefined;
  if (!isSaid && !isGross) return;
  draft.measures.push('before-returns');
  if (take(draft, NET)) draft.measures.push('revenue');
  if (isGross)
    draft.remarks.push(remark('The files have no discounts: gross sales are sales before returns.'));
  draft.isComposed = true;
  draft.isStrong = true;
};
