import cron from 'node-cron';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { type Day, todayIn } from '../../core/calendar/days.js';
import { owedSince } from '../../store/tables/digest-runs.js';
import { lastDue, showMoment, type When } from '../subscriptions/when.js';
import { notifyOfEnded } from './failed-runs.js';
import type { DigestJob } from './job.js';
import { isRunOpen, postDigest } from './post.js';
import { runKey } from './run.js';

/** A running schedule. */
export interface DigestSchedule {
  /** Begins no other digest, and waits for those that are being posted. */
  stop(): Promise<void>;
}

/** A digest that is posted later than this says so, milliseconds. */
const LATE_MS = 15 * 60_000;
/** Digests posted at a time: while one waits for its channel another can be composed and drawn. */
const AT_ONCE = 3;

/** A digest that is due and has no run yet. */
export interface Due {
  readonly asOf: Day;
  /** Set where it is late: what the digest says about that. */
  readonly note?: string;
}

/** A digest that is to be posted again and again. */
export interface ScheduledDigest {
  readonly job: DigestJob;
  readonly when: When;
  /** Whether a digest that was due at a moment before now is owed. */
  readonly isDueSince: (due: Date) => Promise<boolean>;
  /** Whether it is still wanted: asked again right before it is posted, since it may have waited for others. */
  readonly isWanted?: () => Promise<boolean>;
}

/**
 * What is due: the last digest up to now, unless its run in the store is finished, waits for its next try, or somebody is at it. Of several that were
 * missed only the last one is.
 */
export async function digestDue({ job, when, isDueSince }: ScheduledDigest): Promise<Due | undefined> {
  const moment = job.now();
  const due = lastDue(when, moment);
  if (!due) return undefined;
  const asOf = todayIn(when.zone, due);
  const open = await isRunOpen(job, asOf);
  // What was begun is finished, though it be paused and resumed since.
  if (!open || (open === 'new' && !(await isDueSince(due)))) return undefined;
  const isLate = moment.getTime() - due.getTime() > LATE_MS;
  return {
    asOf,
    ...(isLate && {
      note: `Posted late: it was due ${showMoment(due, when.zone)}, but I was not running or could not post.`,
    }),
  };
}

/** The digest of the settings: owed since a Shopkeeper first had it in its settings with these times. */
export function fromSettings(job: DigestJob, when: When): ScheduledDigest {
  const name = `${job.name} ${job.grain} ${when.cron} ${when.zone}`;
  return {
    job,
    when,
    isDueSince: async due => due.getTime() >= (await owedSince(job.shop.store, name, job.now().getTime())),
  };
}

/** The clock looks each minute; what is due is decided by the store. */
const LOOK = '* * * * *';
const BESIDES_MS = 5 * 60_000;
/** So many looks that found the one before still at it are out of the ordinary. */
const STUCK = 3;

/**
 * Posts digests whenever they are due, a few at a time, and once, late, what was missed while nobody was there.
 * @param list the digests that there are now: asked for anew at each look
 */
export function scheduleDigests(
  list: () => Promise<readonly ScheduledDigest[]>,
  log: Logger,
): DigestSchedule {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const busy = new Set<string>();
  const post = async (scheduled: ScheduledDigest, { asOf, note }: Due, key: string): Promise<void> => {
    try {
      if ((await scheduled.isWanted?.()) === false) return;
      await postDigest(scheduled.job, asOf, note);
    } catch (error) {
      log.error({ err: error, key }, 'digest failed');
    } finally {
      busy.delete(key);
    }
  };
  /** What was not finished before the one that was due last, and what nobody was told of. */
  const tellEnded = async ({ job, when }: ScheduledDigest): Promise<void> => {
    const due = lastDue(when, job.now());
    if (due) await notifyOfEnded(job, todayIn(when.zone, due));
  };
  /** One that cannot be told must not keep the others from being posted. */
  const lookAt = async (scheduled: ScheduledDigest): Promise<void> => {
    try {
      await tellEnded(scheduled);
      const due = await digestDue(scheduled);
      const key = due && runKey(scheduled.job, due.asOf);
      if (!due || !key || busy.has(key)) return;
      busy.add(key);
      void queue.add(() => post(scheduled, due, key));
    } catch (error) {
      log.error({ err: error, name: scheduled.job.name }, 'it cannot be told whether a digest is due');
    }
  };
  let isLooking = false;
  let skipped = 0;
  const look = async () => {
    if (isLooking) {
      if (++skipped % STUCK === 0) log.error({ looks: skipped }, 'a look for due digests does not end');
      return;
    }
    isLooking = true;
    skipped = 0;
    try {
      for (const scheduled of await list()) await lookAt(scheduled);
    } catch (error) {
      log.error({ err: error }, 'digests could not be looked for');
    } finally {
      isLooking = false;
    }
  };
  const task = cron.schedule(LOOK, look, { name: 'digests', suppressMissedWarning: true });
  // A clock that is set back keeps cron waiting for a minute that has been.
  const besides = setInterval(look, BESIDES_MS).unref();
  void look();
  return {
    stop: async () => {
      clearInterval(besides);
      await task.destroy();
      queue.clear();
      await queue.onIdle();
    },
  };
}
