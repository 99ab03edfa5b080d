import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstTimeIn } from '../../src/store/tables/seen-ids.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/**
 * What the app asks for: a press of the same button is the same within 20 seconds, an event within an hour.
 */
const [PRESS, EVENT] = [20 * SECOND, HOUR];
const NOON = Date.parse('2026-11-25T12:00:00Z');

describe('what is seen for the first time', () => {
  let shop: TestShop;
  let moment = NOON;
  /** The process goes on, or another one has only the store to know by. */
  const processes = () => ({
    same: firstTime,
    another: firstTimeIn(shop.shop.store, () => new Date(moment)),
  });
  let firstTime: ReturnType<typeof firstTimeIn>;
  beforeAll(async () => {
    shop = await openTestShop();
  });
  afterAll(() => shop.close());
  beforeEach(async () => {
    moment = NOON;
    await databaseOf(shop.shop.store)('handled_events').delete();
    firstTime = firstTimeIn(shop.shop.store, () => new Date(moment));
  });

  describe.each(['same', 'another'] as const)('by the %s process', which => {
    const seenAfter = async (afterMs: number, withinMs: number): Promise<boolean> => {
      expect(await firstTime('one', withinMs)).toBe(true);
      moment = NOON + afterMs;
      return !(await processes()[which]('one', withinMs));
    };

    it.each([
      ['again after 20 seconds', 20 * SECOND, PRESS, true],
      ['again after 21 seconds', 21 * SECOND, PRESS, false],
      ['a press, the clock set back by 5 seconds', -5 * SECOND, PRESS, true],
      ['a press, the clock set back by an hour', -HOUR, PRESS, false],
      ['a press, the clock set back by a year', -365 * 24 * HOUR, PRESS, false],
      ['an event that Slack repeats after 5 minutes', 5 * MINUTE, EVENT, true],
      ['an event, the clock set back by 3 seconds', -3 * SECOND, EVENT, true],
      [
        'an event, the clock set back by an hour as Slack repeats it after a minute',
        MINUTE - HOUR,
        EVENT,
        true,
      ],
      ['an event after more than an hour', HOUR + 1, EVENT, false],
    ])('%s', async (_, afterMs, withinMs, isSeen) => expect(await seenAfter(afterMs, withinMs)).toBe(isSeen));
  });

  it('a button works on after the clock was set back: its second press is the same press, a later one is not', async () => {
    expect(await firstTime('one', PRESS)).toBe(true);
    moment = NOON - HOUR;
    expect(await firstTime('one', PRESS)).toBe(true);
    moment += 5 * SECOND;
    expect(await firstTime('one', PRESS)).toBe(false);
    moment += PRESS;
    expect(await firstTime('one', PRESS)).toBe(true);
  });

  it('nothing is remembered for longer than an hour, either way', async () => {
    const ids = () => databaseOf(shop.shop.store)('handled_events').orderBy('id').pluck('id');
    await firstTime('before', PRESS);
    moment += 2 * HOUR;
    await firstTime('after', PRESS);
    expect(await ids()).toEqual(['after']);
    moment -= 2 * HOUR;
    await firstTime('now', PRESS);
    expect(await ids()).toEqual(['now']);
  });
});
