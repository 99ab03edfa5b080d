import type { Command } from 'commander';
import { answerJson } from '../../answer/answer.js';
import { dayFromIso } from '../../calendar/days.js';
import type { Config } from '../../config/config.js';
import { asPreview, composeDigest, type Digest, defaultAsOf } from '../../digest/compose.js';
import { postedDigest } from '../../digest/post.js';
import { readDigestRequest } from '../../digest/request.js';
import {
  pauseOrResume,
  readSubscription,
  type SubscriptionDesk,
  subscribe,
  subscriptionLines,
  unsubscribe,
} from '../../digest/subscribe.js';
import { ShopkeeperError } from '../../errors.js';
import type { Shop } from '../../shop.js';
import type { Shopkeeper } from '../../shopkeeper.js';
import { slackApp } from '../../slack/app.js';
import { channelPlace } from '../../slack/deliver.js';
import { postAnswers } from '../../slack/digest-poster.js';
import { run, withShopkeeper } from '../run.js';
import { answerText } from '../show/answer.js';

interface Options {
  readonly preview?: boolean;
  readonly show?: string;
  readonly asOf?: string;
  readonly with?: string;
  readonly daily?: boolean;
  readonly monthly?: boolean;
  readonly json?: boolean;
}

const VERBS = `
What it can do:
  digest preview [monthly map:eleven country:Spain]   print it here; nothing is posted
  digest show [2]                                     print the last one but one as it was posted
  digest now C0123456789 [monthly ...]                post it to a channel
  digest subscribe C0123456789 monday 9:00 Europe/Berlin [country:Spain] [only if revenue fell by more than 10%]
  digest list, digest pause 3, digest resume 3, digest unsubscribe 3`;

export function addDigest(program: Command): void {
  program
    .command('digest')
    .argument('[verb]', 'preview, show, now, subscribe, list, pause, resume or unsubscribe')
    .argument('[words...]', 'what it is of, where to and when')
    .option('--preview', 'the same as the verb')
    .option('--show <n>', 'the same as the verb: 1 is the last one, 2 the one before')
    .option('--as-of <date>', 'as it would be on this day (YYYY-MM-DD)')
    .option('--with <options>', 'segment options and filters: "map:eleven country:Spain"')
    .option('--daily', 'of the last day')
    .option('--monthly', 'of the last calendar month')
    .option('--json', 'print the list of answers it is made of')
    .description('the digest of the last whole week (or day, or month), and its subscriptions')
    .addHelpText('after', VERBS)
    .action((verb: string | undefined, words: readonly string[], options: Options) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const named = verb ?? (options.show !== undefined ? 'show' : options.preview ? 'preview' : '');
          const work = WORK[named];
          if (!work)
            throw new ShopkeeperError(
              named ? `There is no "digest ${named}".` : 'Which digest?',
              VERBS.trim(),
            );
          await work(words.map(quoted).join(' '), options, shopkeeper);
        }),
      ),
    );
}

/** @returns once it is done and told */
type Work = (text: string, options: Options, shopkeeper: Shopkeeper) => Promise<void>;

const WORK: Readonly<Record<string, Work>> = {
  preview: async (text, options, { shop }) =>
    print(asPreview(await askedDigest(text, options, shop)), options),
  show: async (text, options, { shop }) => {
    const nth = options.show ?? (text || '1');
    print(await postedDigest(shop.store, /^\d{1,6}$/.test(nth) ? Number(nth) : 0), options);
  },
  now: async (text, options, shopkeeper) => {
    const { channel, rest } = channelIn(text, 'now C0123456789 monthly');
    const { context } = slackApp(shopkeeper);
    const digest = await askedDigest(rest, options, shopkeeper.shop);
    await postAnswers(digest, channelPlace(context.client, channel), context);
    console.log(`The digest is in ${channel}.`);
  },
  subscribe: async (text, _, shopkeeper) => {
    const { channel, rest } = channelIn(text, 'subscribe C0123456789 monday 9:00 Europe/Berlin');
    const desk = deskOf(shopkeeper);
    console.log(await subscribe({ ...(await readSubscription(rest, desk)), channel }, null, desk));
  },
  list: async (_, __, shopkeeper) => {
    const lines = await subscriptionLines(deskOf(shopkeeper));
    console.log(lines.join('\n') || 'There are no subscriptions.');
  },
  pause: async (text, _, shopkeeper) => console.log(await pauseOrResume(text, true, deskOf(shopkeeper))),
  resume: async (text, _, shopkeeper) => console.log(await pauseOrResume(text, false, deskOf(shopkeeper))),
  unsubscribe: async (text, _, shopkeeper) => console.log(await unsubscribe(text, deskOf(shopkeeper))),
};

const deskOf = ({ shop, config, now }: Shopkeeper & { config: Config }): SubscriptionDesk => ({
  shop,
  digests: config,
  now,
  where: channel => `to ${channel}`,
  command: text => `"shopkeeper digest ${text}"`,
  typed: text => text,
});

function dayOf(text: string): number {
  const day = dayFromIso(text);
  if (day === undefined) throw new ShopkeeperError(`"${text}" is no date.`, 'Write it like 2026-11-23.');
  return day;
}

/** The shell has taken the quotes from `country:"United Kingdom"`. */
const quoted = (word: string): string =>
  /^-?[a-z][\w-]*:[^"]*\s/i.test(word) ? word.replace(/:(.*)$/s, ':"$1"') : word;

function channelIn(text: string, example: string): { channel: string; rest: string } {
  const [channel = '', rest = ''] = text.split(/\s+(.*)/s);
  if (/^[CGD][A-Z0-9]{2,}$/.test(channel)) return { channel, rest };
  throw new ShopkeeperError(
    `"${channel}" is no channel's id.`,
    `In Slack: channel details, at the bottom. For example: shopkeeper digest ${example}`,
  );
}

async function askedDigest(text: string, options: Options, shop: Shop): Promise<Digest> {
  const said = await readDigestRequest([text, options.with ?? ''].join(' '), shop);
  const { asOf = await defaultAsOf(shop), grain = 'week', ...request } = said;
  return composeDigest(shop, options.asOf === undefined ? asOf : dayOf(options.asOf), {
    ...request,
    grain: options.daily ? 'day' : options.monthly ? 'month' : grain,
  });
}

function print(digest: Digest, { json }: Options): void {
  const answers = [digest.headline, ...digest.thread];
  if (json) console.log(JSON.stringify(answers.map(answerJson), null, 2));
  else console.log(answers.map(a => answerText(a, process.stdout.columns ?? 100)).join('\n\n────────\n\n'));
}
