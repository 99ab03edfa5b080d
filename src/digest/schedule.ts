import cron from 'node-cron';
import { todayIn } from '../calendar/days.js';
import { type DigestJob, postDigest } from './post.js';

/** A running schedule. */
export interface DigestSchedule {
  /** When it fires next. */
  nextRun(): Date | null;
  stop(): Promise<void>;
}

/** Posts the digest whenever the cron expression fires in the zone. */
export function scheduleDigest(job: DigestJob, expression: string, zone: string): DigestSchedule {
  const task = cron.schedule(expression, async () => void (await postDigest(job, todayIn(zone, job.now()))), {
    timezone: zone,
    name: 'digest',
    noOverlap: true,
  });
  return {
    nextRun: () => task.getNextRun(),
    stop: async () => {
      await task.destroy();
    },
  };
}
