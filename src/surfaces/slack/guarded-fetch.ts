import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * A `fetch` with a before-send check. The check runs when the connection is open, in the same turn of the
 * event loop in which the request is written. The built-in `fetch` cannot do this: if the process pauses
 * while connecting, it sends the request afterwards in any case. Each request opens its own connection.
 * @param canSend the check; if it returns false, no byte of the request is sent and `NOT_SENT` is thrown
 */
export const guardedFetch =
  (canSend: () => boolean): typeof fetch =>
  async (input, init) => {
    const { url, method, headers, body, signal } = await requestOf(input, init);
    const isSecure = url.protocol === 'https:';
    return new Promise<Response>((resolve, reject) => {
      const outgoing = (isSecure ? overHttps : overHttp)(url, { method, headers, signal, agent: false });
      outgoing.once('error', reject);
      outgoing.once('response', async incoming => {
        try {
          const bytes = Uint8Array.from(await buffer(incoming));
          const headers = incoming.rawHeaders.flatMap((name, i, all): [string, string][] =>
            i % 2 === 0 ? [[name, all[i + 1] ?? '']] : [],
          );
          resolve(new Response(bytes, { status: incoming.statusCode, headers }));
        } catch (error) {
          reject(error);
        }
      });
      outgoing.once('socket', (socket: Socket) => {
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          if (canSend()) outgoing.end(body);
          else outgoing.destroy(new Error(NOT_SENT));
        });
      });
    });
  };

export const NOT_SENT = 'The request was not sent: connecting took too long.';

async function requestOf(input: Parameters<typeof fetch>[0], init: RequestInit | undefined) {
  const request = new Request(input, init);
  const body = Buffer.from(await request.arrayBuffer());
  return {
    url: new URL(request.url),
    method: request.method,
    headers: { ...Object.fromEntries(request.headers), 'content-length': String(body.length) },
    body,
    signal: init?.signal ?? undefined,
  };
}
