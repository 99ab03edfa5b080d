import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blockTypes, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

/** Answers with several charts, a file, or details in the thread. */
describe('an answer with details', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop();
    running = await startApp(shop, 'http');
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });

  /** Waits for a number of messages. */
  const asked = async (text: string, messages: number): Promise<readonly Posted[]> => {
    await running.workspace.command('/segment', text);
    await expect.poll(() => running.workspace.posted.length).toBe(messages);
    return running.workspace.posted;
  };

  it('shows its charts in one message', async () => {
    const [posted] = await asked('bars', 1);
    expect(blockTypes(posted as Posted).filter(type => type === 'image')).toHaveLength(2);
  });

  it('shows the uploaded charts and says that one is missing', async () => {
    running.workspace.fail('files.getUploadURLExternal', { error: 'not_allowed_token_type' });
    const [posted] = await asked('bars', 1);
    expect(blockTypes(posted as Posted).filter(type => type === 'image')).toHaveLength(1);
    expect(textOf(posted as Posted)).toContain('A chart could not be');
  });

  it('posts an export as a CSV file in the thread of a direct message', async () => {
    const [message, file, notice] = await asked('export', 3);
    expect(textOf(message as Posted)).toContain('5 customers who spent $153.10');
    expect(message?.channel).toMatch(/^D/);
    expect(file).toMatchObject({
      through: 'file',
      channel: message?.channel,
      threadTs: message?.ts,
      file: { name: 'customers-2026-03-29.csv' },
    });
    const bytes = running.workspace.files.get(file?.file?.id ?? '');
    expect(String(bytes)).toContain('"\'=HYPERLINK(1)"');
    expect(notice).toMatchObject({ ephemeral: true, channel: running.workspace.channel });
    expect(notice?.text).toContain('direct message');
  });

  it('posts an export as a direct message if the bot is not a member of the channel', async () => {
    running.workspace.botIsMember = false;
    const [message, file] = await asked('export', 3);
    expect(message?.channel).toMatch(/^D/);
    expect(file?.file?.name).toBe('customers-2026-03-29.csv');
  });

  it('posts a customer profile as a direct message', async () => {
    const [message, notice] = await asked('customer Bob', 2);
    expect(message?.channel).toMatch(/^D/);
    expect(notice).toMatchObject({ ephemeral: true, channel: running.workspace.channel });
    expect(textOf(notice as Posted)).not.toContain('&lt;!channel&gt;');
  });

  it('reports in the thread that the file could not be attached', async () => {
    running.workspace.fail('files.getUploadURLExternal', { error: 'storage_limit_reached' });
    const [message, notice] = await asked('export', 3);
    expect(notice?.threadTs).toBe(message?.ts);
    expect(notice?.text).toContain('could not be attached (storage_limit_reached)');
    expect(notice?.text).toContain('--csv customers-2026-03-29.csv');
  });

  it('posts a report with its details in the thread, in order', async () => {
    const [report, ...details] = await asked('report', 10);
    expect(textOf(report as Posted)).toContain('Segment report');
    expect(details.every(detail => detail.threadTs === report?.ts)).toBe(true);
    expect(details.map(detail => detail.text.split(':')[0])).toEqual([
      'Segments side by side',
      'Revenue against customers',
      'Spending by recency and frequency',
      'Customers by recency and frequency',
      'How customers are spread',
      'Who moved',
      'The plan',
      'Segment map five',
      'How customers are scored',
    ]);
  });
});

describe('the log', () => {
  let shop: TestShop;
  let running: RunningApp;
  let lines: string[];
  beforeEach(async () => {
    lines = [];
    shop = await openCornerShop();
    const log = pino({ level: 'info' }, { write: line => lines.push(line) });
    running = await startApp({ ...shop, log }, 'http');
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });

  it('contains failed questions without names', async () => {
    await running.workspace.command('/sales', 'Anna Schmidt anna.schmidt@example.org by country');
    await running.workspace.command('/digest', 'preview customer:"Anna Schmidt"');
    await expect.poll(() => lines.filter(l => /not understood|request failed/.test(l)).length).toBe(2);
    expect(lines.join('')).toContain('[word 4] [word 7] [e-mail 24] by country');
    expect(lines.join('')).not.toMatch(/anna|schmidt/i);
  });
});
