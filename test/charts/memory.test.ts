import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { built } from '../support/built.js';

const run = promisify(execFile);
const CHILD = built('test/support/charts-child.ts');

/** Each chart kept some 5 MB once: 200 of them are 800 MB after the first 40, and some 40 MB of noise now. */
it('keeps no memory of the charts it has drawn, however many differ', { timeout: 240_000 }, async () => {
  const { stdout } = await run(process.execPath, [CHILD, '200']);
  const { early, peak } = JSON.parse(stdout);
  expect(early).toBeGreaterThan(50);
  expect(peak - early).toBeLessThan(400);
  expect(peak).toBeLessThan(900);
});
