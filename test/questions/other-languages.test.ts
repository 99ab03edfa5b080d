import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inEnglish } from '../../src/language/compose/translate.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';
import { BY_CONCEPT, NO_CONCEPT } from './by-concept-abroad.js';
import { FOLLOW_UPS } from './fragments.js';
import { MOST_AND_SUMS, NOT_READ } from './most-and-sums-abroad.js';
import { FRENCH, GERMAN, SPANISH } from './other-languages.js';
import { QUERIES } from './queries-in-words.js';

describe('what people type in other languages, and what follows', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2005-06-10T10:00:00Z');
    await shop.load('toy.csv', toyShop());
  });
  afterAll(() => shop.close());

  describe.each([
    ['German', GERMAN],
    ['French', FRENCH],
    ['Spanish', SPANISH],
    ['most and sums', MOST_AND_SUMS],
    ['words of each concept', BY_CONCEPT],
  ])('%s', (_language, texts) => {
    it.each(texts)('%j becomes %j', async (text, question) => {
      expect((await shop.ask(text)).question).toBe(question);
    });
  });

  it.each(FOLLOW_UPS)('%j and then %j becomes %j', async (first, then, question) => {
    const before = await shop.ask(first);
    expect((await shop.ask(then, before.question)).question).toBe(question);
  });

  it('takes umlauts that are written with two letters, no accents and capitals alike', async () => {
    for (const text of ['Verkäufe für Frankreich', 'verkaeufe fuer frankreich', 'VERKÄUFE FÜR FRANKREICH'])
      expect((await shop.ask(text)).question).toBe('sales country:France');
    for (const text of ["chiffre d'affaires de l'Espagne", 'chiffre d’affaires de l’espagne'])
      expect((await shop.ask(text)).question).toBe('sales country:Spain');
  });

  it('leaves names of the shop as they are, though they look like words', async () => {
    const { question } = await shop.ask('Wann hat La Rochelle Gifts zuletzt bestellt?');
    expect(question).toBe('sales list:customers customer:"La Rochelle Gifts"');
  });

  it('says what a text was read as', async () => {
    const { notes } = await shop.ask('umsatz 2004 in frankreich');
    expect(JSON.stringify(notes)).toContain('Read from German as \\"revenue 2004 in france\\".');
  });

  it('refuses talk that has the words of a figure', async () => {
    for (const text of NO_CONCEPT) await expect(shop.ask(text), text).rejects.toThrow();
  });

  it('refuses what has a word it does not know, rather than to leave it out', async () => {
    for (const text of [
      'Umsatz mit rosa Elefanten',
      'Könnten Sie mir bitte sagen, wie viel Umsatz wir mit rosa Elefanten gemacht haben? Danke!',
      'Bonjour à tous, il me faudrait les ventes du magasin rose pour la réunion',
      'Hola equipo, necesito las ventas del elefante azul para el informe',
      "chiffre d'affaires des éléphants roses",
      'ventas de elefantes rosas',
      'Welche Kunden haben nie rosa Elefanten gekauft?',
      'welche kunden haben noch nie storniert',
      'waren es 2004 mehr als 100 bestellungen',
      "clients qui n'ont jamais acheté d'éléphants",
      'clientes que nunca compraron elefantes',
      ...NOT_READ,
    ])
      await expect(shop.ask(text)).rejects.toMatchObject({ name: 'NotUnderstood' });
  });
});

describe('English', () => {
  it('is not taken for another language', () => {
    const taken = QUERIES.map(([text]) => text)
      .filter(text => !/[äöüéíóñ]|\b(?:clients|clientes|kunden|bestellungen)\b/i.test(text))
      .filter(text => inEnglish(text).language !== undefined);
    expect(taken).toEqual([]);
  });
});
