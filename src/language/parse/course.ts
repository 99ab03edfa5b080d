import type { Declaration, QueryArguments } from '../../answering/declaration.js';
import type { ParsedQuery } from '../../answering/question.js';
import type { ShopView } from '../../answering/shop.js';
import type { Note } from '../../core/answer/notes.js';
import { type PeriodContext, periodContext } from '../../core/calendar/in-words/named-period.js';
import { findPeriods } from '../../core/calendar/in-words/period.js';
import { NotUnderstood } from '../../core/errors.js';
import { type Query, queryOf } from '../../core/query/query.js';
import { parseQueryText } from '../../core/query/query-text.js';
import { typed } from '../../core/text/typed-text.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { compose } from '../compose/compose.js';
import { NUMBER, numberIn } from '../compose/numbers.js';
import { aheadIn, BY, grainCalled, thisYear, UNITS } from './ahead.js';

/** Questions about the course of one measure: they take a query, and are asked by words of their own. */
const COURSES = ['forecast', 'anomalies'] as const;
type Course = (typeof COURSES)[number];

export const isOfCourse = ({ family, name }: Declaration): boolean =>
  family === 'sales' && COURSES.some(course => course === name);

type Arguments = Pick<QueryArguments, 'grain' | 'limit' | 'floor'>;

/**
 * Reads a text that asks what comes, or what is out of line. It goes before all other readers, for whom a
 * month that has not come yet is none.
 * @param text as it was typed; `english` the same in English
 * @throws NotUnderstood if it asks for one of them in its own word, and another word is not understood
 */
export async function readCourse(
  text: string,
  english: string,
  shop: ShopView,
): Promise<ParsedQuery | undefined> {
  const written = asWritten(text, shop);
  if (written) return written;
  const said = english
    .toLowerCase()
    .replace(/[?!]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    // The command is no measure: `sales anomalies orders by week` is of orders alone.
    .replace(/^sales (?=forecast\b|anomal|out of line\b)/, '');
  if (/^segments?\b/.test(said)) return undefined;
  const data = await dataExtent(shop.store);
  if (!data) return undefined;
  const context = periodContext(data, shop.today());
  return (await anomaliesIn(said, context, shop)) ?? (await forecastIn(said, context, shop));
}

/** `forecast 6 months measure:orders country:France`: the text that an answer gives as its own. */
function asWritten(text: string, shop: ShopView): ParsedQuery | undefined {
  const m = new RegExp(
    `^\\s*/?(?:sales )?(${COURSES.join('|')})(?: (\\d{1,4}) (${UNITS})s?| by (${UNITS}))?((?: [\\s\\S]*)?)$`,
    'i',
  ).exec(text);
  const rest = m?.[5]?.trim() ?? '';
  if (!m || (rest !== '' && !/[\w"]:\S|who\(/.test(rest))) return undefined;
  const { floor, left } = writtenFloor(rest);
  try {
    const query = left === '' ? queryOf({ measures: ['revenue'] }) : parseQueryText(left);
    const measures = query.measures.length > 0 ? query.measures : ['revenue'];
    const grain = grainCalled(m[3] ?? m[4]);
    return asked(
      m[1]?.toLowerCase() === 'forecast' ? 'forecast' : 'anomalies',
      { ...query, measures },
      [],
      shop,
      {
        ...(grain && { grain }),
        ...(m[2] && { limit: Number(m[2]) }),
        ...(floor && { floor }),
      },
    );
  } catch {
    return undefined;
  }
}

/** `over:10% at-least:500` */
function writtenFloor(text: string): { floor?: QueryArguments['floor']; left: string } {
  const share = /(?:^| )over:(\d+(?:\.\d+)?)%(?= |$)/.exec(text);
  const amount = /(?:^| )at-least:(\d+(?:\.\d+)?)(?= |$)/.exec(text);
  const left = text
    .replace(share?.[0] ?? '', ' ')
    .replace(amount?.[0] ?? '', ' ')
    .trim();
  const floor = floorOf(share?.[1], amount?.[1] === undefined ? undefined : Number(amount[1]));
  return { ...(floor && { floor }), left };
}

const floorOf = (percent: string | undefined, amount: number | undefined): QueryArguments['floor'] =>
  percent === undefined && amount === undefined
    ? undefined
    : {
        ...(percent !== undefined && { share: Number(percent) / 100 }),
        ...(amount !== undefined && { amount }),
      };

function asked(
  course: Course,
  query: Query,
  remarks: readonly Note[],
  { questions }: ShopView,
  given: Arguments,
): ParsedQuery {
  const question = questions.find(q => q.family === 'sales' && q.name === course);
  if (!question) throw new Error(`There is no question ${course}.`);
  return { question, query, filters: [], remarks, ...given };
}

const FORECAST =
  /\b(?:forecast(?:s|ed|ing)?|predict(?:s|ed|ions?)?|projections?|projected|prognosis|outlook)\b/;
const WE = "(?:we|i|they|the shop|our shop|you think we(?:[’']ll| will)?)";
const SELL = '(?:sell|make|earn|get|have|take(?: in)?|turn over|bring in|do|see|receive|gain|win)';
const WILL = new RegExp(
  `\\b(?:will|are|shall|can) ${WE} (?:be )?(?:going to |likely to |expecting? to )?${SELL}\\b|` +
    '\\b(?:will|is going to|are going to) (?:be|come in|sell)\\b|\\b(?:will|is going to|are ' +
    'going to)(?=(?: \\S+){1,3} look\\b)',
);
const EXPECTED = new RegExp(
  '\\b(?:(?:can |do |should |are )?(?:we|i) (?:be )?expect(?:ing)?(?: to (?:sell|make|earn|get|have))?' +
    '|expected)\\b',
);
const REACH = new RegExp(
  `\\b(?:are we (?:going|likely) to|will we|do you think we(?:[’']ll| will)) ` +
    `(?:make it to|make|reach|hit|get to|achieve) (?=(?:the |our |a )?(?:goal |target )?(?:of )?${NUMBER})`,
);
/** The season is of its month: months are forecast. */
const CHRISTMAS = new RegExp(
  '(?:\\b(?:at|for|over|during|around) )?(?:\\bthe )?\\b(?:christmas|xmas)' +
    '(?: season| time| business| trade| period)?(?! (?:promo|campaign|code|sale))\\b',
);
/** Words that say nothing beside a forecast. */
const FILLER = new RegExp(
  '\\b(?:what|how much|how many|which|show(?: me)?|give me|tell me|please|can you|could you|the|our|my|us|' +
    'a|an|is|are|was|were|for|of|in|on|to|do|does|did|there|any|numbers?|figures?|data|make|get' +
    '|see|list|all|sales|will|be|' +
    'look like|do you|by)\\b',
  'g',
);

/** What comes: by its own words, or by a figure that is expected of days to come. */
async function forecastIn(
  said: string,
  context: PeriodContext,
  shop: ShopView,
): Promise<ParsedQuery | undefined> {
  const isNamed = FORECAST.test(said);
  const goal = REACH.test(said);
  if (!isNamed && !goal && !WILL.test(said) && !EXPECTED.test(said)) return undefined;
  const text = said
    .replace(CHRISTMAS, 'in december')
    .replace(FORECAST, ' ')
    .replace(REACH, 'reach ')
    .replace(WILL, ' ')
    .replace(EXPECTED, ' ');
  const ahead = await aheadIn(text, context);
  const target = ahead.period ?? (goal && ahead.grain === undefined ? thisYear(context) : undefined);
  const isAhead = ahead.limit !== undefined || (target && target.range.to > context.data.to);
  if (!isNamed && !isAhead) return undefined;
  const query = await queryIn(ahead.rest, shop, isNamed ? 'a forecast' : undefined);
  if (!query) return undefined;
  // Months and weeks are forecast, and not the days of a season in each of them.
  if (query.query.where.some(f => f.field === 'season' || f.field === 'weekday' || f.field === 'hour'))
    throw new NotUnderstood('Whole days, weeks and months are forecast, and no seasons or hours.', [
      'sales forecast',
      'forecast for december',
    ]);
  const period = target && { period: target.text };
  const remarks = [...(ahead.remark ? [ahead.remark] : []), ...query.remarks];
  return asked('forecast', { ...query.query, ...period }, remarks, shop, {
    ...(ahead.limit !== undefined && { limit: ahead.limit }),
    ...(ahead.grain && { grain: ahead.grain }),
  });
}

const ANOMALIES = /\b(?:anomal(?:y|ies|ous)|out of line|unexplained|unexpected(?:ly)?)\b/;
const SHARE = /\b(?:by |of )?(?:more than|over|at least|above) (\d+(?:\.\d+)?) ?(?:%|percent|per cent)/;
const AMOUNT = new RegExp(
  `(?:\\band )?(?:\\bby |\\bof )?\\b(?:at least|more than|over|above|worth) (${NUMBER})`,
);
const PLACES = /\b(?:any |which |what )?(day|week|month)s?\b/;

/** What season and trend do not explain. */
async function anomaliesIn(
  said: string,
  context: PeriodContext,
  shop: ShopView,
): Promise<ParsedQuery | undefined> {
  if (!ANOMALIES.test(said)) return undefined;
  let text = said.replace(ANOMALIES, ' ');
  const share = SHARE.exec(text);
  if (share) text = text.replace(share[0], ' ');
  const amount = AMOUNT.exec(text);
  if (amount) text = text.replace(amount[0], ' ');
  const { period, rest } = await findPeriods(text, context);
  const place = BY.exec(rest) ?? PLACES.exec(rest);
  const grain = grainCalled(place?.[1] ?? place?.[2]?.replace('ily', 'y').replace('ly', ''));
  const query = await queryIn(place ? rest.replace(place[0], ' ') : rest, shop, 'anomalies');
  if (!query) return undefined;
  const floor = floorOf(share?.[1], amount?.[1] === undefined ? undefined : numberIn(amount[1]));
  return asked('anomalies', { ...query.query, ...(period && { period: period.text }) }, query.remarks, shop, {
    ...(grain && { grain }),
    ...(floor && { floor }),
  });
}

/** What is measured of which lines; @param within what the text asks for, if it surely does */
async function queryIn(
  text: string,
  shop: ShopView,
  within: string | undefined,
): Promise<{ query: Query; remarks: readonly Note[] } | undefined> {
  const rest = text
    .replace(/[,.;]+(?= |$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (rest.replace(FILLER, ' ').trim() === '')
    return { query: queryOf({ measures: ['revenue'] }), remarks: [] };
  const composed = await compose(rest, shop);
  if ('query' in composed) return composed;
  if (within === undefined) return undefined;
  throw new NotUnderstood(`${typed(composed.unknown || rest)} is not understood in ${within}.`, [
    'sales forecast',
    'sales anomalies',
  ]);
}
