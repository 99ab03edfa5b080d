import { z } from 'zod';
import { SourceError } from '../errors.js';
import { shopAnswer } from '../shopify/answers.js';
import { type Shopify, shopifyClient } from '../shopify/client.js';
import { API_VERSION, SHOP_QUERY } from '../shopify/queries.js';
import { ShopifyReader } from '../shopify/read.js';
import type { OrderSource, SourceCheck, SourceKind } from '../source.js';

/** Shopify's search knows of a change some time after the order does. */
const OVERLAP_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** Without the scope read_all_orders, orders of the last 60 days are shown: not all of the sixtieth. */
const SHOWN_DAYS = 58;

const stateSchema = z.object({
  /** The last change that was read, as Shopify writes it. */
  updated: z.string(),
});

const START = '1970-01-01T00:00:00Z';

export default {
  name: 'shopify',
  summary:
    'a Shopify shop: url=https://SHOP.myshopify.com token=env:NAME, or id=env:NAME secret=env:NAME of an app',
  settings: z
    .strictObject({
      url: z.string(),
      token: z.string().optional(),
      id: z.string().optional(),
      secret: z.string().optional(),
      private: z.enum(['yes', 'no']).optional(),
    })
    .refine(
      ({ token, id, secret }) =>
        token === undefined
          ? id !== undefined && secret !== undefined
          : id === undefined && secret === undefined,
      { message: 'give token=, or id= and secret=' },
    ),
  open: (settings, context): OrderSource => {
    const api = shopifyClient(settings, context);
    const reader = async (signal: AbortSignal) => {
      const { scopes } = await installation(api, signal);
      const [customers, products, locations] = ['read_customers', 'read_products', 'read_locations'].map(s =>
        scopes.has(s),
      );
      return new ShopifyReader(api, {
        customers: customers ?? false,
        products: products ?? false,
        locations: locations ?? false,
      });
    };
    return {
      gives: 'orders',
      overlapMs: OVERLAP_MS,
      check: signal => check(api, signal),
      changes: async function* (state, signal) {
        let { updated } = state === undefined ? { updated: START } : stateSchema.parse(state);
        const since = state === undefined ? START : utc(Date.parse(updated) - OVERLAP_MS);
        for await (const page of (await reader(signal)).changedSince(since, signal)) {
          if (page.updated > updated) updated = page.updated;
          yield { orders: page.orders, gone: page.gone, state: { updated } };
        }
        yield { orders: [], gone: [], state: { updated } };
      },
      everything: async function* (since, signal) {
        // An order with a line of a day has changed on that day or later. A day may begin earlier in UTC.
        const from = since === undefined ? START : utc(Date.parse(since) - DAY_MS);
        yield* (await reader(signal)).changedSince(from, signal);
      },
      firstDay: async signal => {
        const { scopes } = await installation(api, signal);
        if (scopes.has('read_all_orders')) return undefined;
        return utc(context.now().getTime() - SHOWN_DAYS * DAY_MS).slice(0, 10);
      },
    };
  },
} satisfies SourceKind;

async function installation(api: Shopify, signal: AbortSignal) {
  const { shop, currentAppInstallation, publicApiVersions } = await api.ask(
    SHOP_QUERY,
    {},
    shopAnswer,
    signal,
  );
  const scopes = new Set(currentAppInstallation.accessScopes.map(({ handle }) => handle));
  // A right to write is a right to read as well.
  for (const scope of [...scopes]) scopes.add(scope.replace(/^write_/, 'read_'));
  if (!scopes.has('read_orders'))
    throw new SourceError(
      `${api.host}: the app may not read the orders.`,
      'Give it the scope read_orders (and read_customers, read_products), and install it again.',
      true,
    );
  return { shop, scopes, versions: publicApiVersions };
}

/** @throws SourceError */
async function check(api: Shopify, signal: AbortSignal): Promise<SourceCheck> {
  const { shop, scopes, versions } = await installation(api, signal);
  const found = [`${shop.name} (${api.host}) answers, and its orders can be read.`];
  if (!scopes.has('read_all_orders'))
    found.push(
      'Orders of the last 60 days are shown: for older ones give the app the scope read_all_orders, or ' +
        'load them from an export and add the source with keys=files.',
    );
  const missing = [
    ['read_customers', 'who bought'],
    ['read_products', 'categories'],
    ['read_locations', 'places of sale'],
  ].filter(([scope]) => !scopes.has(scope ?? ''));
  if (missing.length > 0)
    found.push(
      `It is not shown ${missing.map(([, what]) => what).join(', ')}: that needs the scope ` +
        `${missing.map(([scope]) => scope).join(', ')}.`,
    );
  const writes = [...scopes].filter(scope => scope.startsWith('write_'));
  if (writes.length > 0)
    found.push(`It could also write (${writes.join(', ')}), which Shopkeeper never does.`);
  if (!versions.some(({ handle, supported }) => handle === API_VERSION && supported))
    found.push(
      `Shopify does not support version ${API_VERSION} any more, which is asked for: update Shopkeeper.`,
    );
  return { currency: shop.currencyCode, zone: shop.ianaTimezone, findings: found };
}

/** A point in time as Shopify writes it. */
const utc = (ms: number): string => `${new Date(Math.max(0, ms)).toISOString().slice(0, 19)}Z`;
