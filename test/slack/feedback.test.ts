import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { listFeedback } from '../../src/store/tables/feedback-votes.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

const EPOCH = '1970-01-01';

describe('votes about answers', () => {
  let shop: TestShop;
  let running: RunningApp;
  let answer: Posted;
  beforeAll(async () => {
    shop = await openCornerShop();
    running = await startApp({ ...shop, charts: blankPictures }, 'http', {}, { people: ['ben'] });
    const next = running.workspace.nextPosted();
    await running.workspace.command('/sales', 'top-countries');
    answer = await next;
  });
  afterAll(async () => {
    await running.close();
    await shop.close();
  });

  /** Presses a button and returns the thanks. */
  const vote = async (value: string, user = running.workspace.user): Promise<Posted> => {
    const thanks = running.workspace.nextPosted();
    await running.workspace.press(answer, 'feedback', value, { user });
    return thanks;
  };

  it('are offered below an answer, with its question', () => {
    const buttons = JSON.stringify(answer.blocks.at(-1));
    expect(buttons).toContain('feedback_buttons');
    expect(buttons).toContain('+ sales top-countries');
    expect(buttons).toContain('- sales top-countries');
  });

  it('are kept with the question, one for each person and answer; only the voter is thanked', async () => {
    const thanks = await vote('+ sales top-countries');
    expect(thanks).toMatchObject({ ephemeral: true });
    await vote('- sales top-countries');
    await vote('- sales top-countries', running.workspace.personCalled('ben'));
    expect(await listFeedback(shop.shop.store, EPOCH)).toMatchObject([
      { question: 'sales top-countries', helpful: 0, notHelpful: 2 },
    ]);
  });

  it('are in the audit log', async () => {
    await running.app.context.audit.written();
    const entries = await listAuditEntries(shop.shop.store, { since: EPOCH, limit: 10 });
    expect(entries.filter(e => e.outcome === 'rated').map(e => [e.asked, e.detail])).toEqual([
      ['sales top-countries', 'not helpful'],
      ['sales top-countries', 'not helpful'],
      ['sales top-countries', 'helpful'],
    ]);
    const log = running.workspace.nextPosted();
    await running.workspace.command('/shop', 'log');
    expect(textOf(await log)).toContain('rated: not helpful');
  });

  it('are not taken from people who may not ask', async () => {
    running.workspace.people.set('U0STRANGER', { team_id: 'T0OTHER', is_stranger: true });
    const refusal = await vote('+ sales top-countries', 'U0STRANGER');
    expect(textOf(refusal)).toContain('I answer only people of the workspace');
    expect(await listFeedback(shop.shop.store, EPOCH)).toMatchObject([{ helpful: 0, notHelpful: 2 }]);
  });

  it('without a question are ignored', async () => {
    const { calls } = running.workspace;
    const before = calls.length;
    expect(await running.workspace.press(answer, 'feedback', 'x')).toBe(200);
    expect(calls.length).toBe(before);
  });
});
