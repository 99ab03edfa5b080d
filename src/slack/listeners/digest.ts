import type { App } from '@slack/bolt';
import { composeDigest, type Digest, defaultAsOf } from '../../digest/compose.js';
import { postedDigest } from '../../digest/post.js';
import { readDigestRequest } from '../../digest/request.js';
import { nextDue, showMoment, usualGrain, type When } from '../../digest/when.js';
import { readWhen } from '../../digest/when-words.js';
import { describeError, ShopkeeperError } from '../../errors.js';
import {
  addSubscription,
  listSubscriptions,
  pauseSubscription,
  removeSubscription,
  type Subscription,
} from '../../store/subscriptions.js';
import { escapeMrkdwn, unescapeTyped } from '../blocks/escape.js';
import { cut, LIMITS } from '../blocks/limits.js';
import type { SlackContext } from '../context.js';
import { channelPlace, deliver, type Place } from '../deliver.js';

const HELP = [
  '*The digest*: sales of the last whole week, who moved between segments, what to do.',
  '`/digest preview` sends it to you alone, `/digest now` posts it here, `/digest show 2` sends you the last but one as it was posted.',
  '`/digest subscribe monday 9:00 Europe/Berlin` posts it here each week; `daily 8:30`, `monthly`, `cron:"0 9 * * 1-5"` as well, and `me` sends it to you alone.',
  '`/digest list`, `/digest pause 3`, `/digest resume 3`, `/digest unsubscribe 3`',
  'All of them take `daily`, `weekly` or `monthly`, a segment map and filters: `/digest preview monthly map:eleven country:Spain as-of:2026-03-31`',
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
    await post(await asked(rest, context), channelPlace(context.client, channel), context, user);
    return undefined;
  },
  preview: async ({ rest, user }, context) => {
    await post(await asked(rest, context), channelPlace(context.client, user), context);
    return IN_MESSAGES;
  },
  show: async ({ rest, user }, context) => {
    const nth = /^\d{0,6}$/.test(rest.trim()) ? Number(rest.trim() || 1) : 0;
    await post(await postedDigest(context.shop.store, nth), channelPlace(context.client, user), context);
    return IN_MESSAGES;
  },
  subscribe,
  list: async (_, context) => listText(await listSubscriptions(context.shop.store), context),
  unsubscribe: async ({ rest }, { shop }) => {
    const id = idIn(rest);
    if (!(await removeSubscription(shop.store, id))) throw noSubscription(id);
    return `Subscription ${id} is gone.`;
  },
  pause: (command, context) => pauseOrResume(command, context, true),
  resume: (command, context) => pauseOrResume(command, context, false),
};

/** `/digest`. Acknowledged before anything is worked out. */
export function registerDigest(app: App, context: SlackContext): void {
  app.command('/digest', async ({ command, ack, respond }) => {
    await ack();
    const aside = async (text: string) => {
      await respond({ response_type: 'ephemeral', text: cut(text, LIMITS.text) });
    };
    const [word = 'help', rest = ''] = command.text.trim().split(/\s+(.*)/s);
    const verb = VERBS[word === '' ? 'help' : word.toLowerCase()];
    try {
      if (!verb) throw new ShopkeeperError(`There is no \`/digest ${escapeMrkdwn(word)}\`.`, HELP);
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
const CHANNEL = /<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/;

async function subscribe({ rest, user, channel }: Command, context: SlackContext): Promise<string> {
  const { shop } = context;
  const named = CHANNEL.exec(rest)?.[1];
  const isMe = /(^|\s)me(\s|$)/.test(rest);
  const plain = unescapeTyped(rest.replace(CHANNEL, ' ').replace(/(^|\s)me(?=\s|$)/, ' '));
  const { when, rest: request } = readWhen(plain, context.digests.SHOP_TIMEZONE);
  const next = nextOf(when, context);
  await shop.refresh();
  const { asOf, grain = usualGrain(when, context.now()) } = await readDigestRequest(request, shop);
  if (asOf !== undefined)
    throw new ShopkeeperError('A subscription is as of each day it is posted on, not of one day.', HELP);
  const place = named ?? (isMe ? await directChannel(context, user) : channel);
  const id = await addSubscription(shop.store, {
    channel: place,
    ...when,
    grain,
    request: request.replace(/\s+/g, ' ').trim(),
    createdBy: user,
    createdAt: context.now().toISOString(),
  });
  return `Subscription ${id}: ${whereTo(place, user)}, ${EACH[grain]}, next on ${next}. \`/digest unsubscribe ${id}\` ends it.`;
}

/** @throws ShopkeeperError where a cron expression cannot be understood */
function nextOf(when: When, { now }: SlackContext): string {
  try {
    const next = nextDue(when, now());
    if (next) return showMoment(next, when.zone);
  } catch {
    // Said below, with an example.
  }
  throw new ShopkeeperError(
    `"${when.cron}" is no cron expression that is ever due.`,
    'It has five fields, minute hour day month weekday: cron:"0 9 * * 1-5"',
  );
}

/** A person's own conversation with the app: unlike the person's id it can be looked into for what was posted. */
async function directChannel({ client }: SlackContext, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  return channel?.id ?? user;
}

const EACH = { day: 'daily', week: 'weekly', month: 'monthly' } as const;

const whereTo = (channel: string, createdBy: string | null): string =>
  /^[CG]/.test(channel) ? `to <#${channel}>` : `to <@${createdBy ?? channel}> alone`;

function listText(subscriptions: readonly Subscription[], context: SlackContext): string {
  if (subscriptions.length === 0)
    return 'There are no subscriptions. `/digest subscribe monday 9:00 Europe/Berlin` makes one.';
  return subscriptions
    .map(({ id, channel, cron, zone, grain, request, createdBy, isPaused }) => {
      const next = isPaused ? 'paused' : `next on ${nextOf({ cron, zone }, context)}`;
      const of = request.replace(new RegExp(`(^|\\s)${EACH[grain]}(?=\\s|$)`, 'i'), '').trim();
      return `*${id}* ${whereTo(channel, createdBy)}, ${EACH[grain]}${of && ` (${escapeMrkdwn(of)})`}, ${next}`;
    })
    .join('\n');
}

async function pauseOrResume({ rest }: Command, context: SlackContext, isPaused: boolean): Promise<string> {
  const id = idIn(rest);
  const { store } = context.shop;
  if (!(await pauseSubscription(store, id, isPaused, context.now().toISOString()))) throw noSubscription(id);
  const own = (await listSubscriptions(store)).find(s => s.id === id);
  if (isPaused || !own) return `Subscription ${id} is paused. \`/digest resume ${id}\` has it go on.`;
  return `Subscription ${id} goes on, next on ${nextOf(own, context)}.`;
}

function idIn(text: string): number {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  throw new ShopkeeperError('Which subscription?', '`/digest list` has their numbers: `/digest pause 3`');
}

const noSubscription = (id: number): ShopkeeperError =>
  new ShopkeeperError(`There is no subscription ${id}.`, '`/digest list` has them all.');

async function asked(text: string, { shop }: SlackContext): Promise<Digest> {
  await shop.refresh();
  const { asOf, ...request } = await readDigestRequest(unescapeTyped(text), shop);
  return composeDigest(shop, asOf ?? (await defaultAsOf(shop)), request);
}

/** The headline, and what belongs to it in its thread. */
async function post(digest: Digest, place: Place, context: SlackContext, askedBy?: string): Promise<void> {
  const ts = await deliver(digest.headline, [place], context, askedBy);
  const thread = ts === undefined ? undefined : place.under?.(ts);
  for (const part of digest.thread) await deliver(part, [thread ?? place], context);
}
