import { groupingFields } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import type { Note } from '../../core/answer/notes.js';
import { tokensOf } from '../../core/text/normal-text.js';
import { hasLettersLeftOut, typos } from '../../core/text/typos.js';
import { isForeign } from '../compose/translate.js';
import { COMMON_WORDS } from '../lexicon/common-words.js';
import { FILLERS } from '../lexicon/english.js';
import { ValueIndex } from '../values/value-index.js';
import type { Shortened } from './left-out.js';

/**
 * Words of questions that stand in whole phrases, where no list of words would find them misspelt. In the
 * forms in which people type them.
 */
const OURS: ReadonlySet<string> = new Set(
  `
  which what where
  order orders ordered ordering returned returns refunds growth revenue turnover average median customer
  customers client clients buyer buyers product products category categories country countries region
  channel bought purchase purchased purchases forecast compare compared comparison month months monthly
  quarter quarters quarterly week weeks weekly year years yearly yesterday share percent percentage total
  highest lowest biggest largest smallest worst cancelled shipped delivered repeat returning segment loyal
  discount promotion between without since until before first second third last basket invoice invoices
  retention cohort cohorts units quantity items spent spend spends sold selling bestseller seller sellers
  january february march april june july august september october november december christmas easter
  happened happening bought brought altogether business revenues transactions recently
  sale sales gross profit profits margin trend trends refund refunded cancellation cancellations location
  payment status number amount value volume price prices rating ratings combined together including
  excluding popular inactive dormant lapsed champions spending purchasing salesperson salespeople
  weekday weekdays
  monday tuesday wednesday thursday friday saturday sunday weekend summer winter autumn spring
`
    .trim()
    .split(/\s+/),
);

/**
 * A text with misspelt words of ours put right; a word that is a value of the shop, or as near to one, stays.
 * @returns undefined if there are none
 */
export async function respelled(text: string, shop: ShopView): Promise<Shortened | undefined> {
  if (isForeign(text)) return undefined;
  const tokens = tokensOf(text);
  const open = tokens.filter(
    t => /^\p{L}{4,}$/u.test(t.text) && t.quote === undefined && !isKnown(t.text) && text[t.to] !== ':',
  );
  if (open.length === 0 || open.length > MOST_MISSPELT) return undefined;
  const index = await ValueIndex.of(shop.store, await groupingFields(shop.store), tokens);
  const remarks: Note[] = [];
  let said = text;
  for (const { text: word, from, to } of [...open].reverse()) {
    const as = nearestOfOurs(word);
    if (as === undefined || isValue(word, index)) continue;
    said = said.slice(0, from) + as + said.slice(to);
    remarks.unshift({ kind: 'readAs', typed: word, as });
  }
  return remarks.length > 0 ? { text: said, remarks } : undefined;
}

/** With more words that are not known the text is none of ours. */
const MOST_MISSPELT = 5;

const isKnown = (word: string): boolean => OURS.has(word) || COMMON_WORDS.has(word) || FILLERS.has(word);

const isValue = (word: string, index: ValueIndex): boolean =>
  index.exact(word).length + index.near(word).length + index.holding([word]).length > 0;

/** The one word of ours that is nearest; none where several are as near. */
function nearestOfOurs(word: string): string | undefined {
  const allowed = word.length >= 8 ? 2 : 1;
  const near = [...OURS]
    .filter(w => w[0] === word[0] && Math.abs(w.length - word.length) <= allowed)
    .map(w => ({ w, far: typos(word, w) }))
    .filter(({ far }) => far <= allowed)
    .sort((a, b) => a.far - b.far);
  const least = near.filter(({ far }) => far === near[0]?.far);
  const leftOut = least.filter(({ w }) => hasLettersLeftOut(word, w));
  const [first, second] = leftOut.length > 0 ? leftOut : near;
  if (!first || (second && second.far === first.far && `${first.w}s` !== second.w)) return undefined;
  return first.w;
}
