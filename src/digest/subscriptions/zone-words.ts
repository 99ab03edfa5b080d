import { distance } from 'fastest-levenshtein';
import { isZone } from '../../core/calendar/zones.js';
import { ShopkeeperError } from '../../core/errors.js';

const EXAMPLE = 'monday 9:00 Europe/Berlin';
/** Abbreviations that mean one zone everywhere, with its summer time. */
const CLEAR_ZONES = new Set(['UTC', 'GMT', 'CET', 'EET', 'WET', 'MET']);
const ZONES = Intl.supportedValuesOf('timeZone');
/** Matches the city at the end of a zone's name as a word of a text. */
const cityIn = (zone: string): RegExp =>
  new RegExp(`(?<!\\S)${zone.split('/').at(-1)?.replaceAll('_', '[ _]')}(?!\\S)`, 'i');

/**
 * Extracts a zone from a text: its IANA name, an unambiguous abbreviation, or its city.
 * @throws ShopkeeperError if there is no such zone, or an abbreviation is ambiguous
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
        `"${word}" is the abbreviation of several time zones.`,
        `Name a city in yours: ${EXAMPLE}`,
      );
    if (isZone(word)) return { zone: cased(word), rest: text.replace(word, ' ') };
    const near = [...ZONES].sort((a, b) => distance(a, word) - distance(b, word))[0];
    throw new ShopkeeperError(
      `There is no time zone called "${word}".`,
      `${near && distance(near, word) <= 3 ? `Did you mean ${near}? ` : ''}For example: ${EXAMPLE}`,
    );
  }
  const [found, other] = ZONES.filter(zone => zone.includes('/') && cityIn(zone).test(text));
  if (!found || other) return { rest: text };
  return { zone: found, rest: text.replace(cityIn(found), ' ') };
}

/** The zone's own spelling. A zone that was renamed (Asia/Kolkata) keeps the typed name. */
function cased(word: string): string {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions();
  return timeZone.toLowerCase() === word.toLowerCase() ? timeZone : word;
}
