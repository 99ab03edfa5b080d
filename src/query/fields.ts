import { findGroupingFields, type GroupingField, periodsOf } from '../answering/grouping-fields.js';
import { MONTH_NAMES, partsOf } from '../core/calendar/days.js';
import { GRAINS } from '../core/calendar/grain.js';
import { NotUnderstood } from '../core/errors.js';
import { normal } from '../core/text/normal-text.js';
import { typed } from '../core/text/typed-text.js';
import { kebab } from '../core/text/words.js';
import { orderFacts } from '../store/scope/order-facts.js';
import type { LookUp } from '../store/scope/sums.js';
import { CALENDAR_FIELDS } from './calendar-fields.js';
import { type ComputedField, lookUp, type QueryField } from './field.js';
import { byOrderSize } from './order-sizes.js';
import type { Setting } from './setting.js';

export type { QueryField } from './field.js';

/** Orders with this number and later ones are one group. */
const MOST_ORDER_NUMBERS = 10;

/** Fields that every shop with customers has, beside the dimensions of its data. */
export const COMPUTED_FIELDS: readonly ComputedField[] = [
  {
    key: 'segment',
    label: 'Segment',
    about: "the customer's segment at the end of the period, or on the day of `as-of`",
    order: 'fixed',
    groupBy: bySegment,
  },
  {
    key: 'buyers',
    label: 'Buyers',
    about: "new (a customer's first order ever) or returning (all later ones)",
    order: 'fixed',
    groupBy: byFirstOrLater,
  },
  {
    key: 'first-order-month',
    label: 'Month of first order',
    about: "the month in which the customer's first order was",
    order: 'fixed',
    groupBy: byFirstMonth,
  },
  {
    key: 'order-number',
    label: 'Order number of the customer',
    about: `1 for a customer's first order, 2 for the second, ...; from ${MOST_ORDER_NUMBERS} on together`,
    order: 'fixed',
    groupBy: byOrderNumber,
  },
  {
    key: 'order-size',
    label: 'Order size',
    about: 'up to five bands of what orders come to, with round limits near the fifths of all orders',
    order: 'fixed',
    groupBy: byOrderSize,
  },
  { key: 'order', label: 'Order', about: 'each order', order: 'ranked', groupBy: () => ({ kind: 'order' }) },
  ...CALENDAR_FIELDS,
];

/** Fields whose groups stand in the order of their cycle. */
const CYCLES: ReadonlySet<string> = new Set(['weekday', 'monthOfYear', 'hour']);

/** What this shop's data can be grouped by. */
export function fieldsOf({ fields }: Pick<Setting, 'fields'>): QueryField[] {
  return [
    ...fields.map(ofField),
    ...GRAINS.map(grain => ({ ...ofField(periodsOf(grain)), order: 'time' as const, grain })),
    ...COMPUTED_FIELDS,
  ];
}

const ofField = (field: GroupingField): QueryField => ({
  key: kebab(field.key),
  label: field.label,
  order: CYCLES.has(field.key) ? 'fixed' : 'ranked',
  field,
  groupBy: () => field.by,
});

/** The field of this name. @throws NotUnderstood with the fields that there are */
export function fieldCalled(name: string, setting: Pick<Setting, 'fields'>): QueryField {
  const all = fieldsOf(setting);
  const exact = all.find(field => field.key === name);
  if (exact) return exact;
  const [found, ...others] = findGroupingFields(normal(name.replaceAll('-', ' ')), setting.fields);
  if (found && others.length === 0) return ofField(found);
  throw new NotUnderstood(
    `The data has no ${typed(name)}. There are: ${all.map(field => field.key).join(', ')}.`,
    ['sales dimensions'],
  );
}

/** Customers by segment, the best segment first. */
async function bySegment(setting: Setting): Promise<LookUp> {
  const { segments, segment, scored } = await setting.segments();
  const groups = new Int32Array(setting.highestCustomer + 1);
  for (let i = 0; i < segment.length; i++)
    groups[scored.figures.customer[i] as number] = (segment[i] as number) + 1;
  return lookUp('customer', 0, groups, new Map(segments.map((s, i) => [i + 1, s.title])));
}

async function byFirstOrLater({ view }: Setting): Promise<LookUp> {
  const { number } = await orderFacts(view.store);
  const groups = number.map(n => Math.min(n, 2));
  return lookUp(
    'order',
    0,
    groups,
    new Map([
      [1, 'New'],
      [2, 'Returning'],
    ]),
  );
}

async function byOrderNumber({ view }: Setting): Promise<LookUp> {
  const { number } = await orderFacts(view.store);
  const names = new Map<number, string>();
  for (let n = 1; n < MOST_ORDER_NUMBERS; n++) names.set(n, String(n));
  names.set(MOST_ORDER_NUMBERS, `${MOST_ORDER_NUMBERS} and later`);
  return lookUp(
    'order',
    0,
    number.map(n => Math.min(n, MOST_ORDER_NUMBERS)),
    names,
  );
}

async function byFirstMonth({ view, highestCustomer }: Setting): Promise<LookUp> {
  const { customer, day, number } = await orderFacts(view.store);
  const groups = new Int32Array(highestCustomer + 1);
  const names = new Map<number, string>();
  for (let order = 0; order < number.length; order++) {
    if (number[order] !== 1) continue;
    const { year, month } = partsOf(day[order] as number);
    const id = year * 12 + month;
    groups[customer[order] as number] = id;
    names.set(id, `${MONTH_NAMES[month - 1]?.slice(0, 3)} ${year}`);
  }
  return lookUp('customer', 0, groups, names);
}
