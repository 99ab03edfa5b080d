import { composeDigest } from '../digest/compose.js';
import { readDigestRequest } from '../digest/request.js';
import { fromSettings, type Scheduled } from '../digest/schedule.js';
import { listSubscriptions, type Subscription } from '../store/subscriptions.js';
import type { SlackContext } from './context.js';
import { digestJob } from './digest-poster.js';

/** Where the settings want a digest, when, and who is told of failures. */
export interface DigestSettings {
  readonly DIGEST_CHANNEL?: string;
  readonly DIGEST_CRON: string;
  readonly SHOP_TIMEZONE: string;
  readonly OPS_CHANNEL?: string;
}

/** Makes the function that lists all digests that are posted by themselves: that of the settings, and the subscriptions. */
export function scheduledDigests(
  context: SlackContext,
  settings: DigestSettings,
): () => Promise<Scheduled[]> {
  const startedAt = context.now();
  const { DIGEST_CHANNEL: channel, DIGEST_CRON: cron, SHOP_TIMEZONE: zone, OPS_CHANNEL: ops } = settings;
  const whom = ops ? [ops] : [];
  const own = channel ? [fromSettings(digestJob(context, channel, whom), { cron, zone }, startedAt)] : [];
  return async () => {
    const subscriptions = await listSubscriptions(context.shop.store);
    return [
      ...own,
      ...subscriptions.filter(s => !s.isPaused).map(s => scheduledSubscription(context, s, whom)),
    ];
  };
}

/**
 * A subscription owes what falls due from when it was made, or went on after a pause.
 * @param whom told, beside the subscriber, where it cannot be posted
 */
export function scheduledSubscription(
  context: SlackContext,
  { id, channel, cron, zone, grain, request, createdBy, createdAt }: Subscription,
  whom: readonly string[] = [],
): Scheduled {
  return {
    job: digestJob(context, channel, createdBy ? [...whom, createdBy] : whom, {
      name: `subscription ${id}`,
      grain,
      compose: async asOf =>
        composeDigest(context.shop, asOf, { ...(await readDigestRequest(request, context.shop)), grain }),
    }),
    when: { cron, zone },
    isOwed: async due => due >= new Date(createdAt),
  };
}
