import { describe, expect, it } from 'vitest';
import { marchRows, orderFile } from '../../../../test/support/march-shop.js';
import { openTestShop } from '../../../../test/support/shop.js';

describe('hardly any data', () => {
  const ask = async (rows: readonly string[], text = 'segment') => {
    const shop = await openTestShop({}, '2026-03-22T10:00:00Z');
    await shop.load('few.csv', orderFile(rows));
    const answer = await shop.answer(text).catch(error => error);
    await shop.close();
    return answer;
  };

  it('fewer than five customers: scored, and said to mean little', async () => {
    const { rows, notes } = await ask(marchRows(3));
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
    expect((await ask(marchRows(9), 'segment as-of:2026-01-01')).message).toBe(
      'Nobody had ordered by Jan 1, 2026, so there are no segments as of that day.',
    );
  });

  it('those in no segment, and those who come later, are said', async () => {
    const rows = [...marchRows(10), 'x,2026-03-05,ret,Only Returns,Tea,-5', 'y,2026-03-06,,,Tea,5'];
    const { notes } = await ask(rows, 'segment as-of:2026-03-08');
    expect(notes).toContain('1 customer has returns but no orders: in no segment.');
    expect(notes).toContain('2 customers have ordered only after Mar 8, 2026: not counted yet.');
    expect(notes).toContain('1 line without a customer: in no segment.');
  });
});

describe('segments under a filter', () => {
  const rows = [
    ...marchRows(20).map((row, i) => `${row},${[0, 1, 18, 19].includes(i) ? 'France' : 'Spain'}`),
    // The last of the French customers spends 1,000 in Spain on the same day.
    'x,2026-03-20,c20,Customer 20,Tea,1000,Spain',
  ];
  const open = async () => {
    const shop = await openTestShop({}, '2026-03-22T10:00:00Z');
    await shop.load('countries.csv', orderFile(rows).replace('Amount', 'Amount,Country'));
    return shop;
  };
  const sizes = (answer: { rows: readonly Readonly<Record<string, unknown>>[] }) =>
    answer.rows.filter(row => row.customers !== 0).map(row => [row.segment, row.customers, row.revenue]);

  it('are those of the whole shop, with all that its customers bought', async () => {
    const shop = await open();
    const answer = await shop.ask('segment country:France');
    // c20 is the only customer with two orders, so F 5; c19 is as recent, c01 and c02 the longest away.
    expect(sizes(answer)).toEqual([
      ['VIP', 1, 1_200],
      ['Potential Loyalists', 1, 190],
      ['Lost Customers', 2, 30],
    ]);
    expect(answer.notes).toContainEqual({ kind: 'customersFiltered', customers: 4, of: 20 });
    expect(answer.followUps[0]).toEqual({ label: 'VIP customers', text: 'segment vip country:France' });
    await shop.close();
  });

  it('are scored anew if that is asked for, by what matches alone', async () => {
    const shop = await open();
    const answer = await shop.ask('segment country:France scored:filtered');
    // 10, 20, 190 and 200 in one order each: without frequency nobody is more than a potential loyalist.
    expect(answer.rows.reduce((sum, row) => sum + Number(row.revenue), 0)).toBe(420);
    expect(answer.notes).toContainEqual({ kind: 'scoredAmongFiltered', customers: 4 });
    await shop.close();
  });

  it('has nobody new in its shifts who had only bought something else before', async () => {
    const shop = await open();
    await shop.load(
      'later.csv',
      orderFile(['y,2026-03-21,c10,Customer 10,Tea,5,France']).replace('Amount', 'Amount,Country'),
    );
    const { rows: moves } = await shop.answer('segment shifts since 2026-03-21 country:France');
    expect(moves.map(move => move.from)).not.toContain('New');
    expect(moves.find(move => move.customers === 1)).toBeDefined();
    await shop.close();
  });
});
