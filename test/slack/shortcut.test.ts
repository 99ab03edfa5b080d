import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

/** The shortcut "Customer profile", threads without a mention, empty mentions. */
describe('a message', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop();
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    running = await startApp({ ...shop, charts: blankPictures }, 'http', env, { people: ['ben'] });
  };
  const message = (text: string): Posted => ({
    ts: '1774778400.000100',
    channel: running.workspace.channel,
    threadTs: null,
    text,
    blocks: [],
    by: running.workspace.personCalled('ben'),
    ephemeral: false,
    through: 'person',
  });
  const shown = async (text: string, matches: (posted: Posted) => boolean = () => true) => {
    const { workspace } = running;
    const posted = workspace.nextPosted(matches);
    await workspace.shortcut('customer_profile', message(text));
    return posted;
  };

  it('that names a customer shows the profile to whoever asks, alone', async () => {
    await start();
    const profile = await shown(
      'Is it true that Ana Núñez, <mailto:x@example.org|x@example.org>, called about order 12?',
      p => !p.ephemeral,
    );
    expect(profile).toMatchObject({ through: 'chat.postMessage', seenBy: running.workspace.user });
    const { headline } = await shop.ask('segment customer Ana Núñez');
    expect(textOf(profile)).toContain(headline);
    await running.app.context.audit.written();
    const [entry] = await listAuditEntries(shop.shop.store, { since: '1970', limit: 1 });
    expect(entry).toMatchObject({
      surface: 'shortcut',
      asked: 'segment customer "Ana Núñez"',
      outcome: 'shown',
    });
  });

  it('that names nobody, or several, says so', async () => {
    await start();
    const nobody = await shown('What a lovely day, and 2026 at that.');
    expect(textOf(nobody)).toContain('I found no customer');
    expect(nobody.ephemeral).toBe(true);
    const several = await shown('Bob &lt;!channel&gt; and Ana Núñez are friends.');
    expect(textOf(several)).toContain('segment customer \\"Ana Núñez\\"');
    expect(textOf(several)).toContain('segment customer \\"Bob <!channel>\\"');
  });

  it('says nothing of customers to those who may not see them', async () => {
    const path = join(shop.folder, 'access.yml');
    await writeFile(path, 'everyone:\n  may: [sales]\n');
    await start({ ACCESS_FILE: path });
    for (const text of ['Ana Núñez called.', 'Nobody called.'])
      expect(textOf(await shown(text))).toContain('You may not see single customers');
  });

  it('shows no e-mail address that is a name to those who may not see addresses', async () => {
    await shop.load(
      'more.csv',
      'Order ID,Order Date,Customer ID,Customer Name,Amount\nX1,2026-03-01,c77,eve@example.org,2.00\n',
    );
    const path = join(shop.folder, 'access.yml');
    await writeFile(path, 'everyone:\n  may: [sales, customers]\n');
    await start({ ACCESS_FILE: path });
    const several = textOf(await shown('c77 and c1 called.'));
    expect(several).toContain('segment customer c77');
    expect(several).not.toContain('eve@example.org');
  });

  const say = (text: string, fields: Readonly<Record<string, unknown>> = {}) => {
    const { workspace } = running;
    const ts = `1774778400.${String(Math.random()).slice(2, 8)}`;
    return workspace.event({
      user: workspace.user,
      channel: workspace.channel,
      ts,
      event_ts: ts,
      text,
      ...fields,
    });
  };
  const inThread = (text: string, thread: string) =>
    say(text, { type: 'message', channel_type: 'channel', thread_ts: thread });
  const answered = async () => {
    const { workspace } = running;
    const answer = workspace.nextPosted();
    await say('<@U0SHOPKEEPER> sales', { type: 'app_mention', ts: '1774778400.000001' });
    expect((await answer).threadTs).toBeNull();
    return '1774778400.000001';
  };

  it('in a thread that the bot answered in needs no mention, if that is set', async () => {
    await start({ ANSWER_IN_THREADS: 'true' });
    const { workspace } = running;
    const thread = await answered();
    const before = workspace.posted.length;
    await inThread('and in Spain?', '1774778400.000999');
    await inThread('thanks, that is nice!', thread);
    await inThread('<@U0COLLEAGUE> and in Spain?', thread);
    const answer = workspace.nextPosted();
    await inThread('and in Spain?', thread);
    const { headline } = await shop.ask('sales country:Spain');
    expect(textOf(await answer)).toContain(headline);
    expect((await answer).threadTs).toBe(thread);
    expect(workspace.posted).toHaveLength(before + 1);
    await running.app.context.audit.written();
    const entries = await listAuditEntries(shop.shop.store, { since: '1970', limit: 9 });
    expect(entries.map(({ surface, asked }) => [surface, asked])).toEqual([
      ['thread', 'and in Spain?'],
      ['mention', 'sales'],
    ]);
  });

  it('in a thread is left alone unless that is set; an empty mention gets help', async () => {
    await start();
    const { workspace } = running;
    await inThread('and in Spain?', await answered());
    const help = workspace.nextPosted();
    await say('<@U0SHOPKEEPER>', { type: 'app_mention' });
    expect(textOf(await help)).toContain('/sales top-');
    expect((await help).ephemeral).toBe(true);
    expect(workspace.posted).toHaveLength(2);
  });

  it('of a file, too, is not taken while questions are turned off', async () => {
    await start({ ANSWER_QUESTIONS: 'false' });
    const { workspace } = running;
    const channel = await workspace.openDirectMessage(workspace.user);
    const refusal = workspace.nextPosted();
    await workspace.shareFiles([{ name: 'x.csv', bytes: Buffer.from('a,b\n1,2\n') }], { channel });
    expect(textOf(await refusal)).toContain('I do not load files at the moment; digests go on.');
    expect(workspace.calls).not.toContain('files.info');
  });

  it('to the bot shows that it is being answered, until it is', async () => {
    await start();
    const { workspace } = running;
    const channel = await workspace.openDirectMessage(workspace.user);
    await say('sales', { type: 'message', channel_type: 'im', channel });
    await expect.poll(() => workspace.statuses).toEqual(['is looking at the figures …', '']);
  });
});
