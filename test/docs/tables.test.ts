import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABLES, type WrittenTable } from './tables.js';

const ROOT = new URL('../../', import.meta.url);
const pages = [...new Set(TABLES.map(table => table.page))];

/** A page with one of its tables written anew between the table's two comments. */
function withTable(text: string, { page, name }: WrittenTable, markdown: string): string {
  const begin = `<!-- ${name}: written by npm run docs -->`;
  const end = `<!-- end of ${name} -->`;
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${page} needs the lines\n${begin}\n${end}`);
  return `${text.slice(0, before)}${begin}\n${markdown}\n${text.slice(after)}`;
}

describe('the docs', () => {
  it.each(pages)('%s has the tables that the code makes (npm run docs writes them)', async page => {
    let text = readFileSync(new URL(page, ROOT), 'utf8');
    for (const table of TABLES.filter(t => t.page === page))
      text = withTable(text, table, await table.markdown());
    await expect(text).toMatchFileSnapshot(`../../${page}`);
  });
});
