import { describe, expect, it } from 'vitest';
import { returnBeside } from '../../src/ingest/load/came-back.js';
import type { OrderLine } from '../../src/ingest/load/order-line.js';
import { refundedLines } from '../../src/ingest/load/refunds.js';

/** Four teas for 36, after 4 of discount, with 7.20 of tax, 5 of shipping and 1 of tip; they cost 20. */
const LINE: OrderLine = {
  row: 2,
  order: 'A1',
  lineNumber: 1,
  isExcluded: false,
  isCancelled: false,
  state: null,
  customer: null,
  day: 20_000,
  quantity: 4_000,
  amount: 3_600,
  isReturn: false,
  dimensions: [],
  parts: { discount: 400, tax: 720, shipping: 500, tip: 100, cost: 2_000 },
};

describe('a refund beside its sale takes back', () => {
  it('discount, tax and cost of a line that came back as a whole, but no shipping and no tip', () => {
    expect(returnBeside(LINE, 'all')).toMatchObject({
      amount: -3_600,
      quantity: -4_000,
      parts: { discount: -400, tax: -720, shipping: null, tip: null, cost: -2_000 },
    });
  });

  it('tax by the money, and cost by the pieces', () => {
    expect(returnBeside(LINE, { amount: 1_800, quantity: 1_000 })).toMatchObject({
      amount: -1_800,
      quantity: -1_000,
      parts: { discount: -200, tax: -360, cost: -500 },
    });
  });

  it('no cost with money alone', () => {
    const [back] = refundedLines([LINE], { paid: 900, total: 4_820, tax: 720, shipping: 500, cent: 1 });
    // The goods' share of the 9.00: 36 of 48.20.
    expect(back).toMatchObject({
      amount: -672,
      quantity: 0,
      parts: { discount: -75, tax: -134, cost: 0 },
    });
  });

  it('nothing that the file does not have', () => {
    expect(returnBeside({ ...LINE, parts: null }, 'all').parts).toBeNull();
  });
});
