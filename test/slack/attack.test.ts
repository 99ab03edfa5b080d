import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { viewSubmission } from '../../src/playground/slack-stand-in/payloads.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { listGoals } from '../../src/store/tables/goals.js';
import { listSubscriptions } from '../../src/store/tables/subscriptions.js';
import { blankPictures, OLD_MESSAGE, postedBy, type RunningApp, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';
import { sendSigned } from '../support/slack-request.js';

/** What somebody tries who may see less than others: buttons, forms and threads of theirs. */
const SALES = [
  'Order ID,Order Date,Customer ID,Customer Name,E-mail,Country,Amount',
  '1,2026-01-02,ana,Ana Gil,ana@example.com,Spain,10',
  '2,2026-01-03,luc,Luc Roy,luc@example.com,France,200',
  '3,2026-03-24,rui,Rui Paz,rui@example.com,Portugal,4000',
  '4,2026-01-05,eva,Eva Sol,eva@example.com,Spain,10',
  '5,2026-01-06,leo,Leo Mar,leo@example.com,France,10',
].join('\n');

let shop: TestShop;
let running: RunningApp;
afterEach(async () => {
  await running.close();
  await shop.close();
});
/** The owner may do everything, ben asks about sales alone. @param more of his role, and of the channel */
async function start(
  { ben = '', channel = '' }: { readonly ben?: string; readonly channel?: string } = {},
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  shop = await openTestShop();
  await shop.load('sales.csv', SALES);
  const path = join(shop.folder, 'access.yml');
  const settings = (workspace: RunningApp['workspace']) => {
    const everything = '[sales, customers, contacts, export, ingest, digests, settings]';
    writeFileSync(
      path,
      [
        'roles:',
        `  owner: { people: [${workspace.user}], may: ${everything} }`,
        `  ben: { people: [${workspace.personCalled('ben')}], may: [sales]${ben} }`,
        ...(channel === '' ? [] : [`channels: { ${workspace.channel}: { ${channel} } }`]),
      ].join('\n'),
    );
    return { ACCESS_FILE: path, ...env };
  };
  running = await startApp({ ...shop, charts: blankPictures }, 'http', settings, { people: ['ben'] });
}
const posted = (act: () => Promise<unknown>) => postedBy(running, act);
const all = (messages: readonly Posted[]) => messages.map(textOf).join('\n');
const inChannel = (messages: readonly Posted[]) =>
  all(
    messages.filter(({ channel, seenBy }) => channel === running.workspace.channel && seenBy === undefined),
  );
const ben = () => ({ user: running.workspace.personCalled('ben') });

describe('somebody who may ask about sales alone', () => {
  const NAMED = /Ana Gil|Luc Roy|Rui Paz|example\.com|\$4,000|\$4,230/;

  it.each([
    ['ask_0', 'sales customer:"Luc Roy"', 'may not see single customers'],
    ['ask_1', 'segment customer "Luc Roy"', 'may not see single customers'],
    ['ask_2', 'segment export', 'may not see single customers'],
    ['ask_3', 'segment export at-risk for:klaviyo', 'may not see single customers'],
    ['start_0', 'win-back', 'may not manage digests'],
    ['share_here', JSON.stringify({ question: 'sales top-customers' }), 'may not see single customers'],
    ['file_load', JSON.stringify({ files: ['F0OTHER'], map: [] }), 'may not load files'],
    ['file_undo_0', '1', 'may not load files'],
  ])('is refused what the button %s of somebody else stands for: %s', async (action, value, reason) => {
    await start();
    const messages = await posted(() => running.workspace.press(OLD_MESSAGE, action, value, ben()));
    expect(all(messages)).toContain(reason);
    expect(all(messages)).not.toMatch(NAMED);
    expect(messages.every(({ seenBy }) => seenBy === ben().user)).toBe(true);
    expect(running.workspace.calls).not.toContain('files.info');
  });

  it('is told by an old button that its question is not known any more', async () => {
    await start();
    const told = await posted(() => running.workspace.press(OLD_MESSAGE, 'ask_0', 'sales by galaxy', ben()));
    expect(all(told)).toContain('galaxy');
    expect(told[0]?.seenBy).toBe(ben().user);
  });

  it('is named nobody whom a thread before was about', async () => {
    await start({ channel: 'customers: shared' });
    const { workspace } = running;
    const say = (user: string, text: string, ts: string, thread?: string) =>
      workspace.event({
        type: 'app_mention',
        user,
        channel: workspace.channel,
        text: `<@U0SHOPKEEPER> ${text}`,
        ts,
        event_ts: ts,
        ...(thread && { thread_ts: thread }),
      });
    const asked = await posted(() =>
      say(workspace.user, 'sales customer:"Luc Roy" by month', '1780000001.000100'),
    );
    expect(inChannel(asked)).toContain('Luc Roy');
    for (const [i, text] of ['only customers', 'by customer', 'as a file', 'only atlantis'].entries()) {
      const answers = await posted(() => say(ben().user, text, `178000001${i}.000100`, '1780000001.000100'));
      expect(all(answers)).not.toMatch(/Ana Gil|Luc Roy|Rui Paz|example\.com/);
    }
  });

  it('submits what a form of somebody else shows, and gets no more by it', async () => {
    await start({ ben: ", scope: 'country:Spain'" });
    const { workspace } = running;
    // The forms as the owner sees them, with the state that they were opened with.
    const submitted = async (id: string, state: object, values: object, user = ben().user) => {
      const view = { id: 'V0OWNER', type: 'modal', callback_id: id, private_metadata: JSON.stringify(state) };
      return sendSigned(running, viewSubmission(user, view, { values }));
    };
    const text = (id: string, value: string) => ({ [id]: { value: { type: 'plain_text_input', value } } });
    const chosen = (id: string, value: string) => ({
      [id]: { value: { type: 'static_select', selected_option: { value } } },
    });
    const question = 'sales customer:"Luc Roy" by month';
    expect(await submitted('scope', { question }, chosen('period', '2026'))).toBe(200);
    expect(await submitted('goal', {}, { ...text('target', '500'), ...chosen('measure', 'revenue') })).toBe(
      200,
    );
    const channel = {
      channel: { value: { type: 'conversations_select', selected_conversation: workspace.channel } },
    };
    expect(await submitted('subscribe', {}, { ...channel, ...text('zone', 'UTC') })).toBe(200);
    await expect.poll(() => running.app.context.inFlight.count).toBe(0);
    expect(inChannel(workspace.posted)).toBe('');
    expect(all(workspace.posted)).not.toMatch(NAMED);
    const answered = await posted(() =>
      submitted('scope', { question }, chosen('period', '2026'), workspace.user),
    );
    // The owner's own gives an answer.
    expect(all(answered)).toContain('Luc Roy');
    expect(await listGoals(shop.shop.store)).toEqual([]);
    expect(await listSubscriptions(shop.shop.store)).toEqual([]);
  });

  it('is told nothing of what they may not see by alerts, goals and digests of their part', async () => {
    await start({ ben: ", scope: 'country:Spain' }\n  floor: { people: [U0NOBODY], may: [digests]" });
    const { workspace } = running;
    await posted(() => workspace.command('/digest', 'goal 5000 revenue in march 2026'));
    for (const text of [
      'goal 5000 revenue in march 2026',
      'alert 9:00 country:France when a day is out of line',
      'subscribe me monday 9:00 country:France',
      'preview customer:"Luc Roy"',
      'show',
      'now',
      'list',
    ]) {
      const messages = await posted(() => workspace.command('/digest', text, ben()));
      expect(all(messages)).not.toMatch(/\$5,000|\$4,|\$200|reached/);
      expect(inChannel(messages)).toBe('');
    }
    expect(all(await posted(() => workspace.command('/sales', 'goals', ben())))).not.toContain('$5,000');
  });
});

describe('a channel that is of a part of the shop', () => {
  it('sees its part alone by a button of another channel', async () => {
    await start({ channel: "customers: shared, scope: 'country:Spain'" });
    const { workspace } = running;
    const messages = await posted(() => workspace.press(OLD_MESSAGE, 'ask_0', 'sales by country'));
    expect(inChannel(messages)).toContain('within country Spain');
    expect(inChannel(messages)).not.toMatch(/France|Portugal/);
    const named = await posted(() => workspace.press(OLD_MESSAGE, 'ask_1', 'sales country:France'));
    expect(inChannel(named)).toBe('');
  });
});

describe('a guest in a thread', () => {
  it('is refused alone if they mention the bot, and not heard otherwise', async () => {
    await start({}, { ANSWER_IN_THREADS: 'true' });
    const { workspace } = running;
    const thread = '1780000001.000100';
    const say = (user: string, fields: Readonly<Record<string, unknown>>, ts: string) =>
      workspace.event({ user, channel: workspace.channel, ts, event_ts: ts, ...fields });
    await posted(() => say(workspace.user, { type: 'app_mention', text: '<@U0SHOPKEEPER> sales' }, thread));
    workspace.people.set(ben().user, { is_restricted: true, team_id: 'T000000001' });
    const before = workspace.posted.length;
    const overheard = { type: 'message', channel_type: 'channel', text: 'by month', thread_ts: thread };
    await say(ben().user, overheard, '1780000002.000100');
    const mention = { type: 'app_mention', text: '<@U0SHOPKEEPER> by month', thread_ts: thread };
    const refusal = await posted(() => say(ben().user, mention, '1780000003.000100'));
    expect(workspace.posted).toHaveLength(before + 1);
    expect(refusal[0]).toMatchObject({ ephemeral: true, seenBy: ben().user, threadTs: thread });
    expect(all(refusal)).toContain('I do not answer guests');
  });
});
