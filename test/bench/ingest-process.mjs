// One ingest as a whole process: `node ingest-process.mjs FILE`, with DATABASE_URL set. Says its peak memory at the end.
process.argv.splice(2, 0, 'ingest');
process.on('exit', () => {
  process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
});
await import('../../dist/src/cli/main.js');
