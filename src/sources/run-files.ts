import { describeError, ShopkeeperError } from '../core/errors.js';
import { filesOfSource, noteFile } from '../store/tables/sources.js';
import type { FilesTaken, Running } from './running.js';
import type { FileSource } from './source.js';

/**
 * Loads the files of a source that are whole and new, one after another, as `shopkeeper ingest` does. One
 * that is refused is not tried again until it changes.
 * @throws SourceError, TakenOver
 */
export async function takeFiles(running: Running, opened: FileSource): Promise<FilesTaken> {
  const { shop, source, signal } = running;
  const known = new Map((await filesOfSource(shop.store, source.name)).map(f => [f.name, f.version]));
  const loaded: string[] = [];
  const refused: { name: string; reason: string }[] = [];
  for (const file of await opened.files(known, signal)) {
    signal.throwIfAborted();
    const path = await file.fetch(signal);
    if (path === undefined) continue;
    let outcome: 'loaded' | 'refused' = 'loaded';
    let report: string;
    try {
      report = await shop.ingest(path);
      loaded.push(file.name);
    } catch (error) {
      // A store that fails, or a defect, is no fault of the file.
      if (!(error instanceof ShopkeeperError) || error.name === 'StoreError') throw error;
      report = describeError(error);
      outcome = 'refused';
      refused.push({ name: file.name, reason: report });
    }
    const at = shop.now().toISOString();
    await running.write(trx =>
      noteFile(trx, source.name, { name: file.name, version: file.version, outcome, at }),
    );
    await file.done?.(outcome, report);
  }
  return { loaded, refused };
}
