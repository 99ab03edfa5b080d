import type { Note } from '../core/answer/notes.js';
import { type Day, partsOf } from '../core/calendar/days.js';
import type { Grain } from '../core/calendar/grain.js';
import type { Period } from '../core/calendar/period.js';
import type { Query as DataQuery } from '../core/query/query.js';
import { kebab } from '../core/text/words.js';
import type { Measure } from '../measures/measures.js';
import type { SegmentationOptions } from '../segments/segmentation/options.js';
import type { StoreReader } from '../store/engine/transaction.js';
import type { Filter } from '../store/scope/sums.js';
import type { GroupingField } from './grouping-fields.js';

/**
 * What a question can be given besides its own words. `second` is a second dimension, `versus` a second
 * period.
 */
export type Slot =
  | 'dimension'
  | 'second'
  | 'measure'
  | 'grain'
  | 'limit'
  | 'period'
  | 'versus'
  | 'filters'
  | 'segment'
  | 'fromSegment'
  | 'name'
  | 'segmentation'
  | 'page'
  | 'figure'
  | 'horizon'
  | 'discount'
  | 'floor'
  | 'audience'
  | 'query';

/** What a question was given. */
export interface QueryArguments {
  readonly dimension?: GroupingField;
  readonly second?: GroupingField;
  /** The measure asked for; revenue if undefined. */
  readonly measure?: Measure;
  readonly grain?: Grain;
  readonly limit?: number;
  readonly period?: Period;
  readonly versus?: Period;
  readonly filters: readonly Filter[];
  /** A segment's title. */
  readonly segment?: string;
  /** The title of the segment that customers left. */
  readonly fromSegment?: string;
  /** The rest of the text as it was typed: a customer's name. */
  readonly name?: string;
  /** The segmentation options that the query names, and their text. */
  readonly segmentation?: { readonly options: SegmentationOptions; readonly text: string };
  /** Which page of a list, from 1. */
  readonly page?: number;
  /** Which of its question's figures is asked for; its first if undefined. */
  readonly figure?: string;
  /** How far to look ahead, in months, and the discount of a year as a fraction. */
  readonly horizon?: number;
  readonly discount?: number;
  /** What is asked beyond the named questions: measures, groups, filters on orders and customers. */
  readonly query?: DataQuery;
  /** How far something has to be off to count: as a share of what is usual, and in major units. */
  readonly floor?: { readonly share?: number; readonly amount?: number };
  /** The tool that customers are listed for, by the name of its format: `klaviyo`. */
  readonly audience?: string;
}

/** What there is to know about a question: help, suggestions and the parser are made from it. */
export interface Declaration {
  /** The slash command it belongs to. */
  readonly family: Family;
  /** Unique in the family: `top`. */
  readonly name: string;
  /** Where it stands among others in help and suggestions; at the end unless given. */
  readonly helpOrder?: number;
  /** Words, or several words, that ask for it. */
  readonly words: readonly string[];
  /** Words that ask for it and for one of its figures, by the figure's name. */
  readonly figures?: Readonly<Record<string, readonly string[]>>;
  /** Slots that ask for it without its words: a grain is a trend. Undefined where its words must be said. */
  readonly impliedBy?: readonly Slot[];
  /** What must be said. */
  readonly required?: readonly Slot[];
  /** What may be said. */
  readonly optional: readonly Slot[];
  /** Keys of the dimensions that it takes; any, where undefined. */
  readonly dimensions?: readonly string[];
  /**
   * Whether it ranks: periods can stand where a dimension does, and a measure behind "by": `top months by
   * orders`.
   */
  readonly isRanking?: boolean;
  /** Keys of the dimension and measures that it is about, which add nothing when they are said. */
  readonly redundantWith?: readonly string[];
  /**
   * Whether the data holds what it needs: an offer that cannot be answered is left out. Always, unless given.
   */
  canAnswer?(query: Partial<QueryArguments>, store: StoreReader): Promise<boolean>;
  /** Whether it takes a second or more to compute: then few are computed at a time. */
  readonly isSlow?: boolean;
  readonly summary: string;
  /**
   * Texts that can be asked, without the family's word; `{year}` and `{before}` are the last two years of the
   * data.
   */
  readonly examples: readonly string[];
  /**
   * The words that ask for it again, and the slots that these words name already; the others follow.
   * `by {dimension} and {second}` and `by {grain}` where it is not given.
   */
  canonicalText?(query: QueryArguments): { readonly text: string; readonly includes: readonly Slot[] };
}

/** A question with its arguments, as a value: what words, buttons and other code all come to. */
export interface Query extends Partial<QueryArguments> {
  readonly family: Family;
  /** The question's name in its family: `top`. */
  readonly question: string;
  /** What the person should know about how the query was understood. */
  readonly remarks?: readonly Note[];
}

export const FAMILIES = ['sales', 'segment'] as const;
export type Family = (typeof FAMILIES)[number];

/** The text that asks the same again: family, words, measure, limit, period, filters. */
export function canonical(query: QueryArguments & { readonly question: Declaration }): string {
  const { question, measure, limit, period, versus } = query;
  const { text, includes } = (question.canonicalText ?? usualWords(question))(query);
  const has = (slot: Slot) => !includes.includes(slot);
  return [
    question.family,
    has('measure') && measure ? kebab(measure.key) : '',
    text,
    has('limit') && limit !== undefined ? String(limit) : '',
    has('period') && period ? period.text : '',
    has('versus') && versus ? `vs ${versus.text}` : '',
    has('horizon') && query.horizon !== undefined ? `horizon:${query.horizon}` : '',
    has('discount') && query.discount !== undefined ? `discount:${percent(query.discount)}` : '',
    query.audience === undefined ? '' : `for:${query.audience}`,
    has('page') && query.page !== undefined && query.page > 1 ? `page:${query.page}` : '',
    has('segmentation') ? (query.segmentation?.text ?? '') : '',
    filterText(query.filters),
  ]
    .filter(part => part !== '')
    .join(' ');
}

/** A fraction as it is typed: `8%`. */
const percent = (fraction: number): string => `${Math.round(fraction * 1e6) / 1e4}%`;

/** Filters as they can be said: `country:USA -status:Cancelled`. */
export const filterText = (filters: readonly Filter[]): string =>
  filters
    .map(f => `${f.exclude ? '-' : ''}${kebab(f.field.key)}:${f.values.map(v => quoted(v.value)).join(',')}`)
    .join(' ');

const usualWords =
  (question: Declaration) =>
  ({ dimension, second, grain, segment }: QueryArguments) => ({
    text: [
      question.impliedBy ? '' : (question.words[0] ?? ''),
      segment ? kebab(segment) : '',
      dimension ? `by ${kebab(dimension.label)}` : '',
      second ? `and ${kebab(second.label)}` : '',
      grain ? `by ${grain}` : '',
    ]
      .filter(part => part !== '')
      .join(' '),
    includes: ['dimension', 'second', 'grain', 'segment'] as const,
  });

/** A question's examples as texts that can be asked of data that ends on a day. */
export function examplesOf({ family, examples }: Declaration, dataThrough: Day | undefined): string[] {
  const year = dataThrough === undefined ? new Date(0).getUTCFullYear() : partsOf(dataThrough).year;
  return examples.map(example =>
    `${family} ${example}`
      .trim()
      .replace('{year}', String(year))
      .replace('{before}', String(year - 1)),
  );
}

/** A value as a filter can name it. */
export const quoted = (value: string): string =>
  /^[\w.-]+$/.test(value) ? value : `"${value.replaceAll('"', '')}"`;
