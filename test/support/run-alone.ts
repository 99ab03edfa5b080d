import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { built } from './built.js';

const CHILD = built('test/support/ingest-alone-child.ts');
/** As the command line starts Node. */
const HEAP = [
  '--max-semi-space-size=16',
  '--heap-growing-percent=50',
  '--no-allocation-site-pretenuring',
  '--expose-gc',
];

const loadedAlone = z.object({
  /** What came of one file: `3 lines`, or what the person is told. */
  said: z.string(),
  /** The most memory that the process took until then, in MiB. */
  peak: z.number(),
});

/** Loads files, one after another, in a process of its own. */
export async function ingestAlone(
  url: string,
  files: readonly string[],
): Promise<z.output<typeof loadedAlone>[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [...HEAP, CHILD, url, ...files]);
  return stdout
    .trim()
    .split('\n')
    .map(line => loadedAlone.parse(JSON.parse(line)));
}
