import type { CustomerCondition } from '../../core/query/query.js';
import { BUY, type Draft, type Pass, PEOPLE, tidy } from './draft.js';
import { isAboutPeople } from './people.js';
import { filtersIn } from './values.js';

const WORDS = '[\\p{L}\\d&\'".,_/ -]+?';
/** Where what they bought ends. */
const END = '(?= (?:in total|and (?:who|spent|have|are|live)|who|since|with)\\b| ,|$)';

/** `bought ships but not trains`: what they bought, and what they never did. Read after the periods. */
export const customersByPurchase: Pass = async (draft, context) => {
  if (!isAboutPeople(draft.whole)) return;
  const both = new RegExp(
    `\\b(?:(?:who|that|have|has) )*${BUY} (${WORDS}),? (?:but|and|yet|though)?,? ?(?:have |has |` +
      `who )?(?:not|no|without)(?: (?:yet|ever))?(?: ${BUY})?(?: any| a| an)? (${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (both) {
    const [first, second] = [
      await filtersIn(both[1] as string, context),
      await filtersIn(both[2] as string, context),
    ];
    if (first && second) {
      keep(draft, both, first, false);
      return keep(draft, undefined, second, true);
    }
  }
  const never = new RegExp(
    `\\b(?:(?:who|that|have|has|do|did) )*not (?:yet |ever )?${BUY}(?: any| a| an)? (${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (never) {
    const found = await filtersIn(never[1] as string, context);
    if (found) return keep(draft, never, found, true);
  }
  const two = new RegExp(
    `\\b(?:(?:who|that|have|has) )*${BUY} (?:both )?(${WORDS}) and (?:also )?(?:${BUY} )?(${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (two) {
    const [first, second] = [
      await filtersIn(two[1] as string, context),
      await filtersIn(two[2] as string, context),
    ];
    if (first?.goods.length && second?.goods.length) {
      keep(draft, two, first, false);
      return keep(draft, undefined, second, false);
    }
  }
  const one =
    new RegExp(`\\b(?:(?:who|that|have|has) )+${BUY}(?: a| an| any| some)? (${WORDS})${END}`, 'u').exec(
      draft.text,
    ) ??
    new RegExp(
      `\\b${PEOPLE} (?:(?:who|that|have|has) )*${BUY}(?: a| an| any| some)? (${WORDS})${END}`,
      'u',
    ).exec(draft.text);
  if (!one) return;
  const found = await filtersIn(one[1] as string, context);
  if (found && found.goods.length > 0) keep(draft, one, found, false);
};

function keep(
  draft: Draft,
  m: RegExpExecArray | undefined,
  { goods, others, remarks }: NonNullable<Awaited<ReturnType<typeof filtersIn>>>,
  isNever: boolean,
): void {
  const where = goods.length > 0 ? goods : others;
  const period = draft.period?.text;
  const bought: CustomerCondition = { kind: 'bought', where, ...(period !== undefined && { period }) };
  draft.who.push(isNever ? { kind: 'not', of: bought } : bought);
  if (goods.length > 0) draft.where.push(...others);
  draft.remarks.push(...remarks);
  draft.isComposed = true;
  draft.isStrong = true;
  draft.rows ??= /\b(?:revenue|sales|sold)\b/.test(draft.text) ? undefined : 'customers';
  if (m) draft.text = tidy(`${draft.text.slice(0, m.index)} who ${draft.text.slice(m.index + m[0].length)}`);
}
