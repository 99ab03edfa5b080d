import { createHash } from 'node:crypto';
import type { FileEntryWithStats, SFTPWrapper } from 'ssh2';
import { SourceError } from '../errors.js';
import type { SourceContext } from '../source.js';

/** Where a folder on an SFTP server is, and how it is logged into. */
export interface SftpSettings {
  readonly url: string;
  readonly password?: string | undefined;
  /** Where the private key is. */
  readonly key?: string | undefined;
  /** The server's key, as ssh shows it: `SHA256:...`. */
  readonly hostkey?: string | undefined;
}

const CONNECT_MS = 20_000;
const EXAMPLE = 'For example url=sftp://reader@files.example.com/exports password=env:SFTP_PASSWORD';

/** The parts of an address. @throws SourceError */
export function addressOf({ url: text }: SftpSettings): {
  host: string;
  port: number;
  user: string;
  path: string;
} {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'sftp:' || url.hostname === '' || url.username === '')
    throw new SourceError(`url= is no address of a folder on an SFTP server.`, EXAMPLE, true);
  if (url.password !== '') throw new SourceError('The password must not be in the address.', EXAMPLE, true);
  const path = decodeURIComponent(url.pathname).replace(/\/+$/, '');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 22),
    user: decodeURIComponent(url.username),
    path: path === '' ? '/' : path,
  };
}

/** Logs in, works with the connection, and closes it. @throws SourceError */
export async function withSftp<T>(
  settings: SftpSettings,
  { secret }: Pick<SourceContext, 'secret'>,
  signal: AbortSignal,
  work: (sftp: SFTPWrapper, path: string) => Promise<T>,
): Promise<T> {
  const { host, port, user, path } = addressOf(settings);
  const password = settings.password === undefined ? undefined : await secret(settings.password);
  const privateKey = settings.key === undefined ? undefined : await secret(settings.key);
  const { Client } = await import('ssh2');
  const client = new Client();
  const close = () => client.destroy();
  signal.addEventListener('abort', close);
  let shown = '';
  const hostVerifier = (key: Buffer): boolean => {
    shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
    return shown === settings.hostkey;
  };
  try {
    // A connection that breaks leaves what waits for it hanging.
    const broken = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('close', () => reject(new Error('closed')));
    });
    const opened = new Promise<SFTPWrapper>((resolve, reject) => {
      client.on('ready', () => client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))));
    });
    const login = {
      ...(password !== undefined && { password }),
      ...(privateKey !== undefined && { privateKey }),
    };
    client.connect({ host, port, username: user, ...login, hostVerifier, readyTimeout: CONNECT_MS });
    const worked = opened.then(sftp => work(sftp, path));
    return await Promise.race([worked, broken]);
  } catch (error) {
    if (error instanceof SourceError || signal.aborted) throw error;
    throw shown !== '' && shown !== settings.hostkey
      ? unknownHost(host, shown, settings.hostkey)
      : failureOf(error, host, path);
  } finally {
    signal.removeEventListener('abort', close);
    client.destroy();
  }
}

const unknownHost = (host: string, shown: string, before: string | undefined) =>
  new SourceError(
    before === undefined
      ? `${host} shows the key ${shown}.`
      : `${host} shows another key than before: ${shown}.`,
    `If it is the right one (ask whoever runs the server), add the source with hostkey=${shown}.`,
    true,
  );

function failureOf(error: unknown, host: string, path: string): SourceError {
  const [code, level] =
    error instanceof Error
      ? ['code' in error ? error.code : undefined, 'level' in error ? error.level : undefined]
      : [];
  if (level === 'client-authentication')
    return new SourceError(
      `${host} refused the user, password or key.`,
      'Look at url=, password= and key=.',
      true,
    );
  if (code === 2) return new SourceError(`${host} has no folder ${path}.`, 'Look at the end of url=.', true);
  if (code === 3)
    return new SourceError(
      `${host}: the user may not read ${path}.`,
      'Have its rights changed on the server.',
      true,
    );
  const reasons = new Map<unknown, string>([
    ['ENOTFOUND', 'there is no such host'],
    ['ECONNREFUSED', 'it refuses the connection'],
  ]);
  const reason = level === 'client-timeout' ? 'it does not answer in time' : reasons.get(code);
  return new SourceError(
    `${host} cannot be read: ${reason ?? 'the connection broke'}.`,
    'It is tried again; if it stays so, check the address.',
  );
}

/** What is in a folder. */
export const entriesOf = (sftp: SFTPWrapper, path: string): Promise<readonly FileEntryWithStats[]> =>
  new Promise((resolve, reject) =>
    sftp.readdir(path, (error, list) => (error ? reject(error) : resolve(list))),
  );
