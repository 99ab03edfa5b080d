import type { App, MessageShortcut } from '@slack/bolt';
import { mustHave } from '../../../access/permitted.js';
import { withinFor } from '../../../access/rights.js';
import { quoted } from '../../../answering/declaration.js';
import { buttons } from '../blocks/answer-blocks.js';
import { unescapeTyped } from '../blocks/escape.js';
import { mrkdwn, textMessage } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { directMessage, ephemeralMessage, firstSuccessful, responseUrl } from '../destinations.js';
import { answerQuestion, outcomeOf } from '../reply.js';
import { answerRequest, recordOf, type SlackRequest, signatureKey } from '../requests.js';
import { trustedResponseUrl } from '../response-url.js';

/** The message shortcut's id in manifest.json. */
const CUSTOMER_PROFILE = 'customer_profile';
/** The same for the same message within this time is ignored. */
const SAME_SHORTCUT_MS = 20_000;
const MOST_CHARACTERS = 20_000;

/** Handles "Customer profile" in the menu of a message: whom it names, they are shown to the asker alone. */
export function registerProfile(app: App, context: SlackContext): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: CUSTOMER_PROFILE },
    async ({ ack, shortcut, context: received }) => {
      await ack();
      await showProfile(shortcut, received.signature, context);
    },
  );
}

async function showProfile(
  shortcut: MessageShortcut,
  signature: unknown,
  context: SlackContext,
): Promise<void> {
  const { client, log, unsent, apiUrl, audit } = context;
  const { message_ts: ts, channel, team } = shortcut;
  const user = shortcut.user.id;
  const response = responseUrl(trustedResponseUrl(shortcut.response_url, apiUrl, log), log);
  const inPlace = [response.ephemeral, ephemeralMessage(client, { channel: channel.id, user })];
  const request: SlackRequest = {
    surface: 'shortcut',
    identity: {
      user,
      teams: [shortcut.user.team_id, team?.id].filter(id => id !== undefined),
      enterprise: shortcut.enterprise?.id,
    },
    channel: channel.id,
    question: mrkdwn`the profile of whom the message names`,
    // Not the message, which is not the asker's.
    text: 'customer profile of a message',
    onceKeys: [
      ...signatureKey(signature),
      { id: `profile:${user}:${channel.id}:${ts}:${shortcut.action_ts}`, withinMs: SAME_SHORTCUT_MS },
    ],
    privately: firstSuccessful([...inPlace, unsent.retriedDirectMessage(user)], log),
  };
  await answerRequest(request, context, async reply => {
    const names = await namedIn(shortcut, user, context).catch(error => {
      audit.record({ ...recordOf(request), ...outcomeOf(error) });
      throw error;
    });
    const [name, other] = names;
    if (name === undefined || other !== undefined) {
      audit.record({ ...recordOf(request), outcome: 'shown', detail: null });
      await reply.guard(request.privately).post(name === undefined ? NOBODY : whichOf(names));
      return;
    }
    const text = `segment customer ${quoted(name)}`;
    await answerQuestion(
      {
        text,
        asker: user,
        user,
        request: { ...request, text },
        // It is seen in the direct messages.
        channel: undefined,
        namesAsker: false,
        destinations: [],
        directMessage: unsent.directMessage(user),
        isShared: true,
        privately: request.privately,
        rightNow: firstSuccessful([...inPlace, directMessage(client, user)], log),
      },
      context,
      reply,
    );
  });
}

/** Whom a message names, of those whom the asker may see. @throws NotPermitted */
async function namedIn(
  { message }: MessageShortcut,
  user: string,
  { permissions, limits, compute, queue }: SlackContext,
): Promise<readonly string[]> {
  limits.question(user);
  const rights = await permissions.of(user, undefined);
  mustHave(rights, ['customers']);
  const text = textsIn(message).join('\n').slice(0, MOST_CHARACTERS);
  const asked = { text, withEmail: rights.may.has('contacts') };
  const part = withinFor(rights, ['customers']);
  return (await queue.run(user, () => compute('customersIn', asked, { part }))).names;
}

/** What stands in a message: of another app, often in its blocks and attachments alone. */
function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (typeof value !== 'string') return textsIn(value);
    return ['text', 'fallback', 'title', 'value', 'pretext'].includes(key) ? [plain(value)] : [];
  });
}

/** Slack writes links as `<address|text>`, people as `<@U123>`. */
const plain = (text: string): string =>
  unescapeTyped(text.replace(/<[^<>|]*\|([^<>]*)>/g, '$1').replace(/<(?:mailto:)?([^<>]*)>/g, '$1')).replace(
    /[*_~`]/g,
    ' ',
  );

const NOBODY = textMessage(
  mrkdwn`I found no customer in this message.\n\`/segment customer NAME\` shows the profile of one.`,
);

/** Asks which customer is meant, with a button for each. */
function whichOf(names: readonly string[]) {
  const row = buttons(names.map(name => ({ label: name, text: `segment customer ${quoted(name)}` })));
  return textMessage(mrkdwn`This message names several customers. Whose profile?`, ...(row ? [row] : []));
}
