import { performance } from 'node:perf_hooks';
import { plural } from '../../core/answer/format.js';
import { ShopkeeperError } from '../../core/errors.js';

/** Slow questions have their own lane, so that they never use all slots. */
export type Lane = 'quick' | 'slow';

/** Runs a few questions at a time, with people taking turns. */
export interface QuestionQueue {
  /**
   * Runs the work when it is this person's turn.
   * @throws ShopkeeperError if it would wait too long, if too many of the person's questions wait, or if
   *   closed
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
  /**
   * A question that would wait longer is declined at once, and one that does wait longer after this time.
   * Milliseconds.
   */
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
export const questionQueue = (
  limits: QueueLimits,
  now: () => number = () => performance.now(),
): QuestionQueue => new TurnQueue(limits, now);

class TurnQueue implements QuestionQueue {
  /** Waiting questions by person. The first person has the next turn. */
  readonly #queues = new Map<string, Waiting[]>();
  /** The number of running questions by person. */
  readonly #running = new Map<string, number>();
  readonly #busy = { quick: 0, slow: 0 };
  readonly #averageMs: Record<Lane, number> = { ...INITIAL_DURATIONS };
  #waiting = 0;
  #closed: Error | undefined;

  constructor(
    private readonly limits: QueueLimits,
    private readonly now: () => number,
  ) {}

  get waiting(): number {
    return this.#waiting;
  }

  async run<T>(person: string, work: () => Promise<T>, lane: Lane = 'quick'): Promise<T> {
    const slot = this.#slot(person, lane);
    // Without waiting, the work starts at once.
    const release = typeof slot === 'function' ? slot : await slot;
    try {
      return await work();
    } finally {
      release();
    }
  }

  close(error: Error): void {
    this.#closed = error;
    const all = [...this.#queues.values()].flat();
    this.#queues.clear();
    this.#waiting = 0;
    for (const { decline } of all) decline(error);
  }

  /**
   * Gets a slot, at once if possible.
   * @returns a function that releases it.
   * @throws ShopkeeperError if declined
   */
  #slot(person: string, lane: Lane): Promise<() => void> | (() => void) {
    if (this.#closed) throw this.#closed;
    const own = this.#queues.get(person)?.length ?? 0;
    if (own === 0 && this.#isFree(person, lane)) return this.#takeSlot(person, lane);
    if (own >= this.limits.waitingPerPerson) throw tooManyWaitingError(own);
    if (this.#expectedWaitMs(person, lane) > this.limits.longestWaitMs) throw tooBusyError(this.#ahead);
    return this.#waitForSlot(person, lane);
  }

  /** The number of waiting and running questions. */
  get #ahead(): number {
    return this.#waiting + this.#busy.quick + this.#busy.slow;
  }

  #isFree(person: string, lane: Lane): boolean {
    const { slots, slowSlots, slotsPerPerson } = this.limits;
    return (
      this.#busy.quick + this.#busy.slow < slots &&
      (lane === 'quick' || this.#busy.slow < slowSlots) &&
      (this.#running.get(person) ?? 0) < slotsPerPerson
    );
  }

  /** The expected wait of one more question of this person, with people taking turns. */
  #expectedWaitMs(person: string, lane: Lane): number {
    const inLane = (queue: readonly Waiting[] = []) => queue.filter(waiting => waiting.lane === lane).length;
    const own = inLane(this.#queues.get(person));
    let turns = own + 1;
    for (const [other, queue] of this.#queues)
      if (other !== person) turns += Math.min(inLane(queue), own + 1);
    return (turns * this.#averageMs[lane]) / (lane === 'slow' ? this.limits.slowSlots : this.limits.slots);
  }

  /** Takes a slot. @returns a function that releases it */
  #takeSlot(person: string, lane: Lane): () => void {
    const start = this.now();
    this.#busy[lane]++;
    this.#running.set(person, (this.#running.get(person) ?? 0) + 1);
    return () => {
      this.#averageMs[lane] += (this.now() - start - this.#averageMs[lane]) * LAST_WEIGHT;
      this.#busy[lane]--;
      const left = (this.#running.get(person) ?? 1) - 1;
      if (left === 0) this.#running.delete(person);
      else this.#running.set(person, left);
      this.#startNext();
    };
  }

  /** Waits for this person's turn. @returns a function that releases the slot */
  #waitForSlot(person: string, lane: Lane): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(person) ?? [];
      const onTimeout = () => {
        queue.splice(queue.indexOf(entry), 1);
        if (queue.length === 0) this.#queues.delete(person);
        this.#waiting--;
        reject(tooBusyError(this.#ahead));
      };
      const timer = setTimeout(onTimeout, this.limits.longestWaitMs);
      const entry: Waiting = {
        lane,
        start: () => {
          clearTimeout(timer);
          // The slot is taken synchronously, before any other question can check whether it is free.
          resolve(this.#takeSlot(person, lane));
        },
        decline: error => {
          clearTimeout(timer);
          reject(error);
        },
      };
      queue.push(entry);
      this.#queues.set(person, queue);
      this.#waiting++;
    });
  }

  #startNext(): void {
    for (const [person, queue] of this.#queues) {
      const index = queue.findIndex(({ lane }) => this.#isFree(person, lane));
      const [next] = index < 0 ? [] : queue.splice(index, 1);
      if (!next) continue;
      this.#queues.delete(person);
      // This person's next turn comes after everybody else's.
      if (queue.length > 0) this.#queues.set(person, queue);
      this.#waiting--;
      next.start();
    }
  }
}
