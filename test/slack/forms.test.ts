import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listAuditEntries } from '../../src/store/tables/audit-log.js';
import { listGoals } from '../../src/store/tables/goals.js';
import { listSubscriptions } from '../../src/store/tables/subscriptions.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openCornerShop, type TestShop } from '../support/shop.js';

/** The options of a field of a form. */
function optionsIn({ view }: { readonly view: unknown }, field: string) {
  const option = z.object({ text: z.object({ text: z.string() }), value: z.string() });
  const block = z.object({
    block_id: z.string().optional(),
    element: z.object({ options: z.array(option).optional() }).optional(),
  });
  const { blocks } = z.object({ blocks: z.array(block) }).parse(view);
  return blocks.find(({ block_id }) => block_id === field)?.element?.options ?? [];
}

/** Forms in dialogs: for digests, for goals, and for the period and filters of an answer. */
describe('a form', () => {
  let shop: TestShop;
  let running: RunningApp;
  beforeEach(async () => {
    shop = await openCornerShop();
    // The first text that a process reads takes longer than Slack waits for a form.
    await shop.compute('goal', '500 revenue this year country:Spain');
  });
  afterEach(async () => {
    await running.close();
    await shop.close();
  });
  const start = async (access?: string, mode: 'http' | 'socket' = 'http') => {
    const path = join(shop.folder, 'access.yml');
    if (access !== undefined) await writeFile(path, access);
    running = await startApp(
      { ...shop, charts: blankPictures },
      mode,
      access === undefined ? {} : { ACCESS_FILE: path },
      { people: ['ben'] },
    );
  };
  const help = async () => {
    const { workspace } = running;
    const posted = workspace.nextPosted();
    await workspace.command('/digest', 'help');
    return posted;
  };
  const isForm = ({ view }: { view: { submit?: unknown } }) => view.submit !== undefined;
  const open = async (action: string, user = running.workspace.user) => {
    const { workspace } = running;
    await workspace.press(await help(), action, '', { user });
    return workspace.dialogs.next(user, isForm);
  };
  const shown = (dialog: unknown) => JSON.stringify(dialog);
  const audited = async () => {
    await running.app.context.audit.written();
    const entries = await listAuditEntries(shop.shop.store, { since: '1970', limit: 20 });
    return entries.map(({ surface, asked, outcome }) => [surface, asked, outcome]);
  };

  it('adds a digest, with each fault shown at its field', async () => {
    await start();
    const { dialogs, channel, user } = running.workspace;
    const form = await open('form_subscribe');
    const parts = optionsIn(form, 'parts').map(({ text }) => text.text);
    // Whole clauses alone.
    expect(parts).toContain('goals: how far the goals have come, and what they take a day');
    expect(parts.filter(part => part.includes('…'))).toEqual([]);
    const faults = async (filled: Parameters<typeof dialogs.submit>[1]) =>
      (await dialogs.submit(user, filled))?.errors;
    expect(await faults({ zone: 'Berln' })).toEqual({
      zone: expect.stringContaining('no time zone called "Berln"'),
    });
    expect(await faults({ filters: 'country:Atlantis' })).toEqual({
      filters: expect.stringContaining('Atlantis'),
    });
    expect(await faults({ condition: 'it rains' })).toEqual({
      condition: expect.stringContaining('it rains'),
    });
    expect(await faults({ channel: 'C0ELSEWHERE' })).toEqual({
      channel: expect.stringContaining('I am not a member'),
    });
    expect(await listSubscriptions(shop.shop.store)).toEqual([]);
    const done = await dialogs.submit(user, {
      day: 'friday',
      time: '16:30',
      zone: 'Europe/Madrid',
      parts: ['plan', 'findings'],
      filters: 'country:Spain',
      condition: 'only if revenue fell by more than 10%',
      quiet: ['nothing'],
    });
    expect(shown(done)).toContain('Subscription 1: to <#');
    expect(await listSubscriptions(shop.shop.store)).toMatchObject([
      {
        channel,
        cron: '30 16 * * 5',
        zone: 'Europe/Madrid',
        request: 'parts:plan,findings quiet:nothing country:Spain only if revenue fell by more than 10%',
      },
    ]);
    const entries = await audited();
    expect(entries[0]).toEqual([
      'form',
      `/digest subscribe ${channel} friday 16:30 Europe/Madrid parts:plan,findings quiet:nothing ` +
        'country:Spain only if revenue fell by more than 10%',
      'changed',
    ]);
    expect(entries.slice(1, 5).map(([, , outcome]) => outcome)).toEqual([
      'failed',
      'failed',
      'not understood',
      'failed',
    ]);
  });

  it('sets a goal, over a socket as well', async () => {
    await start(undefined, 'socket');
    const { dialogs, user } = running.workspace;
    await open('form_goal');
    expect((await dialogs.submit(user, { target: 'remove 2' }))?.errors).toEqual({
      target: expect.stringContaining('not a number'),
    });
    expect((await dialogs.submit(user, { target: '500', filters: 'country:Atlantis' }))?.errors).toEqual({
      filters: expect.stringContaining('Atlantis'),
    });
    const done = await dialogs.submit(user, { target: '500', filters: 'country:Spain' });
    expect(shown(done)).toContain('Goal 1 is set.');
    expect((await listGoals(shop.shop.store))[0]?.query).toBe(
      'measure:revenue period:2026-01-01..2026-12-31 country:Spain goal:500',
    );
  });

  it('asks the same of another period and with other filters, in the thread of the answer', async () => {
    await start();
    const { workspace } = running;
    const { dialogs, user } = workspace;
    const first = workspace.nextPosted();
    await workspace.command('/sales', 'trend by month');
    const answer = await first;
    await workspace.press(answer, 'form_scope', 'sales trend by month');
    await dialogs.next(user, isForm);
    expect((await dialogs.submit(user, { from: '2026-03-02', to: '2026-03-01' }))?.errors).toEqual({
      to: expect.stringContaining('before the first'),
    });
    const second = workspace.nextPosted();
    const left = await dialogs.submit(user, { period: '2026', 'filter:country': ['Spain'] });
    expect(left).toBeUndefined();
    const { headline } = await shop.ask('sales trend by month 2026 country:Spain');
    const changed = await second;
    expect(textOf(changed)).toContain(headline);
    expect(changed.threadTs).toBe(answer.ts);
    expect((await audited())[0]?.slice(1)).toEqual(['/sales trend by month 2026 country:Spain', 'shown']);
  });

  it('tells long values apart, and keeps one that was chosen', async () => {
    // Ninety letters are the same: Slack takes 75.
    const long = 'Handmade, '.repeat(9);
    const [red, blue] = [`${long}red`, `${long}blue`];
    await shop.load(
      'long.csv',
      `Order ID,Order Date,Customer ID,Category,Amount\nL1,2026-03-01,c1,"${red}",2.00\nL2,2026-03-02,c2,"${blue}",3.00\n`,
    );
    await start();
    const { workspace } = running;
    const { dialogs, user } = workspace;
    const from = await help();
    await workspace.press(from, 'form_scope', `sales trend by month category:"${red}"`);
    const form = await dialogs.next(user, isForm);
    const options = optionsIn(form, 'filter:category');
    const labels = options.map(({ text }) => text.text);
    expect(labels.filter(label => label.startsWith('Handmade')).map(label => label.slice(-9))).toEqual([
      'made, red',
      'ade, blue',
    ]);
    expect(Math.max(...labels.map(label => label.length))).toBe(75);
    const asked = async (filled: Parameters<typeof dialogs.submit>[1]) => {
      const posted = workspace.nextPosted();
      expect(await dialogs.submit(user, filled)).toBeUndefined();
      await posted;
      return (await audited())[0]?.[1];
    };
    expect(await asked({ period: '2026' })).toBe(`/sales trend by month 2026 category:"${red}"`);
    await workspace.press(from, 'form_scope', `sales trend by month category:"${red}"`);
    await dialogs.next(user, isForm);
    const other = options.find(({ text }) => text.text.endsWith('blue'))?.value ?? '';
    expect(await asked({ 'filter:category': [other] })).toBe(`/sales trend by month category:"${blue}"`);
  });

  it('offers and answers only what a person may see, and says what they may not do', async () => {
    await start('everyone:\n  may: [sales]\n  scope: country:Spain\n');
    const { workspace } = running;
    const { dialogs } = workspace;
    const user = workspace.personCalled('ben');
    await open('form_subscribe', user);
    expect((await dialogs.submit(user))?.errors).toEqual({
      channel: expect.stringContaining('Leave the channel empty'),
    });
    expect(shown(await dialogs.submit(user, { channel: null }))).toContain('Subscription 1: to <@');
    await workspace.press(await help(), 'form_goal', '', { user });
    const refused = await dialogs.next(user, dialog => shown(dialog).includes('may not'));
    expect(isForm(refused)).toBe(false);
    await workspace.press(await help(), 'form_scope', 'sales trend by month', { user });
    expect(shown(await dialogs.next(user, isForm))).not.toContain('France');
    expect((await audited()).map(([, , outcome]) => outcome)).toContain('refused');
  });

  it('tells the asker if Slack does not open it', async () => {
    await start();
    const { workspace } = running;
    const from = await help();
    workspace.fail('views.open', { error: 'expired_trigger_id' });
    const told = workspace.nextPosted(p => p.ts !== from.ts);
    await workspace.press(from, 'form_subscribe', '');
    expect(textOf(await told)).toContain('expired_trigger_id');
  });

  it('that takes longer than Slack waits is answered in the dialog later', async () => {
    let go = () => {};
    const gate = new Promise<void>(resolve => {
      go = resolve;
    });
    const compute: typeof shop.compute = async (name, ...asked) => {
      if (name === 'schedule') await gate;
      return shop.compute(name, ...asked);
    };
    running = await startApp({ ...shop, compute, charts: blankPictures }, 'http');
    const { dialogs, user } = running.workspace;
    await open('form_subscribe');
    expect(shown(await dialogs.submit(user))).toContain('takes a little longer');
    go();
    await dialogs.next(user, dialog => shown(dialog).includes('Subscription 1'));
  });
});
