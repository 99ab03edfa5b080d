import type { IncomingMessage, ServerResponse } from 'node:http';

/** The whole body of a request. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The parameters of a Web API call, sent as a form or as JSON. */
export function parameters(request: IncomingMessage, body: Buffer): Record<string, string> {
  if (request.headers['content-type']?.includes('json')) return JSON.parse(String(body));
  return Object.fromEntries(new URLSearchParams(String(body)));
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
