import { z } from 'zod';
import type { ShopView } from '../answering/shop.js';
import { QUERY_VERSION } from '../core/query/query.js';
import { type FieldValues, shopExtent, shopNames, valuesOf } from './describe.js';
import { CUSTOMER_FILTERS, EXAMPLES, LINE_FILTERS, PERIODS } from './guide.js';

/** Values that `describe` lists of each field unless it is asked for more. */
const USUAL_VALUES = 20;
const MOST_VALUES = 500;

/** What `describe` may be asked for. */
export const describeInput = z.strictObject({
  field: z.string().min(1).max(200).optional().describe('one field, by its key, instead of the whole shop'),
  contains: z.string().max(200).optional().describe('only values with this text in them'),
  limit: z
    .number()
    .int()
    .min(1)
    .max(MOST_VALUES)
    .optional()
    .describe(`values of each field, ${USUAL_VALUES} unless given`),
});
export type DescribeInput = z.infer<typeof describeInput>;

const guided = z.array(z.object({ about: z.string(), example: z.record(z.string(), z.unknown()) }));
const values = z.object({ field: z.string(), count: z.number(), values: z.array(z.string()) });

/** What `describe` returns: the whole shop, or the values of one field. */
export const describeOutput = z.object({
  shop: z
    .object({ currency: z.string(), dataFrom: z.string(), dataThrough: z.string(), today: z.string() })
    .optional(),
  queryVersion: z.number().optional(),
  measures: z
    .array(
      z.object({
        key: z.string(),
        label: z.string(),
        unit: z.string(),
        formula: z.string(),
        missing: z.string().optional(),
      }),
    )
    .optional(),
  fields: z.array(z.object({ key: z.string(), label: z.string(), kind: z.string() })).optional(),
  values: z.array(values),
  segments: z.array(z.object({ key: z.string(), title: z.string() })).optional(),
  segmentMap: z.string().optional(),
  segmentMaps: z.array(z.string()).optional(),
  lineFilters: guided.optional(),
  customerFilters: guided.optional(),
  periods: z.array(z.string()).optional(),
  examples: guided.optional(),
});
export type Described = z.infer<typeof describeOutput>;

/** What a shop can be asked, or the values of one field. @throws NotUnderstood, ShopkeeperError */
export async function described(input: DescribeInput, view: ShopView): Promise<Described> {
  const { field, contains, limit = USUAL_VALUES } = input;
  if (field !== undefined) return { values: [listed(await valuesOf(field, limit, contains, view))] };
  const { measures, fields, segments, map, maps } = await shopNames(view);
  const all: FieldValues[] = [];
  for (const { key, kind } of fields)
    if (kind === 'dimension') all.push(await valuesOf(key, limit, contains, view));
  return {
    shop: await shopExtent(view),
    queryVersion: QUERY_VERSION,
    measures: [...measures],
    fields: [...fields],
    values: all.map(listed),
    segments: [...segments],
    segmentMap: map,
    segmentMaps: [...maps],
    lineFilters: [...LINE_FILTERS],
    customerFilters: CUSTOMER_FILTERS.map(({ about, example }) => ({ about, example: { ...example } })),
    periods: [...PERIODS],
    examples: [...EXAMPLES],
  };
}

const listed = (of: FieldValues) => ({ ...of, values: [...of.values] });
