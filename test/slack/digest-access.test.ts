import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { dayFromIso, isoOf } from '../../src/core/calendar/days.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/**
 * Twenty customers ordered once a month up to the end of December; in the week of Mar 9, 2026 they come back,
 * so they are a list of that digest that is longer than the fifteen customers of a message. Eighty others
 * ordered in each month.
 */
function comingBack(): string {
  const lines = ['Order ID,Order Date,Customer ID,Customer Name,E-mail,Amount'];
  const first = dayFromIso('2025-01-06') as number;
  const order = (customer: number, day: number, amount: number) => {
    const person = `c${customer},Person ${customer},c${customer}@example.com`;
    lines.push(`O${lines.length},${isoOf(day)},${person},${amount}`);
  };
  for (let month = 0; month < 12; month++)
    for (let customer = 0; customer < 20; customer++) order(customer, first + month * 30 + customer, 50);
  for (let month = 0; month < 14; month++)
    for (let customer = 20; customer < 100; customer++)
      order(customer, first + month * 30 + (customer % 28), 10 + customer);
  for (let customer = 0; customer < 20; customer++) order(customer, dayFromIso('2026-03-10') as number, 50);
  return lines.join('\n');
}

let shop: TestShop;
let running: RunningApp;
afterEach(async () => {
  await running.close();
  await shop.close();
});
/** @param access the access file, if there is one, from the id of the person who asks */
async function start(access?: (user: string) => string): Promise<void> {
  shop = await openTestShop({}, '2026-03-16T10:00:00Z');
  await shop.load('sales.csv', comingBack());
  const path = join(shop.folder, 'access.yml');
  running = await startApp({ ...shop, charts: blankPictures }, 'http', ({ user }) => {
    if (access) writeFileSync(path, access(user));
    return { ...(access && { ACCESS_FILE: path }) };
  });
}
/** All that comes of a command. */
async function asked(command: string, text: string): Promise<readonly Posted[]> {
  const { workspace, app } = running;
  const first = workspace.posted.length;
  const next = workspace.nextPosted();
  await workspace.command(command, text);
  await next;
  await expect.poll(() => app.context.inFlight.count).toBe(0);
  return workspace.posted.slice(first);
}
const filesIn = (posted: readonly Posted[]) => posted.filter(({ file }) => file !== undefined);
const contentOf = ({ file }: Posted) => String(running.workspace.files.get(file?.id ?? ''));
async function lastEntry() {
  await running.app.context.audit.written();
  return (await listAuditEntries(shop.shop.store, { since: '', limit: 1 }))[0];
}

it('a digest in a channel has no lists as files, and says who gets them', async () => {
  await start();
  const posted = await asked('/digest', 'now');
  const cameBack = posted.find(({ text }) => text.startsWith('Came back'));
  expect(cameBack?.text).toContain('20 customers');
  expect(textOf(cameBack as Posted)).toContain('The list as a file is for one person alone');
  expect(filesIn(posted)).toEqual([]);
  expect(posted.map(textOf).join()).not.toContain('@example.com');
});

it('a digest to one person has its lists as files, and the audit log says so', async () => {
  await start();
  const posted = await asked('/digest', 'preview');
  const { workspace } = running;
  const [file] = filesIn(posted).filter(one => one.file?.name.startsWith('came-back'));
  expect(file?.channel).toMatch(/^D/);
  const rows = contentOf(file as Posted)
    .trim()
    .split('\n');
  // A line for each of the twenty, below the header.
  expect(rows).toHaveLength(21);
  expect(rows.filter(row => row.includes('@example.com'))).toHaveLength(20);
  const entry = await lastEntry();
  expect(entry).toMatchObject({ asked: '/digest preview', outcome: 'exported', hasContacts: true });
  expect(entry?.person).toBe(workspace.user);
  expect(entry?.rows).toBeGreaterThanOrEqual(20);
});

it('a digest has no files for those who may not export', async () => {
  await start(user => `roles: { desk: { people: [${user}], may: [sales, customers] } }`);
  const posted = await asked('/digest', 'preview');
  expect(filesIn(posted)).toEqual([]);
  expect(posted.map(textOf).join()).toContain('you may not get lists of customers as files');
  expect(await lastEntry()).toMatchObject({ outcome: 'shown', hasContacts: false });
});
