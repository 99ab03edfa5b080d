import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';

/** A request that is refused: the status, and the reason as the body. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The whole body of a request.
 * @param most bytes
 * @throws HttpError 413 if there are more; the rest is not kept
 */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The request must outlive a refusal, since its connection carries the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > most) {
      // The rest is read and forgotten: a connection that is closed too soon loses the answer.
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
  if (!parsed.success) throw new HttpError(400, `The request is wrong: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const anyObject = z.record(z.string(), z.unknown());

/** The parameters of a Web API call, sent as a form or as JSON; structured ones as JSON text, as in a form. */
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

/** Sends JSON that is text already. */
export function sendText(response: ServerResponse, { status, body }: { status: number; body: string }): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

/** Answers a request that failed. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error instanceof HttpError ? error.status : 500;
  const text = error instanceof Error ? error.message : String(error);
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
