import { setTimeout as wait } from 'node:timers/promises';
import cron from 'node-cron';
import { type Day, todayIn } from '../calendar/days.js';
import { type DigestJob, type DigestOutcome, postDigest } from './post.js';

/** A running schedule. */
export interface DigestSchedule {
  /** When it fires next. */
  nextRun(): Date | null;
  stop(): Promise<void>;
}

/** Minutes between the tries of a digest that surely was not posted; Slack or the store may be away for a while. */
const PAUSES = [1, 5, 15, 30, 60, 120];

/**
 * Tries until the digest is posted, or may have been, or nothing helps.
 * @param pause waits so many minutes
 */
export async function postWithRetries(
  job: DigestJob,
  asOf: Day,
  pause: (minutes: number) => Promise<void>,
): Promise<DigestOutcome> {
  for (const minutes of PAUSES) {
    const outcome = await postDigest(job, asOf);
    if (outcome !== 'failed') return outcome;
    job.log.warn({ minutes }, 'digest is tried again');
    await pause(minutes);
  }
  const last = await postDigest(job, asOf);
  if (last === 'failed') job.log.error('digest given up for this week');
  return last;
}

/** Posts the digest whenever the cron expression fires in the zone. */
export function scheduleDigest(job: DigestJob, expression: string, zone: string): DigestSchedule {
  const stopped = new AbortController();
  const pause = (minutes: number) =>
    wait(minutes * 60_000, undefined, { signal: stopped.signal, ref: false });
  const fire = async () => {
    try {
      await postWithRetries(job, todayIn(zone, job.now()), pause);
    } catch (error) {
      if (!stopped.signal.aborted) job.log.error({ err: error }, 'digest failed');
    }
  };
  const task = cron.schedule(expression, fire, { timezone: zone, name: 'digest', noOverlap: true });
  return {
    nextRun: () => task.getNextRun(),
    stop: async () => {
      stopped.abort();
      await task.destroy();
    },
  };
}
