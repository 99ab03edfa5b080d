import { performance } from 'node:perf_hooks';
import { ShopkeeperError } from '../errors.js';

/** Has questions computed and drawn a few at a time, in turns by person. */
export interface QuestionQueue {
  /**
   * Does the work when it is this person's turn.
   * @throws ShopkeeperError if it would wait too long, if the person has too many waiting already, or once closed
   */
  run<T>(person: string, work: () => Promise<T>): Promise<T>;
  /** How many wait for their turn. */
  readonly waiting: number;
  /** Begins nothing more; those that wait and those that come fail with this error. */
  close(error: Error): void;
}

export interface QueueLimits {
  /** Computed and drawn at a time. */
  readonly slots: number;
  /** Of them, for one person. */
  readonly slotsPerPerson: number;
  /** Waiting for one person; one more is declined. */
  readonly waitingPerPerson: number;
  /** What would wait longer is declined at once; what does wait longer, then. Milliseconds. */
  readonly longestWaitMs: number;
}

export const usualLimits = (chartWorkers: number): QueueLimits => ({
  slots: chartWorkers + 2,
  slotsPerPerson: Math.max(1, chartWorkers),
  waitingPerPerson: 20,
  longestWaitMs: 25_000,
});

interface Waiting {
  readonly start: () => void;
  readonly decline: (error: Error) => void;
}

/** Before anything was measured. */
const USUAL_DURATION_MS = 400;
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
  let busy = 0;
  let waiting = 0;
  let averageMs = USUAL_DURATION_MS;
  let closed: Error | undefined;

  /** Turns before one more of this person's, each person's questions taking turns with the others'. */
  const turnsBefore = (person: string): number => {
    const own = lines.get(person)?.length ?? 0;
    let turns = own;
    for (const [other, line] of lines) if (other !== person) turns += Math.min(line.length, own + 1);
    return turns;
  };

  const startNext = (): void => {
    for (const [person, line] of lines) {
      if (busy >= limits.slots) return;
      if ((running.get(person) ?? 0) >= limits.slotsPerPerson) continue;
      const next = line.shift();
      lines.delete(person);
      // Behind everybody else until the next turn.
      if (line.length > 0) lines.set(person, line);
      if (next) {
        waiting--;
        next.start();
      }
    }
  };

  const perform = async <T>(person: string, work: () => Promise<T>): Promise<T> => {
    busy++;
    running.set(person, (running.get(person) ?? 0) + 1);
    const start = now();
    try {
      return await work();
    } finally {
      averageMs += (now() - start - averageMs) * NEW_SHARE;
      busy--;
      const left = (running.get(person) ?? 1) - 1;
      if (left === 0) running.delete(person);
      else running.set(person, left);
      startNext();
    }
  };

  const turn = (person: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const line = lines.get(person) ?? [];
      const settle = (finish: () => void) => () => {
        clearTimeout(timer);
        finish();
      };
      const entry: Waiting = { start: settle(resolve), decline: error => settle(() => reject(error))() };
      const timer = setTimeout(() => {
        const at = line.indexOf(entry);
        if (at < 0) return;
        line.splice(at, 1);
        if (line.length === 0) lines.delete(person);
        waiting--;
        reject(tooBusy(waiting + busy));
      }, limits.longestWaitMs);
      line.push(entry);
      lines.set(person, line);
      waiting++;
    });

  return {
    get waiting() {
      return waiting;
    },
    run: async (person, work) => {
      if (closed) throw closed;
      const own = lines.get(person)?.length ?? 0;
      const isFree = busy < limits.slots && (running.get(person) ?? 0) < limits.slotsPerPerson && own === 0;
      if (!isFree) {
        if (own >= limits.waitingPerPerson) throw tooManyOfYours(own);
        const wait = ((turnsBefore(person) + 1) * averageMs) / limits.slots;
        if (wait > limits.longestWaitMs) throw tooBusy(waiting + busy);
        await turn(person);
      }
      return perform(person, work);
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
