import type { AddressInfo } from 'node:net';
import { App, type Logger as BoltLogger, type LogLevel } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Shop } from '../../answering/shop.js';
import type { Ask } from '../../app/ask.js';
import type { ChartRenderer } from '../../charts/renderer.js';
import { type Config, slackProblems } from '../../config/config.js';
import { ConfigError } from '../../core/errors.js';
import { firstTimeIn } from '../../store/tables/seen-ids.js';
import { accessPolicy } from './access.js';
import type { SlackContext } from './context.js';
import { guardedFetch } from './guarded-fetch.js';
import { type Health, healthOf } from './health.js';
import { repliesInFlight } from './in-flight.js';
import { installationOf } from './installation.js';
import { limitsPerPerson } from './limits-per-person.js';
import { registerButtons } from './listeners/buttons.js';
import { registerCommands } from './listeners/commands.js';
import { registerDigest } from './listeners/digest.js';
import { registerHome } from './listeners/home.js';
import { registerMessages } from './listeners/messages.js';
import { MESSAGE_GAP_MS, paceOf } from './pace.js';
import { restarting } from './problem-message.js';
import { questionQueue, usualLimits } from './question-queue.js';
import { type Connection, httpConnection, socketConnection } from './receivers.js';
import { slackCheck } from './slack-check.js';
import { storeCheck } from './store-check.js';
import { unsentReplies } from './unsent-replies.js';

/** The running Slack side of Shopkeeper. */
export interface SlackApp {
  readonly context: SlackContext;
  readonly health: Health;
  /**
   * Starts receiving, at `HOST` and `PORT`; in Socket Mode only health checks.
   * @returns the address it listens on, if any
   * @throws ConfigError if it cannot listen there, or what Slack says
   */
  start(): Promise<AddressInfo | undefined>;
  /** Takes nothing more, waits for the replies under way, and tells the askers of those that do not get done. */
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
  /** The asker is told that an answer is being worked on if it takes longer. */
  readonly noticeAfterMs?: number;
  /** How long an answer waits for its charts, milliseconds; ten seconds unless given. */
  readonly chartDeadlineMs?: number;
}

/** Nobody is left to wonder for longer. */
const NOTICE_AFTER_MS = 4_000;
/** Who somebody is, is asked before anything else: they are told sooner that Slack does not answer. */
const LOOKUP_MS = 3_500;

/**
 * Makes the Bolt app, in Socket Mode or over HTTP by the settings.
 * @throws ConfigError if a token of the mode is missing
 */
export function slackApp(parts: SlackParts): SlackApp {
  const { config, shop, log, now } = parts;
  const problems = slackProblems(config);
  if (problems.length > 0) throw new ConfigError(problems);
  const logger = boltLogger(log);
  const client = webClient(config, logger);
  const lookups = webClient(config, logger, { timeout: LOOKUP_MS });
  const installation = installationOf(lookups, log);
  const guardedClient: SlackContext['guardedClient'] = (mayLeave, timeout) =>
    webClient(config, logger, { fetch: guardedFetch(mayLeave), timeout });
  const access = accessPolicy(config, { client: lookups, installation, log, now });
  const context = contextOf(parts, { client, guardedClient, access });
  const slack = slackCheck(lookups, now);
  let isStopping = false;
  const health = healthOf(
    [
      { name: 'process', problem: async () => (isStopping ? 'it is being stopped' : undefined) },
      storeCheck(shop.store, log, now),
      { name: 'slack', problem: async () => connection.problem() ?? slack.problem() },
    ],
    now,
  );
  const connect = config.SLACK_MODE === 'http' ? httpConnection : socketConnection;
  const connection: Connection = connect({ config, health, logger, log });
  const app = new App({
    // Bolt would otherwise ask Slack who we are before each event, and acknowledge only after the answer.
    authorize: async () => ({ botToken: config.SLACK_BOT_TOKEN }),
    receiver: connection.receiver,
    logger,
    clientOptions: { slackApiUrl: config.SLACK_API_URL },
  });
  for (const register of [registerCommands, registerButtons, registerMessages, registerHome, registerDigest])
    register(app, context);
  app.error(async error => log.error({ err: error }, 'listener failed'));
  let stopRetrying = () => {};
  return {
    context,
    health,
    start: async () => {
      // A token that Slack does not accept is an error at the start rather than at the first question.
      await installation();
      const address = await connection.start(app);
      stopRetrying = context.unsent.start();
      return address;
    },
    stop: async () => {
      isStopping = true;
      stopRetrying();
      await connection.stop();
      const stopped = await context.inFlight.stop(config.STOP_GRACE_SECONDS * 1_000);
      context.queue.close(restarting());
      if (stopped.finished + stopped.told + stopped.untold > 0) log.info(stopped, 'replies under way');
    },
  };
}

function contextOf(
  { config, shop, ask, charts, log, now, ...times }: SlackParts,
  { client, guardedClient, access }: Pick<SlackContext, 'client' | 'guardedClient' | 'access'>,
): SlackContext {
  return {
    shop,
    ask,
    charts,
    client,
    guardedClient,
    log,
    now,
    apiUrl: config.SLACK_API_URL,
    digests: config,
    firstTime: firstTimeIn(shop.store, now),
    access,
    allowsStrangers: config.ALLOW_EXTERNAL,
    limits: limitsPerPerson(config, now),
    queue: questionQueue(usualLimits(config.CHART_WORKERS)),
    inFlight: repliesInFlight(log),
    unsent: unsentReplies({ store: shop.store, delivery: { client, charts, log }, now }),
    pace: paceOf(times.messageGapMs ?? MESSAGE_GAP_MS),
    noticeAfterMs: times.noticeAfterMs ?? NOTICE_AFTER_MS,
    ...(times.chartDeadlineMs !== undefined && { chartDeadlineMs: times.chartDeadlineMs }),
  };
}

/**
 * A client for answers that people wait for. It repeats nothing by itself: the library would go on for half an hour,
 * and would post a message again whose acceptance it did not hear of.
 */
function webClient(
  config: Pick<Config, 'SLACK_BOT_TOKEN' | 'SLACK_API_URL'>,
  logger: BoltLogger,
  { fetch, timeout = 15_000 }: Pick<WebClientOptions, 'fetch' | 'timeout'> = {},
): WebClient {
  return new WebClient(config.SLACK_BOT_TOKEN, {
    slackApiUrl: config.SLACK_API_URL,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    ...(fetch && { fetch }),
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
