import { describe, expect, it } from 'vitest';
import { memoizedByDataVersion } from '../../src/store/engine/memoize.js';
import { openCornerShop } from '../support/shop.js';

describe('what is worked out once for each version of the data', () => {
  it('is worked out once, by whoever comes first, and anew when the data changes', async () => {
    const shop = await openCornerShop();
    const { store } = shop.shop;
    let times = 0;
    const work = async () => ++times;
    const ask = () => store.read(own => memoizedByDataVersion(own, 'a thing', work));
    expect(await Promise.all([ask(), ask(), memoizedByDataVersion(store, 'a thing', work)])).toEqual([
      1, 1, 1,
    ]);
    expect(await memoizedByDataVersion(store, 'another', work)).toBe(2);
    await shop.load('more.csv', 'Order ID,Order Date,Customer ID,Amount\nZ1,2026-03-20,z,5\n');
    expect(await ask()).toBe(3);
    await shop.close();
  });

  it('is worked out again by another where the first fails', async () => {
    const shop = await openCornerShop();
    const { store } = shop.shop;
    let fail = (_: Error): void => undefined;
    let failing: Promise<string> | undefined;
    await new Promise<void>(hasBegun => {
      failing = memoizedByDataVersion(store, 'a thing', () => {
        hasBegun();
        return new Promise<string>((_, reject) => {
          fail = reject;
        });
      });
    });
    const other = memoizedByDataVersion(store, 'a thing', async () => 'done');
    await memoizedByDataVersion(store, 'another', async () => 'time for the second to join the first');
    fail(new Error('the moment is over'));
    await expect(failing).rejects.toThrow('over');
    expect(await other).toBe('done');
    expect(await memoizedByDataVersion(store, 'a thing', async () => 'again')).toBe('done');
    await shop.close();
  });
});
