import { z } from 'zod';

/** What is read of Stripe's answers. Amounts are whole numbers of the currency's smallest unit. */

const charge = z.object({
  object: z.literal('charge'),
  id: z.string(),
  amount: z.number().int(),
  amount_captured: z.number().int().nullish(),
  currency: z.string(),
  customer: z.string().nullish(),
  description: z.string().nullish(),
  receipt_email: z.string().nullish(),
  refunded: z.boolean().default(false),
  disputed: z.boolean().default(false),
  metadata: z.record(z.string(), z.string()).nullish(),
  billing_details: z
    .object({
      email: z.string().nullish(),
      name: z.string().nullish(),
      address: z
        .object({
          city: z.string().nullish(),
          country: z.string().nullish(),
          postal_code: z.string().nullish(),
        })
        .nullish(),
    })
    .nullish(),
  payment_method_details: z.object({ type: z.string().nullish() }).nullish(),
});
export type Charge = z.infer<typeof charge>;

const entry = z.object({
  id: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  /** Seconds since 1970. */
  created: z.number().int(),
  reporting_category: z.string(),
});
export type LedgerEntry = z.infer<typeof entry>;

/** What an entry is of: a charge, or something of one. */
const ofCharge = z.object({ object: z.string(), id: z.string(), charge: z.string().nullish() });

const list = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), has_more: z.boolean() });

export const entriesAnswer = list(
  entry.extend({ source: z.union([charge, ofCharge, z.string(), z.null()]).optional() }),
);
export type FoundEntry = z.infer<typeof entriesAnswer>['data'][number];

/** A charge with what was booked of it. */
export const chargeAnswer = charge.extend({
  balance_transaction: entry.nullable(),
  failure_balance_transaction: entry.nullish(),
});
export const refundsAnswer = list(
  z.object({
    id: z.string(),
    balance_transaction: entry.nullish(),
    failure_balance_transaction: entry.nullish(),
  }),
);
export const disputesAnswer = list(z.object({ id: z.string(), balance_transactions: z.array(entry) }));

/** A list of which no more is looked at than whether it may be read. */
export const anyList = list(z.object({ id: z.string() }));
export const errorAnswer = z.object({ error: z.object({ message: z.string().default('') }) });
