import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { permittedAnswer } from '../../../access/permitted.js';
import { FAMILIES } from '../../../answering/declaration.js';
import { noteText } from '../../../core/answer/notes.js';
import { scopeText } from '../../../core/answer/scope.js';
import { buttons } from '../blocks/answer-blocks.js';
import { cutLines, LIMITS } from '../blocks/limits.js';
import { escaped, Mrkdwn, mrkdwn, section, context as small } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { problemMessage } from '../problem-message.js';
import { answerRequest, signatureKey } from '../requests.js';
import { visibleSubscriptionLines } from '../subscriptions.js';

/** Slack repeats an event for up to five minutes; an hour is safe. */
const SAME_EVENT_MS = 3_600_000;

/** A view's workspace, which the library's type lacks. */
const viewSchema = z.object({ team_id: z.string() });

/** Shows the Home tab: the sales in one line, the next digests, and the questions that help also lists. */
export function registerHome(app: App, context: SlackContext): void {
  app.event('app_home_opened', async ({ event, body, context: received }) => {
    if (event.tab !== 'home') return;
    const { user } = event;
    const publish = async (blocks: KnownBlock[]) => {
      await context.client.views.publish({ user_id: user, view: { type: 'home', blocks } });
      return undefined;
    };
    await answerRequest(
      {
        surface: 'home',
        identity: {
          user,
          teams: [body.team_id, viewSchema.safeParse(event.view).data?.team_id].filter(
            team => team !== undefined,
          ),
          enterprise: body.enterprise_id,
        },
        channel: undefined,
        question: mrkdwn`the Home tab`,
        text: 'the Home tab',
        onceKeys: [
          ...signatureKey(received.signature),
          { id: `event:${body.event_id}`, withinMs: SAME_EVENT_MS },
        ],
        privately: { post: message => publish(message.blocks ?? []) },
      },
      context,
      async () => {
        await publish(await context.queue.run(user, () => homeBlocks(user, context)));
      },
    );
  });
}

async function homeBlocks(user: string, context: SlackContext): Promise<KnownBlock[]> {
  const { log } = context;
  const rights = await context.permissions.of(user, undefined);
  const ask = (text: string) =>
    permittedAnswer(({ part, names }) => context.ask(text, undefined, part, names), rights);
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: 'Shopkeeper', emoji: false } },
  ];
  try {
    const sales = await ask('sales');
    blocks.push(
      section(escaped(sales.headline)),
      small(escaped([scopeText(sales.scope), ...sales.notes.map(noteText)].join(' · '))),
    );
    const digests = await visibleSubscriptionLines(user, context);
    blocks.push(
      section(
        digests.length > 0
          ? Mrkdwn.ofEscaped(cutLines(['*Digests*', ...digests], LIMITS.section))
          : mrkdwn`There is no digest yet. \`/digest subscribe monday 9:00\` adds one to a channel.`,
      ),
    );
  } catch (error) {
    log.warn({ err: error }, 'the Home tab has no figures');
    blocks.push(...problemMessage(error).blocks);
  }
  for (const family of FAMILIES) {
    const help = await ask(`${family} help`).catch(() => undefined);
    // The store cannot be read, as reported above.
    if (!help) continue;
    const rows = help.rows.map(row => mrkdwn`*${String(row.answer)}*\n${String(row.ask)}`.source);
    const actions = buttons(help.followUps);
    blocks.push(
      { type: 'divider' },
      section(Mrkdwn.ofEscaped(cutLines(rows, LIMITS.section))),
      ...(actions ? [actions] : []),
    );
  }
  return blocks;
}
