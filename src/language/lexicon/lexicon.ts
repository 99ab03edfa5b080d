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
import { typos } from '../../core/text/typos.js';
import {
  averageLine,
  averageOrderValue,
  averageRating,
  customers,
  lines,
  type Measure,
  orders,
  quantity,
} from '../../measures/measures.js';
import type { Segment } from '../../segments/maps/map.js';
import { findSegments, segmentNames } from '../../segments/maps/segment-names.js';

/** What a word, or several words together, can stand for. */
export type Meaning =
  | { readonly kind: 'filler' }
  /** What comes is what customers left: `from vip`. */
  | { readonly kind: 'from' }
  /** "and": what comes is like what came. */
  | { readonly kind: 'joiner' }
  /** Must be said of a value. */
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
  | { readonly kind: 'question'; readonly questions: readonly Declaration[] }
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

const list = (words: string): readonly string[] => words.trim().split(/,\s+/);

/**
 * Words that carry no meaning here. What is in no list must be a value, or the question is not understood.
 */
const FILLERS = new Set(
  list(
    `
      a, an, the, this, that, these, those, it, its, there, their, them, they, i, me, my, mine, we, us, our,
      ours, you, your, please, show, show me, give, give me, tell, tell me, list, display, get, let, lets,
      see, find, want, need, know, like, would, could, can, may i, should, do, does, did, doing, done, is,
      are, was, were, be, been, being, am, have, has, had, having, what, whats, which, whose, when, how,
      how many, how much, how is, how did, many, much, in, of, on, at, to, from, for, with, about, into, as,
      so, then, also, now, ever, hi, hello, hey, thanks, thank you, us, any, all, all time, everything,
      some, each of, out, up, buy, buys, bought, buying, bring, brings, brought, bringing, generate,
      generates, generated, generating, came, come, comes, coming, go, goes, went, happen, happened,
      perform, performed, performing, performance, look, looks, looking, chart, charts, graph, plot, table,
      report, data, figure, figures, number, numbers, result, results, value, values, breakdown, break,
      broken, break down, broken down, split, splits, grouped, group, ranked, rank, ranking, sorted, sort,
      spend, spent, spending, place, placed, overall, altogether, right now, currently, current,
      looking like, work, works, worked, worth, view, quick, quickly, exactly, ours, shop, business,
      company, here, id, im, ive, analysis, analyse, analyze, stats, statistics, metric, metrics, kpi, ask,
      rfm
    `,
  ),
);
const JOINERS = new Set(list('and, or, &, as well as'));
const BY = new Set(
  list(
    `
      by, per, each, every, across, for each, for every, according to, split by, grouped by, depending on,
      in terms of, broken down by
    `,
  ),
);
const NOT = new Set(
  list(
    `
      without, excluding, exclude, except, except for, excl, not, no, not in, other than, apart from,
      but not, ignoring, leaving out, minus, all but, but, non, outside, outside of
    `,
  ),
);
const FROM = new Set(list('from, left, leaving, out of'));
const VERSUS = new Set(
  list('vs, versus, against, compared to, compared with, in comparison to, in comparison with'),
);
const REVENUE = new Set(
  list(
    `
      revenue, revenues, make, makes, making, made, sell, sells, sold, selling, earn, earned,
      how are we doing, how is business, how is it going, sales, sale, turnover, takings, money,
      income from sales, amount, gmv, earnings, sales revenue, sales amount, total revenue, total sales,
      share of revenue, revenue share, share, shares
    `,
  ),
);
/** Names of measures besides their own, in the singular. */
const MEASURES: readonly (readonly [Measure, readonly string[]])[] = [
  [
    orders,
    list(
      `
        order, how many order, how many purchase, how many transaction, how many invoice, purchase,
        transaction, invoice, order count, number of order, count of order, order number, sales count,
        number of sale, number of purchase, number of transaction, number of invoice
      `,
    ),
  ],
  [
    customers,
    list(
      `
        customer, how many customer, how many buyer, how many client, how many people, buyer, client,
        shopper, customer count, number of customer, count of customer, unique customer, distinct customer,
        number of buyer, number of client
      `,
    ),
  ],
  [
    quantity,
    list(
      `
        quantity, items sold, articles sold, goods sold, how many unit, how many item, how many piece, unit,
        unit sold, item sold, piece, volume, units of sale, number of unit, number of item, sold unit,
        sales volume, piece sold, quantity sold
      `,
    ),
  ],
  [
    averageOrderValue,
    list(
      `
        average order value, aov, average order, avg order, avg order value, mean order value, mean order,
        order value, average order size, order size, basket size, basket value, average basket,
        average basket size, average basket value, average spend per order, average ticket, ticket size,
        revenue per order, sales per order, spend per order, spending per order, money per order,
        revenue an order
      `,
    ),
  ],
  [
    averageLine,
    list(
      `
        average line, avg line, average line value, mean line, line value, average order line,
        average line amount, average deal, mean deal, average deal size, avg deal size, mean deal size,
        average size of deal
      `,
    ),
  ],
  [lines, list('line, order line, line item, number of line, line count, order item, number of order line')],
  [
    averageRating,
    list(
      'average rating, avg rating, mean rating, rating, star, review score, customer rating, satisfaction',
    ),
  ],
];
const NUMBERS = list('two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty');
const NUMBER_VALUES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20];

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

const SAME_AS_DIMENSION: ReadonlySet<string> = new Set(['customer', 'buyer', 'client', 'shopper', 'line']);

function numberOf(phrase: string): number | undefined {
  if (/^\d{1,4}$/.test(phrase)) return Number(phrase);
  const index = NUMBERS.indexOf(phrase);
  return index < 0 ? undefined : NUMBER_VALUES[index];
}

/** Words of their own, which are no misspellings of ours. */
const OWN_WORDS: ReadonlySet<string> = new Set(
  list(
    `
      next, future, first, latest, worth, there, where, more, less, over, under, than, other, others,
      select, delete, update, insert, drop
    `,
  ),
);

/**
 * The known phrase that a misspelt one is nearest to; undefined where none, or several different ones, are
 * near.
 */
export function nearestPhrase(phrase: string, vocabulary: Vocabulary): string | undefined {
  const allowed = allowedTypos(phrase.length);
  if (allowed === 0 || OWN_WORDS.has(phrase)) return undefined;
  let best: string[] = [];
  let least = allowed;
  for (const known of phrasesOf(vocabulary)) {
    if (Math.abs(known.length - phrase.length) > least) continue;
    const far = typos(phrase, known);
    if (far > least || !isWordByWord(phrase, known) || singularOf(known) === singularOf(phrase)) continue;
    if (far < least) best = [];
    least = far;
    best.push(known);
  }
  const different = new Set(best.map(singularOf));
  return different.size === 1 ? best[0] : undefined;
}

/**
 * Whether each word is near its like: `median order` is not `mean order`, though they are two letters apart.
 */
export function isWordByWord(a: string, b: string): boolean {
  const [words, others] = [a.split(' '), b.split(' ')];
  if (words.length !== others.length) return words.length === 1 || others.length === 1;
  return words.every((word, i) => typos(word, others[i] as string) <= allowedTypos(word.length));
}

function phrasesOf({ dimensions, questions, segments, isAboutSegments }: Vocabulary): string[] {
  const dimensionNames = dimensions.flatMap(namesOf);
  const measures = MEASURES.flatMap(([, names]) => names);
  return [
    ...questions.flatMap(q => [...wordsOf(q)]),
    ...[...dimensionNames, ...measures].flatMap(name => [name, pluralOfLast(name)]),
    ...segments.flatMap(s => segmentNames(s, isAboutSegments)),
    ...REVENUE,
    ...NOT,
    ...list(
      'monthly, weekly, yearly, daily, quarterly, month, months, week, weeks, quarter, quarters, years',
    ),
  ];
}

/** Every phrase that is known of every shop, also those that carry no meaning, as they are compared. */
export const knownPhrases = (vocabulary: Omit<Vocabulary, 'known'>): string[] => [
  ...phrasesOf({ ...vocabulary, known: new Map() }),
  ...[FILLERS, JOINERS, BY, FROM, VERSUS, OWN_WORDS].flatMap(words => [...words]),
  ...NUMBERS,
];

const pluralOfLast = (name: string): string => `${name.replace(/y$/, 'ie')}s`;
