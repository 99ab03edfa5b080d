import { SourceError } from '../errors.js';
import { fetchJson } from '../http/json.js';
import { allowed } from '../http/request.js';
import type { SourceContext } from '../source.js';

/** Reads a WooCommerce shop. Only GET is ever sent. */
export interface Woo {
  readonly host: string;
  /**
   * Reads from `wp-json/wc/v3`.
   * @param missing statuses that mean that the shop does not have it
   * @returns undefined if it does not have it
   * @throws SourceError
   */
  get(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    missing?: readonly number[],
  ): Promise<unknown>;
}

/** Shared hosts are slow. */
const TIMEOUT_MS = 60_000;

/** @throws SourceError if the address may not be asked */
export function wooClient(
  settings: Readonly<Record<string, string | undefined>>,
  context: SourceContext,
): Woo {
  const allowPrivate = settings.private === 'yes';
  const base = allowed(settings.url ?? '', { allowPrivate });
  const { host } = base;
  return {
    host,
    get: async (path, query, signal, missing = []) => {
      const [key, secret] = [
        await context.secret(settings.key ?? ''),
        await context.secret(settings.secret ?? ''),
      ];
      const url = new URL(`${base.pathname.replace(/\/$/, '')}/wp-json/wc/v3/${path}`, base);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
      const fetching = { headers: { authorization }, allowPrivate, signal, timeoutMs: TIMEOUT_MS };
      const { status, body } = await fetchJson(url.href, fetching, context);
      if (missing.includes(status)) return undefined;
      if (status === 401)
        throw new SourceError(
          `${host} refused the key.`,
          'Make a key with the permission Read (WooCommerce, Settings, Advanced, REST API); the user it ' +
            'belongs to must still be there. Some hosts take the Authorization header away: ask them ' +
            'to pass it on.',
          true,
        );
      if (status === 403)
        throw new SourceError(
          `${host}: the key may not read ${path}.`,
          'Its user must be a shop manager.',
          true,
        );
      if (status === 404)
        throw new SourceError(
          `${host} has no WooCommerce interface at this address.`,
          'Look at the address, and set permalinks to anything but Plain (WordPress, Settings, Permalinks).',
          true,
        );
      if (status !== 200)
        throw new SourceError(`${host} answers with error ${status}.`, 'It is tried again by itself.');
      return body;
    },
  };
}
