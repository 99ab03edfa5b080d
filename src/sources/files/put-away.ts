import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

/**
 * Moves a file into a folder (`done` or `refused`), with the rows that were refused and the report beside it.
 * Where that is not possible it stays: what came of it is noted in the store.
 */
export async function putAway(path: string, folder: string, report?: string): Promise<void> {
  const name = basename(path);
  try {
    await mkdir(folder, { recursive: true });
    const free = await freeName(folder, name);
    await move(path, join(folder, free));
    await move(`${path}.refused.csv`, join(folder, `${free}.refused.csv`)).catch(() => {});
    if (report !== undefined) await writeFile(join(folder, `${free}.txt`), `${report}\n`);
  } catch {
    // It was noted: the file is not loaded again.
  }
}

/** Also from one disk to another. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyFile(from, to);
    await rm(from);
  }
}

async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set(await readdir(folder));
  const end = extname(name);
  for (let i = 1; ; i++) {
    const free = i === 1 ? name : `${basename(name, end)} (${i})${end}`;
    if (!taken.has(free)) return free;
  }
}
