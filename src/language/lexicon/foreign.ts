/** What people ask in a language, and the English that it is read as. */
export interface ForeignLexicon {
  readonly language: string;
  /** Words that only this language has, separated by spaces: what a text's language is told by. */
  readonly markers: string;
  /**
   * A line each: patterns of whole words, separated by commas, and behind `=>` what they stand for. `$1` is a
   * pattern's first group. They are replaced in the order of the lines.
   */
  readonly phrases: string;
}

/** A pattern of whole words, and the words in its place. */
export type Replacement = readonly [pattern: RegExp, words: string];

/** The lines of a lexicon as replacements. */
export function replacementsOf({ phrases }: ForeignLexicon): Replacement[] {
  return phrases
    .split('\n')
    .filter(line => line.includes('=>'))
    .map(line => {
      const [patterns = '', words = ''] = line.split('=>').map(part => part.trim());
      const any = patterns
        .split(/,\s+/)
        .filter(p => p !== '')
        .join('|');
      return [new RegExp(`(?<![\\p{L}\\d'])(?:${any})(?![\\p{L}\\d])`, 'gu'), ` ${words} `] as const;
    });
}
