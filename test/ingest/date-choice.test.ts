import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** A file with several columns of dates, and the day that each row counts on. */
interface Case {
  readonly name: string;
  readonly file: string;
  readonly days: readonly string[];
  /** A part of a sentence that must be said. */
  readonly says?: string;
}

const csv = (text: string): string =>
  `${text
    .trim()
    .split('\n')
    .map(line => line.trim())
    .join('\n')}\n`;

const CASES: readonly Case[] = [
  {
    name: 'a birthday before the sale, in German',
    file: `
      Kunde;Geburtstag;Gekauft am;Betrag
      Ann;02.03.1985;05.01.2026;30,00
      Bob;14.07.1990;06.01.2026;20,00
      Cid;30.11.1978;18.01.2026;10,00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-18'],
    says: 'Geburtstag" is not used',
  },
  {
    name: 'a date of birth called only Date',
    file: `
      Customer,Date,When sold,Amount
      Ann,1985-03-02,2026-01-05,30.00
      Bob,1990-07-14,2026-01-06,20.00
      Cid,1958-11-30,2026-01-08,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
    says: 'years before the others',
  },
  {
    name: 'due, shipped and ordered, in that order',
    file: `
      Due Date,Ship Date,Order Date,Amount
      2026-02-04,2026-01-07,2026-01-05,10.00
      2026-02-05,2026-01-06,2026-01-06,10.00
      2026-02-09,,2026-01-10,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-10'],
    says: '"Order Date"; "Ship Date" and "Due Date" are not used',
  },
  {
    name: 'a due date called Date beside a column without a known name',
    file: `
      Inv,Raised,Date,Amount
      1,2026-01-05,2026-02-04,10.00
      2,2026-01-06,2026-02-05,10.00
      3,2026-01-09,2026-02-08,10.00
      4,2026-01-19,2026-02-18,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-09', '2026-01-19'],
  },
  {
    name: 'the date of the export in every row',
    file: `
      Date,Sold On,Customer,Amount
      2026-03-01,2026-01-05,Ann,10.00
      2026-03-01,2026-01-06,Bob,10.00
      2026-03-01,2026-01-08,Cid,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
    says: 'one date in the whole file',
  },
  {
    name: 'an export of one day stays on its day',
    file: `
      Order Date,Delivery Date,Customer,Amount
      2026-01-05,2026-01-07,Ann,10.00
      2026-01-05,2026-01-08,Bob,10.00
      2026-01-05,2026-01-06,Cid,10.00`,
    days: ['2026-01-05', '2026-01-05', '2026-01-05'],
  },
  {
    name: 'a column without a name for a customer is one date whatever the order',
    file: `
      Order ID,Customer ID,Opened,Happened,Amount
      1,A,2025-11-02,2026-01-05,10.00
      2,B,2025-12-20,2026-01-06,10.00
      3,A,2025-11-02,2026-01-08,10.00
      4,B,2025-12-20,2026-01-09,10.00
      5,C,2025-10-01,2026-01-11,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08', '2026-01-09', '2026-01-11'],
  },
  {
    name: 'signed up, then ordered',
    file: `
      Registration Date,Checkout,Customer,Amount
      2025-05-05,2026-01-05,Ann,10.00
      2025-06-05,2026-01-06,Bob,10.00
      2025-07-05,2026-01-08,Cid,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
  },
  {
    name: 'warranty ends a year later',
    file: `
      Warranty until,Verkaufstag,Betrag
      2027-01-05,2026-01-05,10.00
      2027-01-06,2026-01-06,10.00
      2027-01-08,2026-01-08,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
  },
  {
    name: 'updated after created',
    file: `
      order_id,updated_at,created_at,amount
      1,2026-01-09 10:00,2026-01-05 09:00,10.00
      2,2026-01-09 10:00,2026-01-06 09:30,10.00
      3,2026-01-08 11:00,2026-01-08 10:00,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
  },
  {
    name: 'paid later or not yet',
    file: `
      No,Paid at,Created at,Total
      1,2026-01-07,2026-01-05,10.00
      2,,2026-01-06,10.00
      3,2026-01-08,2026-01-08,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
  },
  {
    name: 'in Russian',
    file: `
      Дата рождения;Дата доставки;Дата заказа;Amount
      02.03.1985;09.01.2026;05.01.2026;10.00
      14.07.1990;16.01.2026;16.01.2026;10.00
      30.11.1978;29.01.2026;28.01.2026;10.00`,
    days: ['2026-01-05', '2026-01-16', '2026-01-28'],
  },
  {
    name: 'in Japanese',
    file: `
      出荷日,注文日,Amount
      2026年1月7日,2026年1月5日,10.00
      2026年1月8日,2026年1月6日,10.00
      2026年1月9日,2026年1月9日,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-09'],
  },
  {
    name: 'in Polish',
    file: `
      Data wysyłki;Data zamówienia;Amount
      7 stycznia 2026;5 stycznia 2026;10.00
      8 lutego 2026;6 lutego 2026;10.00
      9 marca 2026;9 marca 2026;10.00`,
    days: ['2026-01-05', '2026-02-06', '2026-03-09'],
  },
  {
    name: 'in Turkish',
    file: `
      Teslim tarihi;Sipariş tarihi;Amount
      7 Ocak 2026;5 Ocak 2026;10.00
      8 Şubat 2026;6 Şubat 2026;10.00
      9 Ağustos 2025;9 Ağustos 2025;10.00`,
    days: ['2026-01-05', '2026-02-06', '2025-08-09'],
  },
  {
    name: 'in Italian',
    file: `
      Data consegna;Data ordine;Amount
      7 gennaio 2026;5 gennaio 2026;10.00
      8 giugno 2025;6 giugno 2025;10.00
      9 luglio 2025;9 luglio 2025;10.00`,
    days: ['2026-01-05', '2025-06-06', '2025-07-09'],
  },
  {
    name: 'in Dutch and Swedish',
    file: `
      Leverdatum;Besteldatum;Amount
      7 mrt 2026;5 maart 2026;10.00
      9 maj 2025;8 mei 2025;10.00
      9 augustus 2025;9 aug 2025;10.00`,
    days: ['2026-03-05', '2025-05-08', '2025-08-09'],
  },
  {
    name: 'year, month and day in columns of their own',
    file: `
      Year,Month,Day,Amount
      2026,1,5,10.00
      2026,1,16,10.00
      2026,2,28,10.00`,
    days: ['2026-01-05', '2026-01-16', '2026-02-28'],
    says: 'made of "Year", "Month" and "Day"',
  },
  {
    name: 'year and the name of the month',
    file: `
      Jahr;Monat;Produkt;Betrag
      2026;Januar;Tee;10,00
      2026;Februar;Tee;10,00
      2026;März;Tee;10,00`,
    days: ['2026-01-01', '2026-02-01', '2026-03-01'],
    says: 'first day',
  },
  {
    name: 'year and month beside a birthday',
    file: `
      Birth date,Year,Month,Amount
      1985-03-02,2026,1,10.00
      1990-07-14,2026,2,10.00
      1978-11-30,2026,3,10.00`,
    days: ['2026-01-01', '2026-02-01', '2026-03-01'],
  },
  {
    name: 'year and month that repeat the date',
    file: `
      Year,Month,Date,Amount
      2026,1,05/01/2026,10.00
      2026,2,06/02/2026,10.00
      2026,3,07/03/2026,10.00`,
    days: ['2026-01-05', '2026-02-06', '2026-03-07'],
  },
  {
    name: 'months alone',
    file: `
      Month,Product,Amount
      Jan 2026,Tea,10.00
      Feb 2026,Tea,10.00
      Mar 2026,Tea,10.00`,
    days: ['2026-01-01', '2026-02-01', '2026-03-01'],
    says: 'first day',
  },
  {
    name: 'weeks alone',
    file: `
      Week,Product,Amount
      2026-W02,Tea,10.00
      2026-W03,Tea,10.00
      2026-W04,Tea,10.00`,
    days: ['2026-01-05', '2026-01-12', '2026-01-19'],
    says: 'first day',
  },
  {
    name: 'a bookkeeping month beside the date',
    file: `
      Month,Invoiced on,Amount
      2026-01,2026-01-05,10.00
      2026-01,2026-01-06,10.00
      2026-02,2026-02-08,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-02-08'],
  },
  {
    name: 'day numbers with decimals under an order name',
    file: `
      Ordered at,Shipped at,Amount
      46027.3368,46029.5,10.00
      46028.5,46030.25,10.00
      46030.75,46031.5,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
  },
  {
    name: 'seconds since 1970 beside an expiry',
    file: `
      expires_at,sold_at,amount
      1799143200,1767607200,10.00
      1799229600,1767693600,10.00
      1799316000,1767780000,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-07'],
  },
  {
    name: 'lines shipped on their own days',
    file: `
      Order,Dispatch,Date,Product,Amount
      1,2026-01-06,2026-01-05,Tea,10.00
      1,2026-01-08,2026-01-05,Mug,10.00
      2,2026-01-07,2026-01-06,Tea,10.00
      2,2026-01-09,2026-01-06,Mug,10.00
      3,2026-01-09,2026-01-09,Tea,10.00`,
    days: ['2026-01-05', '2026-01-05', '2026-01-06', '2026-01-06', '2026-01-09'],
  },
  {
    name: 'swapped halves of a shop that sorts newest first',
    file: `
      Invoice Date,Amount
      28/03/2026,10.00
      2026-11-03,10.00
      2026-05-03,10.00
      19/02/2026,10.00
      2026-03-02,10.00
      22/01/2026,10.00`,
    days: ['2026-03-28', '2026-03-11', '2026-03-05', '2026-02-19', '2026-02-03', '2026-01-22'],
    says: 'swapped back',
  },
  {
    name: 'a planned visit in the future',
    file: `
      Appointment,Entered,Amount
      2026-05-05,2026-01-05,10.00
      2026-06-15,2026-01-06,10.00
      2026-04-21,2026-01-08,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
  },
  {
    name: 'quoted before ordered',
    file: `
      Created,Order Date,Amount
      2026-01-02,2026-01-05,10.00
      2026-01-04,2026-01-06,10.00
      2026-01-07,2026-01-08,10.00`,
    days: ['2026-01-05', '2026-01-06', '2026-01-08'],
    says: 'Created" is not used',
  },
];

describe('the date of the sale among several', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  it.each(CASES)('$name', async ({ file, days, says }) => {
    const result = await shop.load('dates.csv', csv(file));
    const rows = await databaseOf(shop.shop.store)('order_lines').orderBy('id').select('day');
    expect(rows.map(row => isoOf(row.day))).toEqual(days);
    if (says) expect(result.understood?.assumptions.join('\n')).toContain(says);
  });

  it.each([
    [
      'are refused where the file has births alone',
      'Customer,Date of Birth,Amount\nAnn,1985-03-02,10.00\nBob,1990-07-14,10.00\n',
      '"Date of Birth" holds dates of birth',
    ],
    [
      'that cannot be read are refused with the value that fails and its row',
      'Order Date,Amount\n2026-01-05,10.00\n2026-13-45,10.00\nsoon,10.00\n',
      '"2026-13-45" in row 3',
    ],
  ])('%s', async (_, file, message) => {
    await expect(shop.load('dates.csv', file)).rejects.toThrow(message);
  });
});

describe('halves that a spreadsheet swapped', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const load = async (dates: readonly string[]) => {
    const result = await shop.load('dates.csv', `Date,Amount\n${dates.map(d => `${d},1.00\n`).join('')}`);
    const rows = await databaseOf(shop.shop.store)('order_lines').orderBy('id').select('day');
    return {
      days: rows.map(row => isoOf(row.day)),
      said: (result.understood?.assumptions ?? []).join('\n'),
    };
  };

  it('are found as day numbers too', async () => {
    // 46143 is 2026-05-01, 46174 is 2026-06-01, 46055 is 2026-02-02.
    const { days } = await load(['46143', '46174', '13/01/2026', '25/01/2026', '46055', '28/02/2026']);
    const right = ['2026-01-05', '2026-01-06', '2026-01-13', '2026-01-25', '2026-02-02', '2026-02-28'];
    expect(days).toEqual(right);
  });

  it('are none where a program changed its way of writing on the 13th', async () => {
    const { days, said } = await load(['2026-01-05', '2026-01-08', '2026-01-11', '14/01/2026', '19/01/2026']);
    expect(days).toEqual(['2026-01-05', '2026-01-08', '2026-01-11', '2026-01-14', '2026-01-19']);
    expect(said).not.toContain('swapped');
  });

  it('are said to be possible where little speaks for it', async () => {
    const { days, said } = await load(['2026-02-01', '13/01/2026', '2026-01-02', '25/01/2026']);
    expect(days).toEqual(['2026-02-01', '2026-01-13', '2026-01-02', '2026-01-25']);
    expect(said).toContain('day and month may be swapped');
  });
});
