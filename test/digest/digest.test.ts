import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRows, writeDemoShop } from '../../seeds/demo-shop.js';
import { dayFromIso, isoOf } from '../../src/calendar/days.js';
import { composeDigest } from '../../src/digest/compose.js';
import { postDigest } from '../../src/digest/post.js';
import { postWithRetries } from '../../src/digest/schedule.js';
import { weeksBefore } from '../../src/digest/week.js';
import { segmentsAsOf } from '../../src/segments/as-of.js';
import { customersOf } from '../../src/segments/snapshot.js';
import { digestJob } from '../../src/slack/digest-poster.js';
import { blockTypes, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const END = dayFromIso('2026-11-21') as number;
const MONDAY = dayFromIso('2026-11-16') as number;

describe('the weekly digest', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop({}, '2026-11-22T09:00:00Z');
    await writeDemoShop(`${shop.folder}/demo.csv`, END);
    await shop.ingest(`${shop.folder}/demo.csv`);
  });
  afterAll(() => shop.close());

  it('is of the last whole week, Monday to Sunday, whatever day it is composed on', () => {
    for (const day of [MONDAY, MONDAY + 3, MONDAY + 6]) {
      const { week, before, yearBefore } = weeksBefore(day);
      expect([week, before, yearBefore].map(w => [isoOf(w.from), isoOf(w.to)])).toEqual([
        ['2026-11-09', '2026-11-15'],
        ['2026-11-02', '2026-11-08'],
        ['2025-11-10', '2025-11-16'],
      ]);
    }
  });

  it('agrees with the rows of the file', async () => {
    const { headline } = await composeDigest(shop.shop, MONDAY);
    const rows = demoRows(END).filter(
      r => String(r['Order Date']) >= '2026-11-09' && String(r['Order Date']) <= '2026-11-15',
    );
    const cents = rows.reduce((sum, r) => sum + Math.round(Number(r.Amount) * 100), 0);
    const orders = new Set(rows.map(r => r['Order ID'])).size;
    const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
    expect(headline.headline).toContain(`${money} from ${orders} orders (`);
  });

  it('counts the segments as they were on the two Sundays', async () => {
    const { headline, thread } = await composeDigest(shop.shop, MONDAY);
    const count = async (day: number) => {
      const snapshot = await segmentsAsOf(shop.shop, day);
      const customers = customersOf(snapshot);
      return snapshot.map.segments.map(s => customers.filter(c => c.segment === s).length);
    };
    const [before, after] = [await count(MONDAY - 8), await count(MONDAY - 1)];
    expect(headline.rows.map(r => r.customers)).toEqual(after);
    expect(headline.rows.map(r => r.change)).toEqual(after.map((n, i) => n - (before[i] as number)));
    const moved = thread[0]?.rows.reduce((sum, r) => sum + Number(r.customers), 0);
    expect(moved).toBeGreaterThan(0);
  });

  it('says since when nothing has come in', async () => {
    const { headline } = await composeDigest(shop.shop, END + 30);
    expect(headline.headline).toBe('No sales came in this week.');
    expect(headline.notes[0]).toContain('The newest sale is from Nov 21, 2026');
  });

  it('is posted with its thread, exactly once, though two fire at the same moment', async () => {
    const { workspace, app, close } = await startApp(shop, 'http');
    const job = digestJob(app.context, workspace.channel);
    expect((await Promise.all([postDigest(job, MONDAY), postDigest(job, MONDAY)])).sort()).toEqual([
      'already claimed',
      'posted',
    ]);
    expect(await postDigest(job, MONDAY + 1)).toBe('already claimed');
    const [headline, ...thread] = workspace.posted;
    expect(blockTypes(headline as never)).toContain('image');
    expect(textOf(headline as never)).toContain('Week of Nov 9 – Nov 15, 2026');
    expect(thread.length).toBeGreaterThanOrEqual(3);
    expect(thread.every(m => m.threadTs === headline?.ts)).toBe(true);
    await close();
  });

  it('gives its claim back when nothing could be posted, so that it can be tried again', async () => {
    const { workspace, app, close } = await startApp(shop, 'http');
    const job = digestJob(app.context, workspace.channel);
    const monday = MONDAY - 7;
    workspace.fail('chat.postMessage', { error: 'not_in_channel' });
    expect(await postDigest(job, monday)).toBe('failed');
    expect(await postDigest(job, monday)).toBe('posted');
    await close();
  });

  it('is tried again for hours while Slack refuses it, and posted once', async () => {
    const { workspace, app, close } = await startApp(shop, 'http');
    workspace.fail('chat.postMessage', { error: 'not_in_channel' }, { error: 'channel_not_found' });
    const pauses: number[] = [];
    const outcome = await postWithRetries(
      digestJob(app.context, workspace.channel),
      MONDAY - 28,
      async minutes => {
        pauses.push(minutes);
      },
    );
    expect({ outcome, pauses }).toEqual({ outcome: 'posted', pauses: [1, 5] });
    expect(workspace.posted.filter(p => p.threadTs === null)).toHaveLength(1);
    await close();
  });

  it('keeps its claim when Slack may have taken the message, so that it is never posted twice', async () => {
    const { app, workspace, close } = await startApp(shop, 'http');
    workspace.fail('chat.postMessage', { error: 'cut', cutAfter: true });
    expect(await postDigest(digestJob(app.context, workspace.channel), MONDAY - 14)).toBe('unknown');
    expect(await postDigest(digestJob(app.context, workspace.channel), MONDAY - 14)).toBe('already claimed');
    expect(workspace.posted).toHaveLength(1);
    await close();
  });

  it('posts what it can of the thread when a reply fails', async () => {
    const { app, workspace, close } = await startApp(shop, 'http');
    const job = digestJob(app.context, workspace.channel);
    let posts = 0;
    const failing = {
      ...job,
      post: (...args: Parameters<typeof job.post>) =>
        ++posts === 2 ? Promise.reject(new Error('timed out')) : job.post(...args),
    };
    expect(await postDigest(failing, MONDAY - 21)).toBe('posted in part');
    expect(workspace.posted.length).toBe(posts - 1);
    await close();
  });
});

describe('the demo shop', () => {
  it('is the same for the same day, and of the promised size', () => {
    const rows = demoRows(END);
    expect(demoRows(END)).toEqual(rows);
    const distinct = (column: string) => new Set(rows.map(r => r[column])).size;
    expect({
      lines: rows.length,
      orders: distinct('Order ID'),
      customers: distinct('Customer ID'),
      names: distinct('Customer Name'),
      countries: distinct('Country'),
      productLines: distinct('Product Line'),
    }).toEqual({ lines: 15_502, orders: 6_215, customers: 400, names: 400, countries: 20, productLines: 7 });
  });
});
