import type { z } from 'zod';
import { SourceError } from '../errors.js';
import { fetchJson } from '../http/json.js';
import { allowed } from '../http/request.js';
import type { SourceContext } from '../source.js';

/** The version of Square's interface that is asked for. */
export const API_VERSION = '2026-09-16';

/** Reads a Square account. */
export interface Square {
  /**
   * Asks for what may be searched or read.
   * @param path such as `locations`
   * @param body what is asked for, where Square wants it so; nothing is changed there
   * @throws SourceError
   */
  ask<T>(path: ReadPath, body: unknown, answer: z.ZodType<T>, signal: AbortSignal): Promise<T>;
}
type ReadPath = 'locations' | 'orders/search' | 'orders/batch-retrieve' | 'customers/bulk-retrieve';

const TIMEOUT_MS = 60_000;

/** A right is missing for what was asked. */
export class MissingRight extends SourceError {}

/** @throws SourceError if the address may not be asked */
export function squareClient(
  settings: Readonly<Record<string, string | undefined>>,
  context: SourceContext,
): Square {
  const allowPrivate = settings.private === 'yes';
  const base = allowed(settings.url ?? 'https://connect.squareup.com', { allowPrivate });
  return {
    ask: async (path, body, answer, signal) => {
      const key = await context.secret(settings.token ?? '');
      const headers = {
        authorization: `Bearer ${key}`,
        'square-version': API_VERSION,
        'content-type': 'application/json',
      };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const fetching = { headers, ...sent, allowPrivate, signal, timeoutMs: TIMEOUT_MS };
      const { status, body: found } = await fetchJson(new URL(`/v2/${path}`, base).href, fetching, context);
      expectOk(status, path);
      const read = answer.safeParse(found);
      if (read.success) return read.data;
      throw new SourceError(
        `Square's ${path.split('/')[0]} are not as they are known to be.`,
        `Nothing was stored. Shopkeeper may be too old (it asks for version ${API_VERSION}).`,
      );
    },
  };
}

function expectOk(status: number, path: string): void {
  if (status === 200) return;
  const what = path.split('/')[0] ?? path;
  if (status === 401)
    throw new SourceError(
      'Square refused the key.',
      'Take the production access token of your own application (Developer Console, Credentials).',
      true,
    );
  if (status === 403)
    throw new MissingRight(
      `The key may not read Square's ${what}.`,
      'Give it the rights ORDERS_READ, MERCHANT_PROFILE_READ and CUSTOMERS_READ.',
      true,
    );
  throw new SourceError(`Square answers with error ${status} for ${what}.`, 'It is tried again by itself.');
}
