import { distance } from 'fastest-levenshtein';
import { WEEKDAYS } from '../../core/calendar/days.js';
import { ShopkeeperError } from '../../core/errors.js';
import { withoutAccents } from '../../core/text/accents.js';
import { withFreshOption } from './fresh-words.js';
import type { When } from './when.js';
import { takeZone } from './zone-words.js';

/** When a digest is due, read from a text, and the rest of the text. */
export interface ParsedTimes {
  readonly when: When;
  /** Whether the text has a weekday, a time, a zone or a cron expression. */
  readonly isSaid: boolean;
  readonly rest: string;
}

const EXAMPLE = 'monday 9:00 Europe/Berlin';
const USUAL = { weekday: 1, hour: 9, minute: 0 } as const;
const HALF = String.raw`a\.?m\.?|p\.?m\.?`;
const TIME = new RegExp(
  String.raw`(?<![\w:.\-/])(\d{1,2})(?:[:.h](\d{2}))?\s*(${HALF}|h|uhr|o'?clock)?(?![\w:.\-%])`,
  'i',
);
/** A number without a unit is an hour only after one of these, or after a day. */
const BEFORE_HOUR = /(?:\uF8FF|\b(?:at|um|à|las|alle))\s*$/i;
/** Replaces a day in the text. */
const A_DAY = '\uF8FF';
const NAMED_TIMES: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '0:00'],
]);
const NAMED =
  /(?<!\S)-?(?!cron:)[\p{L}][\p{L}\d_-]*:(?:"[^"]*"|[^\s",]+)(?:,(?:"[^"]*"|[^\s",]+))*|(?<!:)"[^"]*"/giu;
const PRIVATE_USE = 0xe000;
const CRON = /(?<!\S)cron:\s*(?:"([^"]+)"|'([^']+)'|(\S+(?: \S+){4})(?!\S))/i;
/** How often, the longest phrases first: its pattern, grain, and the days of a cron expression. */
const OFTEN: readonly (readonly [
  pattern: RegExp,
  grain: '' | 'daily' | 'weekly' | 'monthly',
  days: string,
])[] = [
  [/\b(?:on )?(?:the )?(?:first|1st)(?: day)? of (?:the |each |every )?months?\b/i, 'monthly', '1 * *'],
  [/\b(?:each|every) month\b/i, 'monthly', '1 * *'],
  [/\bmonth(?:ly)?\b/i, 'monthly', '1 * *'],
  [/\b(?:every |each |on )?(?:weekdays?|workdays?|(?:working|business) days?)\b/i, '', '* * 1-5'],
  [/\b(?:every|each) day\b|\beveryday\b|\bdaily\b|\bday\b/i, 'daily', '* * *'],
  [/\b(?:every|each) week\b|\bweekly\b/i, 'weekly', ''],
];
/** Words without a meaning of their own. */
const FILLERS = new Set(
  'every each on at the in to of here please um am jeden le la a à chaque el los cada ogni time'.split(' '),
);

/** Monday is 1, by its name in some languages. */
const WEEKDAY_NAMES: ReadonlyMap<string, number> = new Map(
  ['en', 'de', 'fr', 'es', 'it', 'nl'].flatMap(locale => {
    const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    // 1 January 2024 was a Monday.
    return Array.from({ length: 7 }, (_, i): [string, number] => [
      withoutAccents(name.format(new Date(Date.UTC(2024, 0, 1 + i)))),
      i + 1,
    ]);
  }),
);
const SHORT_WEEKDAYS = ['mon', 'tues?', 'wed', 'thu(?:rs?)?', 'fri', 'sat', 'sun'];

/** The longest text of a request. Reading a longer one would delay other requests. */
const LONGEST = 1_000;

/**
 * A typed text with plain quotes and dashes, and without punctuation after words; phones insert typographic
 * ones.
 * @throws ShopkeeperError if the text is too long, or a filter's name of several words is not in quotes
 */
export function tidied(text: string): string {
  if (text.length > LONGEST)
    throw new ShopkeeperError(
      `That is ${text.length} characters long; a digest takes up to ${LONGEST.toLocaleString('en-US')}.`,
      `Leave out some filter values, or filter by a field that they share. For example: ${EXAMPLE}`,
    );
  const plain = text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/(^|\s)[–—](?=\S)/g, '$1-');
  refuseLooseNames(plain);
  return withFreshOption(plain).replace(/"[^"]*"|(?<!\S)\(|(?<!\b[ap]\.m)[,;!?.)]+(?=\s|$)/gi, found =>
    found.startsWith('"') ? found : '',
  );
}

/** Words that may follow an unquoted filter. Anything else is probably a part of its name or list. */
const AFTER_A_FILTER = new RegExp(
  `^(?:${[
    'only|if|when|every|each|daily|weekly|monthly|weekdays',
    String.raw`-?[\p{L}][\p{L}\d_-]*:\S*`,
    String.raw`\d{1,2}(?:[:.h]\d{2}\S*|[ap]\.?m\S*|h|uhr)`,
    String.raw`[a-z]+\/\S+`,
    String.raw`<[#@]\S+`,
  ].join('|')})$`,
  'iu',
);
const ENGLISH_DAY = new RegExp(`^(?:${WEEKDAYS.map(d => `${d}s?|${d.slice(0, 3)}`).join('|')})$`, 'i');
const AND_WITHOUT_COMMA = /^(?:at|on|in|um|the|first|noon|midnight|UTC|GMT|me|month|week|day)$/;

/**
 * Refuses an unquoted name of several words: the words after the first would be read as a zone, a day or a
 * person.
 * @throws ShopkeeperError
 */
function refuseLooseNames(text: string): void {
  // A quoted name ends with its quotes.
  const unquoted = text.replace(/"[^"]*"/g, quoted => '"'.repeat(quoted.length));
  for (const m of unquoted.matchAll(/(?<!\S)-?(?!cron:)([\p{L}][\p{L}\d_-]*):([^\s"]+?)(,?)\s+(\S+)/giu)) {
    const [, name = '', value = '', comma, next = ''] = m;
    const word = next.replace(/[,;!?.)]+$/, '');
    const isFine =
      AFTER_A_FILTER.test(word) ||
      ENGLISH_DAY.test(word) ||
      nearestWord(word) !== undefined ||
      (comma === '' && AND_WITHOUT_COMMA.test(word));
    if (!isFine)
      throw new ShopkeeperError(
        `Is "${word}" part of ${name}:${value}?`,
        comma
          ? `A list has no spaces: ${name}:${value},${word}`
          : `A name of several words needs quotes: ${name}:"${value} ${word}"`,
      );
  }
}

/**
 * Reads `monday 9:00 Europe/Berlin`, `daily at 8:30am`, `every friday at noon`, `monthly`, or
 * `cron:"0 9 * * 1-5"`. The default is weekly on Mondays at 9:00 in the shop's zone; a monthly digest is due
 * on the first.
 * @throws ShopkeeperError if there is no such zone or time
 */
export function readWhen(text: string, usualZone: string): ParsedTimes {
  const { masked, restore } = maskNames(tidied(text));
  const cron = CRON.exec(masked);
  const { zone: namedZone, rest } = takeZone(cron ? masked.replace(CRON, ' ') : masked);
  const zone = namedZone ?? usualZone;
  if (cron) {
    const expression = (cron[1] ?? cron[2] ?? cron[3] ?? '').trim();
    return { when: { cron: expression, zone }, isSaid: true, rest: restore(rest) };
  }
  const { grain, days, rest: oftenless } = takeOften(rest);
  const { weekday, rest: dayless } = takeWeekday(oftenless);
  const { hour, minute, isSaid, rest: timeless } = takeTime(dayless);
  if (weekday !== undefined && days !== '')
    throw new ShopkeeperError(
      `A ${grain || 'daily'} digest has no weekday.`,
      `For example: daily 9:00, or ${EXAMPLE}`,
    );
  const others = timeless
    .replaceAll(A_DAY, ' ')
    .split(/\s+/)
    .filter(word => !FILLERS.has(word.toLowerCase()))
    .join(' ');
  return {
    when: { cron: `${minute} ${hour} ${days || `* * ${(weekday ?? USUAL.weekday) % 7}`}`, zone },
    isSaid: isSaid || weekday !== undefined || namedZone !== undefined || (grain === '' && days !== ''),
    rest: restore(`${grain} ${others}`).trim(),
  };
}

/** The word that another one may be a misspelling of: `monday` for "mondy". */
export function nearestWord(word: string): string | undefined {
  const all = [...WEEKDAYS.map(d => d.toLowerCase()), 'daily', 'weekly', 'monthly', 'noon', 'weekdays'];
  const near = all.filter(w => distance(w, word.toLowerCase()) <= (word.length > 5 ? 2 : 1));
  return word.length < 4
    ? undefined
    : near.sort((a, b) => distance(a, word.toLowerCase()) - distance(b, word.toLowerCase()))[0];
}

/**
 * Replaces filters, options and quoted names by one private-use character each: they may contain words that
 * look like a time or a day, as in `product:"Set of 12"`.
 * @returns the masked text, and the function that restores the names
 */
export function maskNames(text: string): { masked: string; restore: (text: string) => string } {
  const names: string[] = [];
  const masked = text.replace(NAMED, named => String.fromCharCode(PRIVATE_USE + names.push(named) - 1));
  return {
    masked,
    restore: rest => rest.replace(/[\uE000-\uF8FF]/g, c => names[c.charCodeAt(0) - PRIVATE_USE] ?? c),
  };
}

function takeOften(text: string): { grain: string; days: string; rest: string } {
  // After "monthly" a number is probably a date.
  for (const [pattern, grain, days] of OFTEN)
    if (pattern.test(text))
      return { grain, days, rest: text.replace(pattern, grain === 'monthly' ? ' ' : ` ${A_DAY} `) };
  return { grain: '', days: '', rest: text };
}

function takeTime(text: string): { hour: number; minute: number; isSaid: boolean; rest: string } {
  const named = /\b(noon|midday|midnight)\b/i.exec(text)?.[1];
  const plain = named ? text.replace(named, NAMED_TIMES.get(named.toLowerCase()) as string) : text;
  const m = TIME.exec(plain);
  const isBare = m !== null && m[2] === undefined && m[3] === undefined;
  if (!m || (isBare && !BEFORE_HOUR.test(plain.slice(0, m.index))))
    return { hour: USUAL.hour, minute: USUAL.minute, isSaid: false, rest: plain };
  const half = m[3] ? m[3].toLowerCase().replaceAll('.', '') : '';
  const [isAm, isPm] = [half === 'am', half === 'pm'];
  const number = Number(m[1]);
  const hour = isPm && number < 12 ? number + 12 : isAm && number === 12 ? 0 : number;
  const minute = Number(m[2] ?? 0);
  if (hour > 23 || minute > 59 || ((isAm || isPm) && (number < 1 || number > 12)))
    throw new ShopkeeperError(`"${m[0].trim()}" is not a time of day.`, `For example: ${EXAMPLE}`);
  return { hour, minute, isSaid: true, rest: plain.replace(m[0], ' ') };
}

/** @throws ShopkeeperError if the text has several days */
function takeWeekday(text: string): { weekday?: number; rest: string } {
  const days: number[] = [];
  const rest = text
    .split(/\s+/)
    .map(word => {
      const day = weekdayOf(word);
      if (day !== undefined) days.push(day);
      return day === undefined ? word : A_DAY;
    })
    .join(' ');
  const [weekday, other] = [...new Set(days)];
  const cronDays = [...new Set(days)].map(day => day % 7).join(',');
  if (other !== undefined)
    throw new ShopkeeperError(
      'A digest is posted on one weekday.',
      `For several: cron:"0 9 * * ${cronDays}" weekly, or daily for one each day.`,
    );
  return weekday === undefined ? { rest } : { weekday, rest };
}

function weekdayOf(word: string): number | undefined {
  const name = withoutAccents(word);
  return WEEKDAY_NAMES.get(name) ?? WEEKDAY_NAMES.get(name.replace(/s$/, '')) ?? shortDay(name);
}

function shortDay(name: string): number | undefined {
  const at = SHORT_WEEKDAYS.findIndex(short => new RegExp(`^${short}$`).test(name));
  return at < 0 ? undefined : at + 1;
}
