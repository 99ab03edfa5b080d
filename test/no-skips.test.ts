import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const tests = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.test.ts'),
);

/**
 * What a machine lacks must not make a test vanish: such tests have a folder of their own (test/shared-data).
 */
it.each(tests)('no test is skipped, marked as to do or run alone: %s', name => {
  const lines = readFileSync(`${FOLDER}/${name}`, 'utf8').split('\n');
  const words =
    /\b(?:it|test|describe|suite)\.(?:skip|skipIf|runIf|todo|only|fails)\b|\b(?:context|ctx)\.skip\(|\.skip\(\)/;
  expect(lines.filter(line => words.test(line) && !line.includes('const words'))).toEqual([]);
});
