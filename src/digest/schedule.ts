import { setTimeout as wait } from 'node:timers/promises';
import cron from 'node-cron';
import { type Day, todayIn } from '../calendar/days.js';
import { digestRuns, hasDigestRuns } from '../store/digest-runs.js';
import { type DigestJob, type DigestOutcome, LEASE_MS, postDigest, runKey } from './post.js';
import { lastDue, nextDue, showMoment, type When } from './when.js';

/** A running schedule. */
export interface DigestSchedule {
  /** When it fires next. */
  nextRun(): Date | null;
  stop(): Promise<void>;
}

/** Minutes between the tries of a digest that surely was not posted; Slack or the store may be away for a while. */
const PAUSES = [1, 5, 15, 30, 60, 120];
/** How often is looked for a digest that is due: after downtime, or where the clock of a sleeping machine did not fire. */
const LOOK = '*/10 * * * *';
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

/**
 * What is due: the last digest up to now, unless its run in the store is finished or somebody is at it. Of several that were missed only the last one
 * is. A channel that never had a digest has none due from before this Shopkeeper started.
 */
export async function digestDue(
  { shop, channel, now }: Pick<DigestJob, 'shop' | 'channel' | 'now'>,
  when: When,
  startedAt: Date,
): Promise<Due | undefined> {
  const moment = now();
  const due = lastDue(when, moment);
  if (!due) return undefined;
  const asOf = todayIn(when.zone, due);
  const atIt = new Date(moment.getTime() - LEASE_MS).toISOString();
  if (await digestRuns(shop.store, runKey(channel, asOf)).isSettled(atIt)) return undefined;
  if (due < startedAt && !(await hasDigestRuns(shop.store, channel))) return undefined;
  const isLate = moment.getTime() - due.getTime() > LATE_MS;
  return {
    asOf,
    ...(isLate && {
      note: `Posted late: it was due ${showMoment(due, when.zone)}, but I was not running or could not post.`,
    }),
  };
}

/** Posts the digest whenever it is due, and once, late, what was missed while nobody was there. */
export function scheduleDigest(job: DigestJob, expression: string, zone: string): DigestSchedule {
  const when = { cron: expression, zone };
  const stopped = new AbortController();
  const startedAt = job.now();
  const pause = (minutes: number) =>
    wait(minutes * 60_000, undefined, { signal: stopped.signal, ref: false });
  let isBusy = false;
  // Slack refused it for hours: not again until the next is due, or a restart.
  let givenUp: Day | undefined;
  const look = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      const due = await digestDue(job, when, startedAt);
      if (!due || due.asOf === givenUp) return;
      if ((await postWithRetries(job, due.asOf, pause, due.note)) === 'failed') givenUp = due.asOf;
    } catch (error) {
      if (!stopped.signal.aborted) job.log.error({ err: error }, 'digest failed');
    } finally {
      isBusy = false;
    }
  };
  const tasks = [
    cron.schedule(expression, look, { timezone: zone, name: 'digest' }),
    cron.schedule(LOOK, look, { timezone: zone, name: 'digests missed' }),
  ];
  void look();
  return {
    nextRun: () => nextDue(when, job.now()) ?? null,
    stop: async () => {
      stopped.abort();
      for (const task of tasks) await task.destroy();
    },
  };
}
