import { remark } from '../../core/answer/notes.js';
import { isoOf, MONTH_NAMES } from '../../core/calendar/days.js';
import { withFiscalPeriods } from '../../core/calendar/in-words/fiscal-periods.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import { type Draft, type Pass, take, tidy } from './draft.js';
import { Unanswerable } from './unanswerable.js';

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
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
        `(?<!\\b(?:last|this|next|since|until|vs) )\\b(${WEEKDAY}(?: ?, ?| and | ?[+&] ` +
        `?)${WEEKDAY}(?:(?: ?, ?| and )${WEEKDAY})*)(?![\\w]| (?:vs|versus))`,
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

const ACROSS_YEARS = /\b(?:by|per|each|every|across(?: the)?|over the) years?\b|\byear by year\b|\byearly\b/;
const ONE_MONTH = new RegExp(
  `\\b(?:in |during |for |of )?(?!(?:may|march|mar) (?!\\p{L}))${MONTH_NAME}(?! ?\\d)\\b`,
  'gu',
);

/** `toys in december by year`: a month without a year, in a text that has one row for each year. */
function monthAcrossYears(draft: Draft): string | undefined {
  if (!ACROSS_YEARS.test(draft.text) || /\b(?:19|20)\d\d\b/.test(draft.text)) return undefined;
  const [month, ...others] = [...draft.text.matchAll(ONE_MONTH)];
  if (!month || others.length > 0) return undefined;
  draft.text = tidy(draft.text.replace(month[0], ' '));
  return month[1];
}

/** `every december`, `in all julys`: of any year. Read before the calendar, which would read the last one. */
export const monthsOfEveryYear = (draft: Draft): void => {
  const m = take(
    draft,
    new RegExp(
      `\\b(?:in |during |for )?(?:(?:every|each|all(?: the)?) ${MONTH_NAME}s?(?! (?:19|20)\\d\\d)` +
        `|${MONTH_NAME}s? (?:of|in) (?:every|each|all|any) years?)\\b`,
    ),
  );
  const start = (m?.[1] ?? m?.[2] ?? monthAcrossYears(draft))?.slice(0, 3);
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
  const parts = PARTS.filter(([pattern]) => pattern.test(draft.text));
  if (parts.length > 1)
    throw new Unanswerable(
      'Two parts of the day are not put beside each other; by hour they are.',
      ['sales orders by hour', 'sales measure:revenue by:hour'],
      true,
    );
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
export const calendarPeriods: Pass = async (draft, { periods, data }) => {
  const text = draft.text
    .replace(/\bon the first day$/, `on ${isoOf(data.from)}`)
    .replace(/\b(month|year|week|quarter) so far\b/g, 'this $1')
    .replace(/\b(this (?:month|year|week|quarter)|today) so far\b/g, '$1')
    .replace(
      new RegExp(
        String.raw`\b(mtd|month to date) (?:vs|versus|against|compared (?:to|with)) (?:the )?same ` +
          String.raw`(?:days?|period|time|dates?) (?:of |in )?last month\b`,
        'g',
      ),
      'this month vs last month',
    )
    .replace(
      new RegExp(
        String.raw`\b(?:vs|versus|against|compared (?:to|with)|than) (?:the )?same (?:days?|period|` +
          String.raw`time|dates?) (?:of |in )?last month\b`,
        'g',
      ),
      'vs last month',
    );
  const found = await findPeriods(text, periods);
  if (found.period) draft.period = found.period;
  if (found.versus) draft.versus = found.versus;
  draft.text = tidy(found.rest);
  if (found.period?.remark) draft.remarks.push({ kind: 'remark', text: found.period.remark });
};
