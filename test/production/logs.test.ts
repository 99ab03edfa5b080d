import pino from 'pino';
import { afterEach, expect, it } from 'vitest';
import { requestId } from '../../src/core/request-id.js';
import { logLineText } from '../../src/surfaces/cli/show/log-line.js';
import { blankPictures, type RunningApp, startApp } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

let shop: TestShop | undefined;
let running: RunningApp | undefined;
afterEach(async () => {
  await running?.close();
  await shop?.close();
});

interface Line {
  readonly msg: string;
  readonly request?: string;
  readonly method?: string;
}

it('follows each request from Slack to the calls to Slack, and names no customer', async () => {
  const lines: string[] = [];
  const mixin = () => ({ request: requestId() });
  const log = pino({ level: 'trace', base: null, mixin }, { write: line => lines.push(line) });
  shop = await openCornerShop({}, '2026-03-31T10:00:00Z');
  running = await startApp({ ...shop, charts: blankPictures, log }, 'http', { PORT: '0' });
  const { workspace, app } = running;
  await Promise.all([
    workspace.command('/segment', 'customer Dana'),
    workspace.command('/sales', 'top-countries'),
    workspace.command('/sales', 'revenue from Dana in Spain and Xyzzy'),
  ]);
  await expect.poll(() => app.context.inFlight.count).toBe(0);
  const entries = lines.map(line => JSON.parse(line) as Line);
  const received = entries.filter(e => e.msg === 'question received').map(e => e.request);
  expect(new Set(received).size).toBe(3);
  for (const request of received) {
    const own = entries.filter(e => e.request === request);
    expect(own.map(e => e.msg)).toContain('request done');
    expect(own.filter(e => e.msg === 'called Slack').length).toBeGreaterThan(0);
  }
  for (const own of ['Dana', 'dana', 'Spain', '203.1']) expect(lines.join('')).not.toContain(own);
});

it('is written for people, too', () => {
  const line =
    '{"level":40,"time":1774951200000,"request":"ab12","surface":"command","msg":"request refused"}\n';
  expect(logLineText(line)).toBe(
    '2026-03-31T10:00:00.000Z WARN request refused request=ab12 surface=command\n',
  );
  expect(logLineText('no entry\n')).toBe('no entry\n');
});
