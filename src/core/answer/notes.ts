import { type Day, showDay } from '../calendar/days.js';
import { type DayRange, showRange } from '../calendar/grain.js';
import { type AverageNote, averageNoteText, isAverageNote } from './average-notes.js';
import { formatFor, plural } from './format.js';
import { isMoneyNote, type MoneyNote, moneyNoteText } from './money-notes.js';
import { type SegmentNote, segmentNoteText } from './segment-notes.js';

/**
 * A limit of an answer's figures. Code looks at its kind; `noteText` makes the sentence when the answer is
 * shown.
 */
export type Note =
  /** The data has no sales of the last days. */
  | { readonly kind: 'stale'; readonly newest: Day }
  /**
   * A source of data is behind: all of its changes are in up to the end of a day (null: none were read yet).
   */
  | {
      readonly kind: 'sourceBehind';
      readonly source: string;
      readonly through: Day | null;
      readonly why: string;
    }
  /** A period that was asked for reaches beyond the data. */
  | { readonly kind: 'periodIncomplete'; readonly period: DayRange; readonly dataEnds: Day }
  | { readonly kind: 'periodAfterData'; readonly dataEnds: Day }
  /** The first or last period of a trend is cut, by the data or by the period that was asked for. */
  | {
      readonly kind: 'firstPeriodCut' | 'lastPeriodCut';
      /** As shown to people: `Jan 2003`. */
      readonly period: string;
      readonly by: 'data' | 'query';
      readonly day: Day;
    }
  /** Only the part of each period that the data covers in both is compared. */
  | { readonly kind: 'comparedInPart'; readonly part: 'first' | 'last'; readonly day: Day }
  /** Only the days that the data covers in both periods are compared: it starts and ends within them. */
  | { readonly kind: 'comparedWhereCovered'; readonly data: DayRange }
  /** The data starts within the period before, or after it: the two are compared in part, or not at all. */
  | {
      readonly kind: 'periodBeforeCut';
      readonly before: DayRange;
      readonly dataStarts: Day;
      readonly isCompared: boolean;
    }
  /** Too few orders to tell what explains a change from chance. `by` is a dimension: `country`. */
  | { readonly kind: 'tooFewOrders'; readonly now: number; readonly before: number; readonly by: string }
  /** Orders that were cancelled count as sales. Revenue in minor units. */
  | {
      readonly kind: 'cancelledCounted';
      readonly orders: number;
      readonly revenue: number;
      readonly currency: string;
      /** The filter that leaves them out: `-status:Cancelled`. */
      readonly filter: string;
    }
  /** Values that the table does not list. */
  | {
      readonly kind: 'notShown';
      readonly count: number;
      readonly one: string;
      readonly many: string;
      /** Whether the table has shares, which are of all revenue and so do not add up to 100 %. */
      readonly hasShares?: boolean;
    }
  /** What the store covers, where the period that was asked for holds nothing. */
  | { readonly kind: 'dataCovers'; readonly range: DayRange }
  /** Lines that a setting leaves out of everything. */
  | { readonly kind: 'excludedLines'; readonly lines: number }
  | { readonly kind: 'linesWithoutCustomer'; readonly lines: number }
  | { readonly kind: 'returnLines'; readonly lines: number }
  /** A word that was read as another. */
  | { readonly kind: 'readAs'; readonly typed: string; readonly as: string }
  /** Anything else, in words. No code looks for it. */
  | { readonly kind: 'remark'; readonly text: string }
  | AverageNote
  | MoneyNote
  | SegmentNote;

/** A note that is only text. */
export const remark = (text: string): Note => ({ kind: 'remark', text });

/** A note as a sentence. */
export function noteText(note: Note): string {
  switch (note.kind) {
    case 'stale':
      return `The newest sale is from ${showDay(note.newest)}; nothing has come in since.`;
    case 'sourceBehind':
      return sourceText(note);
    case 'periodIncomplete':
      return `${showRange(note.period)} is not complete: the data ends on ${showDay(note.dataEnds)}.`;
    case 'periodAfterData':
      return `The data ends on ${showDay(note.dataEnds)}, before this period starts.`;
    case 'firstPeriodCut':
    case 'lastPeriodCut': {
      const what = note.by === 'data' ? 'the data' : 'the period asked for';
      const event = note.kind === 'firstPeriodCut' ? 'starts' : 'ends';
      return `${note.period} is not complete: ${what} ${event} on ${showDay(note.day)}.`;
    }
    case 'comparedInPart':
      return (
        `The data ${note.part === 'first' ? 'ends' : 'starts'} on ${showDay(note.day)}, ` +
        `so only the ${note.part} part of each period is compared.`
      );
    case 'comparedWhereCovered':
      return (
        `The data covers ${showRange(note.data)}: ` +
        'only the days that it covers in both periods are compared.'
      );
    case 'periodBeforeCut':
      return beforeCutText(note);
    case 'tooFewOrders':
      return (
        `With ${plural(note.before, 'order')} before and ${note.now} now, ` +
        `what changed by ${note.by} may be chance.`
      );
    case 'cancelledCounted':
      return cancelledText(note);
    case 'notShown':
      return (
        `${plural(note.count, `more ${note.one} is`, `more ${note.many} are`)} not shown` +
        `${note.hasShares ? '; shares are of all revenue' : ''}.`
      );
    case 'dataCovers':
      return `The data covers ${showRange(note.range)}.`;
    case 'excludedLines':
      return `${plural(note.lines, 'line')} left out of all figures: EXCLUDED_STATUSES lists their status.`;
    case 'linesWithoutCustomer':
      return (
        `${plural(note.lines, 'line')} without a customer: ` +
        'counted in sales, not in customers and segments.'
      );
    case 'returnLines':
      return (
        `${plural(note.lines, 'return line')} subtracted from revenue; ` +
        'an order of returns alone is not counted as an order.'
      );
    case 'readAs':
      return `"${note.typed}" was read as "${note.as}".`;
    case 'remark':
      return note.text;
    default:
      if (isAverageNote(note)) return averageNoteText(note);
      return isMoneyNote(note) ? moneyNoteText(note) : segmentNoteText(note);
  }
}

function beforeCutText(note: Extract<Note, { kind: 'periodBeforeCut' }>): string {
  const start = `the data starts on ${showDay(note.dataStarts)}`;
  return note.isCompared
    ? `${showRange(note.before)} is not complete: ${start}.`
    : `There is no complete period before to compare with: ${start}.`;
}

const sourceText = ({ source, through, why }: Extract<Note, { kind: 'sourceBehind' }>): string =>
  through === null
    ? `The source ${source} has not been read yet: ${why}.`
    : `The source ${source} is complete through ${showDay(through)}, and behind since: ${why}.`;

function cancelledText(note: Extract<Note, { kind: 'cancelledCounted' }>): string {
  const worth = formatFor(note.currency).amount(note.revenue);
  const [verb, object] = note.orders === 1 ? ['is', 'it'] : ['are', 'them'];
  return (
    `${plural(note.orders, 'cancelled order')} worth ${worth} ${verb} counted; ` +
    `\`${note.filter}\` leaves ${object} out.`
  );
}
