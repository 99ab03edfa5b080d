import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, readWritten } from '../../support/expect-totals.js';
import { generalFile, SHAPES, textOf } from '../../support/general-file.js';
import { totalsOf } from '../../support/made-up-shop.js';

describe('a made-up shop in a file of no known export', () => {
  it('reads back the same totals, or asks, whatever its columns are called and hold besides', async () => {
    await fc.assert(
      fc.asyncProperty(generalFile, async file => {
        const read = await readWritten({ 'sales.csv': textOf(file) });
        if (read.kind === 'asked') return;
        const lacks = SHAPES[file.shape]?.hasPieces ? [] : ['units'];
        expect(read.kind === 'read' ? comparable(read.totals, lacks) : read).toEqual(
          comparable(totalsOf(file.shop), lacks),
        );
      }),
      { numRuns: 200, seed: 15 },
    );
  });
});
