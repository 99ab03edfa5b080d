import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import type { Fault } from '../../src/playground/slack-stand-in/workspace.js';
import { blockTypes, type RunningApp, startApp, textOf } from '../support/app.js';
import { databaseOf } from '../support/database.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

const ANSWER = 'France leads with $74.04';
/** More than any way of answering tries. */
const often = (fault: Fault): Fault[] => Array.from({ length: 40 }, () => fault);

describe('ways to the asker', () => {
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
  const ask = async (text: string): Promise<Posted> => {
    const next = running.workspace.nextPosted();
    await running.workspace.command('/sales', text);
    return next;
  };
  /** A response address that does not work, as many times as it is tried. */
  const faults: [string, Fault][] = [
    ['404', { status: 404, error: 'used_url' }],
    ['410', { status: 410, error: 'expired_url' }],
    ['500', { status: 500, error: 'internal_error' }],
    ['503', { status: 503, error: 'service_unavailable' }],
    ['no answer', { hangs: true, error: '' }],
  ];

  it.each(
    faults,
  )('lead around a response address that answers %s: help comes as an ephemeral message', async (_, fault) => {
    running.workspace.fail('response_url', ...often(fault));
    const told = await ask('help');
    expect(told).toMatchObject({ through: 'chat.postEphemeral', ephemeral: true });
    expect(textOf(told)).toContain('/sales top-countries');
  });

  it.each(faults)('lead to a direct message where the bot is no member as well (%s)', async (_, fault) => {
    running.workspace.botIsMember = false;
    running.workspace.fail('response_url', ...often(fault));
    const told = await ask('top-cuontries of teh wrld');
    expect(told.channel).toMatch(/^D/);
    expect(textOf(told)).toContain('sales help');
    const answer = await ask('top-countries');
    expect(answer.channel).toMatch(/^D/);
    expect(textOf(answer)).toContain(ANSWER);
    expect(blockTypes(answer)).toContain('image');
    expect(textOf(answer)).toMatch(/could not be posted where you asked|did not confirm this answer/);
  });

  it.each([
    ['help', 'What /sales can tell you'],
    ['top-cuontries of teh wrld', 'I do not know'],
  ])('give what concerns the asker alone as text if Slack rejects its blocks: %s', async (text, told) => {
    const { workspace } = running;
    workspace.fail('chat.postMessage', { error: 'invalid_blocks' });
    const next = workspace.nextPosted();
    await workspace.pressOnHome('ask_0', `sales ${text}`);
    expect(await next).toMatchObject({ blocks: [], parse: 'none' });
    expect((await next).text).toContain(told);
  });

  it('wait out a 429 that does not say for how long', async () => {
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
  ])('include trying again later: %s whose answer Slack refuses for now', async (_, say) => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', ...often({ error: 'missing_scope' }));
    await say();
    const { unsent } = app.context;
    const isKept = async () => (await databaseOf(shop.shop.store)('unsent_replies').select('id')).length;
    await expect.poll(isKept, { timeout: 20_000 }).toBe(1);
    workspace.mend('chat.postMessage');
    // Not yet: a minute has not passed.
    await unsent.sendDue();
    expect(workspace.posted).toEqual([]);
    clock = new Date('2026-03-29T10:01:01Z');
    await unsent.sendDue();
    expect(workspace.posted.map(textOf).join()).toContain(ANSWER);
    expect(workspace.posted).toHaveLength(1);
    expect(await isKept()).toBe(0);
    clock = new Date('2026-03-29T12:00:00Z');
    await unsent.sendDue();
    expect(workspace.posted).toHaveLength(1);
  });

  it('never lead there twice: what Slack took without saying so is found before it is sent again', async () => {
    const { workspace, app } = running;
    const answers = () => workspace.posted.filter(p => textOf(p).includes(ANSWER));
    workspace.fail('chat.postMessage', { error: 'cut', cutAfter: true });
    await workspace.pressOnHome('ask_0', 'sales top-countries');
    const isKept = async () => (await databaseOf(shop.shop.store)('unsent_replies').select('id')).length;
    await expect.poll(isKept, { timeout: 20_000 }).toBe(1);
    expect(answers()).toHaveLength(1);
    // The stand-in's clock is the machine's, later than the shop's.
    clock = new Date('2026-03-29T10:05:00Z');
    await app.context.unsent.sendDue();
    expect(answers()).toHaveLength(1);
    expect(await isKept()).toBe(0);
  });

  it('never lead there twice with what concerns the asker alone', async () => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', { error: 'cut', cutAfter: true });
    await workspace.pressOnHome('ask_0', 'sales top-cuontries of teh wrld');
    const isKept = async () => (await databaseOf(shop.shop.store)('unsent_replies').select('id')).length;
    await expect.poll(isKept, { timeout: 20_000 }).toBe(1);
    clock = new Date('2026-03-29T10:05:00Z');
    await app.context.unsent.sendDue();
    expect(workspace.posted).toHaveLength(1);
    expect(await isKept()).toBe(0);
  });

  it('bring the file of an export that Slack took without saying so, once', async () => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', { error: 'cut', cutAfter: true });
    await workspace.command('/segment', 'export');
    const isKept = async () => (await databaseOf(shop.shop.store)('unsent_replies').select('id')).length;
    await expect.poll(isKept, { timeout: 20_000 }).toBe(1);
    const db = databaseOf(shop.shop.store);
    const [row] = await db('unsent_replies').select();
    const exports = () => workspace.posted.filter(p => p.text.startsWith('Customers as a file'));
    const files = () => workspace.posted.filter(p => p.through === 'file');
    expect([exports().length, files().length]).toEqual([1, 0]);
    clock = new Date('2026-03-29T10:05:00Z');
    await app.context.unsent.sendDue();
    expect([exports().length, files().length]).toEqual([1, 1]);
    expect(files()[0]?.threadTs).toBe(exports()[0]?.ts);
    // A process that dies after the file leaves the reply to the next one.
    await db('unsent_replies').insert({ ...row, held_until: null });
    await app.context.unsent.sendDue();
    expect([exports().length, files().length]).toEqual([1, 1]);
  });

  it('say that an answer comes later, if one of them is open', async () => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', ...often({ error: 'missing_scope' }));
    const next = workspace.nextPosted();
    await workspace.command('/segment', 'export');
    expect(await next).toMatchObject({ ephemeral: true, through: 'response_url' });
    expect((await next).text).toContain('I keep trying for some hours');
    workspace.mend('chat.postMessage');
    clock = new Date('2026-03-29T10:01:01Z');
    await app.context.unsent.sendDue();
    expect(workspace.posted.filter(p => p.through === 'file')).toHaveLength(1);
  });

  it('are given up after some hours', async () => {
    const { workspace, app } = running;
    workspace.fail('chat.postMessage', ...often({ error: 'account_inactive' }));
    await workspace.pressOnHome('ask_0', 'sales top-countries');
    const isKept = async () => (await databaseOf(shop.shop.store)('unsent_replies').select('id')).length;
    await expect.poll(isKept, { timeout: 20_000 }).toBe(1);
    for (let hour = 11; hour < 22; hour++) {
      clock = new Date(`2026-03-29T${hour}:30:00Z`);
      await app.context.unsent.sendDue();
    }
    expect(await isKept()).toBe(0);
    expect(workspace.posted).toEqual([]);
  });

  const conversation = async () => {
    const { channel } = await running.app.context.client.conversations.open({
      users: running.workspace.user,
    });
    return channel?.id ?? '';
  };
});

it('tells the asker that an answer takes a while', async () => {
  const shop = await openTestShop();
  await shop.ingest(CORNER_SHOP);
  let go = () => {};
  const held = new Promise<void>(resolve => {
    go = resolve;
  });
  const ask = async (text: string) => {
    await held;
    return shop.ask(text);
  };
  const running = await startApp({ ...shop, ask }, 'http', {}, { noticeAfterMs: 10 });
  try {
    const notice = running.workspace.nextPosted();
    await running.workspace.command('/sales', '');
    expect(await notice).toMatchObject({ ephemeral: true, text: 'I am working on your answer.' });
    const answer = running.workspace.nextPosted();
    go();
    expect(textOf(await answer)).toContain('$203.09');
  } finally {
    await running.close();
    await shop.close();
  }
});
