import type { Shop } from '../../answering/shop.js';
import { ShopkeeperError } from '../../core/errors.js';
import {
  addSubscription,
  listSubscriptions,
  pauseSubscription,
  removeSubscription,
  type Subscription,
} from '../../store/tables/subscriptions.js';
import type { DigestGrain } from '../compose/periods.js';
import { takeCondition } from './condition-words.js';
import { grainNamedIn, type ParsedRequest, readDigestRequest } from './request.js';
import { nextDue, showMoment, usualGrain, type When } from './when.js';
import { readWhen, tidied } from './when-words.js';

/** The settings of digests. */
export interface DigestSettings {
  readonly DIGEST_CHANNEL?: string | undefined;
  readonly DIGEST_CRON: string;
  /** What the digest for DIGEST_CHANNEL is to hold: `monthly map:eleven country:Spain`. */
  readonly DIGEST_OPTIONS: string;
  readonly SHOP_TIMEZONE: string;
}

/** How a surface shows subscriptions: its words for a destination, a command, and typed text. */
export interface SubscriptionView {
  readonly shop: Shop;
  readonly digests: DigestSettings;
  readonly now: () => Date;
  /** `to #sales`; `to @anna alone` if it is for a person */
  readonly where: (channel: string, person: string | null) => string;
  /** `/digest pause 3` */
  readonly command: (text: string) => string;
  /** Marks text to be typed. */
  readonly code: (text: string) => string;
  /** Shows text that somebody has typed, escaped if necessary. */
  readonly typed: (text: string) => string;
}

/** Where, when and with which options a digest is posted regularly. */
export type Schedule = Pick<Subscription, 'channel' | 'cron' | 'zone' | 'grain' | 'request'>;

const EXAMPLE = 'monday 9:00 Europe/Berlin country:Spain only if revenue fell by more than 10%';
/** Plain schedules: the next date says all about them. Other cron expressions are shown. */
const PLAIN_CRON = /^\d+ \d+ (?:\* \* [\d*]|1 \* \*)$/;
const EACH: Readonly<Record<DigestGrain, string>> = { day: 'daily', week: 'weekly', month: 'monthly' };

/** The schedule of the settings; undefined if they name no channel. */
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
 * @throws ShopkeeperError, NotUnderstood if a part of it is not understood
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
      'A subscription reports as of the day it is posted; an as-of day cannot be set.',
      'Remove it: monday 9:00 Europe/Berlin. Only a preview accepts an as-of day.',
    );
  return { ...when, grain, request: all };
}

/**
 * Reads the request of a single digest. The text of a subscription is accepted too, so that people can see
 * the digest before they subscribe.
 * @throws ShopkeeperError, NotUnderstood if a part of it is not understood
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
 * Stores a subscription.
 * @returns a confirmation with its destination, how often it is posted, and when next
 * @throws ShopkeeperError if the same subscription exists
 */
export async function subscribe(
  schedule: Schedule,
  { person, createdBy }: Pick<Subscription, 'person' | 'createdBy'>,
  view: SubscriptionView,
): Promise<string> {
  const same = (await listSubscriptions(view.shop.store)).find(s =>
    (['channel', 'cron', 'zone', 'grain', 'request'] as const).every(key => s[key] === schedule[key]),
  );
  if (same)
    throw new ShopkeeperError(
      `Subscription ${same.id} is the same${same.isPaused ? ', but paused' : ''}.`,
      same.isPaused
        ? `${view.command(`resume ${same.id}`)} resumes it.`
        : `${view.command('list')} shows all of them.`,
    );
  const id = await addSubscription(view.shop.store, {
    ...schedule,
    person,
    createdBy,
    createdAt: view.now().toISOString(),
  });
  const posted = `${view.where(schedule.channel, person)}, ${scheduleText(schedule, view)}`;
  return `Subscription ${id}: ${posted}. ${view.command(`unsubscribe ${id}`)} ends it.`;
}

/**
 * All scheduled digests, a line each: that of the settings, then the subscriptions by their numbers.
 * @param isShown limits the list to some subscriptions, without the digest of the settings
 */
export async function subscriptionLines(
  view: SubscriptionView,
  isShown?: (subscription: Subscription) => boolean,
): Promise<string[]> {
  const ofSettings = isShown ? undefined : scheduleOfSettings(view.digests, view.now());
  const all = await listSubscriptions(view.shop.store);
  const subscriptions = isShown ? all.filter(isShown) : all;
  return [
    ...(ofSettings
      ? [`Set by DIGEST_CHANNEL: ${view.where(ofSettings.channel, null)}, ${scheduleText(ofSettings, view)}`]
      : []),
    ...subscriptions.map(s => {
      const times = s.isPaused ? `${requestText(s, view)}, paused` : scheduleText(s, view);
      return `${s.id}: ${view.where(s.channel, s.person ?? s.createdBy)}, ${times}`;
    }),
  ];
}

/** @throws ShopkeeperError if there is no such subscription */
export async function unsubscribe(text: string, view: SubscriptionView): Promise<string> {
  const subscriptions = await subscriptionsIn(text, 'unsubscribe', view);
  for (const { id } of subscriptions) await removeSubscription(view.shop.store, id);
  return subscriptions.map(({ id }) => `Subscription ${id} is deleted.`).join('\n');
}

/** @throws ShopkeeperError if there is no such subscription */
export async function pauseOrResume(
  text: string,
  verb: 'pause' | 'resume',
  view: SubscriptionView,
): Promise<string> {
  const { shop, now, command } = view;
  const lines: string[] = [];
  for (const subscription of await subscriptionsIn(text, verb, view)) {
    const { id } = subscription;
    await pauseSubscription(shop.store, id, verb === 'pause', now().toISOString());
    lines.push(
      verb === 'pause'
        ? `Subscription ${id} is paused. ${command(`resume ${id}`)} resumes it.`
        : `Subscription ${id} is resumed, next on ${nextText(subscription, now())}.`,
    );
  }
  return lines.join('\n');
}

/**
 * The subscriptions with the numbers in a text: `3`, `#3, #5`, `all`.
 * @throws ShopkeeperError if there is no subscription with such a number
 */
export async function subscriptionsIn(
  text: string,
  verb: string,
  { shop, command }: Pick<SubscriptionView, 'shop' | 'command'>,
): Promise<Subscription[]> {
  const all = await listSubscriptions(shop.store);
  const typed = text.trim().toLowerCase();
  if (typed === 'all' && all.length > 0) return all;
  const numbers = typed.split(/[\s,]+|\band\b/).filter(n => n !== '');
  if (numbers.length === 0 || !numbers.every(n => /^#?\d{1,9}$/.test(n)))
    throw new ShopkeeperError(
      'Which subscription?',
      `${command('list')} shows their numbers; then, for example, ${command(`${verb} 3`)}`,
    );
  return [...new Set(numbers)].map(number => {
    const id = Number(number.replace('#', ''));
    const found = all.find(s => s.id === id);
    if (found) return found;
    throw new ShopkeeperError(`There is no subscription ${id}.`, `${command('list')} shows all of them.`);
  });
}

const scheduleText = (schedule: Omit<Schedule, 'channel'>, view: SubscriptionView): string =>
  `${requestText(schedule, view)}, next on ${nextText(schedule, view.now())}`;

/** `weekly (country:Spain)` */
function requestText(
  { cron, grain, request }: Omit<Schedule, 'channel'>,
  { typed, code }: SubscriptionView,
): string {
  const options = request.replace(new RegExp(`(^|\\s)${EACH[grain]}(?=\\s|$)`, 'i'), '').trim();
  const times = PLAIN_CRON.test(cron) ? '' : ` by ${code(`cron:"${cron}"`)}`;
  return `${EACH[grain]}${times}${options && ` (${typed(options)})`}`;
}

/** When it is due next. @throws ShopkeeperError if a cron expression is invalid */
export function nextText(when: When, now: Date): string {
  try {
    const next = nextDue(when, now);
    if (next) return showMoment(next, when.zone);
  } catch {
    // The error below has an example.
  }
  throw new ShopkeeperError(
    `"${when.cron}" is not a valid cron expression, or it is never due.`,
    'It has five fields, minute hour day month weekday: cron:"0 9 * * 1-5"',
  );
}
