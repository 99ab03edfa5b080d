import { type Day, isoOf, showDay } from '../../../core/calendar/days.js';
import { type DateOrder, type DateOrders, PERIOD, SWAPPED } from '../../../core/calendar/written-dates.js';
import { rounded } from '../decisions/decision.js';
import type { RoleKey } from '../role.js';
import { ROLES } from '../roles.js';
import { type ColumnSurvey, cellText, type Survey } from '../survey.js';
import { type Candidate, candidatesAmong } from './candidates.js';
import type { DateReading } from './date-column.js';
import { dateParts, dayOfParts } from './date-parts.js';
import type { DateRules } from './date-rules.js';
import { lagBetween } from './evidence.js';
import { swappedHalves } from './swapped-halves.js';
import { hasHours, timeColumn } from './time-column.js';
import { type Weighed, weigh } from './weigh.js';
import { zoneChoice } from './zone-rule.js';

/** What is known when the date is chosen. */
export interface DateContext {
  /** What other columns are, as far as it is known: orders and customers tell dates apart. */
  readonly roles: Readonly<Partial<Record<RoleKey, number>>>;
  /** The columns that may be the date or belong to it: the ones that are nothing else. */
  readonly columns: readonly ColumnSurvey[];
  /** How `05/01/2026` is read where the file leaves it open. */
  readonly dateOrder: DateOrder;
  /** Whether the shop has set it. */
  readonly isDateOrderSet: boolean;
  /** How the person said that it is read in this file. */
  readonly saidDateOrder?: DateOrder;
  readonly today: Day;
  /** The shop's IANA zone, if the person has set it. */
  readonly zone?: string;
  /** Whether the store has hours of the day already. */
  readonly isHourKnown: boolean;
}

/** Another column with dates. */
export interface DateAlternative {
  readonly column: ColumnSurvey;
  /** What speaks for it, and against it. */
  readonly reason: string;
  readonly against: string;
  /** Whether its date is put together from several columns. */
  readonly isOfParts: boolean;
}

/** Which column says when a sale was, and how it is read. */
export interface DateChoice {
  readonly column: ColumnSurvey;
  /** The orders of its day and month, and what decided them. */
  readonly reading: DateReading;
  readonly rules: DateRules;
  /** The column with the hours of the day, if the file has them. */
  readonly hours: number | undefined;
  /** Columns that the date is made of. */
  readonly used: readonly number[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
  /** The other columns with dates, the likeliest first, and what speaks against each. */
  readonly alternatives: readonly DateAlternative[];
  /** What was assumed, in sentences for the person. */
  readonly assumptions: readonly string[];
}

/** Below this, a column of dates is not when sales were: birth dates alone. */
const LEAST_SCORE = 0.9;

/**
 * Chooses the date of the sale among all columns with dates, by their names and by what their values prove
 * beside each other. A name never wins over values that contradict it.
 * @returns undefined where no column says when a sale was
 */
export function chooseDate(survey: Survey, context: DateContext): DateChoice | undefined {
  const { roles, columns, dateOrder, saidDateOrder, isDateOrderSet, today } = context;
  const said = roles.date === undefined ? undefined : survey.columns[roles.date];
  const found = candidatesAmong(survey, said ? [said] : columns, dateOrder, {
    said: saidDateOrder,
    isSet: isDateOrderSet,
  });
  // The month that a date lies in, beside it, says nothing of its own.
  const candidates = found.filter(
    c => !c.isPeriod || !found.some(other => !other.isPeriod && isSameMonth(c, other)),
  );
  const parts = said ? undefined : partsCandidate(survey, columns);
  const agreeing = parts && candidates.find(c => isSameMonth(c, parts));
  if (parts && !agreeing) candidates.push(parts);
  if (said && candidates.length === 0) return chosen(survey, context, unread(said, dateOrder), []);
  const weighed = weigh(survey, candidates, keysOf(roles), { names: NAMES, today });
  const [best, ...others] = weighed;
  if (!best || (!said && best.score < LEAST_SCORE)) return undefined;
  return chosen(survey, context, best, others);
}

const NAMES = ROLES.find(role => role.key === 'date')?.names ?? [];

const keysOf = (roles: DateContext['roles']) => ({
  orderId: roles.orderId,
  customer: roles.customerId ?? roles.email ?? roles.customerName,
});

function chosen(survey: Survey, context: DateContext, best: Weighed, others: readonly Weighed[]): DateChoice {
  const { candidate } = best;
  const { column, parts } = candidate;
  const swap = parts ? undefined : swappedHalves(survey, column, candidate.reading, context.today);
  const orders: DateOrders = {
    ...candidate.reading.orders,
    ...(candidate.isPeriod && { [PERIOD]: 'ymd' as const }),
    ...(swap?.isCertain && { [SWAPPED]: 'ymd' as const }),
  };
  // A spreadsheet writes 0:00 behind days.
  const hasOwnTimes = hasHours(survey, column.index, undefined, false);
  const free = context.columns.filter(c => c !== column);
  const time = hasOwnTimes ? undefined : timeColumn(survey, free);
  const mapping = { roles: { date: column.index }, dateOrders: orders, dates: { parts, time } };
  const zone = zoneChoice(survey, column, mapping, context.zone);
  const hasTimes = hasHours(survey, column.index, time, context.isHourKnown);
  const rivals = others.filter(other => !isSame(other.candidate, candidate));
  const confidence = confidenceOf(best, rivals);
  return {
    column,
    reading: { ...candidate.reading, orders },
    rules: { parts, time, ...(zone.rule && { zone: zone.rule }) },
    hours: hasTimes ? (time?.column ?? column.index) : undefined,
    used: [column.index, parts?.year, parts?.month, time?.column, zone.rule?.column].filter(
      i => i !== undefined,
    ),
    confidence,
    reason: reasonOf(best, context),
    alternatives: rivals.map(rival => ({
      column: rival.candidate.column,
      reason: reasonOf(rival, context),
      against: rival.against[0] ?? 'its name says less',
      isOfParts: rival.candidate.parts !== undefined,
    })),
    assumptions: [
      ...rivalsSaid(best, rivals, confidence),
      ...singleSaid(best, rivals, context),
      ...partsSaid(survey, candidate),
      ...(swap ? [swap.said] : []),
      ...zone.said,
    ],
  };
}

/** A column that the person named as the date though hardly a value is one: its rows are refused. */
const unread = (column: ColumnSurvey, order: DateOrder): Weighed => ({
  candidate: { column, kind: undefined, reading: column.dates.reading(order), isPeriod: false, days: [] },
  score: 0,
  byName: 0,
  against: [],
});

function partsCandidate(survey: Survey, columns: readonly ColumnSurvey[]): Candidate | undefined {
  const parts = dateParts(survey, columns);
  const column = parts && survey.columns[parts.day ?? parts.month];
  if (!column) return undefined;
  const days = survey.first.map(row => dayOfParts(row, parts));
  const share = days.filter(day => day !== undefined).length / Math.max(1, days.length);
  if (share < 0.8) return undefined;
  const reading = { orders: {}, share, reasons: [], assumed: false };
  return { column, parts, kind: undefined, reading, isPeriod: false, days };
}

/** Whether a column's dates lie in the months that the parts of a date name: the parts repeat it. */
function isSameMonth({ days }: Candidate, parts: Candidate): boolean {
  const both = days.flatMap((day, i) => {
    const other = parts.days[i];
    return day === undefined || other === undefined
      ? []
      : [isoOf(day).slice(0, 7) === isoOf(other).slice(0, 7)];
  });
  return both.length > 0 && both.filter(Boolean).length >= both.length * 0.9;
}

/** Whether two columns say the same: a date and its month, or the date with and without a time. */
function isSame(a: Candidate, b: Candidate): boolean {
  if (a.isPeriod !== b.isPeriod) return isSameMonth(a, b);
  const lag = lagBetween(a, b);
  return lag.rows > 0 && lag.before + lag.after <= 0.02 && lag.rows >= b.days.length * 0.9;
}

function confidenceOf({ candidate, score }: Weighed, [second]: readonly Weighed[]): number {
  const isClear = candidate.kind !== undefined && score >= 7;
  const alone = isClear ? 0.95 : score >= 4 ? 0.8 : 0.5;
  if (!second) return alone;
  const margin = 1 - Math.exp((second.score - score) / 2.5);
  // Where two are as likely, either may be meant.
  return rounded(Math.min(alone, 0.4 + margin * 0.6));
}

function reasonOf({ candidate: { column, kind, parts }, byName }: Weighed, { roles }: DateContext): string {
  if (roles.date !== undefined) return 'you said so';
  if (parts) return `year and ${parts.isWeek ? 'week' : 'month'} are in columns of their own`;
  return kind !== undefined && byName >= 2 ? `named "${column.header}"` : 'its values are dates';
}

/** Which columns of dates were not used; with the reason if a name spoke for them. */
function rivalsSaid(best: Weighed, rivals: readonly Weighed[], confidence: number): string[] {
  const [first] = rivals;
  if (!first) return [];
  const names = rivals.slice(0, 4).map(rival => {
    const why = rival.byName >= best.byName - 1 ? rival.against[0] : undefined;
    return `"${rival.candidate.column.header}"${why ? ` (${why})` : ''}`;
  });
  if (rivals.length > 4) names.push(`${rivals.length - 4} more`);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const isOpen = confidence < 0.7;
  const are = rivals.length === 1 ? 'is' : 'are';
  return [
    `Dates are those of "${best.candidate.column.header}"; ${list} ${are} not used.` +
      (isOpen ? ` If it is another: --map "${first.candidate.column.header}=date".` : ''),
  ];
}

/** What a column alone is taken for although its name says something else. */
function singleSaid(
  { candidate: { column }, byName }: Weighed,
  rivals: readonly Weighed[],
  { roles }: DateContext,
) {
  if (rivals.length > 0 || roles.date !== undefined || byName >= 4.4) return [];
  return [`The only dates are those of "${column.header}": sales count on that day.`];
}

function partsSaid(survey: Survey, { column, parts, isPeriod, days }: Candidate): string[] {
  if (!parts && !isPeriod) return [];
  const at = days.findIndex(day => day !== undefined);
  const day = days[at] ?? 0;
  const row = survey.first[at] ?? [];
  const columns = parts ? [parts.year, parts.month, parts.day].filter(i => i !== undefined) : [column.index];
  const names = columns
    .map(i => `"${survey.columns[i]?.header}"`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
  const written = columns.map(i => cellText(row[i])).join(' ');
  if (parts?.day !== undefined) return [`The date is made of ${names}.`];
  return [
    `${names} ${columns.length === 1 ? 'says' : 'say'} no day: sales count on the first day of each period ` +
      `(${written} is ${showDay(day)}), so days and weeks say nothing.`,
  ];
}
