import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankPictures, type RunningApp, startApp } from '../support/app.js';
import { ROOT } from '../support/built.js';
import { CORNER_SHOP, openTestShop, type TestShop } from '../support/shop.js';

describe('the metrics of the app', { timeout: 120_000 }, () => {
  let shop: TestShop;
  let running: RunningApp | undefined;
  beforeEach(async () => {
    // The last order of the corner shop is of March 28.
    shop = await openTestShop({}, '2026-03-31T10:00:00Z');
    await shop.ingest(CORNER_SHOP);
  });
  afterEach(async () => {
    await running?.close();
    running = undefined;
    await shop.close();
  });

  const start = async (env: Record<string, string>) => {
    running = await startApp({ ...shop, charts: blankPictures }, 'http', { PORT: '0', ...env });
    return running;
  };
  /** The figures by name, those of Node left out. */
  const figures = async ({ url }: RunningApp) => {
    const response = await fetch(url.replace('/slack/events', '/metrics'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const lines = (await response.text()).split('\n').filter(line => line.startsWith('shopkeeper_'));
    return Object.fromEntries(lines.map(line => line.split(/ (?=[\d.e+-]+$)/)));
  };

  it('count questions by result, and tell the age of the data', async () => {
    const app = await start({ METRICS: 'true' });
    await app.workspace.command('/sales', 'top-countries');
    await app.workspace.command('/sales', 'xyzzy plugh');
    await expect.poll(() => app.app.context.inFlight.count).toBe(0);
    const now = await figures(app);
    expect(now).toMatchObject({
      'shopkeeper_questions_total{result="answered"}': '1',
      'shopkeeper_questions_total{result="not understood"}': '1',
      'shopkeeper_questions_total{result="failed"}': '0',
      'shopkeeper_charts_total{result="drawn"}': '1',
      shopkeeper_answer_seconds_count: '2',
      shopkeeper_ready: '1',
      shopkeeper_questions_waiting: '0',
      shopkeeper_data_age_days: '3',
      shopkeeper_unsent_replies: '0',
      shopkeeper_sources_behind: '0',
      shopkeeper_next_digest_timestamp_seconds: '0',
      'shopkeeper_digest_runs{state="given up"}': '0',
      'shopkeeper_replies_total{result="delivered"}': '1',
      'shopkeeper_replies_total{result="given up"}': '0',
    });
    expect(Number(now.shopkeeper_store_bytes)).toBeGreaterThan(0);
  });

  it('have all that the dashboard asks for', async () => {
    const app = await start({ METRICS: 'true' });
    const text = await (await fetch(app.url.replace('/slack/events', '/metrics'))).text();
    const known = new Set([...text.matchAll(/^(\w+)(?=[ {])/gm)].map(m => m[1]));
    const { panels }: { panels: { title: string; targets: { expr: string }[] }[] } = JSON.parse(
      readFileSync(join(ROOT, 'deploy/grafana.json'), 'utf8'),
    );
    expect(panels.length).toBeGreaterThan(10);
    for (const { title, targets } of panels)
      for (const { expr } of targets) {
        const named = [...expr.matchAll(/\b(?:shopkeeper|process|nodejs)_\w+/g)].map(m => m[0]);
        expect(named.length, title).toBeGreaterThan(0);
        expect(
          named.filter(name => !known.has(name)),
          title,
        ).toEqual([]);
      }
  });

  it('go with what /readyz says: the age of the data and the next digest', async () => {
    const app = await start({ DIGEST_CHANNEL: 'C1', DIGEST_CRON: '0 9 * * 1', SHOP_TIMEZONE: 'UTC' });
    const ready = await (await fetch(app.url.replace('/slack/events', '/readyz'))).json();
    expect(ready).toEqual({
      status: 'ok',
      dataThrough: '2026-03-28',
      dataAgeDays: 3,
      sourcesBehind: 0,
      nextDigest: '2026-04-06T09:00:00.000Z',
    });
  });

  it('name no customer, value or figure of the shop', async () => {
    const app = await start({ METRICS: 'true' });
    await app.workspace.command('/segment', 'customer Dana');
    await expect.poll(() => app.app.context.inFlight.count).toBe(0);
    const text = await (await fetch(app.url.replace('/slack/events', '/metrics'))).text();
    for (const own of ['Dana', 'Tea', 'Spain', '203.1']) expect(text).not.toContain(own);
  });

  it('are not there unless they are set', async () => {
    const app = await start({});
    expect((await fetch(app.url.replace('/slack/events', '/metrics'))).status).toBe(404);
  });
});
