import { usualCharacters } from './east-asian.js';
import { type LetterPairs, letterPairs, lower } from './letter-pairs.js';

/** The languages whose words are looked for: those of many shops, and those of few, which must fit better. */
const LANGUAGES = 'en de fr es pt it nl sv da nb fi pl cs sk hu ro hr tr ru uk bg sr el he ar th'.split(' ');
const RARER_LANGUAGES = 'is ca sl et lv lt'.split(' ');
const EAST_ASIAN = ['zh-CN', 'zh-TW', 'ja', 'ko'];
const RARER_LANGUAGE = 2;

/** What the words in ASCII can count against a language at most. */
const MOST_LEANING = 3;
const NOT_LATIN = new Set(['ru', 'uk', 'bg', 'sr', 'el', 'he', 'ar', 'th', ...EAST_ASIAN]);
/** Longer ones are no words. */
const LONGEST_WORD = 30;
const MOST_WEIGHT = 4;

/** What it costs to take a word for one of another language than the file's. */
const OTHER_LANGUAGE = 4;
/** Latin letters in a word of Cyrillic, Greek, Hebrew, Arabic or Thai ones; beside Chinese and the like. */
const MIXED_SCRIPTS = 14;
const LATIN_BESIDE_CHINESE = 3;
/** A capital after a small letter, or a small one after two capitals, within a word. */
const MIXED_CASE = 6;
const LETTER_IN_NUMBER = 8;
const USUAL_SYMBOL = 4;
const ODD_SYMBOL = 10;
const SYMBOL_IN_WORD = 14;
/** What no text has: control characters, no character at all, private ones. */
const NO_TEXT = 18;

/** Symbols that stand alone, after digits, at the end or at the beginning of a word, and in one. */
const ALONE = new Set('€£¥–—•§®©™№\u00a0・％￥＄＃＆〜～');
const AFTER_DIGIT = new Set('€£¥°º²³½¼¾×\u00a0％”');
const AFTER_WORD = new Set('’”“»…®™©ºª²³、。）］：；，！？・\u00a0');
const BEFORE_WORD = new Set('‘“„‚«¿¡（［「№\u00a0');
const IN_WORDS = new Set('’·\u00ad・');
const PIECES = /[\p{L}\p{M}]+|[^\p{L}\p{M}\0-\x7f]/gu;

/** A cell as it is read, and how often it was seen. */
export interface ReadCell {
  readonly text: string;
  readonly count: number;
}

/** What a cell counts: a name that comes often was hardly made up of damaged letters. */
export const weightOf = (count: number): number => Math.min(MOST_WEIGHT, 1 + Math.log(count));

/** Scores decoded text by how much sense its letters make; one for each file. */
export class Sense {
  readonly #languages = [...languageModels().entries()];
  readonly #words = new Map<string, Float64Array>();
  readonly #leanings: Float64Array;

  /** @param ascii words of the file that are the same in every encoding: they speak of its language */
  constructor(ascii: readonly string[]) {
    this.#leanings = Float64Array.from(leanings(this.#languages, ascii));
  }

  /**
   * The logarithm of how likely these cells are text that somebody wrote.
   * @param least where symbols and the like alone make it less likely than this, it is not worked out
   */
  of(cells: readonly ReadCell[], least: number): number {
    let sum = 0;
    const words: string[] = [];
    const weights: number[] = [];
    for (const { text, count } of cells) {
      const weight = weightOf(count);
      for (const match of text.matchAll(PIECES)) {
        const piece = match[0];
        const before = text.charAt(match.index - 1);
        const after = text.charAt(match.index + piece.length);
        if (!/\p{L}|\p{M}/u.test(piece)) sum -= weight * costOfSymbol(piece, before, after);
        else if (/[^\0-\x7f]/.test(piece)) {
          sum -= weight * (costOfCase(piece) + costOfScripts(piece) + costInNumber(before, after));
          words.push(lower(piece.slice(0, LONGEST_WORD)));
          weights.push(weight);
        }
      }
      if (sum < least) return Number.NEGATIVE_INFINITY;
    }
    return sum + this.#inBestLanguage(words, weights);
  }

  #scoresOf(word: string): Float64Array {
    let scores = this.#words.get(word);
    if (!scores) {
      scores = Float64Array.from(this.#languages, ([, model]) => model.score(word));
      this.#words.set(word, scores);
    }
    return scores;
  }

  /** The words in the language that they fit best together, with some of other languages among them. */
  #inBestLanguage(words: readonly string[], weights: readonly number[]): number {
    if (words.length === 0) return 0;
    const sums = Float64Array.from(this.#leanings);
    for (const [i, word] of words.entries()) {
      const scores = this.#scoresOf(word);
      const elsewhere = Math.max(...scores) - OTHER_LANGUAGE;
      for (let language = 0; language < sums.length; language++)
        sums[language]! += weights[i]! * Math.max(scores[language]!, elsewhere);
    }
    return Math.max(...sums);
  }
}

/**
 * How much likelier each language is by the words in ASCII. English ones say nothing: columns have English
 * names in every country.
 */
function leanings(
  languages: readonly (readonly [string, LetterPairs])[],
  ascii: readonly string[],
): number[] {
  const scores = languages.map(([, m]) => ascii.reduce((sum, word) => sum + m.scoreAll(lower(word)), 0));
  const latin = languages.map(([language], i) =>
    NOT_LATIN.has(language) ? Number.NEGATIVE_INFINITY : scores[i]!,
  );
  const best = Math.max(...latin);
  const isEnglish = languages[latin.indexOf(best)]?.[0] === 'en';
  return languages.map(([language], i) => {
    const rarity = RARER_LANGUAGES.includes(language) ? RARER_LANGUAGE : 0;
    return (isEnglish ? 0 : Math.max(-MOST_LEANING, (latin[i]! - best) / 4)) - rarity;
  });
}

let models: ReadonlyMap<string, LetterPairs> | undefined;
/** Made when the first file needs them, and kept. */
function languageModels(): ReadonlyMap<string, LetterPairs> {
  if (models) return models;
  const made = new Map<string, LetterPairs>();
  for (const language of [...LANGUAGES, ...RARER_LANGUAGES]) {
    const pairs = letterPairs(language);
    if (pairs) made.set(language, pairs);
  }
  for (const language of EAST_ASIAN) made.set(language, usualCharacters(language));
  models = made;
  return made;
}

const isDigit = (text: string): boolean => text >= '0' && text <= '9';

const costInNumber = (before: string, after: string): number =>
  isDigit(before) && isDigit(after) ? LETTER_IN_NUMBER : 0;

function costOfCase(word: string): number {
  const odd = word.match(/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/gu)?.length ?? 0;
  return odd * MIXED_CASE;
}

function costOfScripts(word: string): number {
  if (!/\p{sc=Latin}/u.test(word) || !/[^\p{sc=Latin}\p{M}]/u.test(word)) return 0;
  return /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word)
    ? LATIN_BESIDE_CHINESE
    : MIXED_SCRIPTS;
}

function costOfSymbol(symbol: string, before: string, after: string): number {
  if (/[\p{Cc}\p{Co}\p{Cn}\ufffd]/u.test(symbol)) return NO_TEXT;
  const [isAfter, isBefore] = [/\p{L}/u.test(before), /\p{L}/u.test(after)];
  if (isAfter && isBefore) return IN_WORDS.has(symbol) ? USUAL_SYMBOL : SYMBOL_IN_WORD;
  const usual = isAfter ? AFTER_WORD : isBefore ? BEFORE_WORD : isDigit(before) ? AFTER_DIGIT : ALONE;
  return usual.has(symbol) ? USUAL_SYMBOL : ODD_SYMBOL;
}
