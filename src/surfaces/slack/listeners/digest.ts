import type { App, SlashCommand } from '@slack/bolt';
import { hasContacts } from '../../../access/contacts.js';
import { mustHave, NotPermitted } from '../../../access/permitted.js';
import { type Rights, withinFor } from '../../../access/rights.js';
import { NotUnderstood, ShopkeeperError } from '../../../core/errors.js';
import { asPreview } from '../../../digest/compose/compose.js';
import type { Digest } from '../../../digest/compose/digest.js';
import { permittedDigest, sightOf } from '../../../digest/compose/permitted.js';
import { postedDigest } from '../../../digest/delivery/posted.js';
import { pauseOrResume, subscriptionsIn, unsubscribe } from '../../../digest/subscriptions/subscribe.js';
import { verbFor } from '../../../digest/subscriptions/verbs.js';
import { addSubscription, readSchedule } from '../add-subscription.js';
import { unescapeTyped } from '../blocks/escape.js';
import { cutLines, LIMITS } from '../blocks/limits.js';
import { code, Mrkdwn, mrkdwn, textMessage } from '../blocks/mrkdwn.js';
import { permittedGoalChange } from '../change-goals.js';
import type { SlackContext } from '../context.js';
import { directMessage } from '../destinations.js';
import { postAnswers, postNow } from '../digest-poster.js';
import type { Reply } from '../in-flight.js';
import { formButtons } from '../modals/buttons.js';
import { ProblemWithReferences } from '../problem-message.js';
import { outcomeOf } from '../reply.js';
import { answerRequest, recordOf } from '../requests.js';
import { destinationIn } from '../subscription-destination.js';
import {
  digestText,
  isManager,
  isOwn,
  mustManage,
  readersOf,
  subscriptionView,
  visibleSubscriptionLines,
} from '../subscriptions.js';
import { commandRequest } from './commands.js';
import { HELP } from './digest-help.js';
import { permittedChange } from './start-action.js';

const IN_MESSAGES = mrkdwn`The digest is in your messages with me.`;

/** A `/digest` command. */
interface Command {
  readonly rest: string;
  readonly user: string;
  readonly channel: string;
  readonly reply: Reply;
  /** Is told of a digest that is shown, for the audit log. */
  readonly onShown: (digest: Digest) => void;
}

/** @returns a reply for the asker alone; undefined if the channel sees the answer */
type Verb = (command: Command, context: SlackContext) => Promise<Mrkdwn | undefined>;

const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['help', async () => HELP],
  [
    'now',
    async ({ rest, user, channel, reply, onShown }, context) => {
      await mustManage(user, 'Digests are posted by', context);
      const digest = await asked(rest, user, { channel, person: null }, context);
      onShown(digest);
      await postNow(digest, { channel, askedBy: user, guard: reply.guard }, context);
      return undefined;
    },
  ],
  [
    'preview',
    async ({ rest, user, reply, onShown }, context) => {
      const digest = asPreview(await asked(rest, user, { channel: user, person: user }, context));
      onShown(digest);
      await postAnswers(digest, reply.guard(directMessage(context.client, user)), context);
      return IN_MESSAGES;
    },
  ],
  [
    'show',
    async ({ rest, user, reply, onShown }, context) => {
      await mustManage(user, 'What was posted is shown to', context);
      mustSeeAll(await context.permissions.of(user, undefined));
      const nth = /^\d{0,6}$/.test(rest.trim()) ? Number(rest.trim() || 1) : 0;
      const digest = await postedDigest(context.shop.store, nth);
      onShown(digest);
      await postAnswers(digest, reply.guard(directMessage(context.client, user)), context);
      return IN_MESSAGES;
    },
  ],
  ['subscribe', subscribed],
  ['goal', ({ rest, user }, context) => permittedGoalChange(unescapeTyped(rest), user, context)],
  [
    'action',
    async ({ rest, user }, context) =>
      mrkdwn`${(await permittedChange(unescapeTyped(rest), user, context)).said}`,
  ],
  [
    'list',
    async ({ user }, context) => {
      const lines = await visibleSubscriptionLines(user, context);
      if (lines.length > 0) return Mrkdwn.ofEscaped(cutLines(lines, LIMITS.section));
      const none = (await isManager(user, context))
        ? 'There are no subscriptions.'
        : 'You have no subscriptions.';
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
  ...(['pause', 'resume'] as const).map((verb): [string, Verb] => [
    verb,
    async (command, context) => {
      await mustBeAllowedToChange(command, verb, context);
      return Mrkdwn.ofEscaped(await pauseOrResume(command.rest, verb, subscriptionView(context)));
    },
  ]),
]);

async function subscribed({ rest, user, channel }: Command, context: SlackContext): Promise<Mrkdwn> {
  const { named, person, text } = destinationIn(rest, user, channel);
  if (person !== user) await mustManage(user, 'Subscriptions are managed by', context);
  const schedule = await readSchedule(text, user, context);
  const to = named ?? (person === null ? channel : undefined);
  return addSubscription(schedule, { channel: to, person }, user, context);
}

/** What was posted may be about the whole shop and name customers. @throws NotPermitted */
function mustSeeAll(rights: Rights): void {
  mustHave(rights, ['sales', 'customers', 'contacts']);
  if (withinFor(rights, ['sales', 'customers', 'contacts']) === undefined) return;
  throw new NotPermitted(
    'What was posted may be about more than the part of the shop that you may see',
    '`/digest preview` shows you the digest of your part.',
  );
}

/** People may change the subscriptions that are sent to them alone. */
export async function mustBeAllowedToChange(
  { rest, user }: Pick<Command, 'rest' | 'user'>,
  verb: string,
  context: SlackContext,
): Promise<void> {
  const subscriptions = await subscriptionsIn(rest, verb, subscriptionView(context));
  if (!subscriptions.every(subscription => isOwn(subscription, user)))
    await mustManage(user, 'Subscriptions are managed by', context);
}

/** Verbs that change what is sent, or post something. */
const CHANGING: ReadonlySet<string> = new Set([
  'now',
  'subscribe',
  'unsubscribe',
  'pause',
  'resume',
  'goal',
  'action',
]);

/** Registers `/digest`, which is acknowledged before it is processed. */
export function registerDigest(app: App, context: SlackContext): void {
  app.command('/digest', async ({ command, ack, context: received }) => {
    await ack();
    const { request } = commandRequest(command, received.signature, context);
    await answerRequest(request, context, async reply => {
      let shown: ReturnType<typeof digestShown> | undefined;
      const onShown = (digest: Digest) => {
        shown = digestShown(digest);
        if (shown.outcome === 'exported') context.limits.exported(command.user_id);
      };
      const text = await answered(command, reply, onShown, context).catch(error => {
        context.audit.record({ ...recordOf(request), ...outcomeOf(error) });
        throw error;
      });
      const [word = ''] = command.text.trim().split(/\s/);
      const { verb = '' } = verbFor(word, [...VERBS.keys()]);
      const outcome = CHANGING.has(verb) ? 'changed' : (shown?.outcome ?? 'shown');
      context.audit.record({ ...recordOf(request), ...shown, outcome, detail: null });
      if (!text) return;
      const forms = text === HELP ? [formButtons(true)] : [];
      await reply.guard(request.privately).post(textMessage(text, ...forms));
    });
  });
}

async function answered(
  { text, user_id: user, channel_id: channel }: SlashCommand,
  reply: Reply,
  onShown: Command['onShown'],
  context: SlackContext,
): Promise<Mrkdwn | undefined> {
  const [word = 'help', rest = ''] = text.trim().split(/\s+(.*)/s);
  const { verb: named = '', near } = verbFor(word || 'help', [...VERBS.keys()]);
  const verb = VERBS.get(named);
  if (!verb) {
    const typed = code(`/digest ${unescapeTyped(word)}`);
    throw new ProblemWithReferences(
      mrkdwn`There is no command ${typed}.`,
      near ? mrkdwn`Did you mean \`/digest ${near}\`?` : HELP,
    );
  }
  context.limits.question(user);
  return verb({ rest, user, channel, reply, onShown }, context).catch((error: unknown) => {
    // What is offered where something is not understood are questions, which subscribe to nothing.
    throw error instanceof NotUnderstood ? new ShopkeeperError(error.message, SEE_HELP) : error;
  });
}

const SEE_HELP = '`/digest help` says what a digest can be of.';

/** What the audit log says of a digest that somebody was shown, or had posted. */
function digestShown({ headline, thread }: Digest) {
  const parts = [headline, ...thread];
  return {
    outcome: parts.some(part => part.file !== undefined) ? ('exported' as const) : ('shown' as const),
    rows: parts.reduce((rows, part) => rows + part.rows.length, 0),
    hasContacts: parts.some(hasContacts),
  };
}

/** Composes a requested digest for its readers, in the person's turn. */
async function asked(
  text: string,
  user: string,
  to: Parameters<typeof readersOf>[0],
  context: SlackContext,
): Promise<Digest> {
  const readers = await readersOf(to, context);
  const compose = () => context.compute('preview', digestText(text, context), sightOf(readers));
  const digest = await context.queue.run(user, compose, 'slow');
  return permittedDigest(digest, readers);
}
