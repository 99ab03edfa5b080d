import type { GroupingField } from '../../answering/grouping-fields.js';
import type { ShopView } from '../../answering/shop.js';
import type { Note } from '../../core/answer/notes.js';
import type { Day } from '../../core/calendar/days.js';
import type { DayRange, Grain } from '../../core/calendar/grain.js';
import type { PeriodContext } from '../../core/calendar/in-words/named-period.js';
import type { Period } from '../../core/calendar/period.js';
import type { Bands, CustomerCondition, Query, QueryFilter } from '../../core/query/query.js';

/** A query as far as a text has been read. */
export interface Draft {
  /** What has not been read yet: lower case, one space between words. */
  text: string;
  /** The whole text as the passes begin with it, for what stands in several places. */
  readonly whole: string;
  rows?: Query['rows'];
  by: string[];
  bands?: Bands;
  measures: string[];
  where: QueryFilter[];
  who: CustomerCondition[];
  /** Orders with a line of each of these. */
  orderHas?: QueryFilter[];
  rank?: Query['rank'];
  having: Query['having'][number][];
  show: Set<Query['show'][number]>;
  period?: Period | undefined;
  versus?: Period;
  goal?: number;
  /** The calendar periods that figures are averaged over. */
  per?: Grain;
  /** Whether customers are scored among those whom the filters leave. */
  isRescored?: boolean;
  /** Whether "as of" was said: the period is the day that segments are as of. */
  isAsOf?: boolean;
  /** The day that segments are as of, ISO 8601. */
  asOf?: string;
  /** The month that fiscal years begin with, where the text says one. */
  fiscalStart?: number;
  partOf?: string[];
  /** Whether a share of customers is asked for. */
  isShareOfCustomers?: boolean;
  /** Whether values are to stand beside all others together. */
  isBesideRest?: boolean;
  /** How many measures were said in phrases of their own. */
  saidMeasures: number;
  /** Whether a number of and an amount for what is named are asked for, or its share of the whole too. */
  isCountAndAmount?: boolean;
  isShareToo?: boolean;
  /** Whether "best" or "worst" was said, not "top" or "lowest": of a rate of returns it is the other end. */
  isJudged?: boolean;
  /** In which order rows are asked for, where it is not the usual one: `worst on top`. */
  rowOrder?: 'high' | 'low' | 'best' | 'worst';
  /** Whether figures are asked for in percent. */
  isInPercent?: boolean;
  /** Whether it says something that no named question can say. */
  isComposed: boolean;
  /** Whether a named question that takes the same words would misread them. */
  isStrong: boolean;
  remarks: Note[];
}

/** What a text is read against. */
export interface ReadingContext {
  readonly view: ShopView;
  readonly fields: readonly GroupingField[];
  readonly data: DayRange;
  readonly today: Day;
  /** What relative periods count from. */
  readonly periods: PeriodContext;
}

/** Reads some of a draft's text and takes it away. */
export type Pass = (draft: Draft, context: ReadingContext) => Promise<void> | void;

export const draftOf = (text: string): Draft => ({
  text,
  whole: text,
  by: [],
  measures: [],
  where: [],
  who: [],
  having: [],
  show: new Set(),
  isComposed: false,
  isStrong: false,
  saidMeasures: 0,
  remarks: [],
});

/** Takes the first match of a pattern out of the text; a word may stay in its place. */
export function take(draft: Draft, pattern: RegExp, instead = ' '): RegExpExecArray | undefined {
  const m = pattern.exec(draft.text);
  if (!m) return undefined;
  draft.text = tidy(`${draft.text.slice(0, m.index)} ${instead} ${draft.text.slice(m.index + m[0].length)}`);
  return m;
}

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Those who buy, as people call them. */
export const PEOPLE =
  '(?:customers?|clients?|buyers?|people|shoppers?|accounts?|everyone|everybody|persons?' +
  '|companies|those|users?)';
/** What they did: "ordered". */
export const BUY =
  '(?:bought|ordered|purchased|buy|buys|order(?=s?\\b)|purchase|buying|ordering|shopped|placed ' +
  'an order|made a purchase)(?: anything| something| from us| with us| again)*';
