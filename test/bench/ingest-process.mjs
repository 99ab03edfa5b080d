// One ingest as a whole process: `node ingest-process.mjs FILE`, with DATABASE_URL set. Says its peak memory in MiB at the end.
import { readFileSync } from 'node:fs';

process.argv.splice(2, 0, 'ingest');
process.on('exit', () => {
  // Linux tells it without what the process had taken that started this one.
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const kib = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  process.stderr.write(`peak ${Math.round(kib / 1024)}\n`);
});
await import('../../dist/src/surfaces/cli/main.js');
