import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QueryInput, queryOf } from '../../src/core/query/query.js';
import { isQueryText, parseQueryText, queryText } from '../../src/core/query/query-text.js';
import { anyQuery } from './arbitrary-query.js';

const roundTrip = (parts: QueryInput) => parseQueryText(queryText(queryOf(parts)));

/** What a text is refused with. */
function refusal(text: string): string {
  try {
    parseQueryText(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error(`Read without complaint: ${text}`);
}

describe('the text of a query', () => {
  it('reads back as the same query, whatever the query', () => {
    fc.assert(
      fc.property(anyQuery, query => {
        const text = queryText(query);
        expect(isQueryText(text)).toBe(true);
        expect(parseQueryText(text)).toEqual(query);
        expect(parseQueryText(`sales ${text}`)).toEqual(query);
        expect(queryText(parseQueryText(text))).toBe(text);
      }),
      { seed: 16, numRuns: 1_000 },
    );
  });

  it.each([
    1e-7,
    0.1 + 0.2,
    1e-12,
    123_456.000_000_000_07,
    1.5e300,
    5e-324,
    -0.005,
    1e21,
  ])('keeps the number %s to its last digit', from => {
    expect(roundTrip({ where: [{ field: 'order-total', range: { from } }] }).where[0]?.range).toEqual({
      from,
    });
  });

  it.each(['1..2x', '2024..2025-01', '3..5', '>3', '1..2,3'])('keeps the value %s a value', value => {
    const where = [{ field: 'size', values: [value, 'other'] }];
    expect(roundTrip({ where }).where).toEqual(where);
  });

  it('reads spaces, lines and tabs between parts alike', () => {
    expect(
      parseQueryText('measure:orders\n\tby:country,  status  who(segment:VIP  and\torders:>3 )'),
    ).toEqual(parseQueryText('measure:orders by:country,status who(segment:VIP and orders:>3)'));
  });

  it('says what stands twice, what is missing and what is no number', () => {
    expect(refusal('measure:orders period:2004 period:2005')).toContain('"period" stands twice');
    expect(refusal('measure:orders top:5 bottom:5')).toContain('"top" stands twice');
    expect(refusal('measure:orders who(orders:>1) who(orders:>2)')).toContain('"who" stands twice');
    expect(refusal('measure:orders rank:units')).toContain('need a limit');
    expect(refusal('measure:orders by:country top:many')).toBe('a number is missing: "many".');
    expect(refusal('measure:orders order-total:>50k')).toContain('a range such as >3');
    expect(refusal('list:products')).toBe('one of customers, orders is missing: "products".');
    expect(refusal('measure:orders country:"Sp')).toContain('not closed');
    expect(refusal('measure:orders country:')).toBe('a word is missing at the end.');
  });

  it('refuses conditions that stand too deep in each other', () => {
    const deep = (n: number) => `list:customers who(${'not '.repeat(n)}orders:>1)`;
    expect(parseQueryText(deep(10)).who).toMatchObject({ kind: 'not' });
    expect(refusal(deep(11))).toContain('at most 10 deep');
    expect(refusal(`list:customers who(${'('.repeat(5_000)}`)).toContain('at most 10 deep');
  });
});
