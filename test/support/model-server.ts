import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as the server got it. */
export interface ModelRequest {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

type Answering = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on this machine in the place of a language model. */
export interface ModelServer {
  readonly baseUrl: string;
  /** What came in so far. */
  readonly requests: ModelRequest[];
  /** How the next requests are answered. */
  answering(how: Answering): void;
  /** Answers with a completion that has this content. */
  saying(content: string): void;
  close(): Promise<void>;
}

/** A completion as OpenAI-compatible servers send it. */
export const completion = (content: string): string =>
  JSON.stringify({
    id: 'c1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 1 },
  });

/** Starts it on a free port. */
export async function modelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let answer: Answering = response => response.end(completion('{"query": null}'));
  const server = createServer(async (request, response) => {
    const { url: path, headers } = request;
    requests.push({ path, authorization: headers.authorization, body: await text(request) });
    response.setHeader('content-type', 'application/json');
    answer(response, request);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    answering: how => {
      answer = how;
    },
    saying: content => {
      answer = response => response.end(completion(content));
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
