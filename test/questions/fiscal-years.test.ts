import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';

/** A sale on the first of each month from January 2003 to May 2005: 1 in the first, 2 in the second, ... */
const MONTHS = Array.from({ length: 29 }, (_, i) => {
  const month = `${2003 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  return `${i + 1},${month}-01,Ann,${i + 1}.00`;
});
const FILE = `Order ID,Order Date,Customer,Amount\n${MONTHS.join('\n')}\n`;
/** The sum of the amounts from one month of the data to another, the first being 1. */
const sum = (from: number, to: number) => ((from + to) * (to - from + 1)) / 2;

const openShop = async (env: Record<string, string>) => {
  const shop = await openTestShop(env, '2005-06-10T10:00:00Z');
  await shop.load('months.csv', FILE);
  return shop;
};

describe('fiscal years that begin in April', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop({ FISCAL_YEAR_START: 'April' });
  });
  afterAll(() => shop.close());

  it.each([
    ['FY2004', '2003-04-01..2004-03-31', sum(4, 15)],
    ['fiscal year 2004', '2003-04-01..2004-03-31', sum(4, 15)],
    ['revenue fy04', '2003-04-01..2004-03-31', sum(4, 15)],
    ['last fiscal year', '2004-04-01..2005-03-31', sum(16, 27)],
    ['fiscal year to date', '2005-04-01..2006-03-31', sum(28, 29)],
    ['fiscal Q2', '2004-Q3', sum(19, 21)],
    ['fiscal q1', '2005-Q2', sum(28, 29)],
    ['fiscal q2 2004', '2003-Q3', sum(7, 9)],
    ['q2 of fy04', '2003-Q3', sum(7, 9)],
    ['second quarter of fiscal 2004', '2003-Q3', sum(7, 9)],
    ['FY2004 H2', '2003-10-01..2004-03-31', sum(10, 15)],
    ['last fiscal quarter', '2005-Q1', sum(25, 27)],
    ['FY2004 if our year runs jul to jun', '2003-07-01..2004-06-30', sum(7, 18)],
    ['our fiscal year starts in july, revenue FY2004', '2003-07-01..2004-06-30', sum(7, 18)],
    ['fiscal year ending june 2004', '2003-07-01..2004-06-30', sum(7, 18)],
  ])('%j is %s', async (text, period, revenue) => {
    const answer = await shop.answer(text);
    expect(answer.question).toBe(`sales ${period}`);
    expect(answer.rows[0]?.value).toBe(revenue);
  });

  it('says which months the year has, once', async () => {
    const { notes } = await shop.answer('FY2005 vs FY2004');
    expect(notes.filter(note => note.includes('FY'))).toEqual([
      'Fiscal years begin in April and are named by the year that they end in: ' +
        'FY2005 is Apr 1, 2004 – Mar 31, 2005.',
      'FY2004 is Apr 1, 2003 – Mar 31, 2004.',
    ]);
  });

  it('compares a year in progress with the same months of the year before', async () => {
    const { rows } = await shop.answer('this fiscal year');
    expect(rows[0]).toMatchObject({ value: sum(28, 29), previous: sum(16, 17) });
  });

  it('splits by fiscal year and quarter', async () => {
    const years = await shop.answer('revenue by fiscal year');
    expect(years.question).toBe('sales measure:revenue by:fiscal-year');
    expect(years.rows.map(r => [r.fiscalYear, r.revenue])).toEqual([
      ['FY2003', sum(1, 3)],
      ['FY2004', sum(4, 15)],
      ['FY2005', sum(16, 27)],
      ['FY2006', sum(28, 29)],
    ]);
    expect(years.notes[0]).toContain('Fiscal years begin in April');
    const quarters = await shop.figures('orders by fiscal quarter FY2004', 'orders');
    expect(quarters).toEqual({ 'FY2004 Q1': 3, 'FY2004 Q2': 3, 'FY2004 Q3': 3, 'FY2004 Q4': 3 });
  });

  it('splits by a year that the text says, also when it is asked again', async () => {
    const answer = await shop.answer('revenue by fiscal year if our year starts in july');
    expect(answer.question).toBe('sales measure:revenue by:fiscal-year fiscal-start:7');
    const again = await shop.answer(answer.question);
    expect(again.rows).toEqual(answer.rows);
    expect(again.rows[1]).toEqual({ fiscalYear: 'FY2004', revenue: sum(7, 18) });
  });

  it('reads them in a query as well, and says what they are', async () => {
    const { rows, notes } = await shop.answer('measure:revenue period:FY2004');
    expect(rows[0]?.value).toBe(sum(4, 15));
    expect(notes[0]).toContain('FY2004 is Apr 1, 2003 – Mar 31, 2004.');
  });
});

it('takes fiscal years for calendar years unless it is told, and says so', async () => {
  const shop = await openShop({});
  const { question, notes } = await shop.answer('FY2004');
  expect(question).toBe('sales 2004');
  expect(notes).toContain('Fiscal years are calendar years here, as FISCAL_YEAR_START names no other month.');
  await shop.close();
});

describe('seasons of the southern half of the world', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop({ HEMISPHERE: 'south' });
  });
  afterAll(() => shop.close());

  it('has summers from December to February, and says so', async () => {
    const { question, rows, notes } = await shop.answer('sales in summer 2004');
    expect(question).toBe('sales 2004-12-01..2005-02-28');
    expect(rows[0]?.value).toBe(sum(24, 26));
    expect(notes).toContain(
      'Summer 2004 is Dec 1, 2004 – Feb 28, 2005. ' +
        'Seasons are those of the southern half of the world (HEMISPHERE): summer is December to February.',
    );
  });

  it('filters and splits by them', async () => {
    const winter = await shop.answer('revenue in winter');
    expect(winter.rows[0]?.value).toBe(sum(6, 8) + sum(18, 20));
    expect(winter.notes[0]).toContain('southern half');
    const { rows, notes } = await shop.answer('orders by season 2004');
    expect(rows.map(r => [r.season, r.orders])).toEqual([
      ['Spring', 3],
      ['Summer', 3],
      ['Autumn', 3],
      ['Winter', 3],
    ]);
    expect(notes[0]).toContain('southern half');
  });
});

it('has summers from June to August in the north', async () => {
  const shop = await openShop({});
  const { question, notes } = await shop.answer('sales in summer 2004');
  expect(question).toBe('sales 2004-06-01..2004-08-31');
  expect(notes.join(' ')).toContain('northern half of the world (HEMISPHERE): summer is June to August.');
  await shop.close();
});
