import { type Day, showDay } from '../calendar/days.js';
import { plural } from './format.js';

/** A fact that limits an answer about customer segments. */
export type SegmentNote =
  /** A filter leaves some customers; their scores and figures are those they have in the whole shop. */
  | { readonly kind: 'customersFiltered'; readonly customers: number; readonly of: number }
  /** Only the lines that a filter leaves are counted, and their customers are scored among themselves. */
  | { readonly kind: 'scoredAmongFiltered'; readonly customers: number }
  /** There are fewer customers than scores. */
  | { readonly kind: 'fewToScore'; readonly customers: number; readonly bins: number }
  /** Equal values leave fewer groups on an axis than there are scores. */
  | {
      readonly kind: 'fewGroups';
      /** What the axis measures: `number of orders`. */
      readonly measure: string;
      readonly groups: number;
      readonly bins: number;
    }
  /** The day that is scored is long after the newest order. */
  | { readonly kind: 'newestOrder'; readonly newest: Day; readonly asOf: Day }
  /** A map is used with another number of scores than its rules are written for. */
  | { readonly kind: 'mapRescaled'; readonly map: string; readonly mapBins: number; readonly bins: number }
  | { readonly kind: 'customersWithoutRule'; readonly customers: number; readonly map: string }
  | { readonly kind: 'customersWithReturnsOnly'; readonly customers: number }
  | { readonly kind: 'customersWithoutOrder'; readonly customers: number }
  | { readonly kind: 'customersNotYet'; readonly customers: number; readonly asOf: Day }
  | { readonly kind: 'customersFromSummaries'; readonly customers: number }
  | { readonly kind: 'linesInNoSegment'; readonly lines: number }
  /** Which page of a list is shown, and the last one if a later one was asked for. */
  | {
      readonly kind: 'page';
      readonly page: number;
      readonly pages: number;
      readonly first: number;
      readonly last: number;
      readonly of: number;
      readonly isBeyondLast: boolean;
      /** Customers unless said otherwise, by what they spent. */
      readonly rows?: 'customers' | 'orders';
      readonly by?: string;
    }
  /** A list of customers is cut after those who spent the most. */
  | { readonly kind: 'listCut'; readonly shown: number; readonly of: number }
  /** No day to compare with was named. */
  | { readonly kind: 'comparedWithDaysBefore'; readonly days: number }
  /** A chart has fewer points than there are customers. */
  | { readonly kind: 'pointsDrawn'; readonly points: number; readonly of: number };

const count = (n: number): string => n.toLocaleString('en-US');
const customersWho = (n: number, one: string, many: string): string =>
  `${plural(n, 'customer')} ${n === 1 ? one : many}`;

/** A note as people read it. */
export function segmentNoteText(note: SegmentNote): string {
  switch (note.kind) {
    case 'customersFiltered':
      return [
        `${count(note.customers)} of ${plural(note.of, 'customer')}`,
        `${note.customers === 1 ? 'has' : 'have'} bought what matches the filter.`,
        'Their scores and figures are of all that they bought, scored among all customers;',
        '`scored:filtered` counts only what matches and scores them among themselves.',
      ].join(' ');
    case 'scoredAmongFiltered':
      return (
        'Only what matches the filter is counted, and ' +
        `${customersWho(note.customers, 'is', 'are')} scored among themselves.`
      );
    case 'fewToScore':
      return (
        `With ${plural(note.customers, 'customer')} the scores say little: ` +
        `scores 1 to ${note.bins} need ${note.bins} or more.`
      );
    case 'fewGroups':
      return note.groups === 1
        ? `All customers have the same ${note.measure}, so it does not tell them apart.`
        : `Many customers have the same ${note.measure}, so there are ${note.groups} groups instead of ` +
            `${note.bins}.`;
    case 'newestOrder':
      return (
        `The newest order is from ${showDay(note.newest)}, ` +
        `${plural(note.asOf - note.newest, 'day')} before the day that is scored.`
      );
    case 'mapRescaled':
      return (
        `The rules of the map ${note.map} are written for scores 1 to ${note.mapBins}; ` +
        `scores 1 to ${note.bins} are read on that scale.`
      );
    case 'page':
    case 'listCut':
      return listText(note);
    case 'comparedWithDaysBefore':
      return `Compared with ${note.days} days before; \`segment shifts since ...\` names another day.`;
    case 'pointsDrawn':
      return (
        `${count(note.points)} of ${plural(note.of, 'customer')} are drawn: ` +
        'those who spent the most, and an even selection of the others.'
      );
    default:
      return leftOutText(note);
  }
}

function listText(note: Extract<SegmentNote, { kind: 'page' | 'listCut' }>): string {
  if (note.kind === 'listCut')
    return `The ${count(note.shown)} who spent the most are shown, of ${count(note.of)}.`;
  const { page, pages, first, last, of, isBeyondLast, rows = 'customers', by = 'what they spent' } = note;
  if (pages === 1) return 'There is only one page.';
  const range = `${rows} ${count(first)} to ${count(last)} of ${count(of)}`;
  const which = `Page ${count(page)} of ${count(pages)}: ${range}, by ${by}.`;
  return isBeyondLast ? `There are ${count(pages)} pages; this is the last. ${which}` : which;
}

type LeftOut = Extract<
  SegmentNote,
  {
    kind:
      | 'customersWithoutRule'
      | 'customersWithReturnsOnly'
      | 'customersWithoutOrder'
      | 'customersNotYet'
      | 'customersFromSummaries'
      | 'linesInNoSegment';
  }
>;

/** Who and what is in no segment, or in one by less than is known of others. */
function leftOutText(note: LeftOut): string {
  switch (note.kind) {
    case 'customersWithoutRule':
      return `${customersWho(note.customers, 'matches', 'match')} no rule of the map ${note.map}: Others.`;
    case 'customersWithReturnsOnly':
      return `${customersWho(note.customers, 'has', 'have')} returns but no orders: in no segment.`;
    case 'customersWithoutOrder':
      return `${customersWho(note.customers, 'has', 'have')} no order that counts: in no segment.`;
    case 'customersNotYet':
      return (
        `${customersWho(note.customers, 'has', 'have')} ordered only after ${showDay(note.asOf)}: ` +
        'not counted yet.'
      );
    case 'customersFromSummaries':
      return (
        `${customersWho(note.customers, 'is', 'are')} known by totals alone, without single orders: ` +
        'segments of earlier days leave their earlier orders out.'
      );
    case 'linesInNoSegment':
      return `${plural(note.lines, 'line')} without a customer: in no segment.`;
  }
}
