import { setImmediate as breathe } from 'node:timers/promises';
import type { Knex } from 'knex';
import { z } from 'zod';
import { type Day, partsOf } from '../../core/calendar/days.js';
import { monthsFrom } from '../../core/calendar/grain.js';
import { collectGarbage } from '../../core/garbage.js';
import { minorDigits } from '../../core/money/currencies.js';
import { decodeNumbers, encodeNumbers } from '../../store/columns/column-encoding.js';
import { oncePerVersion, type Store } from '../../store/engine/store.js';
import { type CustomerFigures, eachFiguresAsOf, figuresAsOf } from '../../store/scope/customer-purchases.js';
import type { Filter } from '../../store/scope/sums.js';
import { storedCurrency } from '../../store/tables/amounts.js';
import { lastOrderDay, summariesCountedOn } from '../../store/tables/customer-totals.js';
import { customerKeys } from '../../store/tables/customers.js';
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
 * Scores as of the current day are kept in the store, written with the lines that they follow from; all others are worked
 * out when they are asked for, once for each version of the data.
 */

/** Where the axes were cut on a past day: enough to score one customer as of it. */
export interface PastCuts {
  readonly asOf: Day;
  readonly cuts: Readonly<Record<Axis, AxisCuts>>;
}

/**
 * The day that current segments are as of: the one after the last order, or the one that a file of customer summaries counted
 * its days on. Orders of the future do not count yet.
 */
export async function currentDay(db: Knex, today: Day): Promise<Day | undefined> {
  const last = await lastOrderDay(db);
  if (last === undefined) return undefined;
  const day = last > today ? today : last + 1;
  return Math.max(day, (await summariesCountedOn(db)) ?? day);
}

/** Works the current scores out again and keeps them, in the transaction that changed the orders. */
export async function keepScores(trx: Knex, today: Day, method: Method): Promise<void> {
  await trx('segment_columns').delete();
  await trx('segment_snapshots').delete();
  const asOf = await currentDay(trx, today);
  if (asOf === undefined) return;
  const by = { method, major: 10 ** minorDigits((await storedCurrency(trx)) ?? 'USD') };
  // The tables of a load are done with, and then everybody's scores.
  collectGarbage();
  const current = await keepCurrent(trx, { ...by, asOf, filters: [] });
  collectGarbage();
  const facts: z.input<typeof factsSchema> = { ...current, past: await pastCuts(trx, asOf, by) };
  await trx('segment_snapshots').insert({
    id: KEPT_ID,
    method: methodKey(method),
    as_of: asOf,
    facts: JSON.stringify(facts),
  });
}

/** Writes everybody's figures and scores, which are let go before those of the months before are worked out. */
async function keepCurrent(trx: Knex, wanted: Wanted): Promise<Omit<z.input<typeof factsSchema>, 'past'>> {
  const scored = await workOut(trx, wanted);
  const { figures } = scored;
  for (const name of FIGURES)
    await trx('segment_columns').insert({ snapshot_id: KEPT_ID, name, data: encodeNumbers(figures[name]) });
  for (const name of AXES)
    await trx('segment_columns').insert({ snapshot_id: KEPT_ID, name, data: encodeNumbers(scored[name]) });
  return {
    count: figures.count,
    returnsOnly: figures.returnsOnly,
    linesWithoutCustomer: figures.linesWithoutCustomer,
    fromSummaries: figures.fromSummaries,
    cuts: scored.cuts,
  };
}

/** Keeps scores where none are kept, or where they are by another method than the settings say now. */
export async function settleScores(store: Store, today: Day, method: Method): Promise<void> {
  const kept = await store.db('segment_snapshots').where({ id: KEPT_ID }).first('method');
  // Where they cannot be kept they are worked out for each question.
  if (kept && kept.method !== methodKey(method) && store.access === 'writable')
    await store.write(trx => keepScores(trx, today, method));
}

/** Scores of one method are kept at a time. */
const KEPT_ID = 1;
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

/** Everybody's scores: those that are kept, where they are the ones wanted. */
export function scoresOf(store: Store, wanted: Wanted): Promise<ScoredCustomers> {
  return oncePerVersion(store, `scores ${keyOf(wanted)}`, async () => {
    const kept = wanted.filters.length === 0 ? await keptFacts(store, wanted) : undefined;
    return kept ? readKept(store.db, kept, wanted) : workOut(store.db, wanted);
  });
}

/** The cuts of the last day of each of the twelve months before. */
export function cutsOfLastYear(store: Store, wanted: Wanted): Promise<readonly PastCuts[]> {
  return oncePerVersion(store, `past ${keyOf(wanted)}`, async () => {
    const kept = await keptFacts(store, wanted);
    return kept?.past ?? pastCuts(store.db, wanted.asOf, wanted);
  });
}

const keyOf = ({ asOf, method, filters, major }: Wanted): string =>
  [
    asOf,
    methodKey(method),
    major,
    ...filters.map(f => `${f.exclude ? '-' : ''}${f.column}:${f.values.map(v => v.id).join(',')}`),
  ].join(' ');

async function keptFacts({ db }: Store, { asOf, method }: Wanted) {
  const row = await db('segment_snapshots')
    .where({ method: methodKey(method), as_of: asOf })
    .first();
  return row ? factsSchema.parse(JSON.parse(row.facts)) : undefined;
}

async function readKept(
  db: Knex,
  facts: z.output<typeof factsSchema>,
  { asOf, method }: Wanted,
): Promise<ScoredCustomers> {
  const rows: { name: string; data: Buffer }[] = await db('segment_columns')
    .where({ snapshot_id: KEPT_ID })
    .select('name', 'data');
  const bytes = new Map(rows.map(row => [row.name, row.data]));
  const numbers = (name: string): Int32Array => {
    const all = new Int32Array(facts.count);
    const data = bytes.get(name);
    if (data) decodeNumbers(data, all);
    return all;
  };
  const revenue = new Float64Array(facts.count);
  const money = bytes.get('revenue');
  if (money) decodeNumbers(money, revenue);
  const figures: CustomerFigures = {
    count: facts.count,
    customer: numbers('customer'),
    firstDay: numbers('firstDay'),
    lastDay: numbers('lastDay'),
    orders: numbers('orders'),
    lines: numbers('lines'),
    days: numbers('days'),
    revenue,
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

async function workOut(db: Knex, { asOf, method, filters, major }: Wanted): Promise<ScoredCustomers> {
  const figures = await figuresAsOf(db, { through: asOf, filters, withDays: needsDays(method) });
  return scoreCustomers(figures, asOf, method, contextOf(figures, major, await keysFor(db, method)));
}

/** @returns oldest first; months before anybody had ordered are left out */
async function pastCuts(
  db: Knex,
  asOf: Day,
  { method, major }: Pick<Wanted, 'method' | 'major'>,
): Promise<PastCuts[]> {
  const keys = await keysFor(db, method);
  const past: PastCuts[] = [];
  await eachFiguresAsOf(db, monthEnds(asOf), { withDays: needsDays(method) }, async (figures, day) => {
    if (figures.count > 0)
      past.push({ asOf: day, cuts: cutsOf(figures, day, method, contextOf(figures, major, keys)) });
    if (figures.count > MANY) collectGarbage();
    // Twelve months at once would hold others up.
    await breathe();
  });
  return past;
}

const MONTHS = 12;
/** So many customers leave megabytes behind each month. */
const MANY = 200_000;

/** The last days of the twelve months that ended before a day. */
function monthEnds(asOf: Day): Day[] {
  const { year, month } = partsOf(asOf);
  return Array.from({ length: MONTHS }, (_, i) => monthsFrom(year, month - MONTHS + i, 1).to);
}

const needsDays = ({ frequency }: Method): boolean => frequency === 'days';

/** The order of all customers' keys, where a method splits ties by it: made once, whatever day is scored. */
interface AllKeys {
  readonly keys: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Place by customer id. */
  readonly rank: Int32Array;
}

async function keysFor(db: Knex, method: Method): Promise<AllKeys | undefined> {
  if (!AXES.some(axis => scorings.get(method[axis])?.splitsTies)) return undefined;
  const byId = await customerKeys(db);
  const keys = sortedKeys([...byId.values()]);
  const placeOf = new Map(keys.map((key, place) => [key, place]));
  let highest = 0;
  for (const id of byId.keys()) if (id > highest) highest = id;
  const rank = new Int32Array(highest + 1);
  for (const [id, key] of byId) rank[id] = placeOf.get(key) as number;
  return { keys, placeOf, rank };
}

function contextOf(figures: CustomerFigures, major: number, all: AllKeys | undefined): ScoringContext {
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
