import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildInto } from '../../build/build.js';
import { BUILD, ROOT } from './built.js';

/** Another run of the same checkout may use what it built before. */
const KEPT_MS = 3_600_000;
/** What tests use of the program itself as it was compiled: it starts threads and processes. */
const FURTHER = ['src/charts/renderer.ts', 'src/app/loading/in-own-process.ts'];

/**
 * Builds the program once, before all tests, for those that run it as a process of its own: Node starts it in a
 * fraction of the time that it takes to load it from source.
 */
export default async function setup(): Promise<void> {
  const support = await readdir(join(ROOT, 'test/support'));
  const children = support.filter(file => file.endsWith('-child.ts')).map(file => `test/support/${file}`);
  const written = new Set(await buildInto(BUILD, [...FURTHER, ...children]));
  for (const entry of await readdir(join(BUILD, 'src'), { withFileTypes: true })) {
    const file = join(BUILD, 'src', entry.name);
    if (!entry.isFile() || written.has(`src/${entry.name}`)) continue;
    if (Date.now() - (await stat(file)).mtimeMs > KEPT_MS) await rm(file, { force: true });
  }
}
