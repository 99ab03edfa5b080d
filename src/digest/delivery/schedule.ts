import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { type Day, todayIn } from '../../core/calendar/days.js';
import { pollEachMinute } from '../../jobs/poll.js';
import { dueSince } from '../../store/tables/digest-runs.js';
import { lastDue, showMoment, type When } from '../subscriptions/when.js';
import { notifyOfEnded } from './failed-runs.js';
import { freshnessAt } from './fresh.js';
import type { DigestJob } from './job.js';
import { isRunOpen, postDigest } from './post.js';
import { runKey } from './run.js';

/** A running schedule. */
export interface DigestSchedule {
  /** Begins now to post what is due, rather than within a minute. */
  pollNow(): Promise<void>;
  /** Starts no other digest, and waits for those that are being posted. */
  stop(): Promise<void>;
}

/** A digest that is posted later than this says so, milliseconds. */
const LATE_MS = 15 * 60_000;
/** Digests posted at a time: while one waits for its channel, another can be composed and drawn. */
const AT_ONCE = 3;

/** A digest that is due and has no run yet. */
export interface Due {
  readonly asOf: Day;
  /** Set if it is late: the remark in its headline. */
  readonly note?: string;
  /** It waited for fresh data in vain. */
  readonly isStale?: boolean;
}

/** A digest that is posted regularly. */
export interface ScheduledDigest {
  readonly job: DigestJob;
  readonly when: When;
  /** Whether the digest of a time in the past is still to be posted: the schedule existed then. */
  readonly isDueSince: (due: Date) => Promise<boolean>;
  /** Whether it is still wanted. Asked right before it is posted, since it may have waited for others. */
  readonly isWanted?: () => Promise<boolean>;
  /** Minutes of its day up to which it waits until the data is fresh; it does not wait unless given. */
  readonly freshUntil?: number | undefined;
  /** Tells whoever runs Shopkeeper that it was posted without. */
  readonly tellStale?: ((note: string) => Promise<unknown>) | undefined;
}

/**
 * The digest that is due: the last one up to now, unless its run in the store is finished, waits for its next
 * attempt, or is held by another process. Of several that were missed, only the last one is due.
 */
export async function digestDue(scheduled: ScheduledDigest): Promise<Due | undefined> {
  const { job, when, isDueSince, freshUntil: until } = scheduled;
  const now = job.now();
  const due = lastDue(when, now);
  if (!due) return undefined;
  const asOf = todayIn(when.zone, due);
  const open = await isRunOpen(job, asOf);
  // A run that was begun is finished, even if its subscription was paused and resumed since.
  if (!open || (open === 'new' && !(await isDueSince(due)))) return undefined;
  const isLate = now.getTime() - due.getTime() > LATE_MS;
  if (until !== undefined && open === 'new') {
    const fresh = await freshnessAt(job.shop.store, { due, zone: when.zone, until, now });
    if (fresh.state === 'waits') return undefined;
    if (fresh.state === 'stale') return { asOf, note: fresh.note, isStale: true };
    // If it was late because the data was, that need not be said.
    return { asOf };
  }
  return {
    asOf,
    ...(isLate && {
      note: `Posted late: it was due ${showMoment(due, when.zone)}, but I was not running or could not post.`,
    }),
  };
}

/** The digest of the settings: due from when a process first read these settings. */
export function fromSettings(job: DigestJob, when: When): ScheduledDigest {
  const name = `${job.name} ${job.grain} ${when.cron} ${when.zone}`;
  return {
    job,
    when,
    isDueSince: async due => due.getTime() >= (await dueSince(job.shop.store, name, job.now().getTime())),
  };
}

/**
 * Posts digests when they are due, a few at a time. A digest that was missed while no process ran is posted
 * once, late.
 * @param list the current digests; called at each poll
 */
export function scheduleDigests(
  list: () => Promise<readonly ScheduledDigest[]>,
  log: Logger,
): DigestSchedule {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const busy = new Set<string>();
  const post = async (
    scheduled: ScheduledDigest,
    { asOf, note, isStale }: Due,
    key: string,
  ): Promise<void> => {
    try {
      if ((await scheduled.isWanted?.()) === false) return;
      await postDigest(scheduled.job, asOf, note);
      if (isStale && note) await scheduled.tellStale?.(note);
    } catch (error) {
      log.error({ err: error, key }, 'digest failed');
    } finally {
      busy.delete(key);
    }
  };
  /** An error of one digest must not keep the others from being posted. */
  const queueIfDue = async (scheduled: ScheduledDigest): Promise<void> => {
    try {
      await endOverdue(scheduled);
      const due = await digestDue(scheduled);
      const key = due && runKey(scheduled.job, due.asOf);
      if (!due || !key || busy.has(key)) return;
      busy.add(key);
      void queue.add(() => post(scheduled, due, key));
    } catch (error) {
      log.error({ err: error, name: scheduled.job.name }, 'could not determine whether a digest is due');
    }
  };
  const polls = pollEachMinute('digests', log, async () => {
    for (const scheduled of await list()) await queueIfDue(scheduled);
  });
  return {
    pollNow: polls.pollNow,
    stop: async () => {
      await polls.stop();
      queue.clear();
      await queue.onIdle();
    },
  };
}

/**
 * Ends the runs that were not finished before the last one was due, and notifies the recipients of failures.
 */
async function endOverdue({ job, when }: ScheduledDigest): Promise<void> {
  const due = lastDue(when, job.now());
  if (due) await notifyOfEnded(job, todayIn(when.zone, due));
}
