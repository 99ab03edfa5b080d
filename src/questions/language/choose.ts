import type { Filter } from '../../store/sums.js';
import type { Given, Question, Slot } from '../question.js';
import type { FoundValue, Meaning } from './lexicon.js';
import type { Span } from './reading.js';

/** What a question could be, and how well it fits. */
export interface Choice {
  readonly question: Question;
  readonly given: Given;
  readonly score: number;
}

/** What was said besides words: taken out of the text before. */
export type Said = Pick<Given, 'period' | 'versus' | 'filters'>;

/** Words that can be read in several ways are tried in all of them, up to so many. */
const MOST_READINGS = 256;

/**
 * The question that fits best what was said: all its words are there, nothing else was said than it takes, and no word
 * of another question.
 */
export function chooseQuestion(
  spans: readonly Span[],
  said: Said,
  questions: readonly Question[],
): Choice | undefined {
  let best: Choice | undefined;
  for (const meanings of readingsOf(spans)) {
    const given = giveSlots(meanings, said);
    if (!given) continue;
    const asked = meanings.flatMap(m => (m.kind === 'question' ? [m.questions] : []));
    for (const question of questions) {
      if (!asked.every(some => some.includes(question))) continue;
      const score = scoreOf(question, given, asked.length);
      if (score !== undefined && (!best || score > best.score))
        best = { question, given: given.slots, score };
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

interface SlotsGiven {
  readonly slots: Given;
  readonly given: readonly Slot[];
  readonly isPeriod: boolean;
  /** How much better or worse this reading is than others: a dimension after "by" is one. */
  readonly fit: number;
}

/** Puts meanings into slots; undefined where there is no slot left for one. */
function giveSlots(meanings: readonly Meaning[], said: Said): SlotsGiven | undefined {
  const slots: { -readonly [K in keyof Given]: Given[K] } = { ...said };
  const filters: Filter[] = [...said.filters];
  let isNegated = false;
  /** A dimension that was said just now, and not as what to split by: `city Madrid`. */
  let beside: string | undefined;
  /** The dimension of a value that was said just now. */
  let after: string | undefined;
  let isAfterBy = false;
  let isPeriod = false;
  let fit = 0;
  for (const meaning of meanings) {
    switch (meaning.kind) {
      case 'filler':
      case 'revenue':
        break;
      case 'question':
        // "by promotion" is split by it, and asks no question about promotions.
        if (isAfterBy) fit -= 200;
        break;
      case 'by':
        isAfterBy = true;
        beside = undefined;
        continue;
      case 'not':
        isNegated = true;
        beside = undefined;
        continue;
      case 'versus':
        return undefined;
      case 'number':
        if (slots.limit !== undefined || meaning.value < 1) return undefined;
        slots.limit = meaning.value;
        break;
      case 'measure':
        // "without cancelled orders" does not ask for the number of orders.
        if (isNegated) break;
        if (slots.measure && slots.measure !== meaning.measure) fit -= 3;
        slots.measure ??= meaning.measure;
        if (isAfterBy) fit -= 1;
        break;
      case 'grain':
        if (slots.grain) return undefined;
        slots.grain = meaning.grain;
        break;
      case 'segment':
        if (slots.segment) return undefined;
        slots.segment = meaning.segment.title;
        break;
      case 'dimension':
        if (isNegated) return undefined;
        // "large deals": the value has said which dimension is meant.
        if (after === meaning.dimension.key && !isAfterBy) break;
        if (slots.dimension && slots.second) return undefined;
        if (slots.dimension?.key === meaning.dimension.key) break;
        if (slots.dimension) {
          slots.second = meaning.dimension;
          fit -= 2;
        } else slots.dimension = meaning.dimension;
        isPeriod ||= meaning.isPeriod === true;
        if (isAfterBy) fit += 1;
        else beside = meaning.dimension.key;
        isAfterBy = false;
        isNegated = false;
        continue;
      case 'value':
        if (beside === meaning.value.field.key && slots.dimension?.key === beside)
          slots.dimension = undefined;
        if (beside === meaning.value.field.key && slots.second?.key === beside) slots.second = undefined;
        addFilter(filters, meaning.value, isNegated);
        beside = undefined;
        after = meaning.value.field.key;
        continue;
    }
    if (meaning.kind !== 'filler' && meaning.kind !== 'revenue') isAfterBy = false;
    if (meaning.kind !== 'filler') isNegated = false;
    beside = undefined;
    after = undefined;
  }
  slots.filters = filters;
  const given = (Object.keys(slots) as (keyof Given)[]).filter(slot =>
    slot === 'filters' ? filters.length > 0 : slots[slot] !== undefined,
  );
  return { slots, given, isPeriod, fit };
}

function addFilter(filters: Filter[], { field, id, value, label }: FoundValue, exclude: boolean): void {
  const { by } = field;
  const column = by.kind === 'dimension' ? (`d${by.dimension.id}` as const) : 'customer';
  const same = filters.findIndex(f => f.column === column && f.exclude === exclude);
  const found = { id, value, label };
  const before = filters[same];
  if (!before) filters.push({ field, column, values: [found], exclude });
  else if (!before.values.some(v => v.id === id))
    filters[same] = { ...before, values: [...before.values, found] };
}

/** How well a question fits; undefined where it does not. */
function scoreOf(
  question: Question,
  { given, isPeriod, fit }: SlotsGiven,
  words: number,
): number | undefined {
  const needs = question.needs ?? [];
  const wordless = question.wordless;
  if (words === 0 && !wordless) return undefined;
  if (words === 0 && !wordless?.every(slot => given.includes(slot))) return undefined;
  if (isPeriod && !question.ranksPeriods) return undefined;
  const allowed = new Set<Slot>([...needs, ...question.takes, ...(wordless ?? [])]);
  if (!needs.every(slot => given.includes(slot)) || !given.every(slot => allowed.has(slot))) return undefined;
  return words * 100 + (wordless?.length ?? 0) * 10 + needs.length * 10 + fit;
}
