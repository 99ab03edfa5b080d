import { BlockList, isIP } from 'node:net';
import type { ImapFlow } from 'imapflow';
import { SourceError } from '../errors.js';
import type { SourceContext } from '../source.js';
import { failureOf } from './failures.js';

/** Where a folder of a mailbox is, and how it is logged into. */
export interface MailSettings {
  readonly url: string;
  /** Where the password is. */
  readonly password: string;
  readonly tls?: 'no' | undefined;
}

const CONNECT_MS = 20_000;
const SILENT_MS = 60_000;
/** The longest answer but for files, which come in parts of one megabyte. */
const MOST_BYTES = 16 * 1024 * 1024;
const EXAMPLE =
  'For example url=imaps://reports%40example.com@imap.example.com/INBOX password=env:MAIL_PASSWORD';

/** The parts of an address. @throws SourceError */
export function addressOf({ url: text }: Pick<MailSettings, 'url'>): {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The names from the topmost folder down. */
  readonly folder: readonly string[];
  /** Whether the connection is encrypted from its first byte on; otherwise by STARTTLS. */
  readonly isSecure: boolean;
} {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSecure = url?.protocol === 'imaps:';
  if (!url || (!isSecure && url.protocol !== 'imap:') || url.hostname === '' || url.username === '')
    throw new SourceError('url= is no address of a mailbox.', EXAMPLE, true);
  if (url.password !== '') throw new SourceError('The password must not be in the address.', EXAMPLE, true);
  const folder = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (isSecure ? 993 : 143)),
    user: decodeURIComponent(url.username),
    folder: folder.length === 0 ? ['INBOX'] : folder,
    isSecure,
  };
}

/**
 * Logs in, opens the folder, works with it, and closes the connection.
 * @param isReadOnly whether the server must refuse to change anything
 * @throws SourceError
 */
export async function withFolder<T>(
  settings: MailSettings,
  { secret }: Pick<SourceContext, 'secret'>,
  { isReadOnly, signal }: { readonly isReadOnly: boolean; readonly signal: AbortSignal },
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const { host, port, user, folder, isSecure } = addressOf(settings);
  const pass = await secret(settings.password);
  const { ImapFlow } = await import('imapflow');
  const mayBePlain = settings.tls === 'no' || isLoopback(host);
  const client = new ImapFlow({
    host,
    port,
    auth: { user, pass },
    secure: isSecure,
    ...(!isSecure && { doSTARTTLS: !mayBePlain }),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    maxLineLength: MOST_BYTES,
    maxLiteralSize: MOST_BYTES,
    maxResponseSize: 2 * MOST_BYTES,
  });
  const close = () => client.close();
  signal.addEventListener('abort', close);
  try {
    signal.throwIfAborted();
    // A connection that breaks leaves nothing waiting.
    const broken = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('close', () => reject(new Error('the connection was closed')));
    });
    broken.catch(() => {});
    const worked = (async () => {
      await client.connect();
      await client.mailboxOpen([...folder], { readOnly: isReadOnly });
      return work(client);
    })();
    worked.catch(() => {});
    return await Promise.race([worked, broken]);
  } catch (error) {
    const isLate = signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
    if (error instanceof SourceError || (signal.aborted && !isLate)) throw error;
    throw failureOf(isLate ? signal.reason : error, host, folder.join('/'));
  } finally {
    signal.removeEventListener('abort', close);
    client.close();
  }
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether a host is this machine itself. */
const isLoopback = (host: string): boolean =>
  host.toLowerCase() === 'localhost' ||
  (isIP(host) > 0 && LOOPBACK.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'));
