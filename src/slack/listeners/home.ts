import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { subscriptionLines } from '../../digest/subscribe.js';
import { describeError } from '../../errors.js';
import { FAMILIES } from '../../questions/question.js';
import { buttons, section, context as small } from '../blocks/answer-blocks.js';
import { escapeMrkdwn } from '../blocks/escape.js';
import { cutLines, LIMITS } from '../blocks/limits.js';
import type { SlackContext } from '../context.js';
import { deskOf } from '../subscriptions.js';

/** The Home tab: the shop in one line, when digests come next, and everything that can be asked, from the same list as help. */
export function registerHome(app: App, context: SlackContext): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    const blocks = await homeBlocks(context);
    await context.client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
}

async function homeBlocks(context: SlackContext): Promise<KnownBlock[]> {
  const { ask, log } = context;
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: 'Shopkeeper', emoji: false } },
  ];
  try {
    const sales = await ask('sales');
    blocks.push(
      section(escapeMrkdwn(sales.headline)),
      small(escapeMrkdwn([sales.scope, ...sales.notes].join(' · '))),
    );
    const digests = await subscriptionLines(deskOf(context));
    blocks.push(
      section(
        digests.length > 0
          ? cutLines(['*Digests*', ...digests], LIMITS.section)
          : 'No digest is posted yet: `/digest subscribe monday 9:00`, in the channel that is to have it.',
      ),
    );
  } catch (error) {
    log.warn({ err: error }, 'home tab without figures');
    blocks.push(section(`:warning: ${escapeMrkdwn(describeError(error))}`));
  }
  for (const family of FAMILIES) {
    const help = await ask(`${family} help`);
    const rows = help.rows.map(
      row => `*${escapeMrkdwn(String(row.answer))}*\n${escapeMrkdwn(String(row.ask))}`,
    );
    const offer = buttons(help.followUps);
    blocks.push({ type: 'divider' }, section(cutLines(rows, LIMITS.section)), ...(offer ? [offer] : []));
  }
  return blocks;
}
