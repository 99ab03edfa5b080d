import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Breach } from './breach.js';

/** A path as pages name it: `src/core/errors.ts`, `docs/`. One with a star or a placeholder is a pattern. */
const NAMED = /(?<![\w./<>*-])(?:src|test|docs|walls|migrations|seeds|[.]ci|[.]github)\/[\w./<>*{},@-]*/g;
/** A file of a room, named without `src/`: `store/engine/bulk.ts`. */
const IN_A_ROOM =
  /`((?:core|models|store|ingest|measures|segments|query|answering|analyses|language|charts|digest|sources|jobs|access|app|config|surfaces|playground)\/[\w./-]+)`/g;
const LINK = /\]\(([^)#\s]+)(?:#[^)]*)?\)/g;
const IS_PATTERN = /[<>*{}]|NAME|your-/;

/**
 * Paths and links in the Markdown pages that lead nowhere. CHANGELOG.md is left out: it tells what was.
 * @param root the top of the project
 */
export const deadPaths = (root: string): Breach[] =>
  pagesOf(root).flatMap(page =>
    readFileSync(join(root, page), 'utf8')
      .split('\n')
      .flatMap((line, i) => deadIn(root, page, line).map(path => breach(`${page}:${i + 1}`, path))),
  );

const pagesOf = (root: string) =>
  ['', 'docs', 'test', 'src', '.github'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: folder !== '', encoding: 'utf8' })
      .filter(name => name.endsWith('.md') && name !== 'CHANGELOG.md')
      .map(name => join(folder, name)),
  );

function deadIn(root: string, page: string, line: string): string[] {
  const named = Array.from(line.matchAll(NAMED), ([path]) => path.replace(/[.,]+$/, ''));
  const inRooms = Array.from(line.matchAll(IN_A_ROOM), ([, path = '']) => `src/${path}`);
  const links = Array.from(line.matchAll(LINK), ([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .map(target => join(dirname(page), target));
  return [...named, ...inRooms, ...links].filter(
    path => !IS_PATTERN.test(path) && !existsSync(join(root, path)),
  );
}

const breach = (at: string, path: string): Breach => ({
  wall: 'pages-name-what-is-there',
  holds: true,
  at,
  what: `names ${path}, which does not exist`,
});
