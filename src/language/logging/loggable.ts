import { allQuestions } from '../../analyses/registry.js';
import { CUSTOMER, MONTH_OF_YEAR, usualDimensionNames, WEEKDAY } from '../../answering/grouping-fields.js';
import { ShopkeeperError } from '../../core/errors.js';
import { shippedMaps } from '../../segments/maps/maps.js';
import { knownPhrases } from '../lexicon/lexicon.js';
import { OTHER_WORDS, redacted } from './redact.js';

let known: Promise<ReadonlySet<string>> | undefined;

/**
 * The words that are known of every shop: no store is needed, so a question can be logged while the store is
 * away.
 */
async function knownWords(): Promise<ReadonlySet<string>> {
  const maps = shippedMaps();
  const phrases = knownPhrases({
    dimensions: [CUSTOMER, WEEKDAY, MONTH_OF_YEAR],
    segments: maps.flatMap(map => map.segments),
    questions: await allQuestions(),
    isAboutSegments: true,
  });
  const calendar = (['long', 'short'] as const).flatMap(style => [
    ...namesOfDays({ month: style }, i => Date.UTC(2024, i, 1)),
    ...namesOfDays({ weekday: style }, i => Date.UTC(2024, 0, 1 + i)),
  ]);
  const all = [...phrases, ...usualDimensionNames(), ...maps.map(m => m.name), ...calendar, ...OTHER_WORDS];
  return new Set(all.flatMap(phrase => phrase.toLowerCase().split(/[^\p{L}]+/u)).filter(word => word !== ''));
}

const namesOfDays = (part: Intl.DateTimeFormatOptions, day: (i: number) => number): string[] =>
  Array.from({ length: 12 }, (_, i) =>
    new Intl.DateTimeFormat('en', { ...part, timeZone: 'UTC' }).format(day(i)),
  );

/** A text that somebody typed, as it may be logged: without names, addresses and numbers. */
export async function loggable(text: string): Promise<string> {
  known ??= knownWords();
  const words = await known;
  return redacted(text, word => words.has(word));
}

/** An apostrophe within a word is no quote. */
const QUOTED = /"[^"]*"|(?<!\w)'[^']*'(?!\w)|`[^`]*`/g;

/**
 * An error as it may be logged. What people typed stands in quotes in our messages, and in the values of a
 * database's statement, which comes before the reason: both go; the places in the code stay.
 */
export function loggableError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' };
  const { name, message, stack = '' } = error;
  const statement = error instanceof ShopkeeperError ? -1 : message.lastIndexOf(' - ');
  const reason = statement < 0 ? message : message.slice(statement + 3);
  const plain = reason.replace(QUOTED, quoted => `[quoted ${quoted.length - 2}]`);
  const places = stack.split('\n').filter(line => /^\s+at /.test(line));
  const code = 'code' in error ? { code: String(error.code) } : {};
  return { type: name, message: plain, ...code, stack: places.join('\n') };
}
