import type { Declaration } from '../../answering/declaration.js';
import {
  CUSTOMER,
  findGrain,
  findGroupingFields,
  type GroupingField,
  namesOf,
  periodsOf,
} from '../../answering/grouping-fields.js';
import type { Grain } from '../../core/calendar/grain.js';
import { allowedTypos, normal, singularOf } from '../../core/text/normal-text.js';
import { hasLettersLeftOut, typos } from '../../core/text/typos.js';
import type { Measure } from '../../measures/measures.js';
import type { Segment } from '../../segments/maps/map.js';
import { findSegments, segmentNames } from '../../segments/maps/segment-names.js';
import { COMMON_WORDS } from './common-words.js';
import {
  BY,
  FILLERS,
  FROM,
  JOINERS,
  list,
  MEASURES,
  NOT,
  NUMBER_VALUES,
  NUMBERS,
  OWN_WORDS,
  REVENUE,
  SAME_AS_DIMENSION,
  VERSUS,
} from './english.js';

/** What a word, or several words together, can stand for. */
export type Meaning =
  | { readonly kind: 'filler' }
  /** The segment that follows is the one customers left: `from vip`. */
  | { readonly kind: 'from' }
  /** "and": what comes is like what came. */
  | { readonly kind: 'joiner' }
  /** "only": the next word must be a value. */
  | { readonly kind: 'only' }
  /** Stands between what is asked for and what it is split by. */
  | { readonly kind: 'by' }
  | { readonly kind: 'not' }
  /** Stands between two things that are to be compared. */
  | { readonly kind: 'versus' }
  | { readonly kind: 'revenue' }
  /** `isNoun` where it may name what values are of: "cancelled orders". */
  | { readonly kind: 'measure'; readonly measure: Measure; readonly isNoun: boolean }
  | { readonly kind: 'grain'; readonly grain: Grain }
  | { readonly kind: 'dimension'; readonly dimension: GroupingField; readonly isPeriod?: boolean }
  /** `figure` where the words ask for one of the question's figures. */
  | { readonly kind: 'question'; readonly questions: readonly Declaration[]; readonly figure?: string }
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'value'; readonly value: FoundValue };

/** A value of a dimension, or a customer, that a text names. */
export interface FoundValue {
  readonly field: GroupingField;
  readonly id: number;
  readonly value: string;
  readonly label: string | null;
}

/** All that words can stand for, but for the values in the store. */
export interface Vocabulary {
  readonly dimensions: readonly GroupingField[];
  readonly segments: readonly Segment[];
  readonly questions: readonly Declaration[];
  /** Whether the text is said to be about segments. */
  readonly isAboutSegments: boolean;
  /** Meanings that were looked up before: a phrase is asked for many times while a text is read. */
  readonly known: Map<string, Meaning[]>;
}

/** Most words that stand for one thing. */
export const LONGEST_PHRASE = 6;

/** What a phrase of a question can stand for; nothing where it is no known word. */
export function meaningsOf(phrase: string, vocabulary: Vocabulary): Meaning[] {
  let known = vocabulary.known.get(phrase);
  if (!known) {
    known = lookUp(phrase, vocabulary);
    vocabulary.known.set(phrase, known);
  }
  return known;
}

/** A question's words as they are compared. */
const wordsOf = (() => {
  const known = new WeakMap<Declaration, ReadonlySet<string>>();
  return (question: Declaration): ReadonlySet<string> => {
    let words = known.get(question);
    if (!words) {
      words = new Set(question.words.map(normal));
      known.set(question, words);
    }
    return words;
  };
})();

function lookUp(phrase: string, vocabulary: Vocabulary): Meaning[] {
  const found: Meaning[] = [];
  const questions = vocabulary.questions.filter(q => wordsOf(q).has(phrase));
  if (questions.length > 0) found.push({ kind: 'question', questions });
  for (const question of vocabulary.questions)
    for (const [figure, words] of Object.entries(question.figures ?? {}))
      if (words.some(word => normal(word) === phrase))
        found.push({ kind: 'question', questions: [question], figure });
  const singular = singularOf(phrase);
  for (const [measure, names] of MEASURES)
    if (isCalled(measure, names, phrase, singular))
      found.push({ kind: 'measure', measure, isNoun: !phrase.includes(' ') });
  const grain = findGrain(phrase);
  if (grain)
    found.push({ kind: 'grain', grain }, { kind: 'dimension', dimension: periodsOf(grain), isPeriod: true });
  for (const dimension of findGroupingFields(phrase, vocabulary.dimensions))
    found.push({ kind: 'dimension', dimension });
  if (phrase === 'who' || phrase === 'whom')
    found.push({ kind: 'filler' }, { kind: 'dimension', dimension: CUSTOMER });
  for (const segment of findSegments(phrase, vocabulary.segments, vocabulary.isAboutSegments))
    found.push({ kind: 'segment', segment });
  if (REVENUE.has(phrase)) found.push({ kind: 'revenue' });
  if (JOINERS.has(phrase)) found.push({ kind: 'joiner' });
  if (phrase === 'only' || phrase === 'just') found.push({ kind: 'only' });
  if (BY.has(phrase)) found.push({ kind: 'by' });
  if (NOT.has(phrase)) found.push({ kind: 'not' });
  if (VERSUS.has(phrase)) found.push({ kind: 'versus' });
  const number = numberOf(phrase);
  if (number !== undefined) found.push({ kind: 'number', value: number });
  if (FROM.has(phrase)) found.push({ kind: 'from' });
  if (FILLERS.has(phrase)) found.push({ kind: 'filler' });
  return found;
}

/**
 * Whether a phrase names a measure. What is counted is named in the plural: "customer" is who to split by,
 * "customers" how many; "average orders" is no average order.
 */
function isCalled(measure: Measure, names: readonly string[], phrase: string, singular: string): boolean {
  if (measure.key.toLowerCase() === phrase.replaceAll(' ', '')) return true;
  if (measure.isAverage)
    return names.includes(phrase) || (phrase.startsWith('rating') && names.includes(singular));
  if (phrase === singular && SAME_AS_DIMENSION.has(phrase)) return false;
  return names.includes(singular);
}

function numberOf(phrase: string): number | undefined {
  if (/^\d{1,4}$/.test(phrase)) return Number(phrase);
  const index = NUMBERS.indexOf(phrase);
  return index < 0 ? undefined : NUMBER_VALUES[index];
}

/**
 * The known phrase that a misspelt one is nearest to; undefined where none, or several different ones, are
 * near.
 */
export function nearestPhrase(phrase: string, vocabulary: Vocabulary): string | undefined {
  const allowed = allowedTypos(phrase.length);
  if (allowed === 0 || OWN_WORDS.has(phrase) || phrase.split(' ').some(w => COMMON_WORDS.has(w)))
    return undefined;
  let best: string[] = [];
  let least = allowed;
  for (const known of phrasesNear(phrase.length, allowed, vocabulary)) {
    if (Math.abs(known.length - phrase.length) > least) continue;
    const far = typos(phrase, known);
    // People miss letters within a word, hardly ever the first one and another: "flowers" is not "lower".
    if (far > 1 && known[0] !== phrase[0]) continue;
    if (far > least || !isWordByWord(phrase, known) || singularOf(known) === singularOf(phrase)) continue;
    if (far < least) best = [];
    least = far;
    best.push(known);
  }
  // Of several that are as near, the one of which letters are missing is meant.
  const leftOut = best.filter(known => hasLettersLeftOut(phrase, known));
  if (leftOut.length > 0) best = leftOut;
  const different = new Set(best.map(singularOf));
  if (different.size !== 1 || isNearerCommonWord(phrase, least)) return undefined;
  return best[0];
}

/**
 * Whether a misspelt word is nearer to a common English word than to one of ours: "differnt" is no
 * "differ".
 */
function isNearerCommonWord(phrase: string, than: number): boolean {
  if (than < 2 || phrase.includes(' ')) return false;
  for (const word of COMMON_WORDS)
    if (Math.abs(word.length - phrase.length) < than && word[0] === phrase[0] && typos(word, phrase) < than)
      return true;
  return false;
}

/**
 * Whether each word is near its like: `median order` is not `mean order`, though they are two letters apart.
 */
export function isWordByWord(a: string, b: string): boolean {
  const [words, others] = [a.split(' '), b.split(' ')];
  if (words.length !== others.length) return words.length === 1 || others.length === 1;
  return words.every((word, i) => typos(word, others[i]!) <= allowedTypos(word.length));
}

/** The phrases of a vocabulary by their length: made once, and asked for with each word that is not known. */
const phrasesByLength = new WeakMap<Vocabulary, ReadonlyMap<number, readonly string[]>>();

function* phrasesNear(length: number, within: number, vocabulary: Vocabulary): Generator<string> {
  let byLength = phrasesByLength.get(vocabulary);
  if (!byLength) {
    const lists = new Map<number, string[]>();
    for (const phrase of new Set(phrasesOf(vocabulary))) {
      const list = lists.get(phrase.length);
      if (list) list.push(phrase);
      else lists.set(phrase.length, [phrase]);
    }
    byLength = lists;
    phrasesByLength.set(vocabulary, byLength);
  }
  for (let n = length - within; n <= length + within; n++) yield* byLength.get(n) ?? [];
}

function phrasesOf({ dimensions, questions, segments, isAboutSegments }: Vocabulary): string[] {
  return [
    ...questions.flatMap(q => [...wordsOf(q), ...Object.values(q.figures ?? {}).flat()]),
    ...dimensions.flatMap(phrasesOfField),
    ...PHRASES,
    ...segments.flatMap(s => segmentNames(s, isAboutSegments)),
  ];
}

/** Every phrase that is known of every shop, also those that carry no meaning, as they are compared. */
export const knownPhrases = (vocabulary: Omit<Vocabulary, 'known'>): string[] => [
  ...phrasesOf({ ...vocabulary, known: new Map() }),
  ...[FILLERS, JOINERS, BY, FROM, VERSUS, OWN_WORDS].flatMap(words => [...words]),
  ...NUMBERS,
];

const withPlurals = (names: readonly string[]): string[] =>
  names.flatMap(name => [name, `${name.replace(/y$/, 'ie')}s`]);

/** Phrases that stand for the same in all shops. */
const PHRASES: readonly string[] = [
  ...withPlurals(MEASURES.flatMap(([, names]) => names)),
  ...REVENUE,
  ...NOT,
  ...list('monthly, weekly, yearly, daily, quarterly, month, months, week, weeks, quarter, quarters, years'),
];

/** What a field is called: each unknown word of a text is compared with it. */
const phrasesOfField = (() => {
  const known = new WeakMap<GroupingField, readonly string[]>();
  return (field: GroupingField): readonly string[] => {
    let phrases = known.get(field);
    if (!phrases) {
      phrases = withPlurals(namesOf(field));
      known.set(field, phrases);
    }
    return phrases;
  };
})();
