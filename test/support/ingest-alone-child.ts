import { readFileSync } from 'node:fs';
import pino from 'pino';
import { openShopkeeper } from '../../src/app/shopkeeper.js';
import { readConfig } from '../../src/config/config.js';
import { describeError } from '../../src/core/errors.js';

/**
 * A process of its own that loads files one after another: `node ingest-alone.ts URL FILE...`. For each it
 * prints one line of JSON: what came of it, and the most memory in MiB that the process has taken so far.
 */
const [, , url, ...files] = process.argv;
const shopkeeper = await openShopkeeper(
  readConfig({ DATABASE_URL: url }),
  pino({ level: 'silent' }),
  () => new Date('2026-10-01T00:00:00Z'),
);
for (const file of files) {
  const said = await shopkeeper.ingest(file).then(result => `${result.lines} lines`, describeError);
  process.stdout.write(`${JSON.stringify({ said, peak: peakMemory() })}\n`);
}
await shopkeeper.close();

/** The most memory that the process has taken, in MiB. Linux tells it without what its parent had taken. */
function peakMemory(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const kib = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  return Math.round(kib / 1024);
}
