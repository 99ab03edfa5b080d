import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paceOf } from '../../src/surfaces/slack/pace.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('starts one call per second for each channel, also after a failed call', async () => {
  const pace = paceOf(1_000);
  const started: string[] = [];
  const call =
    (name: string, fails = false) =>
    async () => {
      started.push(name);
      if (fails) throw new Error('refused');
      return name;
    };
  const all = [
    pace('C1', call('a', true)).catch(() => 'refused'),
    pace('C1', call('b')),
    pace('C1', call('c')),
    pace('C2', call('other')),
  ];
  await vi.advanceTimersByTimeAsync(900);
  expect(started).toEqual(['a', 'other']);
  await vi.advanceTimersByTimeAsync(200);
  expect(started).toEqual(['a', 'other', 'b']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(started).toEqual(['a', 'other', 'b', 'c']);
  expect(await Promise.all(all)).toEqual(['refused', 'b', 'c', 'other']);
});
