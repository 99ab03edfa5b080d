import type { Answer } from '../answer/answer.js';
import type { Grain } from '../calendar/grain.js';
import type { Period } from '../sales/period.js';
import type { Shop } from '../shop.js';
import type { Filter } from '../store/sums.js';
import type { Breakable } from './language/breakable.js';
import { kebab } from './language/words.js';

/** What a question can be given besides its own words. */
export type Argument = 'period' | 'limit' | 'filters';

/** A question as it was understood. */
export interface Asked {
  readonly question: Question;
  /** The question's own words with its slots in canonical form: `top-countries`. */
  readonly words: string;
  readonly dimension?: Breakable;
  readonly grain?: Grain;
  readonly name?: string;
  readonly limit?: number;
  readonly period?: Period;
  readonly filters: readonly Filter[];
}

/**
 * A question: data that help, suggestions and the parser are made from, and the function that answers it.
 * Each is one file in sales/ or segment/ beside this one; nothing else has to name it.
 */
export interface Question {
  /** The slash command it belongs to. */
  readonly family: Family;
  /** Its canonical words, unique in the family: `top`. */
  readonly name: string;
  /**
   * The word patterns that lead here. `{dimension}`, `{grain}`, `{segment}` and `{name}` stand for a value; the
   * empty pattern is the command alone. Patterns with more fixed words win.
   */
  readonly phrases: readonly string[];
  readonly takes: readonly Argument[];
  readonly summary: string;
  /** Texts that can be asked, without the family's word. */
  readonly examples: readonly string[];
  answer(asked: Asked, shop: Shop): Promise<Answer>;
}

export const FAMILIES = ['sales', 'segment'] as const;
export type Family = (typeof FAMILIES)[number];

/** The text that asks the same again: family, words, limit, period, filters. */
export function canonical(asked: Asked): string {
  const filters = asked.filters.map(
    f => `${f.exclude ? '-' : ''}${kebab(f.field.key)}:${f.values.map(v => quoted(v.value)).join(',')}`,
  );
  return [asked.question.family, asked.words, asked.limit, asked.period?.text, ...filters]
    .filter(part => part !== undefined && part !== '')
    .join(' ');
}

/** A value as a filter can name it. */
export const quoted = (value: string): string => (/^[\w.-]+$/.test(value) ? value : `"${value}"`);
