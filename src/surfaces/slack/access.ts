import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../../config/config.js';
import { joined, type Mrkdwn, mrkdwn } from './blocks/mrkdwn.js';
import { slackCode } from './failure.js';
import type { FindInstallation } from './installation.js';

/** The asker, as far as Slack's payload names them. */
export interface Identity {
  /** Slack user id; some bots have none. */
  readonly user: string | undefined;
  /** The bot that wrote the message, if one did. */
  readonly botId?: string | undefined;
  /** The workspaces named by the payload: the person's own, and the one that sent it. */
  readonly teams: readonly string[];
  /** The organisation that the payload names, if any. */
  readonly enterprise?: string | null | undefined;
}

export type Refusal =
  | 'other workspace'
  | 'guest'
  | 'external'
  | 'bot'
  | 'deactivated'
  | 'unknown workspace'
  | 'unknown person';

/**
 * Whether somebody is answered. `notice` tells the person why not. Bots get no notice, so that two bots
 * cannot keep answering each other.
 */
export type Verdict =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly reason: Refusal | 'own message'; readonly notice?: Mrkdwn };

/** Decides who is answered. The decision depends on the person, not on the question. */
export interface Access {
  check(identity: Identity): Promise<Verdict>;
}

export type AccessSettings = Pick<Config, 'ALLOW_GUESTS' | 'ALLOW_EXTERNAL' | 'ALLOW_BOTS'>;

/** The fields of `users.info` that decide who is answered. */
const profile = z.object({
  team_id: z.string().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  deleted: z.boolean().optional(),
});
type Profile = z.infer<typeof profile>;

/** Profiles rarely change. If an administrator makes a member a guest, it takes effect within this time. */
const PROFILE_CACHE_MS = 10 * 60_000;
const MOST_CACHED_PROFILES = 5_000;

/** Slack's own bot, which for example posts reminders. */
const SLACKBOT = 'USLACKBOT';

const ALLOWED: Verdict = { isAllowed: true };

const MEMBERS_ONLY = mrkdwn`I answer only people of the workspace that I am installed in.`;
const NOTICES: Readonly<Record<Exclude<Refusal, 'bot'>, Mrkdwn>> = {
  'other workspace': MEMBERS_ONLY,
  external: MEMBERS_ONLY,
  deactivated: mrkdwn`Your account is deactivated, so I do not answer.`,
  guest: joined(
    [
      mrkdwn`I do not answer guests. Please ask a member of this workspace.`,
      mrkdwn`My administrator can allow guests with ALLOW_GUESTS.`,
    ],
    ' ',
  ),
  'unknown workspace': joined(
    [
      mrkdwn`I could not find out from Slack which workspace I belong to.`,
      mrkdwn`Please ask again in a minute.`,
    ],
    ' ',
  ),
  'unknown person': joined(
    [
      mrkdwn`I could not find out who you are, so I cannot answer.`,
      mrkdwn`Please ask again in a minute. If this continues, my administrator finds the reason in my log.`,
    ],
    ' ',
  ),
};

const refused = (reason: Exclude<Refusal, 'bot'>): Verdict => ({
  isAllowed: false,
  reason,
  notice: NOTICES[reason],
});

/** @param now the clock */
export function accessPolicy(
  settings: AccessSettings,
  {
    client,
    installation,
    log,
    now,
  }: {
    readonly client: WebClient;
    readonly installation: FindInstallation;
    readonly log: Logger;
    readonly now: () => Date;
  },
): Access {
  const profileOf = profiles(client, log, now);
  return {
    check: async identity => {
      const home = await installation().catch(() => undefined);
      if (!home) return refused('unknown workspace');
      const { user, botId, teams, enterprise } = identity;
      const isOwnBot = user !== undefined && user === home.botUserId;
      if (isOwnBot || (botId !== undefined && botId === home.botId))
        return { isAllowed: false, reason: 'own message' };
      if (botId !== undefined || user === undefined || user === SLACKBOT)
        return settings.ALLOW_BOTS && botId !== undefined ? ALLOWED : { isAllowed: false, reason: 'bot' };
      // Slack always names a workspace.
      const isHere =
        teams.length > 0 &&
        teams.every(team => team === home.teamId) &&
        // Where Slack does not say what the installation is of, the workspaces decide.
        (!enterprise || !home.enterpriseId || enterprise === home.enterpriseId);
      if (!settings.ALLOW_EXTERNAL && !isHere) return refused('other workspace');
      if (settings.ALLOW_EXTERNAL && settings.ALLOW_GUESTS && settings.ALLOW_BOTS) return ALLOWED;
      const person = await profileOf(user);
      if (!person) return refused('unknown person');
      return verdictFor(person, settings, home.teamId);
    },
  };
}

function verdictFor(person: Profile, settings: AccessSettings, teamId: string): Verdict {
  if (person.deleted) return refused('deactivated');
  if (person.is_bot && !settings.ALLOW_BOTS) return { isAllowed: false, reason: 'bot' };
  const isExternal = person.is_stranger || (person.team_id !== undefined && person.team_id !== teamId);
  if (isExternal && !settings.ALLOW_EXTERNAL) return refused('external');
  const isGuest = person.is_restricted || person.is_ultra_restricted;
  return isGuest && !settings.ALLOW_GUESTS ? refused('guest') : ALLOWED;
}

/** Gets people's profiles from Slack (`users.info`) and caches them. Undefined if Slack does not answer. */
function profiles(client: WebClient, log: Logger, now: () => Date) {
  const cache = new LRUCache<string, Promise<Profile | undefined>>({
    max: MOST_CACHED_PROFILES,
    ttl: PROFILE_CACHE_MS,
    perf: { now: () => now().getTime() },
  });
  const request = async (user: string): Promise<Profile | undefined> => {
    try {
      return profile.parse((await client.users.info({ user })).user);
    } catch (error) {
      const isScopeMissing = slackCode(error) === 'missing_scope';
      log.error(
        { err: error, user },
        isScopeMissing
          ? 'the app lacks the scope users:read, so nobody is answered; reinstall it from manifest.json'
          : 'Slack did not return the profile of a person, so they are not answered',
      );
      return undefined;
    }
  };
  return (user: string): Promise<Profile | undefined> => {
    const cached = cache.get(user);
    // More time left than a new entry has: the clock was set back.
    if (cached && cache.getRemainingTTL(user) <= PROFILE_CACHE_MS) return cached;
    const person = request(user);
    cache.set(user, person);
    // A failed request is repeated at the next question.
    void person.then(found => found ?? cache.delete(user));
    return person;
  };
}
