import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { plural } from '../../core/answer/format.js';
import { SourceError } from '../errors.js';
import { putAway } from '../files/put-away.js';
import { inOrder, isUnfinished, isWhole, LOOK_AGAIN_MS, type Look } from '../files/whole.js';
import { tooLarge, tooLargeFindings } from '../limit.js';
import type { ArrivedFile, FileSource, KnownFiles, SourceKind } from '../source.js';

interface FolderLook extends Look {
  /** Its number in the file system: another file under the same name has another one. */
  readonly inode: number;
}

export default {
  name: 'folder',
  summary: 'files that somebody puts into a folder of this machine: path=FOLDER',
  settings: z.strictObject({ path: z.string().refine(isAbsolute, 'must be a whole path, from / on') }),
  open: ({ path = '' }, { now, wait, mostBytes }): FileSource => {
    const look = async (): Promise<readonly FolderLook[]> => {
      const looks: FolderLook[] = [];
      for (const { name, isFile } of await entriesOf(path)) {
        if (!isFile || isUnfinished(name)) continue;
        const found = await stat(join(path, name)).catch(() => undefined);
        if (found) looks.push({ name, bytes: found.size, modified: found.mtimeMs, inode: found.ino });
      }
      return looks;
    };
    return {
      gives: 'files',
      check: async () => {
        const files = await look();
        const found = `The folder ${path} is there, with ${plural(files.length, 'file')} to load.`;
        return { findings: [found, ...tooLargeFindings(files, mostBytes)] };
      },
      files: async (known: KnownFiles, signal) => {
        const before = new Map((await look()).map(f => [f.name, f]));
        if (before.size === 0) return [];
        await wait(LOOK_AGAIN_MS, signal);
        const whole = (await look()).filter(file => isWhole(file, before.get(file.name), now().getTime()));
        const files: ArrivedFile[] = [];
        for (const file of whole.sort(inOrder)) {
          const version = `${file.bytes} ${file.modified} ${file.inode}`;
          const earlier = known.get(file.name);
          // It was noted, and the process ended before it was moved.
          if (earlier?.version === version) await put(path, file.name, earlier.outcome);
          else
            files.push({
              name: file.name,
              version,
              fetch: async () => {
                if (file.bytes > mostBytes) throw tooLarge(mostBytes, file.bytes);
                return join(path, file.name);
              },
              done: (outcome, report) => put(path, file.name, outcome, report),
            });
        }
        return files;
      },
    };
  },
} satisfies SourceKind;

async function entriesOf(path: string): Promise<readonly { name: string; isFile: boolean }[]> {
  try {
    return (await readdir(path, { withFileTypes: true })).map(e => ({ name: e.name, isFile: e.isFile() }));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new SourceError(
      isMissing ? `The folder ${path} is not there.` : `The folder ${path} cannot be read.`,
      isMissing
        ? 'Make it, or add the source with another path.'
        : 'Let the user that runs Shopkeeper read and write it.',
    );
  }
}

/** Moves a file to `done` or `refused`, with the report beside it. A folder that is read-only keeps it. */
const put = (path: string, name: string, outcome: string, report?: string): Promise<void> =>
  putAway(join(path, name), join(path, outcome === 'loaded' ? 'done' : 'refused'), report);
