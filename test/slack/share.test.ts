import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const SALES = [
  'Order ID,Order Date,Customer ID,Customer Name,E-mail,Country,Amount',
  '1,2026-03-02,ana,Ana Gil,ana@example.com,Spain,10',
  '2,2026-03-03,luc,Luc Roy,luc@example.com,France,20',
].join('\n');

let shop: TestShop;
let running: RunningApp;
afterEach(async () => {
  await running.close();
  await shop.close();
});
/** @param may what the person may do @param channel settings of the channel, besides */
async function start(may: string, channel = ''): Promise<void> {
  shop = await openTestShop();
  await shop.load('sales.csv', SALES);
  const path = join(shop.folder, 'access.yml');
  const settings = (workspace: RunningApp['workspace']) => {
    const { user, channel: id } = workspace;
    const ben = workspace.personCalled('ben');
    writeFileSync(
      path,
      [
        `roles: { a: { people: [${user}], may: ${may} }, b: { people: [${ben}], may: [sales, customers] } }`,
        channel === '' ? '' : `channels: { ${id}: { ${channel} } }`,
      ].join('\n'),
    );
    return { ACCESS_FILE: path };
  };
  const keeper = { ...shop, charts: blankPictures };
  running = await startApp(keeper, 'http', settings, { people: ['ben'] });
}
/** What comes of something that somebody does. */
async function posted(act: () => Promise<unknown>): Promise<readonly Posted[]> {
  const first = running.workspace.posted.length;
  await act();
  await expect.poll(() => running.workspace.posted.length).toBeGreaterThan(first);
  await expect.poll(() => running.app.context.inFlight.count).toBe(0);
  return running.workspace.posted.slice(first);
}
interface Button {
  readonly action_id: string;
  readonly value: string;
  readonly confirm: { readonly text: { readonly text: string } };
}
const shareButtonIn = (messages: readonly Posted[]) => {
  for (const message of messages)
    for (const block of message.blocks as { readonly elements?: readonly Button[] }[])
      for (const button of block.elements ?? [])
        if (button.action_id === 'share_here') return { message, button };
  return undefined;
};
const ask = (text: string) => posted(() => running.workspace.command('/sales', text));

it('an answer that names customers is shown in the channel once whoever may wants it', async () => {
  await start('[sales, customers, digests]', "scope: 'country:Spain'");
  const { workspace } = running;
  const alone = await ask('top-customers');
  expect(alone.filter(one => one.channel === workspace.channel && one.seenBy === undefined)).toEqual([]);
  const { message, button } = shareButtonIn(alone)!;
  expect(button.confirm.text.text).toContain('1 row about single customers');
  const [shared, ...others] = await posted(() => workspace.press(message, button.action_id, button.value));
  expect(others).toEqual([]);
  expect(shared).toMatchObject({ channel: workspace.channel, seenBy: undefined, threadTs: null });
  // The channel sees Spain alone, also if the person sees more.
  expect(textOf(shared as Posted)).toContain('Ana Gil');
  expect(textOf(shared as Posted)).not.toContain('Luc Roy');
  await running.app.context.audit.written();
  const [entry] = await listAuditEntries(shop.shop.store, { since: '', limit: 1 });
  expect(entry).toMatchObject({
    asked: expect.stringMatching(/^share here: sales/),
    outcome: 'shown',
    rows: 1,
  });
});

it('it is offered to nobody who may not post to channels, and done for nobody else', async () => {
  await start('[sales, customers, digests]');
  const { workspace } = running;
  const { message, button } = shareButtonIn(await ask('top-customers'))!;
  const ben = { user: workspace.personCalled('ben') };
  const asked = await posted(() => workspace.command('/sales', 'top-customers', ben));
  expect(shareButtonIn(asked)).toBeUndefined();
  const [refusal, ...others] = await posted(() =>
    workspace.press(message, button.action_id, button.value, ben),
  );
  expect(textOf(refusal as Posted)).toContain('You may not manage digests.');
  expect(refusal?.seenBy).toBe(ben.user);
  expect(others).toEqual([]);
});

it('files, profiles and e-mail addresses cannot be shared', async () => {
  await start('[sales, customers, contacts, export, digests]');
  const { workspace } = running;
  expect(shareButtonIn(await ask('list:customers show:email'))).toBeUndefined();
  const segment = (text: string) => posted(() => workspace.command('/segment', text));
  expect(shareButtonIn(await segment('export'))).toBeUndefined();
  expect(shareButtonIn(await segment('customer Ana Gil'))).toBeUndefined();
});
