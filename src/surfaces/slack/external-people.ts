import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { shortReason } from './failure.js';

/** Whether people of other workspaces see what is posted to a channel, as far as Slack says. */
export type HasExternalPeople = (channel: string | undefined) => Promise<boolean>;

/** Channels are rarely shared. If one is, it takes effect within this time. */
const CACHE_MS = 10 * 60_000;
const MOST_CHANNELS = 2_000;
/** Of direct messages Slack says nothing to the app. */
const CHANNEL = /^[CG]/;

/**
 * Asks Slack (`conversations.info`) which channels are shared with other workspaces: events say it, but
 * commands, presses and forms do not. A channel that Slack does not describe counts as not shared: most
 * likely it is private, and the app is no member.
 * @param now the clock
 */
export function externalPeopleIn(
  client: WebClient,
  { log, now }: { readonly log: Logger; readonly now: () => Date },
): HasExternalPeople {
  const cache = new LRUCache<string, Promise<boolean>>({
    max: MOST_CHANNELS,
    ttl: CACHE_MS,
    perf: { now: () => now().getTime() },
  });
  const request = async (channel: string): Promise<boolean> => {
    try {
      const { channel: found } = await client.conversations.info({ channel });
      return found?.is_ext_shared === true;
    } catch (error) {
      cache.delete(channel);
      log.info({ channel, reason: shortReason(error) }, 'Slack did not say whether a channel is shared');
      return false;
    }
  };
  return async channel => {
    if (channel === undefined || !CHANNEL.test(channel)) return false;
    const cached = cache.get(channel);
    // More time left than a new entry has: the clock was set back.
    if (cached && cache.getRemainingTTL(channel) <= CACHE_MS) return cached;
    const answer = request(channel);
    cache.set(channel, answer);
    return answer;
  };
}
