import { ShopkeeperError } from '../core/errors.js';
import { nextDue } from '../digest/subscriptions/when.js';
import type { UndoResult } from '../ingest/undo.js';
import { SourceError } from '../sources/errors.js';
import { type MatchedPayment, matchPayments } from '../sources/payments.js';
import { noSource, runSource } from '../sources/run.js';
import type { RunResult, RunWishes } from '../sources/running.js';
import { intervalOf, readSchedule, USUAL_SCHEDULE } from '../sources/schedule-words.js';
import type { SourceCheck } from '../sources/source.js';
import { countOrders, listProblems, type SourceProblem } from '../store/tables/source-orders.js';
import {
  addSource,
  listSources,
  noteSource,
  removeSource,
  type StoredSource,
  sourceNamed,
} from '../store/tables/sources.js';
import { checkSource, type SourceToCheck } from './check-source.js';
import { type AroundSources, sourceShop } from './source-shop.js';

/** A source as it is listed. */
export interface ListedSource extends StoredSource {
  /** Orders of it in the store. */
  readonly orders: number;
  readonly problems: number;
  readonly nextRun: Date | undefined;
}

/** Adds, runs and removes sources. */
export interface Sources {
  list(): Promise<readonly ListedSource[]>;
  /**
   * Adds a source, once it was checked.
   * @param schedule `every 15 minutes`, `daily 6:00 Europe/Berlin`
   * @throws ShopkeeperError, and nothing is stored
   */
  add(
    source: {
      readonly name: string;
      readonly kind: string;
      readonly settings: Readonly<Record<string, string>>;
    },
    schedule?: string,
  ): Promise<SourceCheck>;
  /** Looks whether a source can be read; stores nothing. @throws ShopkeeperError */
  check(name: string): Promise<SourceCheck>;
  /** Reads a source now. @throws ShopkeeperError if there is none of this name */
  run(name: string, wishes?: RunWishes): Promise<RunResult>;
  /** @throws ShopkeeperError if there is none of this name */
  pause(name: string, isPaused: boolean): Promise<void>;
  /**
   * Removes a source. Its orders stay, unless they are to go as well.
   * @returns what was taken back of its orders, if anything
   * @throws ShopkeeperError if there is none of this name
   */
  remove(name: string, withOrders: boolean): Promise<UndoResult | undefined>;
  problems(name?: string): Promise<readonly SourceProblem[]>;
  /**
   * The payments of a source with the orders that they are of; undefined if they are sales of their own.
   * @throws ShopkeeperError if there is no source of this name
   */
  payments(name: string): Promise<readonly MatchedPayment[] | undefined>;
}

const NAME = /^[a-z][a-z\d-]{0,30}$/;

/** A failure that may pass is tried again by itself once a source is added, which this one is not. */
function notAdded(error: unknown): never {
  if (!(error instanceof SourceError) || error.needsPerson) throw error;
  throw new SourceError(
    error.message,
    'Nothing was added. Check the settings, and add the source once it can be reached.',
  );
}

/** Sources of a shop. */
export function sourcesOf(around: AroundSources): Sources {
  const { store, now, zone } = around;
  const shop = sourceShop(around);
  const named = async (name: string): Promise<StoredSource> => {
    const source = await sourceNamed(store, name);
    if (!source) throw noSource(name);
    return source;
  };
  const checked = (source: SourceToCheck) => checkSource(source, { ...around, store, rates: shop.rates });
  return {
    list: async () => {
      const problems = await listProblems(store);
      const all = await listSources(store);
      return Promise.all(
        all.map(async source => ({
          ...source,
          orders: await countOrders(store, source.name),
          problems: problems.filter(p => p.source === source.name).length,
          nextRun: source.isPaused ? undefined : nextDue(source, now()),
        })),
      );
    },
    add: async ({ name, kind, settings }, schedule = USUAL_SCHEDULE) => {
      if (!NAME.test(name))
        throw new ShopkeeperError(
          `"${name}" is no name for a source.`,
          'Use lower-case letters, digits and hyphens, at most 31: web-shop.',
        );
      if (await sourceNamed(store, name))
        throw new ShopkeeperError(`There is a source "${name}".`, 'Remove it first, or take another name.');
      const when = readSchedule(schedule, zone);
      const check = await checked({ kind, settings }).catch(notAdded);
      const addedAt = now().toISOString();
      const everyMinutes = Math.round(intervalOf(when, now()) / 60_000);
      await store.write(trx =>
        addSource(trx, { name, kind, settings, schedule, ...when, everyMinutes, addedAt }),
      );
      return check;
    },
    check: async name => checked(await named(name)),
    run: (name, wishes) => runSource(shop, name, wishes),
    pause: async (name, isPaused) => {
      await named(name);
      await store.write(trx => noteSource(trx, name, { isPaused, ...(!isPaused && { retryAt: null }) }));
    },
    remove: async (name, withOrders) => {
      const { ingestId } = await named(name);
      await store.write(trx => removeSource(trx, name));
      return withOrders && ingestId !== null ? around.undo(ingestId) : undefined;
    },
    problems: async name => {
      if (name !== undefined) await named(name);
      return listProblems(store, name);
    },
    payments: async name => ((await named(name)).isMatching ? matchPayments(store, name) : undefined),
  };
}
