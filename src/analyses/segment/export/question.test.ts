import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMarchShop } from '../../../../test/support/march-shop.js';
import { openCornerShop, type TestShop } from '../../../../test/support/shop.js';
import { answerCsv } from '../../../core/answer/answer-csv.js';

describe('an export', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openMarchShop();
  });
  afterAll(() => shop.close());

  it('show scores with 1 for the best where that is asked for, and change nothing else', async () => {
    const usual = await shop.answer('segment export');
    const turned = await shop.answer('segment export best:1');
    expect(
      turned.rows.map(r => [r.customer, 6 - Number(r.r), 6 - Number(r.f), 6 - Number(r.m), r.segment]),
    ).toEqual(usual.rows.map(r => [r.customer, r.r, r.f, r.m, r.segment]));
  });
});

describe('an export as a file', () => {
  it('is safe to open in a spreadsheet, and has every customer', async () => {
    const shop = await openCornerShop();
    const answer = await shop.ask('segment export');
    expect(answer.file).toBe('customers-2026-03-29.csv');
    const lines = (await answerCsv(answer)).split('\r\n');
    expect(lines[0]).toBe('\uFEFFcustomer,name,recency,frequency,monetary,r,f,m,segment,lastOrder');
    expect(lines).toContain(`c3,"'=HYPERLINK(1)",43,1,24.04,2,1,1,Lost Customers,2026-02-14`);
    expect(lines.filter(line => line !== '')).toHaveLength(6);
    await shop.close();
  });
});
