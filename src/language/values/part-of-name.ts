import { COMMON_WORDS } from '../lexicon/common-words.js';
import type { ValueIndex } from './value-index.js';

/** A word that is no common one and stands in the name of a place or the like: "Alwar" of "Alwar (Rural)". */
export const isPartOfName = (word: string, index: ValueIndex): boolean =>
  word.length > 3 && !COMMON_WORDS.has(word) && index.holding([word]).length > 0;
