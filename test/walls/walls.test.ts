import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Breach } from '../../walls/breach.js';
import { checkProject } from '../../walls/check.js';
import { WALLS } from '../../walls/rules.js';
import { sizesOf, tooLarge } from '../../walls/sizes.js';
import { readSource } from '../../walls/tree.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** What breaks each wall: a file that is added to a copy of the project, and its text. */
const BREACHES: Readonly<Record<string, readonly [wall: string, file: string, text: string][]>> = {
  imports: [
    ['rooms-in-order', 'src/store/tables/broken-order.ts', `import '../../ingest/ingest.js';`],
    ['rooms-in-order', 'src/language/broken-order.ts', `import type {} from '../app/computing/shop.js';`],
    ['knex-only-in-store', 'src/charts/broken-knex.ts', `import type { Knex } from 'knex';`],
    ['knex-only-in-store', 'src/charts/broken-pg.ts', `export const pg = () => import('pg');`],
    [
      'columns-have-one-door',
      'src/answering/broken-columns.ts',
      `import type { Chunk } from '../store/columns/chunk.js';`,
    ],
    [
      'connection-stays-in-store',
      'src/ingest/broken-connection.ts',
      `import { knexOf } from '../store/engine/connection.js';`,
    ],
    ['engine-knows-no-tables', 'src/store/engine/broken-table.ts', `import '../tables/orders.js';`],
    ['tables-know-no-columns', 'src/store/tables/broken-door.ts', `import '../columns/index.js';`],
    ['lines-have-one-door', 'src/store/scope/broken-lines.ts', `import '../columns/index.js';`],
    ['columns-know-no-scope', 'src/store/columns/broken-scope.ts', `import '../scope/sums.js';`],
    ['core-stands-alone', 'src/core/broken-core.ts', `import '../charts/theme.js';`],
    ['core-stands-alone', 'src/core/broken-lazy.ts', `export const t = () => import('../charts/theme.js');`],
    ['models-know-no-shop', 'src/models/broken-shop.ts', `import '../store/tables/orders.js';`],
    ['analyses-stand-alone', 'src/analyses/sales/top/broken-twin.ts', `import '../bottom/question.js';`],
    [
      'analyses-stand-alone',
      'src/analyses/sales/top/broken-far.ts',
      `import '../../segment/share/question.js';`,
    ],
    ['surfaces-are-last', 'src/app/broken-surface.ts', `import '../surfaces/cli/main.js';`],
    ['playground-wraps-slack-only', 'src/playground/broken-cli.ts', `import '../surfaces/cli/main.js';`],
    ['surfaces-stand-alone', 'src/surfaces/slack/broken-slack.ts', `import '../cli/main.js';`],
    ['computing-knows-no-slack', 'src/measures/broken-slack.ts', `import type { View } from '@slack/types';`],
    [
      'computing-knows-no-slack',
      'src/digest/compose/broken-slack.ts',
      `import '../../surfaces/slack/app.js';`,
    ],
    ['playground-is-not-shipped', 'src/app/broken-play.ts', `import '../playground/playground.js';`],
    ['no-tests-in-source', 'src/app/broken-test.ts', `import '../../test/walls/walls.test.js';`],
  ],
  cycles: [
    [
      'no-loaded-cycles',
      'src/core/broken-loader.ts',
      `export const e = () => import(new URL('./broken-loaded.js', import.meta.url).href);`,
    ],
    [
      'playground-has-one-loader',
      'src/app/broken-loads.ts',
      `export const f = new URL('../playground/playground.ts', import.meta.url);`,
    ],
    ['no-import-cycles', 'src/core/broken-a.ts', `import './broken-b.js';`],
    [
      'no-import-cycles',
      'src/core/broken-c.ts',
      `import type { D } from './broken-d.js';\nexport type C = D;`,
    ],
  ],
  sources: [
    ['no-sql-outside-store', 'src/app/broken-select.ts', `export const a = 'select day from orders';`],
    ['no-sql-outside-store', 'src/app/broken-insert.ts', 'export const b = `insert into lines values (1)`;'],
    ['no-sql-outside-store', 'src/app/broken-update.ts', `export const c = 'UPDATE lines SET day = 1';`],
    ['no-sql-outside-store', 'src/app/broken-delete.ts', `export const d = 'delete from lines';`],
    ['no-sql-outside-store', 'src/app/broken-create.ts', `export const e = 'create table lines (day int)';`],
    ['no-sql-outside-store', 'src/app/broken-raw.ts', `export const f = (x: any) => x.raw('1');`],
    [
      'no-sql-outside-store',
      'src/app/broken-builder.ts',
      `export const g = (x: any) => x.whereIn('a', [1]);`,
    ],
    [
      'no-connection-outside-store',
      'src/app/broken-db.ts',
      `export const h = (store: any) => store.db('t');`,
    ],
    ['connection-opened-by-engine', 'src/store/tables/broken-open.ts', `import knex from 'knex';`],
    ['page-stands-alone', 'src/playground/page/broken-page.tsx', `import '../playground.js';`],
  ],
};
const ALL = Object.values(BREACHES).flat();

/** The other halves, and folders that need each other though no file imports itself in a circle. */
const ADDED = [
  ['src/core/broken-loaded.ts', `import type {} from './broken-loader.js';`],
  ['src/core/broken-b.ts', `export const a = () => import('./broken-a.js');`],
  ['src/core/broken-d.ts', `import type { C } from './broken-c.js';\nexport type D = C;`],
  ['src/measures/broken-down.ts', `export const x = 1;`],
  ['src/measures/broken-up.ts', `import '../charts/broken-leaf.js';`],
  ['src/charts/broken-leaf.ts', `export const y = 1;`],
  ['src/charts/broken-root.ts', `import '../measures/broken-down.js';`],
] as const;

let root: string;
let breaches: readonly Breach[];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'shopkeeper-walls-'));
  for (const name of [
    'src',
    'migrations',
    'seeds',
    '.dependency-cruiser.mjs',
    'tsconfig.json',
    'package.json',
  ])
    cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
  const files = [...ALL.map(([, file, text]) => [file, text] as const), ...ADDED];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${text}\n`);
  }
  for (const folder of ['docs', '.github']) mkdirSync(join(root, folder));
  mkdirSync(join(root, 'test/walls'), { recursive: true });
  writeFileSync(join(root, 'test/walls/walls.test.ts'), '');
  writeFileSync(
    join(root, 'docs/page.md'),
    'See `src/core/errors.ts`, `src/gone/`, [a](page.md) and [b](gone.md#x); `src/charts/kinds/<name>.ts`.\n',
  );
  breaches = (await checkProject(root)).breaches;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each(Object.entries(BREACHES))('Broken %s are found', (_, cases) => {
  it.each(cases)('%s by %s', (wall, file) => {
    expect(breaches.filter(b => b.at.startsWith(file)).map(b => b.wall)).toContain(wall);
  });
});

it.each([
  'no-room-cycles',
  'no-folder-cycles',
])('%s whose files import nobody in a circle are found', wall => {
  const cycle = breaches.filter(b => b.wall === wall && b.at === 'src/charts');
  expect(cycle).toContainEqual(expect.objectContaining({ what: expect.stringContaining('src/measures') }));
});

it('knows of no wall that is not tried here', () => {
  const config = readFileSync(join(PROJECT, '.dependency-cruiser.mjs'), 'utf8');
  const walls = [...Object.keys(WALLS), ...Array.from(config.matchAll(/name: '([a-z-]+)'/g), m => m[1])];
  const tried = new Set([...ALL.map(([wall]) => wall), 'no-room-cycles', 'no-folder-cycles']);
  expect(walls.filter(wall => wall && !tried.has(wall))).toEqual([]);
});

it('finds paths and links in pages that lead nowhere', () => {
  const dead = breaches.filter(b => b.wall === 'pages-name-what-is-there').map(b => `${b.at} ${b.what}`);
  expect(dead).toEqual([
    'docs/page.md:1 names src/gone/, which does not exist',
    'docs/page.md:1 names docs/gone.md, which does not exist',
  ]);
});

it('names the line of what is broken', () => {
  const raw = breaches.find(b => b.at.startsWith('src/app/broken-raw.ts'));
  expect(raw).toMatchObject({ wall: 'no-sql-outside-store', at: 'src/app/broken-raw.ts:1' });
});

it('measures sizes by characters, and casts by the syntax tree', () => {
  const text = `// ${'x'.repeat(120)}\nconst a = 1 as number;\nconst b = [1] as const; // as said\n`;
  writeFileSync(join(root, 'src/sizes.ts'), text);
  expect(sizesOf([readSource(root, 'src/sizes.ts')])).toEqual({
    lines: 3,
    over110: 1,
    over120: 100 / 3,
    casts: 1000 / 3,
    filesOver300: 0,
    longLines: ['src/sizes.ts:1'],
  });
  const sizes = { lines: 9, over110: 0, over120: 2, casts: 0, filesOver300: 0, longLines: ['src/a.ts:7'] };
  expect(tooLarge(sizes)).toEqual([expect.stringMatching(/^over120 is 2, more than .*src\/a\.ts:7/)]);
});
