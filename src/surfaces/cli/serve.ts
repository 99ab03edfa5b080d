import { setTimeout as wait } from 'node:timers/promises';
import { openShopkeeper, type Shopkeeper } from '../../app/shopkeeper.js';
import { type DigestSchedule, scheduleDigests } from '../../digest/delivery/schedule.js';
import { readDigestRequest } from '../../digest/subscriptions/request.js';
import { nextDue } from '../../digest/subscriptions/when.js';
import { pollEachMinute } from '../../jobs/poll.js';
import { scheduleSources } from '../../sources/schedule.js';
import { toolsOverHttp } from '../mcp/over-http.js';
import { versionOf } from '../mcp/serve.js';
import { type SlackApp, slackApp } from '../slack/app.js';
import { isLockedOut } from '../slack/failure.js';
import { scheduledDigests } from '../slack/subscriptions.js';
import { tellOps } from '../slack/tell-ops.js';
import { configOfApp, logger } from './run.js';

/** How long the store may take to close. */
const CLOSE_MS = 3_000;

/**
 * Runs the Slack app and posts digests until a signal stops it.
 * @throws ConfigError, StoreError, or Slack's error
 */
export async function serve(): Promise<void> {
  const config = configOfApp();
  const log = logger(config.LOG_LEVEL, config.LOG_FORMAT);
  const shopkeeper = await openShopkeeper(config, log);
  const { access } = shopkeeper.shop.store;
  if (access !== 'writable')
    log.warn(
      { access },
      'questions can be answered, but digests cannot be posted; run shopkeeper doctor for the reason',
    );
  const running: Running = { shopkeeper };
  // Signals are handled before the app starts, so that none of its first questions is lost.
  const stop = stopOnSignals(running);
  log.info('connecting to Slack');
  try {
    running.app = slackApp({
      ...shopkeeper,
      serveTools: toolsOverHttp(log, await versionOf()),
      onRemoved: reason => {
        process.exitCode = 1;
        void stop.now(reason);
      },
    });
    const address = await running.app.start();
    if (config.SLACK_MODE === 'socket') log.info('listening through Socket Mode');
    if (address) log.info(`listening on ${address.address}, port ${address.port}`);
    running.schedule = await startDigests(shopkeeper, running.app);
    running.sources = startSources(shopkeeper, running.app);
    running.retention = startRetention(shopkeeper);
  } catch (error) {
    stop.cancel();
    await shopkeeper.close();
    throw error;
  }
  // A failure outside a listener (a lost socket, a timer) is logged and must not end the process. If Slack
  // rejects the token, the process would run without receiving anything, so it exits and the supervisor
  // notices.
  process.on('unhandledRejection', error => {
    log.error({ err: error }, 'unhandled rejection');
    if (!isLockedOut(error)) return;
    log.fatal('Slack no longer accepts the token; run shopkeeper doctor');
    process.exitCode = 1;
    void stop.now('token rejected');
  });
}

interface Running {
  readonly shopkeeper: Shopkeeper;
  app?: SlackApp;
  schedule?: DigestSchedule;
  sources?: { stop(): Promise<void> };
  retention?: { stop(): Promise<void> };
}

async function startDigests({ config, log, shop }: Shopkeeper, app: SlackApp): Promise<DigestSchedule> {
  await readDigestRequest(config.DIGEST_OPTIONS, shop).catch(error =>
    log.error({ err: error }, 'DIGEST_OPTIONS is invalid: the digest in the settings will fail'),
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
  else
    log.info('DIGEST_CHANNEL is not set, so the settings schedule no digest; /digest subscribe adds digests');
  return scheduleDigests(scheduledDigests(app.context), log);
}

/** Reads sources when they are due, and tells OPS_CHANNEL what a person has to know. */
function startSources(
  { shop, config, log, now, sources }: Shopkeeper,
  app: SlackApp,
): { stop(): Promise<void> } {
  const digests = scheduledDigests(app.context);
  return scheduleSources({
    store: shop.store,
    now,
    log,
    zone: config.SHOP_TIMEZONE,
    run: sources.run,
    digests: async () => (await digests()).map(digest => digest.when),
    tell: text => tellOps(app.context, text),
  });
}

/** Removes contact data of customers who left long ago, once a day. */
function startRetention({ config, shop, log, forgetting }: Shopkeeper): Running['retention'] {
  const months = config.RETENTION_MONTHS;
  if (months === 0 || shop.store.access !== 'writable') return undefined;
  return pollEachMinute('old contact data', log, async () => {
    await forgetting.forgetOld(months);
  });
}

/** Stops the app and then the process at the first signal. */
function stopOnSignals(running: Running) {
  const { config, log } = running.shopkeeper;
  const now = async (signal: string) => {
    cancel();
    log.info({ signal, graceSeconds: config.STOP_GRACE_SECONDS }, 'stopping');
    const stopped = Promise.resolve(running.app?.stop()).catch(error =>
      log.warn({ err: error }, 'the app did not stop cleanly'),
    );
    // The next process continues a digest that is not finished by then.
    await Promise.all([
      stopped,
      Promise.race([
        Promise.all([running.schedule?.stop(), running.sources?.stop(), running.retention?.stop()]),
        stopped,
      ]),
    ]);
    await Promise.race([running.shopkeeper.close(), wait(CLOSE_MS, undefined, { ref: false })]);
    process.exit();
  };
  const cancel = () => {
    for (const signal of SIGNALS) process.off(signal, now);
  };
  for (const signal of SIGNALS) process.on(signal, now);
  return { now, cancel };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
