import type { AddressInfo } from 'node:net';
import { App, type Logger as BoltLogger, HTTPReceiver, type LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ChartRenderer } from '../charts/renderer.js';
import { type Config, slackProblems } from '../config/config.js';
import { ConfigError } from '../errors.js';
import type { Ask } from '../questions/ask.js';
import type { Shop } from '../shop.js';
import { firstTimeIn } from '../store/once.js';
import type { SlackContext } from './context.js';
import { registerButtons } from './listeners/buttons.js';
import { registerCommands } from './listeners/commands.js';
import { registerDigest } from './listeners/digest.js';
import { registerHome } from './listeners/home.js';
import { registerMessages } from './listeners/messages.js';
import { MESSAGE_GAP_MS, paceOf } from './pace.js';
import { refuseUntrustedResponseUrls } from './response-url.js';

/** The running Slack side of Shopkeeper. */
export interface SlackApp {
  readonly context: SlackContext;
  /**
   * Starts receiving; in HTTP mode at `HOST` and `PORT`.
   * @returns the address it listens on, undefined in Socket Mode
   * @throws ConfigError if it cannot listen there
   */
  start(): Promise<AddressInfo | undefined>;
  stop(): Promise<void>;
}

export interface SlackParts {
  readonly config: Config;
  readonly shop: Shop;
  readonly ask: Ask;
  readonly charts: ChartRenderer;
  readonly log: Logger;
  readonly now: () => Date;
  /** Milliseconds between two messages of digests to one channel; Slack's own pace unless given. */
  readonly messageGapMs?: number;
}

/**
 * Makes the Bolt app, in Socket Mode or over HTTP by the settings.
 * @throws ConfigError where a token of the mode is missing
 */
export function slackApp({
  config,
  shop,
  ask,
  charts,
  log,
  now,
  messageGapMs = MESSAGE_GAP_MS,
}: SlackParts): SlackApp {
  const problems = slackProblems(config);
  if (problems.length > 0) throw new ConfigError(problems);
  const logger = boltLogger(log);
  const receiver = receiverFor(config, logger, log);
  const app = new App({
    // Bolt would otherwise ask Slack who we are before each event, and acknowledge only after the answer.
    authorize: async () => ({ botToken: config.SLACK_BOT_TOKEN }),
    receiver,
    logger,
    clientOptions: { slackApiUrl: config.SLACK_API_URL },
  });
  const context: SlackContext = {
    shop,
    ask,
    charts,
    client: webClient(config, logger),
    log,
    now,
    digests: config,
    firstTime: firstTimeIn(shop.store, now),
    pace: paceOf(messageGapMs),
  };
  app.use(refuseUntrustedResponseUrls(config.SLACK_API_URL, log));
  for (const register of [registerCommands, registerButtons, registerMessages, registerHome, registerDigest])
    register(app, context);
  app.error(async error => log.error({ err: error }, 'listener failed'));
  return {
    context,
    start: async () => {
      if (receiver instanceof HTTPReceiver) return listen(receiver, config);
      await app.start();
      return undefined;
    },
    stop: async () => {
      await app.stop();
    },
  };
}

async function listen(receiver: HTTPReceiver, { HOST: host, PORT: port }: Config): Promise<AddressInfo> {
  try {
    const address = (await receiver.start({ host, port })).address();
    return typeof address === 'object' && address ? address : { address: host, family: '', port };
  } catch (error) {
    throw new ConfigError([
      `Cannot listen on ${host}, port ${port}: ${error instanceof Error ? error.message : error}. ` +
        'HOST must be an address of this machine (127.0.0.1, or 0.0.0.0 for all), PORT a free port.',
    ]);
  }
}

/**
 * A client for answers that people wait for. It repeats nothing by itself: the library would go on for half an hour,
 * and would post a message again whose acceptance it did not hear of.
 */
function webClient(config: Pick<Config, 'SLACK_BOT_TOKEN' | 'SLACK_API_URL'>, logger: BoltLogger): WebClient {
  return new WebClient(config.SLACK_BOT_TOKEN, {
    slackApiUrl: config.SLACK_API_URL,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 15_000,
  });
}

function receiverFor(config: Config, logger: BoltLogger, log: Logger): HTTPReceiver | SocketModeReceiver {
  if (config.SLACK_MODE === 'http') {
    return new HTTPReceiver({
      signingSecret: config.SLACK_SIGNING_SECRET as string,
      port: config.PORT,
      logger,
      customRoutes: [
        {
          path: '/health',
          method: 'GET',
          handler: (_request, response) => void response.writeHead(200).end('ok'),
        },
      ],
    });
  }
  return new SocketModeReceiver({
    appToken: config.SLACK_APP_TOKEN as string,
    logger,
    installerOptions: { clientOptions: { slackApiUrl: config.SLACK_API_URL } },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'socket event failed');
      return true;
    },
  });
}

/** Bolt's log lines in ours. */
function boltLogger(log: Logger): BoltLogger {
  const child = log.child({ from: 'bolt' });
  return {
    debug: (...message) => child.debug(message.map(String).join(' ')),
    info: (...message) => child.info(message.map(String).join(' ')),
    warn: (...message) => child.warn(message.map(String).join(' ')),
    error: (...message) => child.error(message.map(String).join(' ')),
    setLevel: () => undefined,
    getLevel: () => 'info' as LogLevel,
    setName: () => undefined,
  };
}
