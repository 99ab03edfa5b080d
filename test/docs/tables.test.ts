import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../src/core/answer/finding-rules.js';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
/** A question's `findings.ts`, or rules of something else under a name that ends with it. */
const HAS_RULES = /^(analyses|answering)\/.*\/findings\.ts$|-findings\.ts$/;

/** The rules of every file that has some, in the order of their headings. */
async function allRuleSets(): Promise<RuleSet<never>[]> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(file =>
    HAS_RULES.test(file),
  );
  const modules: { default: RuleSet<never> }[] = await Promise.all(
    files.map(file => import(`${SOURCE}${file}`)),
  );
  return modules.map(module => module.default).sort((a, b) => (a.title < b.title ? -1 : 1));
}

describe('rules', () => {
  it('are all in docs/findings.md, as they say themselves', async () => {
    const sections = (await allRuleSets()).map(({ title, rules }) => {
      const lines = rules.map(r => `| ${r.name} | ${r.kind} | ${r.when} |`);
      return [`## ${title}`, '', '| rule | says an | when |', '| --- | --- | --- |', ...lines].join('\n');
    });
    const head =
      '# Findings\n\nEvery sentence under an answer is made by one of these rules from the numbers of that answer alone (the `findings.ts` beside it).\nA rule whose condition does not hold says nothing. This page is written by `npx vitest run test/findings -u`.\n';
    await expect(`${head}\n${sections.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/findings.md');
  });
});
