import { type Clustered, type Clusters, clustersOf } from './figures.js';

/** What the thread does that finds clusters: everybody's figures in, clusters out. */
export default function findClusters({
  scored,
  wanted,
}: {
  scored: Clustered;
  wanted: number | undefined;
}): Promise<Clusters | undefined> {
  return clustersOf(scored, wanted);
}
