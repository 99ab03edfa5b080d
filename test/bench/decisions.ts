/**
 * How sure the decisions about a file are, and how often they are right: `npx tsx test/bench/decisions.ts
 * FOLDER`.
 *
 * FOLDER has a folder for each case: a file of sales, and `expected.json` with the figures that are right.
 * Each file is read as it is, with its columns reversed, without telling names at all, and without the name
 * of one column at a time: what names and order do not say, values must. Prints a line for each decision, and
 * a table of what asking below a confidence would have caught and what it would have cost.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { answerJson } from '../../src/core/answer/answer.js';
import { isoOf } from '../../src/core/calendar/days.js';
import type { Decision, DecisionKind } from '../../src/ingest/understand/decisions/decision.js';
import type { Ask } from '../../src/ingest/understand/questions/question.js';

const figure = z.union([z.string(), z.number(), z.null()]);
const expectedSchema = z.object({
  files: z.array(z.string()),
  accept: z.array(z.object({ loads: z.record(z.string(), figure).optional() })),
});
const measureSchema = z.object({ measure: z.string(), value: figure });
type Figures = Readonly<Record<string, string | number | null | undefined>>;

/** The figures that show whether a decision was right. */
const SHOWN_BY: Readonly<Record<DecisionKind, readonly string[]>> = {
  totals: ['revenue'],
  amount: ['revenue'],
  discount: ['revenue'],
  tax: ['revenue'],
  shipping: ['revenue'],
  tip: ['revenue'],
  date: ['from', 'through'],
  dayAndMonth: ['from', 'through'],
  orders: ['orders'],
  customer: ['customers'],
  product: [],
};

interface Outcome {
  readonly variant: string;
  readonly decision: Decision;
  readonly isRight: boolean | undefined;
  /** Whether figures depend on the answer, so that it would be asked if it were not sure enough. */
  readonly matters: boolean;
}

const NOW = new Date('2026-11-26T10:00:00Z');

const AS_IT_IS = 'as it is';
/** Most of the time is spent waiting for the store. */
const AT_ONCE = 4;

/** All outcomes of a case and its variants; none for cases of several files. */
async function outcomesOf(folder: string): Promise<Outcome[]> {
  const raw = await readFile(join(folder, 'expected.json'), 'utf8').catch(() => undefined);
  if (raw === undefined) return [];
  const { files, accept } = expectedSchema.parse(JSON.parse(raw));
  const [file] = files;
  if (!file || files.length > 1) return [];
  const accepted: Figures[] = accept.flatMap(({ loads }) => (loads ? [loads] : []));
  const content = await readFile(join(folder, file));
  const found: Outcome[] = [];
  for (const [variant, text] of [[AS_IT_IS, content] as const, ...variantsOf(content, extname(file))])
    found.push(...(await outcomes(variant, text, extname(file), accepted)));
  return found;
}

/** Loads a file as it is understood, and looks at each decision. */
async function outcomes(
  variant: string,
  content: Buffer | string,
  extension: string,
  accepted: readonly Figures[],
): Promise<Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'decisions-'));
  const file = join(folder, `input${extension}`);
  await writeFile(file, content);
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'shop.sqlite')}` });
  const shop = await openShopkeeper(config, pino({ level: 'silent' }), () => NOW);
  try {
    const { explained } = await shop.understand(file, { isExplained: true });
    const first: Ask = async question => question.choices[0];
    const result = await shop.ingest(file, undefined, { ask: first });
    const sales = answerJson(await shop.ask('sales')).rows.map(row => measureSchema.parse(row));
    const came: Figures = {
      ...Object.fromEntries(sales.map(({ measure, value }): [string, Figures[string]] => [measure, value])),
      from: isoOf(result.firstDay),
      through: isoOf(result.lastDay),
    };
    return explained.map(({ decision, figures, secondFigures }) => ({
      variant,
      decision,
      isRight: isRight(decision.kind, came, accepted),
      matters: JSON.stringify(figures) !== JSON.stringify(secondFigures) && secondFigures !== undefined,
    }));
  } catch {
    return [];
  } finally {
    await shop.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function isRight(kind: DecisionKind, came: Figures, accepted: readonly Figures[]): boolean | undefined {
  const keys = SHOWN_BY[kind];
  const told = accepted.filter(a => keys.some(key => a[key] !== undefined));
  if (told.length === 0) return undefined;
  return told.some(a => keys.every(key => a[key] === undefined || isSame(a[key], came[key])));
}

const isSame = (wanted: unknown, came: unknown): boolean =>
  typeof wanted === 'number' ? Math.abs(wanted - Number(came)) < 0.006 : String(wanted) === String(came);

/** The same file with other headers, or in another order; none where it is no simple text. */
function variantsOf(content: Buffer, extension: string): [string, string][] {
  const text = content.toString('utf8');
  if (extension !== '.csv' || text.includes('"') || text.includes('\uFFFD') || text.startsWith('sep='))
    return [];
  const mark = text.includes(';') ? ';' : text.includes('\t') ? '\t' : ',';
  const rows = text.split(/\r?\n/).map(line => line.split(mark));
  const header = rows[0] ?? [];
  const renamed = (at: (i: number) => boolean) =>
    [header.map((name, i) => (at(i) ? `Field ${i + 1}` : name)), ...rows.slice(1)]
      .map(cells => cells.join(mark))
      .join('\n');
  const reversed = rows.map(cells => (cells.length === header.length ? [...cells].reverse() : cells));
  return [
    ['reversed', reversed.map(cells => cells.join(mark)).join('\n')],
    ['no names', renamed(() => true)],
    ...header.map((name, i): [string, string] => [`no name ${name}`, renamed(at => at === i)]),
  ];
}

function print(name: string, { variant, decision, isRight: right, matters }: Outcome): void {
  const chosen = decision.chosen.columns.join(' x ') || decision.chosen.how.kind;
  const mark = right === undefined ? 'unknown' : right ? 'right' : 'WRONG';
  const sure = decision.confidence.toFixed(2);
  console.log([name, variant, decision.kind, chosen, sure, mark, matters ? 'matters' : ''].join(' | '));
}

/** What asking below each confidence would have caught, and how often in vain. */
function printTable(all: readonly Outcome[]): void {
  const known = all.filter(o => o.isRight !== undefined && o.matters);
  console.log('\nasked below | wrong and asked | wrong and silent | right and asked | right and silent');
  for (let percent = 30; percent <= 95; percent += 5) {
    const isAsked = (o: Outcome) => o.decision.confidence < percent / 100;
    const count = (right: boolean, asked: boolean) =>
      known.filter(o => o.isRight === right && isAsked(o) === asked).length;
    const counts = [count(false, true), count(false, false), count(true, true), count(true, false)];
    console.log([(percent / 100).toFixed(2), ...counts].join(' | '));
  }
}

const folder = process.argv[2];
if (!folder) throw new Error('Which folder has the cases? npx tsx test/bench/decisions.ts FOLDER');
const all: Outcome[] = [];
const asIs: Outcome[] = [];
const names = (await readdir(folder)).sort();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const found = await outcomesOf(join(folder, name));
      for (const outcome of found) print(name, outcome);
      all.push(...found);
      asIs.push(...found.filter(o => o.variant === AS_IT_IS));
    }
  }),
);
for (const [what, some] of [['files as they are', asIs] as const, ['with their variants', all] as const])
  for (const kind of Object.keys(SHOWN_BY) as DecisionKind[]) {
    const own = some.filter(o => o.decision.kind === kind && o.isRight !== undefined && o.matters);
    if (own.length === 0) continue;
    console.log(`\n${what}: ${kind}, ${own.length} decisions that change figures`);
    printTable(own);
  }
