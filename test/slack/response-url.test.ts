import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  blockAction,
  type Payload,
  signature,
  slashCommand,
} from '../../src/playground/slack-stand-in/payloads.js';
import { isTrustedResponseUrl } from '../../src/surfaces/slack/response-url.js';
import { type RunningApp, startApp } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

const SLACK = 'https://slack.com/api/';
const STAND_IN = 'http://127.0.0.1:4000/api/';

describe('a response URL', () => {
  it.each([
    ['of a command', 'https://hooks.slack.com/commands/T1/2/abc', SLACK],
    ['of a button', 'https://hooks.slack.com/actions/T1/2/abc', SLACK],
    ['with the default port of HTTPS', 'https://hooks.slack.com:443/commands/1', SLACK],
    ['of GovSlack', 'https://hooks.slack-gov.com/commands/1', 'https://slack-gov.com/api/'],
    ['of the stand-in for the Web API', 'http://127.0.0.1:4000/response/1', STAND_IN],
    ['at another port of the stand-in', 'http://127.0.0.1:4001/response/1', STAND_IN],
  ])('%s is trusted', (_, url, api) => expect(isTrustedResponseUrl(url, api)).toBe(true));

  it.each([
    ['another host', 'https://example.com/commands/1', SLACK],
    ['a host that only starts like Slack', 'https://hooks.slack.com.example.com/1', SLACK],
    ['a host that only ends like Slack', 'https://evilhooks.slack.com/1', SLACK],
    ['Slack as the user of another host', 'https://hooks.slack.com@example.com/1', SLACK],
    ['a user before the host', 'https://user:pass@hooks.slack.com/1', SLACK],
    ['no encryption', 'http://hooks.slack.com/commands/1', SLACK],
    ['another port', 'https://hooks.slack.com:8443/commands/1', SLACK],
    ['this machine', 'http://127.0.0.1:4000/response/1', SLACK],
    ['GovSlack from Slack', 'https://hooks.slack-gov.com/commands/1', SLACK],
    ['another address beside the stand-in', 'http://127.0.0.2:4000/response/1', STAND_IN],
    ['Slack from a stand-in', 'https://hooks.slack.com/commands/1', STAND_IN],
    ['not a URL', 'hooks.slack.com', SLACK],
    ['empty', '', SLACK],
    ['a file', 'file:///etc/passwd', SLACK],
  ])('that is %s is not', (_, url, api) => expect(isTrustedResponseUrl(url, api)).toBe(false));
});

/** Requests with a valid signature, whose answers would go to another server. */
describe('a signed request with a foreign response URL', () => {
  let shop: TestShop;
  let running: RunningApp;
  let catcher: Server;
  let caught = 0;
  beforeAll(async () => {
    shop = await openCornerShop();
    running = await startApp(shop, 'http');
    catcher = createServer((_, response) => {
      caught++;
      response.end();
    }).listen(0, '127.0.0.2');
    await once(catcher, 'listening');
  });
  afterAll(async () => {
    catcher.close();
    await running.close();
    await shop.close();
  });
  const foreign = () => `http://127.0.0.2:${(catcher.address() as AddressInfo).port}/`;
  const send = ({ body, contentType }: Payload) =>
    fetch(running.url, {
      method: 'POST',
      headers: { 'content-type': contentType, ...signature(body, running.workspace.secrets.signingSecret) },
      body,
    });
  it('is answered in the channel if it is a command', async () => {
    const next = running.workspace.nextPosted();
    await send(slashCommand(running.workspace, foreign(), '/segment', 'customers'));
    expect((await next).through).toBe('chat.postMessage');
    expect(caught).toBe(0);
  });

  it('is answered in the channel if it is a button press', async () => {
    const { workspace } = running;
    const message = workspace.posted[0] ?? expect.fail('no message');
    const next = workspace.nextPosted();
    await send(blockAction(workspace, foreign(), message, 'ask_0', 'sales'));
    expect((await next).through).toBe('chat.postMessage');
    expect(caught).toBe(0);
  });

  it('receives no help and no errors', async () => {
    const { workspace } = running;
    const next = workspace.nextPosted();
    await send(slashCommand(workspace, foreign(), '/sales', 'help'));
    expect(await next).toMatchObject({ ephemeral: true, through: 'chat.postEphemeral' });
    expect(caught).toBe(0);
  });
});
