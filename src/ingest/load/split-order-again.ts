import {
  archiveExcludedLines,
  archiveReplacedLines,
  copyReplacedLines,
  ingestsOfOrder,
} from '../../store/tables/archived-lines.js';
import type { OvertakenLoad } from './earlier-loads.js';
import type { LoadTarget } from './target.js';

/** The last load of a content that is loaded again, and the statuses that the shop excludes. */
export interface LoadedBefore extends OvertakenLoad {
  readonly excludedStatuses: readonly string[];
}

/**
 * The first order of a file that is loaded again, and that an export was split within when it was loaded
 * last: only the lines that this file brought are replaced. Those of the file before stay if they still
 * count; if a later file replaced the whole order, they are copied back, as lines of this load.
 * @returns the next line number that is free; undefined if the order had no lines of another file, so that it
 * is replaced
 */
export async function splitOrderAgain(
  { trx, dimensions, ingestId, nextLine }: LoadTarget,
  order: number,
  last: LoadedBefore,
): Promise<number | undefined> {
  const ingests = await ingestsOfOrder(trx, order);
  const ofLastLoad = ingests.find(lines => lines.ingestId === last.id);
  const ofOthers = ingests.filter(l => l.ingestId !== last.id && l.replacedBy === ofLastLoad?.replacedBy);
  if (!ofLastLoad || ofOthers.length === 0) return undefined;
  if (ofLastLoad.replacedBy === null) {
    await archiveReplacedLines(trx, dimensions, [order], ingestId, last.id);
    return nextLine;
  }
  await archiveReplacedLines(trx, dimensions, [order], ingestId);
  const nextFree = await copyReplacedLines(trx, dimensions, {
    order,
    replacedBy: ofLastLoad.replacedBy,
    except: last.id,
    ingestId,
    nextLine,
  });
  await archiveExcludedLines(trx, dimensions, last.excludedStatuses, [order]);
  return nextFree;
}
