import { groupingFields } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import type { Note } from '../../core/answer/notes.js';
import { periodContext } from '../../core/calendar/in-words/named-period.js';
import {
  type Bands,
  type CustomerFigure,
  OF_NO_PERIOD,
  type Query,
  queryOf,
} from '../../core/query/query.js';
import { kebab } from '../../core/text/words.js';
import { isExpectedFigure } from '../../query/expected-figures.js';
import { measureCalled } from '../../query/measures.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import { takeFilters } from '../filters.js';
import { MOST_WORDS } from '../understand.js';
import { apart } from './apart.js';
import {
  customerColumns,
  figuresBehind,
  orderColumns,
  returnsByStatus,
  whoseItWas,
  withFiguresBehind,
} from './asked-together.js';
import { averageOfWhat, averagePerPeriod } from './average-per-period.js';
import { bands, measuresOfBands } from './bands.js';
import { salesBeforeReturns } from './before-returns.js';
import { biggestOne } from './biggest-one.js';
import { backWithin } from './customers-back.js';
import { customersByDay } from './customers-by-day.js';
import { customersByFigure } from './customers-by-figure.js';
import { customersByPurchase } from './customers-by-purchase.js';
import { customersByStatus } from './customers-by-status.js';
import { customersOfSeveralPeriods } from './customers-of-several-periods.js';
import { customersOfTwoPeriods } from './customers-of-two-periods.js';
import { shareOfCustomers } from './customers-share.js';
import { discountsInPercent } from './discounts-in-percent.js';
import { type Draft, draftOf, type Pass, type ReadingContext, tidy } from './draft.js';
import { besideRest, bothEnds } from './ends-and-rest.js';
import { groupsInRange } from './groups-in-range.js';
import { growthByPeriod } from './growth.js';
import { intent } from './intent.js';
import { meansOfNumbers } from './means-of-numbers.js';
import { measures, otherRevenue } from './measures.js';
import { missing } from './missing.js';
import { moneyMeasures } from './money-measures.js';
import { orders } from './orders.js';
import { ordersHolding } from './orders-holding.js';
import { partsBeside } from './parts-beside.js';
import { partsOfNames } from './parts-of-names.js';
import { periodLists } from './period-lists.js';
import { periodsBeside } from './periods-beside.js';
import { rangesOfFields } from './ranges-of-fields.js';
import { rankOfValue } from './rank-of-value.js';
import { bestSellers, rankedWithin, statusVerbs } from './ranking.js';
import { ordered, readingOrder } from './reading-order.js';
import { rows } from './rows.js';
import { periodOfSeason, seasons } from './seasons.js';
import { segmentOptions, segmentsAsOfDay } from './segments-as-of.js';
import { shareOfBest } from './share-of-best.js';
import { shareOfPeriod } from './share-of-period.js';
import { shares } from './shares.js';
import { sharesOfGroups } from './shares-of-groups.js';
import { writtenOut } from './spelling.js';
import { calendarPeriods, daysAndHours, fiscalYears, monthsOfEveryYear } from './times.js';
import { twoQuestions } from './two-questions.js';
import { unanswerable } from './unanswerable.js';
import { addValue } from './values.js';
import { where } from './where.js';
import { whichOfThem } from './which-of-them.js';
import { whoSells } from './who-sells.js';
import { words } from './words.js';

/** Whether a figure is of what somebody bought, and so of a period. */
const isBought = (figure: CustomerFigure): boolean => !isExpectedFigure(figure) && !OF_NO_PERIOD.has(figure);

/** In the order in which they take their part of the text. */
const PASSES: readonly Pass[] = [
  unanswerable,
  rankOfValue,
  shareOfPeriod,
  whoSells,
  whichOfThem,
  where,
  segmentOptions,
  averagePerPeriod,
  growthByPeriod,
  periodsBeside,
  fiscalYears,
  partsOfNames,
  seasons,
  discountsInPercent,
  missing,
  customersByStatus,
  readingOrder,
  customerColumns,
  orderColumns,
  whoseItWas,
  figuresBehind,
  twoQuestions,
  customersOfSeveralPeriods,
  customersOfTwoPeriods,
  shareOfCustomers,
  backWithin,
  customersByDay,
  rangesOfFields,
  meansOfNumbers,
  bands,
  monthsOfEveryYear,
  periodLists,
  calendarPeriods,
  daysAndHours,
  groupsInRange,
  partsBeside,
  ordersHolding,
  shareOfBest,
  biggestOne,
  intent,
  bothEnds,
  rankedWithin,
  sharesOfGroups,
  shares,
  customersByFigure,
  customersByPurchase,
  orders,
  statusVerbs,
  salesBeforeReturns,
  measures,
  moneyMeasures,
  otherRevenue,
  bestSellers,
  besideRest,
  words,
  returnsByStatus,
  withFiguresBehind,
  apart,
  rows,
  averageOfWhat,
  ordered,
  segmentsAsOfDay,
  periodOfSeason,
];

/** A text as a query. */
export interface Composed {
  readonly query: Query;
  readonly remarks: readonly Note[];
  /** Whether it says something that no named question can say. */
  readonly isComposed: boolean;
  /** Whether a named question that takes the same words would misread them. */
  readonly isStrong: boolean;
}

/** What a query is read against; undefined without sales. */
export async function readingContext(view: ShopView): Promise<ReadingContext | undefined> {
  const data = await dataExtent(view.store);
  if (!data) return undefined;
  const today = view.today();
  return { view, fields: await groupingFields(view.store), data, today, periods: periodContext(data, today) };
}

/**
 * Reads a text as a query: each pass takes what it knows; what is left over is not understood.
 * @returns the query, or the words that were not understood
 * @throws NotUnderstood where a word can be several things
 */
export async function compose(
  text: string,
  view: ShopView,
): Promise<Composed | { readonly unknown: string }> {
  const draft = await draftFrom(text, view);
  if (!draft) return { unknown: text };
  if (draft.text !== '' || saysNothing(draft)) return { unknown: draft.text };
  return {
    query: queryFrom(draft),
    remarks: draft.remarks,
    isComposed: draft.isComposed || draft.isStrong,
    isStrong: draft.isStrong,
  };
}

/**
 * What is understood of a text as a query, and the words that are left over; undefined if nothing is.
 * @throws NotUnderstood where a word can be several things
 */
export async function composePart(
  text: string,
  view: ShopView,
): Promise<{ readonly query: Query; readonly unknown: string } | undefined> {
  const draft = await draftFrom(text, view);
  return draft && !saysNothing(draft) ? { query: queryFrom(draft), unknown: draft.text } : undefined;
}

/** A draft after all passes; undefined for a text that is too long, or before there are sales. */
async function draftFrom(text: string, view: ShopView): Promise<Draft | undefined> {
  const context = await readingContext(view);
  if (!context) return undefined;
  const said = writtenOut(text.replace(/:(?=[<>])/g, ': ')).replace(/^(?:sales|segments?) (?=\S+ )/, '');
  if (said === '') return undefined;
  const { filters, rest } = await takeFilters(said, view.store, context.fields);
  const draft = draftOf(tidy(rest));
  if (draft.text.split(' ').length > MOST_WORDS) return undefined;
  for (const { field, values, exclude } of filters)
    for (const { value } of values) addValue(draft.where, kebab(field.key), value, exclude);
  for (const pass of PASSES) await pass(draft, context);
  return draft;
}

/** Whether nothing was said but words that mean nothing alone: "hello". */
const saysNothing = ({ rows: kind, measures: some, by, where, who, period, goal, per }: Draft): boolean =>
  kind === 'total' &&
  some.length + by.length + where.length + who.length === 0 &&
  !period &&
  !per &&
  goal === undefined;

function queryFrom(draft: Draft): Query {
  const { rows: kind = 'total', by, where, who, rank, having, show } = draft;
  const { goal, partOf, orderHas, fiscalStart, isRescored, asOf, per } = draft;
  const period = draft.period?.text;
  // Figures of customers are those of the period that is named beside them.
  const conditions = who.map(c =>
    c.kind === 'figure' && isBought(c.figure) && period !== undefined ? { ...c, period } : c,
  );
  const [first] = conditions;
  return queryOf({
    rows: kind,
    by: kind === 'groups' ? by : [],
    measures: measuresFor(draft, kind),
    ...(draft.bands && kind === 'groups' && { bands: withPeriod(draft.bands, period) }),
    ...(period !== undefined && { period }),
    ...(draft.versus && { versus: draft.versus.text }),
    ...(per && { per }),
    where,
    ...(first && { who: conditions.length === 1 ? first : { kind: 'and' as const, of: conditions } }),
    ...(rank && rank.limit > 0 && kind !== 'total' && { rank }),
    having,
    show: [...show],
    ...(goal !== undefined && { goal }),
    ...(asOf !== undefined && { asOf }),
    ...(isRescored && { scored: 'filtered' as const }),
    ...(fiscalStart !== undefined && by.some(key => key.startsWith('fiscal-')) && { fiscalStart }),
    ...(orderHas && { orderHas }),
    ...(partOf && { partOf }),
  });
}

/** Measures of a shop's own columns of numbers, which are not among those of every shop. */
const OF_NUMBERS = /^(?:mean|median)-/;

function measuresFor({ measures: wanted, bands: some }: Draft, kind: Query['rows']): string[] {
  if (kind !== 'total' && kind !== 'groups') return wanted;
  const known = wanted.filter(m => measureCalled(m) || OF_NUMBERS.test(m));
  if (some) return [...new Set([...known, ...measuresOfBands(some.of)])];
  return wanted.length > 0 ? known : ['revenue'];
}

/** Bands of what customers bought are of the period that is named beside them, as conditions are. */
const withPeriod = (of: Bands, period: string | undefined): Bands =>
  period === undefined || OF_NO_PERIOD.has(of.of) ? of : { ...of, period };

/**
 * Reads a fragment, such as `in germany` or `by month`: what it says, without settling what its rows are.
 * @returns undefined where a word of it is not understood
 */
export async function composeFragment(text: string, view: ShopView): Promise<Draft | undefined> {
  const context = await readingContext(view);
  if (!context) return undefined;
  const draft = draftOf(writtenOut(text));
  for (const pass of PASSES) if (pass !== rows) await pass(draft, context);
  return draft.text === '' ? draft : undefined;
}
