import { NotUnderstood } from '../../errors.js';
import { isoOf, partsOf } from '../days.js';
import { monthsFrom, periodBefore, periodOf } from '../grain.js';
import { MONTH, type PeriodContext } from './named-period.js';
import { monthNamed, monthStart, withPartsOfMonths } from './parts-of-months.js';

const YEAR = '(?:19|20)\\d{2}';
const NTH = '(?:st|nd|rd|th)?';
const MONTHS = (
  'jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? ' +
  'oct(?:ober)? nov(?:ember)? dec(?:ember)?'
).split(' ');
const NAMES = MONTHS.join('|');
const QUARTERS = ['q1', 'q2', 'q3', 'q4'];
/** What stands between periods that are taken together. */
const AND = '(?: ?[+&/] ?| and |, ?(?:and )?)';

/** `jan + feb`, `q1/q2`: periods of one year right behind each other. */
const RUNS = [MONTHS, QUARTERS].flatMap(names =>
  names.slice(0, -1).map((first, i) => {
    const [next, ...more] = names.slice(i + 1) as [string, ...string[]];
    const further = more.reduceRight((after, name) => `(?:${AND}(${name})\\b${after})?`, '');
    return new RegExp(
      `(?<![\\w-])(${first})(?: ${YEAR})?${AND}(${next})\\b${further}(?![\\w-])(?!(?: ${YEAR})? ?${AND}` +
        `(?:${NAMES}|q[1-4])\\b)`,
      'g',
    );
  }),
);

/** `between 2nd and 5th of march 2004`, `2-5 march`: days of one month, of which it is named once. */
const DAYS_OF_MONTH = new RegExp(
  `(?<![\\w-])(?:(?:between|from) )?(?:the )?([1-9]|[12]\\d|3[01])${NTH}(?: ?- ?| and | to | until | ` +
    'till | through )' +
    `(?:the )?([1-9]|[12]\\d|3[01])${NTH} (?:of )?(${MONTH})\\.?(?:,? (${YEAR}))?(?![\\w-])`,
  'g',
);
/** `03/14` can only be a month of a year; `03/04` is asked back. */
const MONTH_OF_YEAR =
  /(?<![\w/.-]|\b(?:year|winter|season|fy|week|from|to) )(0[1-9]|1[0-2])\/(\d\d)(?![\w/.-])/g;

/** `from oct to nov`: where something changed, short names of months are no span. */
const CHANGED_FROM = new RegExp(
  `(?<![\\w-])(from|between) (${MONTH})( ${YEAR})? (to|and) (${MONTH})( ${YEAR})?(?![\\w-])`,
  'g',
);
/** `week 45 of 2026`, `first week of november`, `last weekend`: as days. */
function withWeeks(text: string, context: PeriodContext): string {
  const { anchor, data } = context;
  const last = Math.min(anchor, data.to);
  const days = (from: number, to: number) => `${isoOf(from)}..${isoOf(to)}`;
  return text
    .replace(
      new RegExp(
        String.raw`(?<![\w-])(?:calendar |iso )?(?:week|cw|kw|wk) ?([1-9]|[1-4]\d|5[0-3])(?:,? ` +
          String.raw`(?:of )?((?:19|20)\d\d))?(?![\w-])`,
        'g',
      ),
      (_, n, year) => {
        const of = year ? Number(year) : partsOf(last).year;
        // The week of January 4 is the first one.
        const from = periodOf('week', monthsFrom(of, 1, 1).from + 3).from + (Number(n) - 1) * 7;
        return days(from, from + 6);
      },
    )
    .replace(
      new RegExp(
        `(?<![\\w-])(?:the )?(first|1st|last) week (?:of|in) (${MONTH})(?:,? (${YEAR}))?(?![\\w-])`,
        'g',
      ),
      (_, which, month, year) => {
        const from = monthStart(month, year, context);
        const { to } = periodOf('month', from);
        return which === 'last' ? days(to - 6, to) : days(from, from + 6);
      },
    )
    .replace(/(?<![\w-])(?:the )?last weekend(?![\w-])/g, () => {
      const monday = periodOf('week', anchor).from;
      return days(monday - 2, monday - 1);
    });
}

/** `march last year`, `q1 of this year`. */
const OF_THIS_YEAR = new RegExp(
  `(?<![\\w-])(${MONTH}|q[1-4]|h[12]|(?:1st|2nd|3rd|4th|first|second|third|fourth|last) (?:quarter|half))` +
    `(?: of|,)? (this|last|the previous|previous|the past) year(?![\\w-])`,
  'g',
);
/** `march this year vs last year` says each year of its own. */
const BOTH_YEARS = new RegExp(
  `(?<![\\w-])(${MONTH}|q[1-4]|h[12])(?: of)? (this|last) year (vs\\.?|versus|against|compared (?:to|` +
    `with)) (this|last) year(?![\\w-])`,
  'g',
);

/** `dec 11 against dec 10` is about two years where the data has both. */
const SAME_MONTH = new RegExp(
  `(?<![\\w-])(${MONTH}) '?(\\d\\d) (vs\\.?|versus|against|compared (?:to|with)|over) \\1 ` +
    `'?(\\d\\d)(?![\\w-])`,
  'g',
);

/** What makes a row of each day, week, month, quarter or year. */
const BY_PERIOD = new RegExp(
  String.raw`\b(?:(?:by|per|each|every) (?:calendar )?(?:day|week|month|quarter|year)s?|dai?ly|` +
    String.raw`weekly|monthly|quarterly|yearly)\b`,
);
/** Words that set periods beside each other, or customers of one against those of another. */
const AGAINST_EACH_OTHER =
  /\b(?:compar\w*|vs|versus|against|than|gr[eo]w\w*|chang\w*|differ\w*|between|who|why)\b/;
const YEARS = new RegExp(`(?<![\\w/.-])${YEAR}(?:${AND}${YEAR})+(?![\\w/-]|\\.\\d)`, 'g');

/** `by quarter 2003 and 2004`: years right behind each other, of which all periods are asked for. */
function withYearsJoined(text: string): string {
  if (!BY_PERIOD.test(text) || AGAINST_EACH_OTHER.test(text)) return text;
  return text.replace(YEARS, said => {
    const years = (said.match(/\d{4}/g) ?? []).map(Number);
    const isRun = years.every((y, i) => i === 0 || y === (years[i - 1] as number) + 1);
    return isRun ? `${years[0]} to ${years.at(-1)}` : said;
  });
}

/**
 * The text (lower-case) with periods that are said together written as one: `jan + feb 2004` is
 * `jan to feb 2004`, `march last year` has its year.
 */
export function withJoinedPeriods(text: string, context: PeriodContext): string {
  const year = (said: string): number => {
    const now = periodOf('year', context.anchor);
    return partsOf(said === 'this' ? now.from : periodBefore('year', now.from).from).year;
  };
  const [first, last] = [partsOf(context.data.from).year, partsOf(context.data.to).year];
  const isCovered = (yy: string) => 2000 + Number(yy) >= first && 2000 + Number(yy) <= last;
  let joined = withYearsJoined(text)
    .replace(SAME_MONTH, (m, name, a, against, b) =>
      a !== b && isCovered(a) && isCovered(b) ? `${name} 20${a} ${against} ${name} 20${b}` : m,
    )
    .replace(BOTH_YEARS, (_, name, a, against, b) => `${name} ${year(a)} ${against} ${name} ${year(b)}`)
    .replace(OF_THIS_YEAR, (_, name, said) => `${name} ${year(said)}`)
    .replace(DAYS_OF_MONTH, (_, from, to, month, said) => {
      const of = said === undefined ? month : `${month} ${said}`;
      return `${from} ${of} to ${to} ${of}`;
    });
  joined = joined
    .replace(/\bq([1-4]) ?[-–] ?q([1-4])\b/g, 'q$1 to q$2')
    .replace(/(?<![\w-])((?:19|20)\d\d) ((?:19|20)\d\d)(?![\w-])/g, (m, a, b) =>
      Number(b) === Number(a) + 1 ? `${a} to ${b}` : m,
    )
    .replace(
      CHANGED_FROM,
      (_, between, a, aYear = '', to, b, bYear = '') =>
        `${between} ${monthNamed(a)}${aYear} ${to} ${monthNamed(b)}${bYear}`,
    );
  joined = withPartsOfMonths(withWeeks(joined, context), context).replace(
    MONTH_OF_YEAR,
    (m, month: string, yy: string) => {
      if (!isCovered(yy)) return m;
      if (Number(yy) > 12) return `20${yy}-${month}`;
      const isNext = Number(yy) === Number(month) + 1 && isCovered(month);
      throw new NotUnderstood(
        `"${m}" can be a month of a year or something else.`,
        [`sales 20${yy}-${month}`, ...(isNext ? [`sales 20${month}..20${yy}`] : [])],
        true,
      );
    },
  );
  for (const run of RUNS)
    joined = joined.replace(run, (_, first: string, ...rest: (string | number | undefined)[]) => {
      const names = rest.slice(0, -2).filter((name): name is string => typeof name === 'string');
      return `${first} to ${names.at(-1)}`;
    });
  return joined;
}
