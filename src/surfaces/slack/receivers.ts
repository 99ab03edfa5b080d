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
import { ConfigError } from '../../core/errors.js';
import { loggableError } from '../../language/logging/loggable.js';
import { type Health, healthListener } from './health.js';
import { type HttpServer, httpServer, slackListener } from './http-server.js';

/** The way that requests arrive: Bolt's receiver, with its start and stop. */
export interface Connection {
  readonly receiver: Receiver;
  /** @returns the address that it listens on, if any. @throws ConfigError, or Slack's error */
  start(app: App): Promise<AddressInfo | undefined>;
  /** Stops receiving. */
  stop(): Promise<void>;
  /** The connection's problem in words; undefined if there is none. */
  problem(): string | undefined;
}

interface ConnectionParts {
  readonly config: Config;
  readonly health: Health;
  /** Answers further requests at the same port. */
  readonly listeners?: Parameters<typeof httpServer>[1];
  readonly logger: BoltLogger;
  readonly log: Logger;
}

/** @throws ConfigError if the setting is missing */
function required(config: Config, name: 'SLACK_SIGNING_SECRET' | 'SLACK_APP_TOKEN'): string {
  const value = config[name];
  if (value === undefined) throw new ConfigError([`${name} is missing.`]);
  return value;
}

/** Slack sends requests to this machine. Health checks are answered at the same port. */
export function httpConnection({ config, health, listeners = [], logger, log }: ConnectionParts): Connection {
  const signingSecret = required(config, 'SLACK_SIGNING_SECRET');
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    // An error in Bolt or a listener means that a field is missing that Slack always sends.
    processEventErrorHandler: async ({ error, response }) => {
      log.warn({ err: loggableError(error), isAnswered: response.headersSent }, 'malformed request refused');
      if (!response.headersSent) response.writeHead(400).end();
      return false;
    },
    customPropertiesExtractor: request => ({ signature: request.headers['x-slack-signature'] }),
  });
  const server = httpServer(config, [
    healthListener(health),
    ...listeners,
    slackListener(receiver.requestListener, { signingSecret, log }),
  ]);
  return {
    receiver,
    start: () => server.start(),
    stop: async () => server.stop(),
    problem: () => undefined,
  };
}

/** This machine opens a connection to Slack. The port answers only health checks. */
export function socketConnection({
  config,
  health,
  listeners = [],
  logger,
  log,
}: ConnectionParts): Connection {
  const receiver = new SocketModeReceiver({
    appToken: required(config, 'SLACK_APP_TOKEN'),
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
  const server = httpServer(config, [healthListener(health), ...listeners]);
  return {
    receiver,
    start: async app => {
      const address = await startHealthChecks(server, log);
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

/**
 * Starts the server for health checks. The app also works without them, so an occupied port is only logged.
 */
async function startHealthChecks(server: HttpServer, log: Logger): Promise<AddressInfo | undefined> {
  try {
    return await server.start();
  } catch (error) {
    log.warn({ err: error }, 'health checks cannot be answered');
    return undefined;
  }
}
