import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { BUILD, ROOT } from './built.js';

/** The exit code of tsc if it found wrong types and wrote its output. */
const WRONG_TYPES = 2;

/**
 * Compiles the program once, before all tests, for those that run it as a process of its own: Node starts it
 * in a third of the time that it takes to load it from source.
 */
export default async function setup(): Promise<void> {
  await removeLeftovers();
  await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'tsconfig.test.json')],
    { cwd: ROOT },
  ).catch(error => {
    // With wrong types it compiles all the same; `npm run types` says which.
    if (error.code !== WRONG_TYPES) throw error;
  });
  const maps = 'src/segments/maps/shipped';
  await cp(join(ROOT, maps), join(BUILD, maps), { recursive: true });
}

/**
 * Removes what was compiled of files that are gone: parts that are found in their folder would be found there
 * still.
 */
async function removeLeftovers(): Promise<void> {
  if (!existsSync(BUILD)) return;
  for (const entry of await readdir(BUILD, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const source = join(ROOT, relative(BUILD, file)).replace(/\.js$/, '.ts');
    if (entry.isFile() && /\.(js|json)$/.test(entry.name) && !existsSync(source)) await rm(file);
  }
}
