import type { Shop } from '../../answering/shop.js';
import { ShopkeeperError } from '../../core/errors.js';
import {
  addSubscription,
  listSubscriptions,
  pauseSubscription,
  removeSubscription,
  type Subscription,
} from '../../store/tables/subscriptions.js';
import type { DigestGrain } from '../periods.js';
import { takeCondition } from './condition-words.js';
import { grainNamedIn, type ParsedRequest, readDigestRequest } from './request.js';
import { nextDue, showMoment, usualGrain, type When } from './when.js';
import { readWhen, tidied } from './when-words.js';

/** What the settings say of digests. */
export interface DigestSettings {
  readonly DIGEST_CHANNEL?: string | undefined;
  readonly DIGEST_CRON: string;
  /** What the digest of the settings is of: `monthly map:eleven country:Spain`. */
  readonly DIGEST_OPTIONS: string;
  readonly SHOP_TIMEZONE: string;
}

/** Where subscriptions are managed from: how a surface names a place and one of its commands. */
export interface SubscriptionView {
  readonly shop: Shop;
  readonly digests: DigestSettings;
  readonly now: () => Date;
  /** `to #sales`, or `to @anna alone` where it is for a person */
  readonly where: (channel: string, person: string | null) => string;
  /** `/digest pause 3` */
  readonly command: (text: string) => string;
  /** Something as it is typed, set off from the words around it. */
  readonly code: (text: string) => string;
  /** What somebody has typed, as it is shown there. */
  readonly typed: (text: string) => string;
}

/** A digest that is posted again and again, as it was asked for. */
export type Schedule = Pick<Subscription, 'channel' | 'cron' | 'zone' | 'grain' | 'request'>;

const EXAMPLE = 'monday 9:00 Europe/Berlin country:Spain only if revenue fell by more than 10%';
/** Cron expressions that a subscription's next time tells by itself. */
const PLAIN_CRON = /^\d+ \d+ (?:\* \* [\d*]|1 \* \*)$/;
const EACH: Readonly<Record<DigestGrain, string>> = { day: 'daily', week: 'weekly', month: 'monthly' };

/** The digest of the settings; undefined where they name no channel. */
export function scheduleOfSettings(settings: DigestSettings, now: Date): Schedule | undefined {
  const {
    DIGEST_CHANNEL: channel,
    DIGEST_CRON: cron,
    SHOP_TIMEZONE: zone,
    DIGEST_OPTIONS: request,
  } = settings;
  if (!channel) return undefined;
  return { channel, cron, zone, request, grain: grainNamedIn(request) ?? usualGrain({ cron, zone }, now) };
}

/**
 * Reads `monday 9:00 Europe/Berlin country:Spain only if revenue fell by more than 10%`.
 * @throws ShopkeeperError, NotUnderstood where a part of it cannot be
 */
export async function readSubscription(
  text: string,
  { shop, digests, now }: Pick<SubscriptionView, 'shop' | 'digests' | 'now'>,
): Promise<Omit<Schedule, 'channel'>> {
  const { clause, rest } = takeCondition(tidied(text));
  const { when, rest: request } = readWhen(rest, digests.SHOP_TIMEZONE);
  nextText(when, now());
  const all = `${request} ${clause}`.replace(/\s+/g, ' ').trim();
  const { asOf, grain = usualGrain(when, now()) } = await readDigestRequest(all, shop, EXAMPLE);
  if (asOf !== undefined)
    throw new ShopkeeperError(
      'A subscription is as of each day it is posted on, not of one day.',
      'Leave as-of out: monday 9:00 Europe/Berlin. A preview takes one.',
    );
  return { ...when, grain, request: all };
}

/**
 * Reads what a single digest is to be of. What would be a subscription is taken for its digest, so that one
 * can be seen before it is made.
 * @throws ShopkeeperError, NotUnderstood where a part of it cannot be
 */
export async function readPreviewRequest(
  text: string,
  { shop, digests, now }: Pick<SubscriptionView, 'shop' | 'digests' | 'now'>,
): Promise<ParsedRequest> {
  try {
    return await readDigestRequest(text, shop);
  } catch (error) {
    const { clause, rest } = takeCondition(tidied(text));
    const { when, isSaid, rest: request } = readWhen(rest, digests.SHOP_TIMEZONE);
    if (!isSaid) throw error;
    nextText(when, now());
    return { grain: usualGrain(when, now()), ...(await readDigestRequest(`${request} ${clause}`, shop)) };
  }
}

/**
 * Keeps a subscription.
 * @returns its confirmation: where to, how often, and when next
 * @throws ShopkeeperError where there is one just like it
 */
export async function subscribe(
  said: Schedule,
  { person, createdBy }: Pick<Subscription, 'person' | 'createdBy'>,
  view: SubscriptionView,
): Promise<string> {
  const same = (await listSubscriptions(view.shop.store)).find(s =>
    (['channel', 'cron', 'zone', 'grain', 'request'] as const).every(key => s[key] === said[key]),
  );
  if (same)
    throw new ShopkeeperError(
      `That is subscription ${same.id} already${same.isPaused ? ', which is paused' : ''}.`,
      same.isPaused
        ? `${view.command(`resume ${same.id}`)} has it go on.`
        : `${view.command('list')} has them all.`,
    );
  const id = await addSubscription(view.shop.store, {
    ...said,
    person,
    createdBy,
    createdAt: view.now().toISOString(),
  });
  return `Subscription ${id}: ${view.where(said.channel, person)}, ${scheduleText(said, view)}. ${view.command(`unsubscribe ${id}`)} ends it.`;
}

/**
 * Every digest that is posted by itself, a line each: that of the settings, then the subscriptions by their
 * numbers.
 * @param isShown only such subscriptions; then not that of the settings either
 */
export async function subscriptionLines(
  view: SubscriptionView,
  isShown?: (subscription: Subscription) => boolean,
): Promise<string[]> {
  const own = isShown ? undefined : scheduleOfSettings(view.digests, view.now());
  const all = await listSubscriptions(view.shop.store);
  const subscriptions = isShown ? all.filter(isShown) : all;
  return [
    ...(own
      ? [`By the settings (DIGEST_CHANNEL): ${view.where(own.channel, null)}, ${scheduleText(own, view)}`]
      : []),
    ...subscriptions.map(
      s =>
        `${s.id}: ${view.where(s.channel, s.person ?? s.createdBy)}, ${s.isPaused ? `${ofText(s, view)}, paused` : scheduleText(s, view)}`,
    ),
  ];
}

/** @throws ShopkeeperError where there is no such subscription */
export async function unsubscribe(text: string, view: SubscriptionView): Promise<string> {
  const subscriptions = await subscriptionsIn(text, 'unsubscribe', view);
  for (const { id } of subscriptions) await removeSubscription(view.shop.store, id);
  return subscriptions.map(({ id }) => `Subscription ${id} is gone.`).join('\n');
}

/** @throws ShopkeeperError where there is no such subscription */
export async function pauseOrResume(
  text: string,
  verb: 'pause' | 'resume',
  view: SubscriptionView,
): Promise<string> {
  const { shop, now, command } = view;
  const lines: string[] = [];
  for (const own of await subscriptionsIn(text, verb, view)) {
    await pauseSubscription(shop.store, own.id, verb === 'pause', now().toISOString());
    lines.push(
      verb === 'pause'
        ? `Subscription ${own.id} is paused. ${command(`resume ${own.id}`)} has it go on.`
        : `Subscription ${own.id} goes on, next on ${nextText(own, now())}.`,
    );
  }
  return lines.join('\n');
}

/**
 * The subscriptions that a text numbers: `3`, `#3, #5`, `all`.
 * @throws ShopkeeperError where there is none of such a number
 */
export async function subscriptionsIn(
  text: string,
  verb: string,
  { shop, command }: Pick<SubscriptionView, 'shop' | 'command'>,
): Promise<Subscription[]> {
  const all = await listSubscriptions(shop.store);
  const said = text.trim().toLowerCase();
  if (said === 'all' && all.length > 0) return all;
  const numbers = said.split(/[\s,]+|\band\b/).filter(n => n !== '');
  if (numbers.length === 0 || !numbers.every(n => /^#?\d{1,9}$/.test(n)))
    throw new ShopkeeperError(
      'Which subscription?',
      `${command('list')} has their numbers; then for example ${command(`${verb} 3`)}`,
    );
  return [...new Set(numbers)].map(number => {
    const id = Number(number.replace('#', ''));
    const found = all.find(s => s.id === id);
    if (found) return found;
    throw new ShopkeeperError(`There is no subscription ${id}.`, `${command('list')} has them all.`);
  });
}

const scheduleText = (standing: Omit<Schedule, 'channel'>, view: SubscriptionView): string =>
  `${ofText(standing, view)}, next on ${nextText(standing, view.now())}`;

/** `weekly (country:Spain)` */
function ofText(
  { cron, grain, request }: Omit<Schedule, 'channel'>,
  { typed, code }: SubscriptionView,
): string {
  const of = request.replace(new RegExp(`(^|\\s)${EACH[grain]}(?=\\s|$)`, 'i'), '').trim();
  const times = PLAIN_CRON.test(cron) ? '' : ` by ${code(`cron:"${cron}"`)}`;
  return `${EACH[grain]}${times}${of && ` (${typed(of)})`}`;
}

/** When it is due next. @throws ShopkeeperError where a cron expression cannot be understood */
export function nextText(when: When, now: Date): string {
  try {
    const next = nextDue(when, now);
    if (next) return showMoment(next, when.zone);
  } catch {
    // Said below, with an example.
  }
  throw new ShopkeeperError(
    `"${when.cron}" is no cron expression that is ever due.`,
    'It has five fields, minute hour day month weekday: cron:"0 9 * * 1-5"',
  );
}
