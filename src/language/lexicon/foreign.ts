/** What people ask in a language, and the English that it is read as. */
export interface ForeignLexicon {
  readonly language: string;
  /** Its code in ISO 639-1, by which countries are known in it. */
  readonly code: 'de' | 'fr' | 'es';
  /**
   * Small words that names and other languages have as well, separated by spaces: beside words of the
   * language they speak for it, alone they prove nothing.
   */
  readonly smallWords: string;
  /** Short words that only their accents tell from English, separated by spaces. */
  readonly accented: string;
  /** Turns of phrase whose words are English or names too, and which together are this language. */
  readonly turns?: RegExp;
  /** Words of the language that its phrases have only within longer patterns, separated by spaces. */
  readonly markers: string;
  /** Parts of patterns by their names: `{bought}` in a pattern stands for one of these words. */
  readonly parts: Readonly<Record<string, string>>;
  /** How words are written by some, and how the patterns have them; applied to the text as it is typed. */
  readonly spellings: readonly (readonly [pattern: RegExp, words: string | ((word: string) => string)])[];
  /**
   * Patterns of whole words, separated by commas, and what they stand for up to the end of the line: behind
   * `=>` in English, which no later pattern reads again, or behind `->` in the language itself. `$1` is a
   * pattern's first group; what it holds is still to be read. They are replaced in the order in which they
   * stand: whole clauses first, single words last.
   */
  readonly phrases: readonly string[];
  /** Common goods, written like phrases: read only where the words themselves name nothing of the shop. */
  readonly goods: string;
}

/** A pattern of whole words, and the words in its place. */
export type Replacement = readonly [pattern: RegExp, words: string];

/** Stands before a word that is English, or a name of this shop: it is not read again. */
export const READ = '\u0001';
/** Marks each word of a text as read. */
export const asRead = (words: string): string => words.replace(/(?<![^\s,])(?=[^\s,$])/g, READ);

/** The lines of a lexicon's phrases, or of its goods, as replacements. */
export function replacementsOf(phrases: string, parts: ForeignLexicon['parts'] = {}): Replacement[] {
  return [...phrases.matchAll(/([\s\S]+?)(=>|->)(.*)(?:\n|$)/g)].flatMap(
    ([, before = '', arrow, after = '']) => {
      const patterns = unwrapped(withParts(before, parts))
        .split(/,\s+/)
        .filter(p => p !== '');
      const words = arrow === '=>' ? asRead(after.trim()) : after.trim();
      // Groups are counted within one pattern.
      const grouped = patterns.filter(p => /\((?!\?)/.test(p));
      const plain = patterns.filter(p => !grouped.includes(p));
      return [...grouped, ...(plain.length > 0 ? [plain.join('|')] : [])].map(
        p => [new RegExp(`(?<![a-z\\d${READ}])(?:${p})(?:(?<= )|(?![a-z\\d]))`, 'g'), ` ${words} `] as const,
      );
    },
  );
}

/** A pattern that goes over several lines, as one. */
const unwrapped = (pattern: string): string =>
  pattern
    .replace(/\|\s*\n\s*/g, '|')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Phrases whose patterns go over several lines: a line's end is no space behind `|` and a group that ends
 * with a space, nor before a group that begins with one.
 */
export const joined = (phrases: string): string =>
  phrases.replace(/(\|| \)[?*]?) *\n\s*/g, '$1').replace(/\n\s*(?=\(\?: )/g, '');

/** As `joined`, and a line's end is no space before a look ahead or back either. */
export const unbroken = (phrases: string): string =>
  joined(phrases.replace(/\n {6,}(?=\(\?(?:=|!|<[=!]))/g, ''));

/** Abbreviations, written like `qte, qtes: quantite`, one a line, as spellings. */
export const abbreviations = (lines: string): ForeignLexicon['spellings'] =>
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [short = '', word = ''] = line.trim().split(': ');
      return [
        new RegExp(`(?<![a-z\\d${READ}'-])(?:${short.split(', ').join('|')})(?![a-z\\d'-])\\.?`, 'g'),
        word,
      ];
    });

/** Patterns with the words that `{names}` in them stand for. */
function withParts(patterns: string, parts: ForeignLexicon['parts']): string {
  let full = patterns;
  for (let depth = 0; depth < 4; depth++)
    full = full.replace(/\{([a-z]+)\}/g, (m, name: string) =>
      parts[name] === undefined ? m : `(?:${parts[name]?.replace(/\s*\n\s*/g, '')})`,
    );
  return full;
}

/**
 * Tells the single words that a lexicon knows: those that stand in its patterns, and its markers. Every
 * word of a question is asked about: most are looked up, and only patterns with its first letter are tried.
 */
export function vocabularyOf(lexicon: ForeignLexicon): (word: string) => boolean {
  const phrases = lexicon.phrases.join('\n');
  const patterns = [...phrases.matchAll(/([\s\S]+?)(?:=>|->).*(?:\n|$)/g)].flatMap(([, before = '']) =>
    unwrapped(before).split(/,\s+/),
  );
  const ofParts = Object.values(lexicon.parts).map(part => withParts(part, lexicon.parts));
  const all = [...lexicon.markers.trim().split(/\s+/), ...patterns.flatMap(wordsOfPattern), ...ofParts];
  const written = new Set<string>();
  const byLetter = new Map<string, Set<string>>();
  for (const word of all.flatMap(alternativesIn)) {
    if (/^[a-z]+$/.test(word)) written.add(word);
    else {
      const letter = /^[a-z](?![?*+{])/.test(word) ? word.charAt(0) : '';
      byLetter.set(letter, (byLetter.get(letter) ?? new Set()).add(word));
    }
  }
  const tests = new Map([...byLetter].map(([l, words]) => [l, new RegExp(`^(?:${[...words].join('|')})$`)]));
  return word =>
    written.has(word) || tests.get(word.charAt(0))?.test(word) === true || tests.get('')?.test(word) === true;
}

/** The alternatives of a pattern, also where it is one group of them. */
function alternativesIn(pattern: string): string[] {
  const alternatives = split(pattern.replace(/\s*\n\s*/g, ''), '|').map(one => one.replace(/^\|/, ''));
  const group = /^\(\?:([^()]*)\)$/.exec(alternatives[0] ?? '');
  return alternatives.length === 1 && group ? (group[1] as string).split('|') : alternatives;
}

/** The words of a pattern that stand for one word each, as patterns themselves. */
function wordsOfPattern(pattern: string): string[] {
  const words: string[] = [];
  // What must stand before or behind is no part of the words.
  let rest = pattern.replace(/\(\?<?[=!](?:[^()]|\([^()]*\))*\)/g, '').replace(/\((?!\?)/g, '(?:');
  // Groups of several words, from the inside out; what is left has none.
  for (;;) {
    const group =
      /\(\?:((?:[^()]|\((?:[^() ]|\([^() ]*\))*\))* (?:[^()]|\((?:[^() ]|\([^() ]*\))*\))*)\)[?*]?/.exec(
        rest,
      );
    if (!group) break;
    words.push(...split(group[1] as string, ' |'));
    rest = `${rest.slice(0, group.index)} ${rest.slice(group.index + group[0].length)}`;
  }
  words.push(...split(rest, ' '));
  return words
    .map(word => word.replace(/^\?/, ''))
    .filter(
      word =>
        /^[a-z(]/.test(word) &&
        !/[ .{}$^*,\d\\]|\[a-z|\(\?(?!:)|^(?:\(.[^()]*\)\?)+$/.test(word) &&
        isWhole(word),
    );
}

const isWhole = (word: string): boolean => word.split('(').length === word.split(')').length;

/** Splits a pattern at these characters, where they stand outside of its groups. */
function split(pattern: string, at: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let i = 0; i <= pattern.length; i++) {
    const letter = pattern[i] ?? '';
    if (letter === '(') depth++;
    else if (letter === ')') depth--;
    else if (depth === 0 && (letter === '' || at.includes(letter))) {
      parts.push(pattern.slice(from, i));
      from = i + 1;
    }
  }
  return parts;
}
