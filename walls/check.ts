import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Breach } from './breach.js';
import { folderCycles } from './folders.js';
import { readImports } from './imports.js';
import { loadedBreaches, loadedBy } from './loaded.js';
import { deadPaths } from './paths.js';
import { type Sizes, sizesOf } from './sizes.js';
import { sourceBreaches } from './source.js';
import { readSource } from './tree.js';

export interface Checked {
  /** Of walls that hold, and of those that are planned. */
  readonly breaches: readonly Breach[];
  readonly sizes: Sizes;
}

/** Checks every wall in the project at `root`, the paths that its pages name, and its sizes. */
export async function checkProject(root: string): Promise<Checked> {
  const { breaches, edges } = await readImports(root);
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(name => /[.]tsx?$/.test(name))
    .map(name => readSource(root, `src/${name}`));
  const loaded = sources.flatMap(source => loadedBy(root, source));
  return {
    breaches: [
      ...breaches,
      ...folderCycles([...edges, ...loaded]),
      ...loadedBreaches(loaded, edges),
      ...sources.flatMap(sourceBreaches),
      ...deadPaths(root),
    ],
    sizes: sizesOf(sources),
  };
}
