import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signature, slashCommand } from '../../src/playground/slack-stand-in/payloads.js';
import { type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';
import { sendSigned } from '../support/slack-request.js';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

/** Signs like Slack (v0: HMAC-SHA256 over time and body), at another time. */
function signedAt(body: string, secret: string, aheadS: number): Record<string, string> {
  const time = Math.floor(Date.now() / 1_000) + aheadS;
  const mac = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(time), 'x-slack-signature': `v0=${mac}` };
}

describe('signed requests', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeAll(async () => {
    shop = await openCornerShop();
    running = await startApp(shop, 'http');
  });
  afterAll(async () => {
    await running.close();
    await shop.close();
  });
  const command = (text: string) =>
    slashCommand(running.workspace, `${running.workspace.url}/response/none`, '/sales', text);
  const secret = () => running.workspace.secrets.signingSecret;

  it('are answered once if they are repeated', async () => {
    const { workspace } = running;
    const request = command('top-countries');
    const headers = signature(request.body, secret());
    const first = workspace.nextPosted();
    for (let i = 0; i < 10; i++) expect(await sendSigned(running, request, headers)).toBe(200);
    await first;
    // This question is answered after all repetitions.
    const next = workspace.nextPosted();
    await sendSigned(running, command('top-products'));
    expect(textOf(await next)).toContain('Top');
    expect(workspace.posted).toHaveLength(2);
    workspace.posted.length = 0;
  });

  it.each([120, 400, 86_400])('are refused if they are signed %i seconds from now', async aheadS => {
    const request = command('top-countries');
    expect(await sendSigned(running, request, signedAt(request.body, secret(), aheadS))).toBe(401);
  });

  it('may be signed slightly ahead of our clock', async () => {
    const { workspace } = running;
    const next = workspace.nextPosted();
    const request = command('by country');
    expect(await sendSigned(running, request, signedAt(request.body, secret(), 20))).toBe(200);
    await next;
    workspace.posted.length = 0;
  });

  it.each([
    ['null', 'null', JSON_TYPE],
    ['a number', '7', JSON_TYPE],
    ['a text', '"x"', JSON_TYPE],
    ['broken JSON', '{', JSON_TYPE],
    ['a null payload', 'payload=null', FORM],
    ['a broken payload', 'payload={', FORM],
  ])('are answered with 400 if their body is %s', async (_, body, contentType) => {
    expect(await sendSigned(running, { body, contentType })).toBe(400);
  });

  it.each([
    { type: 'event_callback', event: null },
    { type: 'event_callback', event: { type: 'app_mention', user: null, channel: null } },
  ])('are answered with 400 if a required field is missing: %j', async payload => {
    const body = JSON.stringify(payload);
    expect(await sendSigned(running, { body, contentType: JSON_TYPE })).toBe(400);
  });

  it('with missing fields do not stop the app', async () => {
    for (const payload of [
      { type: 'event_callback', event: { type: 'app_mention' } },
      { type: 'event_callback', event: { type: 'app_home_opened', tab: 'home' } },
      { type: 'event_callback', event: null },
      { type: 'block_actions', actions: [{ action_id: 'ask_0' }] },
      { type: 'block_actions', actions: [] },
      {},
    ]) {
      const body =
        payload.type === 'block_actions' ? `payload=${JSON.stringify(payload)}` : JSON.stringify(payload);
      const contentType = payload.type === 'block_actions' ? FORM : JSON_TYPE;
      expect(await sendSigned(running, { body, contentType })).toBeGreaterThanOrEqual(200);
    }
    const next = running.workspace.nextPosted();
    await running.workspace.command('/sales', '');
    expect(textOf(await next)).toContain('$203.10');
    expect(running.workspace.posted).toHaveLength(1);
  });
});
