import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteText } from '../../src/core/answer/notes.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';
import { AS_TYPED } from './as-typed.js';
import { IN_OTHER_WORDS, NOT_TAUGHT } from './in-other-words.js';
import { IN_PASSING, NOT_CUT_OFF } from './said-in-passing.js';
import { TYPED } from './typed-in-channels.js';
import { NOT_ANSWERED, TYPED_TOO } from './typed-in-channels-too.js';

describe('what people type in a channel', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2005-06-10T10:00:00Z');
    await shop.load('toy.csv', toyShop());
  });
  afterAll(() => shop.close());

  it.each([
    ...TYPED,
    ...TYPED_TOO,
    ...IN_PASSING,
    ...IN_OTHER_WORDS,
    ...AS_TYPED,
  ])('%j becomes %j, which asks the same again', async (text, question) => {
    const answer = await shop.ask(text);
    expect(answer.question).toBe(question);
    const again = await shop.ask(answer.question);
    expect([again.headline, again.rows]).toEqual([answer.headline, answer.rows]);
  });

  it.each([
    ...NOT_ANSWERED,
    ...NOT_CUT_OFF,
    ...NOT_TAUGHT,
  ])('%j is not answered, and it is said why: %s', async (text, message) => {
    await expect(shop.ask(text)).rejects.toMatchObject({ message: expect.stringContaining(message) });
  });

  it.each([
    [
      'q1 05 against q1 04, difference in percent',
      'Left out, as it says nothing here: "difference in percent".',
    ],
    ['We meet at 10 with Anna. revenue by country 2004', 'Left out: "We meet at 10 with Anna.".'],
    ['median ordr size', '"ordr" was read as "order".'],
    ['third best product line', 'The third is the last of these 3.'],
  ])('%j is answered with the note %j', async (text, note) => {
    expect((await shop.ask(text)).notes.map(noteText)).toContain(note);
  });

  it('leaves politeness out without a word, and no word that is a value of the shop', async () => {
    const polite = await shop.ask('units by product line in germany, real quick');
    expect(polite.notes.map(noteText).join(' ')).not.toContain('Left out');
    const named = await openTestShop({}, '2026-04-01T00:00:00Z');
    await named.load(
      'stuff.csv',
      'Order ID,Order Date,Brand,Amount\n1,2026-03-01,Stuff,10.00\n2,2026-03-02,Other,20.00\n',
    );
    expect((await named.ask('sales of stuff please')).question).toBe('sales brand:Stuff');
    await named.close();
  });

  it('refuses long and odd texts soon', async () => {
    const words = Array.from({ length: 40 }, (_, i) => `zqxk${i}wv`).join(' ');
    await shop.ask('sales 2004');
    for (const text of [words, ','.repeat(10_000), 'a'.repeat(10_000), `${'which of a or '.repeat(35)}`]) {
      const before = process.cpuUsage();
      await expect(shop.ask(text)).rejects.toMatchObject({ name: 'NotUnderstood' });
      const { user, system } = process.cpuUsage(before);
      // A busy machine takes a multiple of the tenth of a second that is aimed at.
      expect((user + system) / 1_000).toBeLessThan(1_000);
    }
  });
});
