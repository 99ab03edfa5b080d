import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * A `fetch` that asks once more when the connection stands, in the very turn of the event loop in which the request is
 * written. `fetch` itself has no such place: it would go on connecting, and then send, after any pause of the process.
 * Each request has a connection of its own.
 * @param mayLeave whether the request may leave; if not, no byte of it is sent and `NOT_LEFT` is thrown
 */
export const guardedFetch =
  (mayLeave: () => boolean): typeof fetch =>
  async (input, init) => {
    const { url, method, headers, body, signal } = await requestOf(input, init);
    const isSecure = url.protocol === 'https:';
    return new Promise<Response>((resolve, reject) => {
      const outgoing = (isSecure ? overHttps : overHttp)(url, { method, headers, signal, agent: false });
      outgoing.once('error', reject);
      outgoing.once('response', async incoming => {
        try {
          const bytes = Uint8Array.from(await buffer(incoming));
          const answered = incoming.rawHeaders.flatMap((name, i, all): [string, string][] =>
            i % 2 === 0 ? [[name, all[i + 1] ?? '']] : [],
          );
          resolve(new Response(bytes, { status: incoming.statusCode, headers: answered }));
        } catch (error) {
          reject(error);
        }
      });
      outgoing.once('socket', (socket: Socket) => {
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          if (mayLeave()) outgoing.end(body);
          else outgoing.destroy(new Error(NOT_LEFT));
        });
      });
    });
  };

export const NOT_LEFT = 'The request was held back: it took too long until it could leave.';

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
