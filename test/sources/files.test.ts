import { mkdir, readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPrivateAddress } from '../../src/sources/http/addresses.js';
import { tellNews } from '../../src/sources/schedule.js';
import { checkSources } from '../../src/surfaces/cli/doctor/sources.js';
import { runInProcess } from '../support/command-in-process.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Order Date,Customer ID,Product,Amount\n';
const FIRST = `${HEADER}1,2026-01-05,c1,Tea,10.00\n2,2026-01-06,c2,Mug,20.00\n`;

let shop: TestShop;
let folder: string;
beforeEach(async () => {
  shop = await openTestShop();
  folder = join(shop.folder, 'exports');
  await mkdir(folder);
});
afterEach(() => shop.close());

/** Writes a file as it is once its writer has finished. */
async function put(name: string, content: string, at = '2026-03-29T09:00:00Z'): Promise<void> {
  await writeFile(join(folder, name), content);
  await utimes(join(folder, name), new Date(at), new Date(at));
}
const sources = (...args: string[]) =>
  runInProcess(['sources', ...args], { DATABASE_URL: shop.shop.store.url });
const revenue = async () => (await shop.figures('sales', 'value')).revenue;

describe('a watched folder', () => {
  const run = () => shop.sources.run('exports');
  beforeEach(() =>
    shop.sources.add({ kind: 'folder', name: 'exports', settings: { path: folder } }, 'every hour'),
  );

  it('loads files that are whole, once, and moves them to done with a report', async () => {
    await put('march.csv', FIRST);
    await put('half.csv', 'Order ID,Ord', '2026-03-29T09:59:58Z');
    await put('other.csv.part', FIRST);
    expect(await run()).toMatchObject({ outcome: 'done', files: { loaded: ['march.csv'], refused: [] } });
    expect(await revenue()).toBe(30);
    expect((await readdir(folder)).sort()).toEqual(['done', 'half.csv', 'other.csv.part']);
    expect(await readFile(join(folder, 'done/march.csv.txt'), 'utf8')).toBe('2 orders of $30.00 loaded.\n');
    expect(await run()).toMatchObject({ files: { loaded: [], refused: [] } });
    await put('march.csv', FIRST.replace('10.00', '12.00'));
    expect(await run()).toMatchObject({ files: { loaded: ['march.csv'] } });
    expect(await revenue()).toBe(32);
    expect((await readdir(join(folder, 'done'))).sort()).toContain('march (2).csv');
  });

  it('loads several in the order of the dates in their names, else of their times', async () => {
    await put('sales-2026-01-08.csv', FIRST.replace('10.00', '99.00'), '2026-03-29T08:00:00Z');
    await put('sales-2026-01-07.csv', FIRST, '2026-03-29T08:30:00Z');
    expect(await run()).toMatchObject({
      files: { loaded: ['sales-2026-01-07.csv', 'sales-2026-01-08.csv'] },
    });
    expect(await revenue()).toBe(119);
  });

  describe('whose next file begins with the order that the file before ended with', () => {
    // Order 2 was changed from 20.00 of mugs to 40.00 of pots; with orders 1 and 3: 10 + 40 + 5.
    const NEXT = `${HEADER}2,2026-01-06,c2,Pot,40.00\n3,2026-01-07,c3,Tea,5.00\n`;

    it('replaces that order and says so', async () => {
      await put('1.csv', FIRST);
      await put('2.csv', NEXT, '2026-03-29T09:10:00Z');
      expect(await run()).toMatchObject({ files: { loaded: ['1.csv', '2.csv'] } });
      expect(await revenue()).toBe(55);
      expect(await readFile(join(folder, 'done/2.csv.txt'), 'utf8')).toBe(
        '2 orders of $45.00 loaded. 1 order of earlier files replaced.\n',
      );
    });

    it('replaces it after a file that was loaded by hand, too', async () => {
      await shop.load('1.csv', FIRST);
      await put('2.csv', NEXT);
      await run();
      expect(await revenue()).toBe(55);
    });

    it('is not continued by a file that is loaded by hand', async () => {
      await put('1.csv', FIRST);
      await run();
      expect(await shop.load('2.csv', NEXT)).toMatchObject({ ordersReplaced: 1, ordersContinued: 0 });
      expect(await revenue()).toBe(55);
    });

    it('replaces it where the same content, loaded by hand, had continued it', async () => {
      await shop.load('1.csv', FIRST);
      // By hand it is an export that was split within order 2: 10 + 20 + 40 + 5.
      expect(await shop.load('2.csv', NEXT)).toMatchObject({ ordersContinued: 1 });
      expect(await revenue()).toBe(75);
      await put('2.csv', NEXT);
      expect(await run()).toMatchObject({ files: { loaded: ['2.csv'] } });
      expect(await revenue()).toBe(55);
      await put('2.csv', NEXT, '2026-03-29T09:20:00Z');
      await run();
      expect(await shop.ingests()).toHaveLength(3);
    });
  });

  it('refuses what cannot be read, and what has other columns, and says what to do', async () => {
    await put('a.csv', FIRST);
    await put('b.csv', FIRST.replace('Amount', 'Total incl. tip'), '2026-03-29T09:10:00Z');
    await put('c.csv', 'nothing to see here\n', '2026-03-29T09:20:00Z');
    const { files } = await run();
    expect(files?.loaded).toEqual(['a.csv']);
    expect(files?.refused.map(f => f.name)).toEqual(['b.csv', 'c.csv']);
    expect(await readFile(join(folder, 'refused/b.csv.txt'), 'utf8')).toContain(
      'Its columns are not those of the files before. Missing: "Amount". New: "Total incl. tip".',
    );
    expect((await readdir(join(folder, 'refused'))).sort()).toEqual([
      'b.csv',
      'b.csv.txt',
      'c.csv',
      'c.csv.txt',
    ]);
    await put(
      'd.csv',
      FIRST.replace('Amount', 'Total incl. tip')
        .replaceAll('2026-01', '2026-02')
        .replace('\n1,', '\n3,')
        .replace('\n2,', '\n4,'),
    );
    expect((await sources('run', 'exports', '--new-columns')).out).toContain('d.csv: loaded.');
    expect(await revenue()).toBe(60);
  });

  it('sets a file of 10 GB aside unread, which the check says and is told once', async () => {
    await put('sales.csv', '');
    await truncate(join(folder, 'sales.csv'), 10 * 1024 ** 3);
    await utimes(join(folder, 'sales.csv'), 0, 0);
    await put('small.csv', FIRST);
    expect((await shop.sources.check('exports')).findings).toEqual([
      expect.stringContaining('with 2 files to load'),
      'sales.csv has 10 GB and will be refused, since files may have 500 MB at most: export less at a time, ' +
        'or add the source with a higher limit (limit=11GB).',
    ]);
    const { files } = await run();
    expect(files?.loaded).toEqual(['small.csv']);
    expect(files?.refused).toEqual([
      { name: 'sales.csv', reason: expect.stringContaining('larger than 500 MB: it has 10 GB.') },
    ]);
    expect(await readdir(join(folder, 'refused'))).toEqual(['sales.csv', 'sales.csv.txt']);
    const told: string[] = [];
    const tell = async (text: string) => told.push(text) > 0;
    const jobs = { store: shop.shop.store, now: shop.now, zone: 'UTC', tell };
    await tellNews(jobs);
    await tellNews(jobs);
    expect(told).toEqual([
      expect.stringMatching(/^The file sales\.csv of the source exports was refused\. .*limit=11GB\)\.$/),
    ]);
  });

  it('takes files up to a limit of its own', async () => {
    const settings = { path: folder, limit: '0.001MB' };
    await shop.sources.add({ kind: 'folder', name: 'small', settings });
    await put('large.csv', `${FIRST}${'\n'.repeat(1_024)}`);
    await put('small.csv', FIRST);
    expect((await shop.sources.run('small')).files).toMatchObject({
      loaded: ['small.csv'],
      refused: [{ name: 'large.csv' }],
    });
    await expect(
      shop.sources.add({ kind: 'folder', name: 'no', settings: { ...settings, limit: 'much' } }),
    ).rejects.toThrow('limit=much is no size of a file.');
    await expect(
      shop.sources.add({ kind: 'stripe', name: 'no', settings: { key: 'env:NO', limit: '1GB' } }),
    ).rejects.toThrow('gives orders, and no files');
  });

  it('is told from one that is not there, and tried again later', async () => {
    await expect(
      shop.sources.add({ kind: 'folder', name: 'gone', settings: { path: join(folder, 'no') } }),
    ).rejects.toThrow('is not there');
    expect((await shop.sources.list()).map(s => s.name)).toEqual(['exports']);
  });
});

describe('settings that are missing or wrong', () => {
  it.each([
    ['address', {}, 'A source of kind address needs url=.'],
    ['folder', {}, 'A source of kind folder needs path=.'],
    ['mail', { url: 'imaps://a@b/' }, 'A source of kind mail needs password= and from=.'],
    ['s3', {}, 'A source of kind s3 needs url=, key= and secret=.'],
    ['sftp', {}, 'A source of kind sftp needs url=.'],
    ['shopify', {}, 'A source of kind shopify needs url=.'],
    ['sql', {}, 'A source of kind sql needs url= and query=.'],
    ['square', {}, 'A source of kind square needs token=.'],
    ['stripe', {}, 'A source of kind stripe needs key=.'],
    ['woocommerce', { url: 'https://a.example' }, 'A source of kind woocommerce needs key= and secret=.'],
    ['folder', { path: '/a', paht: '/b' }, 'A source of kind folder has no setting paht.'],
    ['folder', { path: 'a' }, 'path=a cannot be used: it must be a whole path, from / on.'],
    ['address', { url: 'https://a.example', private: 'so' }, 'private=so is not known: it may be yes or no.'],
    ['shopify', { url: 'https://a.example' }, 'A source of kind shopify: give token=, or id= and secret=.'],
  ])('are said in a sentence (%s %j)', async (kind, settings, sentence) => {
    const given = Object.fromEntries(Object.entries(settings));
    await expect(shop.sources.add({ kind, name: 'new', settings: given })).rejects.toThrow(sentence);
    expect(await shop.sources.list()).toEqual([]);
  });
});

describe('sources in the terminal', () => {
  it('are added, listed, paused, run and removed, with what to do where that is wrong', async () => {
    expect(await sources('list')).toMatchObject({ out: expect.stringContaining('There are no sources.') });
    expect((await sources('add', 'folder', 'Exports', `path=${folder}`)).err).toContain(
      'no name for a source',
    );
    expect((await sources('add', 'folder', 'exports', 'path=exports')).err).toContain('must be a whole path');
    expect((await sources('add', 'ftp', 'exports')).err).toContain('There is no kind of source "ftp"');
    expect(
      (await sources('add', 'folder', 'exports', `path=${folder}`, '--every', 'now and then')).err,
    ).toContain('is no time to read a source at');
    const added = await sources(
      'add',
      'folder',
      'exports',
      `path=${folder}`,
      '--every',
      'daily 6:00 Europe/Berlin',
    );
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining('The source exports is added.') });
    await put('a.csv', FIRST);
    expect((await sources('list')).out).toMatch(
      /exports.*folder.*daily 6:00 Europe\/Berlin.*not read yet.*ok/,
    );
    expect((await sources('run', 'exports')).out).toBe('a.csv: loaded.\n');
    expect((await sources('pause', 'exports')).out).toBe('exports is paused.\n');
    expect((await sources('list')).out).toContain('paused');
    expect((await sources('remove', 'exports')).out).toContain(
      'exports is removed. What it has brought stays.',
    );
    expect((await sources('run', 'exports')).err).toContain('There is no source "exports"');
  });
});

describe('a file at an address', () => {
  let server: Server;
  let url: string;
  let answer: RequestListener;
  beforeEach(async () => {
    server = createServer((asked, reply) => answer(asked, reply));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/daily/sales.csv`;
  });
  afterEach(() => new Promise(resolve => server.close(resolve)));
  const csv =
    (body: string, headers: Record<string, string> = {}): RequestListener =>
    (asked, reply) => {
      const isKnown = headers.etag !== undefined && asked.headers['if-none-match'] === headers.etag;
      reply
        .writeHead(isKnown ? 304 : 200, { 'content-type': 'text/csv', ...headers })
        .end(isKnown ? '' : body);
    };
  const add = () => shop.sources.add({ kind: 'address', name: 'sheet', settings: { url, private: 'yes' } });
  const run = () => shop.sources.run('sheet');

  it('is loaded when it has changed, by its ETag or else by its content', async () => {
    answer = csv(FIRST, { etag: '"1"' });
    await add();
    expect(await run()).toMatchObject({ files: { loaded: ['sales.csv'] } });
    expect(await revenue()).toBe(30);
    expect(await run()).toMatchObject({ files: { loaded: [] } });
    answer = csv(FIRST, { etag: '"2"' });
    expect(await run()).toMatchObject({ files: { loaded: [] } });
    answer = csv(FIRST.replace('10.00', '15.00'));
    expect(await run()).toMatchObject({ files: { loaded: ['sales.csv'] } });
    expect(await revenue()).toBe(35);
  });

  it('is fetched into a folder where nothing stays that a killed process left', async () => {
    answer = csv(FIRST);
    await add();
    const left = join(tmpdir(), 'shopkeeper-sources', `fetched-left-${process.pid}`);
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'sales.csv'), FIRST);
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(left, twoDaysAgo, twoDaysAgo);
    await run();
    await expect(readdir(left)).rejects.toThrow('ENOENT');
  });

  it('is looked at by the doctor, who says that its clock is wrong', async () => {
    answer = csv(FIRST);
    await add();
    const found = async () => (await checkSources(shop.config, shop.shop.store)).map(r => r.message);
    expect((await found()).join()).not.toContain('clock');
    answer = csv(FIRST, { date: new Date(Date.now() - 8 * 60_000).toUTCString() });
    expect(await found()).toContain(
      'The clock of the source sheet is 8 minutes behind that of this machine.',
    );
  });

  it('is refused where it is a login page, gone, or breaks off, and the source says so', async () => {
    answer = csv(FIRST);
    await add();
    answer = csv('<html>', { 'content-type': 'text/html; charset=utf-8' });
    expect((await run()).problem).toContain('The address shows a page, and no file: perhaps a login.');
    answer = (_, reply) => void reply.writeHead(404).end();
    expect((await run()).problem).toContain('There is no file at the address any more.');
    answer = (_, reply) => {
      reply.writeHead(200, { 'content-type': 'text/csv', 'content-length': '100000' });
      reply.write(FIRST);
      setImmediate(() => reply.destroy());
    };
    expect((await run()).problem).toContain('The file broke off while it was fetched.');
    answer = (_, reply) =>
      void reply.writeHead(200, { 'content-type': 'text/csv', 'content-length': '9000000000' }).end();
    expect((await run()).problem).toContain('larger than 500 MB');
    expect((await shop.sources.list())[0]).toMatchObject({ failures: 4, freshThrough: null });
  });

  it('may not be of this machine or a local network unless that is said', async () => {
    const refused = (address: string) =>
      expect(shop.sources.add({ kind: 'address', name: 'sheet', settings: { url: address } })).rejects;
    await refused(url).toThrow('is no https address');
    await refused('https://127.0.0.1/a.csv').toThrow('an address of this machine');
    await refused('https://[::ffff:10.0.0.1]/a.csv').toThrow('an address of this machine');
    await refused('https://localhost/a.csv').toThrow('an address of this machine');
    await refused('https://2130706433/a.csv').toThrow('an address of this machine');
    // What cannot be reached is not tried again, since nothing was added.
    answer = (_, reply) => void reply.writeHead(503).end();
    await expect(add()).rejects.toMatchObject({ hint: expect.stringMatching(/^Nothing was added\./) });
    expect(await shop.sources.list()).toEqual([]);
    expect(
      ['169.254.169.254', '::1', 'fd00::1', '100.64.0.1', '::ffff:7f00:1'].map(isPrivateAddress),
    ).toEqual(Array(5).fill(true));
    expect(['93.184.216.34', '2606:2800:220:1::1'].map(isPrivateAddress)).toEqual([false, false]);
  });
});
