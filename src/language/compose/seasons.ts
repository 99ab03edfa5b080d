import { remark } from '../../core/answer/notes.js';
import { isoOf, partsOf } from '../../core/calendar/days.js';
import { showRange } from '../../core/calendar/grain.js';
import { namedRange } from '../../core/calendar/named-range.js';
import {
  holidayIn,
  isByHemisphere,
  SEASONS,
  type Season,
  seasonsConvention,
} from '../../core/calendar/seasons.js';
import { type Draft, type Pass, type ReadingContext, take, tidy } from './draft.js';

const SEASON_WORDS: readonly (readonly [RegExp, string])[] = [
  [/spring(?:time)?/, 'spring'],
  [/summer(?:time)?/, 'summer'],
  [/autumn|fall(?! in|ing)/, 'autumn'],
  [/winter/, 'winter'],
  [/christmas/, 'christmas'],
  [/easter/, 'easter'],
  [/black ?friday/, 'black-friday'],
  [/black ?week/, 'black-week'],
  [/cyber ?monday/, 'cyber-monday'],
  [/valentine'?s?(?: day)?/, 'valentines'],
  [/halloween/, 'halloween'],
  [/thanksgiving/, 'thanksgiving'],
  [/mother'?s'? ?day/, 'mothers-day'],
  [/back[- ]to[- ]school/, 'back-to-school'],
];
const AROUND = [
  '(?:(?:in|during|over|at|on|for|around) )?(?:the )?',
  '(?: season| holidays?| time| period| sales?(?= |$))?(?! (?:promo|promotion|campaign|coupon|code|voucher))',
] as const;

/** Each season, its words, and what stands for it: alone, with its year, and of this year and the last. */
const SEASON_PATTERNS = SEASON_WORDS.map(([words, key]) => {
  const alone = `(?<![\\p{L}-])${AROUND[0]}(?:${words.source})${AROUND[1]}`;
  return {
    key,
    words,
    season: SEASONS.find(s => s.key === key) as Season,
    alone: new RegExp(`${alone}(?![\\p{L}-])`, 'u'),
    dated: new RegExp(`${alone}(?: (?:of|in|,))? ((?:19|20)\\d{2}|(?:this|last) year)(?!\\d)`, 'u'),
    // "black week this year vs last year" is one of each year.
    both: new RegExp(
      `${alone} (this year|(?:19|20)\\d{2}) (?:vs|versus|against|compared (?:to|with)|and) ` +
        `(last year|(?:19|20)\\d{2})(?![\\d-])`,
      'u',
    ),
  };
});

/** Seasons and holidays: with a year they are a period, without one they are days of every year. */
export const seasons: Pass = (draft, context) => {
  valentinesDay(draft, context);
  besideEachOther(draft);
  beforeHoliday(draft, context);
  withYearOfSeason(draft, context);
  sinceHoliday(draft, context);
  for (const { key, words, season, alone, dated, both } of SEASON_PATTERNS) {
    const m = both.exec(draft.text);
    // A promotion may be called "Summer Sale": the season of two years is none.
    if (m && isByHemisphere(season)) draft.isStrong = true;
    if (m)
      replaceWith(
        draft,
        m,
        `${rangeText(draft, season, m[1], context)} vs ${rangeText(draft, season, m[2], context)}`,
      );
    for (let d = dated.exec(draft.text); d; d = dated.exec(draft.text)) {
      // A season with its year is a period, though a promotion is called like it.
      if (isPlain(d[0], words)) draft.isStrong = true;
      replaceWith(draft, d, rangeText(draft, season, d[1], context));
    }
    if (take(draft, alone)) {
      draft.where.push({ field: 'season', values: [key] });
      draft.isComposed = true;
    }
  }
};

/** Days that a named period may have to stand for the season beside it: two months. */
const MOST_DAYS = 62;

/** `gift cards over xmas, dec 2024`: the period that is named beside a season goes before its usual days. */
export const periodOfSeason: Pass = draft => {
  const { period } = draft;
  const season = draft.where.find(f => f.field === 'season' && !f.not && f.values?.length === 1);
  if (!period || !season || period.range.to - period.range.from >= MOST_DAYS) return;
  draft.where = draft.where.filter(f => f !== season);
  draft.remarks.push(
    remark(`The period is the one that was named, not the days that ${season.values?.[0]} usually has.`),
  );
};

/** Whether nothing but the season and its year is named: a "summer sale" may be a promotion. */
const isPlain = (said: string, words: RegExp): boolean =>
  new RegExp(
    `^(?:(?:in|during|over|at|on|for|around) )?(?:the )?(?:${words.source})(?:,| of| in)? ` +
      `(?:(?:19|20)\\d\\d)$`,
  ).test(said.trim());

/** `valentine's day 2023` is the day itself; `valentine's 2023` are the days before it as well. */
function valentinesDay(draft: Draft, { periods, data }: ReadingContext): void {
  const now = partsOf(Math.min(periods.anchor, data.to)).year;
  draft.text = draft.text.replace(
    /\b(?:on )?valentine'?s?'? day,? (?:of |in )?((?:19|20)\d\d|this year|last year)(?!\d)/g,
    (_, year: string) => `${year === 'this year' ? now : year === 'last year' ? now - 1 : year}-02-14`,
  );
}

const ANY_SEASON = `(?:${SEASON_WORDS.map(([words]) => words.source).join('|')})`;

/** `winter 03/04` begins in 2003; of `summer vs winter 2004` both are of that year. */
function besideEachOther(draft: Draft): void {
  draft.text = draft.text
    .replace(
      /\b(winter|season) (?:of )?((?:19|20)?\d\d)[/-](?:20)?(\d\d)(?!\d)/g,
      (m, season: string, from: string, to: string) => {
        const year = Number(from) % 100;
        return (year + 1) % 100 === Number(to) ? `${season} ${from.length === 4 ? from : `20${from}`}` : m;
      },
    )
    .replace(
      new RegExp(
        `\\b(${ANY_SEASON}) (vs|versus|against|compared (?:to|with)|and) (${ANY_SEASON}) ((?:19` +
          `|20)\\d\\d)(?!\\d)`,
      ),
      '$1 $4 vs $3 $4',
    );
}

/** `the week before easter`: the days right before the holiday, of its year or the last one in the data. */
function beforeHoliday(draft: Draft, { data, periods }: ReadingContext): void {
  const m = new RegExp(
    String.raw`\b(?:in |during |for )?(?:the )?(?:(last |final )?(week|day|month)|(\d{1,2}) ` +
      '(days|weeks)) before (christmas|easter|black friday|thanksgiving|halloween|' +
      String.raw`valentine'?s?(?: day)?|mother'?s'? ?day)(?:(?: of|,)? ((?:19|20)\d\d))?\b`,
  ).exec(draft.text);
  if (!m) return;
  const season = seasonNamed(m[5] as string);
  if (!season) return;
  const days = m[2] ? { week: 7, day: 1, month: 30 }[m[2]] : Number(m[3]) * (m[4] === 'weeks' ? 7 : 1);
  const dayIn = (year: number) => holidayIn(season, year);
  let year = m[6] ? Number(m[6]) : partsOf(Math.min(periods.anchor, data.to)).year;
  if (!m[6] && dayIn(year) - 1 > Math.max(periods.anchor, data.to)) year--;
  const to = dayIn(year) - 1;
  draft.isStrong = true;
  replaceWith(draft, m, namedRange({ from: to - (days ?? 7) + 1, to }).text);
}

/** `this autumn`, `last summer`: the season with its year. */
function withYearOfSeason(draft: Draft, { periods, view }: ReadingContext): void {
  const now = periods.anchor;
  const both = new RegExp(`\\bthis (?:past )?(${ANY_SEASON})\\b.*\\blast (?:year'?s )?\\1\\b`).test(
    draft.text,
  );
  draft.text = draft.text.replace(
    new RegExp(
      `\\b(this|last)(?: past| year'?s)? (${ANY_SEASON})(?! (?:season )?(?:of |in )?(?:19|20)\\d\\d)` +
        '(?![\\p{L}-])',
      'gu',
    ),
    (m, which: string, name: string) => {
      const season = seasonNamed(name);
      if (!season) return m;
      const { year } = partsOf(now);
      const begins = (of: number) => season.in(of, view.hemisphere ?? 'north');
      // A winter is of the year it begins in, and so goes on in January.
      const current = begins(year).from > now && begins(year - 1).to >= now ? year - 1 : year;
      if (which === 'this') return `${name} ${current}`;
      const isOver = !both && begins(current).to < now;
      return `${name} ${isOver ? current : current - 1}`;
    },
  );
}

/** `since christmas`: from the last such day on, or that of the year that is named. */
function sinceHoliday(draft: Draft, { data, periods, view }: ReadingContext): void {
  const m = new RegExp(
    `\\b(since|after|from) (?:the )?(?:end of )?(${ANY_SEASON})(?: (?:of )?((?:19|20)\\d\\d))?` +
      '( on(?:wards?)?)?(?![\\p{L}-])',
    'u',
  ).exec(draft.text);
  const season = m && seasonNamed(m[2] as string);
  if (!m || !season || (m[1] === 'from' && !m[4])) return;
  const dayIn = (year: number) =>
    isByHemisphere(season) ? season.in(year, view.hemisphere ?? 'north').from : holidayIn(season, year);
  const last = Math.min(periods.anchor, data.to);
  let year = m[3] ? Number(m[3]) : partsOf(last).year;
  if (!m[3] && dayIn(year) > last) year--;
  const isAfter = m[1] === 'after' || / end of /.test(m[0]);
  const end = isByHemisphere(season) ? season.in(year, view.hemisphere ?? 'north').to : dayIn(year);
  draft.isStrong = true;
  replaceWith(draft, m, `since ${isoOf(isAfter ? end + 1 : dayIn(year))}`);
}

const seasonNamed = (name: string): Season | undefined => {
  const key = SEASON_WORDS.find(([words]) => new RegExp(`^${words.source}$`).test(name))?.[1];
  return SEASONS.find(s => s.key === key);
};

function replaceWith(draft: Draft, m: RegExpExecArray, text: string): void {
  draft.text = tidy(`${draft.text.slice(0, m.index)} ${text} ${draft.text.slice(m.index + m[0].length)}`);
}

function rangeText(draft: Draft, season: Season, said: string | undefined, context: ReadingContext): string {
  const { periods, view } = context;
  const hemisphere = view.hemisphere ?? 'north';
  const now = partsOf(periods.anchor).year;
  const year = said === 'this year' ? now : said === 'last year' ? now - 1 : Number(said);
  const { from, to } = season.in(year, hemisphere);
  if (isByHemisphere(season)) {
    const text = `${season.label} ${year} is ${showRange({ from, to })}. ${seasonsConvention(hemisphere)}`;
    draft.remarks.push(remark(text));
  }
  return namedRange({ from, to }).text;
}
