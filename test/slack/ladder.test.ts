import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blockTypes, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';

/** What happens to an answer when Slack or the store does not play along: it gets plainer, never silent. */
describe('the ladder of an answer', () => {
  let shop: TestShop;
  let running: RunningApp;
  const ask = async (text: string): Promise<Posted> => {
    const next = running.workspace.nextPosted();
    await running.workspace.command('/sales', text);
    return next;
  };
  beforeEach(async () => {
    shop = await openCornerShop();
    running = await startApp(shop, 'http');
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });

  it('leaves the chart out and says why when the blocks are rejected', async () => {
    running.workspace.fail('chat.postMessage', { error: 'invalid_blocks' });
    const posted = await ask('top-countries');
    expect(blockTypes(posted)).not.toContain('image');
    expect(blockTypes(posted)).toContain('table');
    expect(textOf(posted)).toContain('The chart could not be shown here (invalid_blocks)');
  });

  it('falls back to plain text when every block is rejected', async () => {
    running.workspace.fail('chat.postMessage', { error: 'invalid_blocks' }, { error: 'invalid_blocks' });
    const posted = await ask('top-countries');
    expect(posted.blocks).toEqual([]);
    expect(posted.text).toContain('France leads with $74.04');
    expect(posted.text).toContain('Germany: $55.15, 27.2%, 2');
  });

  it('posts without the chart, saying why, when the upload fails', async () => {
    running.workspace.fail('files.getUploadURLExternal', { error: 'not_allowed_token_type' });
    const posted = await ask('top-countries');
    expect(blockTypes(posted)).not.toContain('image');
    expect(textOf(posted)).toContain('not_allowed_token_type');
  });

  it('answers through the response address where the bot is not a member', async () => {
    running.workspace.botIsMember = false;
    const posted = await ask('top-countries');
    expect(posted).toMatchObject({ through: 'response_url', ephemeral: false });
    expect(textOf(posted)).toContain('France leads with $74.04');
    expect(textOf(posted)).toContain('/invite');
  });

  it('does not post again when the connection breaks after Slack has taken the message', async () => {
    const { workspace } = running;
    workspace.fail('chat.postMessage', { error: 'cut', cutAfter: true });
    await workspace.command('/sales', 'top-countries');
    await expect.poll(() => workspace.posted.length).toBe(2);
    const [answer, told] = workspace.posted;
    expect(answer).toMatchObject({ through: 'chat.postMessage', ephemeral: false });
    expect(told).toMatchObject({ through: 'response_url', ephemeral: true });
    expect(told?.text).toContain('Slack did not confirm the answer');
    expect(workspace.calls.filter(c => c === 'chat.postMessage')).toHaveLength(1);
  });

  it('waits as long as Slack asks when there were too many calls, then posts once', async () => {
    running.workspace.fail('chat.postMessage', {
      error: 'ratelimited',
      status: 429,
      headers: { 'retry-after': '1' },
    });
    expect(blockTypes(await ask('top-countries'))).toContain('image');
    expect(running.workspace.posted).toHaveLength(1);
  });

  it('asks Slack which workspace this is once, at the start, and who somebody is at their first question', async () => {
    const { calls } = running.workspace;
    expect(calls).toEqual(['auth.test']);
    await ask('top-countries');
    await ask('top-products');
    expect(calls.filter(c => c === 'auth.test')).toHaveLength(1);
    expect(calls.filter(c => c === 'users.info')).toHaveLength(1);
  });

  it('tells the asker when the store is away, and lives on', async () => {
    await shop.shop.store.close();
    const posted = await ask('top-countries');
    expect(posted.ephemeral).toBe(true);
    expect(textOf(posted)).toContain('the store or a part of Shopkeeper failed');
    expect((await fetch(running.url.replace('/slack/events', '/healthz'))).status).toBe(200);
  });

  it('says what to do while there are no sales', async () => {
    const empty = await openTestShop();
    const other = await startApp(empty, 'http');
    const next = other.workspace.nextPosted();
    await other.workspace.command('/sales', '');
    expect(textOf(await next)).toContain('shopkeeper ingest sales.csv');
    await other.close();
    await empty.close();
  });
});
