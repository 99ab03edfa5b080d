import { afterEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { offsetIn, ZoneClock } from '../../src/core/calendar/zones.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

let shop: TestShop | undefined;
afterEach(async () => {
  await shop?.close();
  shop = undefined;
});

/** Loads a file and returns the day of each row, the revenue by hour, and what was said. */
async function load(lines: readonly string[], zone?: string) {
  shop = await openTestShop(zone ? { SHOP_TIMEZONE: zone } : {});
  const result = await shop.load('times.csv', `${lines.join('\n')}\n`);
  const rows = await databaseOf(shop.shop.store)('order_lines').orderBy('id').select('day');
  const assumptions = result.understood?.assumptions ?? [];
  const hasHours = result.understood?.dimensions.includes('Hour') ?? false;
  const hours = hasHours ? await shop.figures('sales by hour', 'revenue') : {};
  return { days: rows.map(row => isoOf(row.day)), hours, said: assumptions.join('\n') };
}

describe('times in a column of their own', () => {
  it.each([
    ['a clock', 'Time', ['08:05', '17:20']],
    ['with AM and PM', 'Time', ['8:05 AM', '5:20 PM']],
    ['seconds', 'Uhrzeit', ['08:05:00', '17:20:59']],
    ['parts of a day', 'Time', ['0.3368', '0.7222']],
    ['as tills write them', 'Time', ['805', '1720']],
    ['six digits', 'Time', ['080500', '172000']],
    ['hours and h', 'Heure', ['8h05', '17h20']],
    ['hours alone', 'Hour', ['8', '17']],
    ['under a name that is not known', 'Rung up', ['08:05', '17:20']],
  ])('%s', async (_, header, [first, second]) => {
    const { days, hours } = await load([
      `Date;${header};Item;Amount`,
      `2026-01-05;${first};Tea;3.00`,
      `2026-01-06;${second};Tea;4.00`,
      `2026-01-06;${second};Bun;1.00`,
    ]);
    expect(days).toEqual(['2026-01-05', '2026-01-06', '2026-01-06']);
    expect(hours).toMatchObject({ '08': 3, '17': 5 });
  });

  it('are not those of something else', async () => {
    const { hours } = await load([
      'Date,Delivery Time,Amount',
      '2026-01-05,08:05,3.00',
      '2026-01-06,17:20,4.00',
    ]);
    expect(hours).toEqual({});
  });
});

describe('zones', () => {
  const shopify = [
    'Created at,Amount',
    '2026-06-24 22:58:34 +0200,3.00',
    '2026-06-25 00:10:00 +0200,4.00',
    '2026-12-01 23:30:00 +0100,5.00',
  ];
  const utc = ['Created at,Amount', '2026-06-24T22:30:00Z,3.00', '2026-01-05T23:30:00Z,4.00'];

  it("an offset that is the shop's changes nothing, and nothing is said", async () => {
    const { days, hours, said } = await load(shopify.slice(0, 3), 'Europe/Berlin');
    expect(days).toEqual(['2026-06-24', '2026-06-25']);
    expect(hours).toMatchObject({ '22': 3, '00': 4 });
    expect(said).not.toContain('Times in');
  });

  it('an offset of another zone is turned into the time of the shop, with an example', async () => {
    const { days, hours, said } = await load(shopify.slice(0, 3), 'Asia/Kolkata');
    // 22:58 +02:00 is 02:28 +05:30 of the next day.
    expect(days).toEqual(['2026-06-25', '2026-06-25']);
    expect(hours).toMatchObject({ '02': 3, '03': 4 });
    expect(said).toContain('"2026-06-24 22:58:34 +0200" counts on Jun 25, 2026');
  });

  it('offsets stay as written where the shop has no zone', async () => {
    const { days, said } = await load(shopify.slice(0, 3));
    expect(days).toEqual(['2026-06-24', '2026-06-25']);
    expect(said).toContain('counted as written');
  });

  it('UTC becomes the time of the shop, with its summer time', async () => {
    const { days, hours, said } = await load(utc, 'Europe/Berlin');
    // 22:30 UTC is 00:30 in summer; 23:30 UTC is 00:30 in winter.
    expect(days).toEqual(['2026-06-25', '2026-01-06']);
    expect(hours).toEqual({ '00': 7 });
    expect(said).toContain('Europe/Berlin');
  });

  it('UTC stays where the shop has no zone, and that is said', async () => {
    const { days, said } = await load(utc);
    expect(days).toEqual(['2026-06-24', '2026-01-05']);
    expect(said).toContain('in UTC');
  });

  it('a zone in the header holds for the column', async () => {
    const file = ['Created (UTC),Amount', '2026-01-05 23:30,3.00', '2026-01-06 10:00,4.00'];
    expect((await load(file, 'Europe/Berlin')).days).toEqual(['2026-01-06', '2026-01-06']);
  });

  it('names of zones are read, also in a column of their own', async () => {
    const file = [
      'Date,Time,TimeZone,Gross',
      '03/05/2026,22:00:00,PST,3.00',
      '03/25/2026,20:00:00,PDT,4.00',
      '03/26/2026,08:00:00,PDT,5.00',
    ];
    const { days, hours } = await load(file, 'America/New_York');
    expect(days).toEqual(['2026-03-06', '2026-03-25', '2026-03-26']);
    expect(hours).toMatchObject({ '01': 3, '23': 4, '11': 5 });
  });

  it('seconds since 1970 are in UTC', async () => {
    // 2026-01-05 23:30 and 2026-01-06 10:00 UTC.
    const file = ['created_at,amount', '1767655800,3.00', '1767693600,4.00'];
    const { days, hours } = await load(file, 'Europe/Berlin');
    expect(days).toEqual(['2026-01-06', '2026-01-06']);
    expect(hours).toMatchObject({ '00': 3, '11': 4 });
  });
});

describe('offsets', () => {
  it.each([
    ['2026-06-24 22:58:34 +0530', 330],
    ['2026-03-05T10:00:00+00:00', 0],
    ['2026-03-05T10:00:00.123Z', 0],
    ['Jan 5, 2026 10:02:11 AM PST', -480],
    ['17 July 2026 4:26:32 pm GMT+9', 540],
    ['04.09.2026 01:05:07 UTC', 0],
    ['Mon Jan 05 2026 10:02:11 GMT+0100 (CET)', 60],
    ['2026-01-05 10:02', undefined],
    ['1/5/2026 10:02 AM', undefined],
  ])('%s', (text, minutes) => {
    if (minutes === undefined) expect(offsetIn(text)).toBeUndefined();
    else expect(offsetIn(text)).toBe(minutes);
  });

  it('change at the minute that the clocks do', () => {
    const berlin = new ZoneClock('Europe/Berlin');
    const change = Date.UTC(2026, 2, 29, 1) / 60_000;
    expect([berlin.offsetAt(change - 1), berlin.offsetAt(change)]).toEqual([60, 120]);
  });
});
