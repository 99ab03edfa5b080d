import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMarchShop } from '../../../../test/support/march-shop.js';
import type { TestShop } from '../../../../test/support/shop.js';

describe('the report', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openMarchShop();
  });
  afterAll(() => shop.close());

  it('report everything once, with its details', async () => {
    const report = await shop.ask('segment report');
    expect(report.thread.map(part => part.title)).toEqual([
      'Segments side by side',
      'Revenue against customers',
      'Spending by recency and frequency',
      'Customers by recency and frequency',
      'How customers are spread',
      'Who moved',
      'The plan',
      'Segment map five',
      'How customers are scored',
    ]);
    const texts = [report, ...report.thread].flatMap(part => [...part.notes, ...part.observations]);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
