import cron from 'node-cron';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { type Day, todayIn } from '../calendar/days.js';
import { hasDigestRuns } from '../store/digest-runs.js';
import { type DigestJob, isRunOpen, postDigest, runKey } from './post.js';
import { lastDue, showMoment, type When } from './when.js';

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
export interface Scheduled {
  readonly job: DigestJob;
  readonly when: When;
  /** Whether a digest that was due at a moment before now is owed. */
  readonly isOwed: (due: Date) => Promise<boolean>;
}

/**
 * What is due: the last digest up to now, unless its run in the store is finished, waits for its next try, or somebody is at it. Of several that were
 * missed only the last one is.
 */
export async function digestDue({ job, when, isOwed }: Scheduled): Promise<Due | undefined> {
  const moment = job.now();
  const due = lastDue(when, moment);
  if (!due) return undefined;
  const asOf = todayIn(when.zone, due);
  if (!(await isRunOpen(job, asOf))) return undefined;
  if (!(await isOwed(due))) return undefined;
  const isLate = moment.getTime() - due.getTime() > LATE_MS;
  return {
    asOf,
    ...(isLate && {
      note: `Posted late: it was due ${showMoment(due, when.zone)}, but I was not running or could not post.`,
    }),
  };
}

/** The digest of the settings. A channel that never had one has none due from before this Shopkeeper started. */
export const fromSettings = (job: DigestJob, when: When, startedAt: Date): Scheduled => ({
  job,
  when,
  isOwed: async due => due >= startedAt || hasDigestRuns(job.shop.store, job.name),
});

/** The clock looks each minute; what is due is decided by the store. */
const LOOK = '* * * * *';

/**
 * Posts digests whenever they are due, a few at a time, and once, late, what was missed while nobody was there.
 * @param list the digests that there are now: asked for anew at each look
 */
export function scheduleDigests(list: () => Promise<readonly Scheduled[]>, log: Logger): DigestSchedule {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const busy = new Set<string>();
  const post = async ({ job }: Scheduled, { asOf, note }: Due, key: string): Promise<void> => {
    try {
      await postDigest(job, asOf, note);
    } catch (error) {
      log.error({ err: error, key }, 'digest failed');
    } finally {
      busy.delete(key);
    }
  };
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const scheduled of await list()) {
        const due = await digestDue(scheduled);
        const key = due && runKey(scheduled.job, due.asOf);
        if (!due || !key || busy.has(key)) continue;
        busy.add(key);
        void queue.add(() => post(scheduled, due, key));
      }
    } catch (error) {
      log.error({ err: error }, 'digests could not be looked for');
    } finally {
      isLooking = false;
    }
  };
  const task = cron.schedule(LOOK, look, { name: 'digests' });
  void look();
  return {
    stop: async () => {
      await task.destroy();
      queue.clear();
      await queue.onIdle();
    },
  };
}
