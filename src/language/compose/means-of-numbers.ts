import { listPlainNumbers } from '../../answering/grouping-fields.js';
import { kebab } from '../../core/text/words.js';
import { type Pass, PEOPLE, take } from './draft.js';

/** What columns of numbers are called beside their own names. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  age: 'ages?',
  income: 'incomes?|salar(?:y|ies)|earnings',
  discountPercent: 'discounts?(?: (?:rates?|percent(?:age)?s?|given|we give|we gave))*',
};
/** What asks for a mean without the column's name. */
const ASKED_SO: Readonly<Record<string, RegExp>> = {
  age: new RegExp(`\\bhow old (?:are|is|were) (?:(?:the|our|all) )*(?:${PEOPLE}\\b|(?=\\p{L}))`, 'u'),
  income: new RegExp(`\\bhow much (?:do|does|did) (?:(?:the|our|all) )*(${PEOPLE}) (?:earn|make a year)\\b`),
};
/** Measures of money that stand beside a mean: what was given away of all that was sold. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { discountPercent: ['discount-rate'] };

/** `which rep gives away the biggest discounts on average` */
const GIVES = new RegExp(
  '\\b(?:gives?|gave|giving|offers?|offered)(?: away)?' +
    '(?= (?:the )?(?:\\w+est |most )?discounts? (?:on |in )?average\\b)',
);

const MEAN = '(average|mean|median|typical)';

/** `average age of VIPs`, `median income by city`, `discount on average`: columns of a shop's numbers. */
export const meansOfNumbers: Pass = async (draft, { view }) => {
  for (const { key, label } of await listPlainNumbers(view.store)) {
    const names = [OTHER_NAMES[key], label.toLowerCase().replace(/[^\p{L}\d ]/gu, '.')]
      .filter(Boolean)
      .join('|');
    const whose = `(?:(?:of|the|our|their|all|${PEOPLE}s?) )*`;
    const before = new RegExp(`\\b${MEAN} ${whose}(?:${names})(?: ?%| percent(?:age)?)?(?![\\p{L}\\d])`, 'u');
    const behind = new RegExp(`\\b(?:the )?(?:${names}),? (?:on |in |as an? )?${MEAN}(?![\\p{L}\\d])`, 'u');
    const asked = ASKED_SO[key];
    if (key === 'discountPercent') take(draft, GIVES);
    const said = take(draft, before) ?? take(draft, behind);
    if (!said && !(asked && take(draft, asked))) continue;
    if (!said) take(draft, /\bon average\b/);
    const mean = said?.[1] === 'median' ? 'median' : 'mean';
    draft.measures.push(`${mean}-${kebab(key)}`, ...(mean === 'mean' ? (BESIDE[key] ?? []) : []));
    draft.isComposed = true;
    draft.isStrong = true;
  }
};
