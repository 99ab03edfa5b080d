import { existsSync } from 'node:fs';

/** A file of the project that is not code, by its path from the top; found from source and from `dist` alike. */
export function projectFile(path: string): URL {
  const fromSource = new URL(`../../../${path}`, import.meta.url);
  return existsSync(fromSource) ? fromSource : new URL(`../../../../${path}`, import.meta.url);
}
