import type { GroupingField } from '../../answering/grouping-fields.js';
import { groupingFields } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import { type Note, remark } from '../../core/answer/notes.js';
import { tokensOf } from '../../core/text/normal-text.js';
import { POLITE, VAGUE } from '../lexicon/says-nothing.js';
import { ValueIndex } from '../values/value-index.js';

const anyOf = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d'@:"-])(?:${phrases.map(spaced).join('|')})(?![\\p{L}\\d'"-])`, 'giu');
/** A phrase that is written over two lines. */
const spaced = (phrase: string): string => phrase.replace(/\|\s*\n\s*/g, '|').replace(/\s+/g, ' ');
const POLITE_WORDS = anyOf(POLITE);
const VAGUE_WORDS = anyOf(VAGUE);

/** A text without the words that say nothing, and what has to be said of that. */
export interface Shortened {
  readonly text: string;
  readonly remarks: readonly Note[];
}

/**
 * Leaves out words that say nothing about a shop's figures; a word that is a value of this shop stays.
 * @returns undefined if there are none
 */
export async function withoutEmptyWords(text: string, shop: ShopView): Promise<Shortened | undefined> {
  const found = [POLITE_WORDS, VAGUE_WORDS].flatMap(words => [...text.matchAll(words)].map(m => m[0]));
  if (found.length === 0) return undefined;
  const isValue = await valueTest(found, await groupingFields(shop.store), shop);
  const vague: string[] = [];
  const shorter = text
    .replace(POLITE_WORDS, said => (isValue(said) ? said : ' '))
    .replace(VAGUE_WORDS, said => {
      if (isValue(said)) return said;
      vague.push(said);
      return ' ';
    })
    .replace(/\s+([,.:;?!])/g, '$1')
    .replace(/^[\s,.:;-]+|[\s,;:-]+$/g, '')
    .replace(/\s+/g, ' ');
  if (shorter === '' || shorter === text) return undefined;
  const quoted = [...new Set(vague)].map(said => `"${said}"`).join(', ');
  return {
    text: shorter,
    remarks: vague.length > 0 ? [remark(`Left out, as it says nothing here: ${quoted}.`)] : [],
  };
}

/** Tells whether words are the name of a value of this shop. */
async function valueTest(
  phrases: readonly string[],
  fields: readonly GroupingField[],
  { store }: ShopView,
): Promise<(said: string) => boolean> {
  const index = await ValueIndex.of(store, fields, tokensOf(phrases.join(' ')));
  return said => index.exact(said.toLowerCase()).length > 0;
}
