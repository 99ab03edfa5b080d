import pino from 'pino';
import { expect, it } from 'vitest';
import { answerOf } from '../../src/core/answer/answer.js';
import type { SlackContext } from '../../src/surfaces/slack/context.js';
import { digestJob } from '../../src/surfaces/slack/digest-poster.js';

/** A channel with a number of messages in pages, newest first. The run's headline is the `at`th message. */
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

it('finds the messages of a run page by page, with replies and files', async () => {
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

it('reads only the thread if the headline is known', async () => {
  const { context, asked } = contextWith(100_000, 99_999);
  const found = await digestJob(context, 'C1').find('the run', SINCE, 'known');
  expect(found.parts.get(0)).toBe('known');
  expect(asked).toEqual({ history: [], replies: ['known', 'known'] });
});

it('fails if there are too many messages to search', async () => {
  const { context } = contextWith(100_000, 99_999);
  await expect(digestJob(context, 'C1').find('the run', SINCE)).rejects.toThrow('5000');
  const { context: empty } = contextWith(300, -1);
  expect((await digestJob(empty, 'C1').find('the run', SINCE)).parts.size).toBe(0);
});

it('renews the lease before sending anything', async () => {
  const { context } = contextWith(1, 0);
  const job = digestJob({ ...context, pace: (_, call) => call(), log } as SlackContext, 'C1');
  const no = () => Promise.reject(new Error('not ours'));
  const answer = answerOf({ question: 'digest', title: 'a', headline: 'b', file: 'c.csv' });
  await expect(job.post(answer, { run: 'r', part: 0 }, undefined, no)).rejects.toThrow('not ours');
  await expect(job.attach?.(answer, 'ts', no)).rejects.toThrow('not ours');
});
const log = pino({ level: 'silent' });
