import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../../config/config.js';
import { type Mrkdwn, mrkdwn } from './blocks/mrkdwn.js';
import { slackCode } from './failure.js';
import type { FindInstallation } from './installation.js';

/** Who asks, as far as the payload says. */
export interface Identity {
  /** Slack user id; undefined for some bots. */
  readonly user: string | undefined;
  /** The bot that wrote the message, if one did. */
  readonly botId?: string | undefined;
  /** Workspaces that the payload names: the person's, and the one it comes from. */
  readonly teams: readonly string[];
}

export type Refusal =
  | 'other workspace'
  | 'guest'
  | 'external'
  | 'bot'
  | 'deactivated'
  | 'unknown workspace'
  | 'cannot tell';

/** Whether somebody is answered. `say` is for the person; bots are refused in silence, lest two of them talk for ever. */
export type Verdict =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly reason: Refusal | 'own message'; readonly say?: Mrkdwn };

/** Decides who is answered. The first rules of the app's policy: who somebody is; what they ask does not matter yet. */
export interface Access {
  check(identity: Identity): Promise<Verdict>;
}

export type AccessSettings = Pick<Config, 'ALLOW_GUESTS' | 'ALLOW_EXTERNAL' | 'ALLOW_BOTS'>;

/** What `users.info` tells of a person that matters here. */
const profile = z.object({
  team_id: z.string().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  deleted: z.boolean().optional(),
});
type Profile = z.infer<typeof profile>;

/** Who somebody is hardly ever changes; an admin who makes somebody a guest does not wait longer than this. */
const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 5_000;

/** Slack's own helper, which passes on reminders and the like. */
const SLACKBOT = 'USLACKBOT';

const ALLOWED: Verdict = { isAllowed: true };

const SAYINGS: Readonly<Record<Exclude<Refusal, 'bot'>, Mrkdwn>> = {
  'other workspace': mrkdwn`I answer only people of the workspace that I am installed in.`,
  external: mrkdwn`I answer only people of the workspace that I am installed in.`,
  deactivated: mrkdwn`Your account is deactivated, so I do not answer.`,
  guest: mrkdwn`I do not answer guests. Please ask a member of this workspace; whoever looks after me can allow guests with ALLOW_GUESTS.`,
  'unknown workspace': mrkdwn`I could not reach Slack to find out which workspace I belong to. Please ask again in a minute.`,
  'cannot tell': mrkdwn`I could not find out who you are, so I do not answer. Please ask again in a minute; if it goes on, whoever looks after me finds the reason in my log.`,
};

const refused = (reason: Exclude<Refusal, 'bot'>): Verdict => ({
  isAllowed: false,
  reason,
  say: SAYINGS[reason],
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
  const look = profiles(client, log, now);
  return {
    check: async identity => {
      const own = await installation().catch(() => undefined);
      if (!own) return refused('unknown workspace');
      const { user, botId, teams } = identity;
      const isOwnBot = user !== undefined && user === own.botUserId;
      if (isOwnBot || (botId !== undefined && botId === own.botId))
        return { isAllowed: false, reason: 'own message' };
      if (botId !== undefined || user === undefined || user === SLACKBOT)
        return settings.ALLOW_BOTS && botId !== undefined ? ALLOWED : { isAllowed: false, reason: 'bot' };
      // Nothing that names no workspace is from Slack.
      const isHere = teams.length > 0 && teams.every(team => team === own.teamId);
      if (!settings.ALLOW_EXTERNAL && !isHere) return refused('other workspace');
      if (settings.ALLOW_EXTERNAL && settings.ALLOW_GUESTS && settings.ALLOW_BOTS) return ALLOWED;
      const person = await look(user);
      if (!person) return refused('cannot tell');
      return ofProfile(person, settings, own.teamId);
    },
  };
}

function ofProfile(person: Profile, settings: AccessSettings, teamId: string): Verdict {
  if (person.deleted) return refused('deactivated');
  if (person.is_bot && !settings.ALLOW_BOTS) return { isAllowed: false, reason: 'bot' };
  const isExternal = person.is_stranger || (person.team_id !== undefined && person.team_id !== teamId);
  if (isExternal && !settings.ALLOW_EXTERNAL) return refused('external');
  const isGuest = person.is_restricted || person.is_ultra_restricted;
  return isGuest && !settings.ALLOW_GUESTS ? refused('guest') : ALLOWED;
}

/** Asks Slack about people (`users.info`) and remembers the answers for a while; undefined if Slack does not tell. */
function profiles(client: WebClient, log: Logger, now: () => Date) {
  const remembered = new Map<
    string,
    { readonly at: number; readonly person: Promise<Profile | undefined> }
  >();
  const ask = async (user: string): Promise<Profile | undefined> => {
    try {
      return profile.parse((await client.users.info({ user })).user);
    } catch (error) {
      const isScope = slackCode(error) === 'missing_scope';
      log.error(
        { err: error, user },
        isScope
          ? 'the app lacks the scope users:read, so nobody is answered: install it again from manifest.json'
          : 'Slack did not tell who somebody is, so they are not answered',
      );
      return undefined;
    }
  };
  return (user: string): Promise<Profile | undefined> => {
    const moment = now().getTime();
    const known = remembered.get(user);
    if (known && Math.abs(moment - known.at) < REMEMBERED_MS) return known.person;
    const person = ask(user);
    remembered.delete(user);
    remembered.set(user, { at: moment, person });
    if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value as string);
    void person.then(told => told ?? remembered.delete(user));
    return person;
  };
}
