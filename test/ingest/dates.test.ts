import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { hourIn } from '../../src/core/calendar/written-times.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

describe('dates', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD' });
  });
  afterEach(() => shop.close());

  const load = async (dates: readonly string[], more: readonly string[] = []) => {
    const header = ['Order ID', 'Order Date', 'Amount', ...(more.length > 0 ? ['Month'] : [])].join(';');
    const rows = dates.map((date, i) => [i, date, '1.00', ...(more.length > 0 ? [more[i]] : [])].join(';'));
    const result = await shop.load('dates.csv', `${header}\n${rows.join('\n')}\n`);
    const days = await databaseOf(shop.shop.store)('order_lines').orderBy('id').select('day');
    return { days: days.map(r => isoOf(r.day)), assumptions: result.understood?.assumptions ?? [], result };
  };

  it.each([
    [
      'ISO',
      ['2026-01-31', '2026-02-01 10:30', '2026-02-02T23:59:59Z'],
      ['2026-01-31', '2026-02-01', '2026-02-02'],
    ],
    [
      'one late 13 decides the column',
      ['05/01/2026', '06/01/2026', '13/01/2026'],
      ['2026-01-05', '2026-01-06', '2026-01-13'],
    ],
    [
      'and the other way',
      ['05/01/2026', '06/01/2026', '06/13/2026'],
      ['2026-05-01', '2026-06-01', '2026-06-13'],
    ],
    ['two-digit years', ['31.12.25', '01.01.26'], ['2025-12-31', '2026-01-01']],
    ['day numbers of a spreadsheet', ['45992', '46023.75'], ['2025-12-01', '2026-01-01']],
    ['seconds since 1970', ['1767225600', '1767312000'], ['2026-01-01', '2026-01-02']],
    ['digits alone', ['20260131', '20260201'], ['2026-01-31', '2026-02-01']],
    [
      'month names',
      ['31 Jan 2026', 'Feb 1, 2026', '1-Mar-26', 'Thu, 2 April 2026'],
      ['2026-01-31', '2026-02-01', '2026-03-01', '2026-04-02'],
    ],
    [
      'in five languages',
      ['3. März 2026', '4 févr. 2026', '5 de mayo de 2026', '6 de maio de 2026', '7. Dez. 2025'],
      ['2026-03-03', '2026-02-04', '2026-05-05', '2026-05-06', '2025-12-07'],
    ],
    [
      'two spellings, each certain',
      ['2026-01-31', '31.12.2025', '01/31/2026'],
      ['2026-01-31', '2025-12-31', '2026-01-31'],
    ],
  ])('%s', async (_, written, expected) => {
    const { days, assumptions } = await load(written);
    expect({ days, assumptions }).toEqual({ days: expected, assumptions: [] });
  });

  it('are read by the month column where both readings are possible, and say so', async () => {
    const { days, assumptions } = await load(['05/01/2026', '06/02/2026'], ['1', '2']);
    expect(days).toEqual(['2026-01-05', '2026-02-06']);
    expect(assumptions).toEqual([
      'Dates in "Order Date" fit both D/M and M/D; read as D/M, since the month and year columns agree with it.',
    ]);
  });

  it('are read so that the rows are in order where nothing else decides', async () => {
    const written = Array.from(
      { length: 36 },
      (_, i) => `${String((i % 12) + 1).padStart(2, '0')}/0${Math.floor(i / 12) + 1}/2026`,
    );
    const { days, assumptions } = await load(written);
    expect(days.slice(0, 2)).toEqual(['2026-01-01', '2026-01-02']);
    expect(days.at(-1)).toBe('2026-03-12');
    expect(assumptions[0]).toContain('its rows are then in order');
  });

  it('are read by the setting where nothing decides, and say so', async () => {
    await shop.close();
    shop = await openTestShop({ SHOP_CURRENCY: 'USD', DATE_ORDER: 'mdy' });
    const { days, assumptions } = await load(['05/01/2026', '06/02/2026']);
    expect(days).toEqual(['2026-05-01', '2026-06-02']);
    expect(assumptions[0]).toContain('setting DATE_ORDER');
  });

  it('with points have the day first', async () => {
    const { days, assumptions } = await load(['05.01.2026', '06.02.2026']);
    expect(days).toEqual(['2026-01-05', '2026-02-06']);
    expect(assumptions[0]).toContain('dates with points have the day first');
  });

  it('of an edited file have two styles: zeros before days that a program read, none before the others', async () => {
    // As in a real export: what fits both ways was rewritten with zeros, and the month column tells.
    const { days } = await load(['2/24/2026', '05/07/2026', '7/13/2026', '06/01/2026'], ['2', '5', '7', '6']);
    expect(days).toEqual(['2026-02-24', '2026-05-07', '2026-07-13', '2026-06-01']);
  });

  it('that are none are refused with their place', async () => {
    const good = Array.from({ length: 30 }, () => '2026-01-05');
    const { result } = await load([...good, '2026-02-30', 'tomorrow'].slice(0, 31));
    expect(result.refused).toEqual([
      { row: 32, column: 'Order Date', value: '2026-02-30', reason: 'not a date' },
    ]);
  });
});

describe('times of day', () => {
  it.each([
    ['12/1/2010 8:26', 8],
    ['2026-03-01T17:05:59Z', 17],
    ['2026-03-01 12:30 AM', 0],
    ['1.12.2010 23.59', 23],
    ['Mar 1, 2026, 4:05 pm', 16],
    ['40513.3513888889', 8],
    ['40513.5', 12],
    ['2026-03-01', undefined],
    ['01.12.2010', undefined],
  ])('of %s', (text, hour) => {
    expect(hourIn(text)).toBe(hour);
  });
});
