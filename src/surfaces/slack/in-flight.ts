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
  /** What the asker is told of a stop before anything was shown, if it is no question. */
  readonly interrupted?: Message;
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

const notAnswered = ({ question, interrupted }: Asker): Message =>
  interrupted ??
  textMessage(mrkdwn`I was restarted before I could answer ${question}. Please ask again in a minute.`);
const partlyAnswered = (question: Mrkdwn): Message =>
  textMessage(
    mrkdwn`I was restarted before I had posted the whole answer to ${question}. Please ask it again shortly.`,
  );

export function repliesInFlight(log: Logger): RepliesInFlight {
  const all = new Set<Tracked>();
  let isStopping = false;
  return {
    get count() {
      return all.size;
    },
    run: async (asker, work) => {
      if (isStopping) {
        await asker.notify(notAnswered(asker));
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
      const guard = (destination: Destination) => guarded(destination, tracked);
      tracked.done = work({ signal: tracked.abort.signal, guard }).finally(() => all.delete(tracked));
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
      const notified = await notifyAskers(unfinished, log);
      return {
        finished: started.length - unfinished.length,
        notified,
        notNotified: unfinished.length - notified,
      };
    },
  };
}

/** The same destination, which refuses messages once the reply is aborted and records what was posted. */
function guarded(destination: Destination, tracked: Tracked): Destination {
  const { signal } = tracked.abort;
  const send = async <T>(call: () => Promise<T>): Promise<T> => {
    tracked.isIncomplete ||= signal.aborted;
    signal.throwIfAborted();
    tracked.sending++;
    try {
      return await call();
    } finally {
      tracked.sending--;
    }
  };
  const { under, attach } = destination;
  return {
    ...destination,
    post: message =>
      send(async () => {
        const ts = await destination.post(message);
        tracked.hasPosted = true;
        return ts;
      }),
    ...(under && { under: ts => guarded(under(ts), tracked) }),
    ...(attach && { attach: file => send(() => attach(file)) }),
  };
}

/** Notifies the askers of unfinished replies. @returns how many were notified in time */
async function notifyAskers(unfinished: readonly Tracked[], log: Logger): Promise<number> {
  let notified = 0;
  const notifications = unfinished.map(async ({ asker, hasPosted }) => {
    try {
      await asker.notify(hasPosted ? partlyAnswered(asker.question) : notAnswered(asker));
      notified++;
    } catch (error) {
      log.error({ err: error }, 'the asker could not be notified of the stop');
    }
  });
  await waitAtMost(Promise.all(notifications), NOTIFYING_MS);
  return notified;
}

const waitAtMost = (work: Promise<unknown>, ms: number) =>
  Promise.race([work, wait(ms, undefined, { ref: false })]);
