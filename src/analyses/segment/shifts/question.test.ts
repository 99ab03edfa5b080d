import { describe, expect, it } from 'vitest';
import { marchRows, orderFile } from '../../../../test/support/march-shop.js';
import { openTestShop } from '../../../../test/support/shop.js';

describe('shifts', () => {
  it('say who moved: everybody grows older, and who comes back is seen', async () => {
    const later = await openTestShop({}, '2026-04-22T10:00:00Z');
    await later.load('march.csv', orderFile(marchRows(20)));
    await later.load(
      'april.csv',
      orderFile(['n1,2026-04-20,c01,Customer 01,Tea,500', 'n2,2026-04-20,new,New One,Tea,5']),
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
});
