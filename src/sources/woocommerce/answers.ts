import { z } from 'zod';

/** What is read of WooCommerce's answers (REST v3). Money is text, without tax beside its tax. */

const line = z.object({
  name: z.string(),
  quantity: z.number(),
  subtotal: z.string(),
  total: z.string(),
  total_tax: z.string().default('0'),
});

const fee = z.object({ name: z.string().nullish(), total: z.string(), total_tax: z.string().default('0') });

const wooOrder = z.object({
  id: z.number().int(),
  number: z.string(),
  status: z.string(),
  currency: z.string(),
  date_created_gmt: z.string(),
  date_modified_gmt: z.string(),
  customer_id: z.number().int(),
  billing: z.object({
    first_name: z.string().default(''),
    last_name: z.string().default(''),
    email: z.string().default(''),
    postcode: z.string().default(''),
    city: z.string().default(''),
    country: z.string().default(''),
  }),
  line_items: z.array(line),
  fee_lines: z.array(fee).default([]),
  refunds: z.array(z.object({ id: z.number() })).default([]),
});
export type WooOrder = z.infer<typeof wooOrder>;

/** An order that a plugin has made something else of: no more than this is known of it. */
const oddOrder = z
  .object({ id: z.number().int(), number: z.string(), status: z.string(), date_modified_gmt: z.string() })
  .transform(order => ({ ...order, isOdd: true as const }));
export const wooOrders = z.array(
  z.union([wooOrder.transform(o => ({ ...o, isOdd: false as const })), oddOrder]),
);
export type FoundOrder = z.infer<typeof wooOrders>[number];

const wooRefund = z.object({
  id: z.number().int(),
  parent_id: z.number().int().default(0),
  date_created_gmt: z.string(),
  amount: z.string(),
  line_items: z.array(line).default([]),
  fee_lines: z.array(fee).default([]),
  shipping_lines: z.array(z.object({ total: z.string(), total_tax: z.string().default('0') })).default([]),
});
export type WooRefund = z.infer<typeof wooRefund>;
export const wooRefunds = z.array(wooRefund);

export const wooStatus = z.object({
  environment: z.object({ version: z.string().optional() }).optional(),
  settings: z.object({ currency: z.string().optional() }).optional(),
});
