import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('leaves the playground out of the production build', async () => {
  const { stdout } = await promisify(execFile)(
    'npx',
    ['tsc', '--project', 'tsconfig.build.json', '--listFilesOnly'],
    { cwd: ROOT, maxBuffer: 10_000_000 },
  );
  const files = stdout.split('\n').filter(file => file.startsWith(ROOT) && !file.includes('node_modules'));
  expect(files.some(file => file.endsWith('/src/surfaces/cli/main.ts'))).toBe(true);
  expect(files.filter(file => file.includes('/src/playground/'))).toEqual([]);
});
