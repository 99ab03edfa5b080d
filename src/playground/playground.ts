import type { NextOrder, OpenPlayground, Playground } from '../app/playground-contract.js';
import type { Shopkeeper } from '../app/shopkeeper.js';
import { readConfig } from '../config/config.js';
import { currencyCode } from '../core/money/currencies.js';
import { defaultAsOf } from '../digest/compose/compose.js';
import { postDigest } from '../digest/delivery/post.js';
import { scheduleDigests } from '../digest/delivery/schedule.js';
import { type SlackParts, slackApp } from '../surfaces/slack/app.js';
import { digestJob } from '../surfaces/slack/digest-poster.js';
import { scheduledDigests } from '../surfaces/slack/subscriptions.js';
import { openArrivingOrders, SHOP_NAME } from './arriving-orders.js';
import { servePage } from './serve-page.js';
import { Workspace } from './slack-stand-in/workspace.js';

/** People beside `you`, whom one can be on the page. */
const COLLEAGUES = ['ana', 'ben'];

export type { Playground } from '../app/playground-contract.js';

/**
 * Serves a page that looks like a Slack channel, on loopback. The app behind it is the one that runs in
 * Slack: it receives signed HTTP requests, and only Slack itself is replaced by a stand-in. The week's digest
 * is posted first.
 * @param port 0 for any free port
 * @param suggestions questions to choose from on the page
 * @param nextOrder a shop that orders can be placed in
 */
export const openPlayground = (async (
  shopkeeper: Shopkeeper & Pick<SlackParts, 'chartDeadlineMs'>,
  port: number,
  suggestions: readonly string[],
  nextOrder?: NextOrder,
): Promise<Playground> => {
  const workspace = await Workspace.open(port, [...COLLEAGUES, SHOP_NAME]);
  const config = readConfig({
    SHOP_CURRENCY: currencyCode(await shopkeeper.shop.read(async ({ currency }) => currency)),
    SLACK_MODE: 'http',
    ANSWER_IN_THREADS: 'true',
    ...workspace.settings,
  });
  const app = slackApp({ ...shopkeeper, config, messageGapMs: 0 });
  const address = await app.start();
  const appUrl = `http://127.0.0.1:${address?.port}/slack/events`;
  workspace.connect(appUrl);
  const orders = nextOrder && (await openArrivingOrders(shopkeeper, nextOrder));
  const url = await servePage(workspace, suggestions, COLLEAGUES, orders);
  await postDigest(digestJob(app.context, workspace.channel), await defaultAsOf(shopkeeper.shop));
  const schedule = scheduleDigests(scheduledDigests(app.context), shopkeeper.log);
  return {
    url,
    appUrl,
    close: async () => {
      await schedule.stop();
      await app.stop();
      await orders?.close();
      await workspace.close();
    },
  };
}) satisfies OpenPlayground;
