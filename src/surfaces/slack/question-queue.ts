import { performance } from 'node:perf_hooks';
import { ShopkeeperError } from '../../core/errors.js';

/** What is computed for long takes turns of its own, so that it never has all slots. */
export type Lane = 'quick' | 'slow';

/** Has questions computed and drawn a few at a time, in turns by person. */
export interface QuestionQueue {
  /**
   * Does the work when it is this person's turn.
   * @throws ShopkeeperError if it would wait too long, if the person has too many waiting already, or once closed
   */
  run<T>(person: string, work: () => Promise<T>, lane?: Lane): Promise<T>;
  /** How many wait for their turn. */
  readonly waiting: number;
  /** Begins nothing more; those that wait and those that come fail with this error. */
  close(error: Error): void;
}

export interface QueueLimits {
  /** Computed and drawn at a time. */
  readonly slots: number;
  /** Of them, for what is slow. */
  readonly slowSlots: number;
  /** Of them, for one person. */
  readonly slotsPerPerson: number;
  /** Waiting for one person; one more is declined. */
  readonly waitingPerPerson: number;
  /** What would wait longer is declined at once; what does wait longer, then. Milliseconds. */
  readonly longestWaitMs: number;
}

export const usualLimits = (chartWorkers: number): QueueLimits => ({
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

/** Before anything was measured, milliseconds. */
const USUAL_DURATION = { quick: 400, slow: 1_000 } as const;
/** How much the last duration counts in the average. */
const NEW_SHARE = 0.1;

export const tooBusy = (ahead: number): ShopkeeperError =>
  new ShopkeeperError(
    `I am busy with ${ahead} other ${ahead === 1 ? 'question' : 'questions'}, and yours would wait for too long.`,
    'Please ask again in a minute.',
  );

const tooManyOfYours = (waiting: number): ShopkeeperError =>
  new ShopkeeperError(
    `${waiting} of your questions are still waiting for their answers.`,
    'Please ask this one again when they are there.',
  );

/** @param now milliseconds of a clock that never goes back */
export function questionQueue(
  limits: QueueLimits,
  now: () => number = () => performance.now(),
): QuestionQueue {
  /** The person whose turn is next comes first. */
  const lines = new Map<string, Waiting[]>();
  const running = new Map<string, number>();
  const busy = { quick: 0, slow: 0 };
  const averageMs: Record<Lane, number> = { ...USUAL_DURATION };
  let waiting = 0;
  let closed: Error | undefined;

  const isFree = (person: string, lane: Lane): boolean =>
    busy.quick + busy.slow < limits.slots &&
    (lane === 'quick' || busy.slow < limits.slowSlots) &&
    (running.get(person) ?? 0) < limits.slotsPerPerson;

  /** How long one more of this person's would wait, each person's questions taking turns with the others'. */
  const waitFor = (person: string, lane: Lane): number => {
    const inLane = (line: readonly Waiting[] = []) => line.filter(one => one.lane === lane).length;
    const own = inLane(lines.get(person));
    let turns = own + 1;
    for (const [other, line] of lines) if (other !== person) turns += Math.min(inLane(line), own + 1);
    return (turns * averageMs[lane]) / (lane === 'slow' ? limits.slowSlots : limits.slots);
  };

  const startNext = (): void => {
    for (const [person, line] of lines) {
      const at = line.findIndex(({ lane }) => isFree(person, lane));
      const [next] = at < 0 ? [] : line.splice(at, 1);
      if (!next) continue;
      lines.delete(person);
      // Behind everybody else until the next turn.
      if (line.length > 0) lines.set(person, line);
      waiting--;
      next.start();
    }
  };

  /** Holds a slot from now on. @returns what gives it back */
  const take = (person: string, lane: Lane): (() => void) => {
    const start = now();
    busy[lane]++;
    running.set(person, (running.get(person) ?? 0) + 1);
    return () => {
      averageMs[lane] += (now() - start - averageMs[lane]) * NEW_SHARE;
      busy[lane]--;
      const left = (running.get(person) ?? 1) - 1;
      if (left === 0) running.delete(person);
      else running.set(person, left);
      startNext();
    };
  };

  /** Waits for this person's turn. @returns what gives the slot back */
  const turn = (person: string, lane: Lane): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const line = lines.get(person) ?? [];
      const late = () => {
        line.splice(line.indexOf(entry), 1);
        if (line.length === 0) lines.delete(person);
        waiting--;
        reject(tooBusy(waiting + busy.quick + busy.slow));
      };
      const timer = setTimeout(late, limits.longestWaitMs);
      const entry: Waiting = {
        lane,
        start: () => {
          clearTimeout(timer);
          // Taken in this very turn of the event loop, before anybody else looks whether it is free.
          resolve(take(person, lane));
        },
        decline: error => {
          clearTimeout(timer);
          reject(error);
        },
      };
      line.push(entry);
      lines.set(person, line);
      waiting++;
    });

  return {
    get waiting() {
      return waiting;
    },
    run: async (person, work, lane = 'quick') => {
      if (closed) throw closed;
      const own = lines.get(person)?.length ?? 0;
      const isTurn = isFree(person, lane) && own === 0;
      if (!isTurn && own >= limits.waitingPerPerson) throw tooManyOfYours(own);
      if (!isTurn && waitFor(person, lane) > limits.longestWaitMs)
        throw tooBusy(waiting + busy.quick + busy.slow);
      const giveBack = isTurn ? take(person, lane) : await turn(person, lane);
      try {
        return await work();
      } finally {
        giveBack();
      }
    },
    close: error => {
      closed = error;
      const all = [...lines.values()].flat();
      lines.clear();
      waiting = 0;
      for (const { decline } of all) decline(error);
    },
  };
}
