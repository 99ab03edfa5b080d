import type { Button, KnownBlock } from '@slack/types';
import { showDay } from '../../../core/calendar/days.js';
import { subscriptionLines } from '../../../digest/subscriptions/subscribe.js';
import type { RunState } from '../../../store/tables/digest-runs.js';
import { type LastRun, lastRuns } from '../../../store/tables/last-runs.js';
import { listSubscriptions, type Subscription } from '../../../store/tables/subscriptions.js';
import { Mrkdwn, mrkdwn, section } from '../blocks/mrkdwn.js';
import type { SlackContext } from '../context.js';
import { formButtons } from '../modals/buttons.js';
import { isDirect, isManager, isOwn, subscriptionView } from '../subscriptions.js';

/** Subscriptions that have buttons; the others are in `/digest list`. */
const SHOWN = 10;

const STATES: Readonly<Record<RunState, string>> = {
  claimed: 'is being composed',
  sending: 'is being posted',
  replying: 'is being posted',
  unknown: 'may have been posted',
  refused: 'was refused by Slack, and is tried again',
  posted: 'was posted',
  withheld: 'was not due: its conditions did not hold',
  'given up': 'could not be posted',
};

export const SUBSCRIPTION_ACTION = /^subscription_(pause|resume|unsubscribe)_\d+$/;

/** The digests that a person may see: when they are due next, what became of the last, and buttons. */
export async function digestBlocks(user: string, context: SlackContext): Promise<KnownBlock[]> {
  const { store } = context.shop;
  const isAll = await isManager(user, context);
  const view = subscriptionView(context);
  const all = await listSubscriptions(store);
  const mine = isAll ? all : all.filter(subscription => isOwn(subscription, user));
  const runs = new Map((await lastRuns(store)).map(run => [run.channel, run]));
  const ofSettings = isAll ? (await subscriptionLines(view)).slice(0, -all.length || undefined) : [];
  const forms = formButtons(isAll);
  const heading = section(mrkdwn`*Digests*`);
  if (mine.length === 0 && ofSettings.length === 0)
    return [heading, section(isAll ? NONE : NONE_OF_YOURS), forms];
  const blocks: KnownBlock[] = [heading];
  for (const line of ofSettings) {
    const run = runs.get(context.digests.DIGEST_CHANNEL ?? '');
    blocks.push(section(Mrkdwn.ofEscaped(line + lastText(run))));
  }
  for (const subscription of mine.slice(0, SHOWN)) {
    const [line = ''] = await subscriptionLines(view, s => s.id === subscription.id);
    blocks.push(
      section(Mrkdwn.ofEscaped(line + lastText(runs.get(subscription.channel)))),
      buttonsOf(subscription),
    );
  }
  if (mine.length > SHOWN) blocks.push(section(mrkdwn`\`/digest list\` shows ${mine.length - SHOWN} more.`));
  return [...blocks, forms];
}

const NONE = mrkdwn`There is no digest yet. \`/digest subscribe monday 9:00\` adds one to a channel.`;
const NONE_OF_YOURS = mrkdwn`You get no digest yet. \`/digest subscribe me monday 9:00\` sends you one.`;

const lastText = (run: LastRun | undefined): string =>
  run === undefined
    ? ''
    : mrkdwn`\nThe last one, through ${showDay(run.through)}, ${STATES[run.state]}.`.source;

function buttonsOf({ id, isPaused, channel }: Subscription): KnownBlock {
  const verb = isPaused ? 'resume' : 'pause';
  const button = (name: string, label: string): Button => ({
    type: 'button',
    action_id: `subscription_${name}_${id}`,
    text: { type: 'plain_text', text: label, emoji: false },
    value: String(id),
  });
  const remove: Button = {
    ...button('unsubscribe', 'Remove'),
    style: 'danger',
    confirm: {
      title: { type: 'plain_text', text: 'Remove this digest?' },
      text: {
        type: 'plain_text',
        text: isDirect(channel) ? 'It is not sent any more.' : 'It is not posted there any more.',
      },
      confirm: { type: 'plain_text', text: 'Remove' },
      deny: { type: 'plain_text', text: 'Keep it' },
    },
  };
  return { type: 'actions', elements: [button(verb, isPaused ? 'Resume' : 'Pause'), remove] };
}
