/**
 * `npm run bench [store|answers|engines|segments|ahead|sources|load [steady]|dropped|clickhouse [kills]]
 * [LINES]`, or `npm run bench holdout NAME=FILE[,FILE...] ...`, which tells how forecasts did: how long
 * things take, on this machine in one run, as seconds and as ratios to the plain sqlite3 shell where it is
 * installed. No assertion: timings are no tests. It measures the built product.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAhead } from './ahead.js';
import { benchAnswers } from './answers.js';
import { benchClickHouse } from './clickhouse.js';
import { benchDropped } from './dropped.js';
import { benchExplained } from './explained.js';
import { printHoldouts } from './holdout.js';
import { benchLifetimeValue } from './lifetime-value.js';
import { benchLoad } from './load.js';
import { benchSegments } from './segments.js';
import { benchSideBySide } from './side-by-side.js';
import { benchSources } from './sources.js';
import { benchStore } from './store.js';

const words = process.argv.slice(2);
const lines = Number(words.find(word => /^\d+$/.test(word)) ?? 1_000_000);
const section = words.find(word => /^[a-z]+$/.test(word));

const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-bench-'));
try {
  const isAsked = (name: string) => section === undefined || section === name;
  if (isAsked('store')) await benchStore(folder, lines);
  if (isAsked('answers')) await benchAnswers(folder, lines);
  if (isAsked('ahead')) await benchAhead(folder, lines);
  // Only if it is asked for; `load steady` takes minutes.
  if (section === 'load')
    await benchLoad(
      folder,
      words.some(word => /^\d+$/.test(word)) ? lines : 500_000,
      words.includes('steady'),
    );
  // Only if it is asked for; Slack's usual limit of a file is some 500,000 lines.
  if (section === 'dropped') await benchDropped(folder, lines);
  // Only if it is asked for, of the files that are named.
  if (section === 'holdout')
    await printHoldouts(
      folder,
      words.filter(word => word.includes('=')),
    );
  // It needs clickhouse-server.
  if (section === 'clickhouse') await benchClickHouse(folder, lines, words.includes('kills'));
  // What is installed of ClickHouse and DuckDB is part of it.
  if (section === 'engines') await benchSideBySide(folder, lines);
  // Only if it is asked for: it takes minutes.
  if (section === 'sources') await benchSources(folder);
  if (isAsked('ahead')) await benchExplained(folder, lines);
  if (isAsked('ahead')) await benchLifetimeValue();
  if (isAsked('segments')) await benchSegments(folder, lines);
} finally {
  await rm(folder, { recursive: true, force: true });
}
