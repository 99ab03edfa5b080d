import { remark } from '../../core/answer/notes.js';
import { MONTH_NAMES, partsOf } from '../../core/calendar/days.js';
import { showRange } from '../../core/calendar/grain.js';
import { withFiscalPeriods } from '../../core/calendar/in-words/fiscal-periods.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import { namedRange } from '../../core/calendar/named-range.js';
import {
  holidayIn,
  isByHemisphere,
  SEASONS,
  type Season,
  seasonsConvention,
} from '../../core/calendar/seasons.js';
import { type Draft, type Pass, type ReadingContext, take, tidy } from './draft.js';

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
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
  '(?: season| holidays?| time| period| sales?(?= |$))?',
] as const;

/** Seasons and holidays: with a year they are a period, without one they are days of every year. */
export const seasons: Pass = (draft, context) => {
  besideEachOther(draft);
  beforeHoliday(draft, context);
  for (const [words, key] of SEASON_WORDS) {
    const season = SEASONS.find(s => s.key === key) as Season;
    const pattern = `(?<![\\p{L}-])${AROUND[0]}(?:${words.source})${AROUND[1]}`;
    const dated = new RegExp(`${pattern}(?: (?:of|in|,))? ((?:19|20)\\d{2}|(?:this|last) year)(?!\\d)`, 'u');
    // "black week this year vs last year" is one of each year.
    const both = new RegExp(
      `${pattern} (this year|(?:19|20)\\d{2}) (?:vs|versus|against|compared (?:to|with)|and) ` +
        `(last year|(?:19|20)\\d{2})(?![\\d-])`,
      'u',
    );
    const m = both.exec(draft.text);
    if (m)
      replaceWith(
        draft,
        m,
        `${rangeText(draft, season, m[1], context)} vs ${rangeText(draft, season, m[2], context)}`,
      );
    for (let d = dated.exec(draft.text); d; d = dated.exec(draft.text))
      replaceWith(draft, d, rangeText(draft, season, d[1], context));
    if (take(draft, new RegExp(`${pattern}(?![\\p{L}-])`, 'u'))) {
      draft.where.push({ field: 'season', values: [key] });
      draft.isComposed = true;
    }
  }
};

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
        `\\b(${ANY_SEASON}) (vs|versus|against|compared (?:to|with)|and) (${ANY_SEASON}) ((?:19|20)\\d\\d)(?!\\d)`,
      ),
      '$1 $4 vs $3 $4',
    );
}

/** `the week before easter`: the days right before the holiday, of its year or the last one in the data. */
function beforeHoliday(draft: Draft, { data, periods }: ReadingContext): void {
  const m =
    /\b(?:in |during |for )?(?:the )?(?:(last |final )?(week|day|month)|(\d{1,2}) (days|weeks)) before (christmas|easter|black friday|thanksgiving|halloween|valentine'?s?(?: day)?|mother'?s'? ?day)(?:(?: of|,)? ((?:19|20)\d\d))?\b/.exec(
      draft.text,
    );
  if (!m) return;
  const key = SEASON_WORDS.find(([words]) => new RegExp(`^${words.source}$`).test(m[5] as string))?.[1];
  const season = SEASONS.find(s => s.key === key);
  if (!season) return;
  const days = m[2] ? { week: 7, day: 1, month: 30 }[m[2]] : Number(m[3]) * (m[4] === 'weeks' ? 7 : 1);
  const dayIn = (year: number) => holidayIn(season, year);
  let year = m[6] ? Number(m[6]) : partsOf(Math.min(periods.anchor, data.to)).year;
  if (!m[6] && dayIn(year) - 1 > Math.max(periods.anchor, data.to)) year--;
  const to = dayIn(year) - 1;
  draft.isStrong = true;
  replaceWith(draft, m, namedRange({ from: to - (days ?? 7) + 1, to }).text);
}

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

/** `weekends`, `on saturdays`, `after 6pm`; both parts of the week named are what to split by. */
export const daysAndHours: Pass = draft => {
  if (
    /\bweekends?\b/.test(draft.text) &&
    /\b(?:week ?days?|working days?|(?:during|in) the week|rest of the week)\b/.test(draft.text)
  ) {
    take(draft, /\b(?:on |at |the )*weekends?\b/);
    take(draft, /\b(?:on |the )*(?:week ?days?|working days?|(?:during |in )?the (?:rest of the )?week)\b/);
    take(draft, /\b(?:vs|versus|or|than|against|compared (?:to|with))\b/);
    draft.by.push('weekend');
    draft.isComposed = true;
  } else if (!/\b(?:last|this|next|by|per|each) weekend/.test(draft.text)) {
    const weekend = take(draft, /\b(?:on |at |over |during |in )?(?:the )?weekends?\b/);
    const working = weekend
      ? undefined
      : take(draft, /\b(?:on |during |in )?(?:the )?(?:week ?days|working days)\b/);
    if (weekend || working) {
      draft.where.push({ field: 'weekend', values: [weekend ? 'weekend' : 'weekdays'] });
      draft.isComposed = true;
    }
  }
  const days = take(
    draft,
    new RegExp(
      `\\b(?:on|only|just|every) ((?:${WEEKDAY})(?:(?: ?, ?| and | or )(?:on )?${WEEKDAY})*)(?![\\w])|` +
        `(?<!\\b(?:last|this|next|since|until|vs) )\\b(${WEEKDAY}(?: ?, ?| and | ?[+&] ?)${WEEKDAY}(?:(?: ?, ?| and )${WEEKDAY})*)(?![\\w]| (?:vs|versus))`,
    ),
  );
  if (days) {
    draft.where.push({ field: 'weekday', values: weekdaysIn(days[0]) });
    draft.isComposed = true;
  }
  const beside = take(
    draft,
    new RegExp(
      `\\b(?:on )?${WEEKDAY} (?:vs|versus|or|against|than|compared (?:to|with)) (?:on )?${WEEKDAY}(?![\\w])`,
    ),
  );
  if (beside) {
    draft.where.push({ field: 'weekday', values: weekdaysIn(beside[0]) });
    draft.by.push('weekday');
    draft.isComposed = true;
  }
  hours(draft);
};

const weekdaysIn = (text: string): string[] =>
  [...text.matchAll(/(?:mon|tues|wednes|thurs|fri|satur|sun)day/g)].map(
    d => `${d[0].charAt(0).toUpperCase()}${d[0].slice(1)}`,
  );

const MONTH_NAME =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|' +
  'feb|mar|apr|jun|' +
  'jul|aug|sept?|oct|nov|dec)';

/** `every december`, `in all julys`: of any year. Read before the calendar, which would read the last one. */
export const monthsOfEveryYear = (draft: Draft): void => {
  const m = take(
    draft,
    new RegExp(
      `\\b(?:in |during |for )?(?:(?:every|each|all(?: the)?) ${MONTH_NAME}s?(?! (?:19|20)\\d\\d)|${MONTH_NAME}s? (?:of|in) (?:every|each|all|any) years?)\\b`,
    ),
  );
  const start = (m?.[1] ?? m?.[2])?.slice(0, 3);
  const name = start && MONTH_NAMES.find(month => month.toLowerCase().startsWith(start));
  if (!name) return;
  draft.where.push({ field: 'month-of-year', values: [name] });
  draft.isComposed = true;
  draft.isStrong = true;
};

const CLOCK = "(\\d{1,2})(?::(\\d{2}))? ?(am|pm|h|o'?clock|uhr)?";
const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/\bin the mornings?\b/, 6, 11],
  [/\bin the afternoons?\b/, 12, 17],
  [/\bin the evenings?\b/, 18, 22],
  [/\b(?:after|since) (?:noon|midday|lunch)\b/, 12, 23],
  [/\bbefore (?:noon|midday|lunch)\b/, 0, 11],
];

function hours(draft: Draft): void {
  const add = (from: number, to: number) => {
    draft.where.push({ field: 'hour', range: { from, to } });
    draft.isComposed = true;
  };
  for (const [pattern, from, to] of PARTS) if (take(draft, pattern)) add(from, to);
  // "Between 2 and 3 orders" are no hours.
  const span = new RegExp(`\\b(?:between|from) ${CLOCK} (?:and|to|until|-) ${CLOCK}(?![\\w-])`);
  const said = span.exec(draft.text);
  if (said && (said[3] || said[6])) {
    take(draft, span, '');
    add(clock(said[1], said[3] ?? said[6]), clock(said[4], said[6]) - 1);
    return;
  }
  const one = take(
    draft,
    /\b(after|since|from|before|until|at) (\d{1,2})(?::\d{2})? ?(am|pm|h\b|o'?clock|uhr)(?![\w])/,
  );
  if (!one) return;
  const hour = clock(one[2], one[3]);
  if (one[1] === 'at') add(hour, hour);
  else if (one[1] === 'before' || one[1] === 'until') add(0, hour - 1);
  else add(hour, 23);
}

function clock(hour: string | undefined, half: string | undefined): number {
  const h = Number(hour) % 24;
  if (half === 'pm') return h < 12 ? h + 12 : h;
  return half === 'am' && h === 12 ? 0 : h;
}

/** `FY04`, `fiscal Q2`, and the month that fiscal years begin with, where it is said: a setting otherwise. */
export const fiscalYears: Pass = (draft, { view, periods }) => {
  const { text, start, remarks } = withFiscalPeriods(draft.text, view.fiscalYearStart ?? 1, periods);
  draft.text = text;
  if (start !== undefined) draft.fiscalStart = start;
  draft.remarks.push(...remarks.map(said => remark(said)));
};

/** Calendar periods, and the one to compare with. @throws NotUnderstood for one that is impossible */
export const calendarPeriods: Pass = async (draft, { periods }) => {
  const text = draft.text
    .replace(/\b(month|year|week|quarter) so far\b/g, 'this $1')
    .replace(/\b(this (?:month|year|week|quarter)|today) so far\b/g, '$1')
    .replace(
      /\b(mtd|month to date) (?:vs|versus|against|compared (?:to|with)) (?:the )?same (?:days?|period|time|dates?) (?:of |in )?last month\b/g,
      'this month vs last month',
    )
    .replace(
      /\b(?:vs|versus|against|compared (?:to|with)|than) (?:the )?same (?:days?|period|time|dates?) (?:of |in )?last month\b/g,
      'vs last month',
    );
  const found = await findPeriods(text, periods);
  if (found.period) draft.period = found.period;
  if (found.versus) draft.versus = found.versus;
  draft.text = tidy(found.rest);
  if (found.period?.remark) draft.remarks.push({ kind: 'remark', text: found.period.remark });
};
