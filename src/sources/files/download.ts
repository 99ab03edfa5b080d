import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SourceError } from '../errors.js';
import { tooLarge } from '../limit.js';
import type { ArrivedFile, KnownFiles, SourceContext } from '../source.js';

/** The whole file. */
export const LONGEST_MS = 10 * 60_000;

/** A file that was fetched into a folder of its own. */
export interface Downloaded {
  readonly path: string;
  readonly folder: string;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** Nobody takes so long over a file: a process that was killed has left it. */
const LEFT_MS = 24 * 60 * 60_000;

/** Removes what processes that were killed had fetched: it holds sales, and perhaps customers. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > LEFT_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Writes a stream to a file of this name, within the limits of size. @throws SourceError */
export async function download(
  stream: Readable,
  name: string,
  { folder, mostBytes }: Pick<SourceContext, 'folder' | 'mostBytes'>,
): Promise<Downloaded> {
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  const own = await mkdtemp(join(folder, 'fetched-'));
  const path = join(own, name);
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      bytes += part.length;
      hash.update(part);
      done(bytes > mostBytes ? tooLarge(mostBytes) : null, part);
    },
  });
  try {
    await pipeline(stream, counted, createWriteStream(path, { mode: 0o600 }));
    return { path, folder: own, hash: hash.digest('hex') };
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (error instanceof SourceError) throw error;
    throw new SourceError('The file broke off while it was fetched.', 'It is tried again by itself.');
  }
}

/** A file that lies on another machine. */
export interface RemoteFile {
  /** As people know it, and as it is noted. */
  readonly name: string;
  /** Changes when the file does. */
  readonly version: string;
  readonly bytes: number;
  /** What it is called on this machine; the end of its name unless given. */
  readonly savedAs?: string;
  /** Called with what came of it and where it lies, if it was fetched. */
  readonly done?: (outcome: 'loaded' | 'refused', report: string, path: string | undefined) => Promise<void>;
  /** Opens it, uses its content, and closes what was opened. */
  readonly read: (use: (content: Readable) => Promise<void>, signal: AbortSignal) => Promise<void>;
}

/**
 * Files of another machine that are new or have changed, each fetched when its turn comes. None is moved or
 * changed there.
 */
export const arriving = (
  files: readonly RemoteFile[],
  known: KnownFiles,
  context: Pick<SourceContext, 'folder' | 'mostBytes'>,
): ArrivedFile[] =>
  files
    .filter(file => known.get(file.name)?.version !== file.version)
    .map(file => {
      let fetched: Downloaded | undefined;
      return {
        name: file.name,
        version: file.version,
        fetch: async signal => {
          if (file.bytes > context.mostBytes) throw tooLarge(context.mostBytes, file.bytes);
          const limit = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
          await file.read(async content => {
            fetched = await download(content, fileName(file.savedAs ?? file.name), context);
          }, limit);
          return fetched?.path;
        },
        done: async (outcome, report) => file.done?.(outcome, report, fetched?.path),
        release: async () => {
          if (fetched) await rm(fetched.folder, { recursive: true, force: true });
        },
      };
    });

/** A name that is safe on this machine. */
export const fileName = (name: string): string =>
  (name.split('/').at(-1) ?? '').replace(/[^\p{L}\p{M}\d._ -]+/gu, '').replace(/^\.+/, '') || 'file.csv';
