import type { Config } from '../../config/config.js';
import type { Query } from '../../core/query/query.js';
import type { ShopNames } from '../../query/describe.js';
import { promptFor } from './prompt.js';
import { queryIn } from './reply.js';

/** The settings of a language model. */
export interface ModelSettings {
  /** `http://localhost:11434/v1` */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  readonly timeoutMs: number;
}

/** What came of asking a model: a query, its word that there is none, or why nothing came. */
export type Outcome =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'none' }
  | { readonly kind: 'nonsense' }
  | { readonly kind: 'failed'; readonly reason: string };

/** In bytes. A query is much shorter; more is not read. */
const LONGEST_REPLY = 256 * 1024;

/** The settings of the model; undefined if none is set. */
export function modelSettings(config: Config): ModelSettings | undefined {
  const { LLM_BASE_URL, LLM_MODEL, LLM_API_KEY, LLM_TIMEOUT_SECONDS } = config;
  if (LLM_BASE_URL === undefined || LLM_MODEL === undefined) return undefined;
  return {
    baseUrl: LLM_BASE_URL.replace(/\/+$/, ''),
    model: LLM_MODEL,
    apiKey: LLM_API_KEY,
    timeoutMs: LLM_TIMEOUT_SECONDS * 1_000,
  };
}

/**
 * Asks a language model which query a text means. Sends the text and names, nothing else of the shop, to the
 * address of the settings and to no other. Never throws.
 */
export async function askModel(text: string, names: ShopNames, settings: ModelSettings): Promise<Outcome> {
  const { baseUrl, model, apiKey, timeoutMs } = settings;
  try {
    const response = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      // No more than every endpoint knows: some refuse a temperature, others a form of the reply.
      body: JSON.stringify({ model, messages: promptFor(text, names), stream: false }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'failed', reason: `it answered with HTTP ${response.status}` };
    }
    const query = queryIn(await bodyOf(response));
    if (query === undefined) return { kind: 'nonsense' };
    return query === null ? { kind: 'none' } : { kind: 'query', query };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    const limit = `it took longer than LLM_TIMEOUT_SECONDS (${timeoutMs / 1_000} s)`;
    return { kind: 'failed', reason: isLate ? limit : 'it cannot be reached' };
  }
}

/** The text of a response, up to the longest reply. */
async function bodyOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    size += part.length;
    if (size > LONGEST_REPLY) break;
  }
  return Buffer.concat(parts).toString('utf8');
}
