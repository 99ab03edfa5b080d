import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { readDigestRequest } from '../digest/request.js';
import { scheduleDigests } from '../digest/schedule.js';
import { nextDue } from '../digest/when.js';
import { openShopkeeper, type Shopkeeper } from '../shopkeeper.js';
import { type SlackApp, slackApp } from '../slack/app.js';
import { isLockedOut } from '../slack/failure.js';
import { scheduledDigests } from '../slack/subscriptions.js';
import { configFromEnvironment, logger } from './run.js';

/** How long the store may take to close. */
const GRACE_MS = 3_000;

async function startSlack(
  shopkeeper: Shopkeeper,
): Promise<{ app: SlackApp; address: AddressInfo | undefined }> {
  try {
    const app = slackApp(shopkeeper);
    return { app, address: await app.start() };
  } catch (error) {
    await shopkeeper.close();
    throw error;
  }
}

/** Runs the Slack app and posts digests until a signal ends it. @throws ConfigError, StoreError, or what Slack says */
export async function serve(): Promise<void> {
  const config = configFromEnvironment();
  const log = logger(config.LOG_LEVEL);
  const shopkeeper = await openShopkeeper(config, log);
  log.info('connecting to Slack');
  const { app, address } = await startSlack(shopkeeper);
  if (config.SLACK_MODE === 'socket') log.info('listening through Socket Mode');
  if (address) log.info(`listening on ${address.address}, port ${address.port}`);
  await readDigestRequest(config.DIGEST_OPTIONS, shopkeeper.shop).catch(error =>
    log.error({ err: error }, 'DIGEST_OPTIONS cannot be understood: the digest of the settings will fail'),
  );
  const schedule = scheduleDigests(scheduledDigests(app.context), log);
  if (config.DIGEST_CHANNEL)
    log.info(
      {
        channel: config.DIGEST_CHANNEL,
        zone: config.SHOP_TIMEZONE,
        next: nextDue({ cron: config.DIGEST_CRON, zone: config.SHOP_TIMEZONE }, new Date()),
      },
      'digest scheduled',
    );
  else log.info('no digest by the settings: DIGEST_CHANNEL is not set; /digest subscribe makes others');
  const stop = async (signal: string) => {
    log.info({ signal, graceSeconds: config.STOP_GRACE_SECONDS }, 'stopping');
    const stopped = app.stop().catch(error => log.warn({ err: error }, 'the app did not stop cleanly'));
    // A digest that is not finished by then is taken up by the next process.
    await Promise.all([stopped, Promise.race([schedule.stop(), stopped])]);
    await Promise.race([shopkeeper.close(), wait(GRACE_MS, undefined, { ref: false })]);
    process.exit();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // A failure outside a listener (a lost socket, a timer) must be seen, and must not end the process; but a
  // process that Slack has locked out would live on deaf, so it ends for its supervisor to see.
  process.on('unhandledRejection', error => {
    log.error({ err: error }, 'unhandled');
    if (!isLockedOut(error)) return;
    log.fatal('Slack no longer accepts our token: shopkeeper doctor says what to mend');
    process.exitCode = 1;
    void stop('locked out');
  });
}
