import { ShopkeeperError } from '../errors.js';
import type { Shop } from '../shop.js';
import {
  addSubscription,
  findSubscription,
  listSubscriptions,
  pauseSubscription,
  removeSubscription,
  type Subscription,
} from '../store/subscriptions.js';
import { takeCondition } from './condition.js';
import type { DigestGrain } from './periods.js';
import { readDigestRequest, saidGrain } from './request.js';
import { nextDue, showMoment, usualGrain, type When } from './when.js';
import { readWhen } from './when-words.js';

/** What the settings say of digests. */
export interface DigestSettings {
  readonly DIGEST_CHANNEL?: string | undefined;
  readonly DIGEST_CRON: string;
  /** What the digest of the settings is of: `monthly map:eleven country:Spain`. */
  readonly DIGEST_OPTIONS: string;
  readonly SHOP_TIMEZONE: string;
}

/** Where subscriptions are managed from: how a surface names a place and one of its commands. */
export interface SubscriptionDesk {
  readonly shop: Shop;
  readonly digests: DigestSettings;
  readonly now: () => Date;
  /** `to #sales` */
  readonly where: (channel: string, createdBy: string | null) => string;
  /** `/digest pause 3`, as code */
  readonly command: (text: string) => string;
  /** What somebody has typed, as it is shown there. */
  readonly typed: (text: string) => string;
}

/** A digest that is posted again and again, as it was asked for. */
export type Standing = Pick<Subscription, 'channel' | 'cron' | 'zone' | 'grain' | 'request'>;

const EACH: Readonly<Record<DigestGrain, string>> = { day: 'daily', week: 'weekly', month: 'monthly' };

/** The digest of the settings; undefined where they name no channel. */
export function standingOfSettings(settings: DigestSettings, now: Date): Standing | undefined {
  const {
    DIGEST_CHANNEL: channel,
    DIGEST_CRON: cron,
    SHOP_TIMEZONE: zone,
    DIGEST_OPTIONS: request,
  } = settings;
  if (!channel) return undefined;
  return { channel, cron, zone, request, grain: saidGrain(request) ?? usualGrain({ cron, zone }, now) };
}

/**
 * Reads `monday 9:00 Europe/Berlin country:Spain only if revenue fell by more than 10%`.
 * @throws ShopkeeperError, NotUnderstood where a part of it cannot be
 */
export async function readSubscription(
  text: string,
  { shop, digests, now }: Pick<SubscriptionDesk, 'shop' | 'digests' | 'now'>,
): Promise<Omit<Standing, 'channel'>> {
  const { clause, rest } = takeCondition(text);
  const { when, rest: request } = readWhen(rest, digests.SHOP_TIMEZONE);
  nextText(when, now());
  await shop.refresh();
  const all = `${request} ${clause}`.replace(/\s+/g, ' ').trim();
  const { asOf, grain = usualGrain(when, now()) } = await readDigestRequest(all, shop);
  if (asOf !== undefined)
    throw new ShopkeeperError(
      'A subscription is as of each day it is posted on, not of one day.',
      'Leave as-of out: monday 9:00 Europe/Berlin. A preview takes one.',
    );
  return { ...when, grain, request: all };
}

/** Keeps a subscription. @returns its confirmation: where to, how often, and when next */
export async function subscribe(
  said: Standing,
  createdBy: string | null,
  desk: SubscriptionDesk,
): Promise<string> {
  const id = await addSubscription(desk.shop.store, {
    ...said,
    createdBy,
    createdAt: desk.now().toISOString(),
  });
  return `Subscription ${id}: ${desk.where(said.channel, createdBy)}, ${standingText(said, desk)}. ${desk.command(`unsubscribe ${id}`)} ends it.`;
}

/** Every digest that is posted by itself, a line each: that of the settings, then the subscriptions by their numbers. */
export async function subscriptionLines(desk: SubscriptionDesk): Promise<string[]> {
  const own = standingOfSettings(desk.digests, desk.now());
  const subscriptions = await listSubscriptions(desk.shop.store);
  return [
    ...(own
      ? [`By the settings (DIGEST_CHANNEL): ${desk.where(own.channel, null)}, ${standingText(own, desk)}`]
      : []),
    ...subscriptions.map(
      s =>
        `${s.id}: ${desk.where(s.channel, s.createdBy)}, ${s.isPaused ? `${ofText(s, desk)}, paused` : standingText(s, desk)}`,
    ),
  ];
}

/** @throws ShopkeeperError where there is no such subscription */
export async function unsubscribe(text: string, desk: SubscriptionDesk): Promise<string> {
  const { id } = await subscriptionIn(text, desk);
  await removeSubscription(desk.shop.store, id);
  return `Subscription ${id} is gone.`;
}

/** @throws ShopkeeperError where there is no such subscription */
export async function pauseOrResume(
  text: string,
  isPaused: boolean,
  desk: SubscriptionDesk,
): Promise<string> {
  const { shop, now, command } = desk;
  const own = await subscriptionIn(text, desk);
  await pauseSubscription(shop.store, own.id, isPaused, now().toISOString());
  return isPaused
    ? `Subscription ${own.id} is paused. ${command(`resume ${own.id}`)} has it go on.`
    : `Subscription ${own.id} goes on, next on ${nextText(own, now())}.`;
}

/** The subscription that a text numbers. @throws ShopkeeperError where there is none */
export async function subscriptionIn(
  text: string,
  { shop, command }: SubscriptionDesk,
): Promise<Subscription> {
  const number = text.trim();
  if (!/^\d{1,9}$/.test(number))
    throw new ShopkeeperError(
      'Which subscription?',
      `${command('list')} has their numbers; then for example ${command('pause 3')}`,
    );
  const found = await findSubscription(shop.store, Number(number));
  if (found) return found;
  throw new ShopkeeperError(`There is no subscription ${number}.`, `${command('list')} has them all.`);
}

const standingText = (standing: Omit<Standing, 'channel'>, desk: SubscriptionDesk): string =>
  `${ofText(standing, desk)}, next on ${nextText(standing, desk.now())}`;

/** `weekly (country:Spain)` */
function ofText(
  { grain, request }: Pick<Standing, 'grain' | 'request'>,
  { typed }: SubscriptionDesk,
): string {
  const of = request.replace(new RegExp(`(^|\\s)${EACH[grain]}(?=\\s|$)`, 'i'), '').trim();
  return `${EACH[grain]}${of && ` (${typed(of)})`}`;
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
