import { describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/analyses/registry.js';
import { examplesOf } from '../../src/answering/declaration.js';
import { answerJson } from '../../src/core/answer/answer.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';

const FRACTION = 'Order ID,Order Date,Amount\nx1,2026-03-02,0.1375\n';
const FINER = 'Order ID,Order Date,Amount\nx2,2026-03-02,0.000125\n';

/** The examples of all questions. */
async function examples(): Promise<Set<string>> {
  const texts = (await allQuestions()).flatMap(q => examplesOf(q, 20_600));
  return new Set(texts.filter(t => !t.includes('NAME')));
}

/** What a shop answers to them, with charts. */
async function answersOf(shop: TestShop): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const text of await examples()) {
    const answer = await shop.ask(text).catch((error: Error) => error);
    if (answer instanceof Error) answers[text] = answer.message;
    else {
      const charts = answer.charts.map(({ currency: _, ...chart }) => chart);
      answers[text] = { ...answerJson(answer), charts };
    }
  }
  return answers;
}

describe('a store of amounts in cents', () => {
  it('answers every question as before once it has more decimals', async () => {
    const shop = await openTestShop({}, '2027-06-01T00:00:00Z');
    await shop.load('shop.csv', toyShop());
    const before = await answersOf(shop);
    expect(Object.keys(before).length).toBeGreaterThan(60);
    // Four decimals, and then six.
    const loaded = [await shop.load('four.csv', FRACTION), await shop.load('six.csv', FINER)];
    for (const { id } of loaded) await shop.undo(id);
    expect(await answersOf(shop)).toEqual(before);
    await shop.close();
  });

  it('shows no more decimals than cents where lines have fractions of them', async () => {
    const shop = await openTestShop({}, '2027-06-01T00:00:00Z');
    const [header = '', ...lines] = toyShop().trim().split('\n');
    const price = header.split(',').indexOf('Unit Price');
    expect(price).toBeGreaterThan(0);
    const finer = lines.map((line, i) => {
      const cells = line.split(',');
      cells[price] = `${cells[price]}${10 + (i % 90)}`;
      return cells.join(',');
    });
    await shop.load('shop.csv', [header, ...finer].join('\n'));
    let figures = 0;
    for (const text of await examples()) {
      const answer = await shop.ask(text).catch(() => undefined);
      for (const row of answer?.rows ?? [])
        for (const { key, unit } of answer?.columns ?? []) {
          const value = row[key];
          if (unit !== 'money' || typeof value !== 'number') continue;
          expect(Math.round(value * 100) / 100, `${text}: ${key}`).toBe(value);
          figures++;
        }
    }
    expect(figures).toBeGreaterThan(500);
    await shop.close();
  });
});
