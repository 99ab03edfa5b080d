import type { Logger } from 'pino';

/** The host of Slack's response URLs, by the host of its Web API (GovSlack has its own). */
const RESPONSE_HOSTS: ReadonlyMap<string, string> = new Map([
  ['slack.com', 'hooks.slack.com'],
  ['slack-gov.com', 'hooks.slack-gov.com'],
]);

/**
 * Whether an answer may be sent to this response URL. Requests from Slack name a URL of Slack; any other
 * server would receive the shop's figures. If the Web API is a stand-in for Slack, the URL must be on the
 * same host.
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

/**
 * The URL if answers may be sent there. Otherwise a warning is logged, and the answer takes another route.
 */
export function trustedResponseUrl(url: string | undefined, apiUrl: string, log: Logger): string | undefined {
  if (!url) return undefined;
  if (isTrustedResponseUrl(url, apiUrl)) return url;
  // Only the origin is logged, since the rest of the URL may be secret.
  const origin = URL.canParse(url) ? new URL(url).origin : 'not a URL';
  log.warn({ origin }, "a response URL that is not Slack's was ignored (SLACK_API_URL)");
  return undefined;
}
