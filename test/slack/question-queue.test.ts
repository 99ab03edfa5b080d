import { describe, expect, it } from 'vitest';
import { questionQueue } from '../../src/surfaces/slack/question-queue.js';

/** Work that ends when it is told to. */
function steps() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name);
      return new Promise<string>(resolve => ends.set(name, () => resolve(name)));
    },
    end: async (name: string) => {
      ends.get(name)?.();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

const LIMITS = { slots: 2, slowSlots: 1, slotsPerPerson: 1, waitingPerPerson: 3, longestWaitMs: 60_000 };

describe('the queue of questions', () => {
  it('does so many at a time, and of one person no more than their share', async () => {
    const { begun, work, end } = steps();
    const queue = questionQueue(LIMITS);
    for (const name of ['a1', 'a2', 'b1', 'c1']) void queue.run(name.slice(0, 1), work(name));
    expect(begun).toEqual(['a1', 'b1']);
    expect(queue.waiting).toBe(2);
    await end('b1');
    // a2 has waited longer, but a1 is still being worked on.
    expect(begun).toEqual(['a1', 'b1', 'c1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('takes turns by person, however many questions one of them has', async () => {
    const { begun, work, end } = steps();
    const queue = questionQueue({ ...LIMITS, slots: 1 });
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'])
      void queue.run(name.slice(0, 1), work(name));
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  it('declines one more of a person than may wait', async () => {
    const { work } = steps();
    const queue = questionQueue(LIMITS);
    for (const name of ['1', '2', '3', '4']) void queue.run('a', work(name));
    await expect(queue.run('a', work('5'))).rejects.toThrow('3 of your questions are still waiting');
    // Others are not held up by it.
    expect(await queue.run('b', async () => 'done')).toBe('done');
  });

  it('declines at once what would wait too long by what questions have taken lately', async () => {
    let clock = 0;
    const queue = questionQueue({ ...LIMITS, slots: 1, longestWaitMs: 5_000 }, () => clock);
    for (let i = 0; i < 40; i++)
      await queue.run('a', async () => {
        clock += 3_000;
      });
    const { work } = steps();
    void queue.run('a', work('a'));
    // Some three seconds each: one may wait, a second one would wait for six.
    void queue.run('b', work('b'));
    await expect(queue.run('c', work('c'))).rejects.toThrow('I am busy with 2 other questions');
  });

  it('declines what has waited too long after all', async () => {
    const { work } = steps();
    const queue = questionQueue({ ...LIMITS, slots: 1, longestWaitMs: 20 });
    void queue.run('a', work('a'));
    // Some 0.4 s are expected of a question before any was measured, so this needs room first.
    const patient = questionQueue({ ...LIMITS, slots: 100, slotsPerPerson: 1, longestWaitMs: 20 });
    void patient.run('a', work('x'));
    await expect(patient.run('a', work('y'))).rejects.toThrow('yours would wait for too long');
    expect(patient.waiting).toBe(0);
  });

  it('has what is slow take turns of its own, and what is quick pass it', async () => {
    const { begun, work, end } = steps();
    const queue = questionQueue({ ...LIMITS, slots: 3, slotsPerPerson: 2 });
    for (const name of ['a1', 'b1', 'c1']) void queue.run(name.slice(0, 1), work(name), 'slow');
    for (const name of ['a2', 'd1']) void queue.run(name.slice(0, 1), work(name), 'quick');
    expect(begun).toEqual(['a1', 'a2', 'd1']);
    await end('d1');
    expect(begun).toEqual(['a1', 'a2', 'd1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'a2', 'd1', 'b1']);
    await end('b1');
    expect(begun).toEqual(['a1', 'a2', 'd1', 'b1', 'c1']);
  });

  it('goes on after work that fails', async () => {
    const queue = questionQueue({ ...LIMITS, slots: 1 });
    const failing = queue.run('a', async () => {
      throw new Error('no');
    });
    const next = queue.run('b', async () => 'done');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it('has those fail that wait when it is closed, and those that come', async () => {
    const { work } = steps();
    const queue = questionQueue({ ...LIMITS, slots: 1 });
    void queue.run('a', work('a'));
    const waiting = queue.run('b', work('b'));
    queue.close(new Error('restarting'));
    await expect(waiting).rejects.toThrow('restarting');
    await expect(queue.run('c', work('c'))).rejects.toThrow('restarting');
  });
});
