import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** Does the work of one request under an id of its own, which all log lines about it have. */
export const withRequestId = <T>(work: () => Promise<T>): Promise<T> =>
  current.run(randomUUID().slice(0, 8), work);

/** The id of the request that is being worked on; undefined outside of one. */
export const requestId = (): string | undefined => current.getStore();
