import { COUNT, countOf } from '../../text/counts.js';
import { type Day, isoOf, partsOf } from '../days.js';
import { type Grain, monthsFrom, periodBefore, periodKey, periodOf } from '../grain.js';
import { sameDateYearBefore } from '../period.js';
import { MONTH, type PeriodContext } from './named-period.js';

const DAY_IN_WORDS = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}\\b|\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?!\\d)|` +
    `\\b(?:${COUNT} )?(?:days?|weeks?) ago\\b|\\b(?:last|this) (?:mon|tues|wednes|thurs|fri|satur|` +
    `sun)day\\b`,
);

const SLASHED_DAY = /\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/g;

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const LAST_WEEKDAY = /\b(?:on )?last (mon|tues|wednes|thurs|fri|satur|sun)day\b/g;

/** `on the 8th`, of no month that is named. */
const NTH_DAY =
  /\bon the (\d{1,2})(?:st|nd|rd|th)(?= (?:vs|versus|and|compared|by)\b|\s*[?!.,]|\s*$)(?! (?:and|or) \d)/g;

/** The last such day of a month up to a day; undefined where no month has it. */
function lastNth(date: number, upTo: Day): Day | undefined {
  if (date < 1 || date > 31) return undefined;
  for (let day = upTo; day > upTo - 62; day--) if (partsOf(day).date === date) return day;
  return undefined;
}

/** The last such day before the anchor. */
function lastWeekday(name: string, anchor: Day): Day {
  const weekday = WEEKDAYS.indexOf(name.slice(0, 3)) + 1;
  return anchor - (((partsOf(anchor).weekday - weekday + 6) % 7) + 1);
}

/** `the year before last`, `2 years ago`; months and weeks ago are days, which others read. */
const BEFORE_LAST = /\b(?:in )?(?:the )?(year|quarter|month|week) before last\b/g;
const YEARS_AGO = new RegExp(`\\b${COUNT} years? ago\\b`, 'g');

const MOST_YEARS = 50;

/** The period that lies so many before the one with the anchor, as text: `2022`, `2022-Q3`. */
function periodsBack(grain: Grain, back: number, anchor: Day): string {
  let range = periodOf(grain, anchor);
  for (let i = 0; i < back; i++) range = periodBefore(grain, range.from);
  return grain === 'week' ? `${isoOf(range.from)}..${isoOf(range.to)}` : periodKey(grain, range.from);
}

/** The text with days in words (`5 October 2004`, `3 weeks ago`, `last Friday`) as ISO dates. */
export async function withIsoDays(text: string, { anchor, data }: PeriodContext): Promise<string> {
  const named = text
    .replace(BEFORE_LAST, (_, grain: string) => periodsBack(grain as Grain, 2, anchor))
    .replace(YEARS_AGO, (said, n: string) =>
      countOf(n) > MOST_YEARS ? said : periodsBack('year', countOf(n), anchor),
    )
    .replace(LAST_WEEKDAY, (_, name: string) => isoOf(lastWeekday(name, anchor)))
    .replace(NTH_DAY, (said, date: string) => {
      const day = lastNth(Number(date), Math.min(anchor, data.to));
      return day === undefined ? said : isoOf(day);
    });
  if (!DAY_IN_WORDS.test(named)) return named.replace(SLASHED_DAY, '$1-$2-$3');
  const { en } = await import('chrono-node');
  const { year, month, date } = partsOf(anchor);
  const reference = new Date(year, month - 1, date, 12);
  let iso = named;
  for (const found of en.strict.parse(named, reference).reverse()) {
    if (!DAY_IN_WORDS.test(found.text)) continue;
    const dayOf = (part: typeof found.start): Day => {
      const [y, m, d] = [part.get('year') ?? year, part.get('month') ?? 1, part.get('day') ?? 1];
      const day = monthsFrom(y, m, 1).from + d - 1;
      // Without a year it is the last such day that the data can have.
      return !part.isCertain('year') && day > Math.max(anchor, data.to) ? sameDateYearBefore(day) : day;
    };
    const end = found.end ? `..${isoOf(dayOf(found.end))}` : '';
    iso =
      `${iso.slice(0, found.index)}${isoOf(dayOf(found.start))}${end}` +
      `${iso.slice(found.index + found.text.length)}`;
  }
  return iso;
}
