import { z } from 'zod';

/** What is read of Square's answers. Amounts are whole numbers of the currency's smallest unit. */

const money = z.object({ amount: z.number().int(), currency: z.string() });
export type Money = z.infer<typeof money>;

const item = z.object({
  name: z.string().nullish(),
  variation_name: z.string().nullish(),
  quantity: z.string(),
  item_type: z.string().nullish(),
  total_money: money,
  total_tax_money: money.nullish(),
  total_discount_money: money.nullish(),
  total_service_charge_money: money.nullish(),
});
export type Item = z.infer<typeof item>;

const order = z.object({
  id: z.string(),
  location_id: z.string(),
  state: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullish(),
  customer_id: z.string().nullish(),
  source: z.object({ name: z.string().nullish() }).nullish(),
  line_items: z.array(item).nullish(),
  returns: z
    .array(z.object({ source_order_id: z.string().nullish(), return_line_items: z.array(item).nullish() }))
    .nullish(),
  refunds: z
    .array(z.object({ id: z.string(), status: z.string(), created_at: z.string(), amount_money: money }))
    .nullish(),
  tenders: z.array(z.object({ created_at: z.string(), customer_id: z.string().nullish() })).nullish(),
  net_amount_due_money: money.nullish(),
});
export type SquareOrder = z.infer<typeof order>;

/** An order that is not as Square's orders are: no more than this is known of it. */
const oddOrder = z
  .object({ id: z.string(), updated_at: z.string() })
  .transform(found => ({ ...found, isOdd: true as const }));

export const ordersAnswer = z.object({
  orders: z.array(z.union([order.transform(o => ({ ...o, isOdd: false as const })), oddOrder])).default([]),
  cursor: z.string().nullish(),
});
export type FoundOrder = z.infer<typeof ordersAnswer>['orders'][number];

/** Orders of which only the customer is of interest. */
export const buyersAnswer = z.object({
  orders: z
    .array(
      z.object({
        id: z.string(),
        customer_id: z.string().nullish(),
        tenders: z.array(z.object({ customer_id: z.string().nullish() })).nullish(),
      }),
    )
    .default([]),
});

export const locationsAnswer = z.object({
  locations: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().nullish(),
        timezone: z.string().nullish(),
        currency: z.string().nullish(),
      }),
    )
    .default([]),
});
export type Location = z.infer<typeof locationsAnswer>['locations'][number];

const customer = z.object({
  id: z.string(),
  given_name: z.string().nullish(),
  family_name: z.string().nullish(),
  company_name: z.string().nullish(),
  email_address: z.string().nullish(),
  address: z
    .object({
      postal_code: z.string().nullish(),
      locality: z.string().nullish(),
      country: z.string().nullish(),
    })
    .nullish(),
});
export type Customer = z.infer<typeof customer>;

/** A customer that was deleted has an error in its place. */
export const customersAnswer = z.object({
  responses: z.record(z.string(), z.object({ customer: customer.nullish() })).default({}),
});
