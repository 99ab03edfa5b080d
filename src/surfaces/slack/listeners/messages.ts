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
  firstSuccessful,
} from '../destinations.js';
import { answerQuestion } from '../reply.js';
import { answerRequest, type SlackRequest, signatureKey } from '../requests.js';
import { salesFilesOf, takeFiles } from './files.js';

/** Slack repeats an event for up to five minutes; an hour is safe. */
const SAME_EVENT_MS = 3_600_000;

/** A person's message, with the fields that Slack adds to messages from other workspaces. */
interface IncomingMessage {
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
  readonly files?: readonly { readonly id: string; readonly name?: string | null }[];
}

/** The envelope of Slack's event. */
interface EventEnvelope {
  readonly event_id: string;
  readonly team_id?: string;
  readonly enterprise_id?: string;
  /** Whether people of other workspaces are in the channel. */
  readonly is_ext_shared_channel?: boolean;
}

/** Handles mentions in channels and direct messages. Both are answered where they were message. */
export function registerMessages(app: App, context: SlackContext): void {
  app.event('app_mention', ({ event, body, context: received }) =>
    answerMessage(event, 'mention', body, received.signature, context),
  );
  app.message(async ({ message, body, context: received }) => {
    const isQuestion = [undefined, 'file_share', 'thread_broadcast'].includes(message.subtype);
    if (!isQuestion) return;
    if (message.channel_type === 'im')
      await answerMessage(message, 'message', body, received.signature, context);
    else if (isInOwnThread(message, context))
      await answerMessage(message, 'thread', body, received.signature, context);
  });
}

/**
 * Whether a message in a channel is in a thread where the bot answered, and mentions nobody: a mention of the
 * bot comes as an event of its own, and a mention of others is for them.
 */
function isInOwnThread(
  { text = '', channel, thread_ts: threadTs, bot_id: bot }: IncomingMessage,
  { answersInThreads, lastQuestions }: SlackContext,
): boolean {
  return (
    answersInThreads && bot === undefined && !/<[@!]/.test(text) && lastQuestions.isIn({ channel, threadTs })
  );
}

async function answerMessage(
  message: IncomingMessage,
  surface: 'mention' | 'message' | 'thread',
  envelope: EventEnvelope,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const { channel, user, bot_id: botId, user_profile: profile } = message;
  const { unsent } = context;
  const isMention = surface !== 'message';
  const isOverheard = surface === 'thread';
  const conversation = { channel, threadTs: message.thread_ts };
  const text = unescapeTyped((message.text ?? '').replace(/<@[A-Z0-9]+>/g, ' ')).trim();
  const destination = channelDestination(context.client, channel, message.thread_ts);
  const privately = privateDestination(message, surface, destination, context);
  const teams = [envelope.team_id, message.team, message.user_team, message.source_team, profile?.team];
  const request: SlackRequest = {
    surface,
    identity: {
      user,
      botId,
      teams: teams.filter(team => team !== undefined),
      enterprise: envelope.enterprise_id,
    },
    channel,
    question: code(cut(text, 200)),
    text,
    onceKeys: [...signatureKey(signature), { id: `event:${envelope.event_id}`, withinMs: SAME_EVENT_MS }],
    // Who did not ask the bot is not told that they may not.
    privately: isOverheard ? NOWHERE : privately,
  };
  if (isOverheard && text === '') return;
  const files = salesFilesOf(message.files);
  if (files.length > 0 && !isOverheard) {
    // In a channel the file's messages go below its own.
    const threadTs = message.thread_ts ?? (isMention ? message.ts : undefined);
    await takeFiles(files, { channel, threadTs }, context, request);
    return;
  }
  await answerRequest(request, context, reply =>
    answerQuestion(
      {
        text: text === '' ? 'sales help' : text,
        message: { ...conversation, ts: message.ts, isDirect: !isMention },
        asker: user ?? botId ?? 'unknown',
        user,
        request,
        channel,
        namesAsker: false,
        destinations: isMention ? [destination] : [],
        directMessage: user ? unsent.directMessage(user, isMention ? undefined : conversation) : undefined,
        isShared: isMention,
        hasExternalPeople: envelope.is_ext_shared_channel === true,
        privately,
        isOverheard,
        rightNow: isOverheard ? NOWHERE : immediateDestination(message, isMention, destination, context),
      },
      context,
      reply,
    ),
  );
}

/** Takes messages that nobody is to see. */
const NOWHERE: Destination = { post: async () => undefined };

/** The destination for messages to the asker that are not retried. */
const immediateDestination = (
  { channel, thread_ts: threadTs, user }: IncomingMessage,
  isMention: boolean,
  destination: Destination,
  { client, log }: SlackContext,
): Destination =>
  user && isMention
    ? firstSuccessful(
        [ephemeralMessage(client, { channel, user, threadTs }), directMessage(client, user)],
        log,
      )
    : destination;

/** The destination for messages to the asker: ephemeral in a channel, otherwise a direct message. */
function privateDestination(
  { channel, thread_ts: threadTs, user }: IncomingMessage,
  surface: 'mention' | 'message' | 'thread',
  destination: Destination,
  { client, log, unsent }: SlackContext,
): Destination {
  if (!user) return destination;
  if (surface === 'message') return unsent.retriedDirectMessage(user, { channel, threadTs });
  const inChannel = ephemeralMessage(client, { channel, user, threadTs });
  return firstSuccessful([inChannel, unsent.retriedDirectMessage(user)], log);
}
