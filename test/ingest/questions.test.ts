import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/core/calendar/days.js';
import type { IngestOptions } from '../../src/ingest/understand/plan.js';
import type { FileQuestion } from '../../src/ingest/understand/questions/question.js';
import { asking, type Person } from '../../src/surfaces/cli/prompt.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const TWO = 'Day,Thing,Alpha,Beta\n2026-03-01,Tulips,9.50,12.00\n2026-03-02,Card,4.00,5.50\n';
const US = 'Order ID,Order Date,Amount\n1,01/02/2026,5\n2,03/04/2026,6\n';
/** Tickets whose numbers come again on other days, though hardly a day begins with the first of them. */
const TICKETS = [
  'Ticket,Date,Item,Amount',
  ...[7, 8, 9].flatMap(n => [`${n}0,2026-01-05,Tea,3.00`, `${n}0,2026-01-0${n},Bun,${n}.00`]),
].join('\n');

/** A person who types these lines, one after another. */
class Typist implements Person {
  readonly told: string[] = [];
  constructor(private readonly lines: (string | undefined)[]) {}
  tell(text: string): void {
    this.told.push(text);
  }
  async reply(): Promise<string | undefined> {
    return this.lines.shift();
  }
}

describe('what a file leaves open', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop({ SHOP_CURRENCY: 'USD' }, '2026-12-31T10:00:00Z');
  });
  afterEach(() => shop.close());

  const ingest = async (name: string, content: string, options: IngestOptions = {}) => {
    const path = join(shop.folder, name);
    await writeFile(path, content);
    return shop.ingest(path, undefined, options);
  };
  /** The question that a load is refused with. */
  const questionOf = async (content: string): Promise<FileQuestion | undefined> => {
    const error: unknown = await ingest('open.csv', content).catch(e => e);
    return (error as { question?: FileQuestion }).question;
  };

  it('is asked with two or three answers, and the load goes on with the one that is chosen', async () => {
    const person = new Typist(['five', '2']);
    const result = await ingest('two.csv', TWO, { ask: asking(person) });
    expect(result).toMatchObject({ loaded: true, revenue: 1_750 });
    expect(person.told[0]).toBe(
      'Which column of two.csv is the amount of a sale?\n' +
        '  1  "Alpha": $13.50 in 2 orders, Mar 1 – Mar 2, 2026\n' +
        '  2  "Beta": $17.50 in 2 orders, Mar 1 – Mar 2, 2026',
    );
    expect(person.told[1]).toContain('"five"');
  });

  it.each([
    ['an empty line', ''],
    ['the end of the input', undefined],
  ])('loads nothing at %s', async (_, line) => {
    const load = ingest('two.csv', TWO, { ask: asking(new Typist([line])) });
    await expect(load).rejects.toMatchObject({ question: { kind: 'amount' } });
    expect(await shop.ingests()).toEqual([]);
    expect(await shop.mappings()).toEqual([]);
  });

  it('day and month are asked about where nothing tells, with what each gives', async () => {
    const question = await questionOf(US);
    expect(question).toMatchObject({ kind: 'dayAndMonth', choices: [{}, {}] });
    const days = question?.choices.map(c => [isoOf(c.figures.firstDay), isoOf(c.figures.lastDay)]);
    expect(days).toEqual([
      ['2026-01-02', '2026-03-04'],
      ['2026-02-01', '2026-04-03'],
    ]);
    const said = await ingest('us.csv', US, { map: ['Order Date=date dmy'] });
    expect(isoOf(said.firstDay)).toBe('2026-02-01');
  });

  it('day and month are not asked about where day and month are the same', async () => {
    expect(await questionOf('Order ID,Order Date,Amount\n1,02/02/2026,5\n2,03/03/2026,6\n')).toBeUndefined();
  });

  it('which of two dates is the day of the sale is asked where neither name nor values tell', async () => {
    const months = [
      [1, 2],
      [3, 1],
      [2, 4],
      [4, 3],
      [1, 3],
      [3, 4],
      [2, 1],
      [4, 2],
    ];
    const rows = months.map(([a, b], i) => `${i},2026-0${a}-0${i + 1},2026-0${b}-1${i},5.00`);
    const question = await questionOf(`Order ID,First,Second,Amount\n${rows.join('\n')}\n`);
    expect(question?.kind).toBe('date');
    expect(question?.choices.map(c => c.reading.columns)).toEqual([['First'], ['Second']]);
  });

  it('is asked where numbers of orders come again on other days and nothing proves that they restart', async () => {
    const question = await questionOf(TICKETS);
    expect(question?.kind).toBe('orders');
    expect(question?.choices.map(c => [c.reading.how.kind, c.figures.orders])).toEqual([
      ['column', 3],
      ['numberAndDay', 6],
    ]);
    expect(await ingest('t.csv', TICKETS, { map: ['Ticket=dailyOrderId'] })).toMatchObject({ orders: 6 });
  });

  it('is not asked where the answer changes no figure', async () => {
    const same = TWO.replaceAll('12.00', '9.50').replaceAll('5.50', '4.00');
    expect(await questionOf(same)).toBeUndefined();
  });

  it('is remembered for files with the same columns, in whatever order', async () => {
    await ingest('two.csv', TWO, { ask: asking(new Typist(['2'])) });
    const next = await ingest('next.csv', 'Beta,Alpha,Day,Thing\n21.00,15.00,2026-03-03,Vase\n');
    expect(next).toMatchObject({ revenue: 2_100 });
    expect(next.understood?.remembered).toMatchObject([{ file: 'two.csv', question: 'amount' }]);
    const [mapping] = await shop.mappings();
    expect(mapping).toMatchObject({
      columns: [{ header: 'Beta', field: 'amount' }],
      headers: ['Day', 'Thing', 'Alpha', 'Beta'],
    });
    expect(await shop.removeMapping(mapping?.id ?? 0)).toBe(true);
    expect(await shop.removeMapping(mapping?.id ?? 0)).toBe(false);
    expect((await questionOf(TWO.replace('9.50', '9.75')))?.kind).toBe('amount');
  });

  it('is answered by --map, which is remembered only if it answered a question', async () => {
    await ingest('two.csv', TWO, { map: ['Alpha=amount', 'Thing=ignore'] });
    expect(await shop.mappings()).toMatchObject([{ columns: [{ header: 'Alpha', field: 'amount' }] }]);
    await ingest('plain.csv', 'Order ID,Date,Amount\n1,2026-01-05,5\n', { map: ['Amount=amount'] });
    expect(await shop.mappings()).toHaveLength(1);
  });

  it('is read as --map says, whatever is remembered', async () => {
    await ingest('two.csv', TWO, { map: ['Alpha=amount'] });
    const other = TWO.replaceAll('2026-03', '2026-05');
    expect(await ingest('other.csv', other, { map: ['Beta=amount'] })).toMatchObject({ revenue: 1_750 });
    expect(await shop.mappings()).toMatchObject([{ columns: [{ header: 'Beta', field: 'amount' }] }]);
  });

  it('makes the same file with another answer another load, and with the same answer none', async () => {
    await ingest('two.csv', TWO, { map: ['Alpha=amount'] });
    expect(await ingest('two.csv', TWO)).toMatchObject({ loaded: false });
    expect(await ingest('two.csv', TWO, { map: ['Beta=amount'] })).toMatchObject({ loaded: true });
  });

  it('has --map subtract a discount that nothing shows to be taken off', async () => {
    const content = 'Order ID,Date,Amount,Discount\n1,2026-01-05,10.00,1.00\n2,2026-01-06,20.00,3.00\n';
    expect((await questionOf(content))?.choices.map(c => c.figures.revenue)).toEqual([3_000, 2_600]);
    expect(await ingest('a.csv', content, { map: ['Discount=discount'] })).toMatchObject({ revenue: 2_600 });
  });

  /** What is left open, the file, and what its answers give. */
  it.each([
    [
      'amount',
      'two amounts that no sum ties',
      `Order,Date,Amount,Value
1,2026-01-05,10.00,13.00
2,2026-01-06,20.00,22.50
3,2026-01-07,7.00,9.90
`,
      [3_700, 4_540],
    ],
    [
      'amount',
      'an amount that is the same for a product whatever its quantity',
      `Order,Date,Item,Qty,Amount
1,2026-01-05,Mug,2,10.00
2,2026-01-06,Mug,1,10.00
3,2026-01-07,Tea,3,4.00
4,2026-01-09,Tea,1,4.00
`,
      [2_800, 4_600],
    ],
    [
      'amount',
      'an amount that is less than quantity x price, and nothing says why',
      `Document No.,Date,Item,Quantity,Unit Price,Line Amount,Amount
1,2026-03-05,Mug,2,20.00,40.00,36.00
2,2026-03-06,Tea,1,20.00,20.00,18.00
3,2026-03-16,Pot,2,50.00,100.00,90.00
`,
      [16_000, 14_400],
    ],
    [
      'tax',
      'a tax at no known rate beside an amount',
      `Order,Date,Amount,Tax
1,2026-01-05,10.00,1.37
2,2026-01-06,20.00,2.05
3,2026-01-07,7.00,0.81
`,
      [3_700, 3_277],
    ],
    [
      'shipping',
      'shipping beside a total that it may be in',
      `Order,Date,Total,Shipping
1,2026-01-05,10.00,3.00
2,2026-01-06,20.00,0.00
3,2026-01-07,7.00,3.00
`,
      [3_100, 3_700],
    ],
  ])('is asked about the %s of %s', async (kind, _, content, revenues) => {
    const question = await questionOf(content);
    expect(question?.kind).toBe(kind);
    expect(question?.choices.map(c => c.figures.revenue)).toEqual(revenues);
    const second = question?.choices[1]?.reading.maps.map(m => `${question.header[m.column]}=${m.field}`);
    expect(await ingest('open.csv', content, { map: second })).toMatchObject({ revenue: revenues[1] });
  });

  it('is not asked about net beside gross, a total by a rate of tax, or what changes less than 1 %', async () => {
    const rows = (of: (n: number) => string) => [1, 2, 3].map(n => `${n},2026-01-0${n},${of(n)}`).join('\n');
    const net = `Order,Date,Net,Gross\n${rows(n => `${n}0.00,${n}3.00`)}\n`;
    expect(await ingest('net.csv', net)).toMatchObject({ revenue: 6_000 });
    const tax = `Order,Date,Amount,Gross\n${rows(n => `${n}0.00,${n * 12}.00`)}\n`;
    expect(await ingest('tax.csv', tax)).toMatchObject({ revenue: 6_000 });
    const little = `Order,Date,Total,Shipping\n${rows(n => `${n}00.00,0.${n}0`)}\n`;
    expect(await ingest('little.csv', little)).toMatchObject({ loaded: true });
  });

  it('names the columns that are not used, each with the reason', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `${i},2026-01-05,5.00,2026-02-${(i % 28) + 1},,EU,+49 ${i},text ${i}`,
    );
    const header = 'Order ID,Order Date,Amount,Delivery Date,Gift,Depot,Phone,Comment';
    const result = await ingest('c.csv', `${header}\n${rows.join('\n')}\n`, { map: ['Comment=ignore'] });
    expect(result.understood?.leftOut).toEqual([
      { header: 'Delivery Date', why: 'otherDate' },
      { header: 'Gift', why: 'empty' },
      { header: 'Depot', why: 'oneValue' },
      { header: 'Phone', why: 'noGroups' },
      { header: 'Comment', why: 'ignored' },
    ]);
  });

  it('can be looked at without loading: each decision, and the next best', async () => {
    const path = join(shop.folder, 'two.csv');
    await writeFile(path, TWO);
    const { explained } = await shop.understand(path, { isExplained: true });
    const amount = explained.find(e => e.decision.kind === 'amount');
    expect(amount?.figures?.revenue).toBe(1_350);
    expect(amount?.secondFigures?.revenue).toBe(1_750);
    expect(await shop.ingests()).toEqual([]);
  });
});
