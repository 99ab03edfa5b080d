import { setTimeout as wait } from 'node:timers/promises';
import cron from 'node-cron';
import type { Logger } from 'pino';
import { type Day, todayIn } from '../calendar/days.js';
import { digestRuns, hasDigestRuns } from '../store/digest-runs.js';
import { type DigestJob, type DigestOutcome, LEASE_MS, postDigest, runKey } from './post.js';
import { lastDue, showMoment, type When } from './when.js';

/** A running schedule. */
export interface DigestSchedule {
  stop(): Promise<void>;
}

/** Minutes between the tries of a digest that surely was not posted; Slack or the store may be away for a while. */
const PAUSES = [1, 5, 15, 30, 60, 120];
/** A digest that is posted later than this says so, milliseconds. */
const LATE_MS = 15 * 60_000;

/**
 * Tries until the digest is posted, or may have been, or nothing helps. Who looks after it is told once: at once where only a
 * person can mend it, otherwise when it is given up.
 * @param pause waits so many minutes
 * @param note what the digest is to say besides
 */
export async function postWithRetries(
  job: DigestJob,
  asOf: Day,
  pause: (minutes: number) => Promise<void>,
  note?: string,
): Promise<DigestOutcome> {
  let failure: unknown;
  let isTold = false;
  const own: DigestJob = {
    ...job,
    onFailed: error => {
      failure = error;
    },
  };
  const tell = async (isLast: boolean) => {
    if (isTold || !(isLast || job.needsPerson(failure))) return;
    isTold = true;
    await job.tell(failure, isLast);
  };
  for (const minutes of [...PAUSES, undefined]) {
    const outcome = await postDigest(own, asOf, note);
    if (outcome !== 'failed') return outcome;
    await tell(minutes === undefined);
    if (minutes === undefined) break;
    job.log.warn({ minutes }, 'digest is tried again');
    await pause(minutes);
  }
  job.log.error('digest given up for this time');
  return 'failed';
}

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
 * What is due: the last digest up to now, unless its run in the store is finished or somebody is at it. Of several that were
 * missed only the last one is.
 */
export async function digestDue({ job, when, isOwed }: Scheduled): Promise<Due | undefined> {
  const moment = job.now();
  const due = lastDue(when, moment);
  if (!due) return undefined;
  const asOf = todayIn(when.zone, due);
  const atIt = new Date(moment.getTime() - LEASE_MS).toISOString();
  if (await digestRuns(job.shop.store, runKey(job, asOf)).isSettled(atIt)) return undefined;
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
  isOwed: async due => due >= startedAt || hasDigestRuns(job.shop.store, job.channel),
});

/** The clock looks each minute; what is due is decided by the store. */
const LOOK = '* * * * *';

/**
 * Posts digests whenever they are due, one after another, and once, late, what was missed while nobody was there.
 * @param list the digests that there are now: asked for anew at each look
 */
export function scheduleDigests(list: () => Promise<readonly Scheduled[]>, log: Logger): DigestSchedule {
  const stopped = new AbortController();
  const pause = (minutes: number) =>
    wait(minutes * 60_000, undefined, { signal: stopped.signal, ref: false });
  const busy = new Set<string>();
  // Slack refused these for hours: not again until the next is due, or a restart.
  const givenUp = new Set<string>();
  /** One is posted at a time; what has to wait for Slack lets the others go on. */
  const post = async ({ job }: Scheduled, due: Due, key: string): Promise<void> => {
    let first: (() => void) | undefined;
    const firstTry = new Promise<void>(resolve => {
      first = resolve;
    });
    const patient = (minutes: number) => {
      first?.();
      return pause(minutes);
    };
    const all = postWithRetries(job, due.asOf, patient, due.note)
      .then(outcome => outcome === 'failed' && givenUp.add(key))
      .catch(error => stopped.signal.aborted || log.error({ err: error, key }, 'digest failed'))
      .finally(() => busy.delete(key));
    await Promise.race([all, firstTry]);
  };
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const scheduled of await list()) {
        const due = await digestDue(scheduled);
        const key = due && runKey(scheduled.job, due.asOf);
        if (!due || !key || busy.has(key) || givenUp.has(key)) continue;
        busy.add(key);
        await post(scheduled, due, key);
      }
    } catch (error) {
      if (!stopped.signal.aborted) log.error({ err: error }, 'digests could not be looked for');
    } finally {
      isLooking = false;
    }
  };
  const task = cron.schedule(LOOK, look, { name: 'digests' });
  void look();
  return {
    stop: async () => {
      stopped.abort();
      await task.destroy();
    },
  };
}
