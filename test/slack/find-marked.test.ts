import pino from 'pino';
import { expect, it } from 'vitest';
import { answerOf } from '../../src/core/answer/answer.js';
import type { SlackContext } from '../../src/surfaces/slack/context.js';
import { digestJob } from '../../src/surfaces/slack/digest-poster.js';

/** A channel of so many messages, the newest first, in pages; the run's headline is the `at`th of them. */
function contextWith(messages: number, at: number) {
  const asked: { history: string[]; replies: string[] } = { history: [], replies: [] };
  const marked = (part: number, ts: string) => ({
    ts,
    metadata: { event_type: 'shopkeeper_digest', event_payload: { run: 'the run', part } },
  });
  const client = {
    conversations: {
      history: async ({ cursor = '0', limit = 0, oldest = '' }) => {
        asked.history.push(oldest);
        const from = Number(cursor);
        const page = Array.from({ length: Math.min(limit, messages - from) }, (_, i) =>
          from + i === at ? marked(0, 'headline') : { ts: String(from + i) },
        );
        const next = from + limit < messages ? String(from + limit) : '';
        return { messages: page, response_metadata: { next_cursor: next } };
      },
      replies: async ({ ts, cursor }: { ts: string; cursor?: string }) => {
        asked.replies.push(ts);
        return cursor === undefined
          ? { messages: [marked(1, 'one')], response_metadata: { next_cursor: 'more' } }
          : { messages: [{ ...marked(2, 'two'), files: [{ name: 'list.csv' }] }] };
      },
    },
  };
  return { context: { client } as unknown as SlackContext, asked };
}
const SINCE = new Date('2026-11-16T08:00:00Z');

it('finds what is there of a run page by page, with replies and files', async () => {
  const { context, asked } = contextWith(900, 700);
  const found = await digestJob(context, 'C1').find('the run', SINCE);
  expect([...found.parts]).toEqual([
    [0, 'headline'],
    [1, 'one'],
    [2, 'two'],
  ]);
  expect([...found.files]).toEqual(['list.csv']);
  expect(asked.history).toEqual(Array(4).fill(String(SINCE.getTime() / 1_000)));
});

it('goes straight to the thread of a headline that is known', async () => {
  const { context, asked } = contextWith(100_000, 99_999);
  const found = await digestJob(context, 'C1').find('the run', SINCE, 'known');
  expect(found.parts.get(0)).toBe('known');
  expect(asked).toEqual({ history: [], replies: ['known', 'known'] });
});

it('does not take what it has not seen for not there', async () => {
  const { context } = contextWith(100_000, 99_999);
  await expect(digestJob(context, 'C1').find('the run', SINCE)).rejects.toThrow('more than 5000 messages');
  const { context: empty } = contextWith(300, -1);
  expect((await digestJob(empty, 'C1').find('the run', SINCE)).parts.size).toBe(0);
});

it('asks right before it sends anything', async () => {
  const { context } = contextWith(1, 0);
  const job = digestJob({ ...context, pace: (_, call) => call(), log } as SlackContext, 'C1');
  const no = () => Promise.reject(new Error('not ours'));
  const answer = answerOf({ question: 'digest', title: 'a', headline: 'b', file: 'c.csv' });
  await expect(job.post(answer, { run: 'r', part: 0 }, undefined, no)).rejects.toThrow('not ours');
  await expect(job.attach?.(answer, 'ts', no)).rejects.toThrow('not ours');
});
const log = pino({ level: 'silent' });
