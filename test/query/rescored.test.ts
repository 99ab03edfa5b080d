import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestShop } from '../support/shop.js';
import { madeFile, openShopWith } from '../support/test-data.js';

describe('a part of the shop that is scored by itself', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShopWith([madeFile('model-shop.csv.gz')]);
  });
  afterAll(() => shop.close());

  /** The customers of each segment that has any. */
  const sizes = async (text: string): Promise<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(await shop.figures(text, 'customers')).filter(([, n]) => n !== 0));

  it('has the segments that `segment` has of it, other than those of the whole shop', async () => {
    const own = await sizes('measure:customers by:segment territory:EMEA scored:filtered');
    expect(own).toEqual(await sizes('segment summary territory:EMEA rescore'));
    expect(own).not.toEqual(await sizes('segment summary territory:EMEA'));
    expect(await sizes('measure:customers by:segment territory:EMEA')).toEqual(
      await sizes('segment summary territory:EMEA'),
    );
  });

  it('lists the customers of such a segment, and says how they were scored', async () => {
    const { rows, notes } = await shop.answer(
      'list:customers territory:EMEA who(segment:vip) scored:filtered',
    );
    const { rows: members } = await shop.answer('segment vip territory:EMEA scored:filtered');
    const names = (all: readonly Readonly<Record<string, unknown>>[]) => all.map(row => row.customer).sort();
    expect(names(rows)).toEqual(names(members));
    expect(notes[0]).toMatch(/^Only what matches the filter is counted, and \d+ customers are scored among/);
  });

  it.each([
    ['measure:customers by:segment scored:filtered', 'without one there is the whole shop'],
    ['measure:revenue territory:EMEA scored:filtered', 'changes segments, and none is asked for'],
    ['measure:customers by:segment weekend:weekend scored:filtered', 'not within "weekend"'],
  ])('%j is refused', async (text, why) => {
    await expect(shop.ask(text)).rejects.toThrow(why);
  });
});
