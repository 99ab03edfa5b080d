import { once } from 'node:events';
import type { OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openPlayground, type Playground } from '../../src/playground/playground.js';
import { servePage } from '../../src/playground/serve-page.js';
import { eventCallback, signature } from '../../src/playground/slack-stand-in/payloads.js';
import { Workspace } from '../../src/playground/slack-stand-in/workspace.js';
import { type Answered, sendRequest } from '../support/http.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** A playground's workspace and page, without the app. */
describe('the workspace that the playground serves', () => {
  let workspace: Workspace;
  let channel: string;
  beforeAll(async () => {
    workspace = await Workspace.open();
    await servePage(workspace, []);
    workspace.files.set('F1', Buffer.from('customer\nAlice\n'));
    channel = workspace.channel;
  });
  afterAll(() => workspace.close());

  const key = () => ({ 'x-playground-key': workspace.secrets.pageKey });
  const bearer = () => ({ authorization: `Bearer ${workspace.secrets.botToken}` });
  const send = (method: string, path: string, headers: OutgoingHttpHeaders, body?: string) =>
    sendRequest(workspace.url + path, { method, headers, body });
  const port = () => new URL(workspace.url).port;
  /** Each path with everything that a request needs, so that it is refused only for what a test changes. */
  const paths: [string, string, () => OutgoingHttpHeaders, string?][] = [
    ['GET', '/', () => ({})],
    ['GET', '/page.js', () => ({})],
    ['GET', '/state', key],
    ['GET', '/events', key],
    ['GET', '/files/F1', key],
    ['POST', '/say', () => ({ ...key(), ...JSON_TYPE }), '{"text":"sales"}'],
    ['POST', '/press', () => ({ ...key(), ...JSON_TYPE }), '{"ts":"1","actionId":"a","value":"b"}'],
    ['POST', '/drop', () => ({ ...key(), ...JSON_TYPE }), '{"name":"a.csv","base64":"YQ=="}'],
    ['POST', '/api/conversations.history', bearer],
    ['POST', '/response/1', () => JSON_TYPE, '{"text":"hello"}'],
    ['POST', '/upload/v1/F1', () => ({}), 'bytes'],
  ];

  describe.each(paths)('%s %s', (method, path, headers, body) => {
    it.each([
      'evil.example',
      'evil.example:80',
      '127.0.0.1',
      'localhost:1',
    ])('is refused under the host %s', async host => {
      const response = await send(method, path, { ...headers(), host }, body);
      expect(response).toMatchObject({ status: 421, text: expect.stringContaining(workspace.url) });
    });

    it.each([
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      'http://localhost',
    ])('is refused from the origin %s', async origin => {
      const response = await send(method, path, { ...headers(), origin }, body);
      expect(response).toMatchObject({ status: 403, text: 'Requests from other sites are refused.' });
    });

    it.each(['cross-site', 'same-site'])('is refused if a browser says it is %s', async site => {
      const response = await send(method, path, { ...headers(), 'sec-fetch-site': site }, body);
      expect(response.status).toBe(403);
    });

    it('has the headers that keep other sites and foreign content out', async () => {
      const response = await send(method, path, headers(), body);
      expect(response.headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(response.headers).not.toHaveProperty('access-control-allow-origin');
    });
  });

  it('is reached under both names of this machine, with its own origin', async () => {
    for (const host of [`127.0.0.1:${port()}`, `localhost:${port()}`]) {
      const own = { ...key(), host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
      expect((await send('GET', '/state', own)).status).toBe(200);
    }
  });

  it('may be linked to from another site', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await send('GET', '/', link)).status).toBe(200);
    expect((await send('GET', '/', { ...link, 'sec-fetch-dest': 'iframe' })).status).toBe(403);
  });

  it.each([
    ['GET', '/state'],
    ['GET', '/events'],
    ['GET', '/files/F1'],
    ['POST', '/say'],
    ['POST', '/press'],
    ['POST', '/drop'],
    ['POST', '/home'],
    ['POST', '/clock'],
  ])('answers %s %s only with the current key', async (method, path) => {
    for (const headers of [{}, { 'x-playground-key': '' }, { 'x-playground-key': 'x'.repeat(32) }]) {
      const response = await send(method, path, { ...JSON_TYPE, ...headers });
      expect(response.status).toBe(403);
      expect(response.text).toContain('key');
    }
  });

  it('accepts the key in the address of a GET, and never of a POST', async () => {
    const query = `?key=${workspace.secrets.pageKey}`;
    const file = await send('GET', `/files/F1${query}`, {});
    expect(file).toMatchObject({ status: 200, text: 'customer\nAlice\n' });
    expect(file.headers['content-disposition']).toBe('attachment');
    expect((await send('POST', `/say${query}`, JSON_TYPE, '{"text":"sales"}')).status).toBe(403);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'text/plain; application/json',
    undefined,
  ])('refuses a POST of the page as %s', async type => {
    const headers = { ...key(), ...(type !== undefined && { 'content-type': type }) };
    expect((await send('POST', '/say', headers, '{"text":"sales"}')).status).toBe(415);
  });

  it('answers 400 to malformed bodies', async () => {
    const page = { ...key(), ...JSON_TYPE };
    const form = { ...bearer(), 'content-type': 'application/x-www-form-urlencoded' };
    for (const response of [
      await send('POST', '/say', page, '{'),
      await send('POST', '/say', page, '{"text":7}'),
      await send('POST', '/press', page, '[]'),
      await send('POST', '/api/chat.postMessage', { ...bearer(), ...JSON_TYPE }, '{'),
      await send('POST', '/api/chat.postMessage', form, `channel=${channel}&blocks=%7B`),
      await send('POST', '/response/1', JSON_TYPE, 'hello'),
    ])
      expect(response.status).toBe(400);
  });

  it.each([
    ['/say', 64_000, () => ({ ...key(), ...JSON_TYPE })],
    ['/press', 64_000, () => ({ ...key(), ...JSON_TYPE })],
    ['/api/chat.postMessage', 2_000_000, bearer],
    ['/response/1', 2_000_000, () => JSON_TYPE],
    ['/upload/v1/F1', 50_000_000, () => ({})],
  ])('reads no more than it needs to at %s', async (path, most, headers) => {
    const sent = await send('POST', path, headers(), ' '.repeat(most + 1));
    expect(sent).toMatchObject({ status: 413, text: `The body is longer than ${most} bytes.` });
    const short = await send('POST', path, headers(), ' '.repeat(most));
    expect(short.status).not.toBe(413);
  });

  it('answers Web API calls only with a current token', async () => {
    const call = async (method: string, token?: string) =>
      JSON.parse(
        (await send('POST', `/api/${method}`, token ? { authorization: `Bearer ${token}` } : {})).text,
      );
    const before = workspace.calls.length;
    for (const method of [
      'conversations.history',
      'chat.postMessage',
      'apps.connections.open',
      'auth.test',
    ]) {
      expect(await call(method)).toEqual({ ok: false, error: 'not_authed' });
      expect(await call(method, 'xoxb-stand-in')).toEqual({ ok: false, error: 'invalid_auth' });
    }
    expect(await call('apps.connections.open', workspace.secrets.botToken)).toMatchObject({ ok: false });
    expect(workspace.calls).toHaveLength(before);
    expect(await call('auth.test', workspace.secrets.botToken)).toMatchObject({ ok: true });
  });

  /** @returns the status, 101 if the connection is accepted */
  const openSocket = async (
    url: string,
    headers: Record<string, string> = {},
  ): Promise<number | undefined> => {
    const socket = new WebSocket(url, { headers });
    socket.on('error', () => undefined);
    const status = await Promise.race([
      once(socket, 'open').then(() => 101),
      once(socket, 'unexpected-response').then(([, response]) => response.statusCode),
    ]);
    socket.terminate();
    return status;
  };

  it('accepts a Socket Mode connection only with a ticket, once, and from no website', async () => {
    const ticket = async (): Promise<string> => {
      const headers = { authorization: `Bearer ${workspace.secrets.appToken}` };
      return JSON.parse((await send('POST', '/api/apps.connections.open', headers)).text).url;
    };
    const url = await ticket();
    expect(await openSocket(url, { origin: 'https://evil.example' })).toBe(403);
    expect(await openSocket(url, { host: 'evil.example' })).toBe(403);
    expect(await openSocket(url)).toBe(101);
    expect(await openSocket(url)).toBe(403);
    expect(await openSocket(`${workspace.url.replace('http', 'ws')}/link`)).toBe(403);
  });
});

describe('the app that answers in the playground', () => {
  let shop: TestShop;
  let playground: Playground;
  beforeAll(async () => {
    shop = await openCornerShop();
    playground = await openPlayground(shop, 0, ['/sales']);
  });
  afterAll(async () => {
    await playground.close();
    await shop.close();
  });

  it('listens on 127.0.0.1 only', async () => {
    const { hostname, port } = new URL(playground.appUrl);
    expect(hostname).toBe('127.0.0.1');
    // Another address of this machine, as another machine in the network would use.
    const socket = connect(Number(port), '127.0.0.2');
    const [error] = await once(socket, 'error');
    expect(error).toMatchObject({ syscall: 'connect' });
  });

  it('refuses a request signed with the secret that was once published in the source', async () => {
    const { body, contentType } = eventCallback({ type: 'app_mention', text: 'sales' }, 'Ev1');
    const headers = { 'content-type': contentType, ...signature(body, 'stand-in-signing-secret') };
    const response: Answered = await sendRequest(playground.appUrl, { method: 'POST', headers, body });
    expect(response.status).toBe(401);
  });
});

describe('the secrets', () => {
  const workspaces: Workspace[] = [];
  beforeAll(async () => {
    workspaces.push(await Workspace.open(), await Workspace.open());
  });
  afterAll(() => Promise.all(workspaces.map(workspace => workspace.close())));

  it('are different at each start', () => {
    const all = workspaces.flatMap(workspace => Object.values(workspace.secrets));
    expect(new Set(all).size).toBe(10);
    expect(Math.min(...all.map(secret => secret.length))).toBe(32);
  });
});
