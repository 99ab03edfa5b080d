import type { Knex } from 'knex';
import type { Dimension } from '../../store/tables/dimensions.js';
import { copyReplacedLines, putAside, replacedBy } from '../../store/tables/order-lines.js';
import type { OvertakenLoad } from './earlier-loads.js';
import { excludeLines } from './reconcile.js';

/** The last load of a content that is loaded again, and the statuses that the shop excludes. */
export interface LoadedBefore extends OvertakenLoad {
  readonly excludedStatuses: readonly string[];
}

/** Where lines are added: the load's number, and the first line number that is free. */
interface Target {
  readonly ingestId: number;
  readonly nextLine: number;
}

/**
 * The first order of a file that is loaded again, and that continued the order before when it was loaded last: only the lines
 * that this file brought give way. Those of the file before stay if they still stand; if a later file replaced the whole order,
 * they come back, as lines of this load.
 * @returns the next line number that is free; undefined if the order had no lines of another file, so that it is replaced
 */
export async function continueAgain(
  trx: Knex,
  dimensions: readonly Dimension[],
  order: number,
  last: LoadedBefore,
  { ingestId, nextLine }: Target,
): Promise<number | undefined> {
  const before = await replacedBy(trx, order);
  const own = before.find(lines => lines.ingestId === last.id);
  const others = before.filter(l => l.ingestId !== last.id && l.replacedBy === own?.replacedBy);
  if (!own || others.length === 0) return undefined;
  if (own.replacedBy === null) {
    await putAside(trx, dimensions, [order], ingestId, last.id);
    return nextLine;
  }
  await putAside(trx, dimensions, [order], ingestId);
  const free = await copyReplacedLines(trx, dimensions, {
    order,
    replacedBy: own.replacedBy,
    except: last.id,
    ingestId,
    nextLine,
  });
  await excludeLines(trx, dimensions, last.excludedStatuses, ` and order_id = ${order}`);
  return free;
}
