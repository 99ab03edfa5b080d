import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blockTypes, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, openTestShop, type TestShop } from '../support/shop.js';

/** When Slack or the store fails, the answer gets simpler, but people always get a reply. */
describe('the fallback steps of an answer', () => {
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

  it('have older blocks, and the chart still, if Slack rejects the blocks', async () => {
    running.workspace.fail('chat.postMessage', { error: 'invalid_blocks' });
    const posted = await ask('top-countries');
    expect(blockTypes(posted)).toEqual([
      'context',
      'header',
      'section',
      'image',
      'table',
      'context',
      'actions',
    ]);
    expect(textOf(posted)).toContain('1 line without a customer');
    expect(textOf(posted)).not.toContain('could not be shown');
  });

  it('leave out the cards of customers alone first', async () => {
    const answered = async () => {
      const next = running.workspace.nextPosted(posted => posted.text.startsWith('Top'));
      await running.workspace.command('/sales', 'top-customers');
      return blockTypes(await next);
    };
    expect(await answered()).toContain('carousel');
    running.workspace.fail('chat.postMessage', { error: 'invalid_blocks' });
    const second = await answered();
    expect(second).not.toContain('carousel');
    expect(second).toEqual(expect.arrayContaining(['image', 'data_table']));
  });

  it('leave out the chart alone, and give the reason, if Slack rejects its file', async () => {
    running.workspace.fail('chat.postMessage', {
      error: 'invalid_blocks',
      errors: ['invalid slack file [json-pointer:/blocks/3/slack_file]'],
    });
    const posted = await ask('top-countries');
    expect(blockTypes(posted)).not.toContain('image');
    expect(blockTypes(posted)).toContain('data_table');
    expect(textOf(posted)).toContain('The chart could not be shown here (invalid_blocks)');
  });

  it('leave out the chart and give the reason if Slack rejects older blocks too', async () => {
    running.workspace.fail('chat.postMessage', { error: 'invalid_blocks' }, { error: 'invalid_blocks' });
    const posted = await ask('top-countries');
    expect(blockTypes(posted)).not.toContain('image');
    expect(blockTypes(posted)).toContain('table');
    expect(textOf(posted)).toContain('The chart could not be shown here (invalid_blocks)');
  });

  it('end with plain text if Slack rejects all blocks', async () => {
    const rejection = { error: 'invalid_blocks' };
    running.workspace.fail('chat.postMessage', rejection, rejection, rejection);
    const posted = await ask('top-countries');
    expect(posted.blocks).toEqual([]);
    expect(posted.text).toContain('France leads with $74.04');
    expect(posted.text).toContain('Germany: $55.15, 27.2%, 2');
  });

  it('leave out the chart and give the reason if the upload fails', async () => {
    running.workspace.fail('files.getUploadURLExternal', { error: 'not_allowed_token_type' });
    const posted = await ask('top-countries');
    expect(blockTypes(posted)).not.toContain('image');
    expect(textOf(posted)).toContain('not_allowed_token_type');
  });

  it('use the response URL where the bot is not a member', async () => {
    running.workspace.botIsMember = false;
    const posted = await ask('top-countries');
    expect(posted).toMatchObject({ through: 'response_url', ephemeral: false });
    expect(textOf(posted)).toContain('France leads with $74.04');
    expect(textOf(posted)).toContain('/invite');
  });

  it('do not post again if the connection breaks after Slack accepted the message', async () => {
    const { workspace } = running;
    workspace.fail('chat.postMessage', { error: 'cut', closesAfterCall: true });
    await workspace.command('/sales', 'top-countries');
    await expect.poll(() => workspace.posted.length).toBe(2);
    const [answer, notice] = workspace.posted;
    expect(answer).toMatchObject({ through: 'chat.postMessage', ephemeral: false });
    expect(notice).toMatchObject({ through: 'response_url', ephemeral: true });
    expect(notice?.text).toContain('did not confirm');
    expect(workspace.calls.filter(c => c === 'chat.postMessage')).toHaveLength(1);
  });

  it('wait as long as Slack asks after too many calls, then post once', async () => {
    running.workspace.fail('chat.postMessage', {
      error: 'ratelimited',
      status: 429,
      headers: { 'retry-after': '1' },
    });
    expect(blockTypes(await ask('top-countries'))).toContain('image');
    expect(running.workspace.posted).toHaveLength(1);
  });

  it('ask Slack for the workspace once, and for a person once', async () => {
    const { calls } = running.workspace;
    expect(calls).toEqual(['auth.test']);
    await ask('top-countries');
    await ask('top-products');
    expect(calls.filter(c => c === 'auth.test')).toHaveLength(1);
    expect(calls.filter(c => c === 'users.info')).toHaveLength(1);
  });

  it('notify the asker if the store is closed, and keep running', async () => {
    await shop.shop.store.close();
    const posted = await ask('top-countries');
    expect(posted.ephemeral).toBe(true);
    expect(textOf(posted)).toContain('store');
    expect((await fetch(running.url.replace('/slack/events', '/healthz'))).status).toBe(200);
  });
});

describe('an empty shop', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openTestShop();
    running = await startApp(shop, 'http');
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });

  it('tells people how to load sales', async () => {
    const next = running.workspace.nextPosted();
    await running.workspace.command('/sales', '');
    expect(textOf(await next)).toContain('shopkeeper ingest sales.csv');
  });
});
