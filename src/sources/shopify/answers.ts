import { z } from 'zod';

/** What is read of Shopify's answers (Admin GraphQL). Amounts are text, in the shop's currency. */

const money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) });

const sale = z.object({
  id: z.string(),
  actionType: z.string(),
  lineType: z.string(),
  quantity: z.number().int().nullable(),
  totalAmount: money,
  totalTaxAmount: money,
  totalDiscountAmountBeforeTaxes: money,
  lineItem: z
    .object({ name: z.string(), product: z.object({ productType: z.string() }).nullish() })
    .nullish(),
});
export type Sale = z.infer<typeof sale>;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

const sales = z.object({ pageInfo, nodes: z.array(sale) });

const agreements = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean() }),
  edges: z.array(
    z.object({ cursor: z.string(), node: z.object({ id: z.string(), happenedAt: z.string(), sales }) }),
  ),
});
export type Agreements = z.infer<typeof agreements>;

const order = z.object({
  id: z.string(),
  name: z.string(),
  test: z.boolean(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullable(),
  sourceName: z.string().nullish(),
  displayFinancialStatus: z.string().nullish(),
  email: z.string().nullish(),
  customer: z
    .object({
      id: z.string(),
      displayName: z.string().nullish(),
      defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish(),
    })
    .nullish(),
  displayAddress: z
    .object({ countryCodeV2: z.string().nullish(), city: z.string().nullish(), zip: z.string().nullish() })
    .nullish(),
  retailLocation: z.object({ name: z.string() }).nullish(),
  agreements,
});
export type ShopifyOrder = z.infer<typeof order>;

/** An order of which a field that it must have is missing: no more than this is known of it. */
const oddOrder = z
  .object({ id: z.string(), name: z.string(), updatedAt: z.string() })
  .transform(found => ({ ...found, isOdd: true as const }));

export const ordersAnswer = z.object({
  orders: z.object({
    pageInfo,
    // An order that was deleted a moment ago is null.
    nodes: z.array(z.union([order.transform(o => ({ ...o, isOdd: false as const })), oddOrder]).nullable()),
  }),
});
export type FoundOrder = NonNullable<z.infer<typeof ordersAnswer>['orders']['nodes'][number]>;

export const agreementsAnswer = z.object({ order: z.object({ agreements }).nullable() });
export const salesAnswer = z.object({
  order: z
    .object({ agreements: z.object({ nodes: z.array(z.object({ id: z.string(), sales })) }) })
    .nullable(),
});

export const shopAnswer = z.object({
  shop: z.object({ name: z.string(), currencyCode: z.string(), ianaTimezone: z.string() }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
  publicApiVersions: z.array(z.object({ handle: z.string(), supported: z.boolean() })),
});

const cost = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
});

const graphError = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z.object({ code: z.string().optional() }).nullish(),
});
export type GraphError = z.infer<typeof graphError>;

/** What is around each answer. */
export const envelope = z.object({
  data: z.unknown().optional(),
  errors: z.union([z.array(graphError), z.string()]).nullish(),
  extensions: z
    .object({
      cost: cost.optional().catch(undefined),
      search: z.array(z.object({ warnings: z.array(z.unknown()).nullish() })).nullish(),
    })
    .nullish(),
});
export type Envelope = z.infer<typeof envelope>;

export const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number().default(86_000) });
