import type { App, SlashCommand } from '@slack/bolt';
import { listed } from '../../../core/answer/format.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { asPreview, type Digest } from '../../../digest/compose/compose.js';
import { PARTS } from '../../../digest/compose/parts.js';
import { postedDigest } from '../../../digest/delivery/posted.js';
import { composeRequested } from '../../../digest/requested.js';
import {
  pauseOrResume,
  readSubscription,
  subscribe,
  subscriptionsIn,
  unsubscribe,
} from '../../../digest/subscriptions/subscribe.js';
import { verbFor } from '../../../digest/subscriptions/verbs.js';
import { maskNames, tidied } from '../../../digest/subscriptions/when-words.js';
import { unescapeTyped } from '../blocks/escape.js';
import { cutLines, LIMITS } from '../blocks/limits.js';
import { channelReference, code, Mrkdwn, mrkdwn, textMessage, userReference } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { directMessage } from '../destinations.js';
import { postAnswers, postNow } from '../digest-poster.js';
import { shortReason, slackCode } from '../failure.js';
import type { Reply } from '../in-flight.js';
import { ProblemWithReferences } from '../problem-message.js';
import { answerRequest } from '../requests.js';
import { isDirect, isManager, isOwn, subscriptionView, visibleSubscriptionLines } from '../subscriptions.js';
import { commandRequest } from './commands.js';

const HELP = Mrkdwn.ofEscaped(
  [
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
  ].join('\n'),
);

const IN_MESSAGES = mrkdwn`The digest is in your messages with me.`;

/** A `/digest` as it was asked. */
interface Command {
  readonly rest: string;
  readonly user: string;
  readonly channel: string;
  readonly reply: Reply;
}

/** @returns what is told to the asker alone; nothing if the channel sees the answer */
type Answered = (command: Command, context: SlackContext) => Promise<Mrkdwn | undefined>;

const VERBS: ReadonlyMap<string, Answered> = new Map<string, Answered>([
  ['help', async () => HELP],
  [
    'now',
    async ({ rest, user, channel, reply }, context) => {
      mustManage(user, 'Digests are posted by', context);
      const digest = await asked(rest, user, context);
      await postNow(digest, { channel, askedBy: user, guard: reply.guard }, context);
      return undefined;
    },
  ],
  [
    'preview',
    async ({ rest, user, reply }, context) => {
      const digest = asPreview(await asked(rest, user, context));
      await postAnswers(digest, reply.guard(directMessage(context.client, user)), context);
      return IN_MESSAGES;
    },
  ],
  [
    'show',
    async ({ rest, user, reply }, context) => {
      mustManage(user, 'What was posted is shown to', context);
      const nth = /^\d{0,6}$/.test(rest.trim()) ? Number(rest.trim() || 1) : 0;
      const digest = await postedDigest(context.shop.store, nth);
      await postAnswers(digest, reply.guard(directMessage(context.client, user)), context);
      return IN_MESSAGES;
    },
  ],
  ['subscribe', subscribed],
  [
    'list',
    async ({ user }, context) => {
      const lines = await visibleSubscriptionLines(user, context);
      if (lines.length > 0) return Mrkdwn.ofEscaped(cutLines(lines, LIMITS.section));
      const none = isManager(user, context) ? 'There are no subscriptions.' : 'You have no subscriptions.';
      return mrkdwn`${none} \`/digest subscribe monday 9:00 Europe/Berlin\` makes one.`;
    },
  ],
  [
    'unsubscribe',
    async (command, context) => {
      await mustBeAllowedToChange(command, 'unsubscribe', context);
      return Mrkdwn.ofEscaped(await unsubscribe(command.rest, subscriptionView(context)));
    },
  ],
  ...(['pause', 'resume'] as const).map((verb): [string, Answered] => [
    verb,
    async (command, context) => {
      await mustBeAllowedToChange(command, verb, context);
      return Mrkdwn.ofEscaped(await pauseOrResume(command.rest, verb, subscriptionView(context)));
    },
  ]),
]);

async function subscribed({ rest, user, channel }: Command, context: SlackContext): Promise<Mrkdwn> {
  const { named, person, text } = destinationIn(rest, user, channel);
  if (person !== user) mustManage(user, 'Subscriptions are managed by', context);
  const said = await readSubscription(unescapeTyped(text), subscriptionView(context));
  const place = named ?? (person === null ? channel : await directChannel(context, person));
  await canPost(place, context);
  return Mrkdwn.ofEscaped(
    await subscribe({ ...said, channel: place }, { person, createdBy: user }, subscriptionView(context)),
  );
}

/** @throws ShopkeeperError with who may, if this person may not */
function mustManage(user: string, what: string, context: SlackContext): void {
  if (isManager(user, context)) return;
  const managers = context.digests.DIGEST_MANAGERS.map(id => userReference(id).source);
  throw new ProblemWithReferences(
    mrkdwn`${what} ${Mrkdwn.ofEscaped(listed(managers))}: please ask them.`,
    mrkdwn`\`/digest subscribe me monday 9:00\` sends it to you alone, \`/digest preview\` shows it now.`,
  );
}

/** What comes to a person alone is theirs. */
async function mustBeAllowedToChange(
  { rest, user }: Command,
  verb: string,
  context: SlackContext,
): Promise<void> {
  const subscriptions = await subscriptionsIn(rest, verb, subscriptionView(context));
  if (!subscriptions.every(subscription => isOwn(subscription, user)))
    mustManage(user, 'Subscriptions are managed by', context);
}

/** `/digest`. Acknowledged before anything is worked out. */
export function registerDigest(app: App, context: SlackContext): void {
  app.command('/digest', async ({ command, ack, context: received }) => {
    await ack();
    const { request } = commandRequest(command, received.signature, context);
    await answerRequest(request, context, async reply => {
      const said = await answered(command, reply, context);
      if (said) await reply.guard(request.privately).post(textMessage(said));
    });
  });
}

async function answered(
  { text, user_id: user, channel_id: channel }: SlashCommand,
  reply: Reply,
  context: SlackContext,
): Promise<Mrkdwn | undefined> {
  const [word = 'help', rest = ''] = text.trim().split(/\s+(.*)/s);
  const { verb: named = '', near } = verbFor(word || 'help', [...VERBS.keys()]);
  const verb = VERBS.get(named);
  if (!verb) {
    const typed = code(`/digest ${unescapeTyped(word)}`);
    throw new ProblemWithReferences(
      mrkdwn`There is no ${typed}.`,
      near ? mrkdwn`Did you mean \`/digest ${near}\`?` : HELP,
    );
  }
  context.limits.question(user);
  return verb({ rest, user, channel, reply }, context);
}

/** `#channel`, as Slack writes it where commands are escaped; or "me". */
const CHANNEL = /(?:(?<!\S)to )?<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/;
/** `@anna`, as Slack writes it. */
const PERSON = /(?:(?<!\S)to )?<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;
const ME = /(?<!\S)(?:to )?me(?!\S)/i;
const UNKNOWN_CHANNEL = /(?<!\S)#[\p{L}\d_-]+/u;

/**
 * Where a subscription goes to, or whom it is for alone, and the text without that.
 * @throws ShopkeeperError for a channel that Slack does not know
 */
function destinationIn(
  rest: string,
  user: string,
  channel: string,
): { named?: string; person: string | null; text: string } {
  // What stands in quotes, or is filtered by, may look like a channel or a person.
  const { said, back } = maskNames(tidied(rest));
  const named = CHANNEL.exec(said)?.[1];
  if (named) return { named, person: null, text: back(said.replace(CHANNEL, ' ')) };
  const whom = PERSON.exec(said)?.[1];
  if (whom) return { person: whom, text: back(said.replace(PERSON, ' ')) };
  const unknown = UNKNOWN_CHANNEL.exec(said)?.[0];
  if (unknown)
    throw new ShopkeeperError(
      `I can see no channel ${unescapeTyped(unknown)}.`,
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
    throw new ProblemWithReferences(
      mrkdwn`I cannot write to ${userReference(user)} (${shortReason(error)}).`,
      mrkdwn`Name a channel instead, or let them say it: \`/digest subscribe me monday 9:00\`.`,
    );
  }
}

/**
 * @throws ShopkeeperError where the app cannot see a channel; whatever else goes wrong may pass until the
 * digest is due
 */
async function canPost(channel: string, { client, log }: SlackContext): Promise<void> {
  try {
    await client.conversations.history({ channel, limit: 1 });
  } catch (error) {
    log.warn({ err: error, channel }, 'channel of a subscription cannot be looked into');
    const remedy = ['not_in_channel', 'channel_not_found'].includes(slackCode(error) ?? '');
    if (!remedy) return;
    throw new ProblemWithReferences(
      mrkdwn`I am not a member of ${channelReference(channel)}, so I cannot keep a digest there.`,
      mrkdwn`Invite me there with \`/invite @shopkeeper\`, and say it again.`,
    );
  }
}

/** Composes the digest that somebody asks for, when it is their turn. */
function asked(text: string, user: string, context: SlackContext): Promise<Digest> {
  return context.queue.run(
    user,
    () => composeRequested(unescapeTyped(text), subscriptionView(context)),
    'slow',
  );
}
