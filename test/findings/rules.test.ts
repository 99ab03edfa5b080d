import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../src/core/answer/finding-rules.js';
import { openTestShop, type TestShop } from '../support/shop.js';

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

const load = async (rows: readonly string[]): Promise<TestShop> => {
  const shop = await openTestShop({}, '2026-12-01T00:00:00Z');
  await shop.load(
    'shop.csv',
    `Order ID,Order Date,Customer,Category,Country,Status,Amount\n${rows.join('\n')}\n`,
  );
  return shop;
};

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

  it('speak of a few that bring most only where there are a few', async () => {
    const amounts = [800, 20, 20, 20, 20, 20, 20, 20, 20, 20];
    const shop = await load(amounts.map((a, i) => `${i},2026-03-0${(i % 9) + 1},C${i},K${i},L,Shipped,${a}`));
    const { observations, actions } = await shop.answer('by category');
    // 800 of 980 is 81.6 %.
    expect(observations).toContain('One category (10.0%) brings 80% of the revenue.');
    expect(actions).toEqual([
      'Spread the risk: K0 alone brings 81.6% of the revenue, so a bad quarter there is a bad quarter for the shop.',
    ]);
    const even = await load(amounts.map((_, i) => `${i},2026-03-0${(i % 9) + 1},C${i},K${i},L,Shipped,10`));
    const quiet = await even.answer('by category');
    expect([...quiet.observations, ...quiet.actions]).toEqual(['10 categories in all.']);
    await Promise.all([shop.close(), even.close()]);
  });

  it('say what explains a change, and compare the same months', async () => {
    const rows = ['01', '02', '03'].flatMap((month, i) => [
      `a${i},2025-${month}-10,C1,Tea,Spain,Shipped,100`,
      `b${i},2025-${month}-11,C2,Cup,Spain,Shipped,50`,
      `c${i},2026-${month}-10,C1,Tea,Spain,Shipped,160`,
      `d${i},2026-${month}-11,C2,Cup,Spain,Shipped,45`,
    ]);
    // April and May of 2025 have no counterpart yet.
    const shop = await load([...rows, 'x,2025-04-05,C1,Tea,Spain,Shipped,900']);
    const answer = await shop.answer('2026 vs 2025 by category');
    // 3 x 205 = 615 against 3 x 150 = 450 up to 11 March.
    expect(answer.headline).toBe(
      'Jan 1 – Mar 11, 2026 brought $615.00: $165.00 more than Jan 1 – Mar 11, 2025 (+36.7%).',
    );
    expect(answer.observations).toContain('Grew most: Tea (+$180.00, +60.0%).');
    expect(answer.observations).toContain('Shrank most: Cup (−$15.00, -10.0%).');
    await shop.close();
  });

  it('speak of the measure that was asked for, in headline and chart', async () => {
    // Tea brings the most with one order, cups have the most orders.
    const rows = [
      '1,2026-01-05,A,Tea,Spain,Shipped,900',
      ...[2, 3, 4].map(i => `${i},2026-02-0${i},A,Cup,Italy,Shipped,10`),
    ];
    const shop = await load(rows);
    const said = async (text: string) => {
      const { headline, charts } = await shop.ask(text);
      return [headline, charts[0]?.title];
    };
    expect(await said('orders by category and country')).toEqual([
      'Cup and Italy lead together with 3 orders.',
      'Cup and Italy lead: 3 orders',
    ]);
    expect(await said('by category and country')).toEqual([
      'Tea and Spain bring the most together: $900.00, 96.8% of revenue.',
      'Tea and Spain bring the most: $900',
    ]);
    expect(await said('orders per month by category')).toEqual([
      'Cup leads with 3 orders; Tea follows with 1 order.',
      'Cup leads with 3 orders',
    ]);
    await shop.close();
  });

  it('compare only the part of a year that both years have', async () => {
    // The shop opened on 1 July 2025; 2026 before July has no counterpart.
    const rows = ['2025-07-01', '2025-08-10', '2026-01-05', '2026-07-03', '2026-08-10', '2026-12-31'];
    const shop = await load(rows.map((day, i) => `${i},${day},C${i},K${i % 2},L,Shipped,${(i + 1) * 100}`));
    const answer = await shop.answer('2026 vs 2025');
    // 400 + 500 + 600 against 100 + 200.
    expect(answer.headline).toBe(
      'Jul 1 – Dec 31, 2026 brought $1,500.00: $1,200.00 more than Jul 1 – Dec 31, 2025 (+400.0%).',
    );
    expect(answer.notes).toContain(
      'The data starts on Jul 1, 2025, so only the last part of each period is compared.',
    );
    await shop.close();
  });

  it('tell cancelled orders from returned and waiting ones', async () => {
    const statuses = ['Shipped', 'Cancelled', 'Refunded', 'Not cancelled', 'On Hold', 'Processed'];
    const shop = await load(statuses.map((s, i) => `${i},2026-03-0${i + 1},C${i},K,L,${s},${(i + 1) * 10}`));
    const { headline, observations } = await shop.answer('order status');
    expect(headline).toBe('1 order worth $20.00 was cancelled: 9.5% of revenue.');
    expect(observations).toEqual([
      'Cancelled: 1 order worth $20.00 (9.5% of revenue).',
      'Refunded: 1 order worth $30.00 (14.3% of revenue).',
      'On Hold: 1 order still to come, worth $50.00 (23.8% of revenue).',
    ]);
    await shop.close();
  });

  it('call a day unusual against its own weekday', async () => {
    // Saturdays always bring ten times as much; one Tuesday brings twenty times.
    const rows = Array.from({ length: 140 }, (_, i) => {
      const date = new Date(Date.UTC(2026, 0, 5 + i));
      const weekday = date.getUTCDay();
      const amount = (weekday === 6 ? 1_000 : 100) + (i % 5) + (i === 71 ? 2_000 : 0);
      return `${i},${date.toISOString().slice(0, 10)},C${i},K,L,Shipped,${amount}`;
    });
    const shop = await load(rows);
    const answer = await shop.answer('peaks by day');
    expect(answer.rows.map(r => r.day)).toEqual(['2026-03-17']);
    expect(answer.headline).toMatch(
      /^One day stands out: Mar 17, 2026 with \$2,101\.00, 20\.4 times the usual/,
    );
    await shop.close();
  });
});
