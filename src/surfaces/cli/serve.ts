import { setTimeout as wait } from 'node:timers/promises';
import { openShopkeeper, type Shopkeeper } from '../../app/shopkeeper.js';
import { type DigestSchedule, scheduleDigests } from '../../digest/delivery/schedule.js';
import { readDigestRequest } from '../../digest/subscriptions/request.js';
import { nextDue } from '../../digest/subscriptions/when.js';
import { type SlackApp, slackApp } from '../slack/app.js';
import { isLockedOut } from '../slack/failure.js';
import { scheduledDigests } from '../slack/subscriptions.js';
import { configFromEnvironment, logger } from './run.js';

/** How long the store may take to close. */
const GRACE_MS = 3_000;

/** Runs the Slack app and posts digests until a signal ends it. @throws ConfigError, StoreError, or what Slack says */
export async function serve(): Promise<void> {
  const config = configFromEnvironment();
  const log = logger(config.LOG_LEVEL);
  const shopkeeper = await openShopkeeper(config, log);
  const { access } = shopkeeper.shop.store;
  if (access !== 'writable')
    log.warn({ access }, 'questions are answered, but digests cannot be posted: shopkeeper doctor says why');
  const running: Running = { shopkeeper };
  // From the first question on: whatever comes before the end of the start must not lose it.
  const stop = stopper(running);
  log.info('connecting to Slack');
  try {
    running.app = slackApp(shopkeeper);
    const address = await running.app.start();
    if (config.SLACK_MODE === 'socket') log.info('listening through Socket Mode');
    if (address) log.info(`listening on ${address.address}, port ${address.port}`);
    running.schedule = await startDigests(shopkeeper, running.app);
  } catch (error) {
    stop.forget();
    await shopkeeper.close();
    throw error;
  }
  // A failure outside a listener (a lost socket, a timer) must be seen, and must not end the process; but a
  // process that Slack has locked out would live on deaf, so it ends for its supervisor to see.
  process.on('unhandledRejection', error => {
    log.error({ err: error }, 'unhandled');
    if (!isLockedOut(error)) return;
    log.fatal('Slack no longer accepts our token: shopkeeper doctor says what to do');
    process.exitCode = 1;
    void stop.now('locked out');
  });
}

interface Running {
  readonly shopkeeper: Shopkeeper;
  app?: SlackApp;
  schedule?: DigestSchedule;
}

async function startDigests({ config, log, shop }: Shopkeeper, app: SlackApp): Promise<DigestSchedule> {
  await readDigestRequest(config.DIGEST_OPTIONS, shop).catch(error =>
    log.error({ err: error }, 'DIGEST_OPTIONS cannot be understood: the digest of the settings will fail'),
  );
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
  return scheduleDigests(scheduledDigests(app.context), log);
}

/** Has signals stop what runs, once, and then the process. */
function stopper(running: Running) {
  const { config, log } = running.shopkeeper;
  const now = async (signal: string) => {
    forget();
    log.info({ signal, graceSeconds: config.STOP_GRACE_SECONDS }, 'stopping');
    const stopped = Promise.resolve(running.app?.stop()).catch(error =>
      log.warn({ err: error }, 'the app did not stop cleanly'),
    );
    // A digest that is not finished by then is taken up by the next process.
    await Promise.all([stopped, Promise.race([running.schedule?.stop(), stopped])]);
    await Promise.race([running.shopkeeper.close(), wait(GRACE_MS, undefined, { ref: false })]);
    process.exit();
  };
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, now);
  };
  for (const signal of SIGNALS) process.on(signal, now);
  return { now, forget };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
