import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { clustersOf } from '../../src/analyses/segment/clusters/figures.js';
import { clustersApart } from '../../src/analyses/segment/clusters/thread.js';
import { answerCsv } from '../../src/core/answer/answer-csv.js';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';

/**
 * Twenty customers with one order each on the 1st to the 20th of March 2026, worth ten dollars times their number; and what
 * came after. Made so that scores can be counted by hand: with five scores four customers have each.
 */
const customers = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const n = String(i + 1).padStart(2, '0');
    return `o${n},2026-03-${n},c${n},Customer ${n},Tea,${(i + 1) * 10}`;
  });
const file = (rows: readonly string[]): string =>
  `Order ID,Order Date,Customer ID,Customer Name,Product,Amount\n${rows.join('\n')}\n`;

describe('questions about segments', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-03-22T10:00:00Z');
    await shop.load('march.csv', file(customers(20)));
  });
  afterAll(() => shop.close());

  it('cut twenty days and amounts into five groups of four, and say that one order each tells nobody apart', async () => {
    const { rows, notes, headline } = await shop.answer('segment cuts');
    // As of 21 March: 1 to 20 days; type 7 at 20 %: 1 + 19 x 0.2 = 4.8.
    expect(rows[0]).toMatchObject({ axis: 'recency', cut1: 4.8, cut2: 8.6, cut3: 12.4, cut4: 16.2 });
    expect(rows[1]).toMatchObject({ axis: 'frequency', cut1: 1, cut4: 1, score1: 20, score5: 0 });
    expect(rows[2]).toMatchObject({ axis: 'monetary', cut1: 48, cut4: 162, score1: 4, score5: 4 });
    expect(notes).toContain('All customers have the same number of orders, so it does not tell them apart.');
    expect(headline).toBe(
      'A customer gets R 5 up to 4.8 days after the last order, M 5 for more than $162.00; nobody gets F 5.',
    );
  });

  it('list a segment in pages, by what they spent, and take the options along', async () => {
    // F is 1 for all, so R >= 3 is Potential Loyalists (12), the others are Lost (8).
    const first = await shop.ask('segment potential 5');
    expect(first.rows.map(row => row.customer)).toEqual(['c20', 'c19', 'c18', 'c17', 'c16']);
    const page = { kind: 'page', page: 1, pages: 3, first: 1, last: 5, of: 12, isBeyondLast: false };
    expect(first.notes).toContainEqual(page);
    expect(first.followUps[0]).toEqual({ label: 'Next page', text: 'segment potential-loyalists 5 page:2' });
    const third = await shop.ask('segment potential 5 page:3');
    expect(third.rows.map(row => row.customer)).toEqual(['c10', 'c09']);
    expect((await shop.ask('segment potential 5 page:9')).notes[0]).toEqual({
      ...page,
      page: 3,
      first: 11,
      last: 12,
      isBeyondLast: true,
    });
    const optioned = await shop.answer('segment lost 2 f-scoring:rank');
    expect(optioned.followUps).toContain('segment lost 2 page:2 f-scoring:rank');
  });

  it('count the money of a plan, those who leave first', async () => {
    const { rows, headline } = await shop.answer('segment actions');
    // 10 + 20 + ... + 80 = 360 and 90 + ... + 200 = 1,740.
    expect(rows.map(r => [r.segment, r.customers, r.revenue])).toEqual([
      ['Lost Customers', 8, 360],
      ['Potential Loyalists', 12, 1_740],
    ]);
    expect(headline).toBe(
      '8 customers who spent $360.00 are slipping away or lost, none of whom spent more than the average customer.',
    );
  });

  it('show scores with 1 for the best where that is asked for, and change nothing else', async () => {
    const usual = await shop.answer('segment export');
    const turned = await shop.answer('segment export best:1');
    expect(
      turned.rows.map(r => [r.customer, 6 - Number(r.r), 6 - Number(r.f), 6 - Number(r.m), r.segment]),
    ).toEqual(usual.rows.map(r => [r.customer, r.r, r.f, r.m, r.segment]));
  });

  it('compare maps by who is called differently', async () => {
    const { rows, headline } = await shop.answer('segment compare five weighted');
    expect(rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(20);
    const differing = rows
      .filter(row => row.same === 'no')
      .reduce((sum, row) => sum + Number(row.customers), 0);
    expect(headline).toBe(`${differing} customers of 20 are called differently by five and weighted.`);
  });

  it('draw a map with the customers in its cells', async () => {
    const { rows, observations } = await shop.answer('segment map high-value');
    expect(rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(20);
    expect(rows.reduce((sum, row) => sum + Number(row.cells), 0)).toBe(125);
    expect(observations[0]).toContain('54 combinations of R, F and M are left over');
  });

  it('say who moved: everybody grows older, and who comes back is seen', async () => {
    const later = await openTestShop({}, '2026-04-22T10:00:00Z');
    await later.load('march.csv', file(customers(20)));
    await later.load(
      'april.csv',
      file(['n1,2026-04-20,c01,Customer 01,Tea,500', 'n2,2026-04-20,new,New One,Tea,5']),
    );
    const { rows, observations, question } = await later.answer('segment shifts since april');
    expect(question).toBe('segment shifts since 2026-04');
    // What is asked on is of the same days.
    const vip = await later.answer('segment shifts vip since april');
    expect(vip.followUps[0]).toBe('segment shifts since 2026-04');
    const all = await later.answer('segment shifts since april map:eleven');
    const leaving = all.followUps.filter(text => text.startsWith('segment shifts'));
    expect(leaving.length).toBeGreaterThan(0);
    expect(leaving.every(text => text.endsWith('since 2026-04 map:eleven'))).toBe(true);
    // On 31 March as above: c01 Lost; on 21 April with two orders, the newest and the most.
    expect(rows).toContainEqual({ from: 'Lost Customers', to: 'VIP', customers: 1, monetary: 510 });
    expect(rows.find(row => row.from === 'New')).toMatchObject({ customers: 1, monetary: 5 });
    expect(observations[0]).toContain('came back');
    expect(vip.rows).toEqual([
      {
        customer: 'c01',
        name: 'Customer 01',
        from: 'Lost Customers',
        to: 'VIP',
        monetary: 510,
        recency: 1,
        lastOrder: '2026-04-20',
      },
    ]);
    await later.close();
  });

  it('profile a customer: the last year, what they buy, what is overdue', async () => {
    const days = ['2025-08-03', '2025-09-02', '2025-10-02', '2025-11-01'];
    const regular = await openTestShop({}, '2026-03-22T10:00:00Z');
    await regular.load(
      'all.csv',
      file([...customers(20), ...days.map((day, i) => `r${i},${day},reg,Regular Joe,Cake,100`)]),
    );
    const { observations, headline, rows } = await regular.answer('segment customer regular joe');
    expect(headline).toBe(
      'Regular Joe is an at-risk customer: 4 orders worth $400.00, the last 140 days ago.',
    );
    expect(rows[0]).toMatchObject({ customer: 'reg', recency: 140, frequency: 4, monetary: 400 });
    // One order every 30 days, due on 1 December, 110 days before 21 March.
    expect(observations).toContain(
      'Usually 30 days between orders; the next was due on Dec 1, 2025 and is overdue by 110 days.',
    );
    // Alone until February, with nobody to be compared with: lost by every quintile of one.
    expect(observations.find(o => o.startsWith('Segments at the ends'))).toContain('At-Risk Customers');
    expect(observations).toContain('Buys most: Cake ($400.00).');
    await regular.close();
  });

  it('find clusters that reconcile, always the same', async () => {
    const a = await shop.answer('segment clusters 3');
    expect(a.rows).toHaveLength(3);
    expect(a.rows.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(20);
    expect(a.rows.reduce((sum, row) => sum + Number(row.revenue), 0)).toBe(2_100);
    const reversed = await openTestShop({}, '2026-03-22T10:00:00Z');
    await reversed.load('march.csv', file(customers(20).toReversed()));
    expect((await reversed.answer('segment clusters 3')).rows).toEqual(a.rows);
    await reversed.close();
    await expect(shop.ask('segment clusters 9')).rejects.toThrow('9 clusters cannot be made');
  });

  it('find clusters in a thread of its own just as they are found here', async () => {
    const random = new SeededRandom(8);
    const of = (most: number) => Array.from({ length: 6_000 }, () => Math.floor(random.next() ** 3 * most));
    const scored = {
      recency: Int32Array.from(of(900)),
      frequency: Int32Array.from(of(40)),
      monetary: Float64Array.from(of(1_000_000)),
      figures: { revenue: Float64Array.from(of(1_000_000)) },
    };
    const found = await clustersApart(scored);
    expect(found).toEqual(await clustersOf(scored));
    expect(found?.clusters.reduce((sum, c) => sum + c.customers, 0)).toBe(6_000);
    expect(found?.sampled).toBe(4_000);
  });

  it('report everything once, with its details', async () => {
    const report = await shop.ask('segment report');
    expect(report.thread.map(part => part.title)).toEqual([
      'Segments side by side',
      'Revenue against customers',
      'Spending by recency and frequency',
      'Customers by recency and frequency',
      'How customers are spread',
      'Who moved',
      'The plan',
      'Segment map five',
      'How customers are scored',
    ]);
    const texts = [report, ...report.thread].flatMap(part => [...part.notes, ...part.observations]);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('an export', () => {
  it('is safe to open in a spreadsheet, and has every customer', async () => {
    const shop = await openCornerShop();
    const answer = await shop.ask('segment export');
    expect(answer.file).toBe('customers-2026-03-29.csv');
    const lines = (await answerCsv(answer)).split('\r\n');
    expect(lines[0]).toBe('\uFEFFcustomer,name,recency,frequency,monetary,r,f,m,segment,lastOrder');
    expect(lines).toContain(`c3,"'=HYPERLINK(1)",43,1,24.04,2,1,1,Lost Customers,2026-02-14`);
    expect(lines.filter(line => line !== '')).toHaveLength(6);
    await shop.close();
  });
});

describe('hardly any data', () => {
  const ask = async (rows: readonly string[], text = 'segment') => {
    const shop = await openTestShop({}, '2026-03-22T10:00:00Z');
    await shop.load('few.csv', file(rows));
    const answer = await shop.answer(text).catch(error => error);
    await shop.close();
    return answer;
  };

  it('fewer than five customers: scored, and said to mean little', async () => {
    const { rows, notes } = await ask(customers(3));
    expect(rows.reduce((sum: number, row: { customers: number }) => sum + row.customers, 0)).toBe(3);
    expect(notes[0]).toBe('With 3 customers the scores say little: scores 1 to 5 need 5 or more.');
  });

  it('all equal: nothing tells them apart', async () => {
    const same = Array.from({ length: 8 }, (_, i) => `o${i},2026-03-01,c${i},C${i},Tea,10`);
    const { notes } = await ask(same);
    expect(notes).toEqual(
      ['days since the last order', 'number of orders', 'money spent'].map(
        what => `All customers have the same ${what}, so it does not tell them apart.`,
      ),
    );
    expect((await ask(same, 'segment clusters')).headline).toBe(
      'The customers differ too little to be put into clusters.',
    );
  });

  it('no customers, returns alone, and a day before all orders: what can be done', async () => {
    expect((await ask(['o1,2026-03-01,,,Tea,10'])).message).toContain('name no customers');
    expect((await ask(['o1,2026-03-01,c1,C,Tea,-10', 'o2,2026-03-02,c2,D,Tea,-5'])).message).toContain(
      'returns but no order',
    );
    expect((await ask(customers(9), 'segment as-of:2026-01-01')).message).toBe(
      'Nobody had ordered by Jan 1, 2026, so there are no segments as of that day.',
    );
  });

  it('those in no segment, and those who come later, are said', async () => {
    const rows = [...customers(10), 'x,2026-03-05,ret,Only Returns,Tea,-5', 'y,2026-03-06,,,Tea,5'];
    const { notes } = await ask(rows, 'segment as-of:2026-03-08');
    expect(notes).toContain('1 customer has returns but no order: in no segment.');
    expect(notes).toContain('2 customers have ordered only after Mar 8, 2026: not counted yet.');
    expect(notes).toContain('1 line without a customer: in no segment.');
  });
});
