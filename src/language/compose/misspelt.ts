import { typos } from '../../core/text/typos.js';
import { READ } from '../lexicon/foreign.js';

/** From this length on a word may have a wrong letter; in shorter ones that is mostly another word. */
const LONG = 9;

/** Words of their own that are a letter away from others: "compared" and "bought". */
const OTHER_WORDS = /^comparad[oa]s?$/;

/**
 * A text with words of every day put right that miss a letter, have one too many or two swapped. "vestes" are
 * jackets and no "ventes": a wrong letter is put right in long words alone.
 * @param text in lower case and without accents
 * @param isKnown whether a word means something as it stands: in the language, in English or in this shop
 */
export function withoutMisspellings(
  text: string,
  everyday: ReadonlySet<string>,
  isKnown: (word: string) => boolean,
): string {
  return text.replace(new RegExp(`(?<![a-z\\d'${READ}-])[a-z]{4,}(?![a-z\\d'-])`, 'g'), word => {
    if (everyday.has(word) || OTHER_WORDS.test(word) || isKnown(word)) return word;
    const near = [...everyday].filter(known => isSlip(word, known));
    return near.length === 1 ? (near[0] as string) : word;
  });
}

const isSlip = (typed: string, word: string): boolean =>
  typed[0] === word[0] &&
  Math.abs(typed.length - word.length) <= 1 &&
  typos(typed, word) === 1 &&
  (typed.length !== word.length || sameLetters(typed, word) || word.length >= LONG);

const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');
