import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildInto } from '../../build/build.js';

it('leaves the playground out of the production build', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-build-'));
  try {
    const files = await buildInto(join(folder, 'dist'));
    expect(files).toContain('src/surfaces/cli/main.js');
    const texts = await Promise.all(files.map(file => readFile(join(folder, 'dist', file), 'utf8')));
    // Each module that was joined is named in a comment before it.
    expect(texts.filter(text => text.includes('src/core/answer/format.ts'))).not.toEqual([]);
    expect(texts.filter(text => text.includes('src/playground/'))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
