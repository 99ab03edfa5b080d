import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteVotes, keepVote, listFeedback } from '../../src/store/tables/feedback-votes.js';
import { lastRuns } from '../../src/store/tables/last-runs.js';
import { databaseOf } from '../support/database.js';
import { openTestShop, type TestShop } from '../support/shop.js';

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());

describe('votes about answers', () => {
  const vote = (person: string, message: string, isHelpful: boolean, at = '2026-03-02T10:00:00.000Z') =>
    keepVote(shop.shop.store, {
      at,
      person,
      channel: 'C1',
      message,
      question: `sales ${message}`,
      isHelpful,
    });

  it('are counted by question, those with the most complaints first; the last vote counts', async () => {
    await vote('U1', '1', true);
    await vote('U2', '1', true);
    await vote('U1', '2', true);
    await vote('U1', '2', false, '2026-03-03T10:00:00.000Z');
    expect(await listFeedback(shop.shop.store, '2026-03-01')).toEqual([
      { question: 'sales 2', helpful: 0, notHelpful: 1, lastAt: '2026-03-03T10:00:00.000Z' },
      { question: 'sales 1', helpful: 2, notHelpful: 0, lastAt: '2026-03-02T10:00:00.000Z' },
    ]);
  });

  it('are deleted when they are old', async () => {
    await deleteVotes(shop.shop.store, '2026-03-03');
    expect((await listFeedback(shop.shop.store, '1970')).map(f => f.question)).toEqual(['sales 2']);
  });
});

it('lists the last digest run of each channel, the newest first', async () => {
  const run = (key: string, channel: string, through: number, at: string) => ({
    key,
    channel,
    through,
    state: 'posted',
    claimed_at: at,
  });
  await databaseOf(shop.shop.store)('digest_runs').insert([
    run('a', 'C1', 1, '2026-03-01'),
    run('b', 'C1', 8, '2026-03-08'),
    run('c', 'C2', 5, '2026-03-05'),
  ]);
  expect(await lastRuns(shop.shop.store)).toEqual([
    { channel: 'C1', through: 8, state: 'posted', at: '2026-03-08' },
    { channel: 'C2', through: 5, state: 'posted', at: '2026-03-05' },
  ]);
});
