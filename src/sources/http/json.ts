import type { IncomingMessage } from 'node:http';
import { SourceError } from '../errors.js';
import type { SourceContext } from '../source.js';
import { ask, type Fetching, retryAfter, unreachable } from './request.js';

/** An answer that is JSON. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
}

const TRIES = 5;
/** A source that asks to wait longer is left alone, and tried again when it is due then. */
const LONGEST_WAIT_MS = 60_000;
/** Larger answers are no page of orders. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Fetches JSON. What may pass (429, 5xx, a cut connection, an answer that is no JSON) is tried again, with
 * longer and longer waits, or for as long as the source asks.
 * @returns the answer, if its status is below 500 and not 429
 * @throws SourceError
 */
export async function fetchJson(
  address: string,
  fetching: Fetching,
  { now, wait }: Pick<SourceContext, 'now' | 'wait'>,
): Promise<JsonAnswer> {
  for (let attempt = 1; ; attempt++) {
    let pause = 1_000 * 2 ** (attempt - 1);
    try {
      const answer = await ask(address, fetching);
      const status = answer.statusCode ?? 0;
      const text = await bodyOf(answer, new URL(address));
      if (status !== 429 && status < 500)
        return { status, body: parsed(text, address), headers: answer.headers };
      pause = retryAfter(answer, now()) ?? pause;
      const { host } = new URL(address);
      const reason = status === 429 ? 'it asks for fewer requests' : `it answers with error ${status}`;
      throw new SourceError(
        `${host} cannot be read: ${reason}.`,
        'It is tried again by itself.',
        false,
        pause,
        status,
      );
    } catch (error) {
      if (!(error instanceof SourceError) || error.needsPerson) throw error;
      if (attempt >= TRIES || pause > LONGEST_WAIT_MS) throw error;
      await wait(pause, fetching.signal);
      fetching.signal.throwIfAborted();
    }
  }
}

async function bodyOf(answer: IncomingMessage, url: URL): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > MOST_BYTES) throw new Error('too large');
      parts.push(part);
    }
  } catch (error) {
    throw unreachable(url, error instanceof Error ? error : new Error('cut'));
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Some servers print notices before the JSON. */
function parsed(text: string, address: string): unknown {
  const start = text.search(/[[{]/);
  try {
    return JSON.parse(start > 0 && !text.trimStart().startsWith('<!') ? text.slice(start) : text);
  } catch {
    throw new SourceError(
      `${new URL(address).host} answers with something that is no JSON.`,
      'A security plugin, a login page or a proxy may answer in its place; look at the address in a browser.',
    );
  }
}
