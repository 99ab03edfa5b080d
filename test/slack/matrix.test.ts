import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blankPictures, type RunningApp, startApp, textOf } from '../support/app.js';
import { openTestShop, type TestShop } from '../support/shop.js';

/**
 * Who sees what, where: each surface, role, channel and kind of answer. What is expected follows from the
 * access file by the few lines of `expectedIn`, which know nothing of the product's own code. What is shown
 * is read from the messages that the stand-in for Slack got.
 */
interface Role {
  readonly may: readonly Capability[];
  /** Undefined for the whole shop. */
  readonly country?: Country;
  readonly isGroup?: true;
}
type Capability = 'sales' | 'customers' | 'contacts' | 'export' | 'digests';
type Country = 'Spain' | 'France' | 'Portugal';

const ROLES: Readonly<Record<string, Role>> = {
  nobody: { may: [] },
  totals: { may: ['sales'] },
  desk: { may: ['sales', 'customers'] },
  owner: { may: ['sales', 'customers', 'contacts', 'export', 'digests'] },
  spain: { may: ['sales', 'customers', 'export'], country: 'Spain', isGroup: true },
  // Totals of the whole shop, customers of a part: two roles of the file for one person.
  mixed: { may: ['customers', 'contacts'], country: 'Portugal' },
};
const ALSO: Readonly<Record<string, Role>> = { mixed: { may: ['sales'] } };

interface Place {
  /** What everybody may do there: a role of the file names the channel. */
  readonly gives?: readonly Capability[];
  readonly country?: Country;
  readonly customers: 'private' | 'shared' | 'refused';
}
const PLACES: Readonly<Record<string, Place>> = {
  sales: { customers: 'private' },
  people: { customers: 'shared', gives: ['sales', 'customers'] },
  spain: { country: 'Spain', customers: 'shared', gives: ['sales'] },
  lobby: { customers: 'refused', gives: ['sales', 'customers'] },
};
const DIRECT: Place = { customers: 'private' };

/** Sums of any countries tell which they are. */
const SOLD: Readonly<Record<Country, number>> = { Spain: 10, France: 200, Portugal: 4_000 };
const NAMES: Readonly<Record<Country, string>> = { Spain: 'Ana Gil', France: 'Luc Roy', Portugal: 'Rui Paz' };
const COUNTRIES = Object.keys(SOLD) as Country[];
const emailOf = (country: Country) => `${NAMES[country].split(' ')[0]?.toLowerCase()}@example.com`;
const money = (amount: number) => `$${amount.toLocaleString('en-US')}.00`;

interface Kind {
  readonly text: string;
  readonly needs: readonly Capability[];
  readonly hasEmails?: true;
  readonly hasFile?: true;
}
const KINDS: Readonly<Record<string, Kind>> = {
  total: { text: 'sales 2026', needs: ['sales'] },
  breakdown: { text: 'sales by country', needs: ['sales'] },
  customers: { text: 'sales top-customers', needs: ['sales', 'customers'] },
  orders: { text: 'sales list:orders', needs: ['sales', 'customers'] },
  contacts: { text: 'sales list:customers show:email', needs: ['sales', 'customers'], hasEmails: true },
  export: { text: 'segment export', needs: ['sales', 'customers', 'export'], hasEmails: true, hasFile: true },
};

/** What is shown: of which countries, to whom, and whether e-mail addresses and a file are there. */
interface Cell {
  readonly to: 'channel' | 'asker' | 'nobody';
  readonly countries: readonly Country[];
  readonly emails: boolean;
  readonly file: boolean;
}
const NOTHING: Cell = { to: 'nobody', countries: [], emails: false, file: false };

/** What the access file says. */
function expectedIn(role: string, place: Place, kind: Kind, isDirect: boolean): Cell {
  const own = [ROLES[role], ALSO[role], place.gives && { may: place.gives }].filter(r => r !== undefined);
  const given = kind.needs.every(need => own.some(({ may }) => may.includes(need)));
  const isOfPeople = kind.needs.includes('customers');
  if (!given || (isOfPeople && place.customers === 'refused')) return NOTHING;
  const covers = (country: Country) => (scoped: { readonly country?: Country }) =>
    scoped.country === undefined || scoped.country === country;
  const countries = COUNTRIES.filter(covered => {
    const isIn = covers(covered);
    const isGiven = kind.needs.every(need => own.some(r => r.may.includes(need) && isIn(r)));
    return isIn(place) && isGiven;
  });
  if (countries.length === 0) return NOTHING;
  const emails = kind.hasEmails === true && own.some(({ may }) => may.includes('contacts'));
  const isForAsker = kind.hasEmails || kind.hasFile || (isOfPeople && place.customers === 'private');
  return {
    to: isDirect || isForAsker ? 'asker' : 'channel',
    countries,
    emails,
    file: kind.hasFile === true,
  };
}

let shop: TestShop;
let running: RunningApp;
const channels = new Map<string, string>();
const person = (role: string) => running.workspace.personCalled(role);
beforeAll(async () => {
  shop = await openTestShop();
  const lines = COUNTRIES.map(
    (country, i) =>
      `O${i},2026-03-0${2 + i},K${i},${NAMES[country]},${emailOf(country)},${country},${SOLD[country]}`,
  );
  const header = 'Order ID,Order Date,Customer ID,Customer Name,E-mail,Country,Amount';
  await shop.load('sales.csv', [header, ...lines].join('\n'));
  const path = join(shop.folder, 'access.yml');
  const keeper = { ...shop, charts: blankPictures };
  const env = { ACCESS_FILE: path, QUESTIONS_PER_MINUTE: '1000', EXPORTS_PER_HOUR: '1000' };
  running = await startApp(
    keeper,
    'http',
    async workspace => {
      channels.set('sales', workspace.channel);
      for (const name of Object.keys(PLACES).slice(1)) channels.set(name, await workspace.addChannel(name));
      const roles = [...Object.entries(ROLES), ...Object.entries(ALSO)].map(([name, role], i) => {
        const who = workspace.personCalled(name);
        if (role.isGroup) workspace.groups.set(`S0${i}`, [who]);
        const scope = role.country ? `, scope: 'country:${role.country}'` : '';
        const of = role.isGroup ? `groups: [S0${i}]` : `people: [${who}]`;
        return `  r${i}: { ${of}, may: [${role.may.join(', ')}]${scope} }`;
      });
      const places = Object.entries(PLACES).map(([name, { country, customers, gives }]) => {
        if (gives)
          roles.push(`  in-${name}: { channels: [${channels.get(name)}], may: [${gives.join(', ')}] }`);
        const scope = country ? `, scope: 'country:${country}'` : '';
        return `  ${channels.get(name)}: { customers: ${customers}${scope} }`;
      });
      writeFileSync(path, ['roles:', ...roles, 'channels:', ...places].join('\n'));
      return env;
    },
    { people: Object.keys(ROLES) },
  );
}, 120_000);
afterAll(async () => {
  await running.close();
  await shop.close();
});

/** All messages that came of something that somebody did. */
async function messagesAfter(act: () => Promise<unknown>): Promise<Posted[]> {
  const { workspace, app } = running;
  const first = workspace.posted.length;
  const next = workspace.nextPosted();
  await act();
  await next;
  await expect.poll(() => app.context.inFlight.count, { interval: 2, timeout: 20_000 }).toBe(0);
  return workspace.posted.slice(first);
}

/** What messages show, and to whom. @param channel where it was asked */
function shownIn(messages: readonly Posted[], channel: string, who: string, kind: Kind): Cell {
  const files = messages.filter(m => m.file !== undefined);
  const csv = files.map(m => String(running.workspace.files.get(m.file?.id ?? '') ?? '')).join();
  const inPublic = messages
    .filter(m => m.seenBy === undefined && m.channel === channel)
    .map(textOf)
    .join();
  const alone =
    messages
      .filter(m => m.seenBy === who || m.channel !== channel)
      .map(textOf)
      .join() + csv;
  expect(messages.filter(m => m.seenBy !== undefined && m.seenBy !== who)).toEqual([]);
  const countriesIn = (text: string) => {
    if (kind.needs.includes('customers')) return COUNTRIES.filter(country => text.includes(NAMES[country]));
    if (kind === KINDS.breakdown) return COUNTRIES.filter(country => text.includes(money(SOLD[country])));
    const sums = [1, 2, 3, 4, 5, 6, 7].map(bits => COUNTRIES.filter((_, i) => (bits >> i) % 2 === 1));
    const sumOf = (some: readonly Country[]) => some.reduce((sum, country) => sum + SOLD[country], 0);
    return sums.find(some => text.includes(`${money(sumOf(some))} from`)) ?? [];
  };
  const [all, there] = [countriesIn(inPublic + alone), countriesIn(inPublic)];
  // Whatever else is said, nobody is named who is not of the answer.
  const everything = inPublic + alone;
  const named = COUNTRIES.filter(country => everything.includes(NAMES[country]));
  expect(kind.needs.includes('customers') ? [] : named).toEqual([]);
  if (all.length === 0) return NOTHING;
  return {
    to: there.length > 0 ? 'channel' : 'asker',
    countries: all,
    emails: COUNTRIES.some(country => everything.includes(emailOf(country))),
    file: files.length > 0,
  };
}

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

/** An old message with buttons, which somebody else's question brought. */
const OLD: Posted = {
  ts: '1770000000.000100',
  channel: '',
  threadTs: null,
  text: 'an old answer',
  blocks: [],
  ephemeral: false,
  through: 'chat.postMessage',
};
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
      { ...OLD, ts: `177${[...channels.values()].indexOf(channel)}000000.000100` },
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
      shown[name] = shownIn(await messagesAfter(act), channelOf({ role, place }), person(role), wanted);
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
  }, 60_000);

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
  }, 60_000);

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
          await messagesAfter(() => mention(person('owner'), channel, 'sales'));
          const act = () => mention(person(role), channel, text, thread);
          await compare([{ role, place, kind, act }], channelOf);
        }
    }
  }, 60_000);

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
      const messages = await messagesAfter(() =>
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
  }, 60_000);

  it('of a preview of the digest is what the asker may see', async () => {
    for (const role of Object.keys(ROLES)) {
      const origin = { user: person(role), channel: channelOf({ place: 'sales' }) };
      const messages = await messagesAfter(() =>
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
  }, 60_000);

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
  }, 60_000);

  it('is compared in over 200 cells', () => expect(cells).toBeGreaterThan(400));
});
