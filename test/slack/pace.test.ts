import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paceOf } from '../../src/surfaces/slack/pace.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('begins one call a second for each channel, whatever becomes of the one before', async () => {
  const pace = paceOf(1_000);
  const begun: string[] = [];
  const call =
    (name: string, fails = false) =>
    async () => {
      begun.push(name);
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
  expect(begun).toEqual(['a', 'other']);
  await vi.advanceTimersByTimeAsync(200);
  expect(begun).toEqual(['a', 'other', 'b']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toEqual(['a', 'other', 'b', 'c']);
  expect(await Promise.all(all)).toEqual(['refused', 'b', 'c', 'other']);
});
