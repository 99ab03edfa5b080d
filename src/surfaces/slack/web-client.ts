import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Config } from '../../config/config.js';
import { loggedFetch } from './logged-fetch.js';

/**
 * A client without automatic retries. The library would retry for half an hour, and would repeat a message
 * that Slack accepted without the answer arriving.
 */
export function webClient(
  config: Pick<Config, 'SLACK_BOT_TOKEN' | 'SLACK_API_URL'>,
  { logger, log }: { readonly logger: BoltLogger; readonly log: Logger },
  { fetch: send = fetch, timeout = 15_000 }: Pick<WebClientOptions, 'fetch' | 'timeout'> = {},
): WebClient {
  return new WebClient(config.SLACK_BOT_TOKEN, {
    slackApiUrl: config.SLACK_API_URL,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    fetch: loggedFetch(send, log),
  });
}

/** Writes Bolt's log lines to the app's log. */
export function boltLogger(log: Logger): BoltLogger {
  const child = log.child({ from: 'bolt' });
  return {
    // It has whole messages, with customers in them; each call is logged without (logged-fetch.ts).
    debug: () => {},
    info: (...message) => child.info(message.map(String).join(' ')),
    warn: (...message) => child.warn(message.map(String).join(' ')),
    error: (...message) => child.error(message.map(String).join(' ')),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
