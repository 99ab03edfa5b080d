import { z } from 'zod';
import { describeError, ShopkeeperError } from '../core/errors.js';
import { addNews } from '../store/tables/source-news.js';
import { filesOfSource, noteFile, noteSource, sourceNamed } from '../store/tables/sources.js';
import { SourceError } from './errors.js';
import type { FilesTaken, Running, RunWishes } from './running.js';
import type { ArrivedFile, FileSource } from './source.js';

/**
 * Loads the files of a source that are whole and new, one after another, as `shopkeeper ingest` does. One
 * that is refused is not tried again until it changes.
 * @throws SourceError, TakenOver
 */
export async function takeFiles(
  running: Running,
  opened: FileSource,
  wishes: RunWishes,
): Promise<FilesTaken> {
  const { shop, source, signal } = running;
  const known = new Map((await filesOfSource(shop.store, source.name)).map(f => [f.name, f]));
  const loaded: string[] = [];
  const refused: { name: string; reason: string }[] = [];
  for (const file of await opened.files(known, signal)) {
    try {
      signal.throwIfAborted();
      const path = await fetched(file, signal);
      if (path === undefined) continue;
      const { outcome, report } =
        typeof path === 'string'
          ? await taken(running, path, wishes)
          : ({ outcome: 'refused', report: describeError(path) } as const);
      if (outcome === 'loaded') loaded.push(file.name);
      else refused.push({ name: file.name, reason: report });
      const at = shop.now().toISOString();
      const { name, version } = file;
      await running.write(async trx => {
        await noteFile(trx, source.name, { name, version, outcome, at });
        if (outcome === 'refused')
          await addNews(trx, { source: source.name, text: refusedText(source.name, name, report) });
      });
      await file.done?.(outcome, report);
    } finally {
      await file.release?.();
    }
  }
  return { loaded, refused };
}

/** What whoever runs Shopkeeper is told, once: nobody may look at what a run by itself has printed. */
const refusedText = (source: string, file: string, report: string): string =>
  `The file ${file} of the source ${source} was refused. ${report.replace(/\s*\n\s*/g, ' ')}`;

/** Where a file lies once it is fetched; or why it cannot be, if the others may be. */
async function fetched(file: ArrivedFile, signal: AbortSignal): Promise<string | SourceError | undefined> {
  try {
    return await file.fetch(signal);
  } catch (error) {
    if (error instanceof SourceError && error.isOfFile) return error;
    throw error;
  }
}

/** Loads one file. @returns what was loaded, or why it was refused */
async function taken(
  running: Running,
  path: string,
  { newColumns }: RunWishes,
): Promise<{ readonly outcome: 'loaded' | 'refused'; readonly report: string }> {
  const { shop, source } = running;
  try {
    if (source.settings.holds === 'rates') {
      const report = await running.write(trx => shop.takeRates(trx, path, source.name));
      return { outcome: 'loaded', report };
    }
    const header = await shop.headerOf(path);
    const { state } = (await sourceNamed(shop.store, source.name)) ?? source;
    const shapes: readonly string[][] = state === null ? [] : shapesSchema.parse(JSON.parse(state));
    const known = shapes.some(shape => isSame(shape, header));
    if (!known && shapes.length > 0 && !newColumns)
      throw otherColumns(source.name, shapes.at(-1) ?? [], header);
    const report = await shop.ingest(path);
    if (!known)
      await running.write(trx =>
        noteSource(trx, source.name, { state: JSON.stringify([...shapes, header]) }),
      );
    return { outcome: 'loaded', report };
  } catch (error) {
    // A store that fails, or a defect, is no fault of the file.
    if (!(error instanceof ShopkeeperError) || error.name === 'StoreError') throw error;
    return { outcome: 'refused', report: describeError(error) };
  }
}

/** The columns of the files that were loaded. */
const shapesSchema = z.array(z.array(z.string()));

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

function otherColumns(name: string, before: readonly string[], now: readonly string[]): ShopkeeperError {
  const [gone, added] = [before.filter(c => !now.includes(c)), now.filter(c => !before.includes(c))];
  const named = (columns: readonly string[]) => columns.map(c => `"${c}"`).join(', ');
  return new ShopkeeperError(
    [
      'Its columns are not those of the files before.',
      gone.length > 0 ? `Missing: ${named(gone)}.` : '',
      added.length > 0 ? `New: ${named(added)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    `See how it would be read (shopkeeper ingest FILE --dry-run). If that is right, put it back and run ` +
      `shopkeeper sources run ${name} --new-columns`,
  );
}
