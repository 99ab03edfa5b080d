import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allQuestions } from '../../src/analyses/registry.js';
import { AUDIENCE_FORMATS } from '../../src/answering/audiences/known-formats.js';
import { examplesOf, type Family } from '../../src/answering/declaration.js';
import type { ChartKindDrawing } from '../../src/charts/kind.js';
import type { RuleSet } from '../../src/core/answer/finding-rules.js';
import { capital } from '../../src/core/answer/format.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { discover } from '../../src/core/files/discover.js';
import { PARTS } from '../../src/digest/compose/parts.js';
import type { FileFormat } from '../../src/ingest/read/table.js';
import { listProfiles } from '../../src/ingest/understand/profiles/find-profile.js';
import { examineMap } from '../../src/segments/maps/cells.js';
import { shippedMaps } from '../../src/segments/maps/maps.js';
import { scorings } from '../../src/segments/scoring/method.js';
import { SEGMENTATION_OPTIONS } from '../../src/segments/segmentation/options.js';
import { SOURCE_KINDS } from '../../src/sources/open.js';
import { code, table } from './markdown.js';
import * as query from './query-tables.js';

/** A table in the docs that lists what the code has, in the words with which the code declares it. */
export interface WrittenTable {
  /** The page, from the root of the project. */
  readonly page: string;
  /** What its comments call it. */
  readonly name: string;
  markdown(): string | Promise<string>;
}

const SOURCE = new URL('../../src/', import.meta.url);

/** Every table that `npm run docs` writes. */
export const TABLES: readonly WrittenTable[] = [
  { page: 'docs/questions.md', name: 'questions about sales', markdown: () => questions('sales') },
  { page: 'docs/segments.md', name: 'questions about segments', markdown: () => questions('segment') },
  {
    page: 'docs/segments.md',
    name: 'options',
    markdown: () =>
      table(
        ['option', 'what it sets'],
        SEGMENTATION_OPTIONS.map(({ example, summary }) => [code(example), summary]),
      ),
  },
  {
    page: 'docs/segments.md',
    name: 'ways of scoring',
    markdown: () =>
      table(
        ['scoring', 'what it does', 'equal values'],
        [...scorings.values()].map(({ name, summary, splitsTies }) => [
          code(name),
          summary,
          splitsTies ? 'split by customer id' : 'stay together',
        ]),
      ),
  },
  {
    page: 'docs/segments.md',
    name: 'maps',
    markdown: () =>
      table(
        ['map', 'segments, from the best', 'left over', 'where it comes from'],
        shippedMaps().map(map => [
          code(map.name),
          map.segments.map(segment => segment.title).join(', '),
          String(examineMap(map).leftOver.length),
          map.source,
        ]),
      ),
  },
  {
    page: 'docs/digest.md',
    name: 'parts',
    markdown: () =>
      table(
        ['part', 'what it shows'],
        PARTS.map(({ name, description }) => [code(name), description]),
      ),
  },
  {
    page: 'docs/sources.md',
    name: 'sources',
    markdown: () =>
      table(
        ['kind', 'reads'],
        [...SOURCE_KINDS.values()].map(({ name, summary }) => [code(name), summary]),
      ),
  },
  {
    page: 'docs/audiences.md',
    name: 'audience formats',
    markdown: () =>
      table(
        ['for', 'tool', 'columns', 'documented at'],
        [...AUDIENCE_FORMATS.values()].map(({ name, title, columns, source }) => [
          code(`for:${name}`),
          title,
          Object.keys(columns).map(code).join(', '),
          source,
        ]),
      ),
  },
  { page: 'docs/charts.md', name: 'kinds of charts', markdown: chartKinds },
  { page: 'docs/ingest.md', name: 'formats', markdown: formats },
  { page: 'docs/ingest.md', name: 'exports', markdown: knownExports },
  { page: 'docs/findings.md', name: 'rules', markdown: findings },
  { page: 'docs/query.md', name: 'measures', markdown: query.measures },
  { page: 'docs/query.md', name: 'computed fields', markdown: query.computedFields },
  { page: 'docs/query.md', name: 'filters on lines', markdown: query.lineFilters },
  { page: 'docs/query.md', name: 'conditions on customers', markdown: query.customerConditions },
  { page: 'docs/query.md', name: 'texts that become queries', markdown: query.inWords },
  { page: 'docs/query.md', name: 'texts that become named questions', markdown: query.shortened },
  { page: 'docs/query.md', name: 'follow-ups', markdown: query.followUps },
];

/** The day before which the years of examples lie, so that the docs do not change with the clock. */
const EXAMPLE_DAY = dayFromIso('2025-12-31');

async function questions(family: Family): Promise<string> {
  const ofFamily = (await allQuestions()).filter(question => question.family === family);
  return table(
    ['ask', 'to learn'],
    ofFamily.map(question => [examplesOf(question, EXAMPLE_DAY).map(code).join(', '), question.summary]),
  );
}

async function chartKinds(): Promise<string> {
  const kinds = await discover<ChartKindDrawing>(new URL('charts/kinds/', SOURCE));
  return table(
    ['kind', 'what it shows'],
    kinds.map(({ kind, summary }) => [code(kind), summary]),
  );
}

async function formats(): Promise<string> {
  const all = await discover<FileFormat>(new URL('ingest/read/formats/', SOURCE));
  return table(
    ['format', 'which files'],
    all.sort((a, b) => b.priority - a.priority).map(({ name, summary }) => [capital(name), summary]),
  );
}

/** A question's `findings.ts`, or rules of something else under a name that ends with it. */
const HAS_RULES = /^(analyses|answering)\/.*\/findings\.ts$|-findings\.ts$/;

/** The rules of every file that has some, in the order of their headings. */
async function findings(): Promise<string> {
  const files = readdirSync(fileURLToPath(SOURCE), { recursive: true, encoding: 'utf8' })
    .filter(file => HAS_RULES.test(file))
    .map(file => import(new URL(file, SOURCE).href) as Promise<{ default: RuleSet<never> }>);
  const sets = (await Promise.all(files)).map(module => module.default);
  return sets
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ title, rules }) => {
      const rows = rules.map(rule => [rule.name, rule.kind, rule.when]);
      return `## ${title}\n\n${table(['rule', 'says an', 'when'], rows)}`;
    })
    .join('\n\n');
}

async function knownExports(): Promise<string> {
  const profiles = [...(await listProfiles())].sort((a, b) => a.name.localeCompare(b.name));
  return table(
    ['export', 'what counts as revenue', 'what is left out'],
    profiles.map(({ name, documentation }) => [name, documentation.revenue, documentation.leftOut]),
  );
}
