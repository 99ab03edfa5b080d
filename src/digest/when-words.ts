import { WEEKDAYS } from '../calendar/days.js';
import { ShopkeeperError } from '../errors.js';
import type { When } from './when.js';

/** When a digest is due, as a text says it, and what else the text says. */
export interface SaidWhen {
  readonly when: When;
  readonly rest: string;
}

const EXAMPLE = 'monday 9:00 Europe/Berlin';
const USUAL = { weekday: 1, hour: 9, minute: 0 } as const;
const TIME = /(?<![\w:.-])(?:at )?(\d{1,2})(?::(\d{2}))?\s*(am|pm)?(?![\w:.-])/i;
const NAMED = /(?<!\S)(?!cron:)[a-z][\w-]*:(?:"[^"]*"|\S+)/gi;
const PRIVATE_USE = 0xe000;
const CRON = /\bcron:"([^"]+)"/i;

/**
 * Reads `monday 9:00 Europe/Berlin`, `daily at 8:30am`, `monthly`, or `cron:"0 9 * * 1-5"`: weekly on Mondays, at 9:00 and in the
 * shop's zone unless it says otherwise; a monthly one on the first.
 * @throws ShopkeeperError where there is no such zone or time
 */
export function readWhen(text: string, usualZone: string): SaidWhen {
  const { said, back } = setAside(text);
  const { zone = usualZone, rest } = takeZone(said);
  const cron = CRON.exec(rest);
  if (cron) return { when: { cron: (cron[1] as string).trim(), zone }, rest: back(rest.replace(CRON, ' ')) };
  const { hour, minute, rest: timeless } = takeTime(rest);
  const { weekday, rest: dayless } = takeWeekday(timeless);
  const grain = /\b(daily|day|monthly|month)\b/i.exec(dayless)?.[1]?.toLowerCase() ?? 'weekly';
  if (weekday !== undefined && grain !== 'weekly')
    throw new ShopkeeperError(`A ${grain} digest has no weekday.`, `For example: daily 9:00, or ${EXAMPLE}`);
  const days = grain.startsWith('da')
    ? '* * *'
    : grain.startsWith('mo')
      ? '1 * *'
      : `* * ${(weekday ?? USUAL.weekday) % 7}`;
  return { when: { cron: `${minute} ${hour} ${days}`, zone }, rest: back(dayless) };
}

/** Filters and options may hold what looks like a time or a day (`product:"Set of 12"`): each is one odd letter meanwhile. */
function setAside(text: string): { said: string; back: (text: string) => string } {
  const aside: string[] = [];
  const said = text.replace(NAMED, named => String.fromCharCode(PRIVATE_USE + aside.push(named) - 1));
  return {
    said,
    back: rest => rest.replace(/[\uE000-\uF8FF]/g, c => aside[c.charCodeAt(0) - PRIVATE_USE] ?? c),
  };
}

function takeZone(text: string): { zone?: string; rest: string } {
  const word = text.split(/\s+/).find(w => /^(?:[A-Za-z_]+\/[A-Za-z_/+-]+|UTC|GMT)$/.test(w));
  if (word === undefined) return { rest: text };
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions();
    // Cased as the zone is; but one that has been renamed since (Asia/Kolkata) stays as it was asked for.
    const zone = timeZone.toLowerCase() === word.toLowerCase() ? timeZone : word;
    return { zone, rest: text.replace(word, ' ') };
  } catch {
    throw new ShopkeeperError(`There is no time zone "${word}".`, `For example: ${EXAMPLE}`);
  }
}

function takeTime(text: string): { hour: number; minute: number; rest: string } {
  const m = TIME.exec(text);
  if (!m) return { hour: USUAL.hour, minute: USUAL.minute, rest: text };
  const half = m[3]?.toLowerCase();
  const said = Number(m[1]);
  const hour = half === 'pm' && said < 12 ? said + 12 : half === 'am' && said === 12 ? 0 : said;
  const minute = Number(m[2] ?? 0);
  if (hour > 23 || minute > 59 || (half && (said < 1 || said > 12)))
    throw new ShopkeeperError(`"${m[0].trim()}" is no time of day.`, `For example: ${EXAMPLE}`);
  return { hour, minute, rest: text.replace(m[0], ' ') };
}

function takeWeekday(text: string): { weekday?: number; rest: string } {
  const at = WEEKDAYS.findIndex(day => new RegExp(`\\b${day}s?\\b`, 'i').test(text));
  const short =
    at < 0 ? WEEKDAYS.findIndex(day => new RegExp(`\\b${day.slice(0, 3)}\\b`, 'i').test(text)) : at;
  const day = WEEKDAYS[short];
  if (day === undefined) return { rest: text };
  return {
    weekday: short + 1,
    rest: text.replace(new RegExp(`\\b(?:on |every )?(?:${day}s?|${day.slice(0, 3)})\\b`, 'i'), ' '),
  };
}
