import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';
import { FOLLOWED, QUERIES, SHORTENED } from './queries-in-words.js';
import { NOT_MISREAD, REFUSED_RATHER } from './queries-not-misread.js';

describe('what people type beyond the named questions', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2005-06-10T10:00:00Z');
    await shop.load('toy.csv', toyShop());
  });
  afterAll(() => shop.close());

  it.each(QUERIES)('%j becomes %j, which asks the same again', async (text, query) => {
    const answer = await shop.ask(text);
    expect(answer.question).toBe(`sales ${query}`);
    const again = await shop.ask(answer.question);
    expect([again.headline, again.rows]).toEqual([answer.headline, answer.rows]);
  });

  it.each(SHORTENED)('%j becomes %j', async (text, question) => {
    expect((await shop.ask(text)).question).toBe(question);
  });

  it.each(NOT_MISREAD)('%j becomes %j, and drops no word', async (text, question) => {
    expect((await shop.ask(text)).question).toBe(question);
  });

  it.each(REFUSED_RATHER)('%j is refused, and it is said why: %s', async (text, message) => {
    await expect(shop.ask(text)).rejects.toMatchObject({ message: expect.stringContaining(message) });
  });

  it.each(FOLLOWED)('%j and then %j becomes %j', async (first, then, question) => {
    const before = await shop.ask(first);
    expect((await shop.ask(then, before.question)).question).toBe(question);
  });

  it.each([
    ['conversion rate', 'conversion'],
    ['how many visitors did we have', 'visits'],
    ['did the weather hurt sales', 'weather'],
  ])('%j is refused, and it is said that sales files have no %s', async (text, what) => {
    await expect(shop.ask(text)).rejects.toMatchObject({
      name: 'NotUnderstood',
      message: expect.stringContaining(
        `Sales files say nothing about ${what === 'weather' ? 'the weather' : what}`,
      ),
    });
  });

  it('takes a number behind people for their age, where the data has ages', async () => {
    const aged = await openTestShop({}, '2026-04-01T00:00:00Z');
    await aged.load(
      'aged.csv',
      'Order ID,Order Date,Customer,Age Group,Amount\n1,2026-03-01,Ann,60+,10.00\n2,2026-03-02,Bea,30-39,20.00\n' +
        '3,2026-03-03,Cleo,60+,5.50\n',
    );
    const answer = await aged.ask('customers over 60');
    expect(answer.question).toBe('sales list:customers age-group:>=60');
    expect(answer.rows.map(({ customer, spent }) => [customer, spent])).toEqual([
      ['Ann', 10],
      ['Cleo', 5.5],
    ]);
    await aged.close();
  });

  it('asks what the top 10 are of', async () => {
    await expect(shop.ask('top 10')).rejects.toMatchObject({
      message: 'The top 10 of what?',
      suggestions: ['sales top-customers 10', expect.any(String), expect.any(String)],
    });
  });
});
