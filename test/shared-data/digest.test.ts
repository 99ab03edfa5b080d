import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { expectDigestOf } from '../support/digest.js';
import { sharedFile } from '../support/shared-data.js';
import type { TestShop } from '../support/shop.js';
import { modelLinesOf, openShopWith } from '../support/test-data.js';

const MONDAYS = ['2003-11-24', '2004-11-22', '2004-12-06', '2005-03-07', '2005-05-30'];
const dayOf = (iso: string) => dayFromIso(iso) as number;

describe('the digest of classic-models as of past Mondays', () => {
  const classic = sharedFile('classic-models/sales_data_sample.csv');
  const lines = modelLinesOf(classic);
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([classic], '2005-06-01T00:00:00Z');
  });
  afterAll(() => shop.close());

  it('is worked out from all lines of the file', () => {
    expect(lines).toHaveLength(2_823);
  });

  it.each(MONDAYS)('agrees with the lines of the file, worked out by the definitions: %s', async monday => {
    await expectDigestOf(shop.shop, lines, dayOf(monday));
  });

  it('names the largest move', async () => {
    const { headline } = await composeDigest(shop.shop, dayOf('2004-06-21'));
    // The table: Loyal Customers 29 fewer, Potential Loyalists 30 more; five customers ordered.
    expect(headline.observations[1]).toBe(
      'The largest move: 29 customers who had spent $1,852,730.21 went from Loyal Customers to Potential ' +
        'Loyalists.',
    );
  });

  it('says when it is the limits that have moved', async () => {
    const { headline } = await composeDigest(shop.shop, dayOf('2004-06-21'));
    expect(headline.notes.map(noteText).at(-1)).toContain(
      '42 of the 44 customers who changed segment did so without an order: the limits',
    );
  });

  it.each(MONDAYS)('agrees with `segment shifts` of the same days: %s', async monday => {
    const { periods, thread } = await composeDigest(shop.shop, dayOf(monday));
    const { from, to } = periods.period;
    const { rows } = await shop.answer(`segment shifts since ${isoOf(from)} as-of:${isoOf(to)}`);
    expect(thread.find(part => part.title === 'Who moved')?.rows ?? []).toEqual(rows);
  });
});
