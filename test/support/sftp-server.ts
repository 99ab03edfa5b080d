import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2';

const { OK, EOF, NO_SUCH_FILE, PERMISSION_DENIED } = ssh2.utils.sftp.STATUS_CODE;

/** An SFTP server of a folder of this machine, for one user with a password. It refuses to write. */
export async function startSftp(folder: string, user: string, password: string) {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  const fingerprint = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '');
  const open = new Set<Connection>();
  let writes = 0;
  const server = new ssh2.Server({ hostKeys: [privateKey] }, client => {
    open.add(client);
    client.on('error', () => {});
    client.on('close', () => open.delete(client));
    client.on('authentication', asked =>
      asked.method === 'password' && asked.username === user && asked.password === password
        ? asked.accept()
        : asked.reject(['password']),
    );
    client.on('session', accept =>
      accept().on('sftp', acceptSftp => serve(acceptSftp(), folder, () => writes++)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  return {
    port: typeof at === 'object' && at ? at.port : 0,
    hostkey: `SHA256:${fingerprint}`,
    /** How often somebody tried to change something. */
    writes: () => writes,
    stop: async () => {
      for (const client of open) client.end();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}

function serve(sftp: SFTPWrapper, folder: string, onWrite: () => void): void {
  const handles = new Map<number, { file?: FileHandle; names?: string[] }>();
  let made = 0;
  const local = (path: string) => join(folder, path.replace(/^\/exports/, ''));
  const handle = (kept: { file?: FileHandle; names?: string[] }): Buffer => {
    const id = Buffer.alloc(4);
    id.writeUInt32BE(++made);
    handles.set(made, kept);
    return id;
  };
  const of = (id: Buffer) => handles.get(id.readUInt32BE());
  const attrsOf = async (path: string) => {
    const { mode, uid, gid, size, atimeMs, mtimeMs } = await stat(path);
    return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1_000), mtime: Math.floor(mtimeMs / 1_000) };
  };
  sftp.on('OPENDIR', (id, path) => {
    if (!path.startsWith('/exports')) return sftp.status(id, NO_SUCH_FILE);
    readdir(local(path)).then(
      names => sftp.handle(id, handle({ names })),
      () => sftp.status(id, NO_SUCH_FILE),
    );
  });
  sftp.on('READDIR', async (id, kept) => {
    const names = of(kept)?.names?.splice(0) ?? [];
    if (names.length === 0) return sftp.status(id, EOF);
    const list = await Promise.all(
      names.map(async filename => ({
        filename,
        longname: filename,
        attrs: await attrsOf(join(folder, filename)),
      })),
    );
    sftp.name(id, list);
  });
  sftp.on('OPEN', (id, path, flags) => {
    if (flags & ~ssh2.utils.sftp.OPEN_MODE.READ) {
      onWrite();
      return sftp.status(id, PERMISSION_DENIED);
    }
    open(local(path)).then(
      file => sftp.handle(id, handle({ file })),
      () => sftp.status(id, NO_SUCH_FILE),
    );
  });
  sftp.on('FSTAT', async (id, kept) => {
    const stats = await of(kept)?.file?.stat();
    if (!stats) return sftp.status(id, NO_SUCH_FILE);
    const { mode, uid, gid, size } = stats;
    sftp.attrs(id, { mode, uid, gid, size, atime: 0, mtime: 0 });
  });
  sftp.on('READ', async (id, kept, offset, length) => {
    const buffer = Buffer.alloc(length);
    const read = (await of(kept)?.file?.read(buffer, 0, length, offset))?.bytesRead ?? 0;
    if (read === 0) sftp.status(id, EOF);
    else sftp.data(id, buffer.subarray(0, read));
  });
  sftp.on('CLOSE', async (id, kept) => {
    await of(kept)?.file?.close();
    sftp.status(id, OK);
  });
  for (const change of ['REMOVE', 'RENAME', 'MKDIR', 'SETSTAT'] as const)
    sftp.on(change, (id: number) => {
      onWrite();
      sftp.status(id, PERMISSION_DENIED);
    });
}
