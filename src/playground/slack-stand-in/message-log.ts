import type { Posted } from './posted.js';

/** All messages of the workspace in the order they were posted, with listeners for new ones. */
export class MessageLog {
  readonly posted: Posted[] = [];
  /** The clock that messages show the time of; that of their timestamps unless it is set. */
  clock: (() => Date) | undefined;
  readonly #listeners = new Set<(posted: Posted) => void>();

  /** @param posted without `ts` for a message that is posted now */
  add(posted: Omit<Posted, 'ts'> & { readonly ts?: string }): Posted {
    const at = this.clock && { at: this.clock().getTime() };
    const message = { ...posted, ...at, ts: posted.ts ?? timestampNow() };
    this.posted.push(message);
    for (const listener of [...this.#listeners]) listener(message);
    return message;
  }

  /**
   * Changes the first matching message, which listeners hear of like of a new one. @returns false if none
   * is
   */
  change(matches: (posted: Posted) => boolean, changes: Pick<Posted, 'text' | 'blocks'>): boolean {
    const index = this.posted.findIndex(matches);
    const message = this.posted[index];
    if (!message) return false;
    const changed = { ...message, ...changes };
    this.posted[index] = changed;
    for (const listener of [...this.#listeners]) listener(changed);
    return true;
  }

  /** Removes the first matching message. @returns false if there is none */
  remove(matches: (posted: Posted) => boolean): boolean {
    const index = this.posted.findIndex(matches);
    if (index < 0) return false;
    this.posted.splice(index, 1);
    return true;
  }

  /** Calls the listener for each new message. @returns a function that stops it */
  onPosted(listener: (posted: Posted) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for the next matching message. @param onTimeout makes the error message */
  next(matches: (posted: Posted) => boolean, timeoutMs: number, onTimeout: () => string): Promise<Posted> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(onTimeout()));
      }, timeoutMs);
      const stop = this.onPosted(posted => {
        if (!matches(posted)) return;
        clearTimeout(timer);
        stop();
        resolve(posted);
      });
    });
  }
}

/** The current time as Slack writes a message's timestamp: seconds with six decimals. */
const timestampNow = (): string =>
  `${Math.floor(Date.now() / 1000)}.${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
