import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBlocks } from '../../src/playground/slack-stand-in/check-blocks.js';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { listSubscriptions } from '../../src/store/tables/subscriptions.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

describe('the Home tab', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop();
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const start = async (access?: string) => {
    const path = join(shop.folder, 'access.yml');
    if (access !== undefined) await writeFile(path, access);
    running = await startApp(
      { ...shop, charts: blankPictures },
      'http',
      access === undefined ? {} : { ACCESS_FILE: path },
      { people: ['ben'] },
    );
  };
  type Home = { blocks: { type: string; elements?: { action_id: string; value: string }[] }[] };
  const publishedAfter = async (action: () => Promise<unknown>): Promise<Home> => {
    const { workspace } = running;
    const before = workspace.home;
    await action();
    await expect.poll(() => workspace.home !== before, { timeout: 60_000 }).toBe(true);
    return workspace.home as Home;
  };
  const open = () =>
    publishedAfter(() =>
      running.workspace.event({
        type: 'app_home_opened',
        user: running.workspace.user,
        tab: 'home',
        channel: 'D1',
        event_ts: '1',
      }),
    );
  const buttonsOf = (home: Home) => home.blocks.flatMap(b => b.elements ?? []);

  it('has data, sales, segments, what is out of line, digests, administration and help', async () => {
    await start();
    const home = await open();
    const text = JSON.stringify(home);
    for (const expected of [
      'Data through Mar 28, 2026 (1 day ago)',
      'The last file was corner-shop.csv',
      'Customer segments',
      'Out of line',
      'There is no digest yet',
      'Health: all is well.',
      'every member may do everything',
      '/sales top-countries',
    ])
      expect(text).toContain(expected);
    // Of the last day that the data covers (A9 alone), not of the day after, which it has nothing of.
    expect(text).toContain('• Mar 28, 2026: $6.70 from 1 order');
    expect(text).not.toContain('Nothing was sold');
    expect(text).toMatch(/• This week: Mar 2\d/);
    expect(checkBlocks(home.blocks)).toEqual([]);
  });

  it('has only what a person may see', async () => {
    await start('everyone:\n  may: [sales]\n  scope: country:Spain\n');
    const text = JSON.stringify(await open());
    expect(text).toContain('$73.90');
    expect(text).not.toContain('Administration');
    expect(text).not.toContain('The last file was');
    expect(text).not.toContain('$203.10');
  });

  it('pauses, resumes and removes a subscription by its buttons, and says what became of it', async () => {
    await start();
    const { workspace } = running;
    const confirmation = workspace.nextPosted();
    await workspace.command('/digest', 'subscribe me monday 9:00');
    expect(textOf(await confirmation)).toContain('Subscription 1');
    const before = await open();
    expect(JSON.stringify(before)).toMatch(/alone, weekly, next on/);
    const paused = await publishedAfter(() => workspace.pressOnHome('subscription_pause_1', '1'));
    expect(buttonsOf(paused).map(b => b.action_id)).toContain('subscription_resume_1');
    expect(await listSubscriptions(shop.shop.store)).toMatchObject([{ isPaused: true }]);
    const resumed = await publishedAfter(() => workspace.pressOnHome('subscription_resume_1', '1'));
    expect(JSON.stringify(resumed)).toContain('next on');
    await publishedAfter(() => workspace.pressOnHome('subscription_unsubscribe_1', '1'));
    expect(await listSubscriptions(shop.shop.store)).toEqual([]);
    await running.app.context.audit.written();
    const entries = await listAuditEntries(shop.shop.store, { since: '1970', limit: 3 });
    expect(entries.map(e => [e.asked, e.outcome])).toEqual([
      ['/digest unsubscribe 1', 'changed'],
      ['/digest resume 1', 'changed'],
      ['/digest pause 1', 'changed'],
    ]);
  });

  it("does not change another person's subscription for somebody who may not", async () => {
    await start('everyone:\n  may: [sales, customers]\n');
    const { workspace } = running;
    const confirmation = workspace.nextPosted();
    await workspace.command('/digest', 'subscribe me monday 9:00');
    await confirmation;
    const refusal = workspace.nextPosted();
    const user = workspace.personCalled('ben');
    await workspace.pressOnHome('subscription_unsubscribe_1', '1', { user });
    expect(textOf(await refusal)).toContain('You may not manage digests');
    expect(await listSubscriptions(shop.shop.store)).toHaveLength(1);
  });
});
