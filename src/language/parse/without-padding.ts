import type { ShopView } from '../../answering/shop.js';
import { remark } from '../../core/answer/notes.js';
import { tokensOf } from '../../core/text/normal-text.js';
import { typed } from '../../core/text/typed-text.js';
import { PADDING } from '../lexicon/idle-words.js';
import { LONGEST } from '../understand.js';
import type { Shortened } from './left-out.js';
import { understoodPart } from './understood-part.js';

/** Of a text with more of them, something else may be meant. */
const MOST_PADDING = 3;

/**
 * A text without the words that add nothing to it, where these are all that is not understood: "do we even
 * sell on Sundays". It is said which words were passed over.
 * @returns undefined where another word is not understood
 */
export async function withoutPadding(text: string, shop: ShopView): Promise<Shortened | undefined> {
  // Reading a text once more costs as much as reading it.
  if (text.length > LONGEST || !tokensOf(text).some(token => PADDING.has(token.text))) return undefined;
  const part = await understoodPart(text, shop);
  const left = new Set(part?.unknown);
  if (!part || left.size > MOST_PADDING || ![...left].every(word => PADDING.has(word))) return undefined;
  let shorter = text;
  const passed: string[] = [];
  for (const token of tokensOf(text).reverse()) {
    if (!left.has(token.text) || token.quote !== undefined) continue;
    passed.unshift(token.text);
    shorter = `${shorter.slice(0, token.from)} ${shorter.slice(token.to)}`;
  }
  if (passed.length === 0) return undefined;
  const listed = passed.map(word => typed(word)).join(', ');
  return {
    text: shorter.replace(/\s+/g, ' ').trim(),
    remarks: [remark(`Passed over: ${listed}.`)],
  };
}
