import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';

/** Where Slack takes answers to commands and buttons, by the host of its Web API (GovSlack has its own). */
const RESPONSE_HOSTS: Readonly<Record<string, string>> = {
  'slack.com': 'hooks.slack.com',
  'slack-gov.com': 'hooks.slack-gov.com',
};

/**
 * Whether an answer may be sent to this address. Slack's own requests name an address of Slack; any other would
 * get the shop's figures. With another Web API than Slack's (a stand-in), only that same server may be answered.
 * @param apiUrl the setting SLACK_API_URL
 */
export function isTrustedResponseUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(apiUrl)) return false;
  const address = new URL(url);
  const api = new URL(apiUrl);
  if (address.username !== '' || address.password !== '') return false;
  const host = RESPONSE_HOSTS[api.hostname.replace(/^www\./, '')];
  return address.origin === (host === undefined ? api.origin : `https://${host}`);
}

/** A request's addresses for answers; submitted forms may have several. */
const answerable = z.object({
  response_url: z.unknown().optional(),
  response_urls: z.array(z.object({ response_url: z.unknown() })).optional(),
});

/**
 * Keeps requests whose response address is not trusted away from all listeners. The person who typed a command is
 * told; a button gets no acknowledgement, so Slack shows that it failed.
 */
export function refuseUntrustedResponseUrls(apiUrl: string, log: Logger): Middleware<AnyMiddlewareArgs> {
  return async args => {
    const untrusted = responseUrls(args.body).filter(url => !isTrustedResponseUrl(url, apiUrl));
    if (untrusted.length === 0) return args.next();
    // Only the origin: the rest of the address is a secret of whoever made it.
    log.warn(
      { origins: untrusted.map(url => (URL.canParse(url) ? new URL(url).origin : 'not an address')) },
      'request refused: the answer would not go to Slack (SLACK_API_URL)',
    );
    if ('command' in args)
      await args.ack('Shopkeeper refused this command: its answer would not go to Slack. Its log has more.');
  };
}

function responseUrls(body: unknown): string[] {
  const parsed = answerable.safeParse(body);
  if (!parsed.success) return ['unreadable'];
  const { response_url, response_urls = [] } = parsed.data;
  return [response_url, ...response_urls.map(r => r.response_url)]
    .filter(url => url !== undefined && url !== null && url !== '')
    .map(String);
}
