import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { expectDigestOf } from '../support/digest.js';
import type { TestShop } from '../support/shop.js';
import { figuresOf, madeFile, modelLinesOf, openShopWith } from '../support/test-data.js';

interface Move {
  monday: string;
  from: string;
  to: string;
  customers: number;
  monetary: number;
  moved: number;
  movedWithoutOrder: number;
}

const MONDAYS = ['2003-11-24', '2004-05-03', '2004-11-22', '2004-12-06', '2005-03-21', '2005-05-30'];
const dayOf = (iso: string) => dayFromIso(iso) as number;

describe('the digest of the model shop as of past Mondays', () => {
  const lines = modelLinesOf(madeFile('model-shop.csv.gz'));
  const move = figuresOf<{ largestMove: Move }>('made', 'modelShop').largestMove;
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('model-shop.csv.gz')], '2005-06-01T00:00:00Z');
  });
  afterAll(() => shop.close());

  it.each(MONDAYS)('agrees with the lines of the file, worked out by the definitions: %s', async monday => {
    await expectDigestOf(shop.shop, lines, dayOf(monday));
  });

  it.each(MONDAYS)('agrees with `segment shifts` of the same days: %s', async monday => {
    const { periods, thread } = await composeDigest(shop.shop, dayOf(monday));
    const { from, to } = periods.period;
    const { rows } = await shop.answer(`segment shifts since ${isoOf(from)} as-of:${isoOf(to)}`);
    expect(thread.find(part => part.title === 'Who moved')?.rows ?? []).toEqual(rows);
  });

  it('names the largest move', async () => {
    const { headline } = await composeDigest(shop.shop, dayOf(move.monday));
    const amount = move.monetary.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    const sentence = headline.observations.find(text => text.includes(amount));
    expect(sentence).toMatch(new RegExp(`${move.customers} customers .*${move.from}.*${move.to}`));
  });

  it('says how many moved without an order, because the limits moved', async () => {
    const { headline } = await composeDigest(shop.shop, dayOf(move.monday));
    expect(headline.notes.map(noteText).at(-1)).toContain(`${move.movedWithoutOrder} of the ${move.moved} `);
  });
});
