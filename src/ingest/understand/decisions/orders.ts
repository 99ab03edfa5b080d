import { isoOf } from '../../../core/calendar/days.js';
import { readDate } from '../../../core/calendar/written-dates.js';
import type { ColumnRoles } from '../column-roles.js';
import type { DateChoice } from '../dates/choose-date.js';
import type { OrderNumber } from '../orders/order-number.js';
import type { Restarts } from '../orders/restarts.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey } from '../survey.js';
import { type Decision, type Reading, rounded } from './decision.js';

/** What tells orders apart in a file. */
export interface OrderEvidence {
  readonly sample: Sample;
  readonly number: OrderNumber | undefined;
  readonly restarts: Restarts;
  readonly when: DateChoice;
  readonly isDaily: boolean;
  /** The file is a known export, which says what its orders are. */
  readonly isKnown: boolean;
  /** Whether a row of the sample is a return, which comes on another day than its order, or no sale. */
  readonly isReturn: (row: number) => boolean;
}

/** Numbers on several rows that are needed before they say anything. */
const ENOUGH = 3;
const FOUND_TO_RESTART = 0.9;
const NO_NUMBER = 0.9;
/** By how many points a column must lead another until hardly a doubt is left. */
const LEAD = 0.8;

/** How orders are told apart: by a number, by it and the day, or each row is one. */
export function decideOrders(roles: ColumnRoles, evidence: OrderEvidence): Decision {
  const { number, restarts, sample } = evidence;
  const column = roles.column('orderId');
  // Another column would be taken for the number else.
  const numbers = [column, number?.second?.column].flatMap(c => (c ? [c] : []));
  const eachRow: Reading = {
    how: { kind: 'eachRow' },
    columns: column ? [column.header] : [],
    maps: numbers.map(c => ({ column: c.index, field: 'ignore' })),
    reason: column ? 'its numbers come again on other days' : 'no column has the number of an order',
  };
  if (!column || !number) return { kind: 'orders', confidence: NO_NUMBER, chosen: eachRow, others: [] };
  const byNumber = readingOf(column, 'column', 'orderId', number.reason);
  const byDay = readingOf(column, 'numberAndDay', 'dailyOrderId', 'its numbers come again on other days');
  const second = number.second && !areSame(sample, column, number.second.column) ? number.second : undefined;
  const bySecond = second ? [readingOf(second.column, 'column', 'orderId', second.reason)] : [];
  const isRestarting = restarts.withDay || restarts.withColumns.length > 0;
  if (isRestarting)
    return {
      kind: 'orders',
      confidence: evidence.isDaily ? 1 : FOUND_TO_RESTART,
      chosen: byDay,
      others: [byNumber, eachRow],
    };
  if (evidence.isKnown || roles.isSaid('orderId'))
    return { kind: 'orders', confidence: 1, chosen: byNumber, others: [byDay, eachRow] };
  const { share, groups } = agreement(roles, column, evidence);
  const led = second ? 0.5 + (1 - Math.exp(-second.behind / LEAD)) / 2 : 1;
  const isScattered = groups >= ENOUGH && share < 1;
  return {
    kind: 'orders',
    confidence: rounded(Math.min(number.confidence, led, groups >= ENOUGH ? share : 1)),
    chosen: byNumber,
    others: [...(isScattered ? [byDay, ...bySecond, eachRow] : [...bySecond, eachRow])],
  };
}

const readingOf = (
  column: ColumnSurvey,
  kind: 'column' | 'numberAndDay',
  field: string,
  reason: string,
): Reading => ({
  how: { kind },
  columns: [column.header],
  maps: [{ column: column.index, field }],
  reason,
});

/** The share of numbers on several rows whose rows have one day and one customer; returns come later. */
function agreement(
  roles: ColumnRoles,
  column: ColumnSurvey,
  { sample, when, isReturn }: OrderEvidence,
): { share: number; groups: number } {
  const ids = sample.texts(column);
  const written = sample.texts(when.column);
  const day = (i: number) => {
    const text = written[i] ?? '';
    const read = text === '' ? undefined : readDate(text, when.reading.orders);
    return read === undefined ? '' : isoOf(read);
  };
  const customer = roles.column('customerId') ?? roles.column('email') ?? roles.column('customerName');
  const who = customer ? sample.texts(customer) : [];
  const groups = sample.orders(i => (isReturn(i) ? '' : (ids[i] ?? ''))).filter(rows => rows.length > 1);
  const isOne = (values: readonly string[]) => new Set(values.filter(v => v !== '')).size <= 1;
  const agree = groups.filter(rows => isOne(rows.map(day)) && isOne(rows.map(i => who[i] ?? '')));
  return { share: groups.length === 0 ? 1 : agree.length / groups.length, groups: groups.length };
}

/** Whether two columns tell the same orders apart. */
function areSame(sample: Sample, a: ColumnSurvey, b: ColumnSurvey): boolean {
  const [first, second] = [sample.texts(a), sample.texts(b)];
  const pairs = new Set(first.map((text, i) => `${text}\n${second[i]}`));
  return pairs.size === new Set(first).size && pairs.size === new Set(second).size;
}
