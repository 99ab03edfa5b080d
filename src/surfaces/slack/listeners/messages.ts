import type { App } from '@slack/bolt';
import { unescapeTyped } from '../blocks/escape.js';
import { cut } from '../blocks/limits.js';
import { code } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import {
  channelDestination,
  type Destination,
  directMessage,
  ephemeralMessage,
  firstOf,
} from '../destinations.js';
import { answerQuestion } from '../reply.js';
import { answerRequest, onceSigned } from '../requests.js';

/** Slack repeats an event for up to five minutes; an hour is safe. */
const SAME_EVENT_MS = 3_600_000;

/** A message as it was written, with what Slack adds to those of other workspaces. */
interface Written {
  readonly text?: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly team?: string;
  readonly user_team?: string;
  readonly source_team?: string;
  readonly user_profile?: { readonly team?: string };
}

/** What came with it: which workspace it is from. */
interface Envelope {
  readonly event_id: string;
  readonly team_id?: string;
  /** Whether people of other workspaces are in the channel. */
  readonly is_ext_shared_channel?: boolean;
}

/** Questions put to the bot by name in a channel, and in a direct message. Both are answered where they stand. */
export function registerMessages(app: App, context: SlackContext): void {
  app.event('app_mention', ({ event, body, context: received }) =>
    answerMessageOf(event, 'mention', body, received.signature, context),
  );
  app.message(async ({ message, body, context: received }) => {
    const isQuestion = [undefined, 'file_share', 'thread_broadcast'].includes(message.subtype);
    if (message.channel_type === 'im' && isQuestion)
      await answerMessageOf(message, 'message', body, received.signature, context);
  });
}

async function answerMessageOf(
  written: Written,
  surface: 'mention' | 'message',
  envelope: Envelope,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const { channel, user, bot_id: botId, user_profile: profile } = written;
  const { unsent } = context;
  const isMention = surface === 'mention';
  const conversation = { channel, threadTs: written.thread_ts };
  const text = unescapeTyped((written.text ?? '').replace(/<@[A-Z0-9]+>/g, ' ')).trim();
  const destination = channelDestination(context.client, channel, written.thread_ts);
  const privately = privateWay(written, surface, destination, context);
  const teams = [envelope.team_id, written.team, written.user_team, written.source_team, profile?.team];
  await answerRequest(
    {
      surface,
      identity: { user, botId, teams: teams.filter(team => team !== undefined) },
      channel,
      asked: code(cut(text, 200)),
      once: [...onceSigned(signature), { id: `event:${envelope.event_id}`, withinMs: SAME_EVENT_MS }],
      privately,
    },
    context,
    reply =>
      answerQuestion(
        {
          text: text === '' ? 'sales help' : text,
          asker: user ?? botId ?? 'unknown',
          user,
          namesAsker: false,
          destinations: isMention ? [destination] : [],
          directMessage: user ? unsent.directMessage(user, isMention ? undefined : conversation) : undefined,
          isShared: isMention,
          hasStrangers: envelope.is_ext_shared_channel === true,
          privately,
          rightNow: rightNowWay(written, isMention, destination, context),
        },
        context,
        reply,
      ),
  );
}

/** The same, but nothing is kept for later. */
const rightNowWay = (
  { channel, thread_ts: threadTs, user }: Written,
  isMention: boolean,
  destination: Destination,
  { client, log }: SlackContext,
): Destination =>
  user && isMention
    ? firstOf([ephemeralMessage(client, { channel, user, threadTs }), directMessage(client, user)], log)
    : destination;

/** What concerns the asker alone: in a channel a message only they see, in a direct message one like any other. */
function privateWay(
  { channel, thread_ts: threadTs, user }: Written,
  surface: 'mention' | 'message',
  destination: Destination,
  { client, log, unsent }: SlackContext,
): Destination {
  if (!user) return destination;
  if (surface === 'message') return unsent.keptDirectMessage(user, { channel, threadTs });
  const inChannel = ephemeralMessage(client, { channel, user, threadTs });
  return firstOf([inChannel, unsent.keptDirectMessage(user)], log);
}
