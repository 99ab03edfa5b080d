import type { z } from 'zod';
import { SourceError } from '../errors.js';
import { fetchJson, type JsonAnswer } from '../http/json.js';
import { allowed } from '../http/request.js';
import type { SourceContext } from '../source.js';
import { type Envelope, envelope, type GraphError } from './answers.js';
import { API_VERSION } from './queries.js';
import { shopifyToken } from './token.js';

/** Asks a Shopify shop. Only queries are ever sent, and no mutations. */
export interface Shopify {
  readonly host: string;
  /** @throws SourceError, QueryTooLarge */
  ask<T>(query: string, variables: Variables, answer: z.ZodType<T>, signal: AbortSignal): Promise<T>;
}
type Variables = Readonly<Record<string, string | number | boolean | null>>;

/** The query costs more than Shopify allows, or more than it could do in time: ask for less at once. */
export class QueryTooLarge extends SourceError {}

const TIMEOUT_MS = 60_000;
/** Throttled more often than this, a query is left for the next run. */
const TRIES = 20;
/** These may be null where the rights for them are missing. */
const OPTIONAL = new Set(['customer', 'email', 'displayAddress', 'retailLocation', 'product']);

/** @throws SourceError if the address may not be asked */
export function shopifyClient(
  settings: Readonly<Record<string, string | undefined>>,
  context: SourceContext,
): Shopify {
  const allowPrivate = settings.private === 'yes';
  const base = allowed(settings.url ?? '', { allowPrivate });
  const { host } = base;
  const address = new URL(`/admin/api/${API_VERSION}/graphql.json`, base).href;
  const token = shopifyToken(settings, base, context);
  const send = async (body: string, signal: AbortSignal): Promise<JsonAnswer> => {
    const headers = { 'content-type': 'application/json', 'x-shopify-access-token': await token.get(signal) };
    return fetchJson(address, { headers, body, allowPrivate, signal, timeoutMs: TIMEOUT_MS }, context);
  };
  const ask: Shopify['ask'] = async (query, variables, answer, signal) => {
    const body = JSON.stringify({ query, variables });
    for (let attempt = 1; ; attempt++) {
      let sent = await send(body, signal);
      // A token that is fetched lives for a day.
      if (sent.status === 401 && token.forget()) sent = await send(body, signal);
      expectOk(sent.status, host);
      const read = envelope.safeParse(sent.body);
      if (!read.success) throw notShopify(host);
      const pause = pauseOf(read.data, attempt);
      if (pause !== undefined) {
        if (attempt >= TRIES) throw busy(host, pause);
        await context.wait(pause, signal);
        continue;
      }
      const found = answer.safeParse(dataOf(read.data, host));
      if (!found.success) throw notShopify(host);
      await untilAffordable(read.data, context, signal);
      return found.data;
    }
  };
  return { host, ask };
}

/** How long a throttled query has to wait, milliseconds; undefined if it was not throttled. */
function pauseOf({ errors, extensions }: Envelope, attempt: number): number | undefined {
  if (!Array.isArray(errors) || !errors.some(isThrottled)) return undefined;
  const { requestedQueryCost = 0, throttleStatus } = extensions?.cost ?? {};
  if (!throttleStatus) return Math.min(30_000, 1_000 * attempt);
  const { currentlyAvailable, restoreRate } = throttleStatus;
  return Math.max(50, Math.ceil(((requestedQueryCost - currentlyAvailable) / restoreRate) * 1_000));
}

const codeOf = ({ extensions }: GraphError): string => extensions?.code ?? '';
const isThrottled = (error: GraphError): boolean =>
  codeOf(error) === 'THROTTLED' || error.message === 'Throttled';

/** Waits until the next query of the same kind can be paid, so that it is not refused. */
async function untilAffordable(
  { extensions }: Envelope,
  { wait }: SourceContext,
  signal: AbortSignal,
): Promise<void> {
  const { requestedQueryCost = 0, throttleStatus } = extensions?.cost ?? {};
  const missing = throttleStatus ? requestedQueryCost - throttleStatus.currentlyAvailable : 0;
  if (throttleStatus && missing > 0) await wait((missing / throttleStatus.restoreRate) * 1_000, signal);
}

/** @throws SourceError */
function dataOf({ data, errors, extensions }: Envelope, host: string): unknown {
  const list = typeof errors === 'string' ? [{ message: errors }] : (errors ?? []);
  const serious = list.filter(error => !isOfOptional(error) || data === null || data === undefined);
  const [first] = serious;
  if (first && TOO_LARGE.has(codeOf(first)))
    throw new QueryTooLarge(`${host} cannot answer so much at once.`, 'It is tried again by itself.');
  if (first && codeOf(first) === 'ACCESS_DENIED')
    throw new SourceError(
      `${host}: the app may not read the orders.`,
      'Give it the scope read_orders (and read_customers, read_products), and install it again.',
      true,
    );
  if (first)
    throw new SourceError(
      `${host} answers with an error: ${first.message.slice(0, 200)}`,
      'It is tried again by itself.',
    );
  // A filter that is not understood is left out, and everything is given.
  if (extensions?.search?.some(({ warnings }) => (warnings ?? []).length > 0))
    throw new SourceError(
      `${host} has not understood which orders were asked for.`,
      'Nothing was stored. Please report it.',
    );
  return data;
}

const TOO_LARGE: ReadonlySet<string> = new Set(['MAX_COST_EXCEEDED', 'INTERNAL_SERVER_ERROR', 'TIMEOUT']);

const isOfOptional = (error: GraphError): boolean =>
  codeOf(error) === 'ACCESS_DENIED' && (error.path ?? []).some(part => OPTIONAL.has(String(part)));

function expectOk(status: number, host: string): void {
  if (status === 200) return;
  if (status === 401)
    throw new SourceError(
      `${host} refused the key.`,
      'Make a new one (docs/sources.md); the app must still be installed in the shop.',
      true,
    );
  if (status === 403)
    throw new SourceError(
      `${host}: the app may not read the shop.`,
      'Give it the scope read_orders, and install it again.',
      true,
    );
  if (status === 402 || status === 423)
    throw new SourceError(
      `${host} is frozen or locked.`,
      'Look into the shop: its plan may be unpaid.',
      true,
    );
  if (status === 404 || (status >= 300 && status < 400))
    throw new SourceError(
      `There is no Shopify shop at ${host}.`,
      'Give the address that ends in .myshopify.com (Settings, Domains), not the one that customers see.',
      true,
    );
  throw new SourceError(`${host} answers with error ${status}.`, 'It is tried again by itself.');
}

const busy = (host: string, pause: number): SourceError =>
  new SourceError(`${host} asks for fewer requests.`, 'It is tried again by itself.', false, pause);

const notShopify = (host: string): SourceError =>
  new SourceError(
    `${host} answers otherwise than Shopify does.`,
    `Look at the address. If it is right, Shopkeeper may be too old (it asks for version ${API_VERSION}).`,
  );
