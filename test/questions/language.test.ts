import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf } from '../support/database.js';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';

/** What people type, and the question it must become. */
describe('the language of questions', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  it.each([
    ['sales', 'sales'],
    ['/sales', 'sales'],
    ['sales top-countries', 'sales top-countries'],
    ['sales top countries 2', 'sales top-countries 2'],
    ['What are our top 2 countries?', 'sales top-countries 2'],
    ['sales best products', 'sales top-products'],
    ['sales top clients', 'sales top-customers'],
    ['sales by category', 'sales by category'],
    ['sales by product line', 'sales by category'],
    ['sales by contry', 'sales by country'],
    ['sales per status', 'sales by status'],
    ['sales by month', 'sales trend by month'],
    ['sales monthly trend', 'sales trend by month'],
    ['sales trend by week', 'sales trend by week'],
    ['sales 2026', 'sales 2026'],
    ['sales in february 2026', 'sales 2026-02'],
    ['sales Q1 2026', 'sales 2026-Q1'],
    ['sales last month', 'sales last month'],
    ['sales by country since 2026-02', 'sales by country since 2026-02'],
    ['sales by country 2026-01..2026-02', 'sales by country 2026-01..2026-02'],
    ['sales by country between january 2026 and february 2026', 'sales by country 2026-01..2026-02'],
    ['sales by country last 30 days', 'sales by country last 30 days'],
    ['sales by country category:drinks', 'sales by country category:Drinks'],
    ['sales by country -status:Returned', 'sales by country -status:Returned'],
    ['segment', 'segment'],
    ['segments', 'segment'],
    ['segment At Risk', 'segment at-risk'],
    ['segment at-risk customers', 'segment at-risk'],
    ['segment risk', 'segment at-risk'],
    ['segment VIPs', 'segment vip'],
    ['segment lost', 'segment lost'],
    ['segment customer Eve & Co', 'segment customer Eve & Co'],
    ['segment profile dana öz', 'segment customer Dana Öz'],
    ['top 2 countries by revenue', 'sales top-countries 2'],
    ['monthly sales', 'sales trend by month'],
    ['sales weekly', 'sales trend by week'],
    ['sales by country before 2026-03', 'sales by country until 2026-02-28'],
    ['sales by country after 2026-01', 'sales by country since 2026-02-01'],
    ['sales by country country:Spain,"France"', 'sales by country country:France,Spain'],
    ['sales by category country:“Spain”', 'sales by category country:Spain'],
  ])('%j is %j', async (text, question) => {
    expect((await shop.answer(text.replace(/^\//, ''))).question).toBe(question);
  });

  it('asks the same again by the question that it says', async () => {
    for (const text of [
      'sales by country 2026-01..2026-02',
      'sales trend by week',
      'sales by country -status:Returned',
      'sales last month',
    ]) {
      const answer = await shop.answer(text);
      expect(await shop.answer(answer.question)).toEqual(answer);
    }
  });

  it.each([
    'sales tomorow',
    'sales by colour',
    'segment sleepy',
    'weather',
    '',
    '"; drop table orders; --',
    'sales <!channel> *bold*',
    '\u0000\u0007',
  ])('%j is answered with the nearest questions', async text => {
    await expect(shop.ask(text)).rejects.toMatchObject({
      name: 'NotUnderstood',
      suggestions: expect.arrayContaining([expect.any(String)]),
    });
  });

  it.each(['sales 5', 'sales by month 7'])('does not drop the number of %j', async text => {
    await expect(shop.ask(text)).rejects.toThrow('takes no number');
  });

  it('refuses 10,000 characters at once', async () => {
    await expect(shop.ask('sales '.repeat(2_000))).rejects.toThrow('characters long');
  });

  it.each([
    'country',
    'customer',
    'product',
  ])('asks the store as often for 80 values of a %s as for one', async field => {
    const queries = async (text: string) => {
      let count = 0;
      const db = databaseOf(shop.shop.store);
      const counted = () => count++;
      db.on('query', counted);
      await expect(shop.ask(text)).rejects.toThrow('is called "nobody0"');
      db.off('query', counted);
      return count;
    };
    const many = Array.from({ length: 80 }, (_, i) => `no${i % 7}`).join(',');
    const one = await queries(`sales ${field}:nobody0`);
    expect(one).toBeGreaterThan(0);
    expect(await queries(`sales ${field}:nobody0,${many}`)).toBe(one);
  });

  it('finds customers by id and by name in any case, each once', async () => {
    const figure = async (text: string) => (await shop.ask(text)).headline;
    const both = await figure('sales customer:c1,c3');
    for (const text of ['C1,C3', 'c3,c1,c1', '"c1",c3,"=HYPERLINK(1)"', '"=hyperlink(1)",C1'])
      expect(await figure(`sales customer:${text}`), text).toBe(both);
  });

  it('takes a value of nothing but marks for no value', async () => {
    await expect(shop.ask('sales country:"??"')).rejects.toThrow('No country is called "??".');
  });

  it('names the values there are when a filter names none', async () => {
    await expect(shop.ask('sales by category country:Germny')).rejects.toMatchObject({
      message: 'No country is called "Germny".',
      suggestions: ['sales by category country:Germany', expect.any(String), expect.any(String)],
    });
  });

  it('does not drop one of several values that does not exist', async () => {
    await expect(shop.ask('sales by category country:Spain,Germny')).rejects.toThrow(
      'No country is called "Germny".',
    );
  });

  it('leaves names alone that hold what elsewhere are options', async () => {
    const own = await openTestShop({}, '2026-04-01T00:00:00Z');
    await own.load(
      'names.csv',
      `Order ID,Order Date,Customer,Product,Amount\n${[
        'Best As Of Breed,Page 2 Book',
        'map:eleven Ltd,As Of Yesterday',
        'page:2,Best of weights: 5 kg',
        'Ann,Tea',
      ]
        .map((names, i) => `o${i},2026-03-0${i + 1},${names},10`)
        .join('\n')}\n`,
    );
    for (const product of ['Page 2 Book', 'As Of Yesterday', 'Best of weights: 5 kg'])
      expect((await own.answer(`sales product:"${product}"`)).question).toBe(`sales product:"${product}"`);
    expect((await own.answer('sales Page 2 Book')).question).toBe('sales product:"Page 2 Book"');
    for (const name of ['Best As Of Breed', 'map:eleven Ltd', 'page:2']) {
      const { title, question } = await own.answer(`segment customer ${name}`);
      expect(title).toBe(name);
      expect((await own.answer(question)).title).toBe(name);
    }
    expect((await own.answer('segment customer "map:eleven Ltd" map:eleven')).question).toBe(
      'segment customer "map:eleven Ltd" map:eleven',
    );
    await own.close();
  });

  it('takes a period for the day that segments are as of, and says so', async () => {
    const { question, notes } = await shop.answer('segment february 2026');
    expect(question).toBe('segment as-of:2026-02-28');
    expect(notes[0]).toContain('Segments as of Feb 28, 2026, the last day of');
  });

  it('names the nearest customers when nobody is called so', async () => {
    await expect(shop.ask('segment customer Anna Nunes')).rejects.toMatchObject({
      suggestions: expect.arrayContaining(['segment customer Ana Núñez']),
    });
  });

  it.each([
    ['sales 2026-13', 'There is no "2026-13" in the calendar'],
    ['sales 2026-05..2026-01', 'ends before it starts'],
  ])('says what is wrong with %j', async (text, message) => {
    await expect(shop.ask(text)).rejects.toThrow(message);
  });
});
