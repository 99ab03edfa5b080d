import { PAUSES } from '../../digest/delivery/failed-runs.js';
import type { Store } from '../../store/engine/store.js';
import {
  claimOutageNotice,
  releaseOutageNotice,
  unsentRepliesCount,
} from '../../store/tables/unsent-replies.js';

/** How long a reply is kept, which is how long nobody is told again, milliseconds. */
const KEPT_MS = PAUSES.reduce((sum, minutes) => sum + minutes, 0) * 60_000;

interface OutageParts {
  readonly store: Store;
  readonly now: () => Date;
  /** Tells OPS_CHANNEL something. @returns whether it was told */
  readonly tell?: (text: string) => Promise<boolean>;
}

/**
 * Tells OPS_CHANNEL that people get no answers: once within the four hours that replies are kept, whichever
 * process it is, and also after a restart.
 */
export function outageNotice({ store, now, tell }: OutageParts) {
  let reason: string | undefined;
  let isFirst = true;
  const tellIfDue = async (): Promise<void> => {
    // A process before this one may have kept replies and told nobody.
    if (isFirst && reason === undefined && (await unsentRepliesCount(store)) > 0)
      reason = 'Slack took it nowhere before I was restarted';
    isFirst = false;
    if (reason === undefined || !tell) return;
    const time = now().getTime();
    const [at, since] = [time, time - KEPT_MS].map(ms => new Date(ms).toISOString()) as [string, string];
    if (await claimOutageNotice(store, { at, since })) {
      const text =
        `A reply could not be posted anywhere: ${reason}. It is kept, and I keep trying for some hours ` +
        'to send it as a direct message, as I do with others that fail until then.';
      // Slack may not take this either: it is told later then.
      if (!(await tell(text))) return releaseOutageNotice(store);
    }
    reason = undefined;
  };
  return {
    tellIfDue,
    /** A reply is kept. It is told with the next retry, so that the asker does not wait for it. */
    began: (why: string): void => {
      reason ??= why;
    },
  };
}
