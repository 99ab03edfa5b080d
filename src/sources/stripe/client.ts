import type { z } from 'zod';
import { SourceError } from '../errors.js';
import { fetchJson } from '../http/json.js';
import { allowed } from '../http/request.js';
import type { SourceContext } from '../source.js';
import { errorAnswer } from './answers.js';

/** The version of Stripe's interface that is asked for. */
export const API_VERSION = '2026-10-28.endive';

/** Reads a Stripe account. Only GET is ever sent. */
export interface Stripe {
  /**
   * @param path such as `charges`
   * @returns undefined if there is none
   * @throws SourceError
   */
  get<T>(path: string, query: Query, answer: z.ZodType<T>, signal: AbortSignal): Promise<T | undefined>;
}
type Query = Readonly<Record<string, string | readonly string[]>>;

const TIMEOUT_MS = 60_000;

/** @throws SourceError if the address may not be asked */
export function stripeClient(
  settings: Readonly<Record<string, string | undefined>>,
  context: SourceContext,
): Stripe {
  const allowPrivate = settings.private === 'yes';
  const base = allowed(settings.url ?? 'https://api.stripe.com', { allowPrivate });
  return {
    get: async (path, query, answer, signal) => {
      const url = new URL(`/v1/${path}`, base);
      for (const [name, value] of Object.entries(query))
        for (const one of typeof value === 'string' ? [value] : value) url.searchParams.append(name, one);
      const key = await context.secret(settings.key ?? '');
      if (key.startsWith('sk_live_')) throw tooMighty();
      const headers = { authorization: `Bearer ${key}`, 'stripe-version': API_VERSION };
      const fetching = { headers, allowPrivate, signal, timeoutMs: TIMEOUT_MS };
      const { status, body } = await fetchJson(url.href, fetching, context);
      if (status === 404 && errorAnswer.safeParse(body).success) return undefined;
      expectOk(status, path);
      const read = answer.safeParse(body);
      if (read.success) return read.data;
      throw new SourceError(
        `Stripe's ${path.split('/')[0]} are not as they are known to be.`,
        `Nothing was stored. Shopkeeper may be too old (it asks for version ${API_VERSION}).`,
      );
    },
  };
}

const RIGHTS = 'Balance transaction sources, Charges and refunds, Disputes: Read';

const tooMighty = (): SourceError =>
  new SourceError(
    'This key of Stripe may do everything, also pay out.',
    `Make a restricted key (Developers, API keys) with the rights ${RIGHTS}.`,
    true,
  );

function expectOk(status: number, path: string): void {
  if (status === 200) return;
  if (status === 401)
    throw new SourceError(
      'Stripe refused the key.',
      `Make a restricted key with the rights ${RIGHTS}.`,
      true,
    );
  if (status === 403)
    throw new SourceError(
      `The key may not read Stripe's ${(path.split('/')[0] ?? path).replaceAll('_', ' ')}.`,
      `Give it the rights ${RIGHTS}.`,
      true,
    );
  throw new SourceError(`Stripe answers with error ${status}.`, 'It is tried again by itself.');
}
