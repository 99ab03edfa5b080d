import cron from 'node-cron';
import type { Logger } from 'pino';

/** Polled each minute; the store decides what is due. */
const EACH_MINUTE = '* * * * *';
const BESIDES_MS = 5 * 60_000;
/** After so many polls that found the one before still running, the log has an error. */
const STUCK = 3;

/** Polls that go on until they are stopped. */
export interface Polls {
  /** Polls now, unless a poll is under way. */
  pollNow(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Polls at once and then each minute, one poll at a time. An error is logged and ends nothing.
 * @param what is polled for, in the plural, for the log: `digests`
 */
export function pollEachMinute(what: string, log: Logger, poll: () => Promise<void>): Polls {
  const once = oneAtATime(what, log, poll);
  const task = cron.schedule(EACH_MINUTE, once, { name: what, suppressMissedWarning: true });
  // If the clock is set back, cron waits until it has caught up.
  const besides = setInterval(once, BESIDES_MS).unref();
  void once();
  return {
    pollNow: once,
    stop: async () => {
      clearInterval(besides);
      await task.destroy();
    },
  };
}

/** Skips a poll while the one before is still running. */
function oneAtATime(what: string, log: Logger, poll: () => Promise<void>): () => Promise<void> {
  let isPolling = false;
  let skipped = 0;
  return async () => {
    if (isPolling) {
      if (++skipped % STUCK === 0) log.error({ polls: skipped }, `a poll for due ${what} does not end`);
      return;
    }
    isPolling = true;
    skipped = 0;
    try {
      await poll();
    } catch (error) {
      log.error({ err: error }, `the ${what} could not be listed`);
    } finally {
      isPolling = false;
    }
  };
}
