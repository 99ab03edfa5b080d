import type { AddressInfo } from 'node:net';
import {
  type App,
  type Logger as BoltLogger,
  HTTPReceiver,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt';
import type { Logger } from 'pino';
import type { Config } from '../../config/config.js';
import { loggableError } from '../../language/logging/loggable.js';
import { type Health, healthListener } from './health.js';
import { type HttpServer, httpServer, slackListener } from './http-server.js';

/** How requests come in: Bolt's receiver for it, and when it begins and ends. */
export interface Connection {
  readonly receiver: Receiver;
  /** @returns the address that it listens on, if any. @throws ConfigError, or what Slack says */
  start(app: App): Promise<AddressInfo | undefined>;
  /** Takes nothing more. */
  stop(): Promise<void>;
  /** What is wrong with it, in words; undefined if nothing is. */
  problem(): string | undefined;
}

interface ConnectionParts {
  readonly config: Config;
  readonly health: Health;
  readonly logger: BoltLogger;
  readonly log: Logger;
}

/** Slack calls this machine; health checks are answered at the same port. */
export function httpConnection({ config, health, logger, log }: ConnectionParts): Connection {
  const signingSecret = config.SLACK_SIGNING_SECRET as string;
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    // What Bolt or a listener stumbles over lacks something that Slack always sends.
    processEventErrorHandler: async ({ error, response }) => {
      log.warn({ err: loggableError(error), isAnswered: response.headersSent }, 'request refused: malformed');
      if (!response.headersSent) response.writeHead(400).end();
      return false;
    },
    customPropertiesExtractor: request => ({ signature: request.headers['x-slack-signature'] }),
  });
  const server = httpServer(config, [
    healthListener(health),
    slackListener(receiver.requestListener, { signingSecret, log }),
  ]);
  return {
    receiver,
    start: () => server.start(),
    stop: async () => server.stop(),
    problem: () => undefined,
  };
}

/** This machine calls Slack and keeps the connection; its port answers health checks alone. */
export function socketConnection({ config, health, logger, log }: ConnectionParts): Connection {
  const receiver = new SocketModeReceiver({
    appToken: config.SLACK_APP_TOKEN as string,
    logger,
    installerOptions: { clientOptions: { slackApiUrl: config.SLACK_API_URL } },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'socket event failed');
      return true;
    },
  });
  let isConnected = false;
  receiver.client.on('connected', () => {
    isConnected = true;
  });
  for (const event of ['disconnected', 'reconnecting', 'connecting'])
    receiver.client.on(event, () => {
      isConnected = false;
    });
  const server = httpServer(config, [healthListener(health)]);
  return {
    receiver,
    start: async app => {
      const address = await startHealth(server, log);
      await app.start();
      return address;
    },
    stop: async () => {
      server.stop();
      await receiver.stop();
    },
    problem: () => (isConnected ? undefined : 'there is no connection to Slack'),
  };
}

/** Answers can be given without it, so a port that is taken ends nothing. */
async function startHealth(server: HttpServer, log: Logger): Promise<AddressInfo | undefined> {
  try {
    return await server.start();
  } catch (error) {
    log.warn({ err: error }, 'health checks are not answered');
    return undefined;
  }
}
