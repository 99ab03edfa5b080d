import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPModuleFunctions } from '@slack/bolt';
import type { Logger } from 'pino';
import { ConfigError } from '../../core/errors.js';

/** The path at which Slack's commands, button presses and events arrive. */
export const SLACK_PATH = '/slack/events';
/** Slack's largest payloads are some hundred kilobytes. */
const BODY_LIMIT = '4mb';
/** How far Slack's clock may be ahead of ours. Bolt allows it to be five minutes behind. */
const MOST_AHEAD_S = 60;

/** An HTTP server. The first listener that accepts a request answers it. */
export interface HttpServer {
  /** @throws ConfigError if it cannot listen there */
  start(): Promise<AddressInfo>;
  /** Accepts no more connections. Open connections close after their current request. */
  stop(): void;
}

/** How many seconds a request was signed ahead of a clock in milliseconds, if it is too many. */
export function secondsAhead({ headers }: IncomingMessage, clock: () => number): number | undefined {
  const ahead = Number(headers['x-slack-request-timestamp'] ?? 0) - clock() / 1_000;
  return ahead > MOST_AHEAD_S ? Math.round(ahead) : undefined;
}

export function httpServer(
  { HOST: host, PORT: port }: { readonly HOST: string; readonly PORT: number },
  listeners: readonly ((request: IncomingMessage, response: ServerResponse) => boolean)[],
): HttpServer {
  const server: Server = createServer((request, response) => {
    if (!server.listening) response.setHeader('connection', 'close');
    if (listeners.some(listener => listener(request, response))) return;
    response.writeHead(404).end();
  });
  return {
    start: async () => {
      try {
        await new Promise<void>((resolve, reject) => {
          server.once('error', reject);
          server.listen(port, host, resolve);
        });
      } catch (error) {
        throw new ConfigError([
          `Cannot listen on ${host}, port ${port}: ${error instanceof Error ? error.message : error}. ` +
            'HOST must be an address of this machine (127.0.0.1, or 0.0.0.0 for all), PORT a free port.',
        ]);
      }
      // An error event without a listener would end the process.
      server.on('error', () => {});
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('the server has no port');
      return address;
    },
    stop: () => {
      server.close();
      server.closeIdleConnections();
    },
  };
}

/**
 * Passes Slack's requests to Bolt after checking their signature and time. Bolt accepts requests with a time
 * in the future, and never answers a request with a JSON body that is not an object.
 * @param bolt the request listener of Bolt's receiver
 */
export function slackListener(
  bolt: RequestListener,
  {
    signingSecret,
    log,
    clock = Date.now,
  }: {
    readonly signingSecret: string;
    readonly log: Logger;
    /** Milliseconds. The default is the machine's clock, which Bolt also uses, and not the shop's clock. */
    readonly clock?: () => number;
  },
) {
  const refuse = (response: ServerResponse, status: number, reason: string) => {
    log.warn({ status, reason }, 'request refused');
    if (!response.headersSent) response.writeHead(status);
    response.end();
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body: unknown;
    try {
      const verified = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(
        { enabled: true, signingSecret, bodyLimit: BODY_LIMIT },
        request,
      );
      body = readBody(verified);
    } catch (error) {
      const isTooLarge = HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413;
      return refuse(response, isTooLarge ? 413 : 401, error instanceof Error ? error.message : String(error));
    }
    if (typeof body !== 'object' || body === null) return refuse(response, 400, 'the body is not an object');
    const aheadS = secondsAhead(request, clock);
    if (aheadS !== undefined)
      return refuse(
        response,
        401,
        `signed ${aheadS} seconds ahead of this machine's clock, which may be wrong`,
      );
    bolt(request, response);
  };
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== SLACK_PATH) return false;
    handle(request, response).catch(error => {
      log.error({ err: error }, 'request failed');
      refuse(response, 500, 'handling it failed');
    });
    return true;
  };
}

/** The parsed body; undefined if it cannot be parsed. */
function readBody(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): unknown {
  try {
    return HTTPModuleFunctions.parseHTTPRequestBody(request);
  } catch {
    return undefined;
  }
}
