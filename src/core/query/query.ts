import { z } from 'zod';

/**
 * A question about sales, orders, customers or segments as data: what words, buttons, the command line, JSON and
 * language models all come to. docs/query.md documents it. A later version of this form gets another number.
 */
export const QUERY_VERSION = 1;

/** Numbers from and to; each end is optional, and `isOver` and `isUnder` leave the end itself out. */
export const rangeSchema = z
  .strictObject({
    from: z.number().optional(),
    to: z.number().optional(),
    isOver: z.boolean().optional(),
    isUnder: z.boolean().optional(),
  })
  .refine(r => r.from !== undefined || r.to !== undefined, 'A range needs a number to begin or to end with.');
export type NumberRange = z.infer<typeof rangeSchema>;

const word = z.string().min(1).max(200);

/**
 * Keeps order lines: those of some values of a field, or of a range of its numbers; with `not`, all others. Money
 * is in major units.
 */
export const filterSchema = z
  .strictObject({
    field: word,
    values: z.array(word).min(1).max(50).optional(),
    range: rangeSchema.optional(),
    not: z.literal(true).optional(),
  })
  .refine(
    f => (f.values === undefined) !== (f.range === undefined),
    'A filter needs either values or a range.',
  );
export type QueryFilter = z.infer<typeof filterSchema>;

/** Figures of a customer that a condition can be about. */
export const CUSTOMER_FIGURES = [
  'orders',
  'spent',
  'average-order',
  'units',
  'products',
  'inactive-days',
] as const;
export type CustomerFigure = (typeof CUSTOMER_FIGURES)[number];

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
  z.union([
    z.strictObject({ kind: z.enum(['and', 'or']), of: z.array(conditionSchema).min(2).max(20) }),
    z.strictObject({ kind: z.literal('not'), of: conditionSchema }),
    z.strictObject({ kind: z.literal('segment'), values: z.array(word).min(1).max(30) }),
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
        where: z.array(filterSchema).max(10),
        period: word.optional(),
      })
      .refine(b => b.where.length > 0 || b.period !== undefined, 'Bought what, or when?'),
  ]),
);

/** What the rows are. */
export const ROWS = ['total', 'groups', 'customers', 'orders'] as const;
/**
 * What is shown beside the measures: the first one's share and running total; e-mail addresses of listed
 * customers; `yes-no` where the question is whether there are any; `table` leaves the chart out.
 */
export const SHOWN = ['share', 'running', 'email', 'yes-no', 'table'] as const;

export const querySchema = z
  .strictObject({
    version: z.literal(QUERY_VERSION).default(QUERY_VERSION),
    rows: z.enum(ROWS).default('total'),
    /** The fields that groups are of: a dimension, a period (`month`), `segment`, `buyers`, ... */
    by: z.array(word).max(2).default([]),
    /** What is measured; the first is what rows are ranked by, unless `rank` says otherwise. */
    measures: z.array(word).max(12).default([]),
    period: word.optional(),
    /** A period to compare with. */
    versus: word.optional(),
    where: z.array(filterSchema).max(20).default([]),
    who: conditionSchema.optional(),
    rank: z
      .strictObject({
        order: z.enum(['top', 'bottom']),
        limit: z.number().int().min(1).max(1000),
        by: word.optional(),
        /** The limit counts within each value of this field, one of `by`. */
        within: word.optional(),
      })
      .optional(),
    /** Keeps the groups, customers or orders of which a measure is in a range. */
    having: z
      .array(z.strictObject({ measure: word, range: rangeSchema }))
      .max(5)
      .default([]),
    show: z.array(z.enum(SHOWN)).default([]),
    /** The day that segments are as of, if not the last day of the period. */
    asOf: word.optional(),
    /** The segment map, if not the shop's. */
    map: word.optional(),
    /** The total is told as a part of the same without the filters on these fields. */
    partOf: z.array(word).max(5).optional(),
    /** What the measure is hoped to reach by the end of the period. */
    goal: z.number().positive().optional(),
    page: z.number().int().min(1).max(100_000).optional(),
  })
  .refine(
    q => (q.rows === 'groups') === q.by.length > 0,
    'Groups need a field to group by, and only groups.',
  );

/** A question as data, with its defaults filled in. */
export type Query = z.infer<typeof querySchema>;
/** A question as it may be written, without what is usual. */
export type QueryInput = z.input<typeof querySchema>;

/** Makes a query of its parts. @throws ZodError where they do not fit */
export const queryOf = (parts: QueryInput): Query => querySchema.parse(parts);
