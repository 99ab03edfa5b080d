import { dirname } from 'node:path';
import type { Breach } from './breach.js';
import type { Import } from './imports.js';
import { PLAYGROUND_LOADER, WALLS, type Wall } from './rules.js';

/**
 * Cycles among the folders of `src`, and among those one level below. A folder stands for all that is in it,
 * so `a/x > b/y > a/z` is one though no file imports itself in a circle.
 */
export const folderCycles = (edges: readonly Import[]): Breach[] => [
  ...cyclesAt(1, 'no-room-cycles', edges),
  ...cyclesAt(2, 'no-folder-cycles', edges),
];

function cyclesAt(depth: number, wall: Wall, edges: readonly Import[]): Breach[] {
  const folders = new Map<string, Map<string, Import[]>>();
  for (const edge of edges) {
    if (edge.from === PLAYGROUND_LOADER && edge.to.startsWith('src/playground/')) continue;
    const [from, to] = [folderOf(edge.from, depth), folderOf(edge.to, depth)];
    if (from === to) continue;
    const targets = folders.get(from) ?? new Map<string, Import[]>();
    folders.set(from, targets);
    targets.set(to, [...(targets.get(to) ?? []), edge]);
  }
  const isReached = new Map([...folders.keys()].map(name => [name, reachedFrom(name, folders)]));
  return [...folders].flatMap(([from, targets]) =>
    [...targets]
      .filter(([to]) => isReached.get(to)?.has(from))
      .map(([to, imports]) => ({
        wall,
        holds: WALLS[wall] !== 'planned',
        at: from,
        what: `imports ${to}, which leads back: ${listed(imports)}`,
      })),
  );
}

const folderOf = (file: string, depth: number) =>
  dirname(file)
    .split('/')
    .slice(0, depth + 1)
    .join('/');

function reachedFrom(start: string, folders: Map<string, Map<string, Import[]>>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const next of folders.get(at)?.keys() ?? [])
      if (!reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
  return reached;
}

function listed(imports: readonly Import[]): string {
  const first = imports.slice(0, 3).map(i => `${i.from} > ${i.to}`);
  return first.join(', ') + (imports.length > 3 ? `, and ${imports.length - 3} more` : '');
}
