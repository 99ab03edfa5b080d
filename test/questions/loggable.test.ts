import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/analyses/registry.js';
import { NotUnderstood, ShopkeeperError } from '../../src/core/errors.js';
import { loggable, loggableError } from '../../src/language/logging/loggable.js';
import { redacted } from '../../src/language/logging/redact.js';

describe('a question as it is logged', () => {
  it.each([
    ['sales by country last month', 'sales by country last month'],
    ['sales top-countries for Hans Müller', 'sales top-countries for [word 4] [word 6]'],
    ['segment customer anna.schmidt@example.org', 'segment customer [e-mail 24]'],
    ['segment customer "Anna Schmidt"', 'segment customer [quoted 12]'],
    ['segment customer "Anna Schmidt', 'segment customer [quoted 12]'],
    ['segment customer “Anna Schmidt” map:eleven', 'segment customer [quoted 12] map:eleven'],
    ['sales customer:Schmidt,"Anna S" country:Spain', 'sales customer:[value 16] country:[value 5]'],
    ['sales ahmed:market', 'sales [word 5]:[value 6]'],
    ['orders of C1042 since 2026-03-31', 'orders of [number 5] since [number 10]'],
    ['call +49 170 1234567 about orders', '[word 4] +[number 2] [number 3] [number 7] about orders'],
    ['<@U0123|anna> revenue <https://evil.example/anna>', '[mention] revenue [link 26]'],
    ['what did JOSÉ spend in Q4 2025?', 'what did [word 4] spend in [number 2] [number 4]?'],
    ['segment scoring:rank as-of:2026-03-31', 'segment scoring:rank as-of:[value 10]'],
    ['map:Schmidt', 'map:[word 7]'],
    ['sales on monday in March', 'sales on monday in march'],
    ['销售 张伟', '[word 2] [word 2]'],
    ['line\nbreak\u0000', 'line break'],
  ])('%s', async (text, logged) => expect(await loggable(text)).toBe(logged));

  it('has no word that is not in the vocabulary, no digit and no address, whatever is typed', () => {
    const vocabulary = new Set(['sales', 'country', 'by']);
    const word = fc.oneof(
      fc.constantFrom(
        'sales',
        'by',
        'country:',
        'map:',
        '"',
        '“',
        '@',
        '<',
        'secret',
        'Sécret',
        '5',
        'x@y.zz',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const marks = /\[(?:quoted|mention|link|e-mail|value|number|word)(?: \d+)?\]/g;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.constantFrom('', ' '), (words, gap) => {
        const rest = redacted(words.join(gap), w => vocabulary.has(w)).replace(marks, ' ');
        expect(rest.replace(/\b(?:sales|country|by|map)\b/g, '')).toMatch(/^[-\s.,:;?!&+/%]*$/u);
      }),
      { seed: 16, numRuns: 3_000 },
    );
  });

  it('takes time that grows with the length of the text', () => {
    for (const text of [
      '"'.repeat(10_000),
      'a:'.repeat(5_000),
      'a@'.repeat(5_000),
      '1.'.repeat(5_000),
      '<@'.repeat(5_000),
    ])
      expect(redacted(text, () => false).length).toBeLessThan(200_000);
  });

  it("has every word of a question's own examples but for values and numbers", async () => {
    for (const question of await allQuestions()) {
      const words = question.words.join(' ');
      expect(await loggable(words), question.name).not.toContain('[word');
    }
  });
});

describe('an error as it is logged', () => {
  it('has what is wrong and where, and nothing that was typed', () => {
    const own = new ShopkeeperError('No customer is called "Anna Schmidt"; the shop\'s own are.');
    expect(loggableError(own)).toMatchObject({
      type: 'ShopkeeperError',
      message: "No customer is called [quoted 12]; the shop's own are.",
      stack: expect.stringMatching(/^\s+at .*loggable\.test/),
    });
    expect(
      JSON.stringify(loggableError(new NotUnderstood('"Anna" is no word.', ['sales customer:Anna']))),
    ).not.toContain('Anna');
    const engine = Object.assign(
      new Error(
        "select `id` from `customers` where lower(name) = 'anna - x' - SQLITE_BUSY: database is locked",
      ),
      { code: 'SQLITE_BUSY' },
    );
    expect(loggableError(engine)).toMatchObject({
      message: 'SQLITE_BUSY: database is locked',
      code: 'SQLITE_BUSY',
    });
    expect(loggableError('Anna')).toEqual({ message: 'something that is no error was thrown' });
  });
});
