import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../support/command-line.js';
import { CERTIFICATE, startMail } from '../support/mail-server.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Order Date,Customer ID,Product,Amount\n';
const FIRST = `${HEADER}1,2026-01-05,c1,Café = ½,10.00\n2,2026-01-06,c2,Mug,20.00\n`;
const NEXT = `${HEADER}2,2026-01-06,c2,Mug,25.00\n3,2026-01-07,c2,Mug,5.00\n`;
const USER = 'reports@example.com';

let shop: TestShop;
let server: Awaited<ReturnType<typeof startMail>>;
beforeEach(async () => {
  shop = await openTestShop();
  vi.stubEnv('PASSWORD', 'right');
  vi.stubEnv('WRONG', 'wrong');
  server = await startMail(USER, 'right');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
  await shop.close();
});
const revenue = async () => (await shop.figures('sales', 'value')).revenue;
const run = () => shop.sources.run('mail');
const loaded = async () => (await run()).files?.loaded.map(name => name.replace(/ \(mail.*/, ''));
const address = (folder = '', scheme = 'imap', { port } = server) =>
  `${scheme}://${encodeURIComponent(USER)}@127.0.0.1:${port}/${folder}`;
const add = (changed: Record<string, string> = {}) =>
  shop.sources.add({
    kind: 'mail',
    name: 'mail',
    settings: { url: address(), password: 'env:PASSWORD', from: 'till@example.com', ...changed },
  });
const changes = () => server.asked.filter(line => /\b(SELECT|STORE|EXPUNGE|COPY|MOVE|APPEND)\b/.test(line));

describe('a mailbox', () => {
  it('gives each attached data file once, and leaves every message as it is', async () => {
    server.put({ id: 'a@till', files: [{ name: 'sales März.csv', content: FIRST, as: 'quoted' }] });
    server.put({
      id: 'b@till',
      date: 'Tue, 03 Mar 2026 06:00:00 +0000',
      files: [
        { name: 'logo.png', content: 'png', type: 'image/png' },
        { name: 'sales März.csv', content: NEXT },
      ],
    });
    server.put({
      id: 'c@till',
      from: 'till@example.com.evil.example',
      files: [{ name: 'x.csv', content: NEXT }],
    });
    expect((await add()).findings).toEqual([
      '127.0.0.1 answers, and INBOX has 2 messages of these senders with 2 data files.',
    ]);
    expect(await loaded()).toEqual(['sales März.csv', 'sales März.csv']);
    // 10.00 of the first file; 25.00 and 5.00 of the second, which corrects order 2.
    expect(await revenue()).toBe(40);
    expect(await shop.figures('sales by product', 'revenue')).toEqual({ Mug: 30, 'Café = ½': 10 });
    expect(await loaded()).toEqual([]);
    expect(server.flags().flat()).toEqual([]);
    expect(changes()).toEqual([]);
  });

  it('knows a message that is moved, or delivered twice, by its id', async () => {
    const mail = { id: 'a@till', files: [{ name: 'a.csv', content: FIRST, as: 'plain' as const }] };
    server.put(mail);
    server.put(mail);
    await add();
    expect(await loaded()).toEqual(['a.csv']);
    await server.stop();
    // The same mailbox after a move of its provider: other numbers of messages.
    server = await startMail(USER, 'right');
    server.put({ id: 'other@till', from: 'somebody@example.com', files: [] });
    server.put(mail);
    server.put({ ...mail, id: 'b@till', files: [{ name: 'a.csv', content: NEXT }] });
    await shop.sources.remove('mail', false);
    await add();
    expect(await loaded()).toEqual(['a.csv', 'a.csv']);
    expect(await revenue()).toBe(40);
    expect(await loaded()).toEqual([]);
  });

  it('takes messages of a folder, of several senders, with words in the subject', async () => {
    const put = (id: string, from: string, subject: string, content: string) =>
      server.put({ id, from, subject, files: [{ name: `${id}.csv`, content }] }, 'Reports/Daily');
    put('a', 'Till@Example.com', 'Fwd: Kassenbericht für März', FIRST);
    put('b', 'shop@other.example', 'KASSENBERICHT FÜR MÄRZ', NEXT);
    put('c', 'shop@other.example', 'Invoice', FIRST.replace('10.00', '99.00'));
    put('d', 'stranger@example.org', 'Kassenbericht für März', FIRST.replace('10.00', '99.00'));
    await add({
      url: address('Reports/Daily'),
      from: 'till@example.com, @other.example',
      subject: 'für märz',
    });
    expect(await loaded()).toEqual(['a.csv', 'b.csv']);
    expect(await revenue()).toBe(40);
  });

  it.each([
    ['seen', '\\Seen'],
    ['flagged', '\\Flagged'],
    ['Shopkeeper', 'Shopkeeper'],
  ])('marks a message as %s once all its files were taken, and removes nothing', async (mark, flag) => {
    server.put({
      id: 'a@till',
      files: [
        { name: 'a.csv', content: FIRST },
        { name: 'b.csv', content: NEXT },
      ],
    });
    server.put({ id: 'b@till', from: 'stranger@example.org', files: [{ name: 'c.csv', content: NEXT }] });
    await add({ mark });
    expect(server.flags().flat()).toEqual([]);
    await run();
    expect(server.flags()).toEqual([[flag], []]);
    // A process that ended before the mark was set leaves it to the next.
    server.flags()[0]?.splice(0);
    await run();
    expect(server.flags()).toEqual([[flag], []]);
    expect(changes().filter(line => /EXPUNGE|COPY|MOVE|APPEND/.test(line))).toEqual([]);
  });

  it('refuses a file that cannot be read, keeps it with the report, and takes the others', async () => {
    server.put({ id: 'a@till', files: [{ name: 'a.csv', content: FIRST }] });
    server.put({ id: 'b@till', files: [{ name: '../../b.csv', content: 'nothing to see here\n' }] });
    server.put({
      id: 'c@till',
      files: [{ name: 'c.csv', content: FIRST.replace('Amount', 'Total incl. tip') }],
    });
    const refused = join(shop.folder, 'refused');
    await add({ refused });
    const { files } = await run();
    expect(files?.loaded).toHaveLength(1);
    expect(files?.refused.map(f => f.name.replace(/ \(mail.*/, ''))).toEqual(['b.csv', 'c.csv']);
    expect((await readdir(refused)).sort()).toEqual(['b.csv', 'b.csv.txt', 'c.csv', 'c.csv.txt']);
    expect(await readFile(join(refused, 'c.csv.txt'), 'utf8')).toContain(
      'Its columns are not those of the files before. Missing: "Amount". New: "Total incl. tip".',
    );
    expect((await run()).files).toEqual({ loaded: [], refused: [] });
  });

  it('says what is wrong before anything is stored', async () => {
    await expect(add({ password: 'env:WRONG' })).rejects.toThrow('refused the user or the password');
    await expect(add({ url: address('None') })).rejects.toThrow('has no folder None');
    await expect(add({ url: 'https://example.com' })).rejects.toThrow('is no address of a mailbox');
    await expect(add({ url: 'imaps://a:b@example.com' })).rejects.toThrow('must not be in the address');
    await expect(add({ from: 'example.com' })).rejects.toThrow('must be addresses such as till@example.com');
    await expect(add({ mark: 'not this' })).rejects.toThrow('must be seen, flagged, or a keyword');
    await server.stop();
    await expect(add()).rejects.toThrow('it refuses the connection');
    expect(await shop.sources.list()).toEqual([]);
  });
});

describe('the connection to a mailbox', () => {
  const FILES = [{ name: 'a.csv', content: FIRST }];

  it('is encrypted from its first byte on, with a valid certificate', async () => {
    const secure = await startMail(USER, 'right', { isSecure: true });
    try {
      secure.put({ id: 'a@till', files: FILES });
      const url = address('', 'imaps', secure);
      await expect(add({ url })).rejects.toThrow('The certificate of 127.0.0.1 is not valid.');
      expect(secure.asked).toEqual([]);
      // Node reads the certificates that it is to trust when it starts.
      const sources = (...args: string[]) =>
        runCommand(['sources', ...args], {
          env: { DATABASE_URL: shop.shop.store.url, PASSWORD: 'right', NODE_EXTRA_CA_CERTS: CERTIFICATE },
        });
      const added = (name: string, at: string) =>
        sources('add', 'mail', name, `url=${at}`, 'password=env:PASSWORD', 'from=till@example.com');
      expect((await added('other', url.replace('127.0.0.1', 'localhost'))).err).toContain(
        'The certificate of localhost is not valid.',
      );
      expect((await added('mail', url)).out).toContain('1 message of these senders with 1 data file.');
      expect((await sources('run', 'mail')).out).toMatch(/^a\.csv \(mail of .*\): loaded\.\n$/);
      // 10.00 and 20.00 of the file.
      expect(await revenue()).toBe(30);
    } finally {
      await secure.stop();
    }
  });

  it('is encrypted before the password is sent, where it begins unencrypted', async () => {
    const upgraded = await startMail(USER, 'right', { plugins: ['STARTTLS'] });
    try {
      upgraded.put({ id: 'a@till', files: FILES });
      const url = address('', 'imap', upgraded).replace('127.0.0.1', '0.0.0.0');
      await expect(add({ url })).rejects.toThrow('The certificate of 0.0.0.0 is not valid.');
      const checked = await runCommand(
        ['sources', 'add', 'mail', 'mail', `url=${url}`, 'password=env:PASSWORD', 'from=till@example.com'],
        {
          env: { DATABASE_URL: shop.shop.store.url, PASSWORD: 'right', NODE_EXTRA_CA_CERTS: CERTIFICATE },
        },
      );
      expect(checked.out).toContain('1 message of these senders with 1 data file.');
      expect(upgraded.asked.at(-1)).toContain('STARTTLS');
      expect(upgraded.asked.filter(line => /LOGIN|AUTHENTICATE/.test(line))).toEqual([]);
    } finally {
      await upgraded.stop();
    }
  });

  it('is not given the password unencrypted, but on this machine or where that is said', async () => {
    server.put({ id: 'a@till', files: FILES });
    // Leads to this machine, and is no address of it.
    const url = address().replace('127.0.0.1', '0.0.0.0');
    await expect(add({ url })).rejects.toThrow('0.0.0.0 takes no encrypted connection at this port.');
    expect(server.asked.filter(line => /LOGIN|AUTHENTICATE/.test(line))).toEqual([]);
    await add({ url, tls: 'no' });
    expect(await loaded()).toEqual(['a.csv']);
  });
});
