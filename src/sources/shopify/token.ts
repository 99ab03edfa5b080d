import { SourceError } from '../errors.js';
import { fetchJson } from '../http/json.js';
import type { SourceContext } from '../source.js';
import { tokenAnswer } from './answers.js';

/** The key that a shop is asked with. */
export interface ShopifyToken {
  /** @throws SourceError */
  get(signal: AbortSignal): Promise<string>;
  /** Has the next one fetched anew. @returns whether it can be */
  forget(): boolean;
}

/**
 * A key that does not change (`token=`), or one that is fetched with an app's id and secret and lives for a
 * day. It is kept in memory only.
 */
export function shopifyToken(
  settings: Readonly<Record<string, string | undefined>>,
  base: URL,
  context: SourceContext,
): ShopifyToken {
  const { token, id = '', secret = '' } = settings;
  if (token !== undefined) return { get: () => context.secret(token), forget: () => false };
  let kept: { readonly value: string; readonly until: number } | undefined;
  return {
    get: async signal => {
      if (kept && kept.until > context.now().getTime()) return kept.value;
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: await context.secret(id),
        client_secret: await context.secret(secret),
      }).toString();
      const answer = await fetchJson(
        new URL('/admin/oauth/access_token', base).href,
        {
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
          body,
          allowPrivate: settings.private === 'yes',
          signal,
          timeoutMs: 30_000,
        },
        context,
      );
      const read = tokenAnswer.safeParse(answer.body);
      if (answer.status !== 200 || !read.success)
        throw new SourceError(
          `${base.host} refused the app's id and secret.`,
          'Look at them in the Dev Dashboard. The app must be installed and of the same organisation.',
          true,
        );
      // Fetched again before it ends, as the clocks may differ.
      const until = context.now().getTime() + (read.data.expires_in - 300) * 1_000;
      kept = { value: read.data.access_token, until };
      return kept.value;
    },
    forget: () => {
      const had = kept !== undefined;
      kept = undefined;
      return had;
    },
  };
}
