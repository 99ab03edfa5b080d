import type { QueryArguments, Slot } from '../answering/declaration.js';
import type { Filter } from '../store/scope/sums.js';
import type { FoundValue, Meaning } from './lexicon/lexicon.js';

/** What was said besides words: taken out of the text before. */
export type Said = Pick<
  QueryArguments,
  'period' | 'versus' | 'filters' | 'segmentation' | 'page' | 'horizon' | 'discount'
>;

/** What a reading of a text's words gives. */
export interface SlotsGiven {
  readonly slots: QueryArguments;
  readonly given: readonly Slot[];
  /** Periods stand where a dimension does: `top months`. */
  readonly isPeriod: boolean;
  /** A measure stands behind "by": it is what to rank by, or else nothing that can be split by. */
  readonly isRankedBy: boolean;
  /** How much better or worse this reading is than others. */
  readonly fit: number;
}

/** Puts meanings into slots; undefined if a word has no slot left, or a "not" has nothing to exclude. */
export function giveSlots(meanings: readonly Meaning[], said: Said): SlotsGiven | undefined {
  const reader = new SlotReader(said);
  return meanings.every(meaning => reader.take(meaning)) ? reader.result() : undefined;
}

/** A meaning that is neither a value nor holds a sentence together. */
type Word = Exclude<Meaning, { readonly kind: 'value' | 'joiner' | 'filler' }>;

/** What stood right before a word. */
interface Before {
  /** Of a dimension that was said, and not as what to split by. */
  readonly dimension: string | undefined;
  /** The dimension of a value that was said. */
  readonly value: string | undefined;
  /** The value was one to leave out. */
  readonly wasExcluded: boolean;
}

/** Reads meanings one after another; what stands beside each other belongs together. */
class SlotReader {
  readonly #slots: { -readonly [K in keyof QueryArguments]: QueryArguments[K] };
  readonly #filters: Filter[];
  /** Whether what comes is left out, and whether anything has come yet. */
  #not: 'no' | 'open' | 'taken' = 'no';
  /** What comes is what to split by. */
  #isAfterBy = false;
  /** "only" was said, and nothing yet that it is said of. */
  #isOnly = false;
  /** A dimension that was said just now, and not as what to split by: `city Madrid`. */
  #dimension: string | undefined;
  /** The dimension of a value that was said just now: `large deals`, `cancelled orders`. */
  #value: string | undefined;
  /** "from" was said: a segment that comes is the one that was left. */
  #isFrom = false;
  /** The words of a question were said. */
  #isAsked = false;
  #isPeriod = false;
  #isRankedBy = false;
  #fit = 0;

  constructor(said: Said) {
    this.#slots = { ...said };
    this.#filters = [...said.filters];
  }

  /** @returns false where this reading makes no sense */
  take(meaning: Meaning): boolean {
    if (meaning.kind === 'value') return this.#takeValue(meaning.value);
    if (meaning.kind === 'joiner') return true;
    const before: Before = {
      dimension: this.#dimension,
      value: this.#value,
      wasExcluded: this.#not === 'taken',
    };
    this.#value = undefined;
    if (meaning.kind === 'filler') {
      // "excluding cancelled in France" leaves France in.
      if (before.wasExcluded) this.#not = 'no';
      return true;
    }
    // In "who has not bought" the "not" has nothing to exclude; "only" needs a value as well.
    if (this.#not === 'open' || this.#isOnly) return false;
    if (this.#isFrom && meaning.kind !== 'segment') return false;
    this.#not = 'no';
    this.#dimension = undefined;
    return this.#takeWord(meaning, before);
  }

  /** Takes what is neither a value nor holds a sentence together. */
  #takeWord(meaning: Word, before: Before): boolean {
    switch (meaning.kind) {
      case 'by':
        this.#isAfterBy = true;
        return true;
      case 'not':
        this.#not = 'open';
        return true;
      case 'only':
        this.#isOnly = true;
        this.#dimension = before.dimension;
        return true;
      case 'versus':
        return false;
      case 'revenue':
        this.#isAfterBy = false;
        return true;
      case 'dimension':
        return this.#takeDimension(meaning, before.value);
      case 'question':
        // "by promotion" is split by it, and asks no question about promotions.
        this.#isAsked = true;
        if (this.#isAfterBy) this.#fit -= 200;
        if (meaning.figure !== undefined) this.#slots.figure = meaning.figure;
        break;
      case 'number':
        if (this.#slots.limit !== undefined || meaning.value < 1) return false;
        this.#slots.limit = meaning.value;
        break;
      case 'measure':
        // "without cancelled orders" does not ask for the number of orders.
        if (before.wasExcluded && before.value !== undefined && meaning.isNoun) break;
        if (this.#slots.measure && this.#slots.measure !== meaning.measure) this.#fit -= 3;
        this.#slots.measure ??= meaning.measure;
        this.#isRankedBy ||= this.#isAfterBy;
        break;
      case 'grain':
        if (this.#slots.grain) return false;
        this.#slots.grain = meaning.grain;
        break;
      case 'from':
        this.#isFrom = true;
        return true;
      case 'segment':
        return this.#takeSegment(meaning.segment.title);
    }
    this.#isAfterBy = false;
    return true;
  }

  /** `from vip to lost`, `vip to lost`: of two segments the first is the one that was left. */
  #takeSegment(title: string): boolean {
    const slots = this.#slots;
    this.#isAfterBy = false;
    if (this.#isFrom) {
      this.#isFrom = false;
      if (slots.fromSegment) return false;
      slots.fromSegment = title;
      this.#fit += 2;
      return true;
    }
    // Two of them are a way from one to the other only where that is asked for.
    if (slots.segment && (slots.fromSegment || !this.#isAsked)) return false;
    if (slots.segment) slots.fromSegment = slots.segment;
    slots.segment = title;
    return true;
  }

  #takeDimension(
    { dimension, isPeriod }: Extract<Meaning, { kind: 'dimension' }>,
    behind: string | undefined,
  ): boolean {
    const slots = this.#slots;
    const isAfterBy = this.#isAfterBy;
    this.#isAfterBy = false;
    // "large deals": the value has said which dimension is meant.
    if (behind === dimension.key && !isAfterBy) return true;
    if (slots.dimension?.key === dimension.key) return true;
    if (slots.dimension && slots.second) return false;
    if (slots.dimension) {
      slots.second = dimension;
      this.#fit -= 2;
    } else slots.dimension = dimension;
    this.#isPeriod ||= isPeriod === true;
    if (isAfterBy) this.#fit += 1;
    else this.#dimension = dimension.key;
    return true;
  }

  #takeValue({ field, id, value, label }: FoundValue): boolean {
    const slots = this.#slots;
    // `city Madrid` does not ask for all cities.
    if (this.#dimension === field.key) this.#fit += 1;
    if (this.#dimension === field.key && slots.dimension?.key === field.key) slots.dimension = undefined;
    if (this.#dimension === field.key && slots.second?.key === field.key) slots.second = undefined;
    addFilter(this.#filters, {
      field,
      column: field.by.kind === 'dimension' ? `d${field.by.dimension.id}` : 'customer',
      values: [{ id, value, label }],
      exclude: this.#not !== 'no',
    });
    if (this.#not === 'open') this.#not = 'taken';
    this.#isOnly = false;
    this.#dimension = undefined;
    this.#value = field.key;
    return true;
  }

  result(): SlotsGiven | undefined {
    if (this.#not === 'open' || this.#isAfterBy || this.#isOnly || this.#isFrom) return undefined;
    const slots = { ...this.#slots, filters: this.#filters };
    const given = (Object.keys(slots) as (keyof QueryArguments)[]).filter(slot =>
      slot === 'filters' ? slots.filters.length > 0 : slots[slot] !== undefined,
    );
    return { slots, given, isPeriod: this.#isPeriod, isRankedBy: this.#isRankedBy, fit: this.#fit };
  }
}

/** Adds a filter to others; values of the same dimension are taken together, in the order of their names. */
export function addFilter(filters: Filter[], filter: Filter): void {
  const at = filters.findIndex(f => f.column === filter.column && f.exclude === filter.exclude);
  const before = filters[at];
  if (!before) {
    filters.push(filter);
    return;
  }
  const fresh = filter.values.filter(v => !before.values.some(w => w.id === v.id));
  const values = [...before.values, ...fresh].sort((a, b) => (a.value < b.value ? -1 : 1));
  filters[at] = { ...before, values };
}
