import { followUps } from '../../../answering/follow-ups.js';
import type { ParsedQuery } from '../../../answering/question.js';
import { adviceFor } from '../../../answering/segments/advice.js';
import type { SegmentContext } from '../../../answering/segments/context.js';
import { movedGroup } from '../../../answering/segments/moved-group.js';
import { offerMembers, offerQuestion } from '../../../answering/segments/offers.js';
import { NEW, spentBy } from '../../../answering/segments/shift-charts.js';
import type { ShopView } from '../../../answering/shop.js';
import type { skeleton } from '../../../answering/skeleton.js';
import { type Answer, answerOf, type Column, type Row } from '../../../core/answer/answer.js';
import { plural } from '../../../core/answer/format.js';
import type { Note } from '../../../core/answer/notes.js';
import { isoOf } from '../../../core/calendar/days.js';
import type { Segment } from '../../../segments/maps/map.js';
import { segmentTitled } from '../../../segments/maps/segment-names.js';
import type { Move, Shifts } from '../../../segments/shifts.js';
import { type Customer, customersById } from '../../../store/tables/customers.js';

/** Customers listed, unless another number is asked for. */
const LISTED = 15;

/** Two days that are compared. */
export interface Compared {
  /** What the answer has whichever moves are asked for. */
  readonly base: ReturnType<typeof skeleton>;
  readonly moved: Shifts;
  readonly query: ParsedQuery;
  /** The query as of the later day. */
  readonly placed: ParsedQuery;
  readonly context: SegmentContext;
}

const COLUMNS: readonly Column[] = [
  { key: 'customer', label: 'Customer', unit: 'text' },
  { key: 'name', label: 'Name', unit: 'text' },
  { key: 'from', label: 'From', unit: 'text' },
  { key: 'to', label: 'To', unit: 'text' },
  { key: 'monetary', label: 'Spent', unit: 'money' },
  { key: 'recency', label: 'Days since', unit: 'days' },
  { key: 'lastOrder', label: 'Last order', unit: 'date' },
];

/** The customers who moved into one segment, out of one, or from one to another, by what they had spent. */
export async function whoMoved(
  { base, moved, query, placed, context }: Compared,
  shop: ShopView,
): Promise<Answer> {
  const { format } = context;
  const named = (title: string | undefined) =>
    title === undefined ? undefined : segmentTitled(title, moved.after);
  const [from, to] = [named(query.fromSegment), named(query.segment)];
  const moves = moved.moves.filter(m => (!from || m.from?.key === from.key) && (!to || m.to.key === to.key));
  const shown = moves.slice(0, query.limit ?? LISTED);
  const people = await customersById(
    shop.store,
    shown.map(m => m.customer.customerId),
  );
  const cut: Note = { kind: 'listCut', shown: shown.length, of: moves.length };
  const way = wayText(from, to);
  const have = moves.length === 1 ? 'has' : 'have';
  return answerOf({
    ...base,
    title: `Who moved ${way}`,
    headline:
      moves.length === 0
        ? `Nobody moved ${way}.`
        : `${plural(moves.length, 'customer')} who ${have} spent ${format.amount(spentBy(moves))} ` +
          `moved ${way}.`,
    columns: COLUMNS,
    rows: shown.map(move => moveRow(move, people.get(move.customer.customerId), context)),
    actions:
      moves.length === 0 || !to
        ? []
        : adviceFor(movedGroup(moves, to, moved), format).map(action => `${action}.`),
    notes: [...(shown.length < moves.length ? [cut] : []), ...base.notes],
    followUps: [
      ...followUps(shop, query, [offerQuestion('shifts')]),
      ...followUps(shop, placed, [to && offerMembers(to), offerQuestion('summary')]),
    ],
  });
}

function wayText(from: Segment | undefined, to: Segment | undefined): string {
  if (from && to) return `from ${from.title} to ${to.title}`;
  return from ? `out of ${from.title}` : `into ${to?.title}`;
}

const moveRow = (
  { from, to, customer }: Move,
  person: Customer | undefined,
  { format }: SegmentContext,
): Row => ({
  customer: person?.key ?? String(customer.customerId),
  name: person?.name ?? null,
  from: from?.title ?? NEW,
  to: to.title,
  monetary: format.major(customer.spent),
  recency: customer.recency,
  lastOrder: isoOf(customer.lastDay),
});
