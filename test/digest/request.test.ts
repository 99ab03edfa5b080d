import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRows, writeDemoShop } from '../../seeds/demo-shop.js';
import { noteText } from '../../src/core/answer/notes.js';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import type { ShopkeeperError } from '../../src/core/errors.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { PARTS } from '../../src/digest/compose/parts.js';
import { readDigestRequest } from '../../src/digest/subscriptions/request.js';
import { tidied } from '../../src/digest/subscriptions/when-words.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const END = dayFromIso('2026-11-21') as number;
const MONDAY = dayFromIso('2026-11-16') as number;

describe('what is asked of a digest', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-11-22T09:00:00Z');
    await writeDemoShop(`${shop.folder}/demo.csv`, END);
    await shop.ingest(`${shop.folder}/demo.csv`);
  });
  afterAll(() => shop.close());
  const composed = async (text: string, asOf = MONDAY) =>
    composeDigest(shop.shop, asOf, await readDigestRequest(text, shop.shop));

  it.each([
    ['values', `customer:${'a,'.repeat(1_490)}a`],
    ['commas', ','.repeat(10_000)],
    ['commas and a word', `${','.repeat(10_000)}x`],
    ['words', 'word '.repeat(300)],
  ])('refuses more than 1,000 characters of %s before it reads them', async (_, text) => {
    const said = `That is ${text.length} characters long; a digest takes up to 1,000.`;
    await expect(readDigestRequest(text, shop.shop)).rejects.toThrow(said);
    expect(() => tidied(text)).toThrow(said);
  });

  it('reads 1,000 characters', async () => {
    const countries = 'Germany,'.repeat(120);
    const { filters } = await readDigestRequest(`weekly country:${countries}Germany`, shop.shop);
    expect(filters?.map(f => f.values.map(v => v.value))).toEqual([['Germany']]);
  });

  /** Cents and orders of the rows of the file from one day to another. */
  const sold = (from: number, to: number) => {
    const rows = demoRows(END).filter(r => {
      const day = dayFromIso(String(r['Order Date'])) as number;
      return day >= from && day <= to;
    });
    return {
      cents: rows.reduce((sum, r) => sum + Math.round(Number(r.Amount) * 100), 0),
      orders: new Set(rows.map(r => r['Order ID'])).size,
    };
  };

  it('is posted only if a figure has shifted by so much, to the cent', async () => {
    const [before, now] = [sold(MONDAY - 14, MONDAY - 8), sold(MONDAY - 7, MONDAY - 1)];
    const fell = (before.cents - now.cents) / 100;
    const fewer = before.orders - now.orders;
    expect(fell).toBeGreaterThan(0);
    expect(fewer).toBeGreaterThan(0);
    const percent = (fell * 10_000) / before.cents;
    const { headline } = await composed('');
    const atRisk = headline.rows.find(r => r.segment === 'At-Risk Customers');
    const grew = Number(atRisk?.change);
    expect(grew).toBeGreaterThan(0);
    // Who is new has not moved.
    const moved = ((await composed('parts:shifts')).thread[0]?.rows ?? [])
      .filter(r => r.from !== 'New')
      .reduce((sum, r) => sum + Number(r.customers), 0);
    for (const [condition, isWanted] of [
      [`at least ${moved} customers moved`, true],
      [`over ${moved} customers moved`, false],
      [`customers moved by more than ${moved - 1}`, true],
      [`revenue fell by at least ${fell}`, true],
      [`revenue fell by ${fell}`, true],
      [`revenue fell by more than ${fell}`, false],
      [`sales fell by more than $${(fell - 0.01).toLocaleString('en-US')}`, true],
      [`revenue rose by ${fell}`, false],
      [`revenue shifted by more than ${percent * 0.999}%`, true],
      [`revenue shifted by more than ${percent * 1.001} percent`, false],
      ['revenue fell', true],
      ['revenue grew', false],
      [`orders dropped by ${fewer}`, true],
      [`orders dropped by more than ${fewer} orders`, false],
      [`orders dropped over ${fewer} or revenue fell over 1%`, true],
      [`at-risk grew by ${grew}`, true],
      [`at-risk grew by more than ${grew} or more`, true],
      [`revenue rose by 1% or more than ${moved - 1} customers moved`, true],
      [`at-risk customers grew by more than ${grew} customers`, false],
      [`the at-risk customers are up ${grew}`, true],
      ['at-risk fell', false],
      ['anything shifted by more than 1%', true],
      ['anything shifted by more than 100%', false],
      ['any segment shifted by more than 400 customers', false],
      ['more than 400 customers moved', false],
      ['at least 1% of customers moved', true],
    ] as const) {
      const { withheld, headline: said } = await composed(`only if ${condition}`);
      expect(withheld === undefined, condition).toBe(isWanted);
      expect(said.notes.map(noteText).at(-1), condition).toContain(`requested only if ${condition}.`);
    }
  });

  it('reads numbers as people write them, and refuses what can be two', async () => {
    const amount = async (text: string) =>
      (await readDigestRequest(text, shop.shop)).conditions?.map(
        c => Number(c.amount.units) / 10 ** c.amount.places,
      );
    expect(await amount('only if revenue fell by more than 10,5%')).toEqual([10.5]);
    expect(await amount('When revenue drops 1,000.50 or if orders rise by 1k.')).toEqual([1000.5, 1000]);
    expect(await amount('if revenue fell by $5k, country:Spain')).toEqual([5000]);
    for (const text of ['50.000', '€1,000', '1,00,0'])
      await expect(amount(`only if revenue fell by ${text}`), text).rejects.toThrow(
        /can be read as two numbers|currency is USD/,
      );
    await expect(amount('if revenue fell by 3% and orders fell by 3%')).rejects.toThrow('with "or"');
  });

  it('judges amounts exactly in any currency, below zero, and in the first week', async () => {
    for (const [currency, before, after, wanted, not] of [
      // [amount of the week before, of the week, what holds, what does not]
      ['USD', '1000', '989', 'fell by 1.1%', 'fell by more than 1.1%'],
      ['USD', '10.00', '9.93', 'fell by $0.07', 'fell by over $0.07'],
      ['USD', '100', '80.01', 'fell by at least $19.99', 'fell by above 19.99'],
      ['JPY', '50000', '49000', 'fell by 1000', 'fell by > 1000'],
      ['KWD', '1.000', '0.994', 'fell by 0.0060', 'fell by more than 0.0060'],
      ['USD', '-100', '-101', 'fell by 1%', 'fell by more than 1%'],
    ] as const) {
      const own = await openTestShop({ SHOP_CURRENCY: currency }, '2026-06-01T00:00:00Z');
      // The last order is after the week, so that all of it is there.
      await own.load(
        'weeks.csv',
        `Order ID,Order Date,Customer,Quantity,Amount\n0,2026-04-27,a,1,1\n1,2026-05-05,a,1,${before}\n2,2026-05-12,a,1,${after}\n3,2026-05-18,b,1,1\n`,
      );
      const wantedBy = async (text: string, day = '2026-05-18') => {
        const request = await readDigestRequest(`only if ${text}`, own.shop);
        return composeDigest(own.shop, dayFromIso(day) as number, request);
      };
      expect((await wantedBy(`revenue ${wanted}`)).withheld, `${currency} ${wanted}`).toBeUndefined();
      expect((await wantedBy(`revenue ${not}`)).withheld, `${currency} ${not}`).toContain('Revenue');
      // There was nobody in the week before the first: nothing can be told of segments.
      const first = await wantedBy('more than 30 customers moved', '2026-05-04');
      expect(first.headline.notes.map(noteText).at(-1)).toContain('How many moved is unknown');
      await own.close();
    }
  });

  it('from nothing to something is more than any percentage', async () => {
    const own = await openTestShop({}, '2026-06-01T00:00:00Z');
    await own.load(
      'gap.csv',
      'Order ID,Order Date,Customer,Amount\n1,2026-04-28,a,10\n2,2026-05-12,a,10\n3,2026-05-18,b,1\n',
    );
    const request = await readDigestRequest('only if revenue rose by more than 900%', own.shop);
    const { withheld, headline } = await composeDigest(own.shop, dayFromIso('2026-05-18') as number, request);
    expect(withheld).toBeUndefined();
    expect(headline.notes.map(noteText).at(-1)).toContain(
      'Revenue: $10.00, up from $0.00 the week before; requested',
    );
    // Last year is not compared where the data does not hold it.
    expect(headline.headline).not.toContain('last year');
    await own.close();
  });

  it('reads names in quotes as names', async () => {
    const error = (text: string) => readDigestRequest(text, shop.shop).catch((e: Error) => e.message);
    expect(await error('country:"only if parts:plan quiet:nothing"')).toBe(
      'No country is called "only if parts:plan quiet:nothing".',
    );
  });

  it('says the figures by which it was wanted', async () => {
    const money = (cents: number) =>
      new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
    const [before, now] = [sold(MONDAY - 14, MONDAY - 8).cents, sold(MONDAY - 7, MONDAY - 1).cents];
    const { headline } = await composed('only when revenue fell by more than 10% country:Spain');
    expect(headline.notes.map(noteText).at(-1)).not.toContain(money(now));
    const percent = (((now - before) / before) * 100).toFixed(1);
    const { headline: all } = await composed('only if revenue fell by more than 10%');
    expect(all.notes.map(noteText).at(-1)).toContain(
      `Revenue: ${money(now)}, down from ${money(before)} the week before (${percent}%); requested`,
    );
  });

  it('is not silent where a condition cannot be told', async () => {
    // The data ends within the week.
    const { withheld, headline } = await composed('only if revenue rose by more than 900%', MONDAY + 7);
    expect(withheld).toBeUndefined();
    expect(headline.notes.map(noteText).at(-1)).toBe(
      'How revenue changed is unknown, because the data does not cover both weeks completely; requested only if revenue rose by more than 900%.',
    );
  });

  const titles = async (text: string) => (await composed(text)).thread.map(part => part.title);

  it('has the headline alone with parts:none', async () => {
    expect(await titles('parts:none')).toEqual([]);
  });

  it('has the requested parts in their own order', async () => {
    expect(await titles('parts:plan,shifts')).toEqual([
      'Who moved',
      'The plan',
      'The plan: Win back',
      'The plan: Remind',
    ]);
  });

  it('lists the customers of each kind of move', async () => {
    expect(await titles('parts:customers')).toEqual(['Slipped away', 'Came back', 'New VIP customers']);
  });

  it('has every part unless some are requested', async () => {
    const each: string[] = [];
    for (const { name } of PARTS) each.push(...(await titles(`parts:${name}`)));
    expect(await titles('')).toEqual(each);
  });

  it('names every part when a name is unknown', async () => {
    const error = await composed('parts:cake').catch((e: ShopkeeperError) => e);
    const hint = (error as ShopkeeperError).hint ?? '';
    for (const { name, description } of PARTS) expect(hint).toContain(`${name} (${description})`);
  });

  it('offers only what can be asked of this shop', async () => {
    const own = await openTestShop({}, '2026-06-01T00:00:00Z');
    await own.load(
      'no-products.csv',
      'Order ID,Order Date,Customer,Amount\n1,2026-03-02,a,10\n2,2026-03-10,b,20\n',
    );
    const { headline, thread } = await composeDigest(own.shop, dayFromIso('2026-03-16') as number);
    const offered = [headline, ...thread].flatMap(part => part.followUps.map(followUp => followUp.text));
    expect(offered.length).toBeGreaterThan(2);
    expect(offered.join()).not.toContain('top-products');
    for (const text of offered) await own.ask(text);
    await own.close();
  });

  it('is one line where nothing happened, and where it is said so nothing', async () => {
    const own = await openTestShop({}, '2026-06-01T00:00:00Z');
    await own.load(
      'quiet.csv',
      'Order ID,Order Date,Customer,Amount\n1,2026-03-02,a,10\n2,2026-03-03,b,20\n3,2026-05-20,a,10\n',
    );
    const monday = dayFromIso('2026-05-04') as number;
    const { headline, thread, withheld } = await composeDigest(own.shop, monday);
    expect(headline).toMatchObject({
      title: 'Week of Apr 27 – May 3, 2026',
      headline: 'A quiet week: no sales, and nobody moved between segments.',
      rows: [],
      charts: [],
    });
    expect({ thread, withheld }).toEqual({ thread: [], withheld: undefined });
    // A condition says itself whether a week without sales is wanted: revenue fell from 30.00 to nothing.
    const secondWeek = async (text: string) =>
      composeDigest(own.shop, dayFromIso('2026-03-16') as number, await readDigestRequest(text, own.shop));
    const fell = await secondWeek('quiet:nothing only if revenue fell by more than 10%');
    expect(fell.withheld).toBeUndefined();
    expect(fell.headline.headline).toBe(
      'A quiet week: no sales ($30.00 the week before), and nobody moved between segments.',
    );
    expect(fell.headline.notes.map(noteText)).toEqual([
      'Revenue: $0.00, down from $30.00 the week before (-100.0%); requested only if revenue fell by more than 10%.',
    ]);
    expect((await secondWeek('only if revenue rose')).withheld).toContain('Revenue: $0.00, down from $30.00');
    const quiet = await readDigestRequest('quiet:nothing', own.shop);
    expect((await composeDigest(own.shop, monday, quiet)).withheld).toContain('A quiet week');
    await own.close();
  });

  it('does not call a week quiet whose sales are missing', async () => {
    const own = await openTestShop({}, '2026-06-01T00:00:00Z');
    const rows: string[] = [];
    // Every day for twelve weeks, but for the last week but one.
    const last = dayFromIso('2026-05-24') as number;
    for (let day = last - 83; day <= last; day++)
      if (day <= last - 14 || day > last - 7) rows.push(`${day},${isoOf(day)},c,10`);
    await own.load('gap.csv', `Order ID,Order Date,Customer,Amount\n${rows.join('\n')}\n`);
    const { headline } = await composeDigest(own.shop, last - 6);
    expect(headline.headline).toBe('No sales came in this week, after $70.00 the week before.');
    expect(headline.notes.map(noteText)[0]).toMatch(
      /^No sales on Mon, May 11, 2026, .* is a file missing\?$/,
    );
    const next = await composeDigest(own.shop, last + 1);
    expect(next.headline.headline).toContain(
      '$70.00 from 7 orders (none the week before); 1 returning customer',
    );
    await own.close();
  });

  it('misses days of the whole shop alone, and counts them where they are many', async () => {
    const own = await openTestShop({}, '2026-06-30T00:00:00Z');
    const rows: string[] = [];
    // Every day to the end of April, and from 21 May on; in Peru on a single day of the last month.
    const [from, may, june] = ['2026-02-20', '2026-05-01', '2026-06-01'].map(
      iso => dayFromIso(iso) as number,
    );
    for (let day = from as number; day < (june as number) + 29; day++) {
      const isGone = day >= (may as number) && day < (may as number) + 20;
      const country = day < (june as number) || isoOf(day) === '2026-06-09' ? 'Peru' : 'Chile';
      if (!isGone) rows.push(`${day},${isoOf(day)},c${day % 4},${country},10`);
    }
    await own.load('gap.csv', `Order ID,Order Date,Customer,Country,Amount\n${rows.join('\n')}\n`);
    const notes = async (text: string, asOf: string) => {
      const request = await readDigestRequest(text, own.shop);
      return (await composeDigest(own.shop, dayFromIso(asOf) as number, request)).headline.notes.map(
        noteText,
      );
    };
    expect((await notes('monthly', '2026-06-02'))[0]).toBe(
      'No sales on 20 days between May 1, 2026 and May 20, 2026, although these weekdays nearly always have some: is a file missing?',
    );
    expect((await notes('country:Peru', '2026-06-15')).join()).not.toContain('is a file missing');
    await own.close();
  });

  it('gives e-mail addresses in its files, and buttons of its own days', async () => {
    const { headline, thread } = await composed('');
    const list = thread.find(part => part.title === 'The plan: Win back');
    expect(list?.columns.map(c => c.key)).toEqual([
      ...['customer', 'name', 'email', 'atStake', 'usualGap', 'monetary', 'recency', 'lastOrder'],
    ]);
    const emails = new Map(demoRows(END).map(r => [r['Customer ID'], r.Email]));
    for (const row of list?.rows ?? []) expect(row.email).toBe(emails.get(row.customer as string));
    const atRisk = await shop.answer(headline.followUps[0]?.text ?? '');
    expect(atRisk.headline).toContain(
      `${headline.rows.find(r => r.segment === 'At-Risk Customers')?.customers} `,
    );
    // The same customers, with the same money, as the question of that day gives.
    const winBack = await shop.answer(`segment action win-back 500 as-of:${isoOf(MONDAY - 1)}`);
    expect(winBack.rows.map(r => [r.customer, r.atStake])).toEqual(
      list?.rows.map(r => [r.customer, r.atStake]),
    );
    expect(headline.actions[0]).toContain(`Win back ${list?.rows.length} customers`);
    // From one day to the next the lists would be the same again.
    const daily = (await composed('daily parts:plan')).thread;
    expect(daily.map(part => part.title)).toEqual(['The plan']);
    expect(daily[0]?.followUps).toHaveLength(4);
  });

  it('says since when there is no data, and does not have everybody slip away', async () => {
    for (const text of ['', 'quiet:nothing', 'only if revenue rose by more than 10%']) {
      const { headline, thread, withheld, isWithoutData } = await composed(text, END + 30);
      expect(headline.headline).toBe(
        'There are no sales for this week in the data: the newest sale is from Nov 21, 2026, 29 days before the week ended.',
      );
      expect({ thread, withheld, isWithoutData }).toEqual({
        thread: [],
        withheld: undefined,
        isWithoutData: true,
      });
    }
    const early = await composed('', dayFromIso('2015-01-12'));
    expect(early.headline.headline).toContain('the first sale is from');
  });

  it('calls a day quiet whose weekday never has sales, even if the data ends before it', async () => {
    const own = await openTestShop({}, '2026-06-01T00:00:00Z');
    const rows: string[] = [];
    // Ten weeks, Monday to Saturday, to Saturday, 23 May.
    const last = dayFromIso('2026-05-23') as number;
    for (let day = last - 69; day <= last; day++)
      if ((day + 4) % 7 !== 0) rows.push(`${day},${isoOf(day)},c${day % 3},10`);
    await own.load('days.csv', `Order ID,Order Date,Customer,Amount\n${rows.join('\n')}\n`);
    const of = (iso: string) => composeDigest(own.shop, dayFromIso(iso) as number, { grain: 'day' });
    expect((await of('2026-05-25')).isWithoutData).toBeUndefined();
    expect((await of('2026-05-26')).isWithoutData).toBe(true);
    // Sundays on end without anything else are no quiet days any more.
    expect((await of('2026-06-08')).isWithoutData).toBe(true);
    await own.close();
  });

  it.each([
    ['only if the moon is full', '"only if the moon is full" cannot be understood.'],
    ['only if', '"only if" cannot be understood.'],
    ['only revenue', '"only if revenue" cannot be understood.'],
    ['only if revenue fell 8am', '"only if revenue fell 8am" cannot be understood.'],
    ['only if orders fell to 20', '"only if orders fell to 20" cannot be understood.'],
    ['only if revenue fell by lots', '"only if revenue fell by lots" cannot be understood.'],
    ['only if dragons grew by 3', 'no figure and no segment called "dragons"'],
    ['only if anything shifted by 3', 'give a percentage'],
    ['only if revenue fell by 3% or the moon', '"only if the moon" cannot be understood.'],
    ['parts:cake', 'A digest has no part called "cake"'],
    ['quiet:maybe', 'There is no setting called quiet:maybe.'],
    ['weekly monthly', 'A digest has no option called "monthly".'],
    ['montly', 'A digest has no option called "montly".'],
  ])('%j is refused with an example', async (text, said) => {
    const error = await composed(text).catch((e: Error & { hint?: string }) => e);
    expect(error).toMatchObject({ message: expect.stringContaining(said), hint: expect.any(String) });
    expect((error as { hint?: string }).hint).toMatch(/For example|quiet:nothing/);
  });
});
