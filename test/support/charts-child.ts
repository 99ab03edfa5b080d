/**
 * Draws distinct charts of several kinds one after another and prints how much memory the process has, in MB,
 * after a first part of them and at the end. A process of its own: the memory of native canvases is in no
 * heap figure.
 */
import { readFileSync } from 'node:fs';
import { chartRenderer } from '../../src/charts/renderer.js';

const charts = Number(process.argv[2] ?? 400);
const WARM_UP = 40;

/** The memory that the process has in use, MB (Linux: VmRSS). */
function residentMb(): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Math.round(Number(kb) / 1024);
}

const renderer = chartRenderer({ workers: 2 });
const draw = (i: number) =>
  renderer.render({
    kind: 'ranking',
    title: `Countries ${i}`,
    subtitle: '',
    alt: '',
    unit: 'count',
    currency: 'USD',
    labels: ['France', 'Spain', 'Germany', `Country ${i}`],
    values: [i + 4, i + 3, i + 2, i + 1],
  });
let peak = 0;
let early = 0;
// Never idle: threads that end give their memory back, whatever they kept.
for (let i = 0; i < charts; i += 2) {
  await Promise.all([draw(i), draw(i + 1)]);
  if (i === WARM_UP) early = residentMb();
  peak = Math.max(peak, residentMb());
}
await renderer.close();
process.stdout.write(JSON.stringify({ early, peak }));
