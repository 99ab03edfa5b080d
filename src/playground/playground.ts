import type { MovableClock } from '../app/movable-clock.js';
import type { OpenPlayground, Playground, PlaygroundOptions } from '../app/playground-contract.js';
import type { Shopkeeper } from '../app/shopkeeper.js';
import { readConfig } from '../config/config.js';
import { currencyCode } from '../core/money/currencies.js';
import { defaultAsOf } from '../digest/compose/compose.js';
import { postDigest } from '../digest/delivery/post.js';
import { type DigestSchedule, scheduleDigests } from '../digest/delivery/schedule.js';
import { nextDue } from '../digest/subscriptions/when.js';
import { type SlackParts, slackApp } from '../surfaces/slack/app.js';
import { digestJob } from '../surfaces/slack/digest-poster.js';
import { scheduledDigests } from '../surfaces/slack/subscriptions.js';
import { openArrivingOrders, SHOP_NAME } from './arriving-orders.js';
import type { PageClock } from './page-clock.js';
import { openPartChannel } from './part-channel.js';
import { PEOPLE, writeAccessFile } from './people.js';
import { servePage } from './serve-page.js';
import { Workspace } from './slack-stand-in/workspace.js';

export type { Playground } from '../app/playground-contract.js';

/**
 * Serves a page that looks like a Slack workspace, on loopback. The app behind it is the one that runs in
 * Slack: it receives signed HTTP requests, and only Slack itself is replaced by a stand-in. The week's digest
 * is posted first, and further ones on Mondays.
 * @param port 0 for any free port
 * @param suggestions questions to choose from on the page
 * @param options what the page can do beside
 */
export const openPlayground = (async (
  shopkeeper: Shopkeeper & Pick<SlackParts, 'chartDeadlineMs'>,
  port: number,
  suggestions: readonly string[],
  { clock, nextOrder }: PlaygroundOptions = {},
): Promise<Playground> => {
  const colleagues = PEOPLE.slice(1).map(({ name }) => name);
  const workspace = await Workspace.open(port, [...colleagues, SHOP_NAME]);
  if (clock) workspace.clock = clock.now;
  const part = await openPartChannel(workspace, shopkeeper);
  const access = await writeAccessFile(workspace, part);
  const config = readConfig({
    SHOP_CURRENCY: currencyCode(await shopkeeper.shop.read(async ({ currency }) => currency)),
    SHOP_TIMEZONE: shopkeeper.config.SHOP_TIMEZONE,
    SLACK_MODE: 'http',
    ANSWER_IN_THREADS: 'true',
    DIGEST_CHANNEL: workspace.channel,
    ACCESS_FILE: access.path,
    ...workspace.settings,
  });
  const app = slackApp({ ...shopkeeper, config, messageGapMs: 0 });
  const address = await app.start();
  const appUrl = `http://127.0.0.1:${address?.port}/slack/events`;
  workspace.connect(appUrl);
  const orders = nextOrder && (await openArrivingOrders(shopkeeper, nextOrder));
  const digests = scheduledDigests(app.context);
  await postDigest(digestJob(app.context, workspace.channel), await defaultAsOf(shopkeeper.shop));
  const schedule = scheduleDigests(digests, shopkeeper.log);
  const url = await servePage(workspace, suggestions, {
    people: PEOPLE,
    ...(part && { part }),
    ...(clock && { clock: pageClock(clock, config, schedule) }),
    ...(orders && { orders }),
  });
  return {
    url,
    appUrl,
    close: async () => {
      await schedule.stop();
      await app.stop();
      await orders?.close();
      await workspace.close();
      await access.remove();
    },
  };
}) satisfies OpenPlayground;

/** The clock as the page sets it: to the next time at which the channel's digest is due. */
function pageClock(
  clock: MovableClock,
  { DIGEST_CRON: cron, SHOP_TIMEZONE: zone }: ReturnType<typeof readConfig>,
  schedule: DigestSchedule,
): PageClock {
  return {
    now: clock.now,
    zone,
    moveToNextDigest: async () => {
      const due = nextDue({ cron, zone }, clock.now());
      if (due) clock.moveTo(due);
      await schedule.pollNow();
    },
  };
}
