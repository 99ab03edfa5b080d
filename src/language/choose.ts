import type { Declaration, QueryArguments, Slot } from '../answering/declaration.js';
import type { Meaning } from './lexicon/lexicon.js';
import type { Span } from './reading.js';
import { giveSlots, type Said, type SlotsGiven } from './slots.js';

/** What a question could be, and how well it fits. */
export interface Choice {
  readonly question: Declaration;
  readonly given: QueryArguments;
  readonly score: number;
}

/** Words that can be read in several ways are tried in all of them, up to so many. */
const MOST_READINGS = 256;

/**
 * The best fitting question: all its words are there, nothing else was said than it takes,
 * and no word of another question.
 */
export function chooseQuestion(
  spans: readonly Span[],
  said: Said,
  questions: readonly Declaration[],
): Choice | undefined {
  let best: Choice | undefined;
  for (const meanings of readingsOf(spans)) {
    const given = giveSlots(meanings, said);
    if (!given) continue;
    const asked = meanings.flatMap(m => (m.kind === 'question' ? [m.questions] : []));
    for (const question of questions) {
      if (!asked.every(some => some.includes(question))) continue;
      const own = { ...given, ...givenTo(question, given) };
      const score = scoreOf(question, own, asked.length);
      if (score !== undefined && (!best || score > best.score)) best = { question, given: own.slots, score };
    }
  }
  return best;
}

function readingsOf(spans: readonly Span[]): Meaning[][] {
  let readings: Meaning[][] = [[]];
  for (const { meanings } of spans) {
    if (meanings.length === 0) return [];
    const some = readings.length * meanings.length > MOST_READINGS ? meanings.slice(0, 1) : meanings;
    readings = readings.flatMap(r => some.map(m => [...r, m]));
  }
  return readings;
}

/** The arguments of a question, without the dimension and measure that it implies anyway. */
function givenTo(question: Declaration, { slots, given }: SlotsGiven): Pick<SlotsGiven, 'slots' | 'given'> {
  const isSaid = (slot: Slot) =>
    (slot === 'dimension' || slot === 'measure') && question.redundantWith?.includes(slots[slot]?.key ?? '');
  const dropped = given.filter(isSaid);
  if (dropped.length === 0) return { slots, given };
  const rest: QueryArguments = { ...slots, ...Object.fromEntries(dropped.map(slot => [slot, undefined])) };
  return { slots: rest, given: given.filter(slot => !dropped.includes(slot)) };
}

/** How well a question fits; undefined where it does not. */
function scoreOf(
  question: Declaration,
  { slots, given, isPeriod, isRankedBy, fit }: SlotsGiven,
  words: number,
): number | undefined {
  const required = question.required ?? [];
  const impliedBy = question.impliedBy;
  if (words === 0 && !impliedBy) return undefined;
  if (words === 0 && !impliedBy?.every(slot => given.includes(slot))) return undefined;
  // "top countries by orders" ranks; "revenue by orders" is no question.
  if ((isPeriod || isRankedBy) && !question.isRanking) return undefined;
  if (slots.dimension && question.dimensions && !question.dimensions.includes(slots.dimension.key))
    return undefined;
  const allowed = new Set<Slot>([...required, ...question.optional, ...(impliedBy ?? [])]);
  if (!required.every(slot => given.includes(slot)) || !given.every(slot => allowed.has(slot)))
    return undefined;
  return words * 100 + (impliedBy?.length ?? 0) * 10 + required.length * 10 + fit;
}
