import type { App } from '@slack/bolt';
import { composeDigest, type Digest, defaultAsOf } from '../../digest/compose.js';
import { readDigestRequest } from '../../digest/request.js';
import { describeError, ShopkeeperError } from '../../errors.js';
import { escapeMrkdwn, unescapeTyped } from '../blocks/escape.js';
import { cut, LIMITS } from '../blocks/limits.js';
import type { SlackContext } from '../context.js';
import { channelPlace, deliver, type Place } from '../deliver.js';

const HELP = [
  '*The digest*: sales of the last whole week, who moved between segments, what to do.',
  '`/digest preview` sends it to you alone, `/digest now` posts it here.',
  'Both take `daily`, `weekly` or `monthly`, a segment map and filters, and a day: `/digest preview monthly map:eleven country:Spain as-of:2026-03-31`',
].join('\n');

/** `/digest preview` and `/digest now`. Acknowledged before anything is worked out. */
export function registerDigest(app: App, context: SlackContext): void {
  app.command('/digest', async ({ command, ack, respond }) => {
    await ack();
    const aside = async (text: string) => {
      await respond({ response_type: 'ephemeral', text: cut(text, LIMITS.text) });
    };
    const [word = '', rest = ''] = unescapeTyped(command.text)
      .trim()
      .split(/\s+(.*)/s);
    try {
      if (word === 'preview' || word === 'now') {
        const toAsker = word === 'preview';
        const place = channelPlace(context.client, toAsker ? command.user_id : command.channel_id);
        await post(await asked(rest, context), place, context, toAsker ? undefined : command.user_id);
        if (toAsker) await aside('The digest is in your messages with me.');
      } else if (word === '' || word === 'help') await aside(HELP);
      else throw new ShopkeeperError(`There is no \`/digest ${word}\`.`, HELP);
    } catch (error) {
      context.log[error instanceof ShopkeeperError ? 'info' : 'error']({ err: error }, 'digest not shown');
      await aside(
        error instanceof ShopkeeperError ? describeError(error) : escapeMrkdwn(describeError(error)),
      );
    }
  });
}

async function asked(text: string, { shop }: SlackContext): Promise<Digest> {
  await shop.refresh();
  const { asOf, ...request } = await readDigestRequest(text, shop);
  return composeDigest(shop, asOf ?? (await defaultAsOf(shop)), request);
}

/** The headline, and what belongs to it in its thread. */
async function post(digest: Digest, place: Place, context: SlackContext, askedBy?: string): Promise<void> {
  const ts = await deliver(digest.headline, [place], context, askedBy);
  const thread = ts === undefined ? undefined : place.under?.(ts);
  for (const part of digest.thread) await deliver(part, [thread ?? place], context);
}
