import type { KnownBlock } from '@slack/types';
import { permittedAnswer } from '../../../access/permitted.js';
import { FAMILIES } from '../../../answering/declaration.js';
import { buttons } from '../blocks/answer-blocks.js';
import { cutLines, LIMITS } from '../blocks/limits.js';
import { Mrkdwn, mrkdwn, section } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { problemMessage } from '../problem-message.js';
import { administrationBlocks, dataBlocks } from './administration.js';
import { digestBlocks } from './digests.js';
import { type AskFor, attentionBlocks, salesBlocks, segmentBlocks } from './figures.js';

/** Blocks of the Home tab (Slack's documentation). */
const MOST_BLOCKS = 100;

/** A person's Home tab: only what they may see. A part that fails says so, and the others stand. */
export async function homeBlocks(user: string, context: SlackContext): Promise<KnownBlock[]> {
  const { log } = context;
  const rights = await context.permissions.of(user, undefined);
  const ask: AskFor = text =>
    permittedAnswer(({ part, names }) => context.ask(text, undefined, part, names), rights);
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: 'Shopkeeper', emoji: false } },
  ];
  const parts: readonly (() => Promise<KnownBlock[]>)[] = [
    () => dataBlocks(user, context),
    () => salesBlocks(ask),
    () => segmentBlocks(ask),
    () => attentionBlocks(ask),
    () => digestBlocks(user, context),
    () => administrationBlocks(user, context),
  ];
  let reported = '';
  for (const part of parts) {
    try {
      blocks.push(...(await part()));
    } catch (error) {
      log.warn({ err: error }, 'a part of the Home tab failed');
      const message = problemMessage(error);
      // A store that cannot be read fails all of them.
      if (message.text !== reported) blocks.push(...message.blocks);
      reported = message.text;
    }
  }
  return [...blocks, ...(await helpBlocks(ask))].slice(0, MOST_BLOCKS);
}

/** What can be asked, with buttons. Their ids must differ between the families. */
async function helpBlocks(ask: AskFor): Promise<KnownBlock[]> {
  const blocks: KnownBlock[] = [];
  for (const [i, family] of FAMILIES.entries()) {
    const help = await ask(`${family} help`).catch(() => undefined);
    // The store cannot be read, as reported above.
    if (!help) continue;
    const rows = help.rows.map(row => mrkdwn`*${String(row.answer)}*\n${String(row.ask)}`.source);
    const actions = buttons(help.followUps, i * 10);
    blocks.push(
      { type: 'divider' },
      section(Mrkdwn.ofEscaped(cutLines(rows, LIMITS.section))),
      ...(actions ? [actions] : []),
    );
  }
  return blocks;
}
