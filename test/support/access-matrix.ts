import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ServeTools } from '../../src/app/tool-asker.js';
import type { Posted } from '../../src/playground/slack-stand-in/posted.js';
import { blankPictures, type RunningApp, startApp, textOf } from './app.js';
import { openTestShop, type TestShop } from './shop.js';

/**
 * Who sees what, where: each surface, role, channel and kind of answer. What is expected follows from the
 * access file by the few lines of `expectedIn`, which know nothing of the product's own code. What is shown
 * is read from the messages that the stand-in for Slack got.
 */
export interface Role {
  readonly may: readonly Capability[];
  /** Undefined for the whole shop. */
  readonly country?: Country;
  readonly isGroup?: true;
}
export type Capability = 'sales' | 'customers' | 'contacts' | 'export' | 'ingest' | 'digests';
export type Country = 'Spain' | 'France' | 'Portugal';

export const ROLES: Readonly<Record<string, Role>> = {
  nobody: { may: [] },
  totals: { may: ['sales'] },
  desk: { may: ['sales', 'customers'] },
  owner: { may: ['sales', 'customers', 'contacts', 'export', 'ingest', 'digests'] },
  spain: { may: ['sales', 'customers', 'export', 'ingest'], country: 'Spain', isGroup: true },
  // Totals of the whole shop, customers of a part: two roles of the file for one person.
  mixed: { may: ['customers', 'contacts'], country: 'Portugal' },
};
export const ALSO: Readonly<Record<string, Role>> = { mixed: { may: ['sales'] } };

export interface Place {
  /** What everybody may do there: a role of the file names the channel. */
  readonly gives?: readonly Capability[];
  readonly country?: Country;
  readonly customers: 'private' | 'shared' | 'refused';
}
export const PLACES: Readonly<Record<string, Place>> = {
  sales: { customers: 'private' },
  people: { customers: 'shared', gives: ['sales', 'customers'] },
  spain: { country: 'Spain', customers: 'shared', gives: ['sales'] },
  lobby: { customers: 'refused', gives: ['sales', 'customers'] },
};
export const DIRECT: Place = { customers: 'private' };

/** Sums of any countries tell which they are. */
export const SOLD: Readonly<Record<Country, number>> = { Spain: 10, France: 200, Portugal: 4_000 };
export const NAMES: Readonly<Record<Country, string>> = {
  Spain: 'Ana Gil',
  France: 'Luc Roy',
  Portugal: 'Rui Paz',
};
export const COUNTRIES = Object.keys(SOLD) as Country[];
export const emailOf = (country: Country) => `${NAMES[country].split(' ')[0]?.toLowerCase()}@example.com`;
export const money = (amount: number) => `$${amount.toLocaleString('en-US')}.00`;

export interface Kind {
  readonly text: string;
  readonly needs: readonly Capability[];
  readonly hasEmails?: true;
  readonly hasFile?: true;
}
export const KINDS: Readonly<Record<string, Kind>> = {
  total: { text: 'sales 2026', needs: ['sales'] },
  breakdown: { text: 'sales by country', needs: ['sales'] },
  customers: { text: 'sales top-customers', needs: ['sales', 'customers'] },
  orders: { text: 'sales list:orders', needs: ['sales', 'customers'] },
  contacts: { text: 'sales list:customers show:email', needs: ['sales', 'customers'], hasEmails: true },
  export: { text: 'segment export', needs: ['sales', 'customers', 'export'], hasEmails: true, hasFile: true },
};

/** What is shown: of which countries, to whom, and whether e-mail addresses and a file are there. */
export interface Cell {
  readonly to: 'channel' | 'asker' | 'nobody';
  readonly countries: readonly Country[];
  readonly emails: boolean;
  readonly file: boolean;
}
export const NOTHING: Cell = { to: 'nobody', countries: [], emails: false, file: false };

/** What the access file says. */
export function expectedIn(role: string, place: Place, kind: Kind, isDirect: boolean): Cell {
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

/** A shop with the access file of the roles and places, and its app. */
export interface MatrixApp {
  readonly shop: TestShop;
  readonly running: RunningApp;
  /** The ids of the places by their names. */
  readonly channels: ReadonlyMap<string, string>;
  /** Slack's id of whoever has a role. */
  person(role: string): string;
  close(): Promise<void>;
}

/** @param settings more settings of the app */
export async function startMatrix(
  settings: Readonly<Record<string, string>> = {},
  serveTools?: ServeTools,
): Promise<MatrixApp> {
  const shop = await openTestShop();
  const channels = new Map<string, string>();
  const lines = COUNTRIES.map(
    (country, i) =>
      `O${i},2026-03-0${2 + i},K${i},${NAMES[country]},${emailOf(country)},${country},${SOLD[country]}`,
  );
  const header = 'Order ID,Order Date,Customer ID,Customer Name,E-mail,Country,Amount';
  await shop.load('sales.csv', [header, ...lines].join('\n'));
  const path = join(shop.folder, 'access.yml');
  const keeper = { ...shop, charts: blankPictures };
  const env = { ACCESS_FILE: path, QUESTIONS_PER_MINUTE: '1000', EXPORTS_PER_HOUR: '1000', ...settings };
  const running = await startApp(
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
    { people: Object.keys(ROLES), ...(serveTools && { serveTools }) },
  );
  return {
    shop,
    running,
    channels,
    person: role => running.workspace.personCalled(role),
    close: async () => {
      await running.close();
      await shop.close();
    },
  };
}

/** All messages that came of something that somebody did. @param isSilent if there may be none */
export async function messagesAfter(
  { workspace, app }: RunningApp,
  act: () => Promise<unknown>,
  isSilent = false,
): Promise<Posted[]> {
  const first = workspace.posted.length;
  const next = isSilent ? undefined : workspace.nextPosted();
  await act();
  await next;
  await expect.poll(() => app.context.inFlight.count, { interval: 2, timeout: 20_000 }).toBe(0);
  return workspace.posted.slice(first);
}

/** The countries that a text is about. */
export function countriesIn(text: string, kind: Kind): readonly Country[] {
  if (kind.needs.includes('customers')) return COUNTRIES.filter(country => text.includes(NAMES[country]));
  if (kind === KINDS.breakdown) return COUNTRIES.filter(country => text.includes(money(SOLD[country])));
  const sums = [1, 2, 3, 4, 5, 6, 7].map(bits => COUNTRIES.filter((_, i) => (bits >> i) % 2 === 1));
  const sumOf = (some: readonly Country[]) => some.reduce((sum, country) => sum + SOLD[country], 0);
  return sums.find(some => text.includes(`${money(sumOf(some))} from`)) ?? [];
}

/** What messages show, and to whom. @param channel where it was asked */
export function shownIn(
  { workspace }: RunningApp,
  messages: readonly Posted[],
  { channel, who, kind }: { readonly channel: string; readonly who: string; readonly kind: Kind },
): Cell {
  const files = messages.filter(m => m.file !== undefined);
  const csv = files.map(m => String(workspace.files.get(m.file?.id ?? '') ?? '')).join();
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
  const [all, there] = [countriesIn(inPublic + alone, kind), countriesIn(inPublic, kind)];
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
