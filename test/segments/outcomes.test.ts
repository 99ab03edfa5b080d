import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SeededRandom } from '../../seeds/random.js';
import { changeActions } from '../../src/app/start-action.js';
import { isoOf } from '../../src/core/calendar/days.js';
import { composeDigest } from '../../src/digest/compose/compose.js';
import { customersOfAction } from '../../src/store/tables/actions.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const START = 20_000;
/** The day on which the action is started. */
const TODAY = START + 200;
const HEADER = 'Order ID,Order Date,Customer ID,Amount';

/** Forty regulars, whose rhythm is of twenty days, and nine hundred who bought once in the last ten. */
const HISTORY = [
  ...Array.from({ length: 40 }, (_, c) =>
    Array.from({ length: 10 }, (_, k) => `r${c}-${k},${isoOf(START + 6 + (c % 10) + k * 20)},r${c},50`),
  ).flat(),
  ...Array.from({ length: 900 }, (_, c) => `o${c},${isoOf(TODAY - 1 - (c % 10))},c${c},${20 + (c % 30)}`),
];

describe('segment outcomes', () => {
  let shop: TestShop;
  let today: number;
  beforeEach(async () => {
    today = TODAY;
    shop = await openTestShop({}, () => new Date(`${isoOf(today)}T10:00:00Z`));
    await shop.load('history.csv', `${HEADER}\n${HISTORY.join('\n')}\n`);
  });
  afterEach(() => shop.close());

  const change = (text: string) => changeActions(shop.shop, text, { person: null, now: shop.now() });

  /** Starts an action, and has its customers order in its days with these probabilities. */
  const simulate = async (actedOn: number, heldOut: number) => {
    await change('start second-order hold-out:30% days:30 seed:7');
    const random = new SeededRandom(11);
    const customers = await customersOfAction(shop.shop.store, 1);
    const orders = customers.flatMap(({ key, isHeldOut }) =>
      random.chance(isHeldOut ? heldOut : actedOn)
        ? [`n-${key},${isoOf(TODAY + random.whole(0, 29))},${key},${random.whole(20, 60)}`]
        : [],
    );
    today = TODAY + 31;
    const after = `last,${isoOf(TODAY + 30)},r0,50`;
    await shop.load('later.csv', `${HEADER}\n${[...orders, after].join('\n')}\n`);
    const count = (held: boolean) =>
      orders.filter(o => customers.some(c => c.isHeldOut === held && o.startsWith(`n-${c.key},`))).length;
    return { actedOn: count(false), heldOut: count(true) };
  };

  it('sees an effect that is there, with an interval that holds it', async () => {
    const ordered = await simulate(0.4, 0.2);
    const { rows, headline, observations } = await shop.answer('segment outcomes');
    expect(headline).toBe('1 action: 1 more ordered again than of those left alone.');
    expect(rows).toMatchObject([
      { number: 1, action: 'Bring about a second order', customers: 630, heldOut: 270, result: 'yes' },
    ]);
    const [row] = rows;
    expect(row?.again).toBeCloseTo(ordered.actedOn / 630, 5);
    expect(row?.heldOutAgain).toBeCloseTo(ordered.heldOut / 270, 5);
    expect(Number(row?.low)).toBeGreaterThan(0);
    expect(Number(row?.low)).toBeLessThan(0.2);
    expect(Number(row?.high)).toBeGreaterThan(0.2);
    // Orders are of 40 on average: 16 each against 8.
    expect(Number(row?.spentLow)).toBeLessThan(8);
    expect(Number(row?.spentHigh)).toBeGreaterThan(8);
    expect(observations[0]).toMatch(/points more, between [\d.]+ and [\d.]+ points \(95% interval\)\./);
  });

  it('sees none where there is none', async () => {
    await simulate(0.3, 0.3);
    const { rows, observations } = await shop.answer('segment outcomes 1');
    expect(rows).toMatchObject([{ result: 'no' }]);
    expect(Number(rows[0]?.low)).toBeLessThan(0);
    expect(Number(rows[0]?.high)).toBeGreaterThan(0);
    expect(observations[0]).toContain('No difference can be seen');
  });

  it('are told by one digest, that of the days on which the action ends', async () => {
    await simulate(0.4, 0.2);
    const told = async (asOf: number) =>
      (await composeDigest(shop.shop, asOf)).thread.find(answer => answer.title === 'What came of it');
    // The 30th day is the last one; the digest of a week is composed on the Monday after it.
    const monday = Array.from({ length: 7 }, (_, i) => TODAY + 30 + i).find(day => (day + 3) % 7 === 0) ?? 0;
    expect(await told(monday)).toMatchObject({
      headline: 'The days of 1 action have ended.',
      rows: [{ number: 1, result: 'yes' }],
    });
    expect(await told(monday - 7)).toBeUndefined();
  });

  it('does not tell before the days are over, nor from too few', async () => {
    await change('start second-order hold-out:1% for 2 weeks');
    today = TODAY + 3;
    await shop.load('more.csv', `${HEADER}\nm1,${isoOf(TODAY + 2)},c1,20\n`);
    expect((await shop.answer('segment outcomes')).rows).toMatchObject([{ result: 'not over', low: null }]);
    today = TODAY + 20;
    await shop.load('most.csv', `${HEADER}\nm2,${isoOf(TODAY + 19)},c2,20\n`);
    const { rows, observations } = await shop.answer('segment outcomes');
    // One percent of 900 customers: nine are left alone.
    expect(rows).toMatchObject([{ customers: 891, heldOut: 9, result: 'too few to tell' }]);
    expect(observations[0]).toContain('These are too few to tell.');
  });

  it('is not started twice, and leaves out customers of an action that is under way', async () => {
    const { said } = await change('start second-order seed:3');
    expect(said).toContain('for 810 customers until');
    expect(said).toContain('90 more customers, drawn at random (10%, seed 3), are to be left alone');
    await expect(change('start second-order')).rejects.toThrow('was started on');
    await expect(change('start second-order map:eleven')).rejects.toThrow(
      'are in an action that is under way',
    );
    const list = await shop.ask('segment started-action 1');
    expect(list.rows).toHaveLength(810);
    expect(list.audience).toBe('asker');
    const left = (await customersOfAction(shop.shop.store, 1)).filter(c => c.isHeldOut).map(c => c.key);
    expect(list.rows.filter(row => left.includes(String(row.customer)))).toEqual([]);
    expect((await shop.answer('segment action second-order')).notes.join(' ')).toContain('started-action 1');
    // The same seed draws the same customers.
    await change('remove 1');
    await change('start second-order seed:3');
    const again = (await customersOfAction(shop.shop.store, 2)).filter(c => c.isHeldOut).map(c => c.key);
    expect(again).toEqual(left);
    // Once it is over, it can be started again, as another one.
    today = TODAY + 40;
    expect((await shop.answer('segment outcomes')).rows).toMatchObject([{ number: 2 }]);
  });

  it.each([
    ['start', 'Which action is to be started?'],
    ['start leave-alone', 'There is no action "leave-alone".'],
    ['start win-back hold-out:60%', '60% cannot be left alone.'],
    ['start win-back days:0', 'An action of 0 days cannot be started.'],
    ['start second-order as-of:2024-01-01', 'as of today, and nothing else'],
    ['start second-order 5', 'and nothing else'],
    ['remove 7', 'There is no action 7.'],
    ['remove', 'Which action? Name its number.'],
  ])('refuses %j', async (text, message) => {
    await expect(change(text)).rejects.toThrow(message);
  });
});
