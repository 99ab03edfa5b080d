import type { NumberRange } from '../../core/query/query.js';
import { type Draft, type Pass, take, tidy } from './draft.js';
import { RANGE, rangeIn } from './numbers.js';

/** The field of discounts that files give in percent, as filters call it. */
const FIELD = 'discount-percent-group';

const PERCENT = '(?: ?%| percent(?:age)?| pct)';
const OFF = '(?:off|discounts?|discounted|reductions?|reduced|markdowns?|rebates?|price cuts?)';
const LED = '(?:(?:with|at|by|of|for|a|an|the|gave|given|got|had|has|have|we|where|still|that|took) )*';
const SIZE = `(${RANGE}|\\d+ ?(?:-|–|to) ?\\d+)`;
/** `more than 20 off`, `20 off or more`, `a discount of 20 to 30`: the percent signs are gone by then. */
const BEFORE = new RegExp(`\\b${LED}${SIZE} (?:in |of )?${OFF}\\b`);
const SPLIT = new RegExp(
  `\\b${LED}(\\d[\\d.]*) ${OFF} (or more|or less|or fewer|plus|and up|and over|and above)`,
);
const BEHIND = new RegExp(
  `\\b${LED}${OFF}(?: (?:rates?|percent|was|is|were|are|of|that|being))* ${SIZE}(?![\\p{L}\\d])`,
  'u',
);
const EXACTLY = new RegExp(`\\b${LED}(\\d[\\d.]*) ${OFF}\\b`);

/** `sales without a discount`, `orders at full price`; `discounted orders`. */
const NONE = new RegExp(
  '(?<!\\bwith (?:and|or|vs) )\\b(?:(?:with|at|that had|which had|had) )?' +
    '(?:no|zero|without (?:an?y? )?|0%) ?discounts?(?: at all)?\\b|' +
    '\\b(?:sold |bought )?at (?:the )?full price\\b|\\b(?:undiscounted|not discounted)\\b',
);
const BOTH = /\bwith (?:and|or|vs|versus) without (?:an? )?discounts?\b/;
const SOME =
  /\b(?:with|at) (?:an?|any|some) discount\b(?! of)|\bdiscounted(?= (?:orders?|sales|items?|products?)\b)/;

/** `orders with more than 20 percent off`: of files that give discounts in percent. */
export const discountsInPercent: Pass = (draft, { fields }) => {
  if (!fields.some(field => field.key === 'discountPercentGroup')) return;
  if (take(draft, BOTH)) draft.by.push(FIELD);
  const range = rangeSaid(draft);
  if (range) draft.where.push({ field: FIELD, range });
  else if (!draft.by.includes(FIELD)) return;
  draft.isComposed = true;
  draft.isStrong = true;
};

function rangeSaid(draft: Draft): NumberRange | undefined {
  if (take(draft, NONE)) return { from: 0, to: 0 };
  if (take(draft, SOME)) return { from: 0, isOver: true };
  if (!new RegExp(`\\d${PERCENT}`).test(draft.text) || !new RegExp(`\\b${OFF}\\b`).test(draft.text))
    return undefined;
  const before = draft.text;
  draft.text = tidy(draft.text.replace(new RegExp(`(\\d)${PERCENT}(?![\\p{L}])`, 'gu'), '$1'));
  const said = saidIn(draft);
  if (said === undefined) {
    draft.text = before;
    return undefined;
  }
  const between = /^(\d+) ?(?:-|–|to) ?(\d+)$/.exec(said);
  return between ? { from: Number(between[1]), to: Number(between[2]) } : rangeIn(said);
}

function saidIn(draft: Draft): string | undefined {
  const split = take(draft, SPLIT);
  if (split) return `${split[1]} ${/less|fewer/.test(split[2] ?? '') ? 'or less' : 'or more'}`;
  const range = take(draft, BEFORE) ?? take(draft, BEHIND);
  if (range) return range[1];
  const one = take(draft, EXACTLY);
  return one && `exactly ${one[1]}`;
}
