import { NotUnderstood } from '../core/errors.js';
import type { Query } from '../core/query/query.js';
import { segmentsAsOf } from '../segments/snapshots/as-of.js';
import type { Snapshot } from '../segments/snapshots/snapshot.js';
import type { Filter } from '../store/scope/sums.js';
import { keptBy } from './filters.js';
import { type Setting, segmentationOf } from './setting.js';

/**
 * What a query is read against where it scores a part of the shop by itself (`scored:filtered`): segments are
 * then of what its filters leave. Without that it is the same.
 * @throws NotUnderstood where there is nothing to score by itself, or a filter is not one on values
 */
export async function withOwnScores(query: Query, setting: Setting): Promise<Setting> {
  if (!query.scored) return setting;
  refuseWithoutEffect(query);
  const filters: Filter[] = [];
  for (const filter of query.where) {
    if (filter.field === 'segment') continue;
    const { filter: ofValues, mask } = await keptBy(filter, setting);
    if (mask || !ofValues)
      throw new NotUnderstood(
        'Customers are scored by themselves within values of the data (`country:France`) or customers, ' +
          `not within "${filter.field}".`,
        [],
      );
    filters.push(ofValues);
  }
  const { view, asOf } = setting;
  const segmentation = { ...segmentationOf(query, view), scoredAmong: 'filtered' as const };
  let segments: Promise<Snapshot> | undefined;
  return {
    ...setting,
    segments: () => {
      segments ??= segmentsAsOf(view, asOf, segmentation, filters);
      return segments;
    },
  };
}

function refuseWithoutEffect({ rows, by, where, who }: Query): void {
  if (!where.some(filter => filter.field !== 'segment'))
    throw new NotUnderstood(
      'A part of the shop is scored by itself where a filter says which: without one there is ' +
        'the whole shop.',
      ['segment'],
    );
  const isOfSegments =
    rows === 'customers' ||
    by.includes('segment') ||
    where.some(filter => filter.field === 'segment') ||
    JSON.stringify(who ?? {}).includes('"kind":"segment"');
  if (!isOfSegments)
    throw new NotUnderstood('Scoring a part of the shop by itself changes segments, and none is asked for.', [
      'segment',
    ]);
}
