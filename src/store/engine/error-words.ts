import type { Knex } from 'knex';

/** What makes words for people of an error of the engine; it gives any other error back as it is. */
export type InWords = (error: unknown) => unknown;

/** Does something; an error of the engine is thrown in words. */
export async function inPlainWords<T>(inWords: InWords, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inWords(error);
  }
}

/**
 * Has every statement outside a transaction fail in words, the connecting for it included. Knex runs them all through the
 * runner that its client makes. Transactions have clients of their own: `Store.read` and `Store.write` do it for them.
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
