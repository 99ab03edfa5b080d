import { describeError, ShopkeeperError } from '../../core/errors.js';
import { systemReason } from '../../core/system-errors.js';

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

/** What a person can do if Slack refuses a message for good; by Slack's error codes. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['not_in_channel', 'Invite me there: /invite @shopkeeper.'],
  [
    'channel_not_found',
    'The channel is gone, or private and I am not in it: /invite @shopkeeper, or choose another one (/digest list, DIGEST_CHANNEL).',
  ],
  [
    'is_archived',
    'The channel is archived: unarchive it, or choose another one (/digest list, DIGEST_CHANNEL).',
  ],
  [
    'restricted_action',
    'Posting there is restricted: allow the app to post, or choose another one (/digest list, DIGEST_CHANNEL).',
  ],
  ['missing_scope', 'The app lacks a permission: reinstall it from manifest.json.'],
  ['invalid_auth', 'Slack does not accept the token: shopkeeper doctor says what to mend.'],
  ['token_revoked', 'The app was uninstalled or its token revoked: install it again.'],
]);

/** What a person can do about an error of Slack's; undefined if it may pass by itself. */
export const slackRemedy = (error: unknown): string | undefined => REMEDIES.get(slackCode(error) ?? '');

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
  return rateLimitSeconds(error) !== undefined || refusedStatus(error) !== undefined;
}

/** The address that Slack gave a command or a button to answer to did not take a message. */
export class ResponseAddressError extends Error {
  override readonly name = 'ResponseAddressError';

  constructor(
    message: string,
    /** HTTP status. */
    readonly statusCode: number,
    /** Seconds, if Slack says after how long it would take it. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The status that a response address refused a message with. */
const refusedStatus = (error: unknown): number | undefined =>
  error instanceof ResponseAddressError && error.statusCode >= 400 && error.statusCode < 500
    ? error.statusCode
    : undefined;

/** The library has an error without a code of its own for a 429 that does not say how long to wait. */
const UNTIMED_RATE_LIMIT = /^Retry header did not contain a valid timeout/;
/** Waited then; Slack's limits are by the minute, and most pass within seconds. */
const USUAL_WAIT_S = 3;

const BLOCKS_REJECTED = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** Whether it is the blocks of a message that were rejected, so that its text alone may be taken. */
export const rejectsBlocks = (error: unknown): boolean =>
  BLOCKS_REJECTED.has(slackCode(error) ?? '') || refusedStatus(error) === 400;

/** How long Slack asks to wait, seconds, if it refused a call for being one too many. */
export function rateLimitSeconds(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('retryAfter' in error && typeof error.retryAfter === 'number') return error.retryAfter;
  if (error instanceof ResponseAddressError && error.statusCode === 429) return USUAL_WAIT_S;
  if (slackCode(error) === 'ratelimited') return USUAL_WAIT_S;
  return UNTIMED_RATE_LIMIT.test(error.message) ? USUAL_WAIT_S : undefined;
}

/** What went wrong, in a few words for the channel. */
export function shortReason(error: unknown): string {
  if (rateLimitSeconds(error) !== undefined) return 'Slack asked to wait: too many calls';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'slack_webapi_request_error' || code === 'slack_webapi_http_error')
    return 'Slack could not be reached';
  const reason = error instanceof ShopkeeperError ? undefined : (slackCode(error) ?? systemReason(error));
  return reason ?? describeError(error).split('\n')[0] ?? 'unknown';
}

/** Whether Slack may have taken a message though it did not say so. */
export const isUnsure = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  String(error.code).startsWith('slack_webapi') &&
  !surelyRejected(error);
