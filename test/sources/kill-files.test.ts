import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectFilesAfterKills, type FilePlace } from '../support/killed-files.js';
import { startMail } from '../support/mail-server.js';
import { S3Server } from '../support/s3-server.js';
import { startSftp } from '../support/sftp-server.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopkeeper-killed-'));
  vi.stubEnv('ID', 'AKIAEXAMPLE');
  vi.stubEnv('PASSWORD', 'right');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function putIn(path: string, name: string, content: string, at: number): Promise<void> {
  await mkdir(path, { recursive: true });
  await writeFile(join(path, name), content);
  await utimes(join(path, name), new Date(at), new Date(at));
}

const watched = (): FilePlace => ({
  kind: 'folder',
  start: async () => ({ path: folder }),
  put: (name, content, at) => putIn(folder, name, content, at),
  look: async names => {
    expect(await readdir(folder)).toEqual(['done']);
    const done = (await readdir(join(folder, 'done'))).filter(name => name.endsWith('.csv'));
    expect(done.sort()).toEqual(names);
  },
  stop: async () => {},
});

function sftp(): FilePlace {
  let server: Awaited<ReturnType<typeof startSftp>> | undefined;
  return {
    kind: 'sftp',
    start: async () => {
      server = await startSftp(folder, 'reader', 'right');
      const url = `sftp://reader@127.0.0.1:${server.port}/exports`;
      return { url, password: 'env:PASSWORD', hostkey: server.hostkey };
    },
    put: (name, content, at) => putIn(folder, name, content, at),
    look: async names => {
      expect((await readdir(folder)).sort()).toEqual(names);
      expect(server?.writes()).toBe(0);
    },
    stop: async () => server?.stop(),
  };
}

function s3(): FilePlace {
  const region = 'eu-central-1';
  const server = new S3Server({ id: 'AKIAEXAMPLE', secret: 'right', region });
  return {
    kind: 's3',
    start: async () => ({
      url: `${await server.start()}/shop/exports`,
      region,
      key: 'env:ID',
      secret: 'env:PASSWORD',
      private: 'yes',
    }),
    put: async (name, content, at) =>
      void server.objects.set(`exports/${name}`, { content, modified: new Date(at).toISOString() }),
    stop: () => server.stop(),
  };
}

function mail(): FilePlace {
  let server: Awaited<ReturnType<typeof startMail>> | undefined;
  return {
    kind: 'mail',
    start: async () => {
      server = await startMail('reports', 'right');
      const url = `imap://reports@127.0.0.1:${server.port}/`;
      return { url, password: 'env:PASSWORD', from: 'till@example.com', mark: 'seen' };
    },
    put: async (name, content, at) =>
      server?.put({
        id: `${name}@till`,
        date: new Date(at).toUTCString().replace('GMT', '+0000'),
        files: [{ name, content }],
      }),
    look: async names => expect(server?.flags()).toEqual(names.map(() => ['\\Seen'])),
    stop: async () => server?.stop(),
  };
}

function address(): FilePlace {
  let file = '';
  const server = createServer((_, reply) => reply.writeHead(200, { 'content-type': 'text/csv' }).end(file));
  return {
    kind: 'address',
    start: async () => {
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      const at = server.address();
      // The address must answer with a file when it is added.
      file = 'Order ID,Order Date,Customer ID,Product,Amount\n';
      return { url: `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/sales.csv`, private: 'yes' };
    },
    put: async (_, __, ___, whole) => {
      file = whole;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

for (const made of [watched, sftp, s3, mail, address])
  it(`files are loaded once each after processes were killed while they took them (${made.name})`, async () => {
    await expect(expectFilesAfterKills(made())).resolves.toBeUndefined();
  }, 3_600_000);
