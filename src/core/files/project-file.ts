import { existsSync } from 'node:fs';

/** The URL of a project file that is not code, whether this runs from source or from `dist`. */
export function projectFile(path: string): URL {
  const fromSource = new URL(`../../../${path}`, import.meta.url);
  return existsSync(fromSource) ? fromSource : new URL(`../../../../${path}`, import.meta.url);
}
