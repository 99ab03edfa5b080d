import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { type Day, partsOf } from '../../core/calendar/days.js';
import { monthsFrom } from '../../core/calendar/grain.js';
import { collectGarbage } from '../../core/garbage.js';
import { unitsPerMajor } from '../../core/money/currencies.js';
import { memoizedByDataVersion } from '../../store/engine/memoize.js';
import type { Store } from '../../store/engine/store.js';
import type { StoreReader, WriteTransaction } from '../../store/engine/transaction.js';
import {
  type CustomerPurchases,
  purchasesAsOf,
  purchasesAsOfEach,
} from '../../store/scope/customer-purchases.js';
import type { Filter } from '../../store/scope/sums.js';
import { storedCurrency } from '../../store/tables/amounts.js';
import { lastOrderDay, summariesCountedOn } from '../../store/tables/customer-totals.js';
import { customerKeys } from '../../store/tables/customers.js';
import {
  deleteScores,
  readScoreColumns,
  readScoreFacts,
  storedMethod,
  writeScoreColumn,
  writeScoreFacts,
} from '../../store/tables/stored-scores.js';
import { type AxisCuts, type KeyOrder, sortedKeys } from '../scoring/axis.js';
import { AXES, type Axis, type Method, methodKey, scorings } from '../scoring/method.js';
import {
  axesOf,
  cutsOf,
  type ScoredCustomers,
  type ScoringContext,
  scoreCustomers,
} from '../scoring/scores.js';

/**
 * The score cache: scores as of the current day are stored, in the transaction that writes the lines they
 * follow from. All others are computed when they are asked for, once for each version of the data.
 */

/** Where the axes were cut on a past day: enough to score one customer as of it. */
export interface PastCuts {
  readonly asOf: Day;
  readonly cuts: Readonly<Record<Axis, AxisCuts>>;
}

/**
 * The day that current segments are as of: the one after the last order, or the one that a file of customer
 * summaries counted its days on. Orders of the future do not count yet.
 */
export async function currentDay(reader: StoreReader, today: Day): Promise<Day | undefined> {
  const last = await lastOrderDay(reader);
  if (last === undefined) return undefined;
  const day = last > today ? today : last + 1;
  return Math.max(day, (await summariesCountedOn(reader)) ?? day);
}

/** Computes the current scores anew and stores them, in the transaction that changed the orders. */
export async function storeScores(trx: WriteTransaction, today: Day, method: Method): Promise<void> {
  await deleteScores(trx);
  const asOf = await currentDay(trx, today);
  if (asOf === undefined) return;
  const by = { method, major: unitsPerMajor((await storedCurrency(trx)) ?? 'USD') };
  // What a load held in memory is not needed any more, nor, afterwards, are everybody's scores.
  collectGarbage();
  const current = await storeCurrent(trx, { ...by, asOf, filters: [] });
  collectGarbage();
  const facts: z.input<typeof factsSchema> = { ...current, past: await pastCuts(trx, asOf, by) };
  await writeScoreFacts(trx, { method: methodKey(method), asOf }, JSON.stringify(facts));
}

/**
 * Stores everybody's figures and scores. They are released before those of the months before are computed.
 */
async function storeCurrent(
  trx: WriteTransaction,
  wanted: Wanted,
): Promise<Omit<z.input<typeof factsSchema>, 'past'>> {
  const scored = await computeScores(trx, wanted);
  const { figures } = scored;
  for (const name of FIGURES) await writeScoreColumn(trx, name, figures[name]);
  for (const name of AXES) await writeScoreColumn(trx, name, scored[name]);
  return {
    count: figures.count,
    returnsOnly: figures.returnsOnly,
    linesWithoutCustomer: figures.linesWithoutCustomer,
    fromSummaries: figures.fromSummaries,
    cuts: scored.cuts,
  };
}

/** Computes the stored scores anew if they are by another method than the settings say now. */
export async function reconcileScores(store: Store, today: Day, method: Method): Promise<void> {
  const stored = await storedMethod(store);
  // In a store that cannot be written to, each question computes the scores it needs.
  if (stored !== undefined && stored !== methodKey(method) && store.access === 'writable')
    await store.write(trx => storeScores(trx, today, method));
}

const FIGURES = ['customer', 'firstDay', 'lastDay', 'orders', 'lines', 'days', 'revenue'] as const;

const axisCuts = z.object({
  at: z.array(z.number()).readonly(),
  onCut: z.enum(['below', 'above']),
  ties: z.object({ last: z.array(z.string()).readonly(), isFalling: z.boolean() }).optional(),
});
const cutsSchema = z.object({ r: axisCuts, f: axisCuts, m: axisCuts });
const factsSchema = z.object({
  count: z.number(),
  returnsOnly: z.number(),
  linesWithoutCustomer: z.number(),
  fromSummaries: z.number(),
  cuts: cutsSchema,
  past: z.array(z.object({ asOf: z.number(), cuts: cutsSchema })).readonly(),
});

/** Whom to score, as of when, and how. */
export interface Wanted {
  readonly asOf: Day;
  readonly method: Method;
  readonly filters: readonly Filter[];
  /** Minor units in a major one. */
  readonly major: number;
}

/** Everybody's scores: the stored ones if they are as wanted, otherwise computed from the lines. */
export function scoresOf(reader: StoreReader, wanted: Wanted): Promise<ScoredCustomers> {
  return memoizedByDataVersion(reader, `scores ${keyOf(wanted)}`, async () => {
    const stored = wanted.filters.length === 0 ? await storedFacts(reader, wanted) : undefined;
    return stored ? readStored(reader, stored, wanted) : computeScores(reader, wanted);
  });
}

/** The cuts of the last day of each of the twelve months before. */
export function cutsOfLastYear(reader: StoreReader, wanted: Wanted): Promise<readonly PastCuts[]> {
  return memoizedByDataVersion(reader, `past ${keyOf(wanted)}`, async () => {
    const stored = await storedFacts(reader, wanted);
    return stored?.past ?? pastCuts(reader, wanted.asOf, wanted);
  });
}

const keyOf = ({ asOf, method, filters, major }: Wanted): string =>
  [
    asOf,
    methodKey(method),
    major,
    ...filters.map(f => `${f.exclude ? '-' : ''}${f.column}:${f.values.map(v => v.id).join(',')}`),
  ].join(' ');

async function storedFacts(reader: StoreReader, { asOf, method }: Wanted) {
  const facts = await readScoreFacts(reader, { method: methodKey(method), asOf });
  return facts === undefined ? undefined : factsSchema.parse(JSON.parse(facts));
}

async function readStored(
  reader: StoreReader,
  facts: z.output<typeof factsSchema>,
  { asOf, method }: Wanted,
): Promise<ScoredCustomers> {
  const { count } = facts;
  const fill = await readScoreColumns(reader);
  const numbers = (name: string): Int32Array => fill(name, new Int32Array(count));
  const figures: CustomerPurchases = {
    count,
    customer: numbers('customer'),
    firstDay: numbers('firstDay'),
    lastDay: numbers('lastDay'),
    orders: numbers('orders'),
    lines: numbers('lines'),
    days: numbers('days'),
    revenue: fill('revenue', new Float64Array(count)),
    returnsOnly: facts.returnsOnly,
    linesWithoutCustomer: facts.linesWithoutCustomer,
    fromSummaries: facts.fromSummaries,
  };
  const scores = (axis: Axis) => Uint8Array.from(numbers(axis));
  return {
    asOf,
    method,
    figures,
    ...axesOf(figures, asOf, method),
    r: scores('r'),
    f: scores('f'),
    m: scores('m'),
    cuts: facts.cuts,
  };
}

async function computeScores(
  reader: StoreReader,
  { asOf, method, filters, major }: Wanted,
): Promise<ScoredCustomers> {
  const figures = await purchasesAsOf(reader, { through: asOf, filters, withDays: needsDays(method) });
  return scoreCustomers(figures, asOf, method, contextOf(figures, major, await keysFor(reader, method)));
}

/** @returns oldest first; months before anybody had ordered are left out */
async function pastCuts(
  reader: StoreReader,
  asOf: Day,
  { method, major }: Pick<Wanted, 'method' | 'major'>,
): Promise<PastCuts[]> {
  const keys = await keysFor(reader, method);
  const past: PastCuts[] = [];
  await purchasesAsOfEach(reader, monthEnds(asOf), { withDays: needsDays(method) }, async (figures, day) => {
    if (figures.count > 0)
      past.push({ asOf: day, cuts: cutsOf(figures, day, method, contextOf(figures, major, keys)) });
    if (figures.count > MANY) collectGarbage();
    // Twelve months at once would hold others up.
    await breathe();
  });
  return past;
}

const MONTHS = 12;
/** With so many customers, each month leaves megabytes of garbage. */
const MANY = 200_000;

/** The last days of the twelve months that ended before a day. */
function monthEnds(asOf: Day): Day[] {
  const { year, month } = partsOf(asOf);
  return Array.from({ length: MONTHS }, (_, i) => monthsFrom(year, month - MONTHS + i, 1).to);
}

/** Whether a method counts the days with an order. */
export const needsDays = ({ frequency }: Method): boolean => frequency === 'days';

/** The order of all customers' keys, if a method splits ties by it: made once, whatever day is scored. */
interface AllKeys {
  readonly keys: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Place by customer id. */
  readonly rank: Int32Array;
}

async function keysFor(reader: StoreReader, method: Method): Promise<AllKeys | undefined> {
  if (!AXES.some(axis => scorings.get(method[axis])?.splitsTies)) return undefined;
  const byId = await customerKeys(reader);
  const keys = sortedKeys([...byId.values()]);
  const placeOf = new Map(keys.map((key, place) => [key, place]));
  let highest = 0;
  for (const id of byId.keys()) if (id > highest) highest = id;
  const rank = new Int32Array(highest + 1);
  for (const [id, key] of byId) rank[id] = placeOf.get(key) as number;
  return { keys, placeOf, rank };
}

function contextOf(figures: CustomerPurchases, major: number, all: AllKeys | undefined): ScoringContext {
  let order: KeyOrder | undefined;
  return {
    major,
    keys: () => {
      if (!all) throw new RangeError('this method splits no ties');
      order ??= {
        rank: figures.customer.map(id => all.rank[id] as number),
        keys: all.keys,
        placeOf: key => all.placeOf.get(key) ?? -1,
      };
      return order;
    },
  };
}
