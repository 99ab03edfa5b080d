import type { DigestJob } from '../digest/post.js';
import type { SlackContext } from './context.js';
import { channelPlace, deliver } from './deliver.js';
import { surelyRejected } from './failure.js';

/** Posts digests to a channel as the bot, each answer with its chart and the ladder of fallbacks. */
export function digestJob(context: SlackContext, channel: string): DigestJob {
  return {
    shop: context.shop,
    channel,
    log: context.log,
    now: context.now,
    notPosted: surelyRejected,
    post: (answer, threadTs) => deliver(answer, [channelPlace(context.client, channel, threadTs)], context),
  };
}
