import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { checkStore } from '../../src/surfaces/cli/doctor/store.js';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';

describe('the doctor on the engine for order lines', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openCornerShop();
  });
  afterAll(() => shop.close());

  /** What is said of the corner shop's eleven lines if each pass takes as long as it says here. */
  async function resultOf(passes: readonly number[], env: Record<string, string> = {}) {
    let [now, readings] = [0, 0];
    // The clock is read before and after each pass.
    const clock = () => {
      if (readings++ % 2 === 1) now += passes[(readings - 2) / 2] ?? Number.NaN;
      return now;
    };
    const config = readConfig({ DATABASE_URL: shop.shop.store.url, ...env });
    const found = (await checkStore(config, clock)).filter(({ message }) =>
      message.includes('11 order lines'),
    );
    expect(found).toHaveLength(1);
    return { ...found[0], passes: readings / 2 };
  }

  it('says how long a pass takes and what is too long, with one pass', async () => {
    const { state, message, passes } = await resultOf([998.4]);
    expect({ state, passes }).toEqual({ state: 'ok', passes: 1 });
    expect(message).toContain('11 order lines once takes 999 ms; from 1,000 ms on');
  });

  it('advises ClickHouse if the shorter of two passes takes too long, with the command to move', async () => {
    const { state, message, fix, passes } = await resultOf([2_500, 1_000]);
    expect({ state, passes }).toEqual({ state: 'note', passes: 2 });
    expect(message).toContain('has outgrown');
    expect(message).toContain('takes 1,000 ms');
    expect(fix).toContain('shopkeeper lines move clickhouse://USER:PASSWORD@HOST:8123/DATABASE');
  });

  it('counts the second pass if only the first, which may have waited for the disk, is slow', async () => {
    expect(await resultOf([4_000, 40])).toMatchObject({ state: 'ok', passes: 2 });
  });

  it('names the address that LINES_URL has already', async () => {
    const { fix } = await resultOf([1_500, 1_500], { LINES_URL: 'clickhouse://localhost:1/shop' });
    expect(fix).toContain('shopkeeper lines move clickhouse (');
  });

  it('times nothing in a store without lines', async () => {
    const empty = await openTestShop();
    const clock = () => 0;
    const results = await checkStore(readConfig({ DATABASE_URL: empty.shop.store.url }), clock);
    await empty.close();
    expect(results.map(({ message }) => message).join('\n')).not.toContain('order line');
  });
});
