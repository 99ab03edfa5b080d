import { z } from 'zod';
import { GRAINS } from '../calendar/grain.js';

/**
 * A question about sales, orders, customers or segments as data: what words, buttons, the command line, JSON
 * and language models all come to. docs/query.md documents it. A later version of this form gets another
 * number.
 */
export const QUERY_VERSION = 1;

const number = z.number('A number in a range is none, or too large.');

/** Numbers from and to; each end is optional, and `isOver` and `isUnder` leave the end itself out. */
export const rangeSchema = z
  .strictObject({
    from: number.optional(),
    to: number.optional(),
    isOver: z.literal(true, '"isOver" is true or left out.').optional(),
    isUnder: z.literal(true, '"isUnder" is true or left out.').optional(),
  })
  .refine(r => r.from !== undefined || r.to !== undefined, 'A range needs a number to begin or to end with.')
  .refine(
    r => (!r.isOver || r.from !== undefined) && (!r.isUnder || r.to !== undefined),
    '"isOver" needs a number to begin with, "isUnder" one to end with.',
  );
export type NumberRange = z.infer<typeof rangeSchema>;

/** A name or a value. PostgreSQL has no texts with U+0000 or half a character, so nothing is called so. */
const word = z
  .string()
  .min(1, 'A name or a value is empty.')
  .max(200, 'A name or a value has at most 200 characters.')
  .refine(text => !/[\0\p{Cs}]/u.test(text), 'No name or value has U+0000 or half a character in it.');
const words = (most: number, message: string) =>
  z.array(word).min(1, 'A value is missing.').max(most, message);

/**
 * Keeps order lines: those of some values of a field, or of a range of its numbers; with `not`, all others,
 * those without a value among them. Money is in major units.
 */
export const filterSchema = z
  .strictObject({
    field: word,
    values: words(50, 'A filter takes at most 50 values.').optional(),
    range: rangeSchema.optional(),
    not: z.literal(true).optional(),
  })
  .refine(
    f => (f.values === undefined) !== (f.range === undefined),
    'A filter needs either values or a range.',
  );
export type QueryFilter = z.infer<typeof filterSchema>;

/** What a customer is expected to do. */
export const EXPECTED_FIGURES = ['expected-orders', 'probability-alive', 'lifetime-value'] as const;
export type ExpectedFigure = (typeof EXPECTED_FIGURES)[number];

/** What a customer bought. */
export const BOUGHT_FIGURES = [
  'orders',
  'spent',
  'average-order',
  'units',
  'products',
  'inactive-days',
  /** Days from the first order to the next on a later day. */
  'days-to-second',
] as const;

/** Figures of a customer that a condition can be about. */
export const CUSTOMER_FIGURES = [...BOUGHT_FIGURES, ...EXPECTED_FIGURES] as const;
export type CustomerFigure = (typeof CUSTOMER_FIGURES)[number];

/** Figures that rows can be bands of: of orders, of customers, and the price of a unit of each product. */
export const BAND_FIGURES = ['order-total', ...BOUGHT_FIGURES, 'price'] as const;
export type BandFigure = (typeof BAND_FIGURES)[number];
/** The field that bands are grouped by, in a query that has some. */
export const BAND = 'band';

/** Figures that are of no period. */
const TIMELESS = ['order-total', 'price', 'inactive-days', 'days-to-second'] as const;
export const OF_NO_PERIOD: ReadonlySet<BandFigure> = new Set(TIMELESS);

/** Bands of a figure, each a range: what lies in none of them is a group of its own. */
export const bandsSchema = z
  .strictObject({
    of: z.enum(BAND_FIGURES, `Bands are of one of ${BAND_FIGURES.join(', ')}.`),
    ranges: z.array(rangeSchema).min(1, 'Bands need a range.').max(20, 'There are at most 20 bands.'),
    /** The period that a customer's figure is of, if not of all that they bought. */
    period: word.optional(),
  })
  .refine(
    b => b.period === undefined || !OF_NO_PERIOD.has(b.of),
    'Only figures of what customers bought are of a period.',
  );
export type Bands = z.infer<typeof bandsSchema>;

/** How deep conditions stand in each other at most, and how many there are. */
export const DEEPEST_CONDITION = 10;
const MOST_CONDITIONS = 100;

/** Which customers: a tree of conditions. Days are ISO dates; a period is written as people write one. */
export type CustomerCondition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly CustomerCondition[] }
  | { readonly kind: 'not'; readonly of: CustomerCondition }
  | { readonly kind: 'segment'; readonly values: readonly string[] }
  /** A figure of all that they bought, or of a period alone. */
  | {
      readonly kind: 'figure';
      readonly figure: CustomerFigure;
      readonly range: NumberRange;
      readonly period?: string | undefined;
    }
  /** The day of their first or last order lies in a period. */
  | { readonly kind: 'first-order' | 'last-order'; readonly period: string }
  /** They bought something that matches all filters, ever or in a period. */
  | {
      readonly kind: 'bought';
      readonly where: readonly QueryFilter[];
      readonly period?: string | undefined;
    };

export const conditionSchema: z.ZodType<CustomerCondition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['and', 'or']),
      of: z
        .array(conditionSchema)
        .min(2, '"and" and "or" join at least two conditions.')
        .max(20, '"and" and "or" join at most 20 conditions.'),
    }),
    z.strictObject({ kind: z.literal('not'), of: conditionSchema }),
    z.strictObject({
      kind: z.literal('segment'),
      values: words(30, 'A condition takes at most 30 segments.'),
    }),
    z.strictObject({
      kind: z.literal('figure'),
      figure: z.enum(CUSTOMER_FIGURES),
      range: rangeSchema,
      period: word.optional(),
    }),
    z.strictObject({ kind: z.enum(['first-order', 'last-order']), period: word }),
    z
      .strictObject({
        kind: z.literal('bought'),
        where: z.array(filterSchema).max(10, 'What was bought takes at most 10 filters.'),
        period: word.optional(),
      })
      .refine(b => b.where.length > 0 || b.period !== undefined, 'Bought what, or when?'),
  ]),
);

/** Counts conditions, whatever they are in. */
function isWithinLimits(condition: CustomerCondition): boolean {
  const open: { readonly part: CustomerCondition; readonly depth: number }[] = [
    { part: condition, depth: 0 },
  ];
  let count = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { part, depth } = next;
    if (++count > MOST_CONDITIONS || depth > DEEPEST_CONDITION) return false;
    const inner = part.kind === 'and' || part.kind === 'or' ? part.of : part.kind === 'not' ? [part.of] : [];
    open.push(...inner.map(own => ({ part: own, depth: depth + 1 })));
  }
  return true;
}

/** What the rows are. */
export const ROWS = ['total', 'groups', 'customers', 'orders'] as const;
/**
 * What is shown beside the measures: the first one's share and running total, and of periods its change from
 * the one before (`growth`); `rest` puts all values that filters on the fields leave out into one group;
 * e-mail addresses of listed customers; `yes-no` where the question is whether there are any; `place` is
 * where the value that is named stands among all of its field; `table` leaves the chart out.
 */
export const SHOWN = ['share', 'running', 'growth', 'rest', 'email', 'yes-no', 'place', 'table'] as const;

const wholeUpTo = (most: number, message: string) =>
  z.number().int(message).min(1, message).max(most, message);

export const querySchema = z
  .strictObject({
    version: z.literal(QUERY_VERSION).default(QUERY_VERSION),
    rows: z.enum(ROWS).default('total'),
    /** The fields that groups are of: a dimension, a period (`month`), `segment`, `buyers`, ... */
    by: z.array(word).max(2, 'Groups are of one or two fields.').default([]),
    /** What the field `band` is of. */
    bands: bandsSchema.optional(),
    /** What is measured; the first is what rows are ranked by, unless `rank` says otherwise. */
    measures: z.array(word).max(12, 'A query has at most 12 measures.').default([]),
    period: word.optional(),
    /** A period to compare with. */
    versus: word.optional(),
    /** Measures are averages over all whole calendar periods of this kind. */
    per: z.enum(GRAINS, `An average is per ${GRAINS.join(', ')}.`).optional(),
    where: z.array(filterSchema).max(20, 'A query has at most 20 filters.').default([]),
    who: conditionSchema
      .refine(
        isWithinLimits,
        `Conditions on customers go at most ${DEEPEST_CONDITION} deep, and are ${MOST_CONDITIONS} at most.`,
      )
      .optional(),
    /** Orders that hold, for each of these, a line that matches it. */
    orderHas: z.array(filterSchema).min(1).max(10, 'Orders hold at most 10 things.').optional(),
    rank: z
      .strictObject({
        /** The first, the last, or so many of both (`ends`). */
        order: z.enum(['top', 'bottom', 'ends']),
        limit: wholeUpTo(1_000, 'A ranking has 1 to 1,000 rows.'),
        /** The limit is a share of the groups, in percent: `top:20%`. */
        isPercent: z.literal(true).optional(),
        by: word.optional(),
        /** The limit counts within each value of this field, one of `by`. */
        within: word.optional(),
      })
      .optional(),
    /** Keeps the groups, customers or orders of which a measure is in a range. */
    having: z
      .array(z.strictObject({ measure: word, range: rangeSchema }))
      .max(5, 'At most five measures can be limited to a range.')
      .default([]),
    show: z
      .array(z.enum(SHOWN, `What can be shown: ${SHOWN.join(', ')}.`))
      .max(SHOWN.length, 'Something is shown twice.')
      .default([]),
    /** The day that segments are as of, if not the last day of the period. */
    asOf: word.optional(),
    /** The segment map, if not the shop's. */
    map: word.optional(),
    /** Customers are scored among those whom the filters leave, by what they leave, not in the whole shop. */
    scored: z.literal('filtered', 'Customers are scored "filtered", or in the whole shop.').optional(),
    /** The first month of fiscal years, 1 to 12, if not the shop's. */
    fiscalStart: wholeUpTo(12, 'Fiscal years begin in a month, 1 to 12.').optional(),
    /** Total and groups are parts of the same without the filters on these fields, or without `who`. */
    partOf: z.array(word).max(5).optional(),
    /** What the measure is hoped to reach by the end of the period. */
    goal: z.number().positive('A goal is above zero.').optional(),
    page: wholeUpTo(100_000, 'Pages count from 1 to 100,000.').optional(),
  })
  .refine(q => (q.rows === 'groups') === q.by.length > 0, 'Groups need a field to group by, and only groups.')
  .refine(
    q => q.bands === undefined || q.by.includes(BAND),
    'Bands are what rows are of: "by" has to name "band".',
  );

/** A question as data, with its defaults filled in. */
export type Query = z.infer<typeof querySchema>;
/** A question as it may be written, without what is usual. */
export type QueryInput = z.input<typeof querySchema>;

/** Makes a query of its parts. @throws ZodError where they do not fit */
export const queryOf = (parts: QueryInput): Query => querySchema.parse(parts);
