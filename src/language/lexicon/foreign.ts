/** What people ask in a language, and the English that it is read as. */
export interface ForeignLexicon {
  readonly language: string;
  /** Words that only this language has, separated by spaces: what a text's language is told by. */
  readonly markers: string;
  /**
   * Patterns of whole words, separated by commas, and behind `=>` up to the end of the line what they stand for.
   * `$1` is a pattern's first group. They are replaced in the order in which they stand.
   */
  readonly phrases: string;
  /** Common goods, written like phrases: read only where the words themselves name nothing of the shop. */
  readonly goods: string;
}

/** A pattern of whole words, and the words in its place. */
export type Replacement = readonly [pattern: RegExp, words: string];

/** The lines of a lexicon's phrases, or of its goods, as replacements. */
export function replacementsOf(phrases: string): Replacement[] {
  return [...phrases.matchAll(/([^=]*(?:=(?!>)[^=]*)*)=>(.*)/g)].map(([, before = '', after = '']) => {
    const [patterns, words] = [before.replace(/\s+/g, ' ').trim(), after.trim()];
    const any = patterns
      .split(/,\s+/)
      .filter(p => p !== '')
      .join('|');
    return [new RegExp(`(?<![\\p{L}\\d'])(?:${any})(?![\\p{L}\\d])`, 'gu'), ` ${words} `] as const;
  });
}
