import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { expectDigestOf, type PlainLine } from '../support/digest.js';
import { sharedFile } from '../support/shared-data.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const MONDAYS = ['2003-11-24', '2004-11-22', '2004-12-06', '2005-03-07', '2005-05-30'].map(
  iso => dayFromIso(iso) as number,
);

const classic = sharedFile('classic-models/sales_data_sample.csv');
describe.skipIf(!classic)('the digest of classic-models as of past Mondays', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2005-06-01T00:00:00Z');
    await shop.ingest(classic as string);
  });
  afterAll(() => shop.close());

  it('agrees with the lines of the file, worked out by the definitions', async () => {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(classic as string, 'latin1'), {
      header: true,
      skipEmptyLines: true,
    });
    const lines = data.map((r): PlainLine => {
      const [month, day, year] = (r.ORDERDATE as string).split(' ')[0]?.split('/') ?? [];
      return {
        order: r.ORDERNUMBER as string,
        customer: r.CUSTOMERNAME as string,
        day: dayFromIso(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`) as number,
        cents: Math.round(Number(r.SALES) * 100),
      };
    });
    expect(lines).toHaveLength(2_823);
    for (const monday of MONDAYS) await expectDigestOf(shop.shop, lines, monday);
  });

  it('names the largest move, and says when it is the limits that have moved', async () => {
    const { headline } = await composeDigest(shop.shop, dayFromIso('2004-06-21') as number);
    // The table: Loyal Customers 29 fewer, Potential Loyalists 30 more; five customers ordered.
    expect(headline.observations[1]).toBe(
      'The largest move: 29 customers worth $1,852,730.21 went from Loyal Customers to Potential Loyalists.',
    );
    expect(headline.notes.map(noteText).at(-1)).toContain(
      '42 of the 44 who changed segment did not order: the limits',
    );
  });

  it('agrees with `segment shifts` of the same days', async () => {
    for (const monday of MONDAYS) {
      const { periods, thread } = await composeDigest(shop.shop, monday);
      const { from, to } = periods.period;
      const { rows } = await shop.answer(`segment shifts since ${isoOf(from)} as-of:${isoOf(to)}`);
      expect(thread.find(part => part.title === 'Who moved')?.rows ?? []).toEqual(rows);
    }
  });
});
