import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShopkeeper, type Shopkeeper } from '../../src/app/shopkeeper.js';
import { dayFromIso } from '../../src/core/calendar/days.js';
import { errorData } from '../../src/core/error-data.js';
import { addGoal } from '../../src/store/tables/goals.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { ingestCopy, madeFile } from '../support/test-data.js';

/** The model shop asked in this process, and in one of its own that reads the same store. */
describe('another process computes', () => {
  let here: TestShop;
  let apart: Shopkeeper;

  beforeAll(async () => {
    here = await openTestShop({ COMPUTE_PROCESSES: '0' });
    await ingestCopy(here, madeFile('model-shop.csv.gz'));
    await addGoal(
      here.shop.store,
      {
        query: 'measure:revenue period:2004 goal:4000000',
        createdBy: null,
        createdAt: here.now().toISOString(),
      },
      [],
    );
    apart = await openShopkeeper({ ...here.config, COMPUTE_PROCESSES: 1 }, here.log, here.now);
  });
  afterAll(async () => {
    await apart.close();
    await here.close();
  });

  /** What comes of asking, as data. */
  const said = (asked: Promise<unknown>) => asked.catch(withoutStack);
  const withoutStack = (error: unknown) => ({ ...errorData(error), stack: undefined });

  it('the same answers to every question of help, notes, charts and follow-ups included', async () => {
    const texts = new Set<string>();
    for (const family of ['sales', 'segment'])
      for (const { ask } of (await here.ask(`${family} help`)).rows)
        for (const text of String(ask).split('   ')) texts.add(text.slice(1));
    expect(texts.size).toBeGreaterThan(90);
    for (const text of [...texts, 'sales help', 'segment help', 'sales goals'])
      expect([text, await said(apart.ask(text))]).toStrictEqual([text, await said(here.ask(text))]);
  });

  it.each([
    ['and in Germany?', 'sales by month'],
    ['only VIPs', 'sales by country'],
    ['why?', 'sales compare 2004 with 2003'],
    ['revenue by colour', undefined],
    ['salse in Grmany', undefined],
    ['segment customer Nobody At All', undefined],
    ['measure:nothing by:country', undefined],
    ['what is the weather?', undefined],
    ['', undefined],
  ])('the same to "%s", or the same error', async (text, before) => {
    expect(await said(apart.ask(text, before))).toStrictEqual(await said(here.ask(text, before)));
  });

  it('the same list of six thousand customers, whose rows come in portions', async () => {
    const lines = Array.from({ length: 6_000 }, (_, i) => `M${i},2005-05-02,Customer ${i},${i + 1}.00,USD`);
    await here.load('many.csv', `Order ID,Date,Customer,Amount,Currency\n${lines.join('\n')}\n`);
    const answer = await apart.ask('segment export');
    expect(answer.rows.length).toBeGreaterThan(6_000);
    expect(answer).toStrictEqual(await here.ask('segment export'));
  });

  it('the same for a part of the shop', async () => {
    const part = [[{ field: 'country', values: ['Germany'] }]];
    for (const text of ['sales', 'sales top-customers', 'segment', 'sales by country'])
      expect(await said(apart.ask(text, undefined, part, []))).toStrictEqual(
        await said(here.ask(text, undefined, part, [])),
      );
    const unknown = [[{ field: 'planet', values: ['Mars'] }]];
    expect(await said(apart.ask('sales', undefined, unknown))).toStrictEqual(
      await said(here.ask('sales', undefined, unknown)),
    );
  });

  it('the same digests, goals, schedules and descriptions', async () => {
    const asOf = dayFromIso('2004-11-29') as number;
    const digests = { DIGEST_CRON: '0 9 * * 1', DIGEST_OPTIONS: '', SHOP_TIMEZONE: 'UTC' };
    const now = new Date('2004-11-29T09:00:00Z');
    const works: ((shop: Shopkeeper) => Promise<unknown>)[] = [
      shop => shop.compute('digest', { asOf, request: '' }),
      shop =>
        shop.compute('digest', { asOf, request: 'only if revenue fell by more than 10%', grain: 'month' }),
      shop => shop.compute('digest', { asOf, request: 'parts:nothing' }),
      shop => shop.compute('preview', { text: 'monthly map:eleven as-of:2004-11-29', digests, now }),
      shop => shop.compute('schedule', { text: 'monday 9:00 country:Spain', digests, now }),
      shop => shop.compute('goal', '500k revenue in 2004'),
      shop => shop.compute('describe', {}),
      shop => shop.compute('describe', { field: 'country', limit: 3 }),
      shop => shop.compute('names', undefined),
    ];
    for (const work of works) expect(await said(work(apart))).toStrictEqual(await said(work(here)));
  });

  it('what was loaded is in the next answer, and two who ask the same have one answer', async () => {
    const before = await apart.ask('sales');
    await here.load('more.csv', 'Order ID,Date,Customer,Amount,Currency\nX1,2005-05-30,New Ltd,100.00,USD\n');
    const [one, other] = await Promise.all([apart.ask('sales'), apart.ask('sales')]);
    expect(one).toBe(other);
    expect(one).toStrictEqual(await here.ask('sales'));
    expect(one.headline).not.toBe(before.headline);
  });
});
