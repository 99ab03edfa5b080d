import { describeError } from '../errors.js';

/** The code of an error that Slack answered with (`not_in_channel`); undefined for any other error. */
export function slackCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined;
  const { data } = error;
  return typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string'
    ? data.error
    : undefined;
}

/** Slack no longer knows our token: nothing will work until a person mends it. */
export const isLockedOut = (error: unknown): boolean => {
  const code = slackCode(error);
  return (
    code !== undefined &&
    [
      'invalid_auth',
      'not_authed',
      'account_inactive',
      'token_revoked',
      'token_expired',
      'team_disabled',
    ].includes(code)
  );
};

/** The bot cannot write here at all; the command's own response address still can. */
export const cannotPost = (error: unknown): boolean => {
  const code = slackCode(error);
  return (
    code !== undefined &&
    ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action', 'no_permission'].includes(
      code,
    )
  );
};

/** Codes with which Slack fails on its own side: the message may have been posted all the same. */
const UNSURE = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
];

/**
 * Whether an error proves that Slack did not take a message. A lost connection, a time-out or an error inside
 * Slack proves nothing: sending again could post it twice.
 */
export function surelyRejected(error: unknown): boolean {
  const code = slackCode(error);
  if (code !== undefined) return !UNSURE.includes(code);
  return rateLimitSeconds(error) !== undefined || responseStatus(error) !== undefined;
}

/** The status that a response address refused a message with. */
function responseStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  return error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : undefined;
}

/** How long Slack asks to wait, where it refused a call for being one too many. */
export function rateLimitSeconds(error: unknown): number | undefined {
  return error instanceof Error && 'retryAfter' in error && typeof error.retryAfter === 'number'
    ? error.retryAfter
    : undefined;
}

/** What went wrong, in a few words for the channel. */
export function shortReason(error: unknown): string {
  if (rateLimitSeconds(error) !== undefined) return 'Slack asked to wait: too many calls';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'slack_webapi_request_error' || code === 'slack_webapi_http_error')
    return 'Slack could not be reached';
  return slackCode(error) ?? describeError(error).split('\n')[0] ?? 'unknown';
}
