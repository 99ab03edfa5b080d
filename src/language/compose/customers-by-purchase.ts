import { findGrain } from '../../answering/grouping-fields.js';
import type { CustomerCondition } from '../../core/query/query.js';
import { BUY, type Draft, type Pass, PEOPLE, type ReadingContext, take, tidy } from './draft.js';
import { RANGE_OR_NUMBER } from './numbers.js';
import { isAboutPeople } from './people.js';
import { fieldKey } from './ranking.js';
import { Unanswerable } from './unanswerable.js';
import { filtersIn, type NamedFilters } from './values.js';

const WORDS = '[\\p{L}\\d&\'".,_/ -]+?';
/** Where what they bought ends. */
const END = '(?= (?:in total|and (?:who|spent|have|are|live)|who|since|with)\\b| ,|$)';

/** `bought ships but not trains`: what they bought, and what they never did. Read after the periods. */
export const customersByPurchase: Pass = async (draft, context) => {
  if (!isAboutPeople(draft.whole)) return;
  refuseCounted(draft, context);
  if (await onlyBought(draft, context)) return;
  if (await withAndWithout(draft, context)) return;
  const both = new RegExp(
    `\\b(?:(?:who|that|have|has) )*${BUY} (${WORDS}),? (?:but|and|yet|though)?,? ?(?:have |has |` +
      `who )?(?:not|no|without)(?: (?:yet|ever))?(?: ${BUY})?(?: any| a| an)? (${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (both) {
    const [first, second] = [
      await filtersIn(both[1] ?? '', context),
      await filtersIn(both[2] ?? '', context),
    ];
    const each = first && second ? await eachOf(both[1] ?? '', context) : [];
    if (first && second) {
      keep(draft, both, each[0] ?? first, false);
      for (const other of each.slice(1)) keep(draft, undefined, other, false);
      return keep(draft, undefined, second, true);
    }
  }
  const never = new RegExp(
    `\\b(?:(?:who|that|have|has|do|did) )*not (?:yet |ever )?${BUY}(?: any| a| an)? (${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (never) {
    const found = await filtersIn(never[1] ?? '', context);
    if (found) return keep(draft, never, found, true);
  }
  const two = new RegExp(
    `\\b(?:(?:who|that|have|has) )*${BUY} (?:both )?(${WORDS}) and (?:also )?(?:${BUY} )?(${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  if (two) {
    const each = await eachOf(`${two[1]} and ${two[2]}`, context);
    if (each.length > 2) {
      for (const [at, goods] of each.entries()) keep(draft, at === 0 ? two : undefined, goods, false);
      return;
    }
    const [first, second] = [await filtersIn(two[1] ?? '', context), await filtersIn(two[2] ?? '', context)];
    if (first?.goods.length && second?.goods.length) {
      keep(draft, two, first, false);
      return keep(draft, undefined, second, false);
    }
  }
  // "What do people buy with ships" asks for what goes with them.
  if (/\b(?:buy|bought|buys|buying) (?:together|with)\b/.test(draft.text)) return;
  const one =
    new RegExp(`\\b(?:(?:who|that|have|has) )+${BUY}(?: a| an| any| some)? (${WORDS})${END}`, 'u').exec(
      draft.text,
    ) ??
    new RegExp(
      `\\b${PEOPLE} (?:(?:who|that|have|has) )*${BUY}(?: a| an| any| some)? (${WORDS})${END}`,
      'u',
    ).exec(draft.text);
  const found = one && (await filtersIn(one[1] ?? '', context));
  if (one && found && found.goods.length > 0) return keep(draft, one, found, false);
  whoBought(draft);
};

/** `customers with ships but without trains`: what people have is what they bought; sales leave it out. */
async function withAndWithout(draft: Draft, context: ReadingContext): Promise<boolean> {
  // The best without something are ranked by what they spent on the rest.
  if (/\b(?:top|best|bottom|worst|biggest|largest|by)\b/.test(draft.whole)) return false;
  const m = new RegExp(
    `\\b${PEOPLE} (?:with (?!no )(${WORDS}),? (?:but |and |yet )?)?(?:without|with no)(?: any)? ` +
      `(${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  const never = m && (await filtersIn(m[2] ?? '', context));
  if (!m || !never?.goods.length || never.others.length > 0) return false;
  const bought = m[1] === undefined ? undefined : await filtersIn(m[1], context);
  if (m[1] !== undefined && !bought?.goods.length) return false;
  if (bought) keep(draft, m, bought, false);
  keep(draft, bought ? undefined : m, never, true);
  return true;
}

/**
 * `trains and planes`: what each of them names; nothing where that is one thing, as "trucks and buses" is.
 */
async function eachOf(said: string, context: ReadingContext): Promise<NamedFilters[]> {
  const whole = await filtersIn(said, context);
  if (whole?.goods.length === 1 && whole.goods[0]?.values?.length === 1) return [];
  const parts: NamedFilters[] = [];
  for (const part of said.split(/ ?,? and (?:also )?| ?, ?/)) {
    const found = await filtersIn(part, context);
    if (!found?.goods.length) return [];
    parts.push(found);
  }
  return parts.length > 1 ? parts : [];
}

/** `customers who only bought trains`: those, and nothing else. */
async function onlyBought(draft: Draft, context: ReadingContext): Promise<boolean> {
  const only = new RegExp(
    `\\b(?:(?:who|that|have|has) )*(?:(?:only|just) (?:ever )?${BUY}|${BUY} (?:only|just|` +
      `nothing but|nothing except))(?: any| a| an)? (${WORDS})${END}`,
    'u',
  ).exec(draft.text);
  const found = only && (await filtersIn(only[1] ?? '', context));
  if (!only || !found || found.goods.length === 0) return false;
  keep(draft, only, found, false);
  const [bought] = draft.who.slice(-1);
  if (bought?.kind === 'bought')
    draft.who.push({
      kind: 'not',
      of: { ...bought, where: bought.where.map(f => ({ ...f, not: true as const })) },
    });
  return true;
}

/** `customers who bought in 2004`: a list of them, where nothing is to be counted or added up. */
function whoBought(draft: Draft): void {
  if (draft.rows || (!draft.period && draft.where.length === 0)) return;
  if (
    /\b(?:how|number|count|average|median|revenue|sales|orders|units|share|percent|per|by)\b/.test(
      draft.whole,
    )
  )
    return;
  if (
    !take(
      draft,
      new RegExp(`\\b${PEOPLE} (?:who|that|which) (?:(?:have|has) )?${BUY}(?: in| on)?(?![\\w])`),
      'customers',
    )
  )
    return;
  draft.rows = 'customers';
  draft.isComposed = true;
  draft.isStrong = true;
}

/** `bought 3 product lines`: only different products are counted. @throws Unanswerable */
function refuseCounted(draft: Draft, context: ReadingContext): void {
  const m = new RegExp(
    `\\b${BUY} (?:from )?(?:${RANGE_OR_NUMBER}) (?:different )?([\\p{L}]+(?: lines?)?)\\b`,
    'u',
  ).exec(draft.text);
  const key = m?.[1] ? fieldKey(m[1], context) : undefined;
  if (key === undefined || key === 'product' || key === 'order' || findGrain(m?.[1] ?? '')) return;
  throw new Unanswerable(
    `How many different ${m?.[1]} customers bought is not counted; how many products is.`,
    ['customers with more than 3 products'],
    true,
  );
}

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
