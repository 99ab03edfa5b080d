import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { toyShop } from '../support/toy-shop.js';

/** Asks nothing without a question before it. */
const FOLLOW_UP = 'the same for 2003';

/** Texts that change the question before them: in a thread, and in direct messages. */
describe('a conversation in Slack', () => {
  let shop: TestShop;
  let running: RunningApp;
  let lastTs = 0;
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    await running?.close();
    running = await startApp({ ...shop, charts: blankPictures }, 'http', env);
  };
  beforeEach(async () => {
    shop = await openTestShop({}, '2005-06-01T00:00:00Z');
    await shop.load('shop.csv', toyShop());
    await start();
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });

  const newTs = () => `1117584000.${String(++lastTs).padStart(6, '0')}`;
  /** A message of a person, and the first message that the bot posts after it. */
  const said = async (
    event: Readonly<Record<string, unknown>>,
  ): Promise<Posted & { readonly asked: string }> => {
    const { workspace } = running;
    const next = workspace.nextPosted();
    const ts = newTs();
    await workspace.event({ user: workspace.user, ts, event_ts: ts, ...event });
    return { ...(await next), asked: ts };
  };
  const mention = (text: string, thread?: string) =>
    said({
      type: 'app_mention',
      channel: running.workspace.channel,
      text: `<@U0SHOPKEEPER> ${text}`,
      ...(thread && { thread_ts: thread }),
    });
  const direct = async (text: string, { user = running.workspace.user, thread = '' } = {}) =>
    said({
      type: 'message',
      channel_type: 'im',
      channel: await conversationOf(user),
      user,
      text,
      ...(thread && { thread_ts: thread }),
    });
  const somebodyElse = async (): Promise<string> => {
    const { members = [] } = await running.app.context.client.users.list({});
    return members.find(m => m.id !== running.workspace.user && !m.is_bot)?.id ?? '';
  };
  const conversationOf = async (user: string): Promise<string> =>
    (await running.app.context.client.conversations.open({ users: user })).channel?.id ?? '';
  const expectAnswer = async (posted: Posted, question: string) => {
    const { headline } = await shop.ask(question);
    expect(textOf(posted)).toContain(headline);
    expect(posted.ephemeral).toBe(false);
  };
  const expectRefused = (posted: Posted) => expect(textOf(posted)).toContain('I do not understand all of');

  it('goes on in the thread of the question, for anybody', async () => {
    const { asked: thread } = await mention('sales 2004');
    const inFrance = await mention('and in France?', thread);
    expect(inFrance.threadTs).toBe(thread);
    await expectAnswer(inFrance, 'sales 2004 country:France');
    running.workspace.people.set('U0COLLEAGUE', {});
    const colleague = await said({
      type: 'app_mention',
      channel: running.workspace.channel,
      user: 'U0COLLEAGUE',
      text: '<@U0SHOPKEEPER> and in Spain?',
      thread_ts: thread,
    });
    await expectAnswer(colleague, 'sales 2004 country:Spain');
  });

  it('goes on in the thread of the answer', async () => {
    const { ts } = await mention('sales 2004');
    await expectAnswer(await mention('and in France?', ts), 'sales 2004 country:France');
  });

  it('goes on under the answer to a slash command, which itself changes no question', async () => {
    const { workspace } = running;
    const next = workspace.nextPosted();
    await workspace.command('/sales', '2004');
    const { ts } = await next;
    const command = workspace.nextPosted();
    await workspace.command('/sales', 'and in France?');
    await expectAnswer(await command, 'sales country:France');
    await expectAnswer(await mention('and in France?', ts), 'sales 2004 country:France');
  });

  it('goes on from a button pressed in the thread', async () => {
    const { workspace } = running;
    const answer = await mention('sales 2004');
    const next = workspace.nextPosted();
    await workspace.press(answer, 'ask_0', 'sales 2003');
    await next;
    await expectAnswer(await mention('and in France?', answer.ts), 'sales 2003 country:France');
  });

  it('is one for each thread, and none outside threads', async () => {
    const first = await mention('sales 2004');
    const second = await mention('sales 2003');
    await expectAnswer(await mention('and in France?', first.asked), 'sales 2004 country:France');
    await expectAnswer(await mention('and in France?', second.asked), 'sales 2003 country:France');
    await expectAnswer(await mention('and in Spain?', first.asked), 'sales 2004 country:Spain');
    expectRefused(await mention(FOLLOW_UP));
    expectRefused(await mention(FOLLOW_UP, '1117584000.999999'));
  });

  it('is one for each person in direct messages, and for each thread there', async () => {
    expectRefused(await direct(FOLLOW_UP));
    const first = await direct('sales 2004');
    await expectAnswer(await direct('and in France?'), 'sales 2004 country:France');
    await expectAnswer(await direct('and in Spain?', { thread: first.ts }), 'sales 2004 country:Spain');
    await expectAnswer(await direct('by month'), 'sales trend by month 2004 country:France');
    const other = await direct(FOLLOW_UP, { user: await somebodyElse() });
    expectRefused(other);
    expect(other.channel).not.toBe(first.channel);
  });

  it('skips what was not answered', async () => {
    const { asked: thread } = await mention('sales 2004');
    expectRefused(await mention('top-cuontries of teh wrld', thread));
    await mention('help', thread);
    await expectAnswer(await mention('and in France?', thread), 'sales 2004 country:France');
  });

  it('is where the answer is, if that was sent privately', async () => {
    const { asked: thread, channel } = await mention('segment export');
    expect(channel).toMatch(/^D/);
    const { app } = running;
    await expect.poll(() => app.context.inFlight.count).toBe(0);
    const next = await direct('only in France');
    await expectAnswer(next, 'segment export country:France');
    await expect.poll(() => app.context.inFlight.count).toBe(0);
    expectRefused(await mention(FOLLOW_UP, thread));
  });

  it('is forgotten at a restart', async () => {
    const { asked: thread } = await mention('sales 2004');
    await direct('sales 2004');
    await start();
    expectRefused(await mention(FOLLOW_UP, thread));
    expectRefused(await direct(FOLLOW_UP));
  });
});
