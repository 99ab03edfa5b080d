import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { AccessFile } from '../../access/access-file.js';
import { type Rights, rightsIn } from '../../access/rights.js';

/** What people may see and do. */
export interface Permissions {
  /**
   * What a person, or a bot that is allowed (undefined), may do in a channel; in a direct message with the
   * bot where none is given. A conversation of several people counts as a channel.
   *
   */
  of(user: string | undefined, channel: string | undefined): Promise<Rights>;
  /** The file; undefined if everybody may do everything. */
  readonly file: AccessFile | undefined;
}

/** Members of a group rarely change. A change takes effect within this time. */
const GROUP_CACHE_MS = 10 * 60_000;
const membersSchema = z.object({ users: z.array(z.string()) });

/** @param now the clock */
export function permissionsOf(
  file: AccessFile | undefined,
  { client, log, now }: { readonly client: WebClient; readonly log: Logger; readonly now: () => Date },
): Permissions {
  const groups = [...new Set(Object.values(file?.roles ?? {}).flatMap(role => role.groups))];
  const membersOf = groupMembers(client, log, now);
  return {
    file,
    of: async (user, channel) => {
      const own: string[] = [];
      if (user !== undefined)
        for (const group of groups) if ((await membersOf(group)).has(user)) own.push(group);
      // A direct message has no role and no scope of its own.
      return rightsIn(file, { user, groups: own }, channel?.startsWith('D') ? undefined : channel);
    },
  };
}

/** Asks Slack who is in a user group. Nobody, where it does not say: rather too few rights than too many. */
function groupMembers(client: WebClient, log: Logger, now: () => Date) {
  const cache = new LRUCache<string, Promise<ReadonlySet<string>>>({
    max: 1_000,
    ttl: GROUP_CACHE_MS,
    perf: { now: () => now().getTime() },
  });
  const request = async (group: string): Promise<ReadonlySet<string>> => {
    try {
      return new Set(membersSchema.parse(await client.usergroups.users.list({ usergroup: group })).users);
    } catch (error) {
      cache.delete(group);
      log.error(
        { err: error, group },
        'Slack did not say who is in a user group, so its roles count for nobody',
      );
      return new Set();
    }
  };
  return (group: string): Promise<ReadonlySet<string>> => {
    const cached = cache.get(group);
    if (cached) return cached;
    const members = request(group);
    cache.set(group, members);
    return members;
  };
}
