import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';

/** A message with files attached. */
export interface Mail {
  readonly id: string;
  readonly from?: string;
  readonly subject?: string;
  /** As in its headers, for example `Mon, 02 Mar 2026 06:00:00 +0000`. */
  readonly date?: string;
  /** Name, content, and how the part is written; Base64 unless given. */
  readonly files: readonly {
    readonly name: string;
    readonly content: string;
    readonly as?: 'plain' | 'quoted';
    readonly type?: string;
  }[];
}

/** The certificate of the mail server, which nobody knows of unless they are told. */
export const CERTIFICATE = new URL('../data/mail-server/certificate.pem', import.meta.url).pathname;

/** An IMAP server with one mailbox, which keeps what it is asked before the connection is encrypted. */
export async function startMail(user: string, password: string, { isSecure = false, plugins = [''] } = {}) {
  const imap = hoodiecrow({
    plugins: ['AUTH-PLAIN', 'SASL-IR', 'NAMESPACE', ...plugins.filter(Boolean)],
    secureConnection: isSecure,
    credentials: {
      cert: readFileSync(CERTIFICATE),
      key: readFileSync(new URL('key.pem', `file://${CERTIFICATE}`)),
    },
    users: { [user]: { password } },
    storage: { INBOX: {}, '': { separator: '/', folders: { Reports: { folders: { Daily: {} } } } } },
  });
  const asked: string[] = [];
  const open = new Set<Socket>();
  imap.server.on(isSecure ? 'secureConnection' : 'connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
    socket.on('data', (part: Buffer) => asked.push(...part.toString().split('\r\n').filter(Boolean)));
  });
  await new Promise<void>(resolve => imap.listen(0, '127.0.0.1', resolve));
  const at = imap.server.address();
  return {
    port: typeof at === 'object' && at ? at.port : 0,
    asked,
    put: (mail: Mail, folder = 'INBOX') => imap.appendMessage(folder, [], received(mail), rawOf(mail)),
    /** The flags of each message. */
    flags: (folder = 'INBOX') => imap.getMailbox(folder).messages.map(({ flags }) => flags ?? []),
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>(resolve => imap.close(resolve));
    },
  };
}

const DATE = 'Mon, 02 Mar 2026 06:00:00 +0000';

/** `02-Mar-2026 06:00:00 +0000`, as IMAP writes it. */
const received = ({ date = DATE }: Mail): string => date.slice(5).replace(' ', '-').replace(' ', '-');

function rawOf({ id, from = 'till@example.com', subject = 'Sales', date = DATE, files }: Mail): string {
  const lines = [
    `From: The till <${from}>`,
    'To: reports@example.com',
    `Subject: ${/^[\x20-\x7e]*$/.test(subject) ? subject : encodedWord(subject)}`,
    `Date: ${date}`,
    `Message-ID: <${id}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Here are the sales.',
  ];
  for (const { name, content, as, type = 'text/csv' } of files)
    lines.push(
      '--part',
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
      `Content-Transfer-Encoding: ${ENCODINGS[as ?? 'base64']}`,
      '',
      as === undefined ? inBase64(content) : as === 'quoted' ? inQuotes(content) : content,
    );
  return [...lines, '--part--', ''].join('\r\n');
}

const ENCODINGS = { base64: 'base64', quoted: 'quoted-printable', plain: '7bit' } as const;

const encodedWord = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const inBase64 = (content: string): string =>
  (
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

const inQuotes = (content: string): string =>
  [...Buffer.from(content)]
    .map(byte =>
      byte === 10
        ? '\r\n'
        : byte > 126 || byte === 61
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    )
    .join('');
