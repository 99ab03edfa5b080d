import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signature } from '../../src/playground/slack-stand-in/payloads.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { toolsOverHttp } from '../../src/surfaces/mcp/over-http.js';
import {
  ALSO,
  type Cell,
  COUNTRIES,
  type Country,
  countriesIn,
  DIRECT,
  emailOf,
  expectedIn,
  KINDS,
  type MatrixApp,
  messagesAfter,
  NAMES,
  NOTHING,
  PLACES,
  ROLES,
  shownIn,
  startMatrix,
} from '../support/access-matrix.js';
import { OLD_MESSAGE, type RunningApp, textOf } from '../support/app.js';

/** Who sees what by forms, the shortcut, files and Slackbot; matrix.test.ts has the other surfaces. */
let matrix: MatrixApp;
let running: RunningApp;
const person = (role: string) => matrix.person(role);
const channelOf = (place: string) => matrix.channels.get(place) ?? '';
beforeAll(async () => {
  const tools = toolsOverHttp(pino({ level: 'silent' }), '1');
  matrix = await startMatrix({ SLACK_MCP: 'true' }, tools);
  ({ running } = matrix);
}, 120_000);
afterAll(() => matrix.close());

let moment = 0;
/** An old message, each with a time of its own: the same press twice counts once. */
const old = (text = ''): Posted => ({ ...OLD_MESSAGE, ts: `177${moment++}000000.000100`, text });

describe('what is shown', () => {
  it('by the form "Period and filters", and in it, is what the access file gives', async () => {
    const { dialogs } = running.workspace;
    const [expected, shown]: [Record<string, Cell>, Record<string, Cell>] = [{}, {}];
    for (const role of Object.keys(ROLES))
      for (const place of ['sales', 'spain', 'lobby'])
        for (const kind of ['total', 'customers']) {
          const name = `${role} asks in ${place} for ${kind}`;
          const wanted = KINDS[kind]!;
          const who = person(role);
          const channel = channelOf(place);
          dialogs.close(who);
          let seen = '';
          const messages = await messagesAfter(
            running,
            async () => {
              await running.workspace.press(old(), 'form_scope', wanted.text, { user: who, channel });
              const { view } = await dialogs.next(who, dialog => !textIn(dialog).includes('One moment'));
              seen = textIn(view);
              if (view.submit) await dialogs.submit(who, { period: '2026' });
            },
            true,
          );
          expected[name] = expectedIn(role, PLACES[place]!, wanted, false);
          shown[name] = shownIn(running, messages, { channel, who, kind: wanted });
          // The lists of the form have no more than the answer: its countries, and nobody's name.
          const may = expectedIn(role, PLACES[place]!, KINDS.total!, false).countries;
          expect({
            name,
            offered: COUNTRIES.filter(one => seen.includes(`"${one}"`) && !may.includes(one)),
          }).toEqual({
            name,
            offered: [],
          });
          const named = expectedIn(role, PLACES[place]!, KINDS.customers!, false).countries;
          expect({
            name,
            named: COUNTRIES.filter(one => seen.includes(NAMES[one]) && !named.includes(one)),
          }).toEqual({
            name,
            named: [],
          });
        }
    expect(shown).toEqual(expected);
  });

  it('by the shortcut "Customer profile" is what the access file gives in direct messages', async () => {
    const [expected, shown]: [Record<string, boolean>, Record<string, boolean>] = [{}, {}];
    for (const role of Object.keys(ROLES))
      for (const place of ['sales', 'lobby'])
        for (const country of COUNTRIES) {
          const name = `${role} chooses it in ${place} for ${NAMES[country]}`;
          const who = person(role);
          const channel = channelOf(place);
          const messages = await messagesAfter(running, () =>
            running.workspace.shortcut('customer_profile', old(`${NAMES[country]} called.`), {
              user: who,
              channel,
            }),
          );
          expect(messages.filter(({ seenBy }) => seenBy !== who)).toEqual([]);
          const text = messages.map(textOf).join();
          // A profile cannot be limited to a part: it is for those who see the customers of the whole shop.
          const own = [ROLES[role], ALSO[role]].filter(one => one !== undefined);
          expected[name] = own.some(({ may, country: part }) => may.includes('customers') && !part);
          shown[name] = text.includes(`${NAMES[country]} is `);
          const mayMail = own.some(({ may }) => may.includes('contacts'));
          if (!mayMail) expect(text).not.toContain(emailOf(country));
          for (const other of COUNTRIES) if (other !== country) expect(text).not.toContain(NAMES[other]);
        }
    expect(shown).toEqual(expected);
  });

  it('of a dropped file is for those who may load for the whole shop, and nothing is loaded', async () => {
    const { workspace } = running;
    const before = await matrix.shop.ingests();
    const file = {
      name: 'more.csv',
      bytes: Buffer.from('Order ID,Order Date,Customer,Amount\nX,2026-03-05,x,7\n'),
    };
    const shown: Record<string, string> = {};
    for (const role of Object.keys(ROLES)) {
      const user = person(role);
      const direct = await workspace.openDirectMessage(user);
      for (const [place, channel] of [...matrix.channels, ['a direct message', direct] as const]) {
        const messages = await messagesAfter(running, () => workspace.shareFiles([file], { user, channel }));
        const text = messages.map(textOf).join();
        const isRead = text.includes('Nothing is loaded yet');
        shown[`${role} in ${place}`] = isRead ? 'read' : 'refused';
        if (!isRead) expect(text).toMatch(/You may (not load files|load files for a part of the shop)/);
      }
    }
    const read = Object.entries(shown).filter(([, what]) => what === 'read');
    expect(read.map(([name]) => name.split(' ')[0])).toEqual(Array(5).fill('owner'));
    expect(Object.keys(shown)).toHaveLength(30);
    expect(await matrix.shop.ingests()).toEqual(before);
  });

  it('to Slackbot is what the access file gives in direct messages', async () => {
    const url = new URL('/mcp', running.url);
    const client = new Client({ name: 'slackbot', version: '1' });
    const secret = running.workspace.secrets.signingSecret;
    const signed = async (to: string | URL, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      for (const [name, value] of Object.entries(signature(String(init.body ?? ''), secret)))
        headers.set(name, value);
      return fetch(to, { ...init, headers });
    };
    await client.connect(new StreamableHTTPClientTransport(url, { fetch: signed }));
    const [expected, shown]: [Record<string, Cell>, Record<string, Cell>] = [{}, {}];
    for (const role of Object.keys(ROLES))
      for (const [kind, wanted] of Object.entries(KINDS)) {
        const name = `${role} asks for ${kind}`;
        const slack = { user_id: person(role), team_id: 'T000000001' };
        // What Slackbot reads, and the blocks that it shows.
        const text = JSON.stringify(
          await client.callTool({ name: 'ask', arguments: { text: wanted.text }, _meta: { slack } }),
        );
        const cell = expectedIn(role, DIRECT, wanted, true);
        expected[name] = { ...cell, file: false, emails: cell.emails && kind === 'contacts' };
        const countries: readonly Country[] = countriesIn(text, wanted);
        const emails = COUNTRIES.some(country => text.includes(emailOf(country)));
        shown[name] = countries.length === 0 ? NOTHING : { to: 'asker', countries, emails, file: false };
        const named = expectedIn(role, DIRECT, KINDS.customers!, true).countries;
        for (const country of COUNTRIES)
          if (!named.includes(country))
            expect({ name, text }).not.toMatchObject({ text: expect.stringContaining(NAMES[country]) });
      }
    await client.close();
    expect(shown).toEqual(expected);
  });
});

const textIn = (value: unknown): string => JSON.stringify(value);
