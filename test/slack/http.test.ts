import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blockTypes, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('Slack over signed HTTP', () => {
  let shop: TestShop;
  let running: RunningApp;
  const ask = async (command: string, text: string): Promise<Posted> => {
    const next = running.workspace.nextPosted();
    expect(await running.workspace.command(command, text)).toBe(200);
    return next;
  };
  beforeAll(async () => {
    shop = await openCornerShop();
    running = await startApp(shop, 'http');
  });
  afterAll(async () => {
    await running.close();
    await shop.close();
  });

  it('answers /sales top-countries in the channel with a table and an uploaded chart', async () => {
    const posted = await ask('/sales', 'top-countries');
    expect(posted).toMatchObject({
      through: 'chat.postMessage',
      ephemeral: false,
      channel: running.workspace.channel,
    });
    expect(blockTypes(posted)).toEqual([
      'context',
      'header',
      'section',
      'image',
      'data_table',
      'context',
      'container',
      'actions',
      'context_actions',
    ]);
    expect(textOf(posted)).toContain(
      'France leads with $74.04, 36.5% of revenue; Spain follows with $73.90.',
    );
    const image = posted.blocks[3] as { slack_file: { id: string }; alt_text: string };
    expect(image.alt_text).toContain('France $74.04, Spain $73.90, Germany $55.15');
    expect(running.workspace.files.get(image.slack_file.id)?.subarray(0, 4)).toEqual(PNG);
  });

  it('waits until Slack has processed an image before showing it', () => {
    const { calls } = running.workspace;
    const post = calls.indexOf('chat.postMessage');
    expect(calls.slice(0, post).filter(c => c === 'files.completeUploadExternal')).toHaveLength(2);
  });

  it('answers /segment', async () => {
    const posted = await ask('/segment', '');
    expect(blockTypes(posted)).toContain('image');
    expect(textOf(posted)).toContain('Customer segments');
  });

  it('escapes names, so that a customer named <!channel> notifies nobody', async () => {
    const posted = await ask('/segment', 'customer Bob');
    const mrkdwn = JSON.stringify(
      posted.blocks.filter(b => ['section', 'context'].includes((b as { type: string }).type)),
    );
    expect(posted.text).toContain('Bob &lt;!channel&gt;');
    expect(mrkdwn).not.toContain('<!channel>');
    // The answer is a direct message, and a notice in the channel says so.
    const texts = () => running.workspace.posted.map(p => p.text).join();
    await expect.poll(texts, { timeout: 20_000 }).toContain('direct message');
  });

  it('answers an unknown word privately with similar questions and help', async () => {
    const posted = await ask('/sales', 'top-cuontries of teh wrld');
    expect(posted).toMatchObject({ through: 'response_url', ephemeral: true });
    expect(textOf(posted)).toContain('sales help');
    expect(textOf(posted)).toContain('sales top-countries');
  });

  it('answers help privately', async () => {
    const posted = await ask('/sales', 'help');
    expect(posted.ephemeral).toBe(true);
    expect(textOf(posted)).toContain('/sales top-countries');
  });

  it("shows what was asked in the person's words, and how it was read beside what it covers", async () => {
    const posted = await ask('/sales', 'rev by cntry pls');
    expect(posted.blocks[0]).toMatchObject({
      elements: [{ text: expect.stringMatching(/^<@U\w+> asked `\/sales rev by cntry pls`$/) }],
    });
    expect(textOf(posted)).toContain('Read as `/sales by country`');
  });

  it('says how nothing was read that was asked as it is written', async () => {
    expect(textOf(await ask('/sales', 'by country'))).not.toContain('Read as');
  });

  it('answers 401 to a wrong signature', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      'x-slack-signature': 'v0=00',
    };
    const response = await fetch(running.url, {
      method: 'POST',
      headers,
      body: 'command=%2Fsales&text=top-countries',
    });
    expect(response.status).toBe(401);
  });

  it('answers a double press of a button once, in the thread of its message', async () => {
    const { workspace } = running;
    const parent = await ask('/sales', 'top-countries');
    const before = workspace.posted.length;
    const next = workspace.nextPosted();
    await workspace.press(parent, 'ask_0', 'sales trend');
    await workspace.press(parent, 'ask_0', 'sales trend');
    expect(await next).toMatchObject({ threadTs: parent.ts });
    await ask('/segment', '');
    expect(workspace.posted.length - before).toBe(2);
  });

  it('answers a mention once if its event is repeated', async () => {
    const { workspace } = running;
    const event = {
      type: 'app_mention',
      text: '<@U1> sales by country',
      user: workspace.user,
      channel: workspace.channel,
      ts: '1.0',
      event_ts: '1.0',
    };
    const before = workspace.posted.length;
    const next = workspace.nextPosted();
    await workspace.event(event, 'Ev1');
    expect(textOf(await next)).toContain('Revenue by country');
    await workspace.event(event, 'Ev1');
    await ask('/segment', '');
    expect(workspace.posted.length - before).toBe(2);
  });

  it('answers a button of the Home tab in a direct message', async () => {
    const { workspace } = running;
    const before = workspace.calls.filter(c => c === 'chat.postMessage').length;
    await workspace.pressOnHome('ask_0', 'sales trend');
    await expect.poll(() => workspace.calls.filter(c => c === 'chat.postMessage').length).toBe(before + 1);
  });

  it('publishes the Home tab', async () => {
    const { workspace } = running;
    await workspace.event({
      type: 'app_home_opened',
      user: workspace.user,
      channel: workspace.channel,
      tab: 'home',
      event_ts: '1.0',
    });
    await expect.poll(() => workspace.calls.includes('views.publish')).toBe(true);
    expect(JSON.stringify(workspace.home)).toContain('`/digest subscribe monday 9:00`');
  });
});
