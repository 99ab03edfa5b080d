import type { Knex } from 'knex';

/** Turns an error of the engine into one that people can read; leaves any other error as it is. */
export type InWords = (error: unknown) => unknown;

/** Runs work whose errors of the engine are thrown in words. */
export async function inPlainWords<T>(inWords: InWords, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inWords(error);
  }
}

/**
 * Makes every statement outside a transaction fail in words, connecting included. Knex runs them all through
 * the runner that its client makes. Transactions have clients of their own: `Store.read` and `Store.write`
 * take care of them.
 */
export function speakPlainly(db: Knex, inWords: InWords): void {
  const client: Knex.Client = db.client;
  const runnerOf = client.runner;
  client.runner = function (this: Knex.Client, builder: unknown) {
    const runner: { run(): Promise<unknown> } = runnerOf.call(this, builder);
    const run = runner.run.bind(runner);
    runner.run = () => inPlainWords(inWords, run);
    return runner;
  };
}
