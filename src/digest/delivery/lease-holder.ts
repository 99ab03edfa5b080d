import { describeError } from '../../core/errors.js';
import { type Elapsed, elapsedSince, HeldBack, iso, leaseTimes, NotOurs, type Renew } from './lease.js';
import type { Running } from './run.js';

/** The store could not be asked, or the digest not even be composed; `cause` is why. */
export class NothingSent extends HeldBack {}

/** The lease on a run, as its holder sees it. */
export interface HeldLease {
  readonly renew: Renew;
  /** Whether nobody can have taken the run over since the last renewal; asks the store if that was long ago. */
  isHeld(): Promise<boolean>;
}

/** The lease of a run that this process has claimed. */
export function leaseOf({ job, runs }: Pick<Running, 'job' | 'runs'>): HeldLease {
  const { leaseMs, sendWithinMs } = leaseTimes(job.leaseMs);
  let elapsed: Elapsed = () => Number.POSITIVE_INFINITY;
  const renew: Renew = async () => {
    // Measured from before the store is asked: it may take its time, and has the moment that we asked at.
    const since = elapsedSince(job.now);
    const isOurs = await runs.renew(iso(job.now().getTime())).catch(error => {
      throw new NothingSent(describeError(error), { cause: error });
    });
    if (!isOurs) throw new NotOurs('somebody else is at it');
    elapsed = since;
    return () => since() < sendWithinMs;
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
