import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import type { Fault } from '../../src/playground/slack-stand-in/workspace.js';
import { unsentReplies } from '../../src/surfaces/slack/unsent-replies.js';
import { blockTypes, type RunningApp, startApp, textOf } from '../support/app.js';
import { databaseOf } from '../support/database.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

const ANSWER = 'France leads with $74.04';
/** More faults than all destinations together use up. */
const often = (fault: Fault): Fault[] => Array.from({ length: 40 }, () => fault);

describe('delivery to the asker', () => {
  let shop: TestShop;
  let running: RunningApp;
  let clock: Date;
  beforeEach(async () => {
    clock = new Date('2026-03-29T10:00:00Z');
    shop = await openTestShop({}, () => clock);
    await shop.ingest(CORNER_SHOP);
    running = await startApp(shop, 'http');
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const storedReplies = async () => (await databaseOf(shop.shop.store)('unsent_replies').select('id')).length;
  const ask = async (text: string): Promise<Posted> => {
    const next = running.workspace.nextPosted();
    await running.workspace.command('/sales', text);
    return next;
  };
  /** Response URLs that do not work. */
  const faults: [string, Fault][] = [
    ['404', { status: 404, error: 'used_url' }],
    ['410', { status: 410, error: 'expired_url' }],
    ['500', { status: 500, error: 'internal_error' }],
    ['503', { status: 503, error: 'service_unavailable' }],
    ['no answer', { hangs: true, error: '' }],
  ];

  it.each(faults)('falls back to an ephemeral message if the response URL answers %s', async (_, fault) => {
    running.workspace.fail('response_url', ...often(fault));
    const notice = await ask('help');
    expect(notice).toMatchObject({ through: 'chat.postEphemeral', ephemeral: true });
    expect(textOf(notice)).toContain('/sales top-countries');
  });

  it.each(
    faults,
  )('falls back to a direct message if the bot is not a member either (%s)', async (_, fault) => {
    running.workspace.botIsMember = false;
    running.workspace.fail('response_url', ...often(fault));
    const notice = await ask('top-cuontries of teh wrld');
    expect(notice.channel).toMatch(/^D/);
    expect(textOf(notice)).toContain('sales help');
    const answer = await ask('top-countries');
    expect(answer.channel).toMatch(/^D/);
    expect(textOf(answer)).toContain(ANSWER);
    expect(blockTypes(answer)).toContain('image');
    expect(textOf(answer)).toMatch(/could not be posted where you asked|did not confirm this answer/);
  });

  it.each([
    ['help', 'What /sales can tell you'],
    ['top-cuontries of teh wrld', 'I do not understand all of'],
  ])('sends private messages as plain text if Slack rejects the blocks: %s', async (text, expected) => {
    const { workspace } = running;
    workspace.fail('chat.postMessage', { error: 'invalid_blocks' });
    const next = workspace.nextPosted();
    await workspace.pressOnHome('ask_0', `sales ${text}`);
    expect(await next).toMatchObject({ blocks: [], parse: 'none' });
    expect((await next).text).toContain(expected);
  });

  it('waits after a 429 without a waiting time', async () => {
    running.workspace.fail('chat.postMessage', { status: 429, error: 'ratelimited' });
    expect(textOf(await ask('top-countries'))).toContain(ANSWER);
    expect(running.workspace.posted).toHaveLength(1);
  });

  it.each([
    ['a button', async () => running.workspace.pressOnHome('ask_0', 'sales top-countries')],
    [
      'a direct message',
      async () =>
        running.workspace.event({
          type: 'message',
          channel_type: 'im',
          channel: await conversation(),
          user: running.workspace.user,
          text: 'sales top-countries',
          ts: '5.0',
          event_ts: '5.0',
        }),
    ],
  ])('retries the answer to %s later', async (_, say) => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', ...often({ error: 'missing_scope' }));
    await say();
    const { unsent } = app.context;
    await expect.poll(storedReplies, { timeout: 20_000 }).toBe(1);
    // The notice that the answer will come later is tried after it is stored, and must fail as well.
    await expect.poll(() => app.context.inFlight.count).toBe(0);
    workspace.clearFaults('chat.postMessage');
    // The first retry is due after one minute.
    await unsent.sendDue();
    expect(workspace.posted).toEqual([]);
    clock = new Date('2026-03-29T10:01:01Z');
    await unsent.sendDue();
    expect(workspace.posted.map(textOf).join()).toContain(ANSWER);
    expect(workspace.posted).toHaveLength(1);
    expect(await storedReplies()).toBe(0);
    clock = new Date('2026-03-29T12:00:00Z');
    await unsent.sendDue();
    expect(workspace.posted).toHaveLength(1);
  });

  it('does not repeat an answer that Slack accepted without confirming it', async () => {
    const { workspace, app } = running;
    const answers = () => workspace.posted.filter(p => textOf(p).includes(ANSWER));
    workspace.fail('chat.postMessage', { error: 'cut', closesAfterCall: true });
    await workspace.pressOnHome('ask_0', 'sales top-countries');
    await expect.poll(storedReplies, { timeout: 20_000 }).toBe(1);
    expect(answers()).toHaveLength(1);
    // The stand-in's clock is the machine's, later than the shop's.
    clock = new Date('2026-03-29T10:05:00Z');
    await app.context.unsent.sendDue();
    expect(answers()).toHaveLength(1);
    expect(await storedReplies()).toBe(0);
  });

  it('does not repeat a private message that Slack accepted without confirming it', async () => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', { error: 'cut', closesAfterCall: true });
    await workspace.pressOnHome('ask_0', 'sales top-cuontries of teh wrld');
    await expect.poll(storedReplies, { timeout: 20_000 }).toBe(1);
    clock = new Date('2026-03-29T10:05:00Z');
    await app.context.unsent.sendDue();
    expect(workspace.posted).toHaveLength(1);
    expect(await storedReplies()).toBe(0);
  });

  it('adds the file once to an export that Slack accepted without confirming it', async () => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', { error: 'cut', closesAfterCall: true });
    await workspace.command('/segment', 'export');
    await expect.poll(storedReplies, { timeout: 20_000 }).toBe(1);
    const db = databaseOf(shop.shop.store);
    const [row] = await db('unsent_replies').select();
    const exports = () => workspace.posted.filter(p => p.text.startsWith('Customers as a file'));
    const files = () => workspace.posted.filter(p => p.through === 'file');
    expect([exports().length, files().length]).toEqual([1, 0]);
    clock = new Date('2026-03-29T10:05:00Z');
    await app.context.unsent.sendDue();
    expect([exports().length, files().length]).toEqual([1, 1]);
    expect(files()[0]?.threadTs).toBe(exports()[0]?.ts);
    // If the process dies after posting the file, the next process retries the reply.
    await db('unsent_replies').insert({ ...row, held_until: null });
    await app.context.unsent.sendDue();
    expect([exports().length, files().length]).toEqual([1, 1]);
  });

  it('notifies the asker that the answer will arrive later', async () => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', ...often({ error: 'missing_scope' }));
    const next = workspace.nextPosted();
    await workspace.command('/segment', 'export');
    expect(await next).toMatchObject({ ephemeral: true, through: 'response_url' });
    expect((await next).text).toContain('direct message');
    workspace.clearFaults('chat.postMessage');
    clock = new Date('2026-03-29T10:01:01Z');
    await app.context.unsent.sendDue();
    expect(workspace.posted.filter(p => p.through === 'file')).toHaveLength(1);
  });

  it('tells OPS_CHANNEL once that people get no answers, as soon as Slack takes it', async () => {
    await running.close();
    let ops = '';
    running = await startApp(shop, 'http', async workspace => {
      ops = await workspace.addChannel('ops');
      return { OPS_CHANNEL: ops };
    });
    const { workspace, app } = running;
    const told = () => workspace.posted.filter(p => p.channel === ops).map(p => p.text);
    workspace.fail('chat.postMessage', ...often({ error: 'missing_scope' }));
    await workspace.pressOnHome('ask_0', 'sales top-countries');
    await expect.poll(storedReplies).toBe(1);
    await expect.poll(() => app.context.inFlight.count).toBe(0);
    await app.context.unsent.sendDue();
    expect(told()).toEqual([]);
    await workspace.pressOnHome('ask_1', 'sales by country');
    await expect.poll(storedReplies).toBe(2);
    await expect.poll(() => app.context.inFlight.count).toBe(0);
    workspace.clearFaults('chat.postMessage');
    await app.context.unsent.sendDue();
    await app.context.unsent.sendDue();
    expect(told()).toEqual([expect.stringContaining('A reply could not be posted anywhere: ')]);
    clock = new Date('2026-03-29T10:02:00Z');
    await app.context.unsent.sendDue();
    expect(told()).toHaveLength(1);
    expect(await storedReplies()).toBe(0);
    // Neither is it told again by a process that starts in these hours.
    workspace.fail('chat.postMessage', ...often({ error: 'missing_scope' }));
    await workspace.pressOnHome('ask_2', 'sales top-products');
    await expect.poll(storedReplies).toBe(1);
    await expect.poll(() => app.context.inFlight.count).toBe(0);
    workspace.clearFaults('chat.postMessage');
    const restarted = (at: string, tell: (text: string) => Promise<boolean>) =>
      unsentReplies({ store: shop.shop.store, delivery: app.context, now: () => new Date(at), tell });
    const again: string[] = [];
    const listen = async (text: string) => again.push(text) > 0;
    await restarted('2026-03-29T10:02:10Z', listen).sendDue();
    expect(again).toEqual([]);
    // Four hours later there is a new outage, which was told to nobody before the restart.
    const muted = restarted('2026-03-29T16:00:00Z', async () => false);
    await muted.storeAnswer(
      workspace.user,
      await shop.ask('sales'),
      muted.directMessage(workspace.user),
      new Error('x'),
    );
    await restarted('2026-03-29T16:00:20Z', async () => false).sendDue();
    await restarted('2026-03-29T16:00:40Z', listen).sendDue();
    await restarted('2026-03-29T16:00:50Z', listen).sendDue();
    expect(again).toEqual([expect.stringContaining('before I was restarted')]);
  });

  it('gives up after some hours', async () => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', ...often({ error: 'account_inactive' }));
    await workspace.pressOnHome('ask_0', 'sales top-countries');
    await expect.poll(storedReplies, { timeout: 20_000 }).toBe(1);
    for (let hour = 11; hour < 22; hour++) {
      clock = new Date(`2026-03-29T${hour}:30:00Z`);
      await app.context.unsent.sendDue();
    }
    expect(await storedReplies()).toBe(0);
    expect(workspace.posted).toEqual([]);
  });

  const conversation = async () => {
    const { channel } = await running.app.context.client.conversations.open({
      users: running.workspace.user,
    });
    return channel?.id ?? '';
  };
});

describe('a slow answer', () => {
  let shop: TestShop;
  let running: RunningApp;
  let finish = () => {};
  beforeEach(async () => {
    shop = await openTestShop();
    await shop.ingest(CORNER_SHOP);
    const isFinished = new Promise<void>(resolve => {
      finish = resolve;
    });
    const ask = async (text: string) => {
      await isFinished;
      return shop.ask(text);
    };
    running = await startApp({ ...shop, ask }, 'http', {}, { noticeAfterMs: 10 });
  });
  afterEach(async () => {
    finish();
    await running.close();
    await shop.close();
  });

  it('is announced to the asker', async () => {
    const notice = running.workspace.nextPosted();
    await running.workspace.command('/sales', '');
    expect(await notice).toMatchObject({ ephemeral: true, text: expect.stringContaining('working') });
    const answer = running.workspace.nextPosted();
    finish();
    expect(textOf(await answer)).toContain('$203.10');
  });
});
