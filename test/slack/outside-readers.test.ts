import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { postDigest } from '../../src/digest/delivery/post.js';
import { digestDue } from '../../src/digest/delivery/schedule.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { listSubscriptions } from '../../src/store/tables/subscriptions.js';
import { scheduledDigests } from '../../src/surfaces/slack/subscriptions.js';
import { blankPictures, postedBy, type RunningApp, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** $10 in Spain and $200 in France are $210 together; last week has $4,000 of Portugal. */
const SALES = [
  'Order ID,Order Date,Customer ID,Customer Name,E-mail,Country,Amount',
  '1,2026-03-02,ana,Ana Gil,ana@example.com,Spain,10',
  '2,2026-03-03,luc,Luc Roy,luc@example.com,France,200',
  '3,2026-03-24,rui,rui@example.org,rui@example.org,Portugal,4000',
].join('\n');

let shop: TestShop;
let running: RunningApp;
let clock: Date;
afterEach(async () => {
  await running.close();
  await shop.close();
});
/** @param access the access file, if there is one */
async function start(
  access?: (workspace: RunningApp['workspace']) => string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  clock = new Date('2026-03-29T10:00:00Z');
  shop = await openTestShop({}, () => clock);
  await shop.load('sales.csv', SALES);
  const path = join(shop.folder, 'access.yml');
  const settings = (workspace: RunningApp['workspace']) => {
    if (access) writeFileSync(path, access(workspace));
    return { ...env, ...(access && { ACCESS_FILE: path }) };
  };
  running = await startApp({ ...shop, charts: blankPictures }, 'http', settings, { people: ['ben'] });
}
const posted = (act: () => Promise<unknown>) => postedBy(running, act);
/** Posts the digest that is due on the Monday after. */
async function onMonday() {
  clock = new Date('2026-03-30T09:00:00Z');
  const [scheduled] = await scheduledDigests(running.app.context)();
  const due = await digestDue(scheduled!);
  return postDigest(scheduled!.job, due!.asOf, due!.note);
}
const all = (messages: readonly Posted[]) => messages.map(textOf).join('\n');
/** What everybody in the channel sees. */
const inChannel = (messages: readonly Posted[], channel = running.workspace.channel) =>
  all(messages.filter(message => message.channel === channel && message.seenBy === undefined));

describe('a channel that is shared with another workspace', () => {
  /** A command, a button and a form do not say so: Slack is asked. */
  const share = () => running.workspace.sharedChannels.add(running.workspace.channel);
  const OUTSIDE = 'This channel includes people from other workspaces.';

  it('gets no answer to a command or a button: these go to the asker', async () => {
    await start();
    share();
    const { workspace } = running;
    const answers = await posted(() => workspace.command('/sales', ''));
    expect(inChannel(answers)).toBe('');
    expect(all(answers)).toContain('$4,210.00');
    expect(all(answers)).toContain(OUTSIDE);
    const [old] = answers;
    const pressed = await posted(() => workspace.press(old!, 'ask_0', 'sales by country'));
    expect(inChannel(pressed)).toBe('');
    expect(all(pressed)).toContain(OUTSIDE);
    // Slack is asked once in ten minutes.
    expect(workspace.calls.filter(call => call === 'conversations.info')).toHaveLength(1);
  });

  it('gets no answer to the form "Period and filters"', async () => {
    await start();
    share();
    const { workspace } = running;
    const [old] = await posted(() => workspace.command('/sales', 'trend by month'));
    await workspace.press(old!, 'form_scope', 'sales trend by month');
    await workspace.dialogs.next(workspace.user, ({ view }) => view.submit !== undefined);
    const answers = await posted(() => workspace.dialogs.submit(workspace.user, { period: '2026' }));
    expect(inChannel(answers)).toBe('');
    expect(all(answers)).toContain('$4,210.00');
  });

  it('is shown no names of customers by *Share here*, also by an old button', async () => {
    await start(({ user }) => `roles: { a: { people: [${user}], may: [sales, customers, digests] } }`);
    const { workspace } = running;
    const before = await posted(() => workspace.command('/sales', 'top-customers'));
    expect(all(before)).toContain('share_here');
    share();
    // What Slack said is remembered for ten minutes.
    clock = new Date('2026-03-29T10:11:00Z');
    const value = JSON.stringify({ question: 'sales top-customers' });
    const pressed = await posted(() => workspace.press(before[0]!, 'share_here', value));
    expect(inChannel(pressed)).toBe('');
    expect(all(pressed)).toContain('People of other workspaces are in this channel');
    expect(all(pressed)).not.toContain('Luc Roy');
    expect(all(await posted(() => workspace.command('/sales', 'top-customers')))).not.toContain('share_here');
  });

  it('gets no digest: not now, not by a subscription, and not once it is shared', async () => {
    await start();
    const { workspace } = running;
    await posted(() => workspace.command('/digest', 'subscribe monday 9:00'));
    share();
    const messages = await posted(async () => expect(await onMonday()).toBe('failed'));
    expect(inChannel(messages)).toBe('');
    expect(all(messages)).toContain('People of other workspaces are in the channel');
    expect(all(messages)).not.toContain('$');
    for (const text of ['now', 'subscribe friday 9:00']) {
      const refused = await posted(() => workspace.command('/digest', text));
      expect(inChannel(refused)).toBe('');
      expect(all(refused)).toContain('People of other workspaces are in the channel');
    }
    expect(await listSubscriptions(shop.shop.store)).toHaveLength(1);
  });

  it('is answered like any other with ALLOW_EXTERNAL', async () => {
    await start(undefined, { ALLOW_EXTERNAL: 'true' });
    share();
    expect(inChannel(await posted(() => running.workspace.command('/sales', '')))).toContain('$4,210.00');
    expect(running.workspace.calls).not.toContain('conversations.info');
  });

  it('is taken for a channel of the own workspace if Slack does not say', async () => {
    await start();
    running.workspace.fail('conversations.info', { error: 'missing_scope' });
    expect(inChannel(await posted(() => running.workspace.command('/sales', '')))).toContain('$4,210.00');
  });
});

describe('a digest to one person', () => {
  const subscribe = (who: string) =>
    posted(() => running.workspace.command('/digest', 'subscribe me monday 9:00', { user: who }));

  it.each([
    ['a guest', { is_restricted: true, team_id: 'T000000001' }, 'guest'],
    ["a member of another workspace's", { team_id: 'T0OTHER' }, 'external'],
    ['somebody who has left', { deleted: true, team_id: 'T000000001' }, 'deactivated'],
  ])('is not sent once they are %s', async (_, profile, reason) => {
    await start();
    const { workspace } = running;
    const ben = workspace.personCalled('ben');
    await subscribe(ben);
    workspace.people.set(ben, profile);
    const messages = await posted(async () => expect(await onMonday()).toBe('failed'));
    expect(all(messages)).toContain(`somebody whom I do not answer (${reason})`);
    expect(all(messages)).not.toContain('$');
  });

  it('cannot be added for a guest', async () => {
    await start();
    const { workspace } = running;
    const ben = workspace.personCalled('ben');
    workspace.people.set(ben, { is_restricted: true, team_id: 'T000000001' });
    const refused = await posted(() => workspace.command('/digest', `subscribe <@${ben}|ben> monday 9:00`));
    expect(all(refused)).toContain('somebody whom I do not answer (guest)');
    expect(await listSubscriptions(shop.shop.store)).toEqual([]);
  });

  it('is tried again later if Slack does not say who they are', async () => {
    await start();
    const { workspace } = running;
    await subscribe(workspace.user);
    workspace.fail('users.info', { error: 'internal_error' });
    const before = workspace.posted.length;
    expect(await onMonday()).toBe('failed');
    expect(workspace.posted).toHaveLength(before);
  });
});
