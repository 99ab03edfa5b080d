import { loneThread } from '../../../models/lone-thread.js';
import type { Clustered, Clusters } from './figures.js';

const run = loneThread(import.meta.url);

/** `clustersOf` in a thread of its own: it computes for some hundred milliseconds at a stretch. */
export const clustersApart = (
  { recency, frequency, monetary, figures: { revenue } }: Clustered,
  wanted?: number,
): Promise<Clusters | undefined> =>
  run({ scored: { recency, frequency, monetary, figures: { revenue } }, wanted });
