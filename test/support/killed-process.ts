import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { built } from './built.js';
import { WRITING_STEPS } from './killed-steps.js';

const CHILD = built('test/support/source-child.ts');

/** How many processes are killed of each source. SOURCE_KILLS=100 has it proven more thoroughly. */
export const KILLS = Number(process.env.SOURCE_KILLS ?? 2);
/** With fewer kills, they need not have met every stage; with still fewer, nothing is said of them. */
const ENOUGH = 40;
const FEW = 6;

/** What a process may have been doing when it was killed. */
const STAGES = ['nothing stored', 'within a transaction', 'at a commit', 'a part stored'] as const;
type Stage = (typeof STAGES)[number];

/** @param steps as the process said them (source-child.ts) */
function stageOf(steps: readonly string[]): Stage {
  const last = steps.at(-1);
  if (last === 'writing') return 'within a transaction';
  if (last === 'committing') return 'at a commit';
  // The first that it writes is that it holds the source.
  return steps.filter(step => step === 'written').length > 1 ? 'a part stored' : 'nothing stored';
}

/** Steps that a run is taken to have until one was seen to its end. */
const FIRST_GUESS = 40;
/** So many more, where a run was longer than was known. */
const MORE = 10;
/** The golden section spreads points evenly over a run, however many there are. */
const GOLDEN = 0.618_033_988_75;
/** A process that goes on is killed so long after a step at most. */
const LATEST_MS = 120;

/** Steps of a run, or only those that write, and how many there were when one was last seen to its end. */
interface Steps {
  readonly count: (steps: readonly string[]) => number;
  length: number;
}

/**
 * Kills processes that read a source, at points that move over the whole length of a run: every other one
 * while it stands still at a step that writes, the others a moment after any step.
 */
export class Killer {
  /** The next process, which has loaded its program and waits. */
  #waiting: ChildProcess | undefined;
  #runs = 0;
  readonly #any: Steps = { count: steps => steps.length, length: FIRST_GUESS };
  readonly #writing: Steps = {
    count: steps => steps.filter(step => WRITING_STEPS.has(step)).length,
    length: FIRST_GUESS,
  };
  readonly #killed = new Map<Stage, number>();

  constructor(private readonly store: string) {}

  get killed(): number {
    return [...this.#killed.values()].reduce((sum, n) => sum + n, 0);
  }

  /** How many runs were begun. */
  get runs(): number {
    return this.#runs;
  }

  /** Whether enough were killed, or so many ended before that it comes to nothing. */
  get isOver(): boolean {
    return this.killed >= KILLS || this.#runs >= 3 * KILLS;
  }

  /** Has a process read the source, and kills it on its way; it may end before. */
  async killOne(now: Date): Promise<void> {
    const child = this.#waiting ?? this.#start();
    this.#waiting = this.#start();
    const standsStill = ++this.#runs % 2 === 0;
    const kind = standsStill ? this.#writing : this.#any;
    const wanted = 1 + Math.floor(((this.#runs * GOLDEN) % 1) * kind.length);
    const steps: string[] = [];
    const ended = new Promise(resolve => child.on('close', resolve));
    const reached = new Promise<void>(resolve => {
      if (!child.stdout) throw new Error('The process says nothing.');
      createInterface({ input: child.stdout }).on('line', step => {
        steps.push(step);
        if (kind.count(steps) >= wanted) resolve();
      });
    });
    child.stdin?.write(`${now.toISOString()} ${standsStill ? wanted : ''}\n`);
    await Promise.race([ended, reached.then(() => wait(standsStill ? 0 : (this.#runs * 37) % LATEST_MS))]);
    const wasRunning = child.exitCode === null && child.signalCode === null;
    child.kill('SIGKILL');
    await ended;
    this.#note(steps, wasRunning && steps.at(-1) !== 'done');
  }

  /** Expects that processes were killed, and at every stage. @param name of what they read */
  expectAllStages(name: string): void {
    expect(this.killed).toBe(KILLS);
    if (KILLS < FEW) return;
    const stages = [...this.#killed].map(([stage, times]) => `${stage} ${times}`).join(', ');
    console.log(`${name}: ${this.killed} of ${this.#runs} processes were killed: ${stages}`);
    if (KILLS < ENOUGH) return;
    expect(new Set(this.#killed.keys())).toEqual(new Set(STAGES));
  }

  stop(): void {
    this.#waiting?.kill('SIGKILL');
  }

  #note(steps: readonly string[], wasKilled: boolean): void {
    for (const kind of [this.#any, this.#writing]) {
      const length = kind.count(steps);
      if (!wasKilled) kind.length = length;
      // It was longer than was known.
      else if (length >= kind.length) kind.length = length + MORE;
    }
    if (!wasKilled) return;
    const stage = stageOf(steps);
    this.#killed.set(stage, (this.#killed.get(stage) ?? 0) + 1);
  }

  #start(): ChildProcess {
    return spawn(process.execPath, [CHILD, this.store, 'web'], { stdio: ['pipe', 'pipe', 'ignore'] });
  }
}
