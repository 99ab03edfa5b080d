import { distance } from 'fastest-levenshtein';
import { isZone } from '../../core/calendar/zones.js';
import { ShopkeeperError } from '../../core/errors.js';

const EXAMPLE = 'monday 9:00 Europe/Berlin';
/** Short names that mean one zone everywhere, with its summer time. */
const CLEAR_ZONES = new Set(['UTC', 'GMT', 'CET', 'EET', 'WET', 'MET']);
const ZONES = Intl.supportedValuesOf('timeZone');
/** The city that ends a zone's name, as a word of a text. */
const cityIn = (zone: string): RegExp =>
  new RegExp(`(?<!\\S)${zone.split('/').at(-1)?.replaceAll('_', '[ _]')}(?!\\S)`, 'i');

/**
 * Takes a zone out of a text: by its IANA name, a short name that is clear, or its city.
 * @throws ShopkeeperError where there is no such zone, or a short name is that of several
 */
export function takeZone(text: string): { zone?: string; rest: string } {
  const joined = /(?<!\S)[A-Za-z]+\/[A-Za-z]+ [A-Z][a-z]+(?!\S)/.exec(text)?.[0];
  if (joined && isZone(joined.replace(' ', '_')))
    return { zone: joined.replace(' ', '_'), rest: text.replace(joined, ' ') };
  const word = text
    .split(/\s+/)
    .find(
      w =>
        /^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(w) ||
        (/^[A-Z]{2,5}$/.test(w) && isZone(w)) ||
        /^(?:UTC|GMT)$/i.test(w),
    );
  if (word !== undefined) {
    if (!word.includes('/') && !CLEAR_ZONES.has(word.toUpperCase()))
      throw new ShopkeeperError(
        `"${word}" is the time of several parts of the world.`,
        `Name a city of yours: ${EXAMPLE}`,
      );
    if (isZone(word)) return { zone: cased(word), rest: text.replace(word, ' ') };
    const near = [...ZONES].sort((a, b) => distance(a, word) - distance(b, word))[0];
    throw new ShopkeeperError(
      `There is no time zone "${word}".`,
      `${near && distance(near, word) <= 3 ? `Did you mean ${near}? ` : ''}For example: ${EXAMPLE}`,
    );
  }
  const [found, other] = ZONES.filter(zone => zone.includes('/') && cityIn(zone).test(text));
  if (!found || other) return { rest: text };
  return { zone: found, rest: text.replace(cityIn(found), ' ') };
}

/** Cased as the zone is; but one that has been renamed since (Asia/Kolkata) stays as it was asked for. */
function cased(word: string): string {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions();
  return timeZone.toLowerCase() === word.toLowerCase() ? timeZone : word;
}
