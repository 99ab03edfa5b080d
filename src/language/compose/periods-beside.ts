import { isoOf, partsOf } from '../../core/calendar/days.js';
import { type Grain, monthsFrom, periodBefore, periodOf } from '../../core/calendar/grain.js';
import { MONTH } from '../../core/calendar/in-words/named-period.js';
import { monthOf } from '../../core/calendar/month-names.js';
import { singularOf } from '../../core/text/normal-text.js';
import { type Draft, type Pass, type ReadingContext, tidy } from './draft.js';

const GRAIN = '(day|week|month|quarter|year)';
const AND = '(?: ?, ?(?:and |n |& ?)?| and | ?& ?| ?\\+ ?| n | as well as | plus )(?:in |for |of |on )?';
const LAST = '(?:last|previous|prior)';
const THIS = '(?:this|the current)';
/** `this month and last month`, `last year and this year`, `yesterday and the day before`. */
const THIS_AND_LAST: readonly RegExp[] = [
  `${THIS} ${GRAIN}(?: so far| to date)?${AND}(?:the )?` +
    `(?:${LAST}(?: ${GRAIN}| one)?|(?:one|${GRAIN}) before)`,
  `${LAST} ${GRAIN}${AND}${THIS}(?: ${GRAIN}| one)(?: so far| to date)?`,
].map(words => new RegExp(`\\b(?:for |in |of )?${words}(?![\\w-])`));
const TWO_DAYS = new RegExp(
  `\\b(?:(today)${AND}yesterday|yesterday${AND}(?:(today)|` +
    '(?:the )?(?:day before(?: yesterday| that)?|2 days ago)))\\b',
);
/** `in 2004 and the year before`, `may 2004 and the month before`. */
const AND_BEFORE = new RegExp(
  `\\b(?:in |for )?((?:19|20)\\d\\d|(?<=\\bin )\\d\\d)${AND}(?:the )?` +
    '(?:year before(?: that| it)?|(?:previous|prior) year)(?![\\w-])',
);
/** Two years of the data without their century: `germany 22 and 23`. */
const SHORT_YEARS = new RegExp(
  '(?<![\\w.,:\'"$€£#-]|\\b(?:top|bottom|first|last|next|past|age|aged|ages|over|under|above|below|than|' +
    'between|groups?|orders?|hours?|days?|weeks?|product|customer) )' +
    "'?(\\d\\d)( and | ?& ?| ?, ?| n | vs | versus | against | \\+ )'?(\\d\\d)" +
    '(?![\\w.,:\'"%€$£-]|,\\d| ?(?:%|percent|years?|days?|units?|orders?|pieces?|customers?|lines?|times?|' +
    'st\\b|nd\\b|rd\\b|th\\b|am\\b|pm\\b))',
);
const AGES = /\b(?:age|ages|aged|old|olds|years old)\b/;

/** Periods that are named beside each other by what they are to today or to each other. */
export const periodsBeside: Pass = (draft, context) => {
  shortYears(draft, context);
  thisAndLast(draft, context) ||
    twoDays(draft, context) ||
    yearAndBefore(draft, context) ||
    sameDays(draft, context);
};

function put(draft: Draft, m: RegExpExecArray, words: string): true {
  draft.text = tidy(`${draft.text.slice(0, m.index)} ${words} ${draft.text.slice(m.index + m[0].length)}`);
  draft.isComposed = true;
  draft.isStrong = true;
  return true;
}

function shortYears(draft: Draft, { data, fields }: ReadingContext): void {
  const m = SHORT_YEARS.exec(draft.text);
  if (!m || AGES.test(draft.text)) return;
  // "Size 22 and 24" names values.
  const before = singularOf(/(\p{L}+) $/u.exec(draft.text.slice(0, m.index))?.[1] ?? '');
  if (fields.some(f => f.label.toLowerCase().split(' ').includes(before))) return;
  const [first, second] = [Number(m[1]) + 2000, Number(m[3]) + 2000];
  const isOfData = (year: number) => year >= partsOf(data.from).year && year <= partsOf(data.to).year;
  if (first === second || !isOfData(first) || !isOfData(second)) return;
  draft.text = tidy(
    `${draft.text.slice(0, m.index)}${first}${m[2]}${second}${draft.text.slice(m.index + m[0].length)}`,
  );
}

/** Each of the two is shown whole: a comparison would show as much of the last as there is of this one. */
function thisAndLast(draft: Draft, { periods }: ReadingContext): boolean {
  if (/\b(?:vs|versus|against|compar\w*|than|why|who|bought|not|nothing|never)\b/.test(draft.text))
    return false;
  for (const way of THIS_AND_LAST) {
    const m = way.exec(draft.text);
    if (!m) continue;
    const grain = m[1] as Grain;
    const others = [m[2], m[3]].filter(other => other !== undefined);
    if (others.some(other => other !== grain)) continue;
    const now = periodOf(grain, periods.anchor);
    const before = periodBefore(grain, now.from);
    if (!draft.by.includes(grain)) draft.by.push(grain);
    return put(draft, m, `${isoOf(before.from)}..${isoOf(now.to)}`);
  }
  return false;
}

function twoDays(draft: Draft, { periods: { anchor } }: ReadingContext): boolean {
  const m = TWO_DAYS.exec(draft.text);
  if (!m) return false;
  const to = (m[1] ?? m[2]) === undefined ? anchor - 1 : anchor;
  if (!draft.by.includes('day')) draft.by.push('day');
  return put(draft, m, `${isoOf(to - 1)}..${isoOf(to)}`);
}

function yearAndBefore(draft: Draft, { data }: ReadingContext): boolean {
  const m = AND_BEFORE.exec(draft.text);
  const year = Number(m?.[1]) < 100 ? Number(m?.[1]) + 2000 : Number(m?.[1]);
  if (!m || year > partsOf(data.to).year) return false;
  if (!draft.by.includes('year')) draft.by.push('year');
  return put(draft, m, `${year - 1}..${year}`);
}

const AGAINST = '(?:vs|versus|against|compared (?:to|with)|than)';
/** `december so far against the same days in november`. */
const SAME_DAYS = new RegExp(
  `\\b(?:in )?(?:this month|month|${MONTH})(?: so far| to date| till now| until now)? ${AGAINST} ` +
    `(?:the )?same (?:days|period|time|stretch|number of days|point)(?: (?:of|in|for|during|from))? ` +
    `(?:the )?(last month|(?:previous|prior) month|month before|${MONTH})(?![\\w-])`,
);
/** `first 7 days of dec against the 7 before`: as many days as the period has, right before it. */
const AS_MANY_BEFORE = new RegExp(
  `\\b${AGAINST} (?:the )?(?:same )?\\d{1,3}(?: days?| weeks?| months?)? ` +
    '(?:before(?: that| it| them| those)?|prior|earlier)(?![\\w-])',
);

function sameDays(draft: Draft, { periods: { anchor }, data }: ReadingContext): boolean {
  const m = SAME_DAYS.exec(draft.text);
  if (!m) {
    const before = AS_MANY_BEFORE.exec(draft.text);
    if (before) draft.text = draft.text.replace(before[0], 'vs previous period');
    return before !== null;
  }
  const said = new RegExp(`^(?:in )?(${MONTH})`).exec(m[0])?.[1];
  const last = Math.min(anchor, data.to);
  const { year, month, date } = partsOf(last);
  // Of a month that is over, all days have been.
  if (said !== undefined && monthOf(said) !== month) return false;
  const other = m[1] as string;
  const before = /month/.test(other) ? ((month + 10) % 12) + 1 : monthOf(other);
  const from = monthsFrom(before < month ? year : year - 1, before, 1);
  const to = Math.min(from.from + date - 1, from.to);
  const now = monthsFrom(year, month, 1).from;
  return put(draft, m, `${isoOf(now)}..${isoOf(last)} vs ${isoOf(from.from)}..${isoOf(to)}`);
}
