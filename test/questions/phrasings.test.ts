import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer/answer.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';
import { REFUSED, UNDERSTOOD } from './phrasings.js';

describe('what people type', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2005-06-10T10:00:00Z');
    await shop.load('toy.csv', toyShop());
  });
  afterAll(() => shop.close());

  it('is tried in enough ways', () => {
    expect(new Set(UNDERSTOOD.map(([text]) => text)).size).toBeGreaterThanOrEqual(150);
    expect(new Set(REFUSED).size).toBeGreaterThanOrEqual(40);
  });

  it.each(UNDERSTOOD)('%j becomes %j, which asks the same again', async (text, question) => {
    const answer = await shop.ask(text.replace(/^\//, ''));
    expect(answer.question).toBe(question);
    // But for how a misspelling was read.
    const plain = ({ notes, ...rest }: Answer) => ({
      ...rest,
      notes: notes.filter(note => note.kind !== 'readAs'),
    });
    expect(plain(await shop.ask(question))).toEqual(plain(answer));
  });

  it.each(REFUSED)('%j is not answered, and what is offered instead is', async text => {
    const refusal = await shop.ask(text).then(
      answer => answer.question,
      error => error,
    );
    expect(refusal).toMatchObject({ name: 'NotUnderstood', suggestions: expect.any(Array) });
    for (const suggestion of refusal.suggestions) await shop.ask(suggestion);
  });
});
