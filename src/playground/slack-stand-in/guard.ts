import type { IncomingMessage } from 'node:http';
import { HttpError } from './http.js';

/**
 * The headers of every answer. The page may only load its own scripts and styles, so that nothing in a sales
 * file can make it fetch or send anything. No other site may embed the page or load files from it.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/**
 * Refuses requests that a browser sends on behalf of another website: their `Host` is another name for this
 * machine (DNS rebinding), or `Origin` or `Sec-Fetch-Site` shows another site. Programs such as the app send
 * only a `Host`.
 * @param port the server's port on 127.0.0.1
 * @throws HttpError 421 for a wrong host, 403 for another site
 */
export function refuseOtherSites({ headers, method }: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host?.toLowerCase() ?? ''))
    throw new HttpError(421, `This server answers at http://${hosts[0]} only.`);
  const isOwnOrigin = headers.origin === undefined || headers.origin === `http://${headers.host}`;
  const site = headers['sec-fetch-site'] ?? 'none';
  // Any site may link to the page: without the key it shows no data of the shop.
  const isFollowedLink =
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (!isOwnOrigin || !(site === 'none' || site === 'same-origin' || isFollowedLink))
    throw new HttpError(403, 'Requests from other sites are refused.');
}
