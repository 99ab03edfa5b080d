import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';
import { ASKED, ASKED_ABROAD, ASKED_IN_VAIN } from './asked-by-people.js';

describe('what people ask who do not know our grammar', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2005-06-10T10:00:00Z');
    await shop.load('toy.csv', toyShop());
  });
  afterAll(() => shop.close());

  it.each([...ASKED, ...ASKED_ABROAD])('%j becomes %j', async (text, question) => {
    expect((await shop.ask(text)).question).toBe(question);
  });

  it.each(ASKED_IN_VAIN)('%j is not answered, and it is said why: %s', async (text, message) => {
    await expect(shop.ask(text)).rejects.toMatchObject({ message: expect.stringContaining(message) });
  });

  it('a first name that fits several customers is asked back with each of them', async () => {
    await expect(shop.ask('what did gifts buy')).rejects.toMatchObject({
      message: expect.stringContaining('"gifts" can be one of 3 customers'),
      suggestions: expect.arrayContaining(['by product La Rochelle Gifts']),
    });
  });

  it('one that fits a single customer is read as theirs, and that is said', async () => {
    const { notes } = await shop.answer('what did rovelli buy');
    expect(notes).toContain('"rovelli" was read as Rovelli Gifts.');
  });
});
