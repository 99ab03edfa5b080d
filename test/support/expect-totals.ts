import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Totals } from './made-up-shop.js';
import { type FileRead, readFiles } from './read-file.js';

/** Reads files that are written for the time of the reading only, in the order they are named. */
export async function readWritten(files: Readonly<Record<string, string | Uint8Array>>): Promise<FileRead> {
  const folder = await mkdtemp(join(tmpdir(), 'made-up-'));
  try {
    const paths = Object.keys(files).map(name => join(folder, name));
    for (const [i, content] of Object.values(files).entries()) await writeFile(paths[i] ?? '', content);
    return await readFiles(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Totals to compare: without days that come to nothing, and what a file does not tell. */
export function comparable(totals: Totals, lacks: readonly string[] = []): Partial<Totals> {
  const byDay = Object.fromEntries(
    Object.entries(totals.byDay)
      .filter(([, cents]) => cents !== 0)
      .sort(),
  );
  const all = Object.entries({ ...totals, byDay });
  return Object.fromEntries(all.filter(([key]) => !lacks.includes(key)));
}
