import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { S3Server } from '../support/s3-server.js';
import { startSftp } from '../support/sftp-server.js';
import { openTestShop, type TestShop } from '../support/shop.js';

const HEADER = 'Order ID,Order Date,Customer ID,Product,Amount\n';
const FIRST = `${HEADER}1,2026-01-05,c1,Tea,10.00\n2,2026-01-06,c2,Mug,20.00\n`;
const NEXT = `${HEADER}2,2026-01-06,c2,Mug,25.00\n3,2026-01-07,c2,Mug,5.00\n`;

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
  vi.stubEnv('PASSWORD', 'right');
  vi.stubEnv('WRONG', 'wrong');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await shop.close();
});
const revenue = async () => (await shop.figures('sales', 'value')).revenue;
const run = () => shop.sources.run('remote');

describe('a folder of an SFTP server', () => {
  it('gives each file once, when it is whole, and nothing is changed there', async () => {
    const folder = join(shop.folder, 'files');
    await mkdir(folder);
    const server = await startSftp(folder, 'reader', 'right');
    const put = async (name: string, content: string, at = '2026-03-29T09:00:00Z') => {
      await writeFile(join(folder, name), content);
      await utimes(join(folder, name), new Date(at), new Date(at));
    };
    const settings = {
      url: `sftp://reader@127.0.0.1:${server.port}/exports`,
      password: 'env:PASSWORD',
      hostkey: server.hostkey,
    };
    const add = (changed: Record<string, string | undefined> = {}) => {
      const all = Object.entries({ ...settings, ...changed });
      const given = Object.fromEntries(all.filter((pair): pair is [string, string] => pair[1] !== undefined));
      return shop.sources.add({ kind: 'sftp', name: 'remote', settings: given });
    };
    try {
      await put('sales-2026-01-06.csv', FIRST);
      await put('sales-2026-01-07.csv', NEXT, '2026-03-29T08:00:00Z');
      await put('half.csv', 'Order ID,Ord', '2026-03-29T09:59:58Z');
      await put('later.csv.part', FIRST);
      await expect(add({ hostkey: undefined })).rejects.toThrow(`shows the key ${server.hostkey}.`);
      await expect(add({ hostkey: 'SHA256:another' })).rejects.toThrow('shows another key than before');
      await expect(add({ password: 'env:WRONG' })).rejects.toThrow('refused the user, password or key');
      await expect(add({ url: `${settings.url.replace('/exports', '/none')}` })).rejects.toThrow(
        'has no folder /none',
      );
      expect((await add()).findings).toEqual(['127.0.0.1 answers, and its folder has 3 files to load.']);
      expect(await run()).toMatchObject({
        files: { loaded: ['sales-2026-01-06.csv', 'sales-2026-01-07.csv'], refused: [] },
      });
      expect(await revenue()).toBe(40);
      expect(await run()).toMatchObject({ files: { loaded: [], refused: [] } });
      await put('half.csv', NEXT.replace('5.00', '6.00'));
      expect(await run()).toMatchObject({ files: { loaded: ['half.csv'] } });
      expect(await revenue()).toBe(41);
      expect(server.writes()).toBe(0);
    } finally {
      await server.stop();
    }
    expect(await run()).toMatchObject({ outcome: 'failed' });
  });
});

describe('a bucket of S3', () => {
  it('gives each object once, signed, page by page, whatever letters its name has', async () => {
    vi.stubEnv('ID', 'AKIAEXAMPLE');
    const server = new S3Server({ id: 'AKIAEXAMPLE', secret: 'right', region: 'eu-central-1' });
    const url = await server.start();
    const put = (key: string, content: string, modified = '2026-03-29T09:00:00.000Z') =>
      server.objects.set(key, { content, modified });
    const settings = {
      url: `${url}/shop/exports`,
      region: 'eu-central-1',
      key: 'env:ID',
      secret: 'env:PASSWORD',
      private: 'yes',
    };
    const add = (changed: Record<string, string> = {}) =>
      shop.sources.add({ kind: 's3', name: 'remote', settings: { ...settings, ...changed } });
    try {
      put('exports/Tea & (more) + März.csv', FIRST);
      put('exports/b.csv', NEXT, '2026-03-29T09:30:00.000Z');
      put('exports/old/c.csv', FIRST.replace('10.00', '99.00'));
      put('other/d.csv', FIRST.replace('10.00', '99.00'));
      await expect(add({ secret: 'env:WRONG' })).rejects.toThrow('refused the key (SignatureDoesNotMatch)');
      await expect(add({ url: `${url}/shops` })).rejects.toThrow('has no such bucket');
      await expect(add({ private: 'no' })).rejects.toThrow('is no https address');
      expect((await add()).findings[0]).toContain('the folder has 2 files to load');
      expect(await run()).toMatchObject({
        files: { loaded: ['exports/Tea & (more) + März.csv', 'exports/b.csv'], refused: [] },
      });
      expect(await revenue()).toBe(40);
      server.asked.length = 0;
      expect(await run()).toMatchObject({ files: { loaded: [] } });
      expect(server.asked.filter(asked => asked !== 'GET ')).toEqual([]);
      put('exports/b.csv', NEXT.replace('5.00', '6.00'), '2026-03-29T09:40:00.000Z');
      expect(await run()).toMatchObject({ files: { loaded: ['exports/b.csv'] } });
      expect(await revenue()).toBe(41);
    } finally {
      await server.stop();
    }
  });
});
