import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { SourceError } from '../errors.js';
import { isPrivateAddress, PrivateAddress, publicLookup } from './addresses.js';

/** Where and how something is fetched. */
export interface Fetching {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with POST; without it, GET is used. */
  readonly body?: string;
  /** Whether addresses of this machine and of local networks may be asked, also without encryption. */
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

const MOST_REDIRECTS = 5;

/**
 * Asks an address and follows redirects within HTTPS. Headers such as a key go to the first host alone, and
 * a body to the first address alone.
 * @returns the answer, whatever its status, with its body still to be read
 * @throws SourceError if the address may not be asked or does not answer
 */
export async function ask(address: string, fetching: Fetching): Promise<IncomingMessage> {
  let url = allowed(address, fetching);
  const { host } = url;
  for (let i = 0; ; i++) {
    const headers = url.host === host ? fetching.headers : withoutSecrets(fetching.headers);
    const answer = await once(url, { ...fetching, headers: headers ?? {} });
    const { location } = answer.headers;
    const status = answer.statusCode ?? 0;
    if (status < 300 || status >= 400 || status === 304 || location === undefined) return answer;
    if (fetching.body !== undefined) return answer;
    answer.resume();
    if (i >= MOST_REDIRECTS)
      throw new SourceError(`${host} redirects in circles.`, 'Look at the address in a browser.');
    url = allowed(new URL(location, url).href, fetching);
  }
}

const withoutSecrets = (headers: Fetching['headers'] = {}) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));

/** @throws SourceError if an address is no address, is not encrypted, or is inside */
export function allowed(address: string, { allowPrivate }: Pick<Fetching, 'allowPrivate'>): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isHttp = url?.protocol === 'http:' && allowPrivate;
  if (!url || (url.protocol !== 'https:' && !isHttp))
    throw new SourceError(
      `"${shown(address)}" is no https address.`,
      'Give one that begins with https://',
      true,
    );
  if (!allowPrivate && (isPrivateAddress(url.hostname) || /(^|\.)localhost$/i.test(url.hostname)))
    throw inside(url.hostname);
  return url;
}

/** An address without what may be a secret in it. */
const shown = (address: string): string => address.replace(/[?#].*$/, '').replace(/\/\/[^/@]*@/, '//');

const inside = (host: string) =>
  new SourceError(
    `${host} is an address of this machine or of a local network.`,
    'If it is meant, add the source with private=yes.',
    true,
  );

function once(
  url: URL,
  { headers, body, allowPrivate, signal, timeoutMs }: Fetching,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) =>
      reject(
        signal.aborted
          ? error
          : error instanceof PrivateAddress
            ? inside(url.hostname)
            : unreachable(url, error),
      );
    const sent = (url.protocol === 'https:' ? secure : plain)(
      url,
      {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'user-agent': 'shopkeeper', ...headers },
        signal,
        ...(!allowPrivate && { lookup: publicLookup }),
      },
      resolve,
    );
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error('timeout')));
    sent.on('error', failed);
    sent.end(body);
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  ECONNREFUSED: 'it refuses the connection',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

export function unreachable({ host }: URL, error: Error): SourceError {
  const code = 'code' in error ? String(error.code) : '';
  const reason =
    error.message === 'timeout' ? 'it does not answer in time' : (REASONS[code] ?? 'the connection broke');
  return new SourceError(
    `${host} cannot be read: ${reason}.`,
    'It is tried again; if it stays so, check the address.',
  );
}

/** How long an answer asks to wait, milliseconds; undefined if it does not. */
export function retryAfter({ headers }: IncomingMessage, now: Date): number | undefined {
  const text = headers['retry-after'];
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
