import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerOf } from '../../src/core/answer/answer.js';
import type { ChartSpec } from '../../src/core/answer/chart-spec.js';
import { type Day, dayFromIso } from '../../src/core/calendar/days.js';
import type { Digest } from '../../src/digest/compose/digest.js';
import { periodsBefore } from '../../src/digest/compose/periods.js';
import { postDigest } from '../../src/digest/delivery/post.js';
import { digestJob } from '../../src/surfaces/slack/digest-poster.js';
import { contextOf, FakeSlack } from '../support/fake-slack.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const MONDAY = dayFromIso('2026-11-16') as Day;
const MINUTE = 60_000;
const CHART = { kind: 'none', title: 'a chart', alt: 'a chart' } as unknown as ChartSpec;

/** A headline with a chart, and two replies: one with a chart, one with a file. */
const digest: Digest = {
  periods: periodsBefore(MONDAY),
  headline: answerOf({ question: 'digest', title: 'digest', headline: 'One.', charts: [CHART] }),
  thread: [
    answerOf({ question: 'digest', title: 'a', headline: 'a', charts: [CHART] }),
    answerOf({ question: 'digest', title: 'b', headline: 'b', file: 'b.csv' }),
  ],
};
const ALL = ['b.csv', 'part 0', 'part 1', 'part 2'];

/**
 * The holder of a run stands still at one step, as a process does that is suspended, starved or collecting
 * garbage, and another one takes over. All clocks are set by hand.
 */
describe('a holder that stalls', () => {
  let shop: TestShop;
  let slack: FakeSlack;
  let now = 0;
  let count = 0;
  beforeAll(async () => {
    shop = await openTestShop();
  });
  afterAll(() => shop.close());
  beforeEach(() => {
    now = Date.parse('2026-11-16T09:00:00Z');
    slack = new FakeSlack();
    count++;
  });

  /** Posts by a process of its own; `stall` is called at each step of it. */
  const post = (stall: (step: string) => Promise<void> = async () => {}) => {
    let drawn = 0;
    const context = contextOf(slack, (step, what) => stall(`${step} ${what}`), {
      shop: shop.shop,
      log: shop.log,
      now: () => new Date(now),
      charts: {
        render: async () => {
          await stall(`draw ${drawn++}`);
          return new Uint8Array([1]);
        },
        close: async () => {},
      },
    });
    const compose = async () => {
      await stall('claimed');
      await stall('composed');
      return digest;
    };
    return postDigest(digestJob(context, 'C1', [], { name: `stall ${count}`, compose }), MONDAY);
  };
  /** Every later look, until everything that is tried again was tried. */
  const later = async () => {
    for (let i = 0; i < 8; i++) {
      now += 130 * MINUTE;
      await post();
    }
  };
  const REQUESTS = ['part 0', 'part 1', 'part 2', 'file'];
  const STEPS = [
    'claimed',
    'composed',
    'draw 0',
    'draw 1',
    'connect upload',
    ...REQUESTS.flatMap(what => ['connect', 'leave', 'arrive', 'answer'].map(step => `${step} ${what}`)),
  ];

  it.each(STEPS)('at "%s" while another one posts: nothing twice, nothing lost', async step => {
    let stalled = 0;
    await post(async reached => {
      if (reached !== step || stalled++ > 0) return;
      now += 11 * MINUTE;
      expect(await post()).toBe('posted');
    });
    expect(stalled).toBeGreaterThan(0);
    expect(slack.names).toEqual(ALL);
    expect(slack.isOneThread).toBe(true);
    // Only what stalls after its first byte was let go can come twice, and is then deleted.
    expect(slack.deleted).toBe(step.startsWith('leave') ? 1 : 0);
    await later();
    expect(slack.names).toEqual(ALL);
  });

  it.each(
    REQUESTS,
  )('as its %s leaves, which comes between the look and the message of the other', async what => {
    let arrived = () => {};
    const arrival = new Promise<void>(resolve => {
      arrived = resolve;
    });
    let letGo = () => {};
    const held = new Promise<void>(resolve => {
      letGo = resolve;
    });
    let other: Promise<unknown> | undefined;
    await post(async reached => {
      if (reached === `arrive ${what}`) arrived();
      if (reached !== `leave ${what}` || other) return;
      now += 11 * MINUTE;
      other = post(async its => {
        if (its !== `connect ${what}`) return;
        letGo();
        await arrival;
      });
      await held;
    });
    expect(await other).toBe('posted');
    expect(slack.names).toEqual(ALL);
    expect(slack.isOneThread).toBe(true);
    expect(slack.deleted).toBe(1);
  });

  it.each(STEPS)('at "%s" for less than a lease: nobody takes over, and it goes on', async step => {
    let stalled = 0;
    const first = await post(async reached => {
      if (reached !== step || stalled++ > 0) return;
      now += 9 * MINUTE;
      expect(await post()).toBe('already claimed');
    });
    expect(first).toBe('posted');
    expect(slack.names).toEqual(ALL);
  });

  it.each(STEPS)('at "%s", and its process dies: another one finishes it', async step => {
    let isDead = false;
    post(async reached => {
      isDead ||= reached === step;
      if (isDead) await new Promise(() => {});
      // Its request is given up after 15 seconds, when the store may be closed.
    }).catch(() => {});
    await expect.poll(() => isDead).toBe(true);
    now += 11 * MINUTE;
    expect(await post()).toBe('posted');
    expect(slack.names).toEqual(ALL);
  });

  it.each(STEPS)('at "%s", and so does the one that takes over', async step => {
    const stall = (next: () => Promise<unknown>) => {
      let stalled = 0;
      return async (reached: string) => {
        if (reached !== step || stalled++ > 0) return;
        now += 11 * MINUTE;
        await next();
      };
    };
    await post(stall(() => post(stall(() => post()))));
    await later();
    expect(slack.names).toEqual(ALL);
  });

  it('between renewal and request: the request waits until the lease is renewed again', async () => {
    const left: string[] = [];
    let slow = 0;
    await post(async reached => {
      // The connection takes a minute each first time.
      if (/^connect (part|file)/.test(reached) && slow++ % 2 === 0) now += MINUTE;
      if (reached.startsWith('leave')) left.push(reached);
    });
    expect(left).toEqual(REQUESTS.map(what => `leave ${what}`));
    expect(slow).toBe(2 * REQUESTS.length);
    expect(slack.names).toEqual(ALL);
  });

  it('at every request: releases its claim, and a faster machine posts it', async () => {
    const slow = async (reached: string) => {
      if (/^connect part/.test(reached)) now += MINUTE;
    };
    expect(await post(slow)).toBe('failed');
    expect(slack.names).toEqual([]);
    now += MINUTE;
    expect(await post()).toBe('posted');
    expect(slack.names).toEqual(ALL);
  });

  it('does not trust a clock that is set back', async () => {
    const left: string[] = [];
    await post(async reached => {
      if (reached === 'connect part 1' && left.length === 1) {
        now -= 60 * MINUTE;
        // The others' clocks are the same one: the run was noted in what is now the future.
        expect(await post()).toBe('already claimed');
      }
      if (reached.startsWith('leave')) left.push(reached);
    });
    expect(left).toEqual(['leave part 0']);
    await later();
    expect(slack.names).toEqual(ALL);
  });

  it('does not trust a clock that jumps ahead', async () => {
    await post(async reached => {
      if (reached === 'connect part 1') {
        now += 60 * MINUTE;
        if (slack.names.length === 1) expect(await post()).toBe('posted');
      }
    });
    expect(slack.names).toEqual(ALL);
  });
});
