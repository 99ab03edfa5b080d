import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Breach } from './breach.js';
import type { Import } from './imports.js';
import { PLAYGROUND_LOADER, WALLS } from './rules.js';
import { type Node, type Source, walk } from './tree.js';

/**
 * The modules that a file may load by a URL: `new URL('./worker.js', import.meta.url)`. dependency-cruiser
 * sees no
 * import in these. A folder that `discover` reads is left out: what is found there fits an interface beside
 * it.
 * @param root the top of the project
 */
export function loadedBy(root: string, { file, tree }: Source): Import[] {
  const targets: string[] = [];
  walk(tree, node => {
    const path = urlPath(node);
    if (path !== undefined) targets.push(...moduleAt(root, join(dirname(file), path)));
  });
  return targets.map(to => ({ from: file, to }));
}

/** Cycles that a loaded module closes, and anybody but its loader who loads the playground. */
export function loadedBreaches(loaded: readonly Import[], imports: readonly Import[]): Breach[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of [...imports, ...loaded]) targets.set(from, [...(targets.get(from) ?? []), to]);
  const cycles = loaded
    .filter(({ from, to }) => isReached(from, to, targets))
    .map(({ from, to }) => breach('no-loaded-cycles', from, `loads ${to}, which imports it`));
  const playground = loaded
    .filter(({ from, to }) => to.startsWith('src/playground/') && !from.startsWith('src/playground/'))
    .filter(({ from }) => from !== PLAYGROUND_LOADER)
    .map(({ from, to }) => breach('playground-has-one-loader', from, `loads ${to}`));
  return [...cycles, ...playground];
}

const breach = (
  wall: 'no-loaded-cycles' | 'playground-has-one-loader',
  at: string,
  what: string,
): Breach => ({
  wall,
  holds: WALLS[wall] === 'holds',
  at,
  what,
});

/** The relative path in `new URL(path, import.meta.url)`. */
function urlPath(node: Node): string | undefined {
  if (node.type !== 'NewExpression' || node.callee?.value !== 'URL') return undefined;
  const [path, base] = node.arguments ?? [];
  const isHere = base?.expression.type === 'MemberExpression' && base.expression.property?.value === 'url';
  const value = path?.expression.value;
  return isHere && typeof value === 'string' ? value : undefined;
}

/** The source file at a path, whose ending may be that of the build. */
function moduleAt(root: string, path: string): string[] {
  const file = path.replace(/[.]js$/, '.ts');
  return /^src\/.*[.]tsx?$/.test(file) && existsSync(join(root, file)) ? [file] : [];
}

function isReached(target: string, start: string, targets: ReadonlyMap<string, readonly string[]>): boolean {
  const reached = new Set([start]);
  for (const at of reached) for (const next of targets.get(at) ?? []) reached.add(next);
  return reached.has(target);
}
