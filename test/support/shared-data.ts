import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where real sales files with independently computed figures lie, beside a checkout; the project has none itself. */
const FOLDER =
  process.env.SHOPKEEPER_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The path of a real file; undefined, with a word on the console, where it is not on this machine. */
export function sharedFile(path: string): string | undefined {
  const full = `${FOLDER}/${path}`;
  if (existsSync(full)) return full;
  console.warn(`skipped: ${path} is not here (set SHOPKEEPER_SHARED_DATA to the folder that holds it)`);
  return undefined;
}
