import { type Day, isoOf } from '../../core/calendar/days.js';
import { differenceInterval } from '../../core/proportions.js';
import { meanDifference, type Sample, sampleOf } from '../../models/two-groups.js';
import type { StoreReader } from '../../store/engine/transaction.js';
import { customerSums } from '../../store/scope/customer-sums.js';
import { customersOfAction, listActions, type StartedAction } from '../../store/tables/actions.js';
import { customerKeys } from '../../store/tables/customers.js';
import { dataExtent } from '../../store/tables/order-lines.js';

/** A difference between those acted on and those held out, with its 95 % interval. */
export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What became of one of the two groups of an action. */
export interface GroupOutcome {
  readonly customers: number;
  /** How many of them ordered within the action's days. */
  readonly again: number;
  /** What each of them spent then, those who did not order too; minor units, returns subtracted. */
  readonly spent: Sample;
}

/**
 * What can be said: the data does not reach its end yet; the groups are too small or the interval too wide;
 * or more, fewer, or as many ordered again as of those who were held out.
 */
export type Verdict = 'not over' | 'too few to tell' | 'more' | 'fewer' | 'no difference';

export interface Outcome {
  readonly action: StartedAction;
  /** The last of its days that the data has. */
  readonly through: Day;
  readonly actedOn: GroupOutcome;
  readonly heldOut: GroupOutcome;
  /** Of the shares who ordered again; undefined where one of the groups is empty. */
  readonly again?: Difference;
  /** Of what each spent on average, minor units; undefined where it cannot be told. */
  readonly spent?: Difference;
  readonly verdict: Verdict;
}

/** In smaller groups, one customer more or fewer decides. */
const FEWEST = 20;
/** Fewer orders in both groups together show nothing. */
const FEWEST_ORDERING = 5;
/** Where the interval of the difference reaches further than this from zero, it is too wide to say "none". */
const WIDEST = 0.1;

/** What came of each action, in the order in which they were started. */
export async function outcomesOf(reader: StoreReader, upTo?: Day): Promise<Outcome[]> {
  const data = await dataExtent(reader);
  const actions = await listActions(reader);
  if (actions.length === 0) return [];
  const ids = new Map([...(await customerKeys(reader))].map(([id, key]) => [key, id]));
  const outcomes: Outcome[] = [];
  const through = Math.min(data?.to ?? Number.NEGATIVE_INFINITY, upTo ?? Number.POSITIVE_INFINITY);
  // One at a time: a transaction has one connection.
  for (const action of actions) outcomes.push(await outcomeOf(action, through, ids, reader));
  return outcomes;
}

async function outcomeOf(
  action: StartedAction,
  dataEnds: Day,
  ids: ReadonlyMap<string, number>,
  reader: StoreReader,
): Promise<Outcome> {
  const customers = await customersOfAction(reader, action.id);
  const through = Math.min(action.lastDay, dataEnds);
  const range = { from: action.firstDay, to: through };
  const sums = through < range.from ? undefined : await customerSums(reader, { range, filters: [] });
  const groupOf = (isHeldOut: boolean): GroupOutcome => {
    // A customer whose orders were undone since has ordered nothing.
    const own = customers.filter(c => c.isHeldOut === isHeldOut).map(c => ids.get(c.key) ?? 0);
    return {
      customers: own.length,
      again: own.filter(id => id > 0 && (sums?.orders[id] ?? 0) > 0).length,
      spent: sampleOf(own.map(id => (id > 0 ? (sums?.revenue[id] ?? 0) : 0))),
    };
  };
  const [actedOn, heldOut] = [groupOf(false), groupOf(true)];
  const again = shareDifference(actedOn, heldOut);
  const spent = meanDifference(actedOn.spent, heldOut.spent);
  return {
    action,
    through,
    actedOn,
    heldOut,
    ...(again && { again }),
    ...(spent && {
      spent: { value: actedOn.spent.mean - heldOut.spent.mean, low: spent.low, high: spent.high },
    }),
    verdict: verdictOf(actedOn, heldOut, again, dataEnds >= action.lastDay),
  };
}

function shareDifference(a: GroupOutcome, b: GroupOutcome): Difference | undefined {
  if (a.customers === 0 || b.customers === 0) return undefined;
  const [first, second] = [a, b].map(g => ({ part: g.again, whole: g.customers }));
  const [low, high] = differenceInterval(first!, second!);
  return { value: a.again / a.customers - b.again / b.customers, low, high };
}

function verdictOf(
  actedOn: GroupOutcome,
  heldOut: GroupOutcome,
  again: Difference | undefined,
  isOver: boolean,
): Verdict {
  if (!isOver) return 'not over';
  const isSmall = actedOn.customers < FEWEST || heldOut.customers < FEWEST;
  if (!again || isSmall || actedOn.again + heldOut.again < FEWEST_ORDERING) return 'too few to tell';
  if (again.low > 0) return 'more';
  if (again.high < 0) return 'fewer';
  return Math.max(-again.low, again.high) > WIDEST ? 'too few to tell' : 'no difference';
}

/** `2026-11-02..2026-12-01`, as a period can be asked for. */
export const daysOf = ({ firstDay, lastDay }: StartedAction): string =>
  `${isoOf(firstDay)}..${isoOf(lastDay)}`;
