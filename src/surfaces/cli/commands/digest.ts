import type { Command } from 'commander';
import type { Shopkeeper } from '../../../app/shopkeeper.js';
import { answerJson } from '../../../core/answer/answer.js';
import { dayFromIso } from '../../../core/calendar/days.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { asPreview } from '../../../digest/compose/compose.js';
import type { Digest } from '../../../digest/compose/digest.js';
import { PARTS } from '../../../digest/compose/parts.js';
import { postedDigest } from '../../../digest/delivery/posted.js';
import { composeRequested } from '../../../digest/subscriptions/requested.js';
import {
  pauseOrResume,
  readSubscription,
  type SubscriptionView,
  subscribe,
  subscriptionLines,
  unsubscribe,
} from '../../../digest/subscriptions/subscribe.js';
import { verbFor } from '../../../digest/subscriptions/verbs.js';
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
Commands:
  digest preview [monthly map:eleven country:Spain]   print it here; nothing is posted
  digest show [2]                                     print the second to last digest as it was posted
  digest now C0123456789 [monthly ...]                post it to a channel
  digest subscribe C0123456789 monday 9:00 Europe/Berlin [country:Spain]
    [only if revenue fell by more than 10%]           post it every week
  digest tell C0123456789 when a day is out of line by more than 10% and at least $500
                                                      an alert: a message only then
  digest list                                         list the subscriptions
  digest pause 3, digest resume 3, digest unsubscribe 3

The details in its thread, all unless you choose (parts:plan,findings, or parts:none for the headline alone):
${PARTS.map(part => `  ${part.name.padEnd(12)}${part.description}`).join('\n')}`;

export function addDigest(program: Command): void {
  program
    .command('digest')
    .argument('[verb]', 'preview, show, now, subscribe, list, pause, resume or unsubscribe')
    .argument('[words...]', 'options of the digest, its channel and its schedule')
    .option('--preview', 'same as digest preview')
    .option('--show <n>', 'same as digest show: 1 is the last digest, 2 the one before')
    .option('--as-of <date>', 'compose it as of this day (YYYY-MM-DD)')
    .option('--with <options>', 'segment options and filters: "map:eleven country:Spain"')
    .option('--daily', 'cover the last day')
    .option('--monthly', 'cover the last calendar month')
    .option('--json', 'print its answers as JSON')
    .description('show, post or schedule the digest of the last whole week, day or month')
    .addHelpText('after', VERBS)
    // A filter such as `-status:Cancelled` begins like an option.
    .allowUnknownOption()
    .action((verb: string | undefined, words: readonly string[], options: Options) =>
      run(() =>
        withShopkeeper(async shopkeeper => {
          const unknown = words.find(word => word.startsWith('--') || /^-[a-z]$/i.test(word));
          if (unknown)
            throw new ShopkeeperError(
              `There is no option ${unknown}.`,
              '`shopkeeper digest help` lists the options.',
            );
          const typedVerb = verb ?? (options.show !== undefined ? 'show' : options.preview ? 'preview' : '');
          const { verb: name = '', near } = verbFor(typedVerb, Object.keys(COMMANDS));
          const command = COMMANDS[name];
          if (!command)
            throw new ShopkeeperError(
              typedVerb ? `There is no "digest ${typedVerb}".` : 'Which digest command?',
              near ? `Did you mean "digest ${near}"?` : VERBS.trim(),
            );
          await command([...words.map(quoted), ...wordsOf(options)].join(' '), options, shopkeeper);
        }),
      ),
    );
}

/** Carries out a verb of the command and prints its result. */
type DigestCommand = (text: string, options: Options, shopkeeper: Shopkeeper) => Promise<void>;

/** The options as words of the request. */
function wordsOf({ with: more, daily, monthly, asOf }: Options): string[] {
  if (asOf !== undefined && dayFromIso(asOf) === undefined)
    throw new ShopkeeperError(`"${asOf}" is not a date.`, 'Write it like 2026-11-23.');
  return [
    ...(more ? [more] : []),
    ...(daily ? ['daily'] : []),
    ...(monthly ? ['monthly'] : []),
    ...(asOf ? [`as-of:${asOf}`] : []),
  ];
}

const COMMANDS: Readonly<Record<string, DigestCommand>> = {
  help: async () => console.log(VERBS.trim()),
  preview: async (text, options, shopkeeper) =>
    print(asPreview(await askedDigest(text, shopkeeper)), options),
  show: async (text, options, { shop }) => {
    const nth = options.show ?? (text || '1');
    print(await postedDigest(shop.store, /^\d{1,6}$/.test(nth) ? Number(nth) : 0), options);
  },
  now: async (text, _, shopkeeper) => {
    const { channel, rest } = channelIn(text, 'now C0123456789 monthly');
    // Loaded only here: Slack's packages would slow the start of every other command by half.
    const [{ slackApp }, { postNow }] = await Promise.all([
      import('../../slack/app.js'),
      import('../../slack/digest-poster.js'),
    ]);
    const { context } = slackApp(shopkeeper);
    await postNow(await askedDigest(rest, shopkeeper), { channel }, context);
    console.log(`The digest was posted to ${channel}.`);
  },
  subscribe: async (text, _, shopkeeper) => {
    const { channel, rest } = channelIn(text, 'subscribe C0123456789 monday 9:00 Europe/Berlin');
    const view = subscriptionView(shopkeeper);
    console.log(
      await subscribe(
        { ...(await readSubscription(rest, view)), channel },
        { person: null, createdBy: null },
        view,
      ),
    );
  },
  list: async (_, __, shopkeeper) => {
    const lines = await subscriptionLines(subscriptionView(shopkeeper));
    console.log(lines.join('\n') || 'There are no subscriptions.');
  },
  pause: async (text, _, shopkeeper) =>
    console.log(await pauseOrResume(text, 'pause', subscriptionView(shopkeeper))),
  resume: async (text, _, shopkeeper) =>
    console.log(await pauseOrResume(text, 'resume', subscriptionView(shopkeeper))),
  unsubscribe: async (text, _, shopkeeper) =>
    console.log(await unsubscribe(text, subscriptionView(shopkeeper))),
};

const subscriptionView = ({ shop, config, now }: Shopkeeper): SubscriptionView => ({
  shop,
  digests: config,
  now,
  where: channel => `to ${channel}`,
  command: text => `"shopkeeper digest ${text}"`,
  code: text => text,
  typed: text => text,
});

/** Restores the quotes that the shell removed from `country:"United Kingdom"`. */
const quoted = (word: string): string =>
  /^-?[a-z][\w-]*:[^"]*\s/i.test(word) ? word.replace(/:(.*)$/s, ':"$1"') : word;

function channelIn(text: string, example: string): { channel: string; rest: string } {
  const [id = '', rest = ''] = text.split(/\s+(.*)/s);
  const channel = id.toUpperCase();
  if (/^[CGD][A-Z0-9]{2,}$/.test(channel)) return { channel, rest };
  throw new ShopkeeperError(
    `"${id}" is not a channel id.`,
    `Slack shows it at the bottom of the channel details. For example: shopkeeper digest ${example}`,
  );
}

const askedDigest = (text: string, shopkeeper: Shopkeeper): Promise<Digest> =>
  composeRequested(text, subscriptionView(shopkeeper));

function print(digest: Digest, { json }: Options): void {
  const answers = [digest.headline, ...digest.thread];
  if (json) console.log(JSON.stringify(answers.map(answerJson), null, 2));
  else console.log(answers.map(a => answerText(a, process.stdout.columns ?? 100)).join('\n\n────────\n\n'));
}
