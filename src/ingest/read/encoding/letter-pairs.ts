import { NAMES } from './names.js';

/**
 * How likely letters follow each other in a language, learnt from names of people and places, and from those
 * of countries, languages and currencies that Node has in it: the same pairs make up other names.
 */
export interface LetterPairs {
  /**
   * The logarithm of how likely the letters beyond ASCII are in this word, given their neighbours; the word
   * in lower case. The rest of the word is the same in every encoding, and symbols would escape its cost.
   */
  score(word: string): number;
  /** The same of all letters of a word. */
  scoreAll(word: string): number;
}

/** What a letter costs that the language does not have. */
export const FOREIGN = -12;

/** How much the frequency of the second letter alone counts beside that of the pair. */
const ALONE = 0.3;
const EDGE = '^';
/**
 * A letter of the language counts as this frequent at least: odd words must not speak against rare letters.
 */
const LEAST = 0.02;
/** A letter that is less frequent than this is known from foreign names. */
const BORROWED = 0.0002;
/** What a whole name counts that is known. */
const KNOWN_WORD = 5;
const SHORTEST_KNOWN = 4;
/** How often a name of a person or place counts. */
const NAMES_COUNT = 4;

/** @returns undefined where this Node has no data of the language */
export function letterPairs(language: string): LetterPairs | undefined {
  const words = wordsIn(namesIn(language).join(' '));
  if (words.length === 0) return undefined;
  // They are nearer to what sales files hold.
  const usual = wordsIn(NAMES[language] ?? '');
  for (let i = 0; i < NAMES_COUNT; i++) words.push(...usual);
  const singles = new Map<string, number>();
  const pairs = new Map<string, number>();
  let total = 0;
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const word of words) {
    let before = EDGE;
    for (const letter of [...word, EDGE]) {
      count(singles, letter);
      count(pairs, before + letter);
      before = letter;
      total++;
    }
  }
  const steps = new Map<string, number>();
  const step = (before: string, letter: string): number => {
    const pair = before + letter;
    let value = steps.get(pair);
    if (value === undefined) {
      const seen = (singles.get(letter) ?? 0) / total;
      const alone = seen === 0 ? 0 : Math.max(seen, seen < BORROWED ? LEAST / 4 : LEAST);
      const inPair = (pairs.get(pair) ?? 0) / (singles.get(before) ?? 1);
      value = alone === 0 ? FOREIGN : Math.log(ALONE * alone + (1 - ALONE) * inPair);
      steps.set(pair, value);
    }
    return value;
  };
  const scored = (word: string, counts: (before: string, letter: string) => boolean): number => {
    let sum = 0;
    let before = EDGE;
    for (const letter of word) {
      if (counts(before, letter)) sum += step(before, letter);
      before = letter;
    }
    return counts(before, EDGE) ? sum + step(before, EDGE) : sum;
  };
  const known = new Set(words);
  return {
    score: word =>
      scored(word, (before, letter) => isBeyondAscii(before) || isBeyondAscii(letter)) +
      (known.has(word) && word.length >= SHORTEST_KNOWN ? KNOWN_WORD : 0),
    scoreAll: word => scored(word, () => true),
  };
}

const wordsIn = (text: string): string[] => lower(text).match(/[\p{L}\p{M}]+/gu) ?? [];

const isBeyondAscii = (letter: string): boolean => letter > '\x7f';

/** In lower case, letter by letter: a Turkish capital I with a dot stays one letter. */
export const lower = (text: string): string => text.replaceAll('İ', 'i').toLowerCase();

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap(a => LETTERS.map(b => a + b));

/** Names of countries, languages and currencies in a language; none where Node does not have it. */
export function namesIn(language: string): string[] {
  const codes = { region: CODES, language: CODES.map(c => c.toLowerCase()), currency: currencies() };
  return Object.entries(codes).flatMap(([type, all]) => {
    const names = new Intl.DisplayNames(language, { type: type as keyof typeof codes, fallback: 'none' });
    if (names.resolvedOptions().locale.slice(0, 2) !== language.slice(0, 2)) return [];
    return all.map(code => names.of(code)).filter(name => name !== undefined);
  });
}

const currencies = (): string[] => Intl.supportedValuesOf('currency');
