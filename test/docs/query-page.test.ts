import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { querySchema } from '../../src/core/query/query.js';
import { isQueryText, parseQueryText, queryText } from '../../src/core/query/query-text.js';

const page = readFileSync(new URL('../../docs/query.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(json)?\n(.*?)^```$/gms)].map(([, kind, text = '']) => ({
  kind,
  text,
}));
const texts = blocks.flatMap(({ kind, text }) => (kind ? [] : text.trim().split('\n')));

describe('docs/query.md', () => {
  it('has examples', () => expect(texts.length).toBeGreaterThan(10));

  it.each(texts)('%s is a query', text => {
    expect(isQueryText(text)).toBe(true);
    const query = parseQueryText(text);
    expect(parseQueryText(queryText(query))).toEqual(query);
  });

  it('begins with one query in both forms', () => {
    const [json, text] = blocks;
    expect(querySchema.parse(JSON.parse(json?.text ?? ''))).toEqual(parseQueryText(text?.text.trim() ?? ''));
  });

  // The table of parts: its cells in JSON are parts of a query.
  it.each(
    [...page.matchAll(/^\|[^|]+\| `("[^`]+)` \|/gm)].map(([, part]) => String(part)),
  )('%s is a part', part => {
    const given = JSON.parse(`{${part}}`) as { rows?: unknown; by?: unknown };
    const whole = given.rows
      ? { by: ['country'], ...given }
      : given.by
        ? { rows: 'groups', ...given }
        : given;
    expect(querySchema.safeParse(whole).error).toBeUndefined();
  });
});
