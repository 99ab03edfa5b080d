import { composeDigest, type Digest } from '../digest/compose.js';
import type { DigestJob, Failed, Found, Mark } from '../digest/job.js';
import { keepPosted } from '../digest/posted.js';
import { ShopkeeperError, StoreError } from '../errors.js';
import { escapeMrkdwn } from './blocks/escape.js';
import type { SlackContext } from './context.js';
import { channelPlace, deliver, giveFile, type Place } from './deliver.js';
import { rateLimitSeconds, shortReason, slackCode, surelyRejected } from './failure.js';

/** What the messages of digests are marked with (Slack's message metadata, which nobody sees). */
const EVENT = 'shopkeeper_digest';
/** More messages than this since the run began are not looked through. */
const LOOKED_THROUGH = 5_000;
const A_PAGE = 200;

/** What a person can do where Slack refuses a message for good. */
const REMEDIES: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite me there: /invite @shopkeeper.',
  channel_not_found:
    'The channel is gone, or private and I am not in it: /invite @shopkeeper, or choose another one (/digest list, DIGEST_CHANNEL).',
  is_archived: 'The channel is archived: unarchive it, or choose another one (/digest list, DIGEST_CHANNEL).',
  restricted_action:
    'Posting there is restricted: allow the app to post, or choose another one (/digest list, DIGEST_CHANNEL).',
  missing_scope: 'The app lacks a permission: reinstall it from manifest.json.',
  invalid_auth: 'Slack does not accept the token: shopkeeper doctor says what to mend.',
  token_revoked: 'The app was uninstalled or its token revoked: install it again.',
};

const remedyFor = (error: unknown): string | undefined =>
  error instanceof ShopkeeperError && !(error instanceof StoreError)
    ? error.hint && escapeMrkdwn(error.hint)
    : REMEDIES[slackCode(error) ?? ''];

/** Somebody who looks after digests: the id of a channel or a person, and as a sentence names them. */
export interface Steward {
  readonly id: string;
  readonly called: string;
}

/** Tells the ops channel and whoever subscribed, where there are such; the log has it in any case. */
async function tell(
  context: SlackContext,
  channel: string,
  whom: readonly Steward[],
  error: unknown,
  { isGivenUp, what }: Failed,
): Promise<boolean> {
  const said = [
    `:warning: ${what === 'digest' ? 'The digest' : 'Some replies of the digest'} for ${placeOf(channel)} could not be posted: ${escapeMrkdwn(shortReason(error)).replace(/\.$/, '')}.`,
    remedyFor(error),
    isGivenUp
      ? `It was tried for some hours and is given up for this time${what === 'digest' ? '; `/digest now` posts it' : ''}.`
      : `It is tried again for some hours${what === 'digest' ? '; after that `/digest now` posts it' : ''}.`,
  ];
  return inform(context, whom, said.filter(part => part !== undefined).join(' '));
}

const placeOf = (channel: string): string => (/^[CG]/.test(channel) ? `<#${channel}>` : 'a direct message');

/** @returns false where there is somebody and nobody could be told */
async function inform(
  { client, log }: SlackContext,
  whom: readonly Steward[],
  text: string,
): Promise<boolean> {
  let told = 0;
  for (const one of new Set(whom.map(w => w.id))) {
    try {
      await channelPlace(client, one).post({ text });
      told++;
    } catch (failure) {
      log.error({ err: failure, whom: one }, 'nobody there could be told about a digest');
    }
  }
  return told > 0 || whom.length === 0;
}

/**
 * Posts digests to a channel as the bot, each answer with its chart and the ladder of fallbacks.
 * @param whom who are told where one cannot be posted, or has no data
 */
export function digestJob(
  context: SlackContext,
  channel: string,
  whom: readonly Steward[] = [],
  own: Partial<Pick<DigestJob, 'name' | 'grain' | 'compose'>> = {},
): DigestJob {
  const others = whom.filter(w => w.id !== channel);
  return {
    shop: context.shop,
    channel,
    name: channel,
    grain: 'week',
    compose: asOf => composeDigest(context.shop, asOf),
    ...own,
    log: context.log,
    now: context.now,
    notPosted: surelyRejected,
    needsPerson: error => remedyFor(error) !== undefined,
    ...(others.length > 0 && { reportsTo: [...new Set(others.map(w => w.called))].join(' and ') }),
    report: headline =>
      inform(
        context,
        others,
        `:warning: The digest for ${placeOf(channel)} had nothing to tell. ${escapeMrkdwn([headline.headline, ...headline.actions].join(' '))}`,
      ),
    tell: (error, failed) => tell(context, channel, whom, error, failed),
    post: (answer, mark, threadTs, mayI) =>
      context.pace(channel, async () => {
        await mayI();
        const log = context.log.child({ digest: mark.run, part: mark.part });
        return deliver(answer, [marked(context, channel, mark, threadTs)], { ...context, log });
      }),
    waitMs: error => (rateLimitSeconds(error) ?? 0) * 1_000,
    attach: (answer, threadTs, mayI) =>
      context.pace(channel, async () => {
        await mayI();
        await giveFile(answer, channelPlace(context.client, channel, threadTs));
      }),
    find: (run, since, headline) => findMarked(context, channel, run, since, headline),
  };
}

const marked = ({ client }: SlackContext, channel: string, { run, part }: Mark, threadTs?: string) =>
  channelPlace(client, channel, threadTs, { event_type: EVENT, event_payload: { run, part } });

interface Message {
  readonly ts?: string;
  readonly files?: readonly { readonly name?: string | null; readonly title?: string | null }[];
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

interface Page {
  readonly messages?: unknown;
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** Goes through pages until one is enough. @throws where there are more than are looked through: what is not seen may be there */
async function eachPage(
  ask: (cursor: string | undefined) => Promise<Page>,
  isEnough: (messages: readonly Message[]) => boolean,
): Promise<void> {
  let cursor: string | undefined;
  for (let seen = 0; seen < LOOKED_THROUGH; seen += A_PAGE) {
    const page = await ask(cursor);
    cursor = page.response_metadata?.next_cursor || undefined;
    if (isEnough((page.messages ?? []) as Message[]) || cursor === undefined) return;
  }
  throw new Error(`There are more than ${LOOKED_THROUGH} messages since the digest was begun.`);
}

/** The messages of a run in a channel, and in the thread of its headline, with the files there. @throws the client's error where it may not read */
async function findMarked(
  { client }: SlackContext,
  channel: string,
  run: string,
  since: Date,
  known: string | undefined,
): Promise<Found> {
  const found = new Map<number, string>();
  const files = new Set<string>();
  const take = (messages: readonly Message[]) => {
    for (const { ts, metadata, files: shared } of messages) {
      for (const { name, title } of shared ?? []) files.add(name ?? title ?? '');
      const payload: { run?: unknown; part?: unknown } = metadata?.event_payload ?? {};
      if (metadata?.event_type === EVENT && payload.run === run && ts !== undefined)
        found.set(Number(payload.part), ts);
    }
  };
  const oldest = String(Math.floor(since.getTime() / 1_000));
  const all = { channel, limit: A_PAGE, include_all_metadata: true };
  if (known === undefined)
    await eachPage(
      cursor => client.conversations.history({ ...all, oldest, cursor }),
      page => {
        take(page);
        return found.has(0);
      },
    );
  else found.set(0, known);
  const headline = found.get(0);
  if (headline !== undefined)
    await eachPage(
      cursor => client.conversations.replies({ ...all, ts: headline, cursor }),
      page => {
        take(page);
        return false;
      },
    );
  return { parts: found, files };
}

/** Posts a digest that somebody waits for: the headline, and what belongs to it in its thread. @returns the headline's timestamp */
export async function postAnswers(
  { headline, thread }: Digest,
  place: Place,
  context: SlackContext,
  askedBy?: string,
): Promise<string | undefined> {
  const ts = await deliver(headline, [place], context, askedBy);
  const under = ts === undefined ? undefined : place.under?.(ts);
  for (const part of thread) await deliver(part, [under ?? place], context);
  return ts;
}

/** Posts a digest to a channel because somebody says so, and keeps it as it was posted. */
export async function postNow(
  digest: Digest,
  channel: string,
  context: SlackContext,
  askedBy?: string,
): Promise<void> {
  const ts = await postAnswers(digest, channelPlace(context.client, channel), context, askedBy);
  await keepPosted(context.shop.store, digest, { channel, ts, at: context.now() });
}
