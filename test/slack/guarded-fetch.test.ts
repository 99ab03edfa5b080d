import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { guardedFetch, NOT_SENT } from '../../src/surfaces/slack/guarded-fetch.js';

let server: Server;
let url: string;
let connections = 0;
let received: { type: string | undefined; length: string | undefined; body: string }[] = [];
let answer: { status: number; headers?: Record<string, string>; body: string } | 'cut' | 'nothing';
beforeEach(async () => {
  [connections, received, answer] = [0, [], { status: 200, body: '{"ok":true,"ts":"1.0"}' }];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', data => {
      body += data;
    });
    request.on('end', () => {
      received.push({
        type: request.headers['content-type'],
        length: request.headers['content-length'],
        body,
      });
      if (answer === 'cut') request.socket.destroy();
      else if (answer !== 'nothing')
        response
          .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
          .end(answer.body);
    });
  });
  server.on('connection', () => connections++);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});
const client = (canSend: () => boolean, timeout = 10_000) =>
  new WebClient('xoxb-1', {
    slackApiUrl: url,
    fetch: guardedFetch(canSend),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
  });
const post = (own: WebClient) => own.chat.postMessage({ channel: 'C1', text: 'Grüße' });

it('sends the request, and runs the check once after connecting', async () => {
  const askedAt: number[] = [];
  const posted = await post(
    client(() => {
      askedAt.push(received.length);
      return true;
    }),
  );
  expect(posted).toMatchObject({ ok: true, ts: '1.0' });
  expect(askedAt).toEqual([0]);
  expect(received).toEqual([
    { type: 'application/x-www-form-urlencoded', length: '31', body: 'channel=C1&text=Gr%C3%BC%C3%9Fe' },
  ]);
});

it('sends no byte if the check fails', async () => {
  await expect(post(client(() => false))).rejects.toThrow(NOT_SENT);
  await expect.poll(() => connections).toBe(1);
  expect(received).toEqual([]);
});

it.each<[string, typeof answer, object]>([
  ['a refusal', { status: 200, body: '{"ok":false,"error":"no"}' }, { data: { error: 'no' } }],
  ['a rate limit', { status: 429, headers: { 'retry-after': '7' }, body: '' }, { retryAfter: 7 }],
  ['an HTTP error', { status: 500, body: 'oh' }, { code: 'slack_webapi_http_error' }],
  ['a closed connection', 'cut', { code: 'slack_webapi_request_error' }],
])('reports %s like fetch', async (_, given, expected) => {
  answer = given;
  await expect(post(client(() => true))).rejects.toMatchObject(expected);
});

it('reports a timeout like fetch', async () => {
  answer = 'nothing';
  await expect(post(client(() => true, 300))).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
});
