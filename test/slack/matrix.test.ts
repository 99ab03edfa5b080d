import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import {
  type Cell,
  COUNTRIES,
  type Country,
  DIRECT,
  expectedIn,
  KINDS,
  type MatrixApp,
  messagesAfter,
  money,
  NAMES,
  PLACES,
  ROLES,
  SOLD,
  shownIn,
  startMatrix,
} from '../support/access-matrix.js';
import { OLD_MESSAGE, type RunningApp, textOf } from '../support/app.js';

let matrix: MatrixApp;
let running: RunningApp;
let channels: MatrixApp['channels'];
const person = (role: string) => matrix.person(role);
beforeAll(async () => {
  matrix = await startMatrix();
  ({ running, channels } = matrix);
}, 120_000);
afterAll(() => matrix.close());

let moment = 0;
/** A message of a person, as Slack sends it. */
const message = (who: string, channel: string, text: string, fields: Readonly<Record<string, unknown>>) => {
  const ts = `${1_780_000_000 + moment++}.000100`;
  return running.workspace.event({ user: who, channel, text, ts, event_ts: ts, ...fields });
};
const mention = (who: string, channel: string, text: string, thread?: string) =>
  message(who, channel, `<@U0SHOPKEEPER> ${text}`, {
    type: 'app_mention',
    ...(thread && { thread_ts: thread }),
  });

const parts = (text: string): [string, string] => {
  const [family = '', ...rest] = text.split(' ');
  return [`/${family}`, rest.join(' ')];
};
const SURFACES: Readonly<Record<string, (who: string, channel: string, text: string) => Promise<unknown>>> = {
  command: (user, channel, text) => running.workspace.command(...parts(text), { user, channel }),
  '/shop': (user, channel, text) => running.workspace.command('/shop', text, { user, channel }),
  mention: (user, channel, text) => mention(user, channel, text),
  button: (user, channel, text) =>
    running.workspace.press(
      { ...OLD_MESSAGE, ts: `177${[...channels.values()].indexOf(channel)}000000.000100` },
      'ask_0',
      text,
      { user, channel },
    ),
};

describe('an answer', () => {
  let cells = 0;
  /** Compares all cells of a surface at once, so that a failure shows every one that differs. */
  async function compare(
    rows: readonly {
      role: string;
      place: string;
      kind: string;
      isDirect?: boolean;
      act: () => Promise<unknown>;
    }[],
    channelOf: (row: { role: string; place: string }) => string,
  ): Promise<void> {
    const [expected, shown]: [Record<string, Cell>, Record<string, Cell>] = [{}, {}];
    for (const { role, place, kind, isDirect = false, act } of rows) {
      const name = `${role} asks in ${place} for ${kind}`;
      const wanted = KINDS[kind]!;
      expected[name] = expectedIn(role, PLACES[place] ?? DIRECT, wanted, isDirect);
      const messages = await messagesAfter(running, act);
      const seen = { channel: channelOf({ role, place }), who: person(role), kind: wanted };
      shown[name] = shownIn(running, messages, seen);
      cells++;
    }
    expect(shown).toEqual(expected);
  }
  const channelOf = ({ place }: { place: string }) => channels.get(place) ?? '';
  const everywhere = Object.keys(ROLES).flatMap(role =>
    Object.keys(PLACES).flatMap(place => Object.keys(KINDS).map(kind => ({ role, place, kind }))),
  );

  it.each(Object.keys(SURFACES))('by %s is what the access file gives', async surface => {
    const ask = SURFACES[surface]!;
    // All kinds by one surface; the others go the same way.
    const some = everywhere.filter(({ kind }) => surface === 'command' || !/breakdown|orders/.test(kind));
    const rows = some.map(row => ({
      ...row,
      act: () => ask(person(row.role), channelOf(row), KINDS[row.kind]!.text),
    }));
    await compare(rows, channelOf);
  });

  it('in a direct message is what the access file gives', async () => {
    const conversations = new Map<string, string>();
    for (const role of Object.keys(ROLES)) {
      const { channel } = await running.app.context.client.conversations.open({ users: person(role) });
      conversations.set(role, channel?.id ?? '');
    }
    const of = ({ role }: { role: string }) => conversations.get(role) ?? '';
    const rows = Object.keys(ROLES).flatMap(role =>
      Object.entries(KINDS).map(([kind, { text }]) => ({
        role,
        place: 'a direct message',
        kind,
        isDirect: true,
        act: () => message(person(role), of({ role }), text, { type: 'message', channel_type: 'im' }),
      })),
    );
    await compare(rows, of);
  });

  it("to a follow-up of somebody else's question is what the access file gives", async () => {
    for (const place of Object.keys(PLACES)) {
      const channel = channelOf({ place });
      for (const [kind, text] of [
        ['breakdown', 'by country'],
        ['customers', 'by customer'],
      ] as const)
        for (const role of ['nobody', 'totals', 'spain', 'mixed']) {
          // The owner asks in a thread of its own, and the other goes on in it.
          const thread = `${1_780_000_000 + moment}.000100`;
          await messagesAfter(running, () => mention(person('owner'), channel, 'sales'));
          const act = () => mention(person(role), channel, text, thread);
          await compare([{ role, place, kind, act }], channelOf);
        }
    }
  });

  /** What a digest shows: the sum of its week, and whether somebody is named whom its readers may not see. */
  const digestIn = (messages: readonly Posted[], mayBeNamed: readonly Country[]) => {
    const text = messages.map(textOf).join();
    cells++;
    return {
      isSaid: text.includes('within country Spain'),
      sums: [10, 4_000, 4_210].filter(sum => text.includes(`${money(sum)} from`)),
      hidden: COUNTRIES.filter(one => !mayBeNamed.includes(one) && text.includes(NAMES[one])),
      namesAnybody: COUNTRIES.some(one => text.includes(NAMES[one])),
      emails: text.includes('@example.com'),
    };
  };
  const sumOf = (countries: readonly Country[]) =>
    countries.length === 0 ? [] : [countries.reduce((sum, country) => sum + SOLD[country], 0)];

  it('of a digest in a channel is what anybody there may see', async () => {
    for (const [place, { gives = [], country, customers }] of Object.entries(PLACES)) {
      const origin = { user: person('owner'), channel: channelOf({ place }) };
      const messages = await messagesAfter(running, () =>
        running.workspace.command('/digest', 'now as-of:2026-03-09', origin),
      );
      const countries = COUNTRIES.filter(one => country === undefined || one === country);
      const mayName = gives.includes('customers') && customers === 'shared';
      expect({ place, ...digestIn(messages, mayName ? countries : []) }).toEqual({
        place,
        isSaid: country === 'Spain',
        sums: gives.includes('sales') ? sumOf(countries) : [],
        hidden: [],
        namesAnybody: mayName,
        emails: false,
      });
    }
  });

  it('of a preview of the digest is what the asker may see', async () => {
    for (const role of Object.keys(ROLES)) {
      const origin = { user: person(role), channel: channelOf({ place: 'sales' }) };
      const messages = await messagesAfter(running, () =>
        running.workspace.command('/digest', 'preview as-of:2026-03-09', origin),
      );
      expect(messages.filter(({ seenBy }) => seenBy !== origin.user)).toEqual([]);
      const totals = expectedIn(role, DIRECT, KINDS.total!, true).countries;
      const named = expectedIn(role, DIRECT, KINDS.customers!, true).countries;
      expect({ role, ...digestIn(messages, named) }).toEqual({
        role,
        isSaid: role === 'spain',
        // It is of one part: that of the customers, where these may be seen.
        sums: sumOf(named.length > 0 ? named : totals),
        hidden: [],
        // The digest is about one of the three customers.
        namesAnybody: named.includes('Spain'),
        emails: false,
      });
    }
  });

  it('on the Home tab is what the person may see', async () => {
    const { workspace, app } = running;
    for (const role of Object.keys(ROLES)) {
      const calls = workspace.calls.length;
      await message(person(role), 'D1', '', { type: 'app_home_opened', tab: 'home' });
      await expect.poll(() => workspace.calls.slice(calls)).toContain('views.publish');
      await expect.poll(() => app.context.inFlight.count).toBe(0);
      const text = JSON.stringify(workspace.home);
      const { countries } = expectedIn(role, DIRECT, KINDS.total!, true);
      const named = expectedIn(role, DIRECT, KINDS.customers!, true).countries;
      // The last day has a sum of its own; this one is of all days.
      const said = /Mar 2 – Mar 4, 2026[^:]*: (\$[\d,.]+) from/.exec(text)?.[1];
      expect({ role, sums: [10, 4_000, 4_210].filter(sum => money(sum) === said) }).toEqual({
        role,
        sums: sumOf(countries),
      });
      for (const country of COUNTRIES)
        if (!named.includes(country)) expect(text).not.toContain(NAMES[country]);
      cells++;
    }
  });

  it('is compared in over 200 cells', () => expect(cells).toBeGreaterThan(400));
});
