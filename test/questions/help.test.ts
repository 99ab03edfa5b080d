import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemoShop } from '../../seeds/demo-shop.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { shopOf } from '../support/shop-of.js';
import { madeFile, openShopWith } from '../support/test-data.js';

/** The examples of a help answer, as they are typed. */
const examplesOf = async (shop: TestShop, family: string): Promise<string[]> => {
  const { observations } = await shop.answer(`${family} help`);
  return observations.map(text => text.replace(/^`\/|`$/g, ''));
};

/** Every example is answered, and with figures. */
async function expectAllAnswered(shop: TestShop, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const answer = await shop.answer(text);
    expect([text, answer.rows.length > 0]).toEqual([text, true]);
  }
}

describe.each([
  [
    'the demo shop',
    async () => {
      const shop = await openTestShop({}, '2026-06-15T10:00:00Z');
      const file = `${shop.folder}/demo.csv`;
      await writeDemoShop(file, dayFromIso('2026-06-14') as number);
      await shop.ingest(file);
      return shop;
    },
    ['sales trend region:"Central Europe"', 'sales top 5 product lines in 2025'],
  ],
  [
    'the model shop',
    () => openShopWith([madeFile('model-shop.csv.gz')]),
    ['sales compare 2004 with 2003', 'sales cancel rate by territory'],
  ],
] as const)('help in %s', (_, open, some) => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await open();
  });
  afterAll(() => shop.close());

  it('has ten examples of its own of sales, each of which is answered', async () => {
    const examples = await examplesOf(shop, 'sales');
    expect(examples).toHaveLength(10);
    expect(examples).toEqual(expect.arrayContaining([...some]));
    await expectAllAnswered(shop, examples);
  });

  it('has ten of segments, each of which is answered', async () => {
    const examples = await examplesOf(shop, 'segment');
    expect(examples).toHaveLength(10);
    await expectAllAnswered(shop, examples);
  });

  it('names the dimensions of the data, in both', async () => {
    for (const family of ['sales', 'segment'])
      expect((await shop.answer(`${family} help`)).notes[0]).toMatch(/^Break down by: .*product-line/);
  });
});

describe('help in a shop that has only days and amounts', () => {
  let shop: TestShop;
  beforeAll(async () => {
    const days = ['2025-01-03', '2025-02-07', '2025-07-05', '2025-11-09', '2026-01-10', '2026-02-21'];
    shop = await shopOf(
      'Date,Amount',
      days.map((day, i) => `${day},${10 + i}.50`),
      '2026-03-01T00:00:00Z',
    );
  });
  afterAll(() => shop.close());

  it('has ten examples, of what it has', async () => {
    const examples = await examplesOf(shop, 'sales');
    expect(examples).toHaveLength(10);
    expect(examples.join(' ')).not.toMatch(/customers|units|cancel|product/);
    await expectAllAnswered(shop, examples);
  });

  it('says why there are none of segments', async () => {
    const { observations, notes } = await shop.answer('segment help');
    expect(observations).toEqual([]);
    expect(notes.at(-1)).toBe(
      'The sales name no customers, so there are no segments to ask about: ' +
        'load a file with a column of customer ids, names or e-mails.',
    );
  });
});
