import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

/** Two columns of money, and nothing that says which is the amount of the sale. */
const UNCLEAR = [
  'Order ID,Order Date,Customer,Alpha,Beta',
  ...Array.from(
    { length: 40 },
    (_, i) =>
      `O${i},2026-01-${String(13 + (i % 15)).padStart(2, '0')},c${i % 7},${10 + i}.50,${40 + i * 2}.25`,
  ),
].join('\n');

type Elements = readonly { readonly action_id: string; readonly value: string }[];
const buttonsOf = ({ blocks }: Posted): Elements =>
  (blocks as { type: string; elements?: Elements }[]).flatMap(b =>
    b.type === 'actions' ? (b.elements ?? []) : [],
  );

describe('a sales file dropped into Slack', () => {
  let shop: TestShop;
  let running: RunningApp;
  let conversation: string;
  const start = async (env: Record<string, string> = {}) => {
    running = await startApp({ ...shop, charts: blankPictures }, 'http', env, { people: ['ben'] });
    const { workspace, app } = running;
    const opened = await app.context.client.conversations.open({ users: workspace.user });
    conversation = opened.channel?.id ?? '';
  };
  beforeEach(async () => {
    shop = await openTestShop({ MAX_REFUSED_PERCENT: '50' });
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });

  /** Waits for a message with a text. */
  const shown = (text: string) => running.workspace.nextPosted(posted => textOf(posted).includes(text));
  const drop = async (
    name: string,
    content: string | Uint8Array,
    awaited: string,
    channel = conversation,
  ) => {
    const next = shown(awaited);
    const file = { name, bytes: Buffer.from(content) };
    expect(await running.workspace.shareFiles([file], { channel })).toBe(200);
    return next;
  };
  const press = async (posted: Posted, actionId: string, awaited: string, channel = conversation) => {
    const button = buttonsOf(posted).find(b => b.action_id === actionId);
    expect(button).toBeDefined();
    const next = shown(awaited);
    await running.workspace.press(posted, actionId, button?.value ?? '', { channel });
    return next;
  };
  const lines = async () => (await shop.ingests()).reduce((sum, ingest) => sum + ingest.lines, 0);

  it('is shown as it is read, then loaded, then taken back, in one message', async () => {
    await start();
    const reading = await drop('corner-shop.csv', await readFile(CORNER_SHOP), 'Nothing is loaded yet');
    expect(textOf(reading)).toContain('corner-shop.csv: 11 rows');
    expect(textOf(reading)).toContain('• Unit Price: unit price (95% sure');
    expect(await lines()).toBe(0);
    const loaded = await press(reading, 'file_load', 'Loaded corner-shop.csv');
    expect(loaded.ts).toBe(reading.ts);
    expect(textOf(loaded)).toContain('11 lines: 8 orders');
    expect(await lines()).toBe(11);
    const undone = await press(loaded, 'file_undo_0', 'was undone');
    expect(textOf(undone)).toContain('11 lines removed');
    expect(undone.ts).toBe(reading.ts);
    expect(await lines()).toBe(0);
    expect(running.workspace.posted).toHaveLength(1);
  });

  it('is asked about with the questions of the terminal, and read by the answer', async () => {
    await start();
    const question = await drop('export.csv', UNCLEAR, 'Nothing in the file tells for certain');
    expect(textOf(question)).toContain('Which column of export.csv is the amount of a sale?');
    expect(textOf(question)).toMatch(/1\. "?(Alpha|Beta)/);
    const answer = buttonsOf(question).find(b => b.value.includes('Beta'));
    const reading = await press(question, answer?.action_id ?? '', 'Nothing is loaded yet');
    const loaded = await press(reading, 'file_load', 'Loaded export.csv');
    expect(textOf(loaded)).toContain('$3,170.00');
  });

  it('says which rows could not be loaded, and why, with all of them as a file below', async () => {
    await start();
    const rows = (await readFile(CORNER_SHOP, 'utf8')).replace('2026-01-05,c1', 'yesterday,c1');
    const reading = await drop('corner-shop.csv', rows, 'Nothing is loaded yet');
    const report = running.workspace.nextPosted(posted => posted.file !== undefined);
    const loaded = await press(reading, 'file_load', 'could not be loaded');
    expect(textOf(loaded)).toMatch(/1 row could not be loaded:.*row 2, Order Date: .*yesterday/s);
    const { file, threadTs } = await report;
    expect(threadTs).toBe(reading.ts);
    expect(running.workspace.files.get(file?.id ?? '')?.toString()).toContain('yesterday');
  });

  it('is not loaded if somebody says so', async () => {
    await start();
    const reading = await drop('corner-shop.csv', await readFile(CORNER_SHOP), 'Nothing is loaded yet');
    const dismissed = await press(reading, 'file_dismiss', 'The file was not loaded');
    expect(buttonsOf(dismissed)).toEqual([]);
    expect(await lines()).toBe(0);
  });

  it('is answered below its message in a channel that mentions the bot', async () => {
    await start();
    const { channel } = running.workspace;
    const reading = await drop(
      'corner-shop.csv',
      await readFile(CORNER_SHOP),
      'Nothing is loaded yet',
      channel,
    );
    expect(reading).toMatchObject({ channel, threadTs: expect.stringMatching(/^\d+\.\d+$/) });
    const loaded = await press(reading, 'file_load', 'Loaded corner-shop.csv', channel);
    expect(loaded.threadTs).toBe(reading.threadTs);
  });

  it('is refused to people who may not load, and that is in the audit log', async () => {
    await start({ DIGEST_MANAGERS: 'U0SOMEBODY' });
    const refusal = await drop('corner-shop.csv', await readFile(CORNER_SHOP), 'You may not load files');
    expect(refusal.channel).toBe(conversation);
    expect(running.workspace.calls).not.toContain('files.info');
    await running.app.context.audit.written();
    const [entry] = await listAuditEntries(shop.shop.store, { since: '1970', limit: 1 });
    expect(entry).toMatchObject({ surface: 'file', outcome: 'refused' });
  });

  it('cannot be loaded by the button either by people who may not', async () => {
    await start();
    const reading = await drop('corner-shop.csv', await readFile(CORNER_SHOP), 'Nothing is loaded yet');
    const { value = '' } = buttonsOf(reading)[0] ?? {};
    const { workspace } = running;
    workspace.people.set('U0STRANGER', { team_id: 'T0OTHER', is_stranger: true });
    const refusal = shown('I answer only people of the workspace');
    await workspace.press(reading, 'file_load', value, { channel: conversation, user: 'U0STRANGER' });
    await refusal;
    expect(await lines()).toBe(0);
  });

  it.each([
    'http://127.0.0.1:9',
    'https://files.slack.com.evil.example',
  ])('is not fetched from %s', async address => {
    await start();
    running.workspace.sharedFiles.address = address;
    const refusal = await drop('corner-shop.csv', await readFile(CORNER_SHOP), 'is not stored at Slack');
    expect(textOf(refusal)).toContain('Nothing was loaded');
  });

  it('is refused if it is too large, is no sales file, or Slack does not give it', async () => {
    await start({ SLACK_FILE_MB: '1' });
    await drop('large.csv', Buffer.alloc(1_000_001, 'a'), 'is larger than the 1 MB');
    await drop('notes.csv', 'no sales at all\nhere', 'Nothing was loaded');
    running.workspace.fail('file_download', { status: 404, error: 'file_not_found' });
    await drop('gone.csv', UNCLEAR, 'Slack did not give me gone.csv (HTTP 404)');
    expect(await lines()).toBe(0);
  });

  it('leaves no copy on the machine', async () => {
    await start();
    const reading = await drop('corner-shop.csv', await readFile(CORNER_SHOP), 'Nothing is loaded yet');
    await press(reading, 'file_load', 'Loaded corner-shop.csv');
    await expect
      .poll(async () => (await readdir(tmpdir())).filter(name => name.startsWith('shopkeeper-slack-')))
      .toEqual([]);
  });

  it('is looked at once if Slack names it twice', async () => {
    await start();
    const { workspace } = running;
    const reading = await drop('corner-shop.csv', await readFile(CORNER_SHOP), 'Nothing is loaded yet');
    const { files } = JSON.parse(buttonsOf(reading)[0]?.value ?? '{}') as { files: string[] };
    const event = {
      type: 'file_shared',
      file_id: files[0],
      channel_id: conversation,
      user_id: workspace.user,
    };
    await workspace.event(event);
    await expect.poll(() => running.app.context.inFlight.count, { timeout: 10_000 }).toBe(0);
    expect(workspace.posted).toHaveLength(1);
  });

  it('is looked at where Slack names it in an event of its own alone', async () => {
    await start();
    const { workspace } = running;
    const { id } = workspace.sharedFiles.add('corner-shop.csv', await readFile(CORNER_SHOP));
    const next = shown('Nothing is loaded yet');
    const event = { type: 'file_shared', file_id: id, channel_id: conversation, user_id: workspace.user };
    await workspace.event(event);
    expect(textOf(await next)).toContain('corner-shop.csv: 11 rows');
  });

  it('is not lost if the app stops before its message has come', async () => {
    await start();
    const { workspace } = running;
    const { id } = workspace.sharedFiles.add('corner-shop.csv', await readFile(CORNER_SHOP));
    const event = { type: 'file_shared', file_id: id, channel_id: conversation, user_id: workspace.user };
    await workspace.event(event);
    await running.app.stop();
    expect(workspace.posted.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('I was restarted before I had read the file. Please drop it again'),
    );
  });

  it('is not passed over in silence if Slack does not say which file it is', async () => {
    await start();
    const { workspace } = running;
    const { id } = workspace.sharedFiles.add('corner-shop.csv', await readFile(CORNER_SHOP));
    workspace.failAlways('files.info', { error: 'internal_error' });
    const next = shown('Nothing was loaded');
    await workspace.event({
      type: 'file_shared',
      file_id: id,
      channel_id: conversation,
      user_id: workspace.user,
    });
    expect(textOf(await next)).toContain('internal_error');
  });
});
