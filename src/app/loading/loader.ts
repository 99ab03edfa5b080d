import type { IngestResult, Understanding } from '../../ingest/load/result.js';
import type { Progress } from '../../ingest/understand/ingest-settings.js';
import type { IngestOptions } from '../../ingest/understand/plan.js';
import type { UndoResult } from '../../ingest/undo.js';

/** What is said of a file by somebody who is not asked while it is read. */
export type LoadOptions = Omit<IngestOptions, 'ask'>;

/** How files are looked at, loaded and taken back. */
export interface Loader {
  /** Says how files would be read; nothing is written. @throws IngestError */
  understandAll(paths: readonly string[], options?: LoadOptions): AsyncIterable<Understanding>;
  /**
   * Loads files: those that belong together as one, others one after another, each in a transaction of its
   * own. @throws IngestError
   */
  ingestAll(
    paths: readonly string[],
    onProgress?: (progress: Progress) => void,
    options?: LoadOptions,
  ): AsyncIterable<IngestResult>;
  /** Takes a load back, whatever it is of. @throws IngestError if there is none of this number */
  undo(id: number): Promise<UndoResult>;
}
