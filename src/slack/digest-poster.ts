import type { DigestJob, Mark } from '../digest/post.js';
import type { SlackContext } from './context.js';
import { channelPlace, deliver } from './deliver.js';
import { surelyRejected } from './failure.js';

/** What the messages of digests are marked with (Slack's message metadata, which nobody sees). */
const EVENT = 'shopkeeper_digest';
/** More messages than this since the run began are not looked through. */
const LOOKED_THROUGH = 1_000;
const A_PAGE = 200;

/** Posts digests to a channel as the bot, each answer with its chart and the ladder of fallbacks. */
export function digestJob(context: SlackContext, channel: string): DigestJob {
  return {
    shop: context.shop,
    channel,
    log: context.log,
    now: context.now,
    notPosted: surelyRejected,
    post: (answer, mark, threadTs) => deliver(answer, [marked(context, channel, mark, threadTs)], context),
    find: (run, since) => findMarked(context, channel, run, since),
  };
}

const marked = ({ client }: SlackContext, channel: string, { run, part }: Mark, threadTs?: string) =>
  channelPlace(client, channel, threadTs, { event_type: EVENT, event_payload: { run, part } });

interface Found {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

/** The messages of a run in a channel, and in the thread of its headline, by part. @throws the client's error where it may not read */
async function findMarked(
  { client }: SlackContext,
  channel: string,
  run: string,
  since: Date,
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  const take = (messages: readonly Found[]) => {
    for (const { ts, metadata } of messages) {
      const payload: { run?: unknown; part?: unknown } = metadata?.event_payload ?? {};
      if (metadata?.event_type === EVENT && payload.run === run && ts !== undefined)
        found.set(Number(payload.part), ts);
    }
  };
  const oldest = String(Math.floor(since.getTime() / 1_000));
  const all = { channel, oldest, limit: A_PAGE, include_all_metadata: true };
  let cursor: string | undefined;
  for (let seen = 0; seen < LOOKED_THROUGH && !found.has(0); seen += A_PAGE) {
    const page = await client.conversations.history({ ...all, cursor });
    take((page.messages ?? []) as Found[]);
    cursor = page.response_metadata?.next_cursor || undefined;
    if (!cursor) break;
  }
  const headline = found.get(0);
  if (headline !== undefined) {
    const replies = await client.conversations.replies({ ...all, ts: headline });
    take((replies.messages ?? []) as Found[]);
  }
  return found;
}
