import { existsSync } from 'node:fs';

/**
 * The path of a large real file that lies beside some checkouts. Only the tests in test/shared-data use
 * these, and they are part of a run only if the folder is there (vitest.config.ts).
 */
export function sharedFile(path: string): string {
  const full = `${process.env.SHOPKEEPER_SHARED_DATA}/${path}`;
  if (!existsSync(full))
    throw new Error(`${full} is missing: set SHOPKEEPER_SHARED_DATA to the folder of it`);
  return full;
}
