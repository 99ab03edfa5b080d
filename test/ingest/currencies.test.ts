import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/core/calendar/days.js';
import { parseDecimal } from '../../src/core/money/money.js';
import { conversionBy } from '../../src/ingest/understand/currencies/conversion.js';
import { headerCurrency } from '../../src/ingest/understand/currencies/header-currency.js';
import { readRates } from '../../src/ingest/understand/currencies/rates.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const day = (d: number) => dayOf(2026, 1, d) as number;
const ECB = 'Date,USD,JPY,GBP,\n2026-01-09,1.10,160,N/A,\n2026-01-05,1.25,150,0.80,\n';

describe('the currency of a file', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());
  const load = (header: string, ...rows: string[]) => shop.load('c.csv', `${[header, ...rows].join('\n')}\n`);
  const said = (result: Awaited<ReturnType<typeof load>>) => result.understood?.assumptions.join(' ') ?? '';

  it.each([
    ['Order;Order Date;Total', '1;2026-01-05;12,50 zł', 'PLN', 1_250],
    ['Order,Order Date,Total', '1,2026-01-05,Rp 12.000', 'IDR', 1_200_000],
    ['Bestellnr;Datum;Umsatz in €', '1;05.01.2026;12,50', 'EUR', 1_250],
    ['Order,Order Date,Amount GBP', '1,2026-01-05,12.50', 'GBP', 1_250],
    ['Order,Order Date,Total ($),Country', '1,2026-01-05,12.50,Canada', 'CAD', 1_250],
    ['Order;Order Date;Total;Country', '1;2026-01-05;12,50 kr;Denmark', 'DKK', 1_250],
  ])('of %s, %s is %s', async (header, row, currency, revenue) =>
    expect(await load(header, row)).toMatchObject({ currency, revenue }));

  it('is said where several share a word, or nothing says it', async () => {
    const rupees = await load('Order ID,Date,Amount', '1,2026-01-05,"Rs. 1,200"');
    expect(rupees.currency).toBe('INR');
    expect(said(rupees)).toContain('"Rs" stands for several currencies');
  });

  it('is said where nothing says it, and not where a dollar sign does', async () => {
    const dollars = await load('Order ID,Date,Amount', '1,2026-01-05,$12.00');
    expect(said(dollars)).not.toContain('USD');
    const other = await openTestShop();
    try {
      const result = await other.load('u.csv', 'Datum;Kunde;Umsatz\n05.01.2026;Anna;12,50\n');
      expect(result.understood?.assumptions.join(' ')).toContain('USD was assumed, though it looks like EUR');
    } finally {
      await other.close();
    }
  });

  describe('that nothing names', () => {
    const GERMAN = 'Datum;Kunde;Menge;Betrag netto;Betrag brutto';
    // At 19 %
    const ROWS = [
      '05.01.2026;Anna;1;100,50;119,60',
      '06.01.2026;Ben;1;50,90;60,57',
      '07.01.2026;Cleo;2;20,10;23,92',
    ];
    const loadInto = async (env: Record<string, string>, ...lines: string[]) => {
      const other = await openTestShop(env);
      try {
        const result = await other.load('list.csv', `${lines.join('\n')}\n`);
        return { currency: result.currency, said: result.understood?.assumptions.join(' ') ?? '' };
      } finally {
        await other.close();
      }
    };

    it('is taken where language, rates of tax and decimal commas agree', async () => {
      const { currency, said } = await loadInto({}, GERMAN, ...ROWS);
      expect(currency).toBe('EUR');
      expect(said).toContain(
        'EUR was taken, since its headers are German, its tax is at 19%, and its amounts have decimal commas.',
      );
    });

    it('is that of the shop, whatever they agree on', async () => {
      expect((await loadInto({ SHOP_CURRENCY: 'CHF' }, GERMAN, ...ROWS)).currency).toBe('CHF');
    });

    it.each([
      ['Swiss rates of tax', [GERMAN, '05.01.2026;Anna;1;100,00;108,10', '06.01.2026;Ben;1;50,00;54,05']],
      ['decimal points', [GERMAN, ...ROWS.map(row => row.replaceAll(',', '.'))]],
      ['another country', [`${GERMAN};Land`, ...ROWS.map(row => `${row};Schweiz`)]],
    ])('is assumed as ever beside %s', async (_, lines) => {
      const { currency, said } = await loadInto({}, ...lines);
      expect(currency).toBe('USD');
      expect(said).toContain('USD was assumed');
    });

    it('is the crown of Sweden at its rates', async () => {
      const { currency } = await loadInto(
        {},
        'Datum;Kvitto;Antal;Belopp;Moms',
        // 25, 12 and 6 % within the amount
        '2026-01-05;1;1;125,00;25,00',
        '2026-01-06;2;1;112,00;12,00',
        '2026-01-07;3;1;53,00;3,00',
      );
      expect(currency).toBe('SEK');
    });
  });

  it.each([
    ['Total (EUR)', 'EUR', 'Total'],
    ['price_eur', 'EUR', 'price'],
    ['Ingresos por productos (MXN)', 'MXN', 'Ingresos por productos'],
  ])('stands in the name %s', (header, code, rest) => {
    const found = headerCurrency(header);
    expect([found?.currency.codes[0], found?.rest.trim()]).toEqual([code, rest]);
  });
  it.each([
    'Sales (all)',
    'Weight (kgs)',
    'USD rate',
    'Top',
    'Order All',
    'Try count',
  ])('does not stand in the name %s', header => expect(headerCurrency(header)).toBeUndefined());

  it('is that of the converted column, if its values prove it', async () => {
    const result = await load(
      'id,Created,Amount,Currency,Converted Amount,Converted Currency,Customer ID',
      'c1,2026-02-02,15.00,usd,13.80,eur,a',
      'c2,2026-02-03,20.00,eur,20.00,eur,b',
      'c3,2026-02-05,300.00,mxn,15.60,eur,c',
    );
    // 13.80 + 20.00 + 15.60
    expect(result).toMatchObject({ currency: 'EUR', revenue: 4_940 });
    expect(said(result)).toContain('"Converted Amount"');
  });

  it('is not that of a total with tax, which only looks converted', async () => {
    await expect(
      load(
        'Order ID,Date,Subtotal,Currency,Total',
        '1,2026-01-05,20.00,USD,20.00',
        '2,2026-01-06,100.00,EUR,120.00',
        '3,2026-01-07,10.00,EUR,12.00',
      ),
    ).rejects.toThrow(/several currencies: USD, EUR \(USD 20.00 in 1 row, EUR 1\d\d.00 in 2 rows\)/);
  });
});

describe('amounts in several currencies with rates', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'EUR' });
  });
  afterEach(() => shop.close());
  const put = async (name: string, text: string) => {
    const path = join(shop.folder, name);
    await writeFile(path, text);
    return path;
  };
  const MIXED =
    'Order ID,Date,Amount,Currency\n1,2026-01-05,10.00,USD\n2,2026-01-06,20.00,EUR\n3,2026-01-08,3000,JPY\n';

  it('are converted by the last rate of the ECB that is not later', async () => {
    const [file, rates] = [await put('m.csv', MIXED), await put('eurofxref-hist.csv', ECB)];
    const result = await shop.ingest(file, undefined, { rates });
    // 10 / 1.25 + 20 + 3000 / 150, since the rate of January 9 is later than the 8th
    expect(result).toMatchObject({ currency: 'EUR', revenue: 800 + 2_000 + 2_000, lines: 3 });
    expect(result.understood?.assumptions.join(' ')).toContain('USD 10.00 in 1 row to EUR 8.00');
    expect(await shop.ingest(file, undefined, { rates })).toMatchObject({ loaded: false });
  });

  it('are loaded again with other rates', async () => {
    const file = await put('m.csv', MIXED);
    await shop.ingest(file, undefined, { rates: await put('a.csv', ECB) });
    const rates = await put('b.csv', 'date,currency,rate\n2026-01-01,USD,0.9\n2026-01-01,JPY,0.006\n');
    const result = await shop.ingest(file, undefined, { rates });
    // 9.00 + 20.00 + 18.00
    expect(result).toMatchObject({ loaded: true, ordersReplaced: 3, revenue: 4_700 });
  });

  it('are refused without rates, and nothing is loaded', async () => {
    await expect(shop.ingest(await put('m.csv', MIXED))).rejects.toThrow(
      'USD 10.00 in 1 row, EUR 20.00 in 1 row, JPY 3,000 in 1 row',
    );
    expect(await shop.ingests()).toEqual([]);
  });

  it('cross two currencies over the euro exactly, half to even, with one rounding', async () => {
    const rates = await readRates(await put('e.csv', ECB), 'USD', 'mdy');
    const { convert } = conversionBy(rates, 'USD', 2);
    const amount = (text: string) => parseDecimal(text) as NonNullable<ReturnType<typeof parseDecimal>>;
    // 1 JPY = 1.25 / 150 USD; 3 yen are 0.025 dollars, half way between cents: the even one.
    expect(convert(amount('3'), 'JPY', day(5))).toBe(2);
    expect(convert(amount('9'), 'JPY', day(5))).toBe(8);
    expect(convert(amount('-3'), 'JPY', day(5))).toBe(-2);
    // GBP has no rate on the 9th: that of the 5th counts, and the dollar's of the 9th.
    expect(convert(amount('8'), 'GBP', day(9))).toBe(1_100);
    expect(convert(amount('1'), 'GBP', day(4))).toContain('no rate of GBP on 2026-01-04 or before it');
    expect(convert(amount('1'), 'CHF', day(5))).toContain('no rates of CHF');
    expect(convert(amount('1'), 'GBP', day(5) + 60)).toContain('more than 31 days older');
  });

  it('are read the other way round where yen show it', async () => {
    const path = await put('r.csv', 'date,currency,rate\n2026-01-01,USD,1.25\n2026-01-01,JPY,150\n');
    const rates = await readRates(path, 'EUR', 'mdy');
    expect(rates.assumptions).toHaveLength(1);
    expect(conversionBy(rates, 'EUR', 2).convert({ digits: 10, scale: 0 }, 'USD', day(5))).toBe(800);
    const both = await put('b.csv', 'date,currency,rate\n2026-01-01,INR,0.01\n2026-01-01,JPY,150\n');
    await expect(readRates(both, 'EUR', 'mdy')).rejects.toThrow('both directions');
  });

  it('name the row of a rates file that cannot be read', async () => {
    const path = await put('x.csv', 'date,currency,rate\n2026-01-01,USD,abc\n');
    await expect(readRates(path, 'EUR', 'mdy')).rejects.toThrow('row 2, USD: "abc" is no rate');
  });
});
