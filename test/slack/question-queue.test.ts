import { afterEach, describe, expect, it } from 'vitest';
import { questionQueue } from '../../src/surfaces/slack/question-queue.js';

/** Named work that ends when `end` is called with its name. */
function steps() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    started,
    work: (name: string) => () => {
      started.push(name);
      return new Promise<string>(resolve => ends.set(name, () => resolve(name)));
    },
    end: async (name: string) => {
      ends.get(name)?.();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

/** A question whose answer no test waits for. */
const forget = (asked: Promise<unknown>): void => {
  asked.catch(() => {});
};

const open: ReturnType<typeof questionQueue>[] = [];
/** A queue that is closed after the test, so that no wait ends in another one. */
function queueOf(...args: Parameters<typeof questionQueue>): ReturnType<typeof questionQueue> {
  const queue = questionQueue(...args);
  open.push(queue);
  return queue;
}

const LIMITS = { slots: 2, slowSlots: 1, slotsPerPerson: 1, waitingPerPerson: 3, longestWaitMs: 60_000 };

describe('the queue of questions', () => {
  afterEach(() => {
    for (const queue of open.splice(0)) queue.close(new Error('The test is over.'));
  });

  it('limits the questions at a time, in total and for each person', async () => {
    const { started, work, end } = steps();
    const queue = queueOf(LIMITS);
    for (const name of ['a1', 'a2', 'b1', 'c1']) forget(queue.run(name.slice(0, 1), work(name)));
    expect(started).toEqual(['a1', 'b1']);
    expect(queue.waiting).toBe(2);
    await end('b1');
    // a2 has waited longer, but a1 is still running.
    expect(started).toEqual(['a1', 'b1', 'c1']);
    await end('a1');
    expect(started).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('lets people take turns', async () => {
    const { started, work, end } = steps();
    const queue = queueOf({ ...LIMITS, slots: 1 });
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'])
      forget(queue.run(name.slice(0, 1), work(name)));
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) await end(name);
    expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  it('declines a question if too many of the same person wait', async () => {
    const { work } = steps();
    const queue = queueOf(LIMITS);
    for (const name of ['1', '2', '3', '4']) forget(queue.run('a', work(name)));
    await expect(queue.run('a', work('5'))).rejects.toThrow('3 of your questions are still waiting');
    // Other people are not affected.
    expect(await queue.run('b', async () => 'done')).toBe('done');
  });

  it('declines at once if the expected wait is too long', async () => {
    let clock = 0;
    const queue = queueOf({ ...LIMITS, slots: 1, longestWaitMs: 5_000 }, () => clock);
    for (let i = 0; i < 40; i++)
      await queue.run('a', async () => {
        clock += 3_000;
      });
    const { work } = steps();
    forget(queue.run('a', work('a')));
    // Questions took about three seconds: one may wait, a second one would wait for six.
    forget(queue.run('b', work('b')));
    await expect(queue.run('c', work('c'))).rejects.toThrow('I am busy with 2 other questions');
  });

  it('declines a question that has waited too long', async () => {
    const { work } = steps();
    const queue = queueOf({ ...LIMITS, slots: 1, longestWaitMs: 20 });
    forget(queue.run('a', work('a')));
    // The assumed duration is 0.4 s before any is measured; with many slots the expected wait is short.
    const patient = queueOf({ ...LIMITS, slots: 100, slotsPerPerson: 1, longestWaitMs: 20 });
    forget(patient.run('a', work('x')));
    await expect(patient.run('a', work('y'))).rejects.toThrow('too long');
    expect(patient.waiting).toBe(0);
  });

  it('lets quick questions pass slow ones', async () => {
    const { started, work, end } = steps();
    const queue = queueOf({ ...LIMITS, slots: 3, slotsPerPerson: 2 });
    for (const name of ['a1', 'b1', 'c1']) forget(queue.run(name.slice(0, 1), work(name), 'slow'));
    for (const name of ['a2', 'd1']) forget(queue.run(name.slice(0, 1), work(name), 'quick'));
    expect(started).toEqual(['a1', 'a2', 'd1']);
    await end('d1');
    expect(started).toEqual(['a1', 'a2', 'd1']);
    await end('a1');
    expect(started).toEqual(['a1', 'a2', 'd1', 'b1']);
    await end('b1');
    expect(started).toEqual(['a1', 'a2', 'd1', 'b1', 'c1']);
  });

  it('continues after an error', async () => {
    const queue = queueOf({ ...LIMITS, slots: 1 });
    const failing = queue.run('a', async () => {
      throw new Error('no');
    });
    const next = queue.run('b', async () => 'done');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it('rejects waiting and new questions after it is closed', async () => {
    const { work } = steps();
    const queue = queueOf({ ...LIMITS, slots: 1 });
    forget(queue.run('a', work('a')));
    const waiting = queue.run('b', work('b'));
    queue.close(new Error('restarting'));
    await expect(waiting).rejects.toThrow('restarting');
    await expect(queue.run('c', work('c'))).rejects.toThrow('restarting');
  });
});
