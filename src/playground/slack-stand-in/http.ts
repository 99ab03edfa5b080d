import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { z } from 'zod';

/** A refused request: the HTTP status, with the reason as the body. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Starts to listen on loopback. @param port 0 for any free port. @returns the port */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/**
 * Reads the whole body of a request.
 * @param most bytes
 * @throws HttpError 413 if the body is longer
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A refused request must stay open, since its connection carries the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > most) {
      // The rest is read and discarded: if the connection closed now, the answer would be lost.
      request.resume();
      throw new HttpError(413, `The body is longer than ${most} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws HttpError 400 if the text is not JSON of this shape */
export function parseJson<T>(text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The request is not valid JSON.');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpError(400, `The request is invalid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const anyObject = z.record(z.string(), z.unknown());

/**
 * The parameters of a Web API call, sent as a form or as JSON. Structured values become JSON text, as in a
 * form.
 */
export function parameters(request: IncomingMessage, body: Buffer): Record<string, string> {
  const text = String(body);
  if (!request.headers['content-type']?.includes('json'))
    return Object.fromEntries(new URLSearchParams(text));
  return Object.fromEntries(
    Object.entries(parseJson(text || '{}', anyObject)).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** Sends JSON text. */
export function sendText(response: ServerResponse, { status, body }: { status: number; body: string }): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Answers a failed request with the error's status and message. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error instanceof HttpError ? error.status : 500;
  const text = error instanceof Error ? error.message : String(error);
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
