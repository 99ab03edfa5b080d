import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/** 10.00 in Spain, 20.00 in France, 5.00 in Portugal. */
const SALES = [
  'Order ID,Order Date,Customer ID,Customer Name,E-mail,Country,Amount',
  '1,2026-03-02,ana,Ana Gil,ana@example.com,Spain,10',
  '2,2026-03-03,luc,Luc Roy,luc@example.com,France,20',
  '3,2026-03-04,rui,Rui Paz,rui@example.com,Portugal,5',
].join('\n');

let shop: TestShop;
let running: RunningApp;
/**
 * @param access the access file, from the ids of the person who asks and of the channel; none if undefined
 * @param managers DIGEST_MANAGERS, from the id of the person who asks
 */
async function start(
  access: ((user: string, channel: string) => string) | undefined,
  managers?: (user: string) => string,
): Promise<void> {
  shop = await openTestShop();
  await shop.load('sales.csv', SALES);
  const path = join(shop.folder, 'access.yml');
  running = await startApp({ ...shop, charts: blankPictures }, 'http', ({ user, channel }) => {
    if (access) writeFileSync(path, access(user, channel));
    return {
      ...(access && { ACCESS_FILE: path }),
      ...(managers && { DIGEST_MANAGERS: managers(user) }),
    };
  });
}
afterEach(async () => {
  await running.close();
  await shop.close();
});
/** What comes of a command, as one text. */
async function asked(command: string, text: string): Promise<{ text: string; channel: string }> {
  const next = running.workspace.nextPosted();
  await running.workspace.command(command, text);
  const posted = await next;
  return { text: textOf(posted), channel: posted.channel };
}

it('answers no questions with ANSWER_QUESTIONS=false, while digests go on', async () => {
  shop = await openTestShop();
  await shop.load('sales.csv', SALES);
  running = await startApp({ ...shop, charts: blankPictures }, 'http', { ANSWER_QUESTIONS: 'false' });
  const off = await asked('/sales', '2026');
  expect(off.text).toContain('I do not answer questions at the moment; digests go on.');
  expect(off.text).not.toContain('$35.00');
  expect((await asked('/digest', 'now as-of:2026-03-09')).text).toContain('$35.00');
});

it('shows who asked what to those who manage digests, where there is no access file', async () => {
  await start(undefined, () => 'U0ANNA');
  expect((await asked('/shop', 'log')).text).toContain('You may not see what others asked.');
  await running.app.context.audit.written();
  const [entry] = await listAuditEntries(shop.shop.store, { since: '', limit: 1 });
  expect(entry).toMatchObject({ asked: '/shop log', outcome: 'refused' });
});

describe('an access file', () => {
  it('says alone who manages digests, and who sees the state of the app', async () => {
    await start(
      user => `roles: { one: { people: [${user}], may: [sales, settings] } }`,
      user => user,
    );
    expect((await asked('/digest', 'subscribe monday 9:00')).text).toContain('You may not manage digests.');
    expect((await asked('/shop', 'log')).text).toContain('/digest subscribe monday 9:00');
    const { workspace } = running;
    const home = { type: 'app_home_opened', user: workspace.user, tab: 'home', channel: 'D1', event_ts: '1' };
    await workspace.event(home);
    await expect.poll(() => JSON.stringify(workspace.home ?? '')).toContain('Administration');
  });

  it('lets nobody do what it does not give', async () => {
    await start(() => 'everyone: { may: [sales] }');
    expect((await asked('/sales', '2026')).text).toContain('$35.00');
    const list = await asked('/sales', 'top-customers');
    expect(list.text).toContain('You may not see single customers or orders here.');
    expect(list.text).not.toContain('Ana');
    expect((await asked('/segment', 'export')).text).toContain('You may not see single customers');
    expect((await asked('/digest', 'subscribe monday 9:00')).text).toContain('You may not manage digests.');
    expect((await asked('/shop', 'log')).text).toContain('You may not see what others asked.');
  });

  it("shows a channel's part of the shop in the channel, whoever asks, and says so", async () => {
    await start(
      (user, channel) => `
roles: { owner: { people: [${user}], may: [sales, customers, contacts, export, digests, settings] } }
channels: { ${channel}: { scope: 'country:Spain', customers: shared } }
`,
    );
    const total = await asked('/sales', '2026');
    expect(total.text).toContain('$10.00');
    expect(total.text).toContain('within country Spain');
    const customers = await asked('/sales', 'top-customers');
    expect(customers.text).toContain('Ana Gil');
    expect(customers.text).not.toContain('Luc');
    expect(customers.channel).toBe(running.workspace.channel);
  });

  it('sends answers that name customers to the asker alone unless the channel is for them', async () => {
    await start(user => `roles: { owner: { people: [${user}], may: [sales, customers] } }`);
    const dm = running.workspace.nextPosted(posted => posted.channel.startsWith('D'));
    await running.workspace.command('/sales', 'top-customers');
    expect(textOf(await dm)).toContain('Luc Roy');
  });

  it('leaves out e-mail addresses for those who may not see them', async () => {
    await start(user => `roles: { desk: { people: [${user}], may: [sales, customers, export] } }`);
    const dm = running.workspace.nextPosted(posted => posted.channel.startsWith('D'));
    await running.workspace.command('/sales', 'list:customers show:email');
    const text = textOf(await dm);
    expect(text).toContain('Luc Roy');
    expect(text).toContain('E-mail addresses are left out: you may not see them.');
    expect(text).not.toContain('@example.com');
  });

  it('suggests nothing outside of the part that somebody sees, to those who subscribe to a digest either', async () => {
    await start(user => `roles: { spain: { people: [${user}], may: [sales], scope: 'country:Spain' } }`);
    for (const text of [
      'subscribe me monday 9:00 country:Frence',
      'preview country:Frence',
      'preview customer:Luk',
    ])
      expect((await asked('/digest', text)).text).not.toMatch(/France|Luc Roy|Ana Gil/);
    const subscribed = await asked('/digest', 'subscribe me monday 9:00 country:France');
    expect(subscribed.text).toContain('No country is called \\"France\\"');
  });

  it('has it kept who asked what', async () => {
    await start(user => `roles: { owner: { people: [${user}], may: [sales, settings] } }`);
    const { user, channel } = running.workspace;
    await asked('/sales', '2026');
    await asked('/segment', 'export');
    await asked('/sales', 'gibberish');
    const log = (await asked('/shop', 'log')).text;
    expect(log).toContain('`/sales 2026` shown');
    expect(log).toContain('`/segment export` refused: You may not see single customers or orders here.');
    await running.app.context.audit.written();
    const entries = await listAuditEntries(shop.shop.store, { since: '', limit: 10 });
    expect(
      entries.map(({ asked: text, outcome, person, channel: where }) => [text, outcome, person, where]),
    ).toEqual([
      ['/shop log', 'shown', user, channel],
      ['/sales gibberish', 'not understood', user, channel],
      ['/segment export', 'refused', user, channel],
      ['/sales 2026', 'shown', user, channel],
    ]);
  });
});
