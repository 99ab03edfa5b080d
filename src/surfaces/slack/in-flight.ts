import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Message, type Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import type { Destination } from './destinations.js';

/** A reply in progress. */
export interface Reply {
  /** Aborted if the process stops before the reply is finished. Nothing more may be posted then. */
  readonly signal: AbortSignal;
  /** The same destination, which refuses messages once the reply is aborted. */
  guard(destination: Destination): Destination;
}

/** The asker of a reply, to be notified if it will not arrive. */
export interface Asker {
  /** The question as the asker wrote it. */
  readonly question: Mrkdwn;
  notify(message: Message): Promise<unknown>;
}

/** All replies in progress. A stop waits for them, and notifies the askers of unfinished ones. */
export interface RepliesInFlight {
  /** Does the work of a reply. After a stop has begun, the asker is notified instead. */
  run(asker: Asker, work: (reply: Reply) => Promise<void>): Promise<void>;
  /** Waits for replies in progress, then aborts the unfinished ones and notifies their askers. */
  stop(graceMs: number): Promise<StopResult>;
  readonly count: number;
}

/** The number of replies that were in progress at a stop. */
export interface StopResult {
  readonly finished: number;
  /** Unfinished replies whose askers were notified. */
  readonly notified: number;
  /** Unfinished replies whose askers could not be notified. */
  readonly notNotified: number;
}

/** The time for messages that are being sent when the grace period ends. */
const SENDING_MS = 2_000;
/** The time to notify the askers. */
const NOTIFYING_MS = 3_000;

interface Tracked {
  readonly asker: Asker;
  readonly abort: AbortController;
  done: Promise<void>;
  sending: number;
  hasPosted: boolean;
  /** Whether a message was refused because of the stop. */
  isIncomplete: boolean;
}

const notAnswered = (question: Mrkdwn): Message =>
  textMessage(mrkdwn`I was restarted before I could answer ${question}. Please ask again in a minute.`);
const partlyAnswered = (question: Mrkdwn): Message =>
  textMessage(
    mrkdwn`I was restarted before I could post the whole answer to ${question}. Please ask again in a minute.`,
  );

export function repliesInFlight(log: Logger): RepliesInFlight {
  const all = new Set<Tracked>();
  let isStopping = false;

  const guard =
    (tracked: Tracked) =>
    (destination: Destination): Destination => {
      const { signal } = tracked.abort;
      const sending = async <T>(send: () => Promise<T>): Promise<T> => {
        tracked.isIncomplete ||= signal.aborted;
        signal.throwIfAborted();
        tracked.sending++;
        try {
          return await send();
        } finally {
          tracked.sending--;
        }
      };
      const { under, attach } = destination;
      return {
        ...destination,
        post: message =>
          sending(async () => {
            const ts = await destination.post(message);
            tracked.hasPosted = true;
            return ts;
          }),
        ...(under && { under: ts => guard(tracked)(under(ts)) }),
        ...(attach && { attach: file => sending(() => attach(file)) }),
      };
    };

  const notify = async ({ asker, hasPosted }: Tracked): Promise<boolean> => {
    try {
      await asker.notify(hasPosted ? partlyAnswered(asker.question) : notAnswered(asker.question));
      return true;
    } catch (error) {
      log.error({ err: error }, 'the asker could not be notified of the stop');
      return false;
    }
  };

  const waitAtMost = (work: Promise<unknown>, ms: number) =>
    Promise.race([work, wait(ms, undefined, { ref: false })]);

  return {
    get count() {
      return all.size;
    },
    run: async (asker, work) => {
      if (isStopping) {
        await asker.notify(notAnswered(asker.question));
        return;
      }
      const tracked: Tracked = {
        asker,
        abort: new AbortController(),
        done: Promise.resolve(),
        sending: 0,
        hasPosted: false,
        isIncomplete: false,
      };
      all.add(tracked);
      tracked.done = work({ signal: tracked.abort.signal, guard: guard(tracked) }).finally(() =>
        all.delete(tracked),
      );
      await tracked.done;
    },
    stop: async graceMs => {
      isStopping = true;
      const started = [...all];
      await waitAtMost(Promise.allSettled(started.map(t => t.done)), graceMs);
      const running = started.filter(t => all.has(t));
      for (const { abort } of running) abort.abort(new Error('the process is stopping'));
      const sending = running.filter(t => t.sending > 0);
      await waitAtMost(Promise.allSettled(sending.map(t => t.done)), SENDING_MS);
      const unfinished = running.filter(t => all.has(t) || t.isIncomplete || !t.hasPosted);
      let notified = 0;
      await waitAtMost(
        Promise.all(
          unfinished.map(async t => {
            if (await notify(t)) notified++;
          }),
        ),
        NOTIFYING_MS,
      );
      return {
        finished: started.length - unfinished.length,
        notified,
        notNotified: unfinished.length - notified,
      };
    },
  };
}
