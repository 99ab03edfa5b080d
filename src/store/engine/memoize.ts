import { connectionOf } from './connection.js';
import { dataVersion } from './data-version.js';
import type { StoreReader } from './transaction.js';

/** Reads something once within a read transaction, and each time anywhere else. */
export function memoizedPerTransaction<T>(
  reader: StoreReader,
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  const { memoized } = connectionOf(reader);
  if (!memoized) return read();
  const earlier = memoized.get(key) as Promise<T> | undefined;
  const result = earlier ?? read();
  if (!earlier) memoized.set(key, result);
  return result;
}

/** Most results that a store keeps in memory; the largest are some megabytes. */
export const MOST_MEMOIZED = 14;

/**
 * Computes something once for each version of the data. The least recently used results are dropped first.
 * Callers share a result, and must not change it.
 */
export async function memoizedByDataVersion<T>(
  reader: StoreReader,
  key: string,
  compute: () => Promise<T>,
): Promise<T> {
  const version = await memoizedPerTransaction(reader, 'data version', () => dataVersion(reader));
  const { byVersion, part } = connectionOf(reader);
  const versionedKey = `${version}|${part?.key ?? ''}|${key}`;
  const earlier = byVersion.get(versionedKey) as Promise<T> | undefined;
  if (earlier) {
    try {
      return await earlier;
    } catch {
      // Somebody else's transaction, which may have ended: ours may still succeed.
    }
  }
  const result = compute();
  byVersion.set(versionedKey, result);
  result.catch(() => {
    if (byVersion.peek(versionedKey) === result) byVersion.delete(versionedKey);
  });
  return result;
}

/** Drops all results that were computed from the data, for measuring how long they take. */
export const clearMemoized = (reader: StoreReader): void => connectionOf(reader).byVersion.clear();
