import { MONTH_NAMES, partsOf } from '../../core/calendar/days.js';
import { type Draft, type Pass, type ReadingContext, tidy } from './draft.js';
import { Unanswerable } from './unanswerable.js';

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|' +
  'oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const YEAR = '(?:19|20)\\d\\d';
const ITEM = `(?:(?:${MONTH}|q[1-4])(?: (?:of )?${YEAR})?|${YEAR})`;
const AND = '(?: ?, ?(?:and |& ?)?| and | ?& ?| ?/ ?| n | as well as | plus )(?:in |for |of )?';
const LIST = new RegExp(
  `(?<![\\w-])(?:(?:in|for|of|during) )?(${ITEM}(?:${AND}${ITEM})+)(?![\\w-])(?! ?(?:%|days))`,
);
const OF_ALL_YEARS = new RegExp(
  `(?<![\\w-])(?:(?:in|for|of|during) )?((?:${MONTH}|q[1-4])(?:${AND}(?:${MONTH}|q[1-4]))*) (?:of|` +
    'in) (?:both|all|each|the two|every|all the) (?:years?|of the years)',
);
/** `oct nov and dec`: months in a row without a comma; "may" and "march" are verbs as well. */
const NO_COMMA = new RegExp(
  `(?<![\\w-])(${MONTH}) (?=(?:(?!may|mar)(?:${MONTH})|(?:${MONTH})(?:${AND}| )(?:${MONTH}))(?![\\w-]))`,
  'g',
);
const BY_MONTH = /\b(?:by|per|each|every) months?\b|\bmonth by month\b|\bmonthly\b/;
/** Where periods are set against each other, or belong to customers, others read them. */
const OTHERWISE = new RegExp(
  String.raw`\b(?:vs|versus|against|compar\w*|between|than|grow\w*|grew|chang\w*|why|again|both|` +
    'from|to|until|combined|together|daily|weekly|monthly|quarterly|yearly|(?:by|per|each|' +
    'every) (?:calendar )?(?:day|week|month|quarter|year)s?|summed|added|forecast|who|' +
    String.raw`nothing|never|not)\b`,
);

const BY_YEAR = /\b(?:by|per) (?:calendar )?years?\b/;

/** Figures that do not add up over periods, and words that ask for each. */
const EACH_OF_ITS_OWN = new RegExp(
  String.raw`\b(?:customers?|buyers?|clients?|people|average|median|rate|aov|ratio|percent|share|` +
    String.raw`each|separately|respectively|individually|side by side|one by one)\b`,
);

interface Item {
  readonly grain: 'month' | 'quarter' | 'year';
  /** 1 to 12, 1 to 4; 1 of a year. */
  readonly at: number;
  year?: number;
}

/** `jan, feb and march 2004`, `2003 and 2004`: each of the periods that are named. */
export const periodLists: Pass = (draft, context) => {
  if (ofAllYears(draft, context)) return;
  draft.text = draft.text.replace(NO_COMMA, '$1, ');
  if (OTHERWISE.test(draft.text.replace(BY_MONTH, ' '))) return;
  const m = LIST.exec(draft.text);
  const items = m ? dated(itemsIn(m[1] as string), context) : undefined;
  const [first] = items ?? [];
  if (!m || !items || !first || items.some(item => item.grain !== first.grain)) return;
  const places = [...new Set(items.map(placeOf))].sort((a, b) => a - b);
  if (places.length !== items.length) return;
  const keys = places.map(place => keyOf(first.grain, place));
  const isRun = places.every((place, i) => i === 0 || place === (places[i - 1] as number) + 1);
  const put = (words: string) => {
    draft.text = tidy(`${draft.text.slice(0, m.index)} ${words} ${draft.text.slice(m.index + m[0].length)}`);
  };
  // Each month of them is a row, which "by month" says once more.
  if (BY_MONTH.test(draft.text) && (first.grain !== 'month' || !isRun)) return;
  if (isRun) {
    // Months of one sum are added up, and years alone ask nothing yet.
    if (
      first.grain === 'year'
        ? draft.text === m[0].trim()
        : !EACH_OF_ITS_OWN.test(draft.text) && !BY_MONTH.test(draft.text)
    )
      return;
    put(`${keys[0]}..${keys.at(-1)}`);
    if (!draft.by.includes(first.grain)) draft.by.push(first.grain);
  } else if (places.length === 2) put(`${keys[1]} vs ${keys[0]}`);
  else if (!ofOneName(draft, items, put)) return;
  draft.isComposed = true;
  draft.isStrong = true;
};

/** `nov 2003, nov 2004 and nov 2005`: one month of each year. */
function ofOneName(draft: Draft, items: readonly Item[], put: (words: string) => void): boolean {
  const [first] = items;
  const years = [...new Set(items.map(item => item.year as number))].sort((a, b) => a - b);
  const isRun = years.every((year, i) => i === 0 || year === (years[i - 1] as number) + 1);
  if (!first || !isRun || first.grain === 'year' || items.some(item => item.at !== first.at)) return false;
  keepMonths(draft, items);
  draft.by.push('year');
  put(`${years[0]}..${years.at(-1)}`);
  return true;
}

/** `q1 and q2 of both years`: each of them in all years of the data. */
function ofAllYears(draft: Draft, { data }: ReadingContext): boolean {
  const m = OF_ALL_YEARS.exec(draft.text);
  // "By year" adds the months of a year up.
  const isByYear = BY_YEAR.test(draft.text);
  if (!m || OTHERWISE.test(draft.text.replace(m[0], ' ').replace(BY_YEAR, ' '))) return false;
  const items = itemsIn(m[1] as string);
  const [first] = items;
  const years = partsOf(data.to).year - partsOf(data.from).year + 1;
  if (!first || items.some(item => item.grain !== first.grain)) return false;
  if (/\b(?:both|the two)\b/.test(m[0]) && years !== 2)
    throw new Unanswerable(
      `The data has ${years} ${years === 1 ? 'year' : 'years'}: which are meant?`,
      [`sales ${m[1]} ${partsOf(data.to).year}`, `sales by ${first.grain}`],
      true,
    );
  keepMonths(draft, items);
  draft.by.push(isByYear ? 'year' : first.grain);
  draft.isComposed = true;
  draft.isStrong = true;
  draft.text = tidy(
    `${draft.text.slice(0, m.index)} ${draft.text.slice(m.index + m[0].length)}`.replace(BY_YEAR, ' '),
  );
  return true;
}

function keepMonths(draft: Draft, items: readonly Item[]): void {
  const months = items.flatMap(({ grain, at }) =>
    grain === 'quarter' ? [at * 3 - 2, at * 3 - 1, at * 3] : [at],
  );
  const values = [...new Set(months)].sort((a, b) => a - b).map(month => MONTH_NAMES[month - 1] as string);
  draft.where.push({ field: 'month-of-year', values });
}

function itemsIn(list: string): Item[] {
  return [...list.matchAll(new RegExp(ITEM, 'g'))].map(([said]): Item => {
    const year = new RegExp(YEAR).exec(said)?.[0];
    const own = year === undefined ? {} : { year: Number(year) };
    if (said.startsWith('q')) return { grain: 'quarter', at: Number(said[1]), ...own };
    const month = MONTH_NAMES.findIndex(name => name.toLowerCase().startsWith(said.slice(0, 3)));
    return month < 0 ? { grain: 'year', at: 1, ...own } : { grain: 'month', at: month + 1, ...own };
  });
}

/**
 * The items with their years: one without is of the year that is named behind it, and where none is named all
 * are of the last year in which they have begun.
 */
function dated(items: Item[], { data, periods }: ReadingContext): Item[] | undefined {
  for (let i = items.length - 2; i >= 0; i--) {
    const [item, next] = [items[i] as Item, items[i + 1] as Item];
    if (item.year === undefined && next.year !== undefined) item.year = next.year;
  }
  if (items.every(item => item.year === undefined)) {
    const { year, month } = partsOf(Math.min(periods.anchor, data.to));
    const begun = items.every(({ grain, at }) => (grain === 'quarter' ? at * 3 - 2 : at) <= month);
    for (const item of items) item.year = begun ? year : year - 1;
  }
  return items.every(item => item.year !== undefined) ? items : undefined;
}

const PER_YEAR = { month: 12, quarter: 4, year: 1 } as const;
const placeOf = ({ grain, at, year = 0 }: Item): number => year * PER_YEAR[grain] + at - 1;

function keyOf(grain: Item['grain'], place: number): string {
  const year = Math.floor(place / PER_YEAR[grain]);
  const at = (place % PER_YEAR[grain]) + 1;
  if (grain === 'year') return String(year);
  return grain === 'quarter' ? `${year}-q${at}` : `${year}-${String(at).padStart(2, '0')}`;
}
