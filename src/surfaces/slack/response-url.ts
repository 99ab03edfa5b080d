import type { Logger } from 'pino';

/** Where Slack takes answers to commands and buttons, by the host of its Web API (GovSlack has its own). */
const RESPONSE_HOSTS: ReadonlyMap<string, string> = new Map([
  ['slack.com', 'hooks.slack.com'],
  ['slack-gov.com', 'hooks.slack-gov.com'],
]);

/**
 * Whether an answer may be sent to this address. Slack's own requests name an address of Slack; any other would
 * get the shop's figures. With another Web API than Slack's (a stand-in), only that same machine may be answered.
 * @param apiUrl the setting SLACK_API_URL
 */
export function isTrustedResponseUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(apiUrl)) return false;
  const address = new URL(url);
  const api = new URL(apiUrl);
  if (address.username !== '' || address.password !== '') return false;
  const host = RESPONSE_HOSTS.get(api.hostname.replace(/^www\./, ''));
  if (host !== undefined) return address.origin === `https://${host}`;
  return address.protocol === api.protocol && address.hostname === api.hostname;
}

/** The address, if answers may be sent there; otherwise the answer takes another way, and the log says so. */
export function trustedResponseUrl(url: string | undefined, apiUrl: string, log: Logger): string | undefined {
  if (!url) return undefined;
  if (isTrustedResponseUrl(url, apiUrl)) return url;
  // Only the origin: the rest of the address is a secret of whoever made it.
  const origin = URL.canParse(url) ? new URL(url).origin : 'not an address';
  log.warn({ origin }, "a response address that is not Slack's is not used (SLACK_API_URL)");
  return undefined;
}
