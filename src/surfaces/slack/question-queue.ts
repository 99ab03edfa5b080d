import { performance } from 'node:perf_hooks';
import { plural } from '../../core/answer/format.js';
import { ShopkeeperError } from '../../core/errors.js';

/** Slow questions have their own lane, so that they never use all slots. */
export type Lane = 'quick' | 'slow';

/** Runs a few questions at a time, with people taking turns. */
export interface QuestionQueue {
  /**
   * Runs the work when it is this person's turn.
   * @throws ShopkeeperError if it would wait too long, if too many of the person's questions wait, or if closed
   */
  run<T>(person: string, work: () => Promise<T>, lane?: Lane): Promise<T>;
  /** The number of waiting questions. */
  readonly waiting: number;
  /** Starts no more work. Waiting and new questions fail with this error. */
  close(error: Error): void;
}

export interface QueueLimits {
  /** Questions that run at the same time. */
  readonly slots: number;
  /** The slots that slow questions may use. */
  readonly slowSlots: number;
  /** The slots that one person may use. */
  readonly slotsPerPerson: number;
  /** The number of questions of one person that may wait. Further ones are declined. */
  readonly waitingPerPerson: number;
  /** A question that would wait longer is declined at once, and one that does wait longer after this time. Milliseconds. */
  readonly longestWaitMs: number;
}

export const defaultQueueLimits = (chartWorkers: number): QueueLimits => ({
  slots: chartWorkers + 2,
  slowSlots: 1,
  slotsPerPerson: Math.max(1, chartWorkers),
  waitingPerPerson: 20,
  longestWaitMs: 25_000,
});

interface Waiting {
  readonly lane: Lane;
  readonly start: () => void;
  readonly decline: (error: Error) => void;
}

/** The assumed durations before any was measured, milliseconds. */
const INITIAL_DURATIONS = { quick: 400, slow: 1_000 } as const;
/** The weight of the last duration in the moving average. */
const LAST_WEIGHT = 0.1;

export const tooBusyError = (ahead: number): ShopkeeperError =>
  new ShopkeeperError(
    `I am busy with ${plural(ahead, 'other question')}, and yours would have to wait too long.`,
    'Please ask again in a minute.',
  );

const tooManyWaitingError = (waiting: number): ShopkeeperError =>
  new ShopkeeperError(
    `${waiting} of your questions are still waiting for an answer.`,
    'Please ask this one again when they are answered.',
  );

/** @param now milliseconds of a monotonic clock */
export function questionQueue(
  limits: QueueLimits,
  now: () => number = () => performance.now(),
): QuestionQueue {
  /** Waiting questions by person. The first person has the next turn. */
  const queues = new Map<string, Waiting[]>();
  const running = new Map<string, number>();
  const busy = { quick: 0, slow: 0 };
  const averageMs: Record<Lane, number> = { ...INITIAL_DURATIONS };
  let waiting = 0;
  let closed: Error | undefined;

  const isFree = (person: string, lane: Lane): boolean =>
    busy.quick + busy.slow < limits.slots &&
    (lane === 'quick' || busy.slow < limits.slowSlots) &&
    (running.get(person) ?? 0) < limits.slotsPerPerson;

  /** The expected wait of one more question of this person, with people taking turns. */
  const expectedWaitMs = (person: string, lane: Lane): number => {
    const inLane = (queue: readonly Waiting[] = []) => queue.filter(waiting => waiting.lane === lane).length;
    const own = inLane(queues.get(person));
    let turns = own + 1;
    for (const [other, queue] of queues) if (other !== person) turns += Math.min(inLane(queue), own + 1);
    return (turns * averageMs[lane]) / (lane === 'slow' ? limits.slowSlots : limits.slots);
  };

  const startNext = (): void => {
    for (const [person, queue] of queues) {
      const index = queue.findIndex(({ lane }) => isFree(person, lane));
      const [next] = index < 0 ? [] : queue.splice(index, 1);
      if (!next) continue;
      queues.delete(person);
      // This person's next turn comes after everybody else's.
      if (queue.length > 0) queues.set(person, queue);
      waiting--;
      next.start();
    }
  };

  /** Takes a slot. @returns a function that releases it */
  const takeSlot = (person: string, lane: Lane): (() => void) => {
    const start = now();
    busy[lane]++;
    running.set(person, (running.get(person) ?? 0) + 1);
    return () => {
      averageMs[lane] += (now() - start - averageMs[lane]) * LAST_WEIGHT;
      busy[lane]--;
      const left = (running.get(person) ?? 1) - 1;
      if (left === 0) running.delete(person);
      else running.set(person, left);
      startNext();
    };
  };

  /** Waits for this person's turn. @returns a function that releases the slot */
  const waitForSlot = (person: string, lane: Lane): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(person) ?? [];
      const onTimeout = () => {
        queue.splice(queue.indexOf(entry), 1);
        if (queue.length === 0) queues.delete(person);
        waiting--;
        reject(tooBusyError(waiting + busy.quick + busy.slow));
      };
      const timer = setTimeout(onTimeout, limits.longestWaitMs);
      const entry: Waiting = {
        lane,
        start: () => {
          clearTimeout(timer);
          // The slot is taken synchronously, before any other question can check whether it is free.
          resolve(takeSlot(person, lane));
        },
        decline: error => {
          clearTimeout(timer);
          reject(error);
        },
      };
      queue.push(entry);
      queues.set(person, queue);
      waiting++;
    });

  return {
    get waiting() {
      return waiting;
    },
    run: async (person, work, lane = 'quick') => {
      if (closed) throw closed;
      const own = queues.get(person)?.length ?? 0;
      const isTurn = isFree(person, lane) && own === 0;
      if (!isTurn && own >= limits.waitingPerPerson) throw tooManyWaitingError(own);
      if (!isTurn && expectedWaitMs(person, lane) > limits.longestWaitMs)
        throw tooBusyError(waiting + busy.quick + busy.slow);
      const release = isTurn ? takeSlot(person, lane) : await waitForSlot(person, lane);
      try {
        return await work();
      } finally {
        release();
      }
    },
    close: error => {
      closed = error;
      const all = [...queues.values()].flat();
      queues.clear();
      waiting = 0;
      for (const { decline } of all) decline(error);
    },
  };
}
