import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, readWritten } from '../../support/expect-totals.js';
import { ACCOUNTS } from '../../support/export-writers/accounts.js';
import { MARKETPLACES } from '../../support/export-writers/marketplaces.js';
import { MARKETPLACES_OF_ASIA } from '../../support/export-writers/marketplaces-of-asia.js';
import { SHOPS } from '../../support/export-writers/shops.js';
import { TILLS } from '../../support/export-writers/tills.js';
import { madeUpShop, totalsOf } from '../../support/made-up-shop.js';

const WRITERS = [...SHOPS, ...MARKETPLACES, ...MARKETPLACES_OF_ASIA, ...ACCOUNTS, ...TILLS];

describe('a made-up shop in the shape of a known export', () => {
  it.each(WRITERS.map(writer => [writer.profile, writer] as const))('%s', async (profile, writer) => {
    const { traits, isReturnLater = false, lacks = [], file = 'export.csv' } = writer;
    await fc.assert(
      fc.asyncProperty(madeUpShop({ isPlainReturn: true, ...traits }), async shop => {
        const read = await readWritten({ [file]: writer.text(shop) });
        if (read.kind !== 'read') throw new Error(JSON.stringify(read));
        expect(read.mapping.profile).toBe(profile);
        expect(comparable(read.totals, lacks)).toEqual(comparable(totalsOf(shop, { isReturnLater }), lacks));
      }),
      { numRuns: 5, seed: 15 },
    );
  });
});
