import { randomUUID } from 'node:crypto';
import { type Day, isoOf, todayIn } from '../core/calendar/days.js';
import { describeError, ShopkeeperError } from '../core/errors.js';
import { iso } from '../jobs/lease.js';
import {
  holdSource,
  keepHold,
  noteSource,
  releaseSource,
  type SourceNote,
  type StoredSource,
  sourceNamed,
} from '../store/tables/sources.js';
import { SourceError, TakenOver } from './errors.js';
import { takeFiles } from './run-files.js';
import { readOrders } from './run-orders.js';
import { NIGHTLY_DAYS, type Running, type RunResult, type RunWishes, type SourceShop } from './running.js';

/** A process that has not renewed its hold for so long has died; another one takes the source over. */
const HELD_MS = 10 * 60_000;

/** Reads a source once, now. Never throws but for a source that does not exist. */
export async function runSource(shop: SourceShop, name: string, wishes: RunWishes = {}): Promise<RunResult> {
  const { store, now, log } = shop;
  const holder = randomUUID();
  const began = now();
  const until = () => iso(now().getTime() + HELD_MS);
  const latest = iso(began.getTime() + 2 * HELD_MS);
  if (!(await holdSource(store, name, holder, { now: iso(began.getTime()), until: until(), latest }))) {
    if (!(await sourceNamed(store, name))) throw noSource(name);
    return { name, outcome: 'busy' };
  }
  const source = await sourceNamed(store, name);
  if (!source) throw noSource(name);
  const signal = wishes.signal ?? new AbortController().signal;
  const running: Running = {
    shop,
    source,
    signal,
    write: work =>
      store.write(async trx => {
        if (!(await keepHold(trx, name, holder, until()))) throw new TakenOver(name);
        return work(trx);
      }),
  };
  try {
    return await readOnce(running, began, wishes);
  } catch (error) {
    if (error instanceof TakenOver || signal.aborted) return { name, outcome: 'stopped' };
    log.warn({ err: error, source: name }, 'a source could not be read');
    const problem = describeError(error);
    await running
      .write(trx => noteSource(trx, name, failureOf(source, error, problem, now())))
      .catch(() => {});
    return { name, outcome: 'failed', problem };
  } finally {
    await releaseSource(store, name, holder).catch(() => {});
  }
}

async function readOnce(running: Running, began: Date, wishes: RunWishes): Promise<RunResult> {
  const { shop, source } = running;
  const { name } = source;
  const opened = await shop.open(source);
  if (opened.gives === 'files') {
    const files = await takeFiles(running, opened, wishes);
    await running.write(trx => noteSource(trx, name, succeeded(began)));
    return { name, outcome: 'done', files };
  }
  const due = sweepDue(source, began, shop.zone, wishes.full ?? false);
  const orders = await readOrders(running, opened, { ...due, remove: wishes.remove ?? false });
  const freshThrough = new Date(began.getTime() - opened.overlapMs);
  const at = iso(began.getTime());
  await running.write(trx =>
    noteSource(trx, name, {
      ...succeeded(freshThrough),
      ...(due.isSwept && { sweptAt: at }),
      ...(due.isSwept && due.since === undefined && { sweptAllAt: at }),
      ...(due.isSwept && { question: orders.question ?? null }),
      // A question that was asked is not asked again by each run.
      ...(!due.isSwept && source.question !== null && { isTold: source.isTold }),
    }),
  );
  return { name, outcome: 'done', orders };
}

const succeeded = (freshThrough: Date): SourceNote => ({
  freshThrough: iso(freshThrough.getTime()),
  failures: 0,
  retryAt: null,
  problem: null,
  isTold: false,
});

const MINUTES = 60_000;
const DAY = 24 * 60 * MINUTES;

/** After a failure: again after 1, 2, 4 ... 60 minutes; after a day, where only a person can help. */
function failureOf(source: StoredSource, error: unknown, problem: string, now: Date): SourceNote {
  const failures = source.failures + 1;
  const usual = Math.min(60, 2 ** (failures - 1)) * MINUTES;
  const wait =
    error instanceof SourceError ? (error.needsPerson ? DAY : Math.max(usual, error.waitMs ?? 0)) : usual;
  // What is told of a source from now on is something else.
  const isNews = source.failures === 0 && { isTold: false };
  return { failures, problem, retryAt: iso(now.getTime() + wait), ...isNews };
}

/**
 * What is read again beside the changes: the last 60 days in the first run of each day, and everything in the
 * first run of each month. The very first run reads everything as it is; but one that goes on where another
 * was broken off does not, and orders may have been deleted in between.
 */
function sweepDue(
  source: StoredSource,
  now: Date,
  zone: string,
  isFull: boolean,
): { readonly isSwept: boolean; readonly since: string | undefined } {
  const today = todayIn(zone, now);
  const dayOf = (at: string | null): Day | undefined =>
    at === null ? undefined : todayIn(zone, new Date(at));
  if (isFull) return { isSwept: true, since: undefined };
  if (source.freshThrough === null && source.state === null) return { isSwept: false, since: undefined };
  const all = dayOf(source.sweptAllAt ?? source.addedAt);
  if (all === undefined || isoOf(all).slice(0, 7) !== isoOf(today).slice(0, 7))
    return { isSwept: true, since: undefined };
  const last = dayOf(source.sweptAt ?? source.addedAt);
  return { isSwept: last !== today, since: isoOf(today - NIGHTLY_DAYS) };
}

export const noSource = (name: string): ShopkeeperError =>
  new ShopkeeperError(`There is no source "${name}".`, '`shopkeeper sources list` has them all.');
