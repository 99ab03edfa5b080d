import { describeError } from '../../core/errors.js';
import { type Elapsed, elapsedSince, iso } from '../../jobs/lease.js';
import { HeldBack, leaseTimes, NotOurs, type Renew } from './lease.js';
import type { Running } from './run.js';

/** The store did not answer, or the digest could not be composed. `cause` is the reason. */
export class NothingSent extends HeldBack {}

/** The lease on a run, as its holder sees it. */
export interface HeldLease {
  readonly renew: Renew;
  /**
   * Whether no other process can have taken the run over since the last renewal; asks the store if that was
   * long ago.
   */
  isHeld(): Promise<boolean>;
}

/** The lease of a run that this process has claimed. */
export function leaseOf({ job, runs }: Pick<Running, 'job' | 'runs'>): HeldLease {
  const { leaseMs, sendWithinMs } = leaseTimes(job.leaseMs);
  let elapsed: Elapsed = () => Number.POSITIVE_INFINITY;
  const renew: Renew = async () => {
    // Measured from before the store is asked: it may be slow, and it records the time at which we asked.
    const sinceAsked = elapsedSince(job.now);
    const isOurs = await runs.renew(iso(job.now().getTime())).catch(error => {
      throw new NothingSent(describeError(error), { cause: error });
    });
    if (!isOurs) throw new NotOurs('another process holds the lease');
    elapsed = sinceAsked;
    return () => sinceAsked() < sendWithinMs;
  };
  return {
    renew,
    isHeld: async () => {
      if (elapsed() < leaseMs / 2) return true;
      return renew().then(
        () => true,
        () => false,
      );
    },
  };
}
