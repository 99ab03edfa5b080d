import { GRAINS, type Grain } from '../../calendar/grain.js';
import type { Segment } from '../../segments/map.js';
import type { Question } from '../question.js';
import { type Breakable, findBreakable, plurals, singular } from './breakable.js';
import { kebab, segmentWord } from './words.js';

/** What slots can be filled with. */
export interface Vocabulary {
  readonly dimensions: readonly Breakable[];
  readonly segments: readonly Segment[];
}

/** The values that a phrase's slots took, and the words in canonical form. */
export interface Match {
  readonly words: string;
  readonly fixed: number;
  readonly dimension?: Breakable;
  readonly grain?: Grain;
  readonly name?: string;
}

/** Tries each phrase of a question on the words; the one with the most fixed words wins. */
export function matchQuestion(
  question: Question,
  words: readonly string[],
  vocabulary: Vocabulary,
): Match | undefined {
  return question.phrases
    .map(phrase => matchPhrase(question, phrase, words, vocabulary))
    .filter(match => match !== undefined)
    .sort((a, b) => b.fixed - a.fixed)[0];
}

function matchPhrase(
  question: Question,
  phrase: string,
  words: readonly string[],
  vocabulary: Vocabulary,
): Match | undefined {
  const parts = phrase === '' ? [] : phrase.split(' ');
  const slot = parts.findIndex(p => p.startsWith('{'));
  if (slot < 0)
    return parts.join(' ') === words.join(' ')
      ? { words: canonicalWords(question), fixed: parts.length }
      : undefined;
  const after = parts.length - slot - 1;
  const value = words.slice(slot, words.length - after);
  const fixedFit = parts.every((p, i) =>
    i < slot ? p === words[i] : i > slot ? p === words[words.length - parts.length + i] : true,
  );
  if (!fixedFit || value.length === 0) return undefined;
  const filled = fillSlot(parts[slot] as string, value, vocabulary);
  if (!filled) return undefined;
  return { ...filled, words: canonicalWords(question, parts[slot], filled.words), fixed: parts.length - 1 };
}

/**
 * The words in which a question is said back, whatever it was asked in: the first of its phrases with the same
 * slot, or without any. `top-countries` is one word, as people type it; `by product-line` is two.
 */
function canonicalWords(question: Question, slot?: string, value = ''): string {
  const phrase = question.phrases.find(p => (slot ? p.includes(slot) : !p.includes('{'))) ?? '';
  return slot ? phrase.replace('top {', 'top-{').replace(slot, value) : phrase;
}

function fillSlot(
  slot: string,
  value: readonly string[],
  vocabulary: Vocabulary,
): Omit<Match, 'fixed'> | undefined {
  const text = value.join(' ');
  switch (slot) {
    case '{grain}': {
      const grain = GRAINS.find(
        g => g === text || `${g}s` === text || (g === 'day' && text === 'daily') || `${g}ly` === text,
      );
      return grain && { words: grain, grain };
    }
    case '{dimension}':
    case '{dimensions}': {
      const dimension = findBreakable(text, vocabulary.dimensions);
      return (
        dimension && { words: slot === '{dimension}' ? singular(dimension) : plurals(dimension), dimension }
      );
    }
    case '{segment}': {
      const segment = findSegment(text, vocabulary.segments);
      return segment && { words: segmentWord(segment.title), name: segment.title };
    }
    default:
      return { words: text, name: text };
  }
}

/** The segment that a text names: its title, a word of it that only it has, or an alias. */
export function findSegment(text: string, segments: readonly Segment[]): Segment | undefined {
  const wanted = kebab(text).replace(/-customers?$/, '');
  const names = (s: Segment) => [s.title, ...s.aliases].map(n => kebab(n));
  const exact = segments.find(s =>
    names(s).some(
      n =>
        n === wanted || n.replace(/-customers?$/, '') === wanted || `${n}s` === wanted || n === `${wanted}s`,
    ),
  );
  if (exact) return exact;
  const byWord = segments.filter(s =>
    names(s).some(n => n.split('-').some(w => w === wanted || `${w}s` === wanted)),
  );
  return byWord.length === 1 ? byWord[0] : undefined;
}
