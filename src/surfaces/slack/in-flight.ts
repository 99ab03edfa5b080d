import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Message, type Mrkdwn, mrkdwn, textMessage } from './blocks/mrkdwn.js';
import type { Destination } from './destinations.js';

/** A reply that is being worked on. */
export interface Reply {
  /** Aborted once the process must stop before the reply is done: nothing more may be posted. */
  readonly signal: AbortSignal;
  /** The same destination for as long as something may be posted. */
  guard(destination: Destination): Destination;
}

/** The asker of a reply, as they are told that it will not come. */
export interface Asker {
  /** What was asked, for the asker to recognise it. */
  readonly asked: Mrkdwn;
  tell(message: Message): Promise<unknown>;
}

/** All replies under way: a stop waits for them, and tells the askers of those that do not get done. */
export interface RepliesInFlight {
  /** Does the work of a reply. Once stopping, the asker is told instead. */
  run(asker: Asker, work: (reply: Reply) => Promise<void>): Promise<void>;
  /** Waits for replies under way, then has the others end and tells their askers. */
  stop(
    graceMs: number,
  ): Promise<{ readonly finished: number; readonly told: number; readonly untold: number }>;
  readonly count: number;
}

/** A message that is on its way to Slack when the grace ends gets this long to arrive. */
const SENDING_MS = 2_000;
/** Telling the askers takes no longer than this. */
const TELLING_MS = 3_000;

interface Tracked {
  readonly asker: Asker;
  readonly abort: AbortController;
  done: Promise<void>;
  sending: number;
  hasPosted: boolean;
  /** Something was not posted any more. */
  isCut: boolean;
}

const stoppedBefore = (asked: Mrkdwn): Message =>
  textMessage(mrkdwn`I was restarted before I could answer ${asked}. Please ask again in a minute.`);
const stoppedWithin = (asked: Mrkdwn): Message =>
  textMessage(
    mrkdwn`I was restarted before all of the answer to ${asked} was posted. Please ask again in a minute.`,
  );

export function repliesInFlight(log: Logger): RepliesInFlight {
  const all = new Set<Tracked>();
  let isStopping = false;

  const guard =
    (tracked: Tracked) =>
    (destination: Destination): Destination => {
      const { signal } = tracked.abort;
      const sending = async <T>(send: () => Promise<T>): Promise<T> => {
        tracked.isCut ||= signal.aborted;
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

  const tell = async ({ asker, hasPosted }: Tracked): Promise<boolean> => {
    try {
      await asker.tell(hasPosted ? stoppedWithin(asker.asked) : stoppedBefore(asker.asked));
      return true;
    } catch (error) {
      log.error({ err: error }, 'the asker could not be told of the stop');
      return false;
    }
  };

  const within = (work: Promise<unknown>, ms: number) =>
    Promise.race([work, wait(ms, undefined, { ref: false })]);

  return {
    get count() {
      return all.size;
    },
    run: async (asker, work) => {
      if (isStopping) {
        await asker.tell(stoppedBefore(asker.asked));
        return;
      }
      const tracked: Tracked = {
        asker,
        abort: new AbortController(),
        done: Promise.resolve(),
        sending: 0,
        hasPosted: false,
        isCut: false,
      };
      all.add(tracked);
      tracked.done = work({ signal: tracked.abort.signal, guard: guard(tracked) }).finally(() =>
        all.delete(tracked),
      );
      await tracked.done;
    },
    stop: async graceMs => {
      isStopping = true;
      const begun = [...all];
      await within(Promise.allSettled(begun.map(t => t.done)), graceMs);
      const left = begun.filter(t => all.has(t));
      for (const { abort } of left) abort.abort(new Error('the process stops'));
      const sending = left.filter(t => t.sending > 0);
      await within(Promise.allSettled(sending.map(t => t.done)), SENDING_MS);
      const cut = left.filter(t => all.has(t) || t.isCut || !t.hasPosted);
      let told = 0;
      await within(
        Promise.all(
          cut.map(async t => {
            if (await tell(t)) told++;
          }),
        ),
        TELLING_MS,
      );
      return { finished: begun.length - cut.length, told, untold: cut.length - told };
    },
  };
}
