import type { App } from '@slack/bolt';
import { listed } from '../../answer/format.js';
import { asPreview, composeDigest, type Digest, defaultAsOf } from '../../digest/compose.js';
import { withLate } from '../../digest/ledger.js';
import { PARTS } from '../../digest/parts/index.js';
import { postedDigest } from '../../digest/posted.js';
import {
  pauseOrResume,
  readAsked,
  readSubscription,
  subscribe,
  subscriptionLines,
  subscriptionsIn,
  unsubscribe,
} from '../../digest/subscribe.js';
import { verbFor } from '../../digest/verbs.js';
import { setAside, tidied } from '../../digest/when-words.js';
import { describeError, ShopkeeperError } from '../../errors.js';
import type { Subscription } from '../../store/subscriptions.js';
import { escapeMrkdwn, unescapeTyped } from '../blocks/escape.js';
import { cut, cutLines, LIMITS } from '../blocks/limits.js';
import type { SlackContext } from '../context.js';
import { channelPlace } from '../deliver.js';
import { postAnswers, postNow } from '../digest-poster.js';
import { shortReason, slackCode } from '../failure.js';
import { deskOf, isDirect } from '../subscriptions.js';

const HELP = [
  '*The digest*: sales of the last whole week, who moved between segments, what to do.',
  '',
  '*See it*',
  '• `/digest preview` sends it to you alone, `/digest now` posts it here',
  '• `/digest show 2` sends you the last but one as it was posted',
  '*Have it posted*',
  '• `/digest subscribe monday 9:00 Europe/Berlin` posts it here each week; with `#channel` there, with `me` or `@somebody` to a person alone',
  '• other times: `daily 8:30`, `monthly`, `cron:"0 9 * * 1-5"`',
  '• only when it matters: `only if revenue fell by more than 10%`, `only if at-risk grew by more than 5`, `only if anything shifted by more than 20%`',
  '• `/digest list`, `/digest pause 3`, `/digest resume 3`, `/digest unsubscribe 3`',
  '*What of* (with any of these)',
  '• `daily`, `weekly` or `monthly`, a segment map, filters: `/digest preview monthly map:eleven country:Spain as-of:2026-03-31`',
  `• \`parts:plan,findings\` for only these details (${PARTS.map(p => p.name).join(', ')}; \`parts:none\`), \`quiet:nothing\` to hear nothing where nothing happened`,
].join('\n');

const IN_MESSAGES = 'The digest is in your messages with me.';

/** A `/digest` as it was asked. */
interface Command {
  readonly rest: string;
  readonly user: string;
  readonly channel: string;
}

/** @returns what is told to the asker alone; nothing where the channel sees the answer */
type Answered = (command: Command, context: SlackContext) => Promise<string | undefined>;

const VERBS: Readonly<Record<string, Answered>> = {
  help: async () => HELP,
  now: async ({ rest, user, channel }, context) => {
    await postNow(await asked(rest, context), channel, context, user);
    return undefined;
  },
  preview: async ({ rest, user }, context) => {
    const digest = asPreview(await asked(rest, context));
    await postAnswers(digest, channelPlace(context.client, user), context);
    return IN_MESSAGES;
  },
  show: async ({ rest, user }, context) => {
    const nth = /^\d{0,6}$/.test(rest.trim()) ? Number(rest.trim() || 1) : 0;
    await postAnswers(
      await postedDigest(context.shop.store, nth),
      channelPlace(context.client, user),
      context,
    );
    return IN_MESSAGES;
  },
  subscribe: async ({ rest, user, channel }, context) => {
    const { named, person, text } = placeIn(rest, user, channel);
    if (person !== user) mayManage(user, context);
    const said = await readSubscription(unescapeTyped(text), deskOf(context));
    const place = named ?? (person === null ? channel : await directChannel(context, person));
    await canPost(place, context);
    return subscribe({ ...said, channel: place }, { person, createdBy: user }, deskOf(context));
  },
  list: async (_, context) => {
    const lines = await subscriptionLines(deskOf(context));
    return lines.length > 0
      ? cutLines(lines, LIMITS.text)
      : 'There are no subscriptions. `/digest subscribe monday 9:00 Europe/Berlin` makes one.';
  },
  unsubscribe: async (command, context) => {
    await mayChange(command, 'unsubscribe', context);
    return unsubscribe(command.rest, deskOf(context));
  },
  pause: async (command, context) => {
    await mayChange(command, 'pause', context);
    return pauseOrResume(command.rest, 'pause', deskOf(context));
  },
  resume: async (command, context) => {
    await mayChange(command, 'resume', context);
    return pauseOrResume(command.rest, 'resume', deskOf(context));
  },
};

/** @throws ShopkeeperError with who may, where this person may not */
function mayManage(user: string, { digests: { DIGEST_MANAGERS: managers } }: SlackContext): void {
  if (managers.length === 0 || managers.includes(user)) return;
  throw new ShopkeeperError(
    `Subscriptions are managed by ${listed(managers.map(id => `<@${id}>`))}: please ask them.`,
    '`/digest subscribe me monday 9:00` sends it to you alone, `/digest preview` shows it now.',
  );
}

/** What comes to a person alone is theirs. */
async function mayChange({ rest, user }: Command, verb: string, context: SlackContext): Promise<void> {
  const subscriptions = await subscriptionsIn(rest, verb, deskOf(context));
  const isOwn = (s: Subscription) => isDirect(s.channel) && (s.person ?? s.createdBy) === user;
  if (!subscriptions.every(isOwn)) mayManage(user, context);
}

/** `/digest`. Acknowledged before anything is worked out. */
export function registerDigest(app: App, context: SlackContext): void {
  app.command('/digest', async ({ command, ack, respond }) => {
    await ack();
    const aside = async (text: string) => {
      await respond({ response_type: 'ephemeral', text: cut(text, LIMITS.text) });
    };
    const [word = 'help', rest = ''] = command.text.trim().split(/\s+(.*)/s);
    const { verb: named = '', near } = verbFor(word || 'help', Object.keys(VERBS));
    const verb = VERBS[named];
    try {
      if (!verb)
        throw new ShopkeeperError(
          `There is no \`/digest ${escapeMrkdwn(word)}\`.`,
          near ? `Did you mean \`/digest ${near}\`?` : HELP,
        );
      const said = await verb({ rest, user: command.user_id, channel: command.channel_id }, context);
      if (said !== undefined) await aside(said);
    } catch (error) {
      context.log[error instanceof ShopkeeperError ? 'info' : 'error'](
        { err: error },
        'digest command failed',
      );
      await aside(
        error instanceof ShopkeeperError ? describeError(error) : escapeMrkdwn(describeError(error)),
      );
    }
  });
}

/** `#channel`, as Slack writes it where commands are escaped; or "me". */
const CHANNEL = /(?:(?<!\S)to )?<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/;
/** `@anna`, as Slack writes it. */
const PERSON = /(?:(?<!\S)to )?<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;
const ME = /(?<!\S)(?:to )?me(?!\S)/i;
const UNKNOWN_CHANNEL = /(?<!\S)#[\p{L}\d_-]+/u;

/** Where a subscription goes to, or whom it is for alone, and the text without that. @throws ShopkeeperError for a channel that Slack does not know */
function placeIn(
  rest: string,
  user: string,
  channel: string,
): { named?: string; person: string | null; text: string } {
  // What stands in quotes, or is filtered by, may look like a channel or a person.
  const { said, back } = setAside(tidied(rest));
  const named = CHANNEL.exec(said)?.[1];
  if (named) return { named, person: null, text: back(said.replace(CHANNEL, ' ')) };
  const whom = PERSON.exec(said)?.[1];
  if (whom) return { person: whom, text: back(said.replace(PERSON, ' ')) };
  const unknown = UNKNOWN_CHANNEL.exec(said)?.[0];
  if (unknown)
    throw new ShopkeeperError(
      `I can see no channel ${escapeMrkdwn(unknown)}.`,
      'Choose it from the list that Slack offers when you type #, or say it in the channel itself: `/digest subscribe monday 9:00`. I must be a member of a private one: /invite @shopkeeper.',
    );
  if (ME.test(said)) return { person: user, text: back(said.replace(ME, ' ')) };
  return { person: isDirect(channel) ? user : null, text: rest };
}

/**
 * A person's own conversation with the app: unlike the person's id it can be looked into for what was posted.
 * @throws ShopkeeperError where there can be none
 */
async function directChannel({ client, log }: SlackContext, user: string): Promise<string> {
  try {
    const { channel } = await client.conversations.open({ users: user });
    return channel?.id ?? user;
  } catch (error) {
    log.warn({ err: error, user }, 'no conversation with this person');
    throw new ShopkeeperError(
      `I cannot write to <@${user}> (${escapeMrkdwn(shortReason(error))}).`,
      'Name a channel instead, or let them say it: `/digest subscribe me monday 9:00`.',
    );
  }
}

/** @throws ShopkeeperError where the app cannot see a channel; whatever else goes wrong may pass until the digest is due */
async function canPost(channel: string, { client, log }: SlackContext): Promise<void> {
  try {
    await client.conversations.history({ channel, limit: 1 });
  } catch (error) {
    log.warn({ err: error, channel }, 'channel of a subscription cannot be looked into');
    const remedy = ['not_in_channel', 'channel_not_found'].includes(slackCode(error) ?? '');
    if (!remedy) return;
    throw new ShopkeeperError(
      `I am not a member of <#${channel}>, so I cannot keep a digest there.`,
      'Invite me there with `/invite @shopkeeper`, and say it again.',
    );
  }
}

async function asked(text: string, context: SlackContext): Promise<Digest> {
  const { shop } = context;
  await shop.refresh();
  const { asOf, ...request } = await readAsked(unescapeTyped(text), deskOf(context));
  const digest = await composeDigest(shop, asOf ?? (await defaultAsOf(shop)), request);
  return withLate(digest, shop.store, shop.currency);
}
